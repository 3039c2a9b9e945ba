"""The result: one row per figure, as a table for people and as `build/bench.json` for programs."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

HEADINGS = ("", "value", "baseline", "ratio", "bar", "holds")


@dataclass(frozen=True)
class Row:
    """A measured figure. `bar` limits the ratio to the baseline where there is one, else the value itself."""

    name: str
    value: float
    unit: str
    baseline: float | None = None
    bar: float | None = None

    @property
    def ratio(self) -> float | None:
        """Value divided by baseline."""
        return None if self.baseline is None else self.value / self.baseline

    @property
    def holds(self) -> bool:
        """Whether the bar is kept; a row without a bar is there for information and always holds."""
        measured = self.value if self.ratio is None else self.ratio
        return self.bar is None or measured <= self.bar


def as_json(rows: Iterable[Row]) -> str:
    """Return the rows in the form of `build/bench.json`."""
    return json.dumps({"rows": [_as_dict(row) for row in rows]}, indent=2) + "\n"


def _as_dict(row: Row) -> dict[str, str | float | bool | None]:
    return {
        "name": row.name,
        "value": round(row.value, 3),
        "unit": row.unit,
        "baseline": _rounded(row.baseline),
        "ratio": _rounded(row.ratio),
        "bar": row.bar,
        "holds": row.holds,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, 3)


def as_table(rows: Iterable[Row]) -> str:
    """Return the rows as aligned text: names to the left, figures to the right."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    return "\n".join(_line(line, widths) for line in cells)


def _cells(row: Row) -> tuple[str, ...]:
    baseline = "" if row.baseline is None else f"{row.baseline:.2f} {row.unit}"
    ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
    holds = "" if row.bar is None else "yes" if row.holds else "NO"
    return row.name, f"{row.value:.2f} {row.unit}", baseline, ratio, _bar(row), holds


def _bar(row: Row) -> str:
    if row.bar is None:
        return ""
    return f"{row.bar:g} {row.unit}" if row.ratio is None else f"x {row.bar:g}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    figures = (cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))
    return "  ".join((cells[0].ljust(widths[0]), *figures)).rstrip()
