from typing import Any

import pytest

from build_tools.document import Document, Position
from build_tools.errors import Finding
from build_tools.frontmatter import MAX_BYTES, decode, parse_document, parse_mapping, parse_yaml
from tests.unit.samples import places_of, unmark

QUOTED = "\\u202e", "\\e[2J", "\\0", "\\L"


def data(text: str) -> dict[str, Any]:
    document, faults = parse_yaml("a.yml", text)
    assert document, faults
    assert faults == []
    return document.data


def faults_of(marked: str) -> tuple[list[Finding], list[Position]]:
    text, places = unmark(marked)
    return parse_yaml("a.yml", text)[1], places


def document_of(text: str) -> Document:
    document, faults = parse_document("a.md", text.encode())
    assert document, faults
    return document


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("word", "word"),
        ("two words # comment", "two words"),
        ("''", ""),
        ("", None),
        ("null", None),
        ("~", None),
        ("yes", True),
        ("No", False),
        ("on", True),
        ("'NO'", "NO"),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("'12'", "12"),
        ("2.50", 2.5),
        ("-0.5", -0.5),
        ("'2026-11-23'", "2026-11-23"),
        ("1234567890123456789", "1234567890123456789"),
        ("[1, 'a', [b]]", [1, "a", ["b"]]),
        ("{a: 1, b: {c: d}}", {"a": 1, "b": {"c": "d"}}),
        ("|\n  one\n  two\n", "one\ntwo\n"),
        (">-\n  one\n  two\n", "one two"),
        ('"é\\u00e9"', "éé"),
        ("a:b", "a:b"),
        ("https://a.example/?b=c#d", "https://a.example/?b=c#d"),
        ("12:30 h", "12:30 h"),
    ],
)
def test_value_is_read_as_written(text: str, value: Any) -> None:
    assert data(f"key: {text}") == {"key": value}


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("2026-11-23", "a date object"),
        ("2026-11-23 10:00:00", "a date object"),
        ("12:30", "another number"),
        ("0x1f", "another number"),
        ("017", "another number"),
        ("1_000", "another number"),
        ("+5", "another number"),
        ("1.", "float"),
        (".inf", "float"),
        ("=", "value"),
    ],
)
def test_value_that_tools_read_differently_is_found_where_it_stands(text: str, what: str) -> None:
    findings, places = faults_of(f"é: 1\nlist:\n  - ▸{text}\n")
    assert places_of(findings) == places
    assert findings[0].problem == f"`{text}` is read as {what} by YAML"
    assert findings[0].remedy == f"write it in quotes: '{text}'"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\n▸a: 2\n", "the key `a` stands here a second time"),
        ("list:\n  - {b: 1, ▸b: 2}\n", "the key `b` stands here a second time"),
        ("? ▸[a]\n: 1\n", "a key is a list"),
        ("a: 1\nb: ▸&x [1]\nc: *x\n", "anchors and aliases"),
        ("a: ▸*x\n", "anchors and aliases"),
        ("▸&x a: 1\n", "anchors and aliases"),
        ("a: ▸!!python/name:os.system x\n", "the tag tag:yaml.org,2002:python/name:os.system is not allowed"),
        ("a: ▸!own {b: c}\n", "the tag !own is not allowed"),
        ("▸!!binary a: 1\n", "the tag tag:yaml.org,2002:binary is not allowed"),
        ("a: [[[[[[[[▸[9]]]]]]]]]\n", "values are nested more than 8 deep"),
        ("a:\n▸\t- b\n", "a tab stands where YAML wants spaces"),
        ("a: {b: 1,\n  c: ▸]\n", "YAML cannot be read here"),
        ("a: one▸: two\n", "YAML cannot be read here"),
        ("a: ok\nb: [1, 2\n▸", "YAML cannot be read here"),
        ('é: "öpen\n\n▸', "YAML cannot be read here"),
        ("▸- a\n- b\n", "not a list of keys"),
        ("▸text\n", "not a list of keys"),
        ("▸", "not a list of keys"),
    ],
)
def test_fault_of_form_is_found_where_it_stands(text: str, problem: str) -> None:
    findings, places = faults_of(text)
    assert places_of(findings) == places
    assert problem in findings[0].problem
    assert findings[0].check == "front-matter"


def test_faults_before_one_that_ends_the_reading_are_kept() -> None:
    findings, places = faults_of("a: ▸2026-11-23\nb: ▸*x\n")
    assert places_of(findings) == places


def test_second_document_in_one_file_is_found() -> None:
    document, findings = parse_yaml("a.yml", "a: 1\n--- # another\nb: 2\n")
    assert document is None or document.data.keys() >= {"a"}
    assert [finding.line for finding in findings] == [2]


@pytest.mark.parametrize("escape", QUOTED)
def test_control_characters_cannot_hide_in_escapes(escape: str) -> None:
    findings, places = faults_of(f'a: 1\nb: ▸"text {escape} more"\n')
    assert places_of(findings) == places
    assert "control character" in findings[0].problem


@pytest.mark.parametrize("escape", QUOTED)
def test_control_characters_cannot_hide_in_keys(escape: str) -> None:
    findings, places = faults_of(f'a: 1\n▸"key {escape}": 2\n')
    assert places_of(findings) == places


