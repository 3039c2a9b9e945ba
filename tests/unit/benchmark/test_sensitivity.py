"""Reweighting, against brute force."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.benchmark.strategies import SOME
from vetwork_benchmark.aggregate import arithmetic_mean
from vetwork_benchmark.sensitivity import FACTORS, box, leave_one_out, one_at_a_time

POSITIVE = st.floats(0.01, 100)
WEIGHTED = st.lists(st.tuples(st.floats(0, 100), POSITIVE), min_size=1, max_size=6)


@SOME
@given(WEIGHTED)
def test_box_is_the_best_of_all_corners(dimensions: list[tuple[float, float]]) -> None:
    scores, weights = map(list, zip(*dimensions, strict=True))
    means = [
        arithmetic_mean(scores, [weight * factor for weight, factor in zip(weights, corner, strict=True)])
        for corner in product(FACTORS, repeat=len(scores))
    ]
    assert box(scores, weights) == pytest.approx((min(means), max(means)), abs=1e-9)


@SOME
@given(WEIGHTED)
def test_one_at_a_time_is_the_best_of_all_changes_and_lies_in_the_box(dimensions: list[tuple[float, float]]) -> None:
    scores, weights = map(list, zip(*dimensions, strict=True))
    means = [
        arithmetic_mean(scores, [weight * (factor if i == k else 1) for i, weight in enumerate(weights)])
        for k in range(len(scores))
        for factor in FACTORS
    ]
    found = one_at_a_time(scores, weights)
    assert found == pytest.approx((min(means), max(means)), abs=1e-9)
    assert box(scores, weights)[0] - 1e-9 <= found[0] <= arithmetic_mean(scores, weights) + 1e-9
    assert arithmetic_mean(scores, weights) - 1e-9 <= found[1] <= box(scores, weights)[1] + 1e-9


def test_leave_one_out() -> None:
    assert leave_one_out([0, 50, 100], [1, 1, 2]) == [pytest.approx(250 / 3), pytest.approx(200 / 3), 25]
    assert leave_one_out([40], [1]) == [None]
