"""Reads a Markdown body as tokens with positions, for the checks and for rewriting links.

The printer of the pages has its own parser; this one (CommonMark) gives positions, which that one does not.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from markdown_it import MarkdownIt

_PARSER = MarkdownIt("commonmark").enable("table")
_CODE = re.compile(
    r"^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.M | re.S,
)
_LINK = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*)\]\(\s*<?(?P<target>[^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*)>?(?P<title>\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)"
)
_OPENING = re.compile(r"\]\(\s*<?")
_FOOTNOTE = re.compile(r"\[\^(?P<label>[^\]\s]*)\](?P<colon>:?)")


class Heading(NamedTuple):
    """A heading: its level from 1 to 6, its text, and its line in the body, counted from 0."""

    level: int
    text: str
    line: int


class Link(NamedTuple):
    """A link or image: where it starts in the body, its text and its target."""

    offset: int
    is_image: bool
    text: str
    target: str


@lru_cache(maxsize=16384)
def headings(body: str) -> tuple[Heading, ...]:
    """Return the headings of a body in their order."""
    tokens = _PARSER.parse(body)
    return tuple(
        Heading(int(token.tag[1]), tokens[index + 1].content, token.map[0])
        for index, token in enumerate(tokens)
        if token.type == "heading_open" and token.map
    )


@lru_cache(maxsize=16384)
def blank_code(body: str) -> str:
    """Return the body with code spans and fenced code replaced by spaces, offsets unchanged."""
    return _CODE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), body)


@lru_cache(maxsize=16384)
def links(body: str) -> tuple[Link, ...]:
    """Return the inline links and images outside code."""
    return tuple(
        Link(match.start(), bool(match["image"]), match["text"], match["target"])
        for match in _LINK.finditer(blank_code(body))
    )


def unreadable_links(body: str) -> tuple[int, ...]:
    """Return where something begins that a page printer may take for a link and that `links` does not."""
    text = blank_code(body)
    read = {match.start("target") for match in _LINK.finditer(text)}
    openings = (match for match in _OPENING.finditer(text) if match.end() not in read)
    return tuple(match.start() for match in openings)


@lru_cache(maxsize=16384)
def footnote_marks(body: str) -> tuple[tuple[int, str, bool], ...]:
    """Return (offset, label, whether it is a definition) of every footnote mark outside code."""
    return tuple(
        (match.start(), match["label"], bool(match["colon"]) and _starts_line(body, match.start()))
        for match in _FOOTNOTE.finditer(blank_code(body))
    )


def rewrite_targets(body: str, new_target: dict[str, str]) -> str:
    """Return the body with link targets replaced as `new_target` says; code stays as it is."""
    pieces, end = [], 0
    for match in _LINK.finditer(blank_code(body)):
        replacement = new_target.get(match["target"])
        if replacement is not None:
            pieces += [body[end : match.start("target")], replacement]
            end = match.end("target")
    return "".join(pieces) + body[end:]


def _starts_line(body: str, offset: int) -> bool:
    return offset == 0 or body[offset - 1] == "\n"
