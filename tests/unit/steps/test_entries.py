"""Pages kept from one build to the next: what they say must not be older than the content."""

import json
from dataclasses import replace

from build_tools.load import Translated, load
from build_tools.settings import read_settings
from build_tools.steps import entries
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, HOME, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

INTERFACE = load(read_settings(REPOSITORY)).interface
PRACTICE = source(GOOD_PRACTICE, "content/practices/p.md")


def languages(memory: dict[object, object], *others: Translated) -> tuple[list[str], bool]:
    """Return the languages that the English page announces, and whether its JSON-LD names a translation."""
    found = catalog(source(HOME, "content/pages/home.md"), PRACTICE, *others)
    found.interface = {lang: INTERFACE[lang] for lang in SETTINGS.languages}
    text = dict(entries.pages(Site(found, memory).views["en"]))["practices/p/"]
    meta = json.loads(text.split("\n")[1])["page"]
    return meta["languages"], "workTranslation" in meta["json_ld"]


def test_a_new_translation_is_announced_by_the_page_of_the_original() -> None:
    memory: dict[object, object] = {}
    german = translated(TRANSLATION_HEAD + "Text.\n", "content/practices/de/p.md")
    assert languages(memory) == (["en"], False)
    assert languages(memory, german) == (["en", "de"], True)
    assert languages(memory) == (["en"], False)


PROJECT = load(read_settings(REPOSITORY))
FIGURE = "{statistic: work-based-learning-of-graduates, country: EU27, year: 2025, value: 66.0}"
RECOMMENDATION = source(
    f"""---
lang: en
title: "A recommendation of tests"
summary: "Somebody in a test should do something that is good."
themes: [excellence]
aspects: [policy]
audience: [national]
indicators: [{{id: joint-assessment}}]
practices: [p]
figures: [{FIGURE}]
frameworks: {{efqea: ["3"], eqavet: [review]}}
added: "2026-01-01"
---

Text with [p](../practices/p.md).
""",
    "content/recommendations/r.md",
)


def recommendation_page(memory: dict[object, object], value: str = "66.0", lang: str = "en") -> str:
    """Return the page of the recommendation, with the figures of the project and this value in one row."""
    found = catalog(source(HOME, "content/pages/home.md"), PRACTICE, RECOMMENDATION)
    found.interface = {lang: INTERFACE[lang] for lang in SETTINGS.languages}
    series = PROJECT.statistics["work-based-learning-of-graduates"]
    rows = tuple(replace(row, text=value) if (row.country, row.year) == ("EU27", 2025) else row for row in series.rows)
    found.statistics, found.benchmark = {series.id: replace(series, rows=rows)}, PROJECT.benchmark
    return dict(entries.pages(Site(found, memory).views[lang]))["recommendations/r/"]


def test_a_recommendation_shows_who_acts_strength_consensus_frameworks_and_figures() -> None:
    text = recommendation_page({}, lang="de")
    words = INTERFACE["de"]
    assert all(words[key] in text for key in ("who-acts", "strength", "consensus-none", "figures-quoted"))
    assert "Begrenzt" in text  # one practice alone
    assert PROJECT.benchmark
    assert PROJECT.benchmark.texts["de"].frameworks["efqea"] in text
    assert "statistics/work-based-learning-of-graduates/" in text
    assert "66,0\xa0%" in text


def test_a_corrected_figure_renews_the_page_that_quotes_it() -> None:
    memory: dict[object, object] = {}
    assert "66.0%" in recommendation_page(memory)
    assert "67.0%" in recommendation_page(memory, "67.0")
