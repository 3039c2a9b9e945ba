"""Turns a checked Markdown body into the nodes of a document: sources at their marks, boxes in checklists."""

from collections.abc import Callable, Mapping
from typing import Any

from build_tools.markdown import footnote_marks
from build_tools.steps.documents.manuscript import Part, Reference
from build_tools.steps.documents.nodes import (
    CHECKLIST,
    Node,
    Nodes,
    division,
    link,
    note,
    paragraph,
    plain_words,
    superscript,
    text,
)
from build_tools.steps.documents.pandoc import read_markdown
from build_tools.steps.documents.tables import prepared_table

type Mark = Callable[[int], Node]


def body_nodes(part: Part, shift: int, mark: Mark) -> Nodes:
    """Return the blocks of a body; `shift` is added to the level of headings, `mark` says what stands for a source."""
    marked = {mark.label for mark in footnote_marks(part.body)}
    definitions = "".join(f"\n[^{number}]: {number}\n" for number in sorted(marked))
    blocks = read_markdown(f"{part.body}\n\n{definitions}")
    headings = [block for block in blocks if block["t"] == "Header"]
    for block, anchor in zip(headings, part.anchors, strict=True):
        block["c"][0] += shift
        block["c"][1][0] = f"{part.name}{anchor}"
    images = dict(part.images)
    return [_prepared(block, part.name, mark, images) for block in _with_checklists(blocks, part.checklists)]


def _with_checklists(blocks: Nodes, headings: tuple[str, ...]) -> Nodes:
    """Return the blocks, with the lists below some headings marked as checklists."""
    found: Nodes = []
    inside = False
    for block in blocks:
        if block["t"] == "Header":
            inside = plain_words(block["c"][2]) in headings
        is_list = inside and block["t"] == "BulletList"
        found.append(division([block], CHECKLIST) if is_list else block)
    return found


def _prepared(node: Any, name: str, mark: Mark, images: Mapping[str, str]) -> Any:
    if isinstance(node, list):
        return [_prepared(item, name, mark, images) for item in node]
    if not isinstance(node, dict) or "c" not in node:
        return node
    if node["t"] == "Note":
        return mark(int(plain_words(node["c"][0]["c"])))
    inner = _prepared(node["c"], name, mark, images)
    if node["t"] == "Table":
        return prepared_table(inner)
    if node["t"] == "Image":
        inner[2][0] = images[inner[2][0]]
    if node["t"] == "Link" and inner[2][0].startswith("#"):
        inner[2][0] = f"#{name}{inner[2][0][1:]}"
    return {"t": node["t"], "c": inner}


class Footnotes:
    """Marks sources with footnotes: in full where one is named first, its title alone where it returns."""

    def __init__(self, references: tuple[Reference, ...]) -> None:
        self.references = {reference.number: reference for reference in references}
        self.seen: set[int] = set()

    def __call__(self, number: int) -> Node:
        """Return the footnote for one mark."""
        reference = self.references[number]
        if number in self.seen:
            return note([paragraph([link(reference.title, reference.address)])])
        self.seen.add(number)
        return note([paragraph(described(reference))])


class Endnotes:
    """Marks sources with the numbers that they have in the list at the end, as on the page."""

    def __init__(self, references: tuple[Reference, ...], name: str = "source") -> None:
        self.name = name
        self.places = {reference.number: place for place, reference in enumerate(references, 1)}

    def __call__(self, number: int) -> Node:
        """Return the raised number for one mark, as a link to the list."""
        return superscript([link(str(self.places[number]), f"#{self.anchor(number)}")])

    def anchor(self, number: int) -> str:
        """Return the id of a source in the list."""
        return f"{self.name}-{self.places[number]}"


def described(reference: Reference) -> Nodes:
    """Return a source in full: its title as a link, publisher and year, and the address for readers on paper."""
    return [
        link(reference.title, reference.address),
        {"t": "Str", "c": "."},
        {"t": "Space"},
        *text(reference.rest),
        {"t": "Space"},
        link(reference.address, reference.address),
    ]
