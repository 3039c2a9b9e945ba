import pytest

from build_tools.load import Source, Translated
from build_tools.translations import Localized, direction, is_stale, resolve, source_hash
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, source, translated

BODY = "## One\n\nText of the page.\n"
ORIGINAL = source(PAGE_HEAD + BODY)
OLD = "000000000000-000000000000"
PRACTICE = source(GOOD_PRACTICE, "content/practices/de-sample.md")


def translation(hash_: str, body: str = "", more: str = "") -> Translated:
    head = TRANSLATION_HEAD.replace(OLD, hash_).replace("translation:", f"{more}translation:")
    return translated(head + body)


def resolved(*translations: Translated, lang: str = "de") -> Localized:
    return resolve(catalog(ORIGINAL, *translations), ORIGINAL, lang)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "ltr"), ("pt-BR", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("fa-IR", "rtl"), ("arn", "ltr")],
)
def test_direction_of_writing(lang: str, expected: str) -> None:
    assert direction(lang) == expected


def test_source_in_its_own_language() -> None:
    entry = resolved(lang="en")
    assert (entry.state, entry.body_lang, entry.text_lang, entry.is_fallback) == ("source", "en", "en", False)
    assert (entry.title, entry.body, entry.mark, entry.stale) == ("A page of text", "\n" + BODY, None, False)
    assert entry.slug == "a-page"


def test_missing_translation_shows_the_source() -> None:
    entry = resolved()
    assert (entry.state, entry.body_lang, entry.text_lang, entry.is_fallback) == ("missing", "en", "en", True)
    assert entry.title == "A page of text"


def test_translated_summary_shows_the_body_of_the_source() -> None:
    entry = resolved(translation(source_hash(ORIGINAL)))
    assert (entry.state, entry.body_lang, entry.text_lang, entry.is_fallback) == ("summary-only", "en", "de", True)
    assert (entry.title, entry.body, entry.stale) == ("Eine Seite Text", "\n" + BODY, False)
    assert entry.mark
    assert (entry.mark.method, entry.mark.reviewed) == ("human", True)


def test_whole_translation_of_the_present_text_is_current() -> None:
    entry = resolved(translation(source_hash(ORIGINAL), "## Eins\n\nText.\n"))
    assert (entry.state, entry.body_lang, entry.is_fallback) == ("current", "de", False)
    assert entry.body == "\n## Eins\n\nText.\n"


def test_whole_translation_of_an_older_text_is_stale_and_still_shown() -> None:
    entry = resolved(translation(source_hash(ORIGINAL)[:12] + OLD[12:], "## Eins\n\nText.\n"))
    assert (entry.state, entry.stale, entry.body_lang) == ("stale", True, "de")


def test_translated_summary_of_an_older_summary_is_marked() -> None:
    entry = resolved(translation(OLD))
    assert (entry.state, entry.stale) == ("summary-only", True)


@pytest.mark.parametrize(
    ("old", "new", "whole", "summary"),
    [
        ("Text of the page", "Another text", True, False),
        ("A page of text", "Another title", True, True),
        ("A page that exists", "A page which exists", True, True),
        ("added: ", "reviewed: '2026-05-05'\nadded: ", False, False),
        ("Text of the page.", "Text  of\nthe page.\n\n", False, False),
        ("## One", "## one", True, False),
    ],
)
def test_change_of_the_source_makes_a_translation_stale(old: str, new: str, whole: bool, summary: bool) -> None:
    changed = source((PAGE_HEAD + BODY).replace(old, new, 1))
    present = source_hash(ORIGINAL)
    assert is_stale(translation(present, "## Eins\n\nText.\n"), changed) is whole
    assert is_stale(translation(present), changed) is summary


def test_composition_of_accents_does_not_matter() -> None:
    one, two = source(PAGE_HEAD + "caf\u00e9"), source(PAGE_HEAD + "cafe\u0301")
    assert source_hash(one) == source_hash(two)


@pytest.mark.parametrize(
    ("old", "new"),
    [("assess real tasks", "assess tasks"), ("More than 3,700 people", "Some 3,700 people")],
)
def test_lists_of_a_practice_belong_to_its_second_half(old: str, new: str) -> None:
    changed = source(GOOD_PRACTICE.replace(old, new), "content/practices/de-sample.md")
    assert source_hash(PRACTICE)[:12] == source_hash(changed)[:12]
    assert source_hash(PRACTICE)[12:] != source_hash(changed)[12:]


def test_facts_of_a_practice_do_not_belong_to_its_hash() -> None:
    changed = source(GOOD_PRACTICE.replace("end: 2024", "end: 2025"), "content/practices/de-sample.md")
    assert source_hash(PRACTICE) == source_hash(changed)


def test_translated_lists_are_used_and_others_come_from_the_source() -> None:
    text = TRANSLATION_HEAD.replace("translation:", 'outcomes: ["Eins", "Zwei"]\ntranslation:')
    german = translated(text, "content/practices/de/de-sample.md")
    entry = resolve(catalog(PRACTICE, german), PRACTICE, "de")
    assert entry.outcomes == ["Eins", "Zwei"]
    assert entry.innovative_elements[1] == "People who practise the trade assess real tasks."


def test_the_project_agrees_with_itself_on_hashes() -> None:
    subject: Source = PRACTICE
    assert source_hash(subject) == source_hash(source(GOOD_PRACTICE, "content/practices/other.md"))
