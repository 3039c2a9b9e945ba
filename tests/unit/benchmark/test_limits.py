"""Limits that noise must not decide."""

import pytest

from vetwork_benchmark.limits import exceeds, reaches


@pytest.mark.parametrize(
    ("value", "limit", "reached", "exceeded"),
    [
        (0.1 + 0.2, 0.3, True, False),
        (0.7 - 1e-12, 0.7, True, False),
        (0.7 + 1e-12, 0.7, True, False),
        (0.7 - 1e-8, 0.7, False, False),
        (0.7 + 1e-8, 0.7, True, True),
    ],
)
def test_limit(value: float, limit: float, reached: bool, exceeded: bool) -> None:
    assert (reaches(value, limit), exceeds(value, limit)) == (reached, exceeded)
