import pytest

from build_tools.checks import footnotes
from build_tools.errors import Finding
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

PRACTICE = "content/practices/de-sample.md"
SOURCES = """sources:
  - n: 1
    title: "First"
    publisher: "Press"
    url: "https://one.example/"
    year: 2020
  - n: 2
    title: "Second"
    publisher: "Press"
    url: "https://two.example/"
    year: null
"""
HEAD = PAGE_HEAD.replace("added:", SOURCES + "added:")

MARKS = (
    ("One.[^1] Two.[^2]▸[^3]", "the mark [^3] has no source"),
    ("One.[^1] Two.[^2]\n\nÄöü ▸[^x] there.", "the mark [^x] has no source"),
    ("One.[^1] Two.[^2] ▸[^] there.", "the mark [^] has no source"),
    ("One.[^1] Two.[^2]\n\n▸[^1]: A text of its own.", "the footnote 1 is defined in the text"),
    ("One.[^1] Two.[^2] ▸[^²]", "the mark [^²] has no source"),
    ("One.[^1] Two.[^2] ▸[^01]", "the mark [^01] has no source"),
    ("One.[^1] Two.[^2] ▸[^٢]", "the mark [^٢] has no source"),
    ("One.[^1] Two.[^2] `▸[^3]`", "the mark [^3] has no source"),
    ("One.[^1] Two.[^2]\n\n> ▸[^1]: A text of its own.", "the footnote 1 is defined in the text"),
    ("One.[^1] Two.[^2]\n\n- ▸[^1]: A text of its own.", "the footnote 1 is defined in the text"),
    ("One.[^1] Two.[^2]\n\n1. ▸[^1]: A text of its own.", "the footnote 1 is defined in the text"),
    (f"One.[^1] Two.[^2] ▸[^{'9' * 70}]", "has no source"),
)


def findings_in(text: str, path: str = "content/pages/a-page.md") -> list[Finding]:
    subject = catalog(source(text, path))
    return list(footnotes.find(subject, subject))


@pytest.mark.parametrize("body", ["One.[^1] Two.[^2]", "All at once[^1][^2][^1]: fine."])
def test_marks_and_sources_that_match_pass(body: str) -> None:
    assert findings_in(HEAD + body) == []


def test_the_good_practice_passes() -> None:
    assert findings_in(GOOD_PRACTICE, PRACTICE) == []


@pytest.mark.parametrize(("body", "problem"), MARKS)
def test_mark_without_a_source_is_found_where_it_stands(body: str, problem: str) -> None:
    text, places = unmark(HEAD + body)
    (finding,) = findings_in(text)
    assert [(finding.line, finding.column)] == places
    assert problem in finding.problem


def test_source_without_a_mark_is_found_at_its_number() -> None:
    text, places = unmark(HEAD.replace("n: 2", "n: ▸2") + "One.[^1]")
    (finding,) = findings_in(text)
    assert [(finding.line, finding.column)] == places
    assert finding.problem == "no sentence is marked with source 2"


def test_number_given_twice_is_found_at_the_second() -> None:
    text, places = unmark(HEAD.replace("n: 2", "n: ▸1") + "One.[^1]")
    (finding,) = findings_in(text)
    assert [(finding.line, finding.column)] == places
    assert finding.problem == "source 1 is listed twice"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    source: 3\n", "    source: ▸33\n"),
        ("  - id: assessment-auth", "    source: ▸44\n  - id: assessment-auth"),
    ],
)
def test_field_that_cites_an_unknown_source_is_found(old: str, new: str) -> None:
    text, places = unmark(GOOD_PRACTICE.replace(old, new, 1))
    findings = findings_in(text, PRACTICE)
    assert places_of(findings) == places
    assert findings[0].problem == f"there is no source {new.split('▸')[1][:2]}"


def test_source_that_only_an_outcome_cites_is_used() -> None:
    text = GOOD_PRACTICE.replace("some 100 of them its own.[^4]", "some 100 of them its own.")
    assert findings_in(text, PRACTICE) == []


def test_too_few_marks_are_found_at_the_start_of_the_text() -> None:
    head, _, _ = GOOD_PRACTICE.partition("## The challenge")
    findings = findings_in(head + "All at once.[^1][^2]\n", PRACTICE)
    few = [finding for finding in findings if "footnote marks" in finding.problem]
    assert [(finding.line, finding.column) for finding in few] == [(head.count("\n"), 1)]
    assert few[0].problem == "the text has 2 footnote marks"
    assert "at least 4" in few[0].remedy


def test_translated_text_must_cite_sources_of_the_original() -> None:
    text, places = unmark(TRANSLATION_HEAD + "Eins.[^1] Drei.▸[^3]")
    subject = catalog(source(HEAD + "One.[^1] Two.[^2]"), translated(text))
    findings = list(footnotes.find(subject, subject))
    assert places_of(findings) == places
    assert findings[0].path == "content/pages/de/a-page.md"


def test_translation_of_the_summary_alone_needs_no_marks() -> None:
    subject = catalog(source(HEAD + "One.[^1] Two.[^2]"), translated(TRANSLATION_HEAD))
    assert list(footnotes.find(subject, subject)) == []
