"""The page about the open data for people: what there is and where, under which licence, with which promise."""

from collections.abc import Iterator
from typing import NamedTuple

from build_tools.addresses import OPEN_DATA, feed_address
from build_tools.api_model import API, BENCHMARK_FILE, LICENCE_ADDRESSES
from build_tools.api_records import LICENCE, package_address
from build_tools.api_tables import TABLES
from build_tools.model import KINDS, SEVERAL_COUNTRIES
from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.views import View

_PLURALS = {"practice": "practices", "guideline": "guidelines", "recommendation": "recommendations"}


class Listed(NamedTuple):
    """A file of the open data: what is in it, the number of its items, if it has any to count, and its path."""

    what: str
    number: int | None
    path: str


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the page."""
    meta = page_meta(view, view.text("open-data"), view.text("open-data-lead"), "open-data")
    values = {
        "listed": list(_listed(view)),
        "tables": [f"{API}csv/{table.name}.csv" for table in TABLES],
        "api": API,
        "package": package_address(view.site),
        "feed": feed_address(view.lang),
        "licence": LICENCE,
        "licence_address": LICENCE_ADDRESSES[LICENCE],
        "site_name": view.catalog.settings.site_name,
        "example": view.catalog.settings.address(f"{API}practices/index.json"),
        "country": _country(view),
    }
    yield OPEN_DATA, render_page("open_data.md.j2", view, OPEN_DATA, meta, **values)


def _listed(view: View) -> Iterator[Listed]:
    for kind, model in KINDS.items():
        what = view.text(_PLURALS.get(kind, "open-data-pages"))
        yield Listed(what, len(view.catalog.of_kind(kind)), f"{API}{model.folder}/index.json")
    organisations = len(view.site.organisations.listed)
    yield Listed(view.text("organisations"), organisations, f"{API}organisations/index.json")
    yield Listed(view.text("statistics"), len(view.catalog.statistics), f"{API}statistics/index.json")
    names = len(view.catalog.vocabularies) + 1  # the countries have no file of their own
    yield Listed(view.text("open-data-vocabularies"), names, f"{API}vocabularies/index.json")
    if view.catalog.benchmark:
        yield Listed(view.text("benchmark"), None, f"{API}{BENCHMARK_FILE}")
    yield Listed(view.text("open-data-translations"), len(view.catalog.sources), f"{API}translations.json")


def _country(view: View) -> str:
    """Return a country that the example finds practices for."""
    codes = (code for source in view.site.practices for code in source.practice.countries)
    return next((code for code in codes if code != SEVERAL_COUNTRIES), SEVERAL_COUNTRIES)
