"""Lays a manuscript out as one document tree for every format."""

from collections.abc import Iterator

from build_tools.steps.documents.body import Endnotes, Footnotes, Mark, body_nodes, described
from build_tools.steps.documents.manuscript import Fact, Figure, Linked, Manuscript, Part
from build_tools.steps.documents.nodes import (
    Node,
    Nodes,
    bullets,
    division,
    heading,
    linked,
    numbered,
    paragraph,
    plain,
    span,
    strong,
    table,
    text,
)

# Shares of the line that the columns of the table of figures take.
_FIGURE_WIDTHS = (0.46, 0.24, 0.1, 0.2)


def laid_out(manuscript: Manuscript) -> Nodes:
    """Return the blocks of a document after its cover, without the imprint."""
    return [block for part in manuscript.parts for block in _part(manuscript, part)]


def opening(manuscript: Manuscript) -> Nodes:
    """Return what stands between title and table of contents: the summary, and that a machine translated it."""
    summary = division([paragraph(text(manuscript.summary))], "summary", style="Summary")
    notice = division([paragraph(_joined(manuscript.notice, ""))], style="Notice")
    return [summary] * bool(manuscript.summary) + [notice] * bool(manuscript.notice)


def imprint(manuscript: Manuscript) -> Nodes:
    """Return the last section, which says what the document is and how to use it."""
    return [heading(1, manuscript.words["about"]), fact_list(manuscript.about)]


def _part(manuscript: Manuscript, part: Part) -> Iterator[Node]:
    depth = 1 if part.title else 0
    mark = Endnotes(part.references) if manuscript.style == "handout" else Footnotes(part.references)
    if part.title:
        yield heading(1, part.title)
    if part.summary:
        yield division([paragraph(text(part.summary))], "summary", style="Summary")
    if part.facts:
        yield heading(1 + depth, manuscript.words["facts"])
        yield fact_list(part.facts)
    yield from part.blocks or []
    if part.body:
        yield from body_nodes(part, depth - 1, mark)
    for title, items in part.lists:
        yield heading(1 + depth, title)
        yield bullets([_item(words, number, mark)] for words, number in items)
    if part.figures:
        yield heading(1 + depth, manuscript.words["figures"])
        yield figure_table(manuscript, part.figures)
    if isinstance(mark, Endnotes):
        yield heading(1 + depth, manuscript.words["sources"])
        yield _source_list(part, mark)


def _item(words: str, number: int, mark: Mark) -> Node:
    return plain([*text(words), *([mark(number)] if number else [])])


def _source_list(part: Part, mark: Endnotes) -> Node:
    items = ([plain([span(described(it), mark.anchor(it.number))])] for it in part.references)
    return division([numbered(items)], "sources")


def fact_list(facts: tuple[Fact, ...]) -> Node:
    """Return facts as lines, each with its label."""
    lines = ([strong(f"{fact.label}:"), {"t": "Space"}, *_joined(fact.values)] for fact in facts)
    return division([division([paragraph(line)], style="Fact") for line in lines], "facts")


def _joined(values: tuple[Linked, ...], between: str = ";") -> Nodes:
    """Return words with a sign and a space between them."""
    joined: Nodes = []
    for words, address in values:
        joined += [{"t": "Str", "c": between}, {"t": "Space"}, *linked(words, address)]
    return joined[2:]


def figure_table(manuscript: Manuscript, figures: tuple[Figure, ...]) -> Node:
    """Return official figures as a table."""
    head = [text(manuscript.words[name]) for name in ("figure", "figure-area", "figure-year", "figure-value")]
    rows = ([linked(*it.title), text(it.area), text(it.year), text(it.value)] for it in figures)
    return table(head, rows, _FIGURE_WIDTHS)
