"""Relative links of every page lead to a file and an anchor, at the root of a host and under a path."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.integration.network import Published, publish, replace


def addresses(page: LexborHTMLParser) -> Iterator[str]:
    """Return every address without a host that a browser may follow or load."""
    for node in page.css("a[href], link[href], [src], pagefind-config"):
        names = ("href", "src", "bundle-path", "base-url")
        for value in (node.attributes.get(name) for name in names):
            if value and not urlsplit(value).netloc:
                yield value
    for node in page.css("meta[http-equiv=refresh]"):
        yield str(node.attributes["content"]).partition("url=")[2]


@pytest.mark.parametrize("base", ["/", "/learn/", "/some/path/"])
def test_relative_links_work_wherever_the_folder_is_served(network: Published, base: str) -> None:
    pages = {name: page for name, page in network.pages() if not name.endswith("404.html")}
    ids = {name: {node.attributes["id"] for node in page.css("[id]")} for name, page in pages.items()}
    broken = [
        f"{name}: {address}"
        for name, page in pages.items()
        for address in addresses(page)
        if not _leads_somewhere(network, base, name, address, ids)
    ]
    assert broken == []


def _leads_somewhere(network: Published, base: str, name: str, address: str, ids: dict[str, set[str | None]]) -> bool:
    if address.startswith("/") or "//" in address:
        return False
    target = urlsplit(urljoin(f"http://host{base}{name.removesuffix('index.html')}", address))
    if not target.path.startswith(base):
        return False
    path = unquote(target.path.removeprefix(base))
    if path == "pagefind/":
        return (network.folder / path).is_dir()
    file = f"{path}index.html" if not path or path.endswith("/") else path
    anchor = unquote(target.fragment)
    return (network.folder / file).is_file() and (not anchor or anchor in ids[file])


def test_pages_link_to_each_other_with_anchors(network: Published) -> None:
    page = network.page("ar/practices/bakery-days/")
    found = set(addresses(page))
    assert "../../practices/solar-workshop/#working" in found
    assert {"#reason", "../../method/", "../../../media/practices/oven.png"} <= found


def test_an_anchor_of_the_original_is_there_in_a_translation_too(sources: Path) -> None:
    replace(sources / "content" / "pages" / "method.md", "(about.md)", "(about.md#what-it-is-for)")
    site = publish(sources)
    assert "../about/#what-it-is-for" in set(addresses(site.page("ar/method/")))
    assert site.page("ar/about/").css("#what-it-is-for")
