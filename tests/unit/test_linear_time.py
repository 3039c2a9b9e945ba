"""Hostile texts of the largest size cost time in proportion to their length: nobody can stop a build with one file.

Time is compared between a text and one of twice its length, never with a clock on the wall.
"""

from collections.abc import Callable, Iterable
from time import process_time

import pytest

from build_tools import markdown
from build_tools.bodies import heading_ids
from build_tools.checks import CHECKS, sections
from build_tools.fix import fixed
from build_tools.frontmatter import decode, parse_document
from build_tools.load import Source
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, catalog, source

LARGEST = 150_000
SIZES = tuple(LARGEST >> step for step in range(6, -1, -1))
NOTICEABLE = 0.1
LIMIT = 3.0

UNITS = {
    "brackets": "[",
    "brackets in lines": "[\n",
    "brackets in pairs": "[[a]",
    "closing brackets": "]",
    "images": "![",
    "marks": "[^",
    "openings of links": "[a](",
    "openings of titles": '[a](b "',
    "parentheses": "(",
    "angles": "<",
    "tags": "<a",
    "autolinks": "<http://",
    "ticks": "`",
    "ticks in lines": "```\n",
    "ticks and text": "`a``b",
    "tildes": "~",
    "braces": "{",
    "attribute lists": "{:",
    "dots": ".",
    "equals signs": "=",
    "letters": "a",
    "words": "a ",
    "lines": "a\n",
    "paragraphs": "a\n\n",
    "spaces": " ",
    "tabs": "\t",
    "empty lines": "\n",
    "stars": "*",
    "emphasis": "*a _a ",
    "underscores": "_",
    "backslashes": "\\",
    "quotes": ">",
    "lists": "- ",
    "tasks": "- [ ] a\n",
    "headings": "# a\n",
    "underlined headings": "a\n-\n",
    "tables": "|",
    "rows of tables": "|a|\n|-|\n",
    "addresses": "a@",
    "whole addresses": "a@b.c ",
    "domains": "a.",
    "telephones": "+49 1 ",
    "digits": "1",
    "web addresses": "https://a",
    "entities": "&",
    "directives": "///\n",
    "links to anchors": "[a](#a)",
    "headings with links": "## [a](#b)\n",
}
STARTS = {
    "link that never ends": ("[a](", " "),
    "brace that never ends": ("{", "."),
    "braces with words": ("{", "a=b "),
    "address that never ends": ("a@", "b"),
    "address with dots": ("a@b.", "c."),
    "text of a link": ("[", "a"),
    "target of a link": ("[a](", "b(c)"),
    "title of a link": ('[a](b "', "c"),
    "fence that never ends": ("```", "\na"),
    "tag that never ends": ("<a ", "b "),
    "definition": ("[a", "\nb"),
    "heading of spaces": ("# a", " ", "b"),
    "heading of signs": ("# a", "#", "b"),
    "heading of signs and spaces": ("# a", " #", "b"),
    "line of dashes": ("a\n", "-", "b"),
    "line of spaces": ("a", " ", "b"),
    "indented line": ("a\n", " ", "b"),
    "line of hard spaces": ("a\n", "\u00a0", "b"),
    "marker of a list": ("- ", " ", "b"),
    "marker of a quote": ("", "> ", "# b"),
}


def ticks(size: int) -> str:
    """Return runs of ticks, each longer than the one before, so that none finds its end."""
    runs: list[str] = []
    length = 0
    while length < size:
        runs.append("`" * (len(runs) + 1) + "a")
        length += len(runs[-1])
    return "".join(runs)


