"""Ids of headings that every format takes, and what a table of contents lists."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from build_tools.steps.documents.nodes import Nodes, plain_words

DEPTH = 2


class Heading(NamedTuple):
    """A line of a table of contents."""

    level: int
    words: str
    name: str


def named(blocks: Nodes) -> Nodes:
    """Return blocks whose headings have short ids in their order; links to the ids that they had lead there.

    Word cuts names of bookmarks at 40 characters.
    """
    headings = [block for block in blocks if block["t"] == "Header"]
    names = {block["c"][1][0]: f"section-{place}" for place, block in enumerate(headings, 1) if block["c"][1][0]}
    places = {id(block): f"section-{place}" for place, block in enumerate(headings, 1)}
    return [_with_name(block, places.get(id(block), ""), names) for block in blocks]


def _with_name(block: Any, name: str, names: Mapping[str, str]) -> Any:
    changed = _relinked(block, names)
    if name:
        changed["c"][1][0] = name
    return changed


def _relinked(node: Any, names: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [_relinked(item, names) for item in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    inner = _relinked(node["c"], names)
    if node["t"] == "Link" and inner[2][0].startswith("#"):
        inner[2][0] = f"#{names.get(inner[2][0][1:], inner[2][0][1:])}"
    return {"t": node["t"], "c": inner}


def outline(blocks: Nodes) -> list[Heading]:
    """Return the headings that a table of contents lists."""
    found = (block["c"] for block in blocks if block["t"] == "Header")
    return [Heading(level, plain_words(inner), attr[0]) for level, attr, inner in found if level <= DEPTH]
