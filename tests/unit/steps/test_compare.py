"""The pages of comparison and selection: a place for scripts, and words for readers without them."""

import json
from types import SimpleNamespace

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import compare
from build_tools.views import Site
from tests.conftest import REPOSITORY
from tests.unit.samples import PAGE_HEAD, catalog, source

INTERFACE = load(read_settings(REPOSITORY)).interface


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give the German pages by address, with a release that no script was joined for."""
    monkeypatch.setattr(compare, "find_release", lambda _: SimpleNamespace(folder="assets/find/0123/"))
    subject = catalog(source(PAGE_HEAD, "content/pages/home.md"))
    subject.interface = INTERFACE
    return dict(compare.pages(Site(subject).views["de"]))


@pytest.mark.parametrize("name", ["compare", "selection"])
def test_the_page_loads_its_script_and_style_from_the_release(pages: dict[str, str], name: str) -> None:
    meta = json.loads(pages[f"{name}/"].split("\n")[1])["page"]
    assert (meta["module"], meta["stylesheets"]) == (f"assets/find/0123/{name}.js", ["assets/find/0123/compare.css"])
    assert meta["unlisted"]


@pytest.mark.parametrize(
    ("name", "other", "heading"),
    [("compare", "selection", "Praxisbeispiele vergleichen"), ("selection", "compare", "Meine Auswahl")],
)
def test_the_page_says_what_it_is_and_leads_on(pages: dict[str, str], name: str, other: str, heading: str) -> None:
    text = pages[f"{name}/"]
    assert json.loads(text.split("\n")[1])["page"]["title"] == heading
    tree = LexborHTMLParser(text.split("\n---\n", 1)[1])
    place = tree.css_first(f"#vw-{name}")
    assert place
    assert (place.attributes["data-lang"], place.attributes["data-home"]) == ("de", "../")
    assert ["JavaScript" in node.text() for node in tree.css("noscript p")] == [True]
    assert [link.attributes["href"] for link in tree.css(".vc-other a")] == [f"../{other}/"]
