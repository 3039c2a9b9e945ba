"""A page for every organisation that practices name, and the list of all of them from A to Z."""

from collections.abc import Hashable, Iterator
from functools import partial
from itertools import groupby

from build_tools.addresses import list_addresses, organisation_address, organisations_address
from build_tools.organisations import Organisation, Partner
from build_tools.page_meta import list_title, page_meta
from build_tools.templates import render_page
from build_tools.translations import Localized, direction
from build_tools.views import View, by_title

LISTED = 300
CARDS = 100
PARTNERS = 60


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the list, page by page, and of every organisation."""
    yield from _list(view)
    for organisation in view.site.organisations.listed:
        partners = view.site.organisations.partners(organisation)
        make = partial(_page, view, organisation, partners)
        yield organisation_address(organisation.slug), view.site.remember(_inputs(view, organisation, partners), make)


def _list(view: View) -> Iterator[tuple[str, str]]:
    listed = view.site.organisations.listed
    addresses = list_addresses(organisations_address, len(listed), LISTED)
    letters: dict[str, str] = {}
    for place, organisation in enumerate(listed):
        letters.setdefault(organisation.letter, addresses[place // LISTED])
    for page, here in enumerate(addresses, 1):
        part = listed[(page - 1) * LISTED : page * LISTED]
        groups = [(letter, list(found)) for letter, found in groupby(part, lambda one: one.letter)]
        title = list_title(view, view.text("organisations"), page, len(addresses))
        meta = page_meta(view, title, view.text("organisations-lead"), "browse", list=True)
        values = {"groups": groups, "letters": letters, "page": page, "addresses": addresses, "total": len(listed)}
        yield here, render_page("organisations.md.j2", view, here, meta, **values)


def _inputs(view: View, organisation: Organisation, partners: list[Partner]) -> Hashable:
    """Return everything that the page of an organisation depends on and that can change between builds."""
    return (
        "organisation",
        view.lang,
        (organisation.slug, organisation.name, organisation.mentions),
        tuple((entry.source, entry.translated) for entry in _entries(view, organisation)),
        tuple((one.slug, one.name, one.lang, shared) for one, shared in partners),
    )


def _entries(view: View, organisation: Organisation) -> list[Localized]:
    return [view.entries[source.key] for source in organisation.practices]


def _page(view: View, organisation: Organisation, partners: list[Partner]) -> str:
    address = organisation_address(organisation.slug)
    meta = page_meta(
        view,
        organisation.name,
        view.text("organisation-lead"),
        "browse",
        lang=organisation.lang,
        dir=direction(organisation.lang),
        summary_lang=view.lang,
        summary_dir=direction(view.lang),
    )
    entries = by_title(_entries(view, organisation))
    values = {"organisation": organisation, "entries": entries, "partners": partners}
    return render_page("organisation.md.j2", view, address, meta, cards=CARDS, most=PARTNERS, **values)
