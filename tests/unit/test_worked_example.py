import math

import pytest

from build_tools.steps.benchmark import worked_example


def test_the_example_of_the_method() -> None:
    """Example B3 of the model's method."""
    found = worked_example((72, 64, 58, 81, 20, 66, 70, 49))
    assert (found.arithmetic, round(found.geometric, 4), round(found.penalty, 4)) == (60, 56.2053, 3.7947)


@pytest.mark.parametrize(("scores", "geometric"), [((0, 100), 9.0909), ((0, 0), 0), ((100, 100), 100)])
def test_extreme_scores(scores: tuple[float, ...], geometric: float) -> None:
    assert worked_example(scores).geometric == pytest.approx(geometric, abs=5e-5)


def test_every_row_shows_one_step_of_the_arithmetic() -> None:
    (row,) = worked_example([50]).rows
    assert row == (50, 50.5, math.log(50.5))
