import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from build_tools.fix import fixed
from build_tools.frontmatter import parse_document
from tests.conftest import GOOD_PRACTICE

FRONT = "---\n{}\n---\n"


def fix(text: str) -> str:
    return fixed(text.encode()).decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("added: 2026-11-23", 'added: "2026-11-23"'),
        ("added: 2026-11-23 # today", 'added: "2026-11-23" # today'),
        ("{accessed: 2026-11-23}", '{accessed: "2026-11-23"}'),
        ("countries: [NO, DE]", 'countries: ["NO", DE]'),
        ("countries:\n  - NO\n  - 'DE'\nregion: NO", "countries:\n  - \"NO\"\n  - 'DE'\nregion: NO"),
        ("a:\n\tb: 1", "a:\n  b: 1"),
        ("a:\n\t\t- b\tc", "a:\n    - b\tc"),
        ("title: a\u200b \ufeffb\u2060", "title: a b"),
        ("title: cafe\u0301", "title: caf\u00e9"),
        ("title: a   ", "title: a"),
    ],
)
def test_mechanical_fault_in_the_front_matter_is_repaired(old: str, new: str) -> None:
    assert fix(FRONT.format(old)) == FRONT.format(new)


@pytest.mark.parametrize(
    "line",
    [
        'added: "2026-11-23"',
        "added: '2026-11-23'",
        "title: Day 2026-11-23 and more",
        'title: "Since: 2026-11-23"',
        'title: "In the year, 2026-11-23, it began"',
        "title: 'A list - 2026-11-23, - 2026-11-24'",
        "text: |\n  Dates: 2026-11-23\n  more",
        "region: NO",
        'countries: ["NO"]',
    ],
)
def test_front_matter_in_order_stays(line: str) -> None:
    assert fix(FRONT.format(line)) == FRONT.format(line)


@pytest.mark.parametrize(
    ("body", "better"),
    [
        ("Text\n## One\nText\n", "Text\n\n## One\n\nText\n"),
        ("\n\n\n## One\n\n\nText\n\n\n", "\n\n## One\n\nText\n"),
        ("Text\r\nmore\rlast", "Text\nmore\nlast\n"),
        ("```\n# a comment\ncode\n```\n", "```\n# a comment\ncode\n```\n"),
        ("Text with 2026-11-23 and NO.\n", "Text with 2026-11-23 and NO.\n"),
    ],
)
def test_mechanical_fault_in_the_text_is_repaired(body: str, better: str) -> None:
    assert fix(FRONT.format("a: 1") + body).partition("---\na: 1\n---\n")[2].lstrip("\n") == better.lstrip("\n")


def test_the_good_practice_stays_as_it_is() -> None:
    assert fix(GOOD_PRACTICE) == GOOD_PRACTICE


@pytest.mark.parametrize("raw", [b"\xff\xfe", "Größe".encode("latin-1")])
def test_bytes_that_are_no_text_stay(raw: bytes) -> None:
    assert fixed(raw) == raw


def test_text_without_front_matter_gets_line_ends_alone() -> None:
    assert fix("added: 2026-11-23  \r\n## One\r\nText") == "added: 2026-11-23\n## One\nText\n"


@given(st.text("-#: ,[]{}\"'ab\n\r\t20261-\ufeff`~e\u0301", max_size=60).map(FRONT.format))
@example(FRONT.format("a: 1") + "## One\n## Two\n\n\n\n## Three")
@example("\n\n")
@settings(max_examples=150, deadline=None, derandomize=True)
def test_repairing_twice_is_repairing_once(text: str) -> None:
    assert fix(fix(text)) == fix(text)


@given(st.lists(st.sampled_from(["2026-11-23", "NO", ", ", ": ", "- ", " #", "[", "]", "a", "'"]), max_size=8))
@settings(max_examples=150, deadline=None, derandomize=True)
def test_repairing_keeps_the_words_of_a_quoted_text(words: list[str]) -> None:
    text = FRONT.format('countries: ["DE"]\ntitle: "{}"'.format("".join(words)))
    before, _ = parse_document("a.md", text.encode())
    after, _ = parse_document("a.md", fix(text).encode())
    assert before
    assert after
    assert before.data == after.data
