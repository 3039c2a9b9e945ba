from build_tools.checks import stale_translations
from build_tools.translations import source_hash
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

ORIGINAL = source(PAGE_HEAD + "Text.")
UP_TO_DATE = TRANSLATION_HEAD.replace("000000000000-000000000000", source_hash(ORIGINAL))
BODY_CHANGED = TRANSLATION_HEAD.replace("000000000000-000000000000", source_hash(ORIGINAL)[:12] + "-000000000000")


def test_translation_of_the_present_text_passes() -> None:
    subject = catalog(ORIGINAL, translated(UP_TO_DATE + "Text."))
    assert list(stale_translations.find(subject, subject)) == []


def test_translated_summary_is_not_overtaken_by_a_change_of_the_body() -> None:
    subject = catalog(ORIGINAL, translated(BODY_CHANGED))
    assert list(stale_translations.find(subject, subject)) == []


def test_overtaken_translation_is_a_notice_at_its_hash() -> None:
    text, places = unmark(BODY_CHANGED.replace("source_hash: ", "source_hash: ▸") + "Text.")
    subject = catalog(ORIGINAL, translated(text))
    (finding,) = stale_translations.find(subject, subject)
    assert places_of([finding]) == places
    assert (finding.path, finding.level) == ("content/pages/de/a-page.md", "notice")
    assert finding.problem == "the source was changed after this translation"
    assert source_hash(ORIGINAL) in finding.remedy


def test_translation_without_an_original_is_left_to_another_check() -> None:
    subject = catalog(translated(TRANSLATION_HEAD))
    assert list(stale_translations.find(subject, subject)) == []
