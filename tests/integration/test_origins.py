"""No page runs a script of its own text, and none asks another origin for anything."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from tests.integration.network import Published

ADDRESSES = (
    "href",
    "src",
    "srcset",
    "poster",
    "data",
    "action",
    "formaction",
    "background",
    "cite",
    "ping",
    "xlink:href",
)
MAY_LEAD_AWAY = "a, link[rel=canonical], link[rel=alternate]"


def loaded_from_elsewhere(page: LexborHTMLParser) -> Iterator[str]:
    """Return every address with a host in an element that is not a link."""
    allowed = {node.mem_id for node in page.css(MAY_LEAD_AWAY)}
    for node in page.css("*"):
        if node.mem_id not in allowed:
            yield from (f"{name}={value}" for name, value in _addresses(node.attributes) if urlsplit(value).netloc)


def _addresses(attributes: dict[str, str | None]) -> Iterator[tuple[str, str]]:
    for name in ADDRESSES:
        value = attributes.get(name)
        if value:
            yield name, value


def test_no_page_has_an_inline_script_or_handler(network: Published) -> None:
    for name, page in network.pages():
        scripts = page.css("script:not([type='application/ld+json'])")
        inline = [script.html for script in scripts if not script.attributes.get("src") or script.text()]
        handlers = [key for node in page.css("*") for key in node.attributes if key.startswith("on")]
        assert (inline, handlers) == ([], []), name


def test_no_page_loads_anything_from_another_origin(network: Published) -> None:
    for name, page in network.pages():
        assert list(loaded_from_elsewhere(page)) == [], name


def test_links_may_lead_away_and_the_test_sees_them(network: Published) -> None:
    page = network.page("en/practices/bakery-days/")
    assert page.css('a[href^="https://example.org/"]')
    foreign = '<img src="//else.example/x.png"><a href="https://else.example/">x</a>'
    assert list(loaded_from_elsewhere(LexborHTMLParser(foreign))) == ["src=//else.example/x.png"]


def test_no_stylesheet_loads_anything_from_another_origin(network: Published) -> None:
    sheets = sorted((network.folder / "assets").glob("*.css"))
    assert {"material.css", "network.css", "site.css"} <= {sheet.name for sheet in sheets}
    for sheet in sheets:
        text = sheet.read_text(encoding="utf-8")
        loaded = re.findall(r"(?:url\(|@import)\s*[\"']?\s*((?:https?:)?//[^\"')]+)", text)
        assert loaded == [], sheet.name


def test_every_page_of_the_skeleton_has_a_policy_without_inline_scripts(network: Published) -> None:
    pages = [(name, page) for name, page in network.pages() if page.css("script")]
    assert len(pages) > 50
    for name, page in pages:
        policy = page.css_first("meta[http-equiv=Content-Security-Policy]")
        assert policy is not None, name
        scripts = re.search(
            r"(?:script-src|default-src)([^;]*)", str(policy.attributes["content"]).partition("script-src")[0]
        )
        assert scripts is not None
        assert "unsafe-inline" not in scripts[1]
