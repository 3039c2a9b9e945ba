"""Whatever stands in a file, checking it gives findings with a place in the file, and never a traceback."""

import re
from collections.abc import Callable

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.checks import CHECKS, run_checks
from build_tools.errors import Finding, as_text
from build_tools.fix import fixed
from build_tools.frontmatter import parse_document, parse_mapping
from build_tools.load import Source, Translated
from build_tools.model import Page, Practice, Translation
from build_tools.validation import validate
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, source

PATH = "content/practices/de-sample.md"
HOME = source(PAGE_HEAD, "content/pages/home.md")
ORIGINAL = source(GOOD_PRACTICE, PATH)
CRASH = re.compile(r"failed on the file")
KEYS = [*Practice.model_fields, *Page.model_fields, "n", "url", "id", "from", "to", "start", "end", "x"]
PIECES = [
    *("---", "\n", "\n\n", "\n  ", "\t", "\r", ": ", "- ", "? ", "#", "|", ">-", "[", "]", "{", "}", "&a", "*a", "!!"),
    *("'", '"', "`", "``", "```", "~~~", "NO", "2026-01-01", "12:30", "1e5", "<<", "=", "\ufeff", "\u202e", "é", "😀"),
    *("## The challenge", "# One", "[^1]", "[^²]", "[a](b.md)", "![](x.png)", "](", "<b>", "{: .a }", "a@b.c", "+49 1"),
    *("- [ ] x", "| a |\n|---|", "> ", "    ", "lang: en", "sources:", "null", "\x00", "\x85", "\\", "\\u202e", "%TAG"),
]


def mappings(inner: st.SearchStrategy[object]) -> st.SearchStrategy[dict[str, object]]:
    return st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=10), inner, max_size=5)


text = st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=25).map("".join)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | st.dates() | text | st.binary(max_size=20)
values = st.recursive(scalars, lambda inner: st.lists(inner, max_size=4) | mappings(inner), max_leaves=12)
few = settings(max_examples=150, deadline=None)


def findings_of(raw: bytes) -> list[Finding]:
    """Return everything that is wrong with a file, read as a practice and as a translation of one."""
    found: list[Finding] = []
    for read in (read_practice, read_translation):
        subject, findings = read(raw)
        found += findings
        if subject:
            whole = catalog(HOME, subject) if isinstance(subject, Source) else catalog(HOME, ORIGINAL, subject)
            whole.interface = {"en": {}, "de": {}}
            found += run_checks(whole)
    return found


def read_practice(raw: bytes) -> tuple[Source | None, list[Finding]]:
    document, findings = parse_document(PATH, raw)
    entry, faults = validate(Practice, document) if document else (None, [])
    return Source("practice", "de-sample", entry, document) if entry and document else None, findings + faults


def read_translation(raw: bytes) -> tuple[Translated | None, list[Finding]]:
    document, findings = parse_document("content/practices/de/de-sample.md", raw)
    entry, faults = validate(Translation, document) if document else (None, [])
    subject = Translated("practice", "de-sample", "de", entry, document) if entry and document else None
    return subject, findings + faults


def assert_findings_in_order(raw: bytes) -> None:
    findings = findings_of(raw)
    lines = raw.count(b"\n") + raw.count(b"\r") + 2
    for finding in findings:
        assert 1 <= finding.line <= lines, finding
        assert finding.column >= 1, finding
        assert finding.problem, finding
        assert finding.remedy, finding
        assert not CRASH.search(finding.problem), finding
    assert len(as_text(findings).splitlines()) == len(findings)


def mutations(text: str) -> st.SearchStrategy[str]:
    """Return texts in which some slices were deleted, doubled, replaced, or changed places."""
    places = st.integers(0, len(text))
    slices = st.tuples(places, st.integers(0, 80)).map(lambda pair: slice(pair[0], pair[0] + pair[1]))
    return st.lists(st.tuples(slices, changes()), min_size=1, max_size=4).map(lambda cuts: _mutated(text, cuts))


