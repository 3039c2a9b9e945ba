"""Finds headings, links and footnote marks in a Markdown body, with positions, as the page printer will read them.

The printer's own parser gives no positions, and parsers that do read differently in places where a hostile text
hides. So this module is stricter than both: code is not a hiding place, and what may be a link but cannot be read is
reported. Every function takes time in proportion to the length of the text.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

_HEADING = re.compile(r"^(#{1,6})([^\n]*)$", re.M)
_BRACKET = re.compile(r"\\.|\[|\][(:]?", re.S)
_PLAIN = r"[^\s()<>]{0,800}"
_TARGET = re.compile(
    rf"\s{{0,9}}<?(?P<target>{_PLAIN}(?:\([^\s()<>]{{0,200}}\){_PLAIN}){{0,3}})>?"
    r"(?:\s{1,9}(?:\"[^\"\n]{0,300}\"|'[^'\n]{0,300}'))?\s{0,9}\)"
)
_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\[\]\s]{0,80})\](?P<colon>:?)")


# What a page would not show as the plain text that a field, label or string is.
NOT_PLAIN = re.compile(r"<[A-Za-z/!?]|\{\{|\{%")


class Heading(NamedTuple):
    """A heading: its level from 1 to 6, its text, and its line in the body, counted from 0."""

    level: int
    text: str
    line: int


class Link(NamedTuple):
    """A link or image: where it starts in the body, its text, its target and where that starts.

    The target is None where something may be a link for a printer and cannot be read here; it then starts at its `](`.
    """

    offset: int
    is_image: bool
    text: str
    target: str | None
    target_offset: int


class Footnote(NamedTuple):
    """A footnote mark: where it stands, its label, and whether it begins a definition."""

    offset: int
    label: str
    is_definition: bool


@lru_cache(maxsize=16384)
def headings(body: str) -> tuple[Heading, ...]:
    """Return the headings of a body in their order."""
    found, line, end = [], 0, 0
    for match in _HEADING.finditer(body):
        line += body.count("\n", end, match.start())
        end = match.start()
        text = match[2].strip(" \t").rstrip("#").rstrip(" \t")
        found.append(Heading(len(match[1]), text, line))
    return tuple(found)


@lru_cache(maxsize=16384)
def links(body: str) -> tuple[Link, ...]:
    """Return everything that is or may be an inline link or image."""
    return tuple(_link(body, start, closing) for start, closing in _brackets(body) if closing[0] == "](")


@lru_cache(maxsize=16384)
def link_definitions(body: str) -> tuple[int, ...]:
    """Return where something begins that may define the address of a link apart from its text."""
    pairs = (start for start, closing in _brackets(body) if closing[0] == "]:")
    return tuple(start for start in pairs if not body.startswith("[^", start))


def _brackets(body: str) -> Iterator[tuple[int, re.Match[str]]]:
    """Return where each bracket opens, with the match that closes it."""
    opened: list[int] = []
    for match in _BRACKET.finditer(body):
        if match[0] == "[":
            opened.append(match.start())
        elif match[0].startswith("]"):
            yield opened.pop() if opened else match.start(), match


def _link(body: str, start: int, closing: re.Match[str]) -> Link:
    is_image = body[max(start - 1, 0) : start] == "!"
    text = body[start + 1 : closing.start()]
    target = _TARGET.match(body, closing.end())
    if target is None:
        return Link(closing.start(), is_image, text, None, closing.end())
    return Link(start - is_image, is_image, text, target["target"], target.start("target"))


@lru_cache(maxsize=16384)
def footnote_marks(body: str) -> tuple[Footnote, ...]:
    """Return the footnote marks of a body."""
    return tuple(
        Footnote(match.start(), match["label"], bool(match["colon"]) and _starts_line(body, match.start()))
        for match in _FOOTNOTE.finditer(body)
    )


def rewrite_targets(body: str, new_target: Mapping[str, str]) -> str:
    """Return the body with link targets replaced as `new_target` says."""
    pieces, end = [], 0
    for link in sorted(links(body), key=lambda link: link.target_offset):
        if link.target is not None and link.target in new_target:
            pieces += [body[end : link.target_offset], new_target[link.target]]
            end = link.target_offset + len(link.target)
    return "".join(pieces) + body[end:]


def _starts_line(body: str, offset: int) -> bool:
    return not body[body.rfind("\n", 0, offset) + 1 : offset].strip(" \t>*+-.)0123456789")
