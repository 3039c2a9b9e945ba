from typing import Any

import pytest

from build_tools.frontmatter import parse_document
from build_tools.model import Page, Practice, Translation
from build_tools.validation import validate
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, places_of, unmark

MESSAGES: tuple[tuple[Any, str, str, str, str], ...] = (
    (Page, "added:", "▸extra: 1\nadded:", "the key `extra` is not known here", "lang, title, summary"),
    (Page, "lang: en\n", "", "the key `lang` is missing", "add a line `lang:`"),
    (Page, "lang: en", "lang: ▸NO", "`lang` is a word that YAML reads as yes or no", "write it in quotes"),
    (Page, "lang: en", "lang: ▸English", "`lang` has the wrong form: `English`", "a language code such as en"),
    (Page, '"A page of text"', "▸12", "`title` is not a text", "write a text, in quotes"),
    (Page, '"A page of text"', "▸Four", "`title` has 4 characters", "use at least 5"),
    (Page, '"A page of text"', f'▸"{"x" * 121}"', "`title` has 121 characters", "use at most 120"),
    (Page, '"A page of text"', '▸" A page"', "`title` has the wrong form", "remove spaces at the start"),
    (Page, '"2026-01-01"', '▸"1.1.2026"', "`added` has the wrong form: `1.1.2026`", "'2026-11-23'"),
    (Page, '"2026-01-01"', '▸"2026-02-30"', "2026-02-30", "'2026-11-23'"),
    (Page, "added:", "aliases: [▸A]\nadded:", "`aliases.0` has the wrong form", "small letters, digits"),
    (Page, "added:", "aliases: ▸old\nadded:", "`aliases` is not a list", 'such as ["a", "b"]'),
    (Page, "added:", "licence: ▸MIT\nadded:", "`licence` is `MIT`", "'CC-BY-4.0'"),
    (Page, "added:", "sources:\n  - ▸one\nadded:", "`sources.0` is not a group of keys", "`key: value` lines"),
    (Practice, '["DE"]', '[▸"de"]', "`countries.0` has the wrong form: `de`", "two capital letters in quotes"),
    (Practice, '["DE"]', "▸[]", "`countries` has 0 items", "give at least 1"),
    (Practice, "n: 2", "n: ▸100", "`sources.1.n` is `100`", "write a number up to 99"),
    (Practice, "n: 2", "n: ▸0", "`sources.1.n` is `0`", "write a number from 1 on"),
    (Practice, "n: 2", "n: ▸'2'", "`sources.1.n` is not a whole number", "without quotes"),
    (
        Practice,
        "    year: 2023",
        "    year: 2023\n    ▸by: me",
        "the key `sources.0.by` is not known",
        "the example",
    ),
    (Practice, "start: 2015, end: 2024", "start: 2015, end: 2014", "the period ends before it starts", "first year"),
    (Practice, "id: certification", "from: 1\n    id: certification", "levels are given without", "add `source:`"),
    (Practice, "grade: organiser-measured", "grade: described", "grade `described` and an empty list", "outcomes: []"),
    (Translation, "machine", "▸magic", "`translation.method` is `magic`", "'machine' or 'human'"),
    (Translation, "reviewed: yes", "reviewed: ▸maybe", "`translation.reviewed` is not yes or no", "write yes or no"),
    (Translation, '"000000000000-', '▸"00-', "`source_hash` has the wrong form", "vetwork translations"),
    (Translation, "source_hash", "countries: [DE]\nsource_hash", "the key `countries` is not known", "source_hash"),
)
TEXTS = {Page: PAGE_HEAD, Practice: GOOD_PRACTICE, Translation: TRANSLATION_HEAD.replace("human", "machine")}


@pytest.mark.parametrize(("model", "old", "new", "problem", "remedy"), MESSAGES, ids=[row[3] for row in MESSAGES])
def test_wrong_data_is_found_at_its_place(model: Any, old: str, new: str, problem: str, remedy: str) -> None:
    assert old in TEXTS[model]
    text, places = unmark(TEXTS[model].replace(old, new, 1))
    document, faults = parse_document("content/x.md", text.encode())
    assert document, faults
    entry, (finding,) = validate(model, document)
    assert entry is None
    assert problem in finding.problem
    assert remedy in finding.remedy
    assert not places or places_of([finding]) == places
    assert (finding.check, finding.level) == ("schema", "error")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("period: {start: 2015, end: 2024}", "period: ▸{start: 2015, end: 2014}"),
        ("  - id: certification-transparency", "  - ▸id: certification-transparency\n    to: 2"),
        ("lang: en\n", "▸"),
        ("grade: organiser-measured\n  reason", "▸reason"),
        ("    publisher: ", "    Publisher: "),
    ],
)
def test_fault_of_a_group_is_found_at_its_start(old: str, new: str) -> None:
    text, places = unmark(GOOD_PRACTICE.replace(old, new, 1))
    document, _ = parse_document("content/x.md", text.encode())
    assert document
    _, findings = validate(Practice, document)
    assert set(places) <= set(places_of(findings))


def test_every_wrong_value_is_found_at_once() -> None:
    text = PAGE_HEAD.replace("lang: en", "lang: 5").replace('"A page of text"', "[]").replace("added", "addde")
    document, _ = parse_document("content/x.md", text.encode())
    assert document
    _, findings = validate(Page, document)
    assert sorted(finding.line for finding in findings) == [2, 2, 3, 5]


def test_long_values_are_shown_shortened() -> None:
    document, _ = parse_document("content/x.md", PAGE_HEAD.replace("lang: en", f"lang: '{'x ' * 200}'").encode())
    assert document
    _, (finding,) = validate(Page, document)
    assert finding.problem.endswith("x …`")
    assert len(finding.problem) < 110
