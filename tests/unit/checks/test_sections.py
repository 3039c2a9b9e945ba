import pytest

from build_tools.checks import sections
from build_tools.errors import Finding
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

PRACTICE = "content/practices/de-sample.md"
HEAD = GOOD_PRACTICE.partition("## The challenge")[0]
LABELS = (
    "The challenge",
    "What is done",
    "How learning is shared between school and work",
    "Results",
    "What did not work or is unknown",
    "What another organisation would need",
)
A, B, C, D, E, F = (f"## {label}\n\nText.\n\n" for label in LABELS)


def findings_in(marked: str, path: str = "content/pages/a-page.md") -> tuple[list[Finding], list[tuple[int, int]]]:
    text, places = unmark(marked)
    found = sorted(sections.find(source(text, path), catalog()))
    return found, [(line, column) for line, column in places]


def check(marked: str, problem: str, path: str = PRACTICE) -> None:
    found, places = findings_in(marked, path)
    assert places_of(found) == places
    assert found[0].problem == problem


def test_all_sections_in_order_pass() -> None:
    assert findings_in(GOOD_PRACTICE, PRACTICE)[0] == []
    assert findings_in(HEAD + A + B + "### A part\n\nText.\n\n" + C + D + E + F, PRACTICE)[0] == []


def test_kinds_without_a_vocabulary_of_sections_are_free() -> None:
    assert findings_in(PAGE_HEAD + "Text.\n\n## Anything\n\nText.\n\n### Deeper\n\nText.")[0] == []


def test_missing_section_is_found_at_the_end_of_the_file() -> None:
    body = (HEAD + A + B + C + D + E).rstrip("\n")
    found, _ = findings_in(body + "\n", PRACTICE)
    assert [(finding.line, finding.column) for finding in found] == [(body.count("\n") + 2, 1)]
    assert found[0].problem == "the section `What another organisation would need` is missing"


def test_section_given_twice_is_found() -> None:
    found, _ = findings_in(HEAD + A + B + C + D + D + E + F, PRACTICE)
    assert [finding.problem for finding in found] == ["the section `Results` is there more than once"]


def test_unknown_section_is_found_at_its_heading() -> None:
    check(
        HEAD + A + B + C + D + E + F + "▸## Our own\n\nText.\n", "the heading `Our own` is not a section of this kind"
    )


@pytest.mark.parametrize(
    ("body", "wrong"),
    [
        (A + "▸" + C + B + D + E + F, LABELS[2]),
        ("▸" + F + A + B + C + D + E, LABELS[5]),
        (A + B + C + D + "▸" + F + E, LABELS[5]),
    ],
)
def test_section_out_of_order_is_found_at_the_first_wrong_heading(body: str, wrong: str) -> None:
    check(HEAD + body, f"the section `{wrong}` is out of order")


def test_order_is_judged_among_the_sections_that_are_there() -> None:
    found, places = findings_in(HEAD + B + "▸" + D + C + E + F, PRACTICE)
    disorder = [finding for finding in found if "out of order" in finding.problem]
    assert places_of(disorder) == places
    assert disorder[0].problem == "the section `Results` is out of order"


@pytest.mark.parametrize("empty", ["▸## Results\n\n", "▸## Results\n   \n\t\n", "▸## Results\n"])
def test_empty_section_is_found_at_its_heading(empty: str) -> None:
    check(HEAD + A + B + C + empty + E + F, "the section `Results` is empty")


def test_empty_last_section_is_found() -> None:
    check(HEAD + A + B + C + D + E + "▸" + F.replace("Text.\n\n", ""), f"the section `{LABELS[5]}` is empty")


@pytest.mark.parametrize("heading", ["▸# A title\n\nText.", "Text.\n▸#A title\n\nText."])
def test_heading_of_the_first_level_is_found(heading: str) -> None:
    path = "content/pages/a-page.md"
    check(PAGE_HEAD + heading, "a heading of the first level", path)


def test_skipped_level_is_found() -> None:
    path = "content/pages/a-page.md"
    check(PAGE_HEAD + "## One\n\nText.\n\n▸#### Deep\n\nText.\n", "the heading `Deep` skips a level", path)


def test_headings_in_code_are_no_headings() -> None:
    assert findings_in(PAGE_HEAD + "Text.\n\n    # A comment\n")[0] == []


def test_translated_practice_has_the_sections_of_its_language() -> None:
    labels = [labels["de"] for labels in catalog().vocabularies["practice-sections"].values()]
    body = "".join(f"## {label}\n\nText.\n\n" for label in labels)
    path = "content/practices/de/de-sample.md"
    assert list(sections.find(translated(TRANSLATION_HEAD + body, path), catalog())) == []
    text, places = unmark(TRANSLATION_HEAD + body + "▸## Results\n\nText.\n")
    assert places_of(sections.find(translated(text, path), catalog())) == places


def test_translation_of_the_summary_alone_needs_no_sections() -> None:
    assert list(sections.find(translated(TRANSLATION_HEAD, "content/practices/de/de-sample.md"), catalog())) == []


def test_broken_vocabulary_of_sections_does_not_stop_the_check() -> None:
    subject = catalog()
    subject.vocabularies["practice-sections"] = {"challenge": "The challenge"}  # type: ignore[dict-item]
    found = list(sections.find(source(HEAD + A, PRACTICE), subject))
    assert all("failed" not in finding.problem for finding in found)
