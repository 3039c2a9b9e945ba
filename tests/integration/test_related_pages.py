"""Related content of the fixture network: every link is there from both ends, and a rebuild knows of both."""

import shutil
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.build import Memory, build
from build_tools.settings import read_settings
from tests.integration.network import LANGUAGES, Published, publish, replace

PAIRS = [
    ("practices/bakery-days/", "guidelines/welcome-learners/"),
    ("practices/solar-workshop/", "recommendations/fund-trainers/"),
    ("guidelines/welcome-learners/", "recommendations/fund-trainers/"),
    ("practices/bakery-days/", "indicators/joint-plan/"),
    ("guidelines/welcome-learners/", "indicators/joint-plan/"),
    ("recommendations/fund-trainers/", "indicators/trained-trainers/"),
    ("practices/solar-workshop/", "guidelines/welcome-learners/"),
]


def reasons(page: LexborHTMLParser, target: str) -> list[str]:
    """Return why a page points to another one."""
    cards = [card for card in page.css(".vw-related .vw-card") if card.css(f'a[href="../../{target}"]')]
    return [span.text() for card in cards for span in card.css("span")]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_related_pages_lead_to_each_other(network: Published, lang: str, one: str, other: str) -> None:
    for here, there in ((one, other), (other, one)):
        assert network.page(f"{lang}/{here}").css(f'main a[href="../../{there}"]'), (here, there)


def test_a_page_says_why_another_one_stands_there(network: Published) -> None:
    bakery, guideline = network.page("en/practices/bakery-days/"), network.page("en/guidelines/welcome-learners/")
    shared = "In common: A training plan made together"
    assert reasons(bakery, "guidelines/welcome-learners/") == ["Names this page", shared]
    assert reasons(guideline, "practices/bakery-days/") == ["Named on this page", shared]
    assert reasons(guideline, "practices/solar-workshop/") == ["Named on this page", shared]
    assert reasons(guideline, "recommendations/fund-trainers/") == ["Names this page"]


def test_a_title_in_another_language_is_marked_as_such(network: Published) -> None:
    found = network.page("en/practices/bakery-days/").css('.vw-related a[href*="welcome-learners"]')
    assert [(link.attributes["lang"], link.attributes["dir"]) for link in found] == [("ar", "rtl")]


def change_front_matter(root: Path) -> None:
    """Let a recommendation and a guideline name another indicator, and a practice lose the last theme of its kind."""
    replace(root / "content/recommendations/fund-trainers.md", "id: trained-trainers", "id: joint-plan")
    replace(root / "content/guidelines/welcome-learners.md", "id: joint-plan", "id: first-weeks")
    replace(root / "content/practices/guest-house.md", '["fair-access"]', '["learning-by-doing"]')


def change_titles(root: Path) -> None:
    """Give a guideline and the texts of the benchmark other words."""
    replace(root / "content/guidelines/welcome-learners.md", "كيف تستقبل الورشة", "كيف ترحب الورشة")
    replace(root / "benchmark/nour-2/en.yml", '"No plan"', '"No plan at all"')
    replace(root / "benchmark/nour-2/en.yml", '"Planning together"', '"Planning side by side"')


@pytest.mark.parametrize("change", [change_front_matter, change_titles])
def test_a_rebuild_after_a_change_of_neighbours_equals_a_fresh_build(sources: Path, change: object) -> None:
    assert callable(change)
    memory = Memory()
    build(read_settings(sources), memory=memory)
    change(sources)
    build(read_settings(sources), memory=memory)
    fresh = sources.with_name("fresh")
    shutil.copytree(sources, fresh, ignore=shutil.ignore_patterns("build", "site"))
    assert Published(sources / "site").files() == publish(fresh).files()


def test_a_network_without_a_benchmark_still_has_its_indicators(sources: Path) -> None:
    replace(sources / "mkdocs.yml", "  benchmark: {model: benchmark/nour-2}\n", "")
    shutil.rmtree(sources / "benchmark")
    site = publish(sources)
    for lang in LANGUAGES:
        page = site.page(f"{lang}/indicators/joint-plan/")
        assert page.css('a[href="../../practices/bakery-days/"]')
        assert site.page(f"{lang}/indicators/").css('a[href="../indicators/joint-plan/"]')
