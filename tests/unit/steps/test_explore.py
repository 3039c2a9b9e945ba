"""The explore page: where its scripts find what they need, and what stands there without them."""

import json
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.addresses import EXPLORE
from build_tools.find_release import find_release
from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import explore
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, REPOSITORY
from tests.unit.samples import PAGE_HEAD, catalog, source


@pytest.fixture(scope="module")
def site() -> Site:
    """Give a site with one practice and the words of the project."""
    subject = catalog(
        source(PAGE_HEAD, "content/pages/home.md"),
        source(GOOD_PRACTICE, "content/practices/de-valikom-chamber-validation.md"),
    )
    subject.interface = {lang: load(read_settings(REPOSITORY)).interface[lang] for lang in ("en", "de")}
    return Site(subject)


def page(site: Site, lang: str) -> tuple[dict[str, Any], LexborHTMLParser]:
    """Return front matter and markup of the page in one language."""
    ((address, text),) = explore.pages(site.views[lang])
    assert address == EXPLORE
    _, head, body = text.split("---\n", 2)
    return json.loads(head)["page"], LexborHTMLParser(body)


@pytest.mark.parametrize(("lang", "title"), [("en", "Explore the practices"), ("de", "Praxisbeispiele entdecken")])
def test_the_page_loads_its_script_and_its_styles_from_the_release(site: Site, lang: str, title: str) -> None:
    meta, body = page(site, lang)
    release = find_release(site)
    root = body.css_first("#vw-explore")
    assert root
    assert meta["title"] == title
    assert [meta["module"], *meta["stylesheets"]] == [f"{release.folder}explore.js", f"{release.folder}explore.css"]
    assert {"explore.js", "explore.css", f"catalog.{lang}.json", f"strings.{lang}.json"} <= release.files.keys()
    assert (root.attributes["data-lang"], root.attributes["data-home"]) == (lang, "../")
    assert root.text() == ""


def test_every_word_of_the_scripts_is_among_the_words_that_they_load(site: Site) -> None:
    strings = json.loads(find_release(site).files["strings.en.json"])
    needed = {key for key in site.catalog.interface["en"] if key.startswith("explore-")}
    facets = json.loads(find_release(site).files["catalog.en.json"])["vocabularies"].keys()
    assert len(facets) == 12
    assert needed | facets <= strings.keys()


def test_without_scripts_there_are_words_and_ready_made_lists(site: Site) -> None:
    _, body = page(site, "en")
    links = [node.attributes["href"] for node in body.css("section a")]
    assert body.css_first("noscript p") is not None
    assert links == [
        "../practices/",
        *(f"../browse/#vw-by-{facet}" for facet in ("theme", "country", "sector", "target-group", "evidence")),
    ]
