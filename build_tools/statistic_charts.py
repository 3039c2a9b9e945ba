"""What is drawn of official figures: for every area its trend and its position in the range, as far as there is one.

Counts mostly mirror the size of a country: they are drawn over the years, never beside those of other countries.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from build_tools.charts import Band, Dot, Goal, Picture, Point, RangeChart, TrendChart, draw
from build_tools.statistics import latest, latest_year, spans
from build_tools.statistics_files import BREAK, EU, Row, Series
from build_tools.views import Site

# Definition differs, provisional, low reliability, marked by Cedefop.
UNCERTAIN = frozenset("dpuV")
_FEWEST = 2


class Charts(NamedTuple):
    """The pictures of a statistic for one area: None where there is too little to draw."""

    trend: Picture | None
    range: Picture | None


@lru_cache(maxsize=1)
def charts_of(site: Site) -> Mapping[tuple[str, str], Charts]:
    """Return the charts of every statistic and area that has a value, by id and code. Made once per site.

    Raises:
        DefectError: a chart could not be drawn.

    """
    wanted = {
        (series.id, area): (trend_chart(series, area), range_chart(series, area))
        for series in site.catalog.statistics.values()
        for area in (EU, *series.countries)
    }
    return site.remember(("charts", tuple(wanted.items())), lambda: _drawn(wanted))


def _drawn(
    wanted: Mapping[tuple[str, str], tuple[TrendChart | None, RangeChart | None]],
) -> Mapping[tuple[str, str], Charts]:
    pictures = iter(draw([chart for charts in wanted.values() for chart in charts if chart]))
    return {place: Charts(*(next(pictures) if chart else None for chart in charts)) for place, charts in wanted.items()}


def trend_chart(series: Series, area: str) -> TrendChart | None:
    """Return what is drawn of an area over the years; None with fewer than two values of its own."""
    rows = series.of(area)
    if len(rows) < _FEWEST:
        return None
    own = () if area == EU else tuple(_points(rows))
    if series.meta.kind == "count":
        eu = tuple(_points(rows)) if area == EU else ()
        return TrendChart(series.years, max(row.value for row in rows), own=own, eu=eu)
    band = tuple(Band(span.year, span.lowest, span.highest) for span in spans(series).values() if span.n >= _FEWEST)
    return TrendChart(series.years, _most(series), band, own, tuple(_points(series.of(EU))), _goals(series))


def range_chart(series: Series, area: str) -> RangeChart | None:
    """Return what is drawn of an area among all countries; None for counts and with fewer than two countries."""
    year = range_year(series, area)
    rows = [row for row in series.rows if row.year == year and row.country != EU]
    if series.meta.kind == "count" or len(rows) < _FEWEST:
        return None
    eu = series.row(EU, year)
    dots = tuple(_dot(row, is_own=row.country == area) for row in rows)
    return RangeChart(_most(series), dots, _dot(eu) if eu else None, _goals(series))


def range_year(series: Series, area: str) -> int:
    """Return the year of the range: the newest of a country, for the EU the newest in which countries have values."""
    row = None if area == EU else latest(series, area)
    return row.year if row else latest_year(series)


def _points(rows: Iterable[Row]) -> Iterator[Point]:
    for row in rows:
        yield Point(row.year, row.value, is_uncertain(row), BREAK in row.flags)


def _dot(row: Row, *, is_own: bool = False) -> Dot:
    return Dot(row.value, is_uncertain(row), is_own)


def is_uncertain(row: Row) -> bool:
    """Return whether a flag says that a value is uncertain; a break alone does not."""
    return not UNCERTAIN.isdisjoint(row.flags)


def _goals(series: Series) -> tuple[Goal, ...]:
    return tuple(Goal(target.year, target.value) for target in series.meta.targets)


def _most(series: Series) -> float:
    return max([row.value for row in series.rows] + [target.value for target in series.meta.targets])