def filled(start: str, unit: str, end: str = "") -> Callable[[int], str]:
    return lambda size: (start + unit * (size // len(unit.encode()) + 1))[:size] + end


BODIES: dict[str, Callable[[int], str]] = {
    **{name: filled("", unit) for name, unit in UNITS.items()},
    **{name: filled(*parts) for name, parts in STARTS.items()},
    "ticks of every length": ticks,
}
BLOCKS = ("ticks", "quotes", "headings", "heading of spaces", "heading of signs", "heading of signs and spaces")


def seconds(run: Callable[[str], object], text: str) -> float:
    for function in vars(markdown).values():
        if hasattr(function, "cache_clear"):
            function.cache_clear()
    start = process_time()
    run(text)
    return process_time() - start


def assert_linear(run: Callable[[str], object], body: Callable[[int], str]) -> None:
    """Double the text up to the largest size; stop as soon as a doubling costs clearly more than twice the time."""
    before = seconds(run, body(SIZES[0] // 2))
    for size in SIZES:
        now = seconds(run, body(size))
        if now > NOTICEABLE and now > LIMIT * before:
            repeats = 3 if now < 1 else 1
            before = min(seconds(run, body(size // 2)) for _ in range(repeats))
            now = min(seconds(run, body(size)) for _ in range(repeats))
            assert now <= LIMIT * before, f"{size // 2} characters: {before:.2f} s, {size}: {now:.2f} s"
        before = now


def checks_on(body: str) -> None:
    """Run every check that reads the body on a page with it."""
    entry = source(PAGE_HEAD + body)
    subject = catalog(entry)
    for check in CHECKS:
        if check.NAME == "interface":
            continue
        exhaust(check.find(entry if check.SCOPE == "entry" else subject, subject))


def exhaust(findings: Iterable[object]) -> None:
    for _ in findings:
        pass


@pytest.mark.parametrize("name", BODIES)
def test_checks_read_a_hostile_text_in_linear_time(name: str) -> None:
    assert_linear(checks_on, BODIES[name])


@pytest.mark.parametrize("name", BLOCKS)
def test_sections_of_a_hostile_practice_are_checked_in_linear_time(name: str) -> None:
    head, _, _ = GOOD_PRACTICE.partition("## The challenge")

    def check_sections(body: str) -> None:
        practice = source(head + body, "content/practices/de-sample.md")
        exhaust(sections.find(practice, catalog(practice)))
        exhaust(heading_ids(catalog(practice), practice))

    assert_linear(check_sections, BODIES[name])


@pytest.mark.parametrize("name", ["brackets", "link that never ends", "target of a link", "ticks", "text of a link"])
def test_targets_in_a_hostile_text_are_replaced_in_linear_time(name: str) -> None:
    assert_linear(lambda body: markdown.rewrite_targets(body, {"a": "b"}), BODIES[name])


@pytest.mark.parametrize("unit", ["\n", "# a\n", " ", "\t", "- 2026-11-23\n", "countries: NO\n", "---\n", "\u200b"])
def test_hostile_text_is_repaired_in_linear_time(unit: str) -> None:
    assert_linear(lambda text: fixed(f"---\na: 1\n---\nText{text}end".encode()), filled("", unit))
    assert_linear(lambda text: fixed(f"---\na: 1\n{text}\n---\nText".encode()), filled("", unit))


@pytest.mark.parametrize("unit", ["\x01", "\x01\n", "\u202e"])
def test_control_characters_are_found_in_linear_time(unit: str) -> None:
    assert_linear(lambda text: decode("a.md", text.encode()[:LARGEST]), filled("", unit))


@pytest.mark.parametrize(
    "unit",
    ["[", "{", "- ", "? ", "a: ", "a: 1\n", "b: [1, 2]\n", "'", '"', "&a ", "*a ", "! ", "|\n", "a\n", "# a\n", ", "],
)
def test_hostile_front_matter_is_read_in_linear_time(unit: str) -> None:
    assert_linear(lambda text: parse_document("a.md", f"---\na: {text}\n---\n".encode()), filled("", unit))
    assert_linear(lambda text: parse_document("a.md", f"---\n{text}\n---\n".encode()), filled("", unit))


def test_a_long_term_is_compared_in_linear_time() -> None:
    def check_term(term: str) -> None:
        head = PAGE_HEAD.replace("added:", f"audience: [{term}]\nphases: [planning]\nadded:")
        entry: Source = source(head, "content/guidelines/a.md")
        for check in CHECKS:
            if check.SCOPE == "entry":
                exhaust(check.find(entry, catalog(entry)))

    assert_linear(check_term, filled("a", "b"))
    assert_linear(check_term, filled("a", "b."))
