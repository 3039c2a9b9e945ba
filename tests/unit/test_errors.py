import json

import pytest

from build_tools.errors import (
    ContentError,
    DefectError,
    Finding,
    UsageError,
    VetworkError,
    as_annotations,
    as_json,
    as_text,
)

FIRST = Finding("content/pages/a.md", 2, 7, "schema", "`lang` is wrong", "write a language")
SECOND = Finding("content/pages/a.md", 10, 1, "links", "a link", "delete it", "notice")
OTHER = Finding("content/pages/b.md", 1, 1, "ids", "a name", "change it")


def test_finding_reads_like_the_line_of_a_compiler() -> None:
    assert str(FIRST) == "content/pages/a.md:2:7: schema: `lang` is wrong; write a language"


def test_text_has_one_line_per_finding_in_the_order_of_the_files() -> None:
    assert as_text([OTHER, SECOND, FIRST]) == f"{FIRST}\n{SECOND}\n{OTHER}"
    assert as_text([]) == ""


def test_text_of_a_finding_is_one_line_whatever_it_quotes() -> None:
    finding = Finding("a.md", 1, 1, "schema", "the key `a\n::error::b\u2028\x1b[2J` is unknown", "delete it")
    assert len(as_text([finding]).splitlines()) == 1
    assert "\x1b" not in as_text([finding])


def test_lines_are_ordered_as_numbers() -> None:
    assert sorted([SECOND, FIRST]) == [FIRST, SECOND]


def test_json_has_every_field() -> None:
    rows = json.loads(as_json([SECOND, FIRST]))
    assert [row["line"] for row in rows] == [2, 10]
    assert rows[1] == {
        "path": "content/pages/a.md",
        "line": 10,
        "column": 1,
        "check": "links",
        "problem": "a link",
        "remedy": "delete it",
        "level": "notice",
    }


def test_json_keeps_letters_readable() -> None:
    assert "Wörter" in as_json([Finding("a.md", 1, 1, "x", "Wörter", "")])
    assert json.loads(as_json([])) == []


def test_annotations_are_workflow_commands() -> None:
    assert as_annotations([SECOND, FIRST]).split("\n") == [
        "::error file=content/pages/a.md,line=2,col=7,title=schema::`lang` is wrong; write a language",
        "::notice file=content/pages/a.md,line=10,col=1,title=links::a link; delete it",
    ]


def test_annotations_escape_what_ends_a_command() -> None:
    (line,) = as_annotations([Finding("a.md", 1, 1, "x", "50 % of\nit\r", "mend it")]).splitlines()
    assert line.endswith("::50 %25 of%0Ait%0D; mend it")


def test_annotations_escape_what_ends_a_property() -> None:
    line = as_annotations([Finding("content/a,b:c%.md", 1, 1, "x", "p", "r")])
    assert line.startswith("::error file=content/a%2Cb%3Ac%25.md,line=1,")


@pytest.mark.parametrize(
    ("error", "code"),
    [(VetworkError(), 3), (DefectError(), 3), (UsageError(), 2), (ContentError([]), 1)],
)
def test_every_error_has_its_exit_code(error: VetworkError, code: int) -> None:
    assert error.exit_code == code


def test_content_error_holds_its_findings_in_order() -> None:
    error = ContentError(iter([OTHER, FIRST]))
    assert error.findings == [FIRST, OTHER]
    assert str(error) == "2 findings in the content"
