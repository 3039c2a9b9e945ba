"""Sitemaps and the search index name the pages that exist in a language, and no other."""

import gzip
import json
from xml.etree import ElementTree

import pytest

from tests.integration.network import LANGUAGES, SITE_URL, Published

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


def read(network: Published, path: str) -> ElementTree.Element:
    """Return a sitemap as XML."""
    return ElementTree.fromstring(network.text(path))  # noqa: S314 - our own file


def listed(network: Published, lang: str) -> dict[str, dict[str, str]]:
    """Return the alternates by address of the sitemap of a language."""
    return {
        str(url.findtext("s:loc", namespaces=NAMESPACES)): {
            link.attrib["hreflang"]: link.attrib["href"] for link in url.findall("x:link", NAMESPACES)
        }
        for url in read(network, f"{lang}/sitemap.xml").findall("s:url", NAMESPACES)
    }


def exists(network: Published, address: str) -> bool:
    """Return whether an absolute address leads to a published page."""
    return address.startswith(SITE_URL) and (network.folder / address.removeprefix(SITE_URL) / "index.html").is_file()


def test_the_index_names_the_sitemap_of_every_language(network: Published) -> None:
    locations = [loc.text for loc in read(network, "sitemap.xml").iterfind("s:sitemap/s:loc", NAMESPACES)]
    assert locations == [f"{SITE_URL}{lang}/sitemap.xml" for lang in LANGUAGES]
    assert f"Sitemap: {SITE_URL}sitemap.xml" in network.text("robots.txt")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_listed_address_exists_and_so_do_its_alternates(network: Published, lang: str) -> None:
    found = listed(network, lang)
    assert len(found) > 20
    for address, alternates in found.items():
        assert exists(network, address), address
        assert alternates[lang] == address
        assert [other for other in alternates.values() if not exists(network, other)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sitemap_lists_the_pages_whose_text_is_in_the_language(network: Published, lang: str) -> None:
    own = {
        f"{SITE_URL}{name.removesuffix('index.html')}"
        for name, page in network.pages()
        if name.startswith(f"{lang}/") and not page.css("meta[name=robots]")
    }
    assert set(listed(network, lang)) == own


def test_alternates_are_those_that_the_pages_announce(network: Published) -> None:
    for lang in LANGUAGES:
        for address, alternates in listed(network, lang).items():
            page = network.page(address.removeprefix(SITE_URL))
            links = page.css("link[rel=alternate][hreflang]")
            assert {str(a.attributes["hreflang"]): str(a.attributes["href"]) for a in links} == alternates


def test_fallback_pages_are_in_no_sitemap_of_their_language(network: Published) -> None:
    arabic, english = listed(network, "ar"), listed(network, "en")
    for address in ("practices/solar-workshop/", "practices/guest-house/", "method/", ""):
        assert f"{SITE_URL}ar/{address}" not in arabic
        assert set(english[f"{SITE_URL}en/{address}"]) == {"en"}
    assert set(arabic[f"{SITE_URL}ar/guidelines/welcome-learners/"]) == {"ar"}
    assert set(arabic[f"{SITE_URL}ar/about/"]) == {"en", "ar"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_search_index_of_a_language_holds_its_own_texts(network: Published, lang: str) -> None:
    fragments = (network.folder / "pagefind" / "fragment").glob(f"{lang}_*.pf_fragment")
    texts = [gzip.decompress(fragment.read_bytes()).decode() for fragment in fragments]
    indexed = {json.loads(text[text.index("{") :])["url"] for text in texts}
    marked = {
        f"/{name.removesuffix('index.html')}"
        for name, page in network.pages()
        if name.startswith(f"{lang}/") and page.css("[data-pagefind-body]")
    }
    assert indexed == marked
    assert f"/{lang}/about/" in indexed
    assert f"/{lang}/browse/" not in indexed
