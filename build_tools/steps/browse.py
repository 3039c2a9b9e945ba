"""Browse pages that need no JavaScript: all entries of a kind, and practices by every term of every facet."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from build_tools.addresses import facet_address, feed_address, kind_address, list_addresses
from build_tools.facets import FACETS, INDICATOR, Facet, entries_by_term, long_indicators
from build_tools.page_meta import list_title, page_meta
from build_tools.templates import render_page
from build_tools.translations import Localized
from build_tools.views import View

ADDRESS = "browse/"


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the overview and of every list."""
    found = [(facet, entries_by_term(view, facet)) for facet in FACETS]
    yield ADDRESS, _overview(view, found)
    for kind in view.site.kinds:
        meta = {"title": view.text(f"all-{kind}s"), "summary": view.text("all-entries-lead"), "section": f"{kind}s"}
        meta["feed"] = feed_address(view.lang)
        yield from _list(view, view.of_kind(kind), partial(kind_address, kind), meta)
    for facet, terms in [*found, (INDICATOR, long_indicators(view))]:
        for term, entries in terms.items():
            yield from _list(view, entries, partial(facet_address, facet.name, term), _facet_meta(view, facet, term))


def _overview(view: View, found: Sequence[tuple[Facet, dict[str, list[Localized]]]]) -> str:
    facets = [
        (
            facet.name,
            view.text(facet.name),
            [(term, view.label(facet.vocabulary, term), len(e)) for term, e in terms.items()],
        )
        for facet, terms in found
    ]
    meta = page_meta(view, view.text("browse"), view.text("browse-lead"), "browse", list=True)
    return render_page("browse.md.j2", view, ADDRESS, meta, facets=facets)


def _list(
    view: View, entries: Sequence[Localized], address: Callable[[int], str], meta: dict[str, str]
) -> Iterator[tuple[str, str]]:
    size = view.catalog.settings.extra.page_size
    addresses = list_addresses(address, len(entries), size)
    for page, here in enumerate(addresses, 1):
        title = list_title(view, meta["title"], page, len(addresses))
        part = entries[(page - 1) * size : page * size]
        values = {"entries": part, "total": len(entries), "page": page, "addresses": addresses}
        front = page_meta(view, **{**meta, "title": title}, list=True)
        yield here, render_page("list.md.j2", view, here, front, **values)


def _facet_meta(view: View, facet: Facet, term: str) -> dict[str, str]:
    label = view.label(facet.vocabulary, term)
    meta = {"title": f"{view.text('practices')}: {label}", "summary": _by(view, facet), "section": "browse"}
    return {**meta, "feed": feed_address(view.lang, term)} if facet.name == "theme" else meta


def _by(view: View, facet: Facet) -> str:
    return view.text("browse-by", facet=view.text(facet.name))
