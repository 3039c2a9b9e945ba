"""Sitemaps: entries with the day of their last change, and several files where one would be too large."""

from xml.etree import ElementTree

import pytest

from build_tools.steps import sitemap
from build_tools.views import Site
from tests.conftest import HOME
from tests.unit.samples import PAGE_HEAD, catalog, source

NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def files(pages: int = 3, most: int = sitemap.MOST, head: str = PAGE_HEAD) -> dict[str, str]:
    """Return the sitemaps of a site with a home page and so many other pages, all in English alone."""
    others = (source(head, f"content/pages/page-{number:03}.md") for number in range(pages))
    return dict(sitemap.files(Site(catalog(source(HOME, "content/pages/home.md"), *others)), most))


def locations(text: str) -> list[str]:
    tree = ElementTree.fromstring(text)  # noqa: S314 - our own file
    return [str(node.text) for node in tree.iterfind("*/s:loc", NAMESPACES)]


def test_a_site_with_few_pages_has_one_file_per_language() -> None:
    found = files()
    assert list(found) == ["sitemap.xml", "en/sitemap.xml", "de/sitemap.xml"]
    assert locations(found["sitemap.xml"]) == [f"https://test.example/{lang}/sitemap.xml" for lang in ("en", "de")]


def test_many_addresses_stand_in_several_files() -> None:
    whole = locations(files(25)["en/sitemap.xml"])
    found = files(25, most=10)
    english = [path for path in found if path.startswith("en/")]
    count = -(-len(whole) // 10)
    assert english == ["en/sitemap.xml", *(f"en/sitemap-{number}.xml" for number in range(2, count + 1))]
    assert [len(locations(found[path])) <= 10 for path in english] == [True] * count
    assert [address for path in english for address in locations(found[path])] == whole
    assert locations(found["sitemap.xml"]) == [f"https://test.example/{p}" for p in list(found)[1:]]


def test_a_file_is_not_split_before_it_is_full() -> None:
    full = len(locations(files()["en/sitemap.xml"]))
    assert "en/sitemap-2.xml" not in files(most=full)
    assert "en/sitemap-2.xml" in files(most=full - 1)


@pytest.mark.parametrize(("reviewed", "changed"), [("", "2026-01-01"), ('reviewed: "2026-02-02"\n', "2026-02-02")])
def test_an_entry_says_when_it_changed(reviewed: str, changed: str) -> None:
    text = files(1, head=PAGE_HEAD.replace("added:", f"{reviewed}added:"))["en/sitemap.xml"]
    assert f"<loc>https://test.example/en/page-000/</loc><lastmod>{changed}</lastmod>" in text


def test_lists_do_not_say_when_they_changed() -> None:
    text = files()["en/sitemap.xml"]
    assert "<loc>https://test.example/en/browse/</loc><xhtml:link" in text