def test_places_of_values_and_keys() -> None:
    text = '# é\nä: 1\nlist:\n  - "x"\n  - {n: 5, "😀": [a, b]}\n'
    document, _ = parse_yaml("a.yml", text)
    assert document
    assert document.position(("ä",)) == (2, 4)
    assert document.position(("list", 1, "n")) == (5, 9)
    assert document.position(("list", 1, "😀", 1)) == (5, 21)
    assert document.key_position(("list", 1, "😀")) == (5, 12)
    assert document.key_position(("list",)) == (3, 1)


def test_place_of_what_is_missing_is_that_of_the_value_around_it() -> None:
    document, _ = parse_yaml("a.yml", "a:\n  b: {c: 1}\n")
    assert document
    assert document.position(("a", "b", "x", "y")) == (2, 6)
    assert document.key_position(("a", "b", "x")) == (2, 6)
    assert document.position(("x",)) == (1, 1)
    assert Document("a.yml", {}).position(("x",)) == (1, 1)


def test_document_has_data_and_body() -> None:
    document = document_of("---\na: 1\n---\n\nBody\n---\nmore\n")
    assert document.data == {"a": 1}
    assert document.body == "\nBody\n---\nmore\n"
    assert document.body_line == 4
    assert document.position(("a",)) == (2, 4)


@pytest.mark.parametrize("text", ["---\na: 1\n---", "---\na: 1\n---\n"])
def test_document_may_have_no_body(text: str) -> None:
    assert document_of(text).body == ""


def test_line_ends_of_windows_and_spaces_after_the_hyphens_are_fine() -> None:
    document = document_of("--- \r\na: 1\r\n---\t\r\nBody\r\nmore\r\n")
    assert (document.data, document.body, document.body_line) == ({"a": 1}, "Body\nmore\n", 4)


@pytest.mark.parametrize(
    ("before", "place"), [("", (4, 1)), ("é", (4, 2)), ("one\n", (5, 1)), ("one\n\ntwo ", (6, 5)), ("😀\n", (5, 1))]
)
def test_place_of_an_offset_in_the_body(before: str, place: tuple[int, int]) -> None:
    document = document_of(f"---\na: 1\n---\n{before}X")
    assert document.in_body(document.body.index("X")) == place


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "no line --- starts"),
        ("Text\n---\na: 1\n---\n", 1, "no line --- starts"),
        (" ---\na: 1\n---\n", 1, "no line --- starts"),
        ("----\na: 1\n----\n", 1, "no line --- starts"),
        ("---\na: 1\n", 3, "no line --- ends"),
        ("---\na: 1\n ---\n----\nBody", 5, "no line --- ends"),
        ("---", 1, "no line --- ends"),
        ("---\n---\nBody", 2, "not a list of keys"),
    ],
)
def test_front_matter_needs_its_two_lines(text: str, line: int, problem: str) -> None:
    document, (finding,) = parse_document("a.md", text.encode())
    assert document is None
    assert (finding.line, finding.column) == (line, 1)
    assert problem in finding.problem


@pytest.mark.parametrize(
    ("raw", "place", "problem"),
    [
        (b"\x00\x01", (1, 1), "not a text file"),
        (b"ab\ncd\x00", (2, 3), "not a text file"),
        ("Größe".encode("latin-1"), (1, 3), "the text is not UTF-8"),
        ("a\nß ß".encode("utf-16"), (1, 4), "not a text file"),
        (b"a\n\nb\xff", (3, 2), "the text is not UTF-8"),
        (b"x" * (MAX_BYTES + 1), (1, 1), "the file has 200,001 bytes"),
    ],
)
def test_bytes_that_are_no_text_are_found(raw: bytes, place: tuple[int, int], problem: str) -> None:
    text, (finding,) = decode("a.md", raw)
    assert text == ""
    assert (finding.line, finding.column) == place
    assert problem in finding.problem


def test_largest_file_is_read() -> None:
    assert decode("a.md", b"x" * MAX_BYTES) == ("x" * MAX_BYTES, [])


@pytest.mark.parametrize("character", "\x01\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029\u202a\u202e\u2066\u2069\ufeff\r")
def test_control_character_is_found_where_it_stands(character: str) -> None:
    document, (finding,) = parse_document("a.md", f"---\na: 1\n---\nöne\ntwo{character} x".encode())
    assert document is None
    assert (finding.line, finding.column) == (5, 4)
    assert f"U+{ord(character):04X}" in finding.problem


def test_byte_order_mark_is_found() -> None:
    _, (finding,) = parse_document("a.md", b"\xef\xbb\xbf---\na: 1\n---\n")
    assert (finding.line, finding.column) == (1, 1)
    assert "U+FEFF" in finding.problem


def test_file_full_of_control_characters_gives_a_list_that_people_can_read() -> None:
    _, findings = decode("a.md", b"\x01" * 50_000)
    assert 1 <= len(findings) <= 1000


def test_yaml_file_is_read_with_the_same_care() -> None:
    assert parse_mapping("a.yml", b"a: 1\n")[1] == []
    _, (finding,) = parse_mapping("a.yml", "a: Größe".encode("latin-1"))
    assert finding.problem == "the text is not UTF-8"
