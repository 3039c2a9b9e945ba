"""Gives tables of a body their columns: as wide as the words in them need, across the whole line."""

import math
from itertools import chain
from typing import Any

from build_tools.steps.documents.nodes import FORM, Node, division, plain_words

# What writers put where somebody will write.
_EMPTY = ("", "…", "...")
# A column to write in takes the room of so many letters.
_ROOM = 36
# So many letters fit on a line of a table; a longer word than this one is hyphenated.
_LETTERS = 100
_LONGEST = 16


def prepared_table(content: list[Any]) -> Node:
    """Return a table with the width of its columns; one with empty cells is a form to fill in."""
    columns = list(zip(*_rows(content), strict=True))
    for specification, share in zip(content[2], _shares(columns), strict=True):
        specification[1] = {"t": "ColWidth", "c": round(share, 4)}
    table = {"t": "Table", "c": content}
    has_room = any(words in _EMPTY for words in chain.from_iterable(columns))
    return division([table], FORM) if has_room else table


def _shares(columns: list[tuple[str, ...]]) -> list[float]:
    """Return the share of the line of each column: its longest word fits, and the root evens out long cells."""
    least = [min(_longest_word(words), _LONGEST) / _LETTERS for words in columns]
    wanted = [math.sqrt(_letters(words)) for words in columns]
    rest = max(1 - sum(least), 0)
    shares = [low + rest * want / sum(wanted) for low, want in zip(least, wanted, strict=True)]
    return [share / sum(shares) for share in shares]


def _rows(content: list[Any]) -> list[list[str]]:
    """Return the words of every cell, the row of headings first."""
    rows = [*content[3][1], *chain.from_iterable(body[3] for body in content[4])]
    return [[_cell_words(cell) for cell in row[1]] for row in rows]


def _cell_words(cell: list[Any]) -> str:
    return " ".join(plain_words(block["c"]) for block in cell[4])


def _longest_word(words: tuple[str, ...]) -> int:
    """Return the letters of the longest word, and the margins of its cell."""
    return 3 + max(len(word) for cell in words for word in (cell.split() or [""]))


def _letters(words: tuple[str, ...]) -> int:
    is_blank = sum(cell in _EMPTY for cell in words) * 2 >= len(words)
    return max(*map(len, words), _ROOM if is_blank else 1)
