"""Says in each format what a checklist, a box to tick and a line to write on are, and how images are placed."""

import json
from collections.abc import Mapping
from typing import Any

from build_tools.steps.documents.nodes import BLANK, CHECKLIST, FORM, TICK, Node, Nodes, raw

_BOX = "☐"
# A box that Word and LibreOffice tick with a click.
_WORD_BOX = (
    '<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">'
    '<w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/>'
    '<w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox></w:sdtPr><w:sdtContent><w:r><w:rPr>'
    '<w:rFonts w:ascii="MS Gothic" w:eastAsia="MS Gothic" w:hAnsi="MS Gothic" w:hint="eastAsia"/></w:rPr>'
    "<w:t>☐</w:t></w:r></w:sdtContent></w:sdt>"
)
_TICKS: Mapping[str, Node] = {
    "typst": raw("typst", "#tick;#h(0.35em)"),
    "docx": raw("openxml", _WORD_BOX),
    "epub3": raw("html", '<input type="checkbox"/>'),
}
_BLANKS: Mapping[str, Node] = {"typst": raw("typst", "#blank;")}
_LINE = "_" * 30


def adapted(node: Any, form: str) -> Any:
    """Return nodes as one format needs them."""
    if isinstance(node, list):
        return [one for item in node for one in _items(item, form)]
    if not isinstance(node, dict) or "c" not in node:
        return node
    inner = adapted(node["c"], form)
    if node["t"] == "Image" and form == "typst":
        return _typst_image(inner)
    return {"t": node["t"], "c": inner}


def _items(node: Any, form: str) -> list[Any]:
    classes = _classes(node)
    if TICK in classes:
        return [_TICKS.get(form, {"t": "Str", "c": _BOX})]
    if BLANK in classes:
        return [_BLANKS.get(form, {"t": "Str", "c": _LINE})]
    if CHECKLIST in classes:
        return [_checklist(node["c"][1][0], form)] if form != "typst" else _typst_checklist(node["c"][1], form)
    if form == "typst" and (name := next((it for it in classes if it in _TYPST_BLOCKS), "")):
        return _wrapped(name, adapted(node["c"][1], form))
    return [adapted(node, form)]


# Classes of blocks that a function of the template in templates/document.typ lays out.
_TYPST_BLOCKS = (FORM, "summary", "facts", "sources", "levels", "keep")


def _classes(node: Any) -> list[str]:
    has_some = isinstance(node, dict) and node.get("t") in ("Div", "Span")
    return list(node["c"][0][1]) if has_some else []


def _checklist(items: Node, form: str) -> Node:
    """Return a list of boxes: each item begins with a box and a space."""
    box = _TICKS.get(form, {"t": "Str", "c": _BOX})
    boxed = [_boxed(adapted(item, form), box) for item in items["c"]]
    return {
        "t": "Div",
        "c": [["", [CHECKLIST], [["custom-style", "Checklist"]]], [it for item in boxed for it in item]],
    }


def _boxed(blocks: Nodes, box: Node) -> Nodes:
    first, *others = blocks
    return [{"t": "Para", "c": [box, {"t": "Space"}, *first["c"]]}, *others]


def _typst_checklist(blocks: Nodes, form: str) -> Nodes:
    return _wrapped(CHECKLIST, adapted(blocks, form))


def _wrapped(name: str, blocks: Nodes) -> Nodes:
    return [raw("typst", f"#{name}[", is_block=True), *blocks, raw("typst", "]", is_block=True)]


def _typst_image(inner: list[Any]) -> Node:
    """Return an image with its description, which pandoc's writer leaves out and the standard for PDF demands."""
    described = "".join(" " if it["t"] == "Space" else str(it.get("c", "")) for it in inner[1])
    path, alt = (json.dumps(words, ensure_ascii=False) for words in (inner[2][0], described))
    return raw("typst", f"#image({path}, alt: {alt})")
