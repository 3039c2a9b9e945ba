"""Texts are Markdown and nothing else: no HTML, no task lists, no directives that a page printer would obey."""

import re
from collections.abc import Iterator
from typing import Any

from build_tools.errors import Finding
from build_tools.frontmatter import Path, Position
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import blank_code

NAME = "markup"
SCOPE = "entry"

_FAULTS = (
    (re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^\s<>]*>)"), "HTML", "write Markdown; put code in `backticks`"),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?=\s)", re.M), "a task list", "write a plain list"),
    (re.compile(r"^///", re.M), "a directive (///)", "delete it"),
    (re.compile(r"\{\{|\{%|\{#"), "template code", "delete it, or put it in `backticks`"),
)
_FIELD_FAULT = re.compile(r"<(?=[A-Za-z/!?])|\{\{|\{%")


def find(subject: Source | Translated, _: Catalog) -> Iterator[Finding]:
    """Return HTML, task lists and directives in the body, and HTML in any field of the front matter."""
    body = blank_code(subject.document.body)
    for pattern, what, remedy in _FAULTS:
        for match in pattern.finditer(body):
            place = subject.document.in_body(match.start())
            yield Finding(subject.document.path, *place, NAME, f"{what} in the text", remedy)
    for path, text in _texts(subject.document.data):
        if _FIELD_FAULT.search(text):
            place = subject.document.position(path)
            yield _field_finding(subject, place, path)


def _texts(value: Any, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from _texts(inner, (*path, index))


def _field_finding(subject: Source | Translated, place: Position, path: Path) -> Finding:
    key = ".".join(map(str, path))
    return Finding(subject.document.path, *place, NAME, f"HTML or template code in `{key}`", "write plain text")
