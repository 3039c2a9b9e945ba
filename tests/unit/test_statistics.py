"""Ranges, distances and courses, worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.statistics import (
    Range,
    latest,
    latest_year,
    position,
    range_score,
    spans,
    target_of,
    target_score,
    trend,
)
from tests.conftest import REPOSITORY
from tests.unit.statistic_samples import METADATA, series

WITHOUT_TARGETS = METADATA[: METADATA.index("targets:")] + METADATA[METADATA.index("sources:") :]
VALUES = st.floats(0, 100, allow_nan=False)


@pytest.mark.parametrize(
    ("value", "by_target", "by_range"),
    [(48.8, 81.3333, 47.6518), (94.3, 100, 99.7709), (24.7, 41.1667, 20.0458), (62.0, 100, 62.7721)],
)
def test_the_worked_example_b11_of_the_benchmark_model(value: float, by_target: float, by_range: float) -> None:
    assert target_score(value, 60) == pytest.approx(by_target, abs=5e-5)
    assert range_score(value, 7.2, 94.5) == pytest.approx(by_range, abs=5e-5)


def test_the_values_of_b11_are_those_of_the_site() -> None:
    found = load(read_settings(REPOSITORY)).statistics["work-based-learning-of-graduates"]
    rows = [found.row(country, 2024) for country in ("BE", "NL", "IT", "PL", "RO", "DE")]
    assert [row and row.value for row in rows] == [48.8, 94.3, 24.7, 62.0, 7.2, 94.5]
    target = target_of(found, 2024)
    assert target is not None
    assert target.value == 60


def test_the_range_leaves_out_the_european_union() -> None:
    assert spans(series()) == {2021: Range(2021, 20.0, 20.0, 1), 2022: Range(2022, 30.5, 90.0, 2)}


def test_the_position_of_a_country() -> None:
    found = position(series("EU27,2022,45,,A,1\nAT,2022,30,,A,1\nBE,2022,90,,A,1\nCZ,2022,45,,A,1\n"), "CZ")
    assert found is not None
    assert found.span == Range(2022, 30.0, 90.0, 3)
    assert found.eu is not None
    assert (found.row.value, found.eu.value, found.distance) == (45.0, 45.0, -15.0)
    assert (found.target_score, found.range_score) == (75.0, 25.0)


def test_the_union_alone_has_a_position_without_range() -> None:
    found = position(series("EU27,2022,64,,A,1\n"), "EU27")
    assert found is not None
    assert (found.span, found.range_score, found.distance) == (None, None, 4.0)
    assert latest_year(series("EU27,2022,64,,A,1\n")) == 2022


def test_a_country_without_value_has_no_position() -> None:
    assert position(series(), "FR") is None
    assert position(series(), "BE", 2021) is None
    assert latest(series(), "FR") is None


def test_without_targets_there_is_no_distance() -> None:
    found = position(series(text=WITHOUT_TARGETS), "AT", 2022)
    assert found is not None
    assert (found.target, found.distance, found.target_score) == (None, None, None)


@pytest.mark.parametrize(("year", "target"), [(2020, 2025), (2025, 2025), (2026, 2030), (2031, 2030)])
def test_a_year_has_the_target_that_comes_next(year: int, target: int) -> None:
    found = target_of(series(), year)
    assert found is not None
    assert found.year == target


def test_the_course_says_what_changed_and_where_a_new_series_begins() -> None:
    found = trend(series("EU27,2022,45,,A,1\nAT,2021,20.1,b,B,1\nAT,2022,30.3,b,B,1\nAT,2024,28.4,u,C,1\n"), "AT")
    assert [row.year for row in found.rows] == [2021, 2022, 2024]
    assert (found.change, found.breaks) == (8.3, (2022,))
    assert [row.year for row in found.eu] == [2022]
    assert [span.year for span in found.spans] == [2021, 2022, 2024]


def test_one_value_is_no_course() -> None:
    assert trend(series(), "BE").change is None
    assert trend(series(), "EU27").eu == ()


def test_equal_ends_make_no_range() -> None:
    assert range_score(5, 5, 5) is None


@given(st.lists(VALUES, min_size=2), VALUES)
def test_a_score_in_the_range_stays_between_0_and_100_and_follows_the_value(values: list[float], other: float) -> None:
    low, high = min(values), max(values)
    scores = [range_score(value, low, high) for value in sorted([*values, other])]
    known = [score for score in scores if score is not None]
    assert known == sorted(known)
    assert all(0 <= score <= 100 for score in known)


@given(VALUES, st.floats(0.1, 100))
def test_a_target_is_reached_with_100_and_only_then(value: float, target: float) -> None:
    score = target_score(value, target)
    assert 0 <= score <= 100
    assert (score == pytest.approx(100)) == (value >= target or value == pytest.approx(target))


@given(st.dictionaries(st.sampled_from(["AT", "BE", "CZ", "DE", "EU27"]), st.integers(0, 100), min_size=1))
def test_every_country_lies_in_the_range_of_its_year(values: dict[str, int]) -> None:
    found = series("".join(f"{country},2022,{value},,A,1\n" for country, value in values.items()))
    countries = {country: value for country, value in values.items() if country != "EU27"}
    for country in countries:
        place = position(found, country)
        assert place is not None
        assert place.span == Range(2022, min(countries.values()), max(countries.values()), len(countries))
