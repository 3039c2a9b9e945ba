"""Sitemaps: one per language with true alternates, and an index. A fallback page is in none of them."""

from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape

from build_tools.addresses import BENCHMARK, SCORING, entry_address, facet_address, kind_address, paper_address
from build_tools.facets import FACETS, entries_by_term
from build_tools.settings import Settings
from build_tools.views import Site

_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n'
_NAMESPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml"'


def files(site: Site) -> Mapping[str, str]:
    """Return `sitemap.xml` and `<lang>/sitemap.xml`."""
    settings = site.catalog.settings
    listed = list(_addresses(site))
    maps = {f"{lang}/sitemap.xml": _sitemap(settings, lang, listed) for lang in settings.languages}
    entries = "".join(f"<sitemap><loc>{escape(settings.address(path))}</loc></sitemap>\n" for path in maps)
    return {"sitemap.xml": f"{_OPEN}<sitemapindex {_NAMESPACES.split()[0]}>\n{entries}</sitemapindex>\n", **maps}


def _addresses(site: Site) -> Iterator[tuple[str, list[str]]]:
    """Return every address with the languages in which its text can be read."""
    everywhere = site.catalog.settings.languages
    yield "browse/", everywhere
    if benchmark := site.catalog.benchmark:
        papers = [paper_address(role) for role in benchmark.model.roles]
        yield from ((address, everywhere) for address in (BENCHMARK, SCORING, *papers))
    for kind in site.kinds:
        yield kind_address(kind), everywhere
    view = site.views[everywhere[0]]
    for facet in FACETS:
        for term in entries_by_term(view, facet):
            yield facet_address(facet.name, term), everywhere
    for key in sorted(site.catalog.sources):
        yield entry_address(*key), site.own_text[key]


def _sitemap(settings: Settings, lang: str, listed: list[tuple[str, list[str]]]) -> str:
    urls = "".join(_url(settings, lang, address, languages) for address, languages in listed if lang in languages)
    return f"{_OPEN}<urlset {_NAMESPACES}>\n{urls}</urlset>\n"


def _url(settings: Settings, lang: str, address: str, languages: list[str]) -> str:
    alternates = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other}" href="{escape(settings.address(other, address))}"/>'
        for other in languages
    )
    return f"<url><loc>{escape(settings.address(lang, address))}</loc>{alternates}</url>\n"
