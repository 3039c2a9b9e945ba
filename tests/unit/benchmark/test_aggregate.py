"""Means, coverage and bounds."""

import pytest

from vetwork_benchmark.aggregate import (
    Composite,
    arithmetic_mean,
    bounds,
    composite,
    composites,
    geometric_mean,
    point_scores,
)

MEMBERS = (("a", 1.0), ("b", 1.0), ("c", 2.0))


def test_means_stay_in_the_range_of_the_scores() -> None:
    weights = [0.1, 0.7, 0.3]
    assert arithmetic_mean([100.0] * 3, weights) == geometric_mean([100.0] * 3, weights) == 100
    assert arithmetic_mean([0.0] * 3, weights) == geometric_mean([0.0] * 3, weights) == 0


def test_geometric_mean_is_shifted() -> None:
    assert geometric_mean([0, 100], [1, 1]) == pytest.approx(9.090909090909091)
    assert geometric_mean([50, 50], [1, 3]) == 50


def test_composite_with_everything() -> None:
    found = composite((*MEMBERS, ("d", 1.0)), {"a": 40.0, "c": 80.0, "z": 1.0}, {"d"})
    assert found == {
        "scored": True,
        "score": pytest.approx(200 / 3),
        "lower": 50,
        "upper": 75,
        "coverage": 0.75,
        "answered": 2,
        "applicable": 3,
    }


@pytest.mark.parametrize(
    ("scores", "left_out", "scored"),
    [({"c": 80.0}, (), False), ({"a": 1.0, "b": 1.0}, (), False), ({"c": 80.0}, ("a",), True), ({}, (), False)],
)
def test_composite_needs_two_thirds(scores: dict[str, float], left_out: tuple[str, ...], scored: bool) -> None:
    found = composite(MEMBERS, scores, left_out)
    assert found["scored"] is scored
    assert (found["score"] is not None) is scored
    assert found["lower"] is not None


def test_composite_of_nothing() -> None:
    found = composites({"x": MEMBERS, "y": ()}, {}, {"a", "b", "c"})
    assert found["x"] == found["y"]
    assert (found["x"]["lower"], found["x"]["coverage"], found["x"]["applicable"]) == (None, None, 0)


def test_point_scores_ask_for_no_coverage() -> None:
    assert point_scores({"x": MEMBERS, "y": (("d", 1.0),)}, {"a": 40.0, "b": 60.0}) == {"x": 50}


def dimension(score: float | None, lower: float, upper: float, applicable: int = 1) -> Composite:
    found = composite((), {}, ())
    return {
        **found,
        "scored": score is not None,
        "score": score,
        "lower": lower,
        "upper": upper,
        "applicable": applicable,
    }


def test_bounds_count_unscored_dimensions_from_0_to_100() -> None:
    dimensions = [(dimension(50, 40, 60), 1.0), (dimension(None, 30, 70), 2.0), (dimension(None, 0, 0, 0), 4.0)]
    assert bounds(dimensions) == (geometric_mean([40, 0], [1, 2]), geometric_mean([60, 100], [1, 2]))


def test_bounds_of_nothing() -> None:
    assert bounds([(dimension(None, 0, 0, 0), 1.0)]) is None


@pytest.mark.parametrize(
    ("weights", "scores"),
    [((1.9, 1.9, 0.3), {"a": 100.0, "b": 100.0, "c": 100.0}), ((0.3, 2.3, 1.8), {"a": 100.0, "b": 100.0})],
)
def test_noise_leads_no_bound_over_a_hundred(weights: tuple[float, ...], scores: dict[str, float]) -> None:
    found = composite(tuple(zip("abc", weights, strict=True)), scores, ())
    assert found["lower"] is not None
    assert found["upper"] is not None
    assert found["lower"] <= (found["score"] or 100.0) <= found["upper"] <= 100
