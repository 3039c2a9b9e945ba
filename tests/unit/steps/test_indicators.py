import json
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools import facets
from build_tools.load import Catalog, load
from build_tools.settings import read_settings
from build_tools.steps import browse, indicators
from build_tools.views import Site
from tests.conftest import REPOSITORY

NETWORK = REPOSITORY / "tests" / "fixtures" / "network"
ORDER = ["joint-plan", "first-weeks", "trained-trainers", "tools-and-places", "shared-assessment"]


def catalog() -> Catalog:
    return load(read_settings(NETWORK))


@cache
def pages(lang: str) -> dict[str, str]:
    return dict(indicators.pages(Site(catalog()).views[lang]))


def without_benchmark() -> dict[str, str]:
    return dict(indicators.pages(Site(replace(catalog(), benchmark=None)).views["en"]))


def meta(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text.split("\n")[1])["page"]
    return found


def body(text: str) -> LexborHTMLParser:
    return LexborHTMLParser(text.split("\n---\n", 1)[1])


def texts(text: str, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in body(text).css(selector)]


def links(text: str) -> list[str]:
    return [str(node.attributes["href"]) for node in body(text).css("a")]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_indicator_has_its_page_in_the_order_of_the_model(lang: str) -> None:
    assert list(pages(lang)) == ["indicators/", *(f"indicators/{name}/" for name in ORDER)]


def test_the_overview_stands_by_dimension_with_the_number_of_practices() -> None:
    page = pages("en")["indicators/"]
    assert texts(page, "h2") == ["Planning together", "Learning at work", "Results"]
    assert texts(page, "li > .vw-number") == [f"Practices: {n}" for n in (2, 0, 1, 0, 2)]
    assert [f"../indicators/{name}/" for name in ORDER] == [link for link in links(page) if "indicators/" in link]


def test_a_page_says_what_the_benchmark_says() -> None:
    page = pages("en")["indicators/joint-plan/"]
    assert meta(page)["title"] == "A training plan made together"
    assert meta(page)["summary"] == "Whether one plan covers both places of learning."
    assert texts(page, "#questions + dl dd")[0] == "Do you make the training plan with the workshop?"
    assert texts(page, "ol > li")[::4] == ["No plan", "One plan, made together and improved every year"]
    assert texts(page, "#why + p") == ["With two plans, the learner is the only one who knows both."]
    assert texts(page, "#evidence + ul li") == ["the plan, with its date"]
    assert "Nour charter (example) (1, shared duties)" in texts(page, "li")
    assert "https://example.org/charter" in links(page)
    assert texts(page, "#why ~ ul ul li")[:2] == ["Baking", "Wiring"]
    assert "Effort: months, together with the partner" in texts(page, "p")


def test_only_what_may_be_left_out_says_when() -> None:
    assert [bool(texts(pages("en")[f"indicators/{name}/"], "#does-not-apply")) for name in ORDER] == [
        name == "tools-and-places" for name in ORDER
    ]


def test_practices_stand_by_evidence_and_with_their_change_of_level() -> None:
    page = pages("en")["indicators/joint-plan/"]
    assert texts(page, "#vw-practices ~ ul .vw-card__title") == [
        "Example: two days a week in a bakery",
        "Example: a workshop that trains its own trainers",
    ]
    assert texts(page, ".vw-card__note") == ["from level 1 to level 3"]


def test_guidelines_and_recommendations_that_name_it_are_there() -> None:
    assert "../../guidelines/welcome-learners/" in links(pages("en")["indicators/joint-plan/"])
    assert "../../recommendations/fund-trainers/" in links(pages("en")["indicators/trained-trainers/"])
    assert not texts(pages("en")["indicators/first-weeks/"], "#vw-guidelines, #vw-recommendations")


def test_a_page_leads_to_explore_paper_and_neighbours() -> None:
    page = pages("en")["indicators/joint-plan/"]
    assert "../../explore/?indicator=joint-plan" in links(page)
    assert "../../benchmark/paper/company/#vw-planning-together-joint-plan" in links(page)
    assert "../../benchmark/paper/learner/#vw-planning-together-joint-plan" not in links(page)
    assert texts(page, ".vw-pager a") == ["All indicators", "Next: The first weeks"]
    assert texts(pages("en")["indicators/shared-assessment/"], ".vw-pager a") == [
        "Previous: Tools and places",
        "All indicators",
    ]


def test_an_indicator_that_nobody_serves_says_so() -> None:
    page = pages("en")["indicators/first-weeks/"]
    assert "No practice names this indicator yet." in texts(page, "p")
    assert not [link for link in links(page) if "explore" in link]


def test_a_machine_translation_of_the_benchmark_says_so() -> None:
    notice = [texts(pages(lang)["indicators/joint-plan/"], ".vw-notice") for lang in ("en", "ar")]
    assert (notice[0], len(notice[1])) == ([], 1)
    assert "../../../en/indicators/joint-plan/" in links(pages("ar")["indicators/joint-plan/"])


def test_without_a_benchmark_labels_and_entries_remain() -> None:
    found = without_benchmark()
    assert set(found) == set(pages("en"))
    page = found["indicators/joint-plan/"]
    assert meta(page)["title"] == "A training plan made together"
    assert texts(page, "h2") == ["Official figures", "Practices that serve it", "Guidelines"]
    assert not [link for text in found.values() for link in links(text) if "benchmark" in link]


def test_without_the_vocabulary_there_is_nothing() -> None:
    bare = Catalog(read_settings(NETWORK))
    assert list(indicators.pages(Site(bare).views["en"])) == []


def test_an_indicator_of_many_practices_shows_the_first_ones_and_leads_to_all(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facets, "MOST_WITHOUT_LISTS", 1)
    monkeypatch.setattr(indicators, "MOST_WITHOUT_LISTS", 1)
    monkeypatch.setattr(indicators, "SHOWN_OF_MANY", 1)
    view = Site(catalog()).views["en"]
    page = dict(indicators.pages(view))["indicators/joint-plan/"]
    assert texts(page, "#vw-practices ~ ul .vw-card__title") == ["Example: two days a week in a bakery"]
    assert "Practices shown here: 1 of 2, those with the strongest evidence." in texts(page, "p")
    assert "../../browse/indicator/joint-plan/" in links(page)
    lists = [address for address, _ in browse.pages(view) if address.startswith("browse/indicator/")]
    assert lists == ["browse/indicator/joint-plan/", "browse/indicator/shared-assessment/"]


def test_no_list_of_an_indicator_whose_practices_fit_on_its_page() -> None:
    view = Site(catalog()).views["en"]
    assert not [address for address, _ in browse.pages(view) if address.startswith("browse/indicator/")]


@pytest.mark.parametrize(
    ("indicator", "changes"), [("joint-plan", True), ("trained-trainers", True), ("first-weeks", False)]
)
def test_a_page_is_made_anew_only_when_something_on_it_changed(indicator: str, changes: bool) -> None:
    before = catalog()
    memory: dict[Any, Any] = {}
    dict(indicators.pages(Site(before, memory).views["en"]))
    known = len(memory)
    sources = {key: source for key, source in before.sources.items() if key != ("practice", "solar-workshop")}
    after = dict(indicators.pages(Site(replace(before, sources=sources), memory).views["en"]))
    fresh = dict(indicators.pages(Site(replace(before, sources=sources)).views["en"]))
    assert after == fresh
    made = {key[2] for key in list(memory)[known:] if key[0] == "indicator"}
    assert (indicator in made) == changes
