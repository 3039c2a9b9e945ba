"""The home page: what is here and for whom, the themes, the newest practices."""

from collections.abc import Iterator

from build_tools.addresses import DOWNLOADS, HOME, STATISTICS, feed_address, kind_address
from build_tools.bodies import entry_body
from build_tools.facets import FACETS, entries_by_term
from build_tools.page_meta import entry_meta
from build_tools.templates import render_page
from build_tools.translations import Localized
from build_tools.views import View

NEWEST = 6


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the home page, written from the page `home`."""
    entry = view.entries[HOME]
    themes = [
        (term, view.label("themes", term), len(found)) for term, found in entries_by_term(view, FACETS[0]).items()
    ]
    meta = {**entry_meta(view, entry, "", "home"), "home": True, "feed": feed_address(view.lang)}
    body = entry_body(view.catalog, entry, "")
    values = {"entry": entry, "body": body, "uses": list(_uses(view)), "themes": themes, "newest": _newest(view)}
    yield "", render_page("home.md.j2", view, "", meta, **values)


def _uses(view: View) -> Iterator[tuple[str, str, str]]:
    """Return address, title and purpose of what the site has beside practices and benchmark."""
    for kind in view.site.kinds:
        if kind != "practice":
            yield kind_address(kind), view.text(f"{kind}s"), view.text(f"home-{kind}")
    if view.catalog.statistics:
        yield STATISTICS, view.text("statistics"), view.text("home-statistics")
    if view.catalog.settings.extra.downloads:
        yield DOWNLOADS, view.text("downloads"), view.text("download-lead")


def _newest(view: View) -> list[Localized]:
    """Return the practices added last; among those of one day, the ones that started last."""
    return sorted(view.practices, key=_age, reverse=True)[:NEWEST]


def _age(entry: Localized) -> tuple[str, int, str]:
    practice = entry.source.entry
    return practice.added, getattr(practice, "period").start or 0, entry.slug  # noqa: B009 - only practices come here
