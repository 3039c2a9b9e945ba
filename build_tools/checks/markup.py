"""Texts are Markdown and nothing else: no HTML, no task lists, no directives that a page printer would obey."""

import re
from collections.abc import Iterator

from build_tools.document import Path, Position
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import NOT_PLAIN

NAME = "markup"
SCOPE = "entry"

# What stands before # in a list, in a quote, or below an item.
_INDENTED = re.compile(r"^[ \t\xa0>*+.)\d-]++#", re.M)
# A line of = or - alone, below a line of text; white space of every kind, as the printer takes it.
_UNDERLINED = re.compile(r"[^ \t\n][ \t]*+\n[^\S\n>]*+>*+[^\S\n]*+(?:=++|-++)[^\S\n]*+$", re.M)
_FAULTS = (
    (re.compile(r"<(?=[A-Za-z/!?])(?!https?://[^\s<>]*>)"), "HTML", "write Markdown, or &lt; for the sign itself"),
    (re.compile(r"^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\[[ xX]\](?=\s)", re.M), "a task list", "write a plain list"),
    (re.compile(r"^///", re.M), "a directive (///)", "delete it"),
    (re.compile(r"\{\{|\{%|\{#"), "template code", "delete it"),
    (re.compile(r"^[ \t>]*(?:`{3}|~{3})", re.M), "a block of code", "write a paragraph or a list"),
    (_INDENTED, "a heading in a list or quote", "write a plain item, or ## at the start of the line"),
    (_UNDERLINED, "an underlined heading", "write ## before it"),
)


def find(subject: Source | Translated, _: Catalog) -> Iterator[Finding]:
    """Return HTML, task lists and directives in the body, and HTML in any field of the front matter."""
    body = subject.document.body
    for pattern, what, remedy in _FAULTS:
        for match in pattern.finditer(body):
            place = subject.document.in_body(match.start())
            yield Finding(subject.document.path, *place, NAME, f"{what} in the text", remedy)
    for path, text in subject.document.texts():
        if NOT_PLAIN.search(text):
            place = subject.document.position(path)
            yield _field_finding(subject, place, path)


def _field_finding(subject: Source | Translated, place: Position, path: Path) -> Finding:
    key = ".".join(map(str, path))
    return Finding(subject.document.path, *place, NAME, f"HTML or template code in `{key}`", "write plain text")
