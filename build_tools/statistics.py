"""What official figures say together: ranges of a year, distance to a target, course over the years.

Nothing here ranks: a range has a lower and an upper end and a number of countries, no order between them. Nothing
here mixes two statistics. The European Union is never counted among the countries. Formulas: section 4.1, item 4 of
the benchmark model; see `target_score` and `range_score`.
"""

from dataclasses import dataclass
from functools import lru_cache

from build_tools.statistics_files import BREAK, EU, Row, Series
from build_tools.statistics_model import Target

# More series than a site has: what was worked out for one is kept as long as its rows stay the same.
_KEPT = 512


@dataclass(frozen=True, slots=True)
class Range:
    """The lowest and the highest value that countries have in a year, and how many of them have one."""

    year: int
    lowest: float
    highest: float
    n: int


@dataclass(frozen=True, slots=True)
class Position:
    """Where a value stands in its year, in the unit of the statistic.

    `span` is the range of the countries, None where the European Union alone has a value. `eu` is its value in the
    same year. `target` is the target for that year or the next one with a target, else the last. `distance` is value
    minus target in percentage points; `target_score` and `range_score` run from 0 to 100. They are None where there
    is no target or no range.
    """

    row: Row
    span: Range | None
    eu: Row | None
    target: Target | None
    distance: float | None
    target_score: float | None
    range_score: float | None


@dataclass(frozen=True, slots=True)
class Trend:
    """The course of a value: the rows of a country and of the European Union, and the range of each year.

    `change` is the last value minus the first one, None with fewer than two values. `breaks` are the years after the
    first one that begin a new series: across them a change is not a change in the world.
    """

    rows: tuple[Row, ...]
    eu: tuple[Row, ...]
    spans: tuple[Range, ...]
    change: float | None
    breaks: tuple[int, ...]


def latest(series: Series, country: str) -> Row | None:
    """Return the newest value of a country (or `EU27`), None where it has none."""
    return max(series.of(country), key=lambda row: row.year, default=None)


def latest_year(series: Series) -> int:
    """Return the newest year in which a country has a value, else the newest of the European Union."""
    return max(spans(series) or series.years)


def spans(series: Series) -> dict[int, Range]:
    """Return the range of the countries by year, the first year first."""
    return {span.year: span for span in _spans(series.rows)}


def position(series: Series, country: str, year: int | None = None) -> Position | None:
    """Return where a country (or `EU27`) stands in a year, by default its newest; None where it has no value."""
    row = latest(series, country) if year is None else series.row(country, year)
    if row is None:
        return None
    span, target = spans(series).get(row.year), target_of(series, row.year)
    return Position(
        row,
        span,
        series.row(EU, row.year),
        target,
        distance=_difference(row.value, target.value) if target else None,
        target_score=target_score(row.value, target.value) if target else None,
        range_score=range_score(row.value, span.lowest, span.highest) if span else None,
    )


def trend(series: Series, country: str) -> Trend:
    """Return the course of a country (or `EU27`); for the European Union itself `eu` is empty."""
    rows = series.of(country)
    change = _difference(rows[-1].value, rows[0].value) if len(rows) > 1 else None
    breaks = tuple(row.year for row in rows[1:] if BREAK in row.flags)
    return Trend(rows, () if country == EU else series.of(EU), _spans(series.rows), change, breaks)


def target_of(series: Series, year: int) -> Target | None:
    """Return the target for a year: the first one for it or a later year, else the last, None without targets."""
    targets = sorted(series.meta.targets, key=lambda target: target.year)
    return next((target for target in targets if target.year >= year), targets[-1] if targets else None)


def target_score(value: float, target: float) -> float:
    """Return min(100, 100 x value / target): 100 where the target is reached. `target` is above 0."""
    return min(100.0, 100 * value / target)


def range_score(value: float, lowest: float, highest: float) -> float | None:
    """Return 100 x (value - lowest) / (highest - lowest), held between 0 and 100; None where both ends are equal."""
    if highest == lowest:
        return None
    return min(100.0, max(0.0, 100 * (value - lowest) / (highest - lowest)))


@lru_cache(_KEPT)
def _spans(rows: tuple[Row, ...]) -> tuple[Range, ...]:
    """Return the range of the countries in each year. The key is the rows, which outlive the reading of the file."""
    import pandas as pd  # type: ignore[import-untyped]  # imported here so that `vetwork check` starts fast

    table = pd.DataFrame([(row.year, row.value) for row in rows if row.country != EU], columns=["year", "value"])
    years = table.groupby("year")["value"].agg(["min", "max", "count"])
    return tuple(Range(int(year), float(low), float(high), int(n)) for year, low, high, n in years.itertuples())


def _difference(value: float, other: float) -> float:
    """Return value minus other, without the last digits that binary fractions add to decimals of the files."""
    return round(value - other, 6)
