"""The place in a cohort, and what must not be shown."""

import pytest

from vetwork_benchmark.percentile import mid_rank, standing

TWELVE = [35, 41.5, 48, 52, 52, 55.5, 60, 63, 63, 63, 70, 84]


@pytest.mark.parametrize(("value", "place"), [(0, 0), (35, 100 / 24), (63, 850 / 12), (100, 100)])
def test_mid_rank(value: float, place: float) -> None:
    assert mid_rank(TWELVE, value) == pytest.approx(place)


@pytest.mark.parametrize(("value", "quarter"), [(0, 1), (48, 1), (50, 2), (60, 3), (70, 4), (99, 4)])
def test_small_cohort_shows_the_quarter(value: float, quarter: int) -> None:
    found = standing(TWELVE, value)
    assert (found["suppressed"], found["quarter"], found["rounded"]) == (False, quarter, None)


@pytest.mark.parametrize(("value", "rounded"), [(-1, 0), (0, 5), (10.5, 55), (11, 60), (30, 100)])
def test_larger_cohort_shows_fives(value: float, rounded: int) -> None:
    found = standing(list(range(20)), value)
    assert (found["quarter"], found["rounded"]) == (None, rounded)


@pytest.mark.parametrize(("n", "k", "suppressed"), [(9, 10, True), (10, 10, False), (5, 5, False), (4, 1, True)])
def test_cohort_under_k_is_suppressed(n: int, k: int, suppressed: bool) -> None:
    found = standing([50.0] * n, 50, k)
    assert found["suppressed"] is suppressed
    assert (found["percentile"] is None) is suppressed
