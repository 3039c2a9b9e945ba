"""Every value in every chart is the one in the CSV, and nothing that must not be compared is drawn together."""

import csv
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import pytest

from build_tools.load import Catalog, load
from build_tools.settings import read_settings
from build_tools.statistic_charts import charts_of, range_chart, range_year, trend_chart
from build_tools.statistics_files import EU
from build_tools.views import Site
from tests.conftest import REPOSITORY
from tests.unit.drawn_values import Mark, paths, range_marks, target_values, tree_of, trend_marks
from tests.unit.statistic_samples import METADATA, series

STATISTICS = sorted(path.stem for path in (REPOSITORY / "content" / "statistics").glob("*.csv"))
UNCERTAIN = set("dpuV")


@cache
def site() -> Site:
    catalog: Catalog = load(read_settings(REPOSITORY))
    return Site(catalog)


@cache
def rows(statistic: str) -> list[dict[str, str]]:
    path = REPOSITORY / "content" / "statistics" / f"{statistic}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def wanted(name: str, found: Iterable[dict[str, str]], *, is_trend: bool) -> list[Mark]:
    return [
        Mark(
            name,
            float(row["value"]),
            float(row["year"]) if is_trend else None,
            not UNCERTAIN.isdisjoint(row["flags"]),
        )
        for row in found
    ]


def assert_same(drawn: Iterable[Mark], expected: Iterable[Mark], most: float) -> None:
    """Compare as exactly as places are drawn: to a hundredth of a unit, some 0.005% of the scale."""
    left, right = (
        sorted(marks, key=lambda mark: (mark.name, round(mark.year or 0), mark.is_hollow, mark.value))
        for marks in (drawn, expected)
    )
    assert [(mark.name, mark.is_hollow) for mark in left] == [(mark.name, mark.is_hollow) for mark in right]
    for one, other in zip(left, right, strict=True):
        assert one.value == pytest.approx(other.value, abs=most / 10_000)
        assert one.year == pytest.approx(other.year, abs=0.01)


@pytest.mark.parametrize("statistic", STATISTICS)
def test_every_value_in_a_trend_is_the_one_in_the_file(statistic: str) -> None:
    meta = site().catalog.statistics[statistic].meta
    for (name, area), charts in charts_of(site()).items():
        own = [row for row in rows(statistic) if row["country"] == area]
        if name != statistic or charts.trend is None:
            assert name != statistic or len(own) < 2
            continue
        others = [row for row in rows(statistic) if row["country"] == EU and area != EU and meta.kind == "percentage"]
        expected = wanted("eu" if area == EU else "own", own, is_trend=True) + wanted("eu", others, is_trend=True)
        expected += ends(statistic) if meta.kind == "percentage" else []
        assert_same(trend_marks(charts.trend), expected, largest(statistic))


def ends(statistic: str) -> list[Mark]:
    """Return the lowest and the highest country of every year with two or more, where a band has two years."""
    years: dict[str, list[float]] = {}
    for row in rows(statistic):
        if row["country"] != EU:
            years.setdefault(row["year"], []).append(float(row["value"]))
    found = {int(year): values for year, values in years.items() if len(values) > 1}
    if len(found) < 2:
        return []
    return [
        Mark(name, end(values), year, is_hollow=False)
        for year, values in found.items()
        for name, end in (("lowest", min), ("highest", max))
    ]


def largest(statistic: str) -> float:
    targets = [target.value for target in site().catalog.statistics[statistic].meta.targets]
    return max([float(row["value"]) for row in rows(statistic)] + targets)


@pytest.mark.parametrize("statistic", STATISTICS)
def test_every_value_in_a_range_is_the_one_in_the_file(statistic: str) -> None:
    found = site().catalog.statistics[statistic]
    for (name, area), charts in charts_of(site()).items():
        if name != statistic or charts.range is None:
            continue
        year = [row for row in rows(statistic) if row["year"] == str(range_year(found, area))]
        own, eu = ([row for row in year if row["country"] == code] for code in (area, EU))
        others = [row for row in year if row["country"] not in (area, EU)]
        expected = wanted("other", others, is_trend=False) + wanted("eu", eu, is_trend=False)
        expected += wanted("own", own, is_trend=False) if area != EU else []
        assert_same(range_marks(charts.range), expected, largest(statistic))


@pytest.mark.parametrize("statistic", STATISTICS)
def test_targets_stand_where_their_value_is(statistic: str) -> None:
    found = site().catalog.statistics[statistic]
    expected = pytest.approx([target.value for target in found.meta.targets], abs=largest(statistic) / 10_000)
    for (name, _), charts in charts_of(site()).items():
        if name == statistic:
            assert charts.trend is None or target_values(charts.trend, is_trend=True) == expected
            assert charts.range is None or target_values(charts.range, is_trend=False) == expected


def test_no_two_dots_of_a_range_cover_each_other() -> None:
    for charts in charts_of(site()).values():
        tree = tree_of(charts.range) if charts.range else None
        dots = "".join(paths(tree, "points:not(.vw-chart__points--hollow)")) if tree else ""
        places = sorted(tuple(map(float, part.removesuffix("h0").split())) for part in dots.split("M")[1:])
        levels: dict[float, list[float]] = {}
        for x, y in places:
            levels.setdefault(y, []).append(x)
        assert all(b - a >= 8 for level in levels.values() for a, b in pairwise(level))


def test_counts_of_countries_are_never_drawn_together() -> None:
    counts = series(
        "AT,2021,20,,A,1\nAT,2022,30,,A,1\nBE,2022,90,,A,1\nEU27,2021,400,,A,1\nEU27,2022,450,,A,1\n",
        METADATA.replace("percentage", "count").replace("targets:", "not_with: []\ntargets:"),
    )
    chart = trend_chart(counts, "AT")
    assert chart
    assert (len(chart.own), chart.eu, chart.band, chart.targets) == (2, (), (), ())
    assert chart.most == 30
    assert range_chart(counts, "AT") is None


def test_one_value_is_no_trend_and_one_country_no_range() -> None:
    assert trend_chart(series(), "BE") is None
    assert range_chart(series("AT,2021,20.0,,A,1\n"), "AT") is None


def test_no_line_leads_over_a_break_or_a_missing_year() -> None:
    for letters, runs in (("", 1), ("b", 2)):
        lines = f"AT,2020,10.0,,A,1\nAT,2021,20.0,,A,1\nAT,2022,30.0,{letters},A,1\nAT,2023,40.0,,A,1\n"
        chart = trend_chart(series(lines), "AT")
        assert chart
        assert [point.apart for point in chart.own].count(True) == runs - 1
    gap = trend_chart(series("AT,2020,10.0,,A,1\nAT,2022,30.0,,A,1\nBE,2021,20.0,,A,1\n"), "AT")
    assert gap
    assert gap.years == (2020, 2021, 2022)