def changes() -> st.SearchStrategy[Callable[[str], str]]:
    pieces = st.sampled_from(PIECES).map(lambda piece: lambda _: piece)
    inserted = st.sampled_from(PIECES).map(lambda piece: lambda cut: piece + cut)
    return st.sampled_from([lambda _: "", lambda cut: cut * 2, lambda cut: cut[::-1]]) | pieces | inserted


def _mutated(text: str, cuts: list[tuple[slice, Callable[[str], str]]]) -> str:
    for part, change in cuts:
        text = text[: part.start] + change(text[part]) + text[part.stop :]
    return text


@given(st.binary(max_size=400) | text.map(str.encode))
@example(b"")
@example(b"---\n---\n")
@example(b"---\r---\r")
@few
def test_any_bytes_give_findings(raw: bytes) -> None:
    assert findings_of(raw)
    assert_findings_in_order(raw)


@given(text, text)
@example("a: 1\n--- # again\nb: 2", "")
@example('"a\\n::error::b": 1', "")
@example("a: [1, 2]\na: []", "")
@few
def test_any_front_matter_gives_findings(front: str, body: str) -> None:
    assert_findings_in_order(f"---\n{front}\n---\n{body}".encode("utf-8", "replace"))


@given(mappings(values))
@few
def test_any_values_as_front_matter_give_findings(data: dict[str, object]) -> None:
    front = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
    assert_findings_in_order(f"---\n{front}---\n\nText.\n".encode("utf-8", "replace"))


@given(mutations(GOOD_PRACTICE))
@example(GOOD_PRACTICE.replace("[^1]", "[^²]"))
@example(GOOD_PRACTICE.replace("[^1]", f"[^{'9' * 5000}]"))
@example(GOOD_PRACTICE.replace("aliases: []", "aliases: []\noutcomes: []"))
@example(GOOD_PRACTICE.replace("reviewed: null", "--- # again\nreviewed: null"))
@example(GOOD_PRACTICE.replace("\n", "\r"))
@few
def test_any_change_of_a_good_practice_gives_findings_in_order(text: str) -> None:
    assert_findings_in_order(text.encode("utf-8", "replace"))


@given(mutations(TRANSLATION_HEAD + "## Die Herausforderung\n\nText.[^1] [a](b.md)\n"))
@few
def test_any_change_of_a_translation_gives_findings_in_order(text: str) -> None:
    assert_findings_in_order(text.encode("utf-8", "replace"))


@given(text)
@few
def test_any_text_under_a_good_head_gives_findings_in_order(body: str) -> None:
    head, _, _ = GOOD_PRACTICE.partition("## The challenge")
    assert_findings_in_order(f"{head}{body}".encode("utf-8", "replace"))


@given(st.binary(max_size=200) | text.map(str.encode) | values.map(lambda value: yaml.safe_dump(value).encode()))
@few
def test_any_list_of_terms_gives_terms_or_findings(raw: bytes) -> None:
    document, findings = parse_mapping("content/vocabularies/themes.yml", raw)
    assert document or findings
    subject = catalog(HOME, ORIGINAL)
    subject.interface = {"en": {}, "de": {}}
    if document:
        subject.documents[document.path] = document
        subject.vocabularies["themes"] = document.data
        subject.vocabularies["practice-sections"] = document.data
    assert not [finding for finding in run_checks(subject) if CRASH.search(finding.problem)]


@given(mutations(GOOD_PRACTICE))
@example(GOOD_PRACTICE)
@example(GOOD_PRACTICE.replace("region: null", 'region: "North, 2026-01-01, South"'))
@few
def test_repairing_keeps_a_practice_readable(text: str) -> None:
    raw = text.encode("utf-8", "replace")
    before, after = read_practice(raw), read_practice(fixed(raw))
    assert after[0] or not before[0]


def test_every_check_takes_part() -> None:
    assert {check.SCOPE for check in CHECKS} == {"entry", "catalog"}
    assert findings_of(GOOD_PRACTICE.encode())[:1] == [read_translation(GOOD_PRACTICE.encode())[1][0]]
