"""Sitemaps: per language with true alternates, and an index of them all. A fallback page is in none of them."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import batched
from typing import NamedTuple
from xml.sax.saxutils import escape

from build_tools.addresses import (
    BENCHMARK,
    COUNTRIES,
    DOWNLOADS,
    EXPLORE,
    INDICATORS,
    MAP,
    OPEN_DATA,
    SCORING,
    STATISTICS,
    country_address,
    entry_address,
    facet_address,
    indicator_address,
    kind_address,
    paper_address,
    statistic_address,
)
from build_tools.facets import FACETS, INDICATOR, entries_by_term, long_indicators
from build_tools.organisations import organisation_addresses
from build_tools.settings import Settings
from build_tools.views import Site

# A sitemap may name 50,000 addresses and weigh 50 MB; with alternates in two dozen languages the weight comes first.
MOST = 10_000
_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


class Listed(NamedTuple):
    """An address, the languages in which its text can be read, and the day of its last change, if it is known."""

    address: str
    languages: Sequence[str]
    changed: str = ""


def files(site: Site, most: int = MOST) -> Mapping[str, str]:
    """Return `sitemap.xml` and, per language, `<lang>/sitemap.xml`, with more files when it has more addresses."""
    settings = site.catalog.settings
    listed = [*_generated(site), *_entries(site)]
    maps = {path: text for lang in settings.languages for path, text in _sitemaps(settings, lang, listed, most)}
    entries = "".join(f"<sitemap><loc>{escape(settings.address(path))}</loc></sitemap>\n" for path in maps)
    return {"sitemap.xml": f"{_OPEN}<sitemapindex {_NAMESPACES.split()[0]}>\n{entries}</sitemapindex>\n", **maps}


def _generated(site: Site) -> Iterator[Listed]:
    """Return the pages that every language has in full."""
    everywhere = site.catalog.settings.languages
    downloads = [DOWNLOADS] if site.catalog.settings.extra.downloads else []
    lists = ["browse/", EXPLORE, MAP, OPEN_DATA, *downloads, *map(kind_address, site.kinds)]
    organisations = organisation_addresses(site.organisations)
    for address in [*lists, *_benchmark(site), *_indicators(site), *_statistics(site), *organisations, *_terms(site)]:
        yield Listed(address, everywhere)


def _entries(site: Site) -> Iterator[Listed]:
    for key, source in sorted(site.catalog.sources.items()):
        yield Listed(entry_address(*key), site.own_text[key], source.entry.updated)


def _benchmark(site: Site) -> list[str]:
    benchmark = site.catalog.benchmark
    return [BENCHMARK, SCORING, *map(paper_address, benchmark.model.roles)] if benchmark else []


def _indicators(site: Site) -> list[str]:
    terms = site.catalog.vocabularies.get(INDICATOR.vocabulary, {})
    long = long_indicators(site.views[site.catalog.settings.languages[0]])
    lists = [facet_address(INDICATOR.name, term) for term in long]
    return [*([INDICATORS] if terms else []), *map(indicator_address, terms), *lists]


def _statistics(site: Site) -> list[str]:
    found = site.catalog.statistics
    areas = dict.fromkeys(row.country for series in found.values() for row in series.rows)
    own = [*map(statistic_address, found), *map(country_address, areas)]
    return [STATISTICS, COUNTRIES, *own] if found else []


def _terms(site: Site) -> Iterator[str]:
    view = site.views[site.catalog.settings.languages[0]]
    for facet in FACETS:
        yield from (facet_address(facet.name, term) for term in entries_by_term(view, facet))


def _sitemaps(settings: Settings, lang: str, listed: Sequence[Listed], most: int) -> Iterator[tuple[str, str]]:
    own = (page for page in listed if lang in page.languages)
    for number, part in enumerate(batched(own, most, strict=False), 1):
        path = f"{lang}/sitemap.xml" if number == 1 else f"{lang}/sitemap-{number}.xml"
        urls = "".join(_url(settings, lang, page) for page in part)
        yield path, f"{_OPEN}<urlset {_NAMESPACES}>\n{urls}</urlset>\n"


def _url(settings: Settings, lang: str, page: Listed) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other}" href="{escape(settings.address(other, page.address))}"/>'
        for other in page.languages
    )
    changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
    return f"<url><loc>{escape(settings.address(lang, page.address))}</loc>{changed}{alternates}</url>\n"
