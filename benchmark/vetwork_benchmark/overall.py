"""The overall score with everything that keeps it honest: bounds, bands, imbalance, sensitivity (model, 4.3 to 4.8)."""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from vetwork_benchmark.aggregate import (
    LEAST_TOTAL_COVERAGE,
    Composite,
    arithmetic_mean,
    bounds,
    composite,
    geometric_mean,
    point_scores,
)
from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.bands import band_of, gated_band
from vetwork_benchmark.indicators import (
    CONVEX_POINTS,
    POINTS,
    Average,
    Scores,
    mean,
    median,
    perspective_scores,
    role_scores,
)
from vetwork_benchmark.limits import reaches
from vetwork_benchmark.model import Model
from vetwork_benchmark.sampling import Sampling, sampling_interval
from vetwork_benchmark.sensitivity import LEAST_ROBUST_WIDTH, box, leave_one_out, one_at_a_time


class WeightRanges(TypedDict):
    """Ranges [least, largest] of the arithmetic mean over weights, and the mean without each dimension."""

    one_at_a_time: list[float]
    box: list[float]
    leave_one_out: dict[str, float | None]


class Alternatives(TypedDict):
    """The overall score by another choice: arithmetic across dimensions, median of raters, convex scoring of levels."""

    arithmetic: float
    median: float
    convex: float


class Overall(TypedDict):
    """The overall score G 0-100 and what belongs to it.

    When it is not scored, `lower`, `upper` and `coverage` are still given (None only if no indicator applies) and all
    else is None: below the thresholds people see answers and interval, no score and no band (model, 4.4).
    """

    scored: bool
    score: float | None
    lower: float | None
    upper: float | None
    arithmetic: float | None
    imbalance: float | None
    coverage: float | None
    band: str | None
    bands: list[str] | None
    robust: bool | None
    weights: WeightRanges | None
    sampling: Sampling | None
    alternatives: Alternatives | None
    weakest: str | None


_UNSCORED: Overall = {
    "scored": False,
    "score": None,
    "lower": None,
    "upper": None,
    "arithmetic": None,
    "imbalance": None,
    "coverage": None,
    "band": None,
    "bands": None,
    "robust": None,
    "weights": None,
    "sampling": None,
    "alternatives": None,
    "weakest": None,
}


def overall_of(
    file: AnswerFile, model: Model, scores: Scores, dimensions: Mapping[str, Composite], differing: float | None
) -> Overall:
    """Return the overall score of the dimensions by id.

    It needs as many scored dimensions as the model says and a total coverage of 0.70, where total coverage is
    c = sum(w answered) / sum(w applicable) over all indicators with their own weights. `differing` is the share (0-1)
    of indicators flagged as different, for the gate of a band.
    """
    coverage = composite(scores.form.members, scores.points, scores.not_applicable)["coverage"]
    limits = bounds((dimension, model.dimension_weights[key]) for key, dimension in dimensions.items())
    if limits is None:
        return _UNSCORED
    lower, upper = limits
    unscored: Overall = {**_UNSCORED, "lower": lower, "upper": upper, "coverage": coverage}
    scored = {key: dimension["score"] for key, dimension in dimensions.items() if dimension["score"] is not None}
    if len(scored) < model.scored_dimensions or not reaches(coverage or 0.0, LEAST_TOTAL_COVERAGE):
        return unscored
    weights = {key: model.dimension_weights[key] for key in scored}
    return {
        **_figures(unscored, scored, weights, model, differing),
        "sampling": sampling_interval(file.responses, scores.form, scores.roles, weights),
        "alternatives": _alternatives(scores, scored, weights),
    }


def _figures(
    unscored: Overall,
    scored: Mapping[str, float],
    weight_of: Mapping[str, float],
    model: Model,
    differing: float | None,
) -> Overall:
    """Return the overall score with all that follows from the scored dimensions (at least one) alone."""
    values, weights = list(scored.values()), list(weight_of.values())
    score, arithmetic = geometric_mean(values, weights), arithmetic_mean(values, weights)
    lower, upper = min(unscored["lower"] or 0.0, score), max(unscored["upper"] or 0.0, score)
    ranges = _weight_ranges(scored, weights)
    return {
        **unscored,
        "scored": True,
        "score": score,
        "lower": lower,
        "upper": upper,
        "arithmetic": arithmetic,
        "imbalance": max(arithmetic - score, 0.0),
        "band": gated_band(score, min(values), differing, model).id,
        "bands": [band_of(lower, model).id, band_of(upper, model).id],
        "robust": _robust(ranges, model),
        "weights": ranges,
        "weakest": min(scored, key=lambda key: scored[key]),
    }


def _weight_ranges(scored: Mapping[str, float], weights: Sequence[float]) -> WeightRanges:
    values = list(scored.values())
    return {
        "one_at_a_time": list(one_at_a_time(values, weights)),
        "box": list(box(values, weights)),
        "leave_one_out": dict(zip(scored, leave_one_out(values, weights), strict=True)),
    }


def _robust(ranges: WeightRanges, model: Model) -> bool:
    """Return whether the band of A stays the same one weight at a time and the box is narrower than 15 points (4.6)."""
    least, most = ranges["one_at_a_time"]
    low, high = ranges["box"]
    return band_of(least, model) is band_of(most, model) and not reaches(high - low, LEAST_ROBUST_WIDTH)


def _alternatives(scores: Scores, scored: Mapping[str, float], weight_of: Mapping[str, float]) -> Alternatives:
    groups = {key: scores.form.dimensions[key] for key in scored}
    weights = list(weight_of.values())

    def dimensions(points: Sequence[float], average: Average) -> list[float]:
        by_role = [role_scores(scores.ratings[role], points, average) for role in scores.roles]
        return list(point_scores(groups, perspective_scores(by_role)).values())

    # With one or two raters the median is the mean.
    several = any(len(levels) > 2 for role in scores.roles for levels in scores.ratings[role].levels.values())
    return {
        "arithmetic": arithmetic_mean(list(scored.values()), weights),
        "median": geometric_mean(dimensions(POINTS, median) if several else list(scored.values()), weights),
        "convex": geometric_mean(dimensions(CONVEX_POINTS, mean), weights),
    }
