"""The nodes of pandoc's document tree that documents are built from, as its JSON writes them.

Some marks are ours and mean something else in every format (`adapting.py`): the classes `checklist` and `form` of a
block (a list of boxes, a table to fill in), and the classes `tick` and `blank` of an inline (a box, a line).
"""

from collections.abc import Iterable, Sequence
from typing import Any

type Node = dict[str, Any]
type Nodes = list[Node]

API_VERSION = [1, 23, 1]
CHECKLIST = "checklist"
FORM = "form"
TICK = "tick"
BLANK = "blank"


def attributes(name: str = "", *classes: str, **more: str) -> list[Any]:
    """Return the attributes of a node: its id, classes and key-value pairs."""
    return [name, list(classes), [[key, value] for key, value in more.items()]]


def text(words: str) -> Nodes:
    """Return plain text: nothing in it is markup."""
    spaced: Nodes = []
    for word in words.split():
        spaced += [{"t": "Space"}, {"t": "Str", "c": word}]
    return spaced[1:]


def plain_words(inlines: Nodes) -> str:
    """Return the words of inlines without their form."""
    return "".join(" " if node["t"] in ("Space", "SoftBreak") else _words(node) for node in inlines)


def _words(node: Node) -> str:
    inner = node.get("c", "")
    if isinstance(inner, str):
        return inner
    lists = [inner, *(it for it in inner if isinstance(it, list))]
    return next((plain_words(it) for it in lists if it and all(isinstance(one, dict) for one in it)), "")


def strong(words: str) -> Node:
    """Return text that stands out."""
    return {"t": "Strong", "c": text(words)}


def link(words: str, address: str) -> Node:
    """Return a link to a web address, or to an id of the document that begins with a number sign."""
    return {"t": "Link", "c": [attributes(), text(words), [address, ""]]}


def linked(words: str, address: str) -> Nodes:
    """Return text, as a link where there is an address."""
    return [link(words, address)] if address else text(words)


def superscript(inner: Nodes) -> Node:
    """Return raised text."""
    return {"t": "Superscript", "c": inner}


def note(blocks: Nodes) -> Node:
    """Return a footnote."""
    return {"t": "Note", "c": blocks}


def span(inner: Nodes, name: str = "", *classes: str) -> Node:
    """Return inlines with an id or classes."""
    return {"t": "Span", "c": [attributes(name, *classes), inner]}


def tick() -> Node:
    """Return a box to tick."""
    return span([], "", TICK)


def blank() -> Node:
    """Return a line to write on."""
    return span([], "", BLANK)


def paragraph(inner: Nodes) -> Node:
    """Return a paragraph."""
    return {"t": "Para", "c": inner}


def plain(inner: Nodes) -> Node:
    """Return inlines without the distance of a paragraph, as in cells and items."""
    return {"t": "Plain", "c": inner}


def heading(level: int, words: str, name: str = "") -> Node:
    """Return a heading."""
    return {"t": "Header", "c": [level, attributes(name), text(words)]}


def division(blocks: Nodes, *classes: str, style: str = "") -> Node:
    """Return blocks with classes, or with a named style where the format has such."""
    more = {"custom-style": style} if style else {}
    return {"t": "Div", "c": [attributes("", *classes, **more), blocks]}


def bullets(items: Iterable[Nodes]) -> Node:
    """Return a list without numbers; each item is a list of blocks."""
    return {"t": "BulletList", "c": list(items)}


def numbered(items: Iterable[Nodes], start: int = 1) -> Node:
    """Return a numbered list; each item is a list of blocks."""
    return {"t": "OrderedList", "c": [[start, {"t": "Decimal"}, {"t": "Period"}], list(items)]}


def table(head: Sequence[Nodes], rows: Iterable[Sequence[Nodes]], widths: Sequence[float] = ()) -> Node:
    """Return a table with one row of headings; a cell is inlines, `widths` are shares of the line."""
    columns = [{"t": "ColWidth", "c": width} for width in widths] or [{"t": "ColWidthDefault"}] * len(head)
    body = [attributes(), 0, [], [_row(row) for row in rows]]
    specifications = [[{"t": "AlignDefault"}, width] for width in columns]
    head_part, foot_part = [attributes(), [_row(head)]], [attributes(), []]
    return {"t": "Table", "c": [attributes(), [None, []], specifications, head_part, [body], foot_part]}


def _row(cells: Sequence[Nodes]) -> list[Any]:
    return [attributes(), [_cell(cell) for cell in cells]]


def _cell(inner: Nodes) -> list[Any]:
    return [attributes(), {"t": "AlignDefault"}, 1, 1, [plain(inner)] if inner else []]


def in_lines(lines: Iterable[Nodes]) -> Nodes:
    """Return inlines one below the other."""
    broken: Nodes = []
    for line in lines:
        broken += [{"t": "LineBreak"}, *line]
    return broken[1:]


def raw(form: str, code: str, is_block: bool = False) -> Node:
    """Return code that one format understands and every other leaves out."""
    return {"t": "RawBlock" if is_block else "RawInline", "c": [form, code]}


def document(blocks: Nodes, meta: dict[str, str]) -> Node:
    """Return a whole document with its metadata as plain text."""
    strings = {key: {"t": "MetaInlines", "c": text(value)} for key, value in meta.items() if value}
    return {"pandoc-api-version": API_VERSION, "meta": strings, "blocks": blocks}
