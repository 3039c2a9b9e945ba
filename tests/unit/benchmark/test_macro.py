"""Scores of published indicators."""

import pytest

from vetwork_benchmark.macro import min_max, target_score


@pytest.mark.parametrize(("value", "score"), [(0, 0), (30, 50), (60, 100), (90, 100)])
def test_target_score(value: float, score: float) -> None:
    assert target_score(value, 60) == score


@pytest.mark.parametrize(("value", "score"), [(5, 0), (10, 0), (15, 50), (20, 100), (25, 100)])
def test_min_max(value: float, score: float) -> None:
    assert min_max(value, 10, 20) == score
