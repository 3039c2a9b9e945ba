"""Official figures in the words and the number format of a language: values, flags, sentences, tables.

A sentence names a value and what it is measured against; it never sets one country above another. Values show at most
one decimal, as people quote them; the files to download keep all.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

from build_tools.model import TranslationMark
from build_tools.releases import assets_digest
from build_tools.sorting import sort_key
from build_tools.statistic_charts import Charts, charts_of, is_uncertain, range_year
from build_tools.statistics import Position, Range, position, spans, trend
from build_tools.statistics_files import BREAK, EU, Row, Series
from build_tools.statistics_model import StatisticWords, Target
from build_tools.views import Site, View

# A decimal from a whole number on: nobody measures people to a hundredth of a per cent.
_MOST_DECIMALS = 1


class Line(NamedTuple):
    """A year of an area as a row of its table; a text is empty where there is no value."""

    year: int
    value: str = ""
    eu: str = ""
    span: str = ""
    flags: str = ""
    reliability: str = ""


class Cell(NamedTuple):
    """A value in a table of all areas, its flags and its reliability as letters."""

    value: str
    letters: str


class Shown(NamedTuple):
    """A statistic as a page shows it for one area.

    `row` is the newest value, `year` that of the range; `target` is the one that the newest value is measured
    against; `keys` are the signs in the charts and what they stand for.
    """

    series: Series
    area: str
    words: StatisticWords
    charts: Charts
    row: Row
    year: int
    target: str
    sentences: list[str]
    lines: list[Line]
    keys: list[tuple[str, str]]

    @property
    def newest(self) -> Line:
        """The line of the newest value."""
        return next(line for line in self.lines if line.year == self.row.year)


def stylesheets(site: Site) -> list[str]:
    """Return the style sheets that pages with official figures load beside those of every page."""
    return [f"assets/statistics.css?{assets_digest(site)}"]


@lru_cache(maxsize=1)
def digest_of(site: Site) -> str:
    """Return a digest of all official figures and their style, so that pages of the same need not be made again."""
    found = [(series.id, series.meta, series.rows) for series in site.catalog.statistics.values()]
    return hashlib.sha256(repr((found, stylesheets(site))).encode()).hexdigest()


def shown(view: View, series: Series, area: str) -> Shown:
    """Return what a page shows of a statistic for an area that has a value in it."""
    place = position(series, area)
    assert place  # noqa: S101 - the caller knows that there is a value
    charts = charts_of(view.site)[series.id, area]
    return Shown(
        series,
        area,
        series.meta.words(view.lang),
        charts,
        place.row,
        range_year(series, area),
        target_words(view, place.target) if place.target else "",
        list(_sentences(view, series, area, place)),
        [_line(view, series, area, year) for year in series.years],
        list(_keys(view, series, area, charts)),
    )


def value_words(view: View, series: Series, value: float) -> str:
    """Return a value of a statistic, all of them with the same number of decimals."""
    digits = min(_MOST_DECIMALS, max(len(row.text.partition(".")[2]) for row in series.rows))
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return view.figure(str(rounded), series.meta.kind == "percentage")


def target_words(view: View, target: Target) -> str:
    """Return a target, and the year by which it is to be reached: “60% (2025)”."""
    return f"{view.figure(f'{target.value:g}', is_percentage=True)} ({target.year})"


def flag_words(view: View, row: Row) -> str:
    """Return what the flags of a value mean, empty without flags."""
    return "; ".join(f"{view.label('statistic-flags', flag)} ({flag})" for flag in row.flags)


def by_area(view: View, series: Series) -> list[tuple[str, list[Cell | None]]]:
    """Return the values of every area in the order of the years: the EU first, then countries from A to Z."""
    areas = [*([EU] if series.of(EU) else []), *by_name(view, series.countries)]
    return [(area, [_cell(view, series, series.row(area, year)) for year in series.years]) for area in areas]


def by_name(view: View, areas: Iterable[str]) -> list[str]:
    """Return areas in the order of their names in the language of the view."""
    return sorted(areas, key=lambda code: sort_key(view.country(code)))


def breaks(view: View, series: Series) -> list[tuple[int, str]]:
    """Return the years in which a new series begins, and for which areas."""
    found = {year: [row for row in series.rows if row.year == year] for year in series.years}
    areas = {year: [row.country for row in rows if BREAK in row.flags] for year, rows in found.items()}
    return [
        (year, view.text("statistic-all-areas") if len(codes) == len(found[year]) else _names(view, codes))
        for year, codes in areas.items()
        if codes
    ]


def letters(view: View, found: Sequence[Series], area: str = "") -> list[tuple[str, str]]:
    """Return every letter beside a value (of an area) and what it means, flags before reliabilities."""
    rows = [row for series in found for row in series.rows if not area or row.country == area]
    used = {flag for row in rows for flag in row.flags}, {row.reliability for row in rows}
    return [
        (letter, view.label(vocabulary, letter))
        for vocabulary, seen in zip(("statistic-flags", "reliabilities"), used, strict=True)
        for letter in view.catalog.vocabularies[vocabulary]
        if letter in seen
    ]


def by_title_of(view: View, found: Iterable[Series]) -> list[Series]:
    """Return statistics in the order of their titles."""
    return sorted(found, key=lambda series: sort_key(series.meta.words(view.lang).title))


def translation_of(view: View, series: Series) -> TranslationMark | None:
    """Return how the texts of a statistic in the language of the view were made; None for the original."""
    return None if series.meta.words(view.lang).lang == series.meta.lang else series.meta.translation


def value_says(view: View, series: Series, row: Row) -> str:
    """Return a value as a sentence: area, year, value."""
    return view.text(
        "statistic-says-value",
        area=view.country(row.country),
        year=row.year,
        value=value_words(view, series, row.value),
    )


def _names(view: View, areas: Iterable[str]) -> str:
    return view.listed([view.country(area) for area in by_name(view, areas)])


def _cell(view: View, series: Series, row: Row | None) -> Cell | None:
    return Cell(value_words(view, series, row.value), f"{row.flags} {row.reliability}".strip()) if row else None


def _line(view: View, series: Series, area: str, year: int) -> Line:
    row, eu, span = series.row(area, year), series.row(EU, year), spans(series).get(year)
    return Line(
        year,
        value_words(view, series, row.value) if row else "",
        value_words(view, series, eu.value) if eu else "",
        _span(view, series, span) if span and span.n > 1 else "",
        flag_words(view, row) if row else "",
        row.reliability if row else "",
    )


def _keys(view: View, series: Series, area: str, charts: Charts) -> Iterator[tuple[str, str]]:
    """Return the signs that the charts of an area use and what they stand for, in words of the language."""
    is_compared, rows = series.meta.kind == "percentage", series.of(area)
    if area != EU:
        yield "own", view.country(area)
    if area == EU or (is_compared and series.of(EU)):
        yield "eu", view.text("statistic-key-eu")
    if charts.trend and is_compared and spans(series):
        yield "band", view.text("statistic-key-band")
    if charts.range:
        yield "countries", view.text("statistic-key-countries" if area == EU else "statistic-key-others")
    if series.meta.targets and is_compared:
        yield "target", view.text("statistic-key-target")
    if any(is_uncertain(row) for row in series.rows):
        yield "hollow", view.text("statistic-key-hollow")
    if charts.trend and (trend(series, area).breaks or len(rows) < len(series.years)):
        yield "gap", view.text("statistic-key-gap")


def _span(view: View, series: Series, span: Range) -> str:
    ends = {"lowest": value_words(view, series, span.lowest), "highest": value_words(view, series, span.highest)}
    return view.text("statistic-span", **ends, n=span.n)


def _sentences(view: View, series: Series, area: str, place: Position) -> Iterator[str]:
    row = place.row
    yield value_says(view, series, row)
    yield from _target_sentence(view, place)
    if row.flags:
        yield view.text("statistic-says-flags", flags=flag_words(view, row))
    if series.meta.kind == "percentage":
        if area != EU and place.eu:
            yield view.text("statistic-says-eu", value=value_words(view, series, place.eu.value))
        yield from _range_sentence(view, series, range_year(series, area))
    yield from _trend_sentence(view, series, area)


def _range_sentence(view: View, series: Series, year: int) -> Iterator[str]:
    span = spans(series).get(year)
    if span and span.n > 1:
        yield view.text("statistic-says-range", year=year, span=_span(view, series, span))


def _target_sentence(view: View, place: Position) -> Iterator[str]:
    """Say how far a value is from the target, as section 4.1 of the benchmark model measures it."""
    if place.target is None or place.distance is None:
        return
    names = {"target": target_words(view, place.target), "difference": _points(view, place.distance)}
    if place.distance < 0:
        share = view.figure(f"{place.target_score:.1f}", is_percentage=True)
        yield view.text("statistic-says-below", **names, share=share)
    else:
        yield view.text("statistic-says-above" if place.distance else "statistic-says-reached", **names)


def _trend_sentence(view: View, series: Series, area: str) -> Iterator[str]:
    """Say how a value changed, unless a new series began on the way."""
    course = trend(series, area)
    if course.breaks:
        yield view.text("statistic-says-break", years=view.listed([str(year) for year in course.breaks]))
    elif course.change and series.meta.kind == "percentage":
        key = "statistic-says-higher" if course.change > 0 else "statistic-says-lower"
        yield view.text(key, year=course.rows[0].year, difference=_points(view, course.change))


def _points(view: View, difference: float) -> str:
    """Return a difference of two percentages without its sign."""
    return view.text("statistic-points", n=view.figure(f"{abs(difference):.{_MOST_DECIMALS}f}", is_percentage=False))
