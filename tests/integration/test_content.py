"""The project's own content: complete in every language, every page with its sources, and free of findings."""

import pytest

from build_tools.build import check
from build_tools.load import Catalog
from build_tools.markdown import footnote_marks
from build_tools.settings import read_settings
from build_tools.translations import resolve
from tests.integration.network import REPOSITORY

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
TRANSLATIONS = LANGUAGES[1:]


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
