"""A content file that was read: its data, its body, and where everything stands."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

type Path = tuple[str | int, ...]


class Position(NamedTuple):
    """A place in a file, counted from 1."""

    line: int
    column: int


class Lines:
    """Turns offsets of a text into places, in logarithmic time."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.first_line = first_line
        self.starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def position(self, offset: int) -> Position:
        """Return the place of an offset."""
        line = bisect_right(self.starts, offset) - 1
        return Position(self.first_line + line, offset - self.starts[line] + 1)


@dataclass
class Document:
    """A content file: its data, its Markdown body, and where each value stands.

    `values` and `keys` map a path such as `("sources", 0, "url")` to the place of the value and of its key;
    `traps` are the places of unquoted values that YAML reads as something else than their text.
    """

    path: str
    data: dict[str, Any]
    body: str = ""
    body_line: int = 1
    values: dict[Path, Position] = field(default_factory=dict)
    keys: dict[Path, Position] = field(default_factory=dict)
    traps: list[Position] = field(default_factory=list)

    def position(self, path: Path) -> Position:
        """Return the place of the value at `path`, or of the nearest value around it."""
        while path and path not in self.values:
            path = path[:-1]
        return self.values.get(path, Position(1, 1))

    def key_position(self, path: Path) -> Position:
        """Return the place of the key at `path`, or of the nearest value around it."""
        return self.keys.get(path) or self.position(path)

    def texts(self) -> Iterator[tuple[Path, str]]:
        """Return path and text of every value of the front matter that is a text."""
        yield from _texts(self.data, ())

    def in_body(self, offset: int) -> Position:
        """Return the place in the file of an offset in the body."""
        return self._body_lines.position(offset)

    @cached_property
    def _body_lines(self) -> Lines:
        return Lines(self.body, self.body_line)


def _texts(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(value, str):
        yield path, value
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from _texts(inner, (*path, key))
