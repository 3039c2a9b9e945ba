"""The form of tables: columns, rows, and how they are written as CSV."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from build_tools.views import Site

SEPARATOR = ";"
SEVERAL = f"ids, separated by {SEPARATOR}"

type Row = Mapping[str, Any]


class Column(NamedTuple):
    """A column: its name, the type of its values, whether every row has one, and what it means."""

    name: str
    type: Literal["string", "integer", "number", "boolean", "date", "year"] = "string"
    required: bool = True
    description: str = ""


class Table(NamedTuple):
    """A table: what its rows are, its columns, its key, the column that names a practice, and where rows come from."""

    name: str
    description: str
    columns: Sequence[Column]
    key: Sequence[str]
    practice: str | None
    rows: Callable[[Site], Iterable[Row]]


class CsvFile(NamedTuple):
    """A written table, and how many rows it has below the header."""

    content: bytes
    rows: int


def csv_file(table: Table, site: Site) -> CsvFile:
    """Return a table as RFC 4180 says: UTF-8, a header, lines that end in CR LF, quotes where they are needed."""
    names = [column.name for column in table.columns]
    rows = [[_cell(row[name]) for name in names] for row in table.rows(site)]
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerows([names, *rows])
    return CsvFile(text.getvalue().encode(), len(rows))


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return SEPARATOR.join(map(str, value))
    return "" if value is None else str(value)
