"""The project's own content: complete in every language, every page with its sources, and free of findings."""

import csv
import re
from itertools import product

import pytest

from build_tools.build import check
from build_tools.load import Catalog
from build_tools.markdown import footnote_marks
from build_tools.settings import read_settings
from build_tools.translations import resolve
from tests.integration.network import REPOSITORY

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
TRANSLATIONS = LANGUAGES[1:]
MACRO_THEMES = {
    "methodological-and-organisational-innovation",
    "excellence",
    "quality-assurance",
    "assessment-and-certification",
    "mobility",
}


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    """Give the project's content."""
    return check(read_settings(REPOSITORY))[0]


def test_the_content_has_no_error() -> None:
    _, findings = check(read_settings(REPOSITORY))
    assert [str(finding) for finding in findings if finding.level == "error"] == []


def test_there_are_ninety_practices_in_eight_languages(catalog: Catalog) -> None:
    assert tuple(catalog.settings.languages) == LANGUAGES
    assert len(catalog.of_kind("practice")) >= 90


@pytest.mark.parametrize("lang", TRANSLATIONS)
def test_every_practice_has_title_and_summary_in_the_language(catalog: Catalog, lang: str) -> None:
    for source in catalog.of_kind("practice"):
        shown = resolve(catalog, source, lang)
        assert shown.state in ("summary-only", "current", "stale"), source.slug
        assert shown.text_lang == lang, source.slug
        assert shown.title != source.entry.title, source.slug
        assert shown.summary != source.entry.summary, source.slug


def test_no_two_languages_share_a_summary(catalog: Catalog) -> None:
    for source in catalog.of_kind("practice"):
        summaries = {resolve(catalog, source, lang).summary for lang in LANGUAGES}
        assert len(summaries) == len(LANGUAGES), source.slug


def test_every_practice_marks_at_least_four_facts_with_sources(catalog: Catalog) -> None:
    few = {
        source.slug: count
        for source in catalog.of_kind("practice")
        if (count := sum(1 for _ in footnote_marks(source.document.body))) < 4
    }
    assert few == {}


@pytest.mark.parametrize("lang", TRANSLATIONS)
@pytest.mark.parametrize(("kind", "least"), [("guideline", 9), ("recommendation", 14)])
def test_guidelines_and_recommendations_stand_in_full(catalog: Catalog, kind: str, least: int, lang: str) -> None:
    states = {source.slug: resolve(catalog, source, lang).state for source in catalog.of_kind(kind)}
    assert len(states) >= least
    assert {slug: state for slug, state in states.items() if state != "current"} == {}


def test_guidelines_help_both_sides_in_every_phase(catalog: Catalog) -> None:
    found = {
        (audience, phase)
        for source in catalog.of_kind("guideline")
        for audience in source.document.data["audience"]
        for phase in source.document.data["phases"]
    }
    assert found >= set(product(("vet-provider", "company"), catalog.vocabularies["phases"]))


def test_recommendations_cover_every_theme_and_aspect(catalog: Catalog) -> None:
    data = [source.document.data for source in catalog.of_kind("recommendation")]
    themes = {theme for it in data for theme in it["themes"]}
    assert themes >= MACRO_THEMES
    assert {aspect for it in data for aspect in it["aspects"]} == set(catalog.vocabularies["aspects"])


def test_every_figure_quoted_equals_its_row_in_the_published_csv(catalog: Catalog) -> None:
    rows: dict[tuple[str, str, int], str] = {}
    for path in (REPOSITORY / "content" / "statistics").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            rows |= {(path.stem, row["country"], int(row["year"])): row["value"] for row in csv.DictReader(file)}
    figures = [it for source in catalog.of_kind("recommendation") for it in source.document.data.get("figures", [])]
    assert len(figures) >= 14
    for figure in figures:
        assert float(rows[figure["statistic"], figure["country"], figure["year"]]) == figure["value"], figure


def test_every_percentage_of_a_recommendation_stands_in_something_that_it_names(catalog: Catalog) -> None:
    targets = {target.value for series in catalog.statistics.values() for target in series.meta.targets}
    odd: dict[str, set[float]] = {}
    for source in catalog.of_kind("recommendation"):
        data = source.document.data
        paths = [catalog.sources["practice", slug].document.path for slug in data["practices"]]
        practices = [(REPOSITORY / path).read_text(encoding="utf-8") for path in paths]
        known = {figure["value"] for figure in data.get("figures", [])} | targets
        known |= {float(number) for text in practices for number in re.findall(r"\d+(?:\.\d+)?", text)}
        quoted = {float(number) for number in re.findall(r"(\d+(?:\.\d+)?)\s?%", source.document.body)}
        odd |= {source.slug: quoted - known} if quoted - known else {}
    assert odd == {}
