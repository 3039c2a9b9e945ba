"""From indicator scores to composites: means, coverage, bounds (model, 4.2 to 4.5).

Means follow the OECD/JRC Handbook on Constructing Composite Indicators, step 6 (weighting and aggregation): arithmetic
inside a dimension, where facets of one thing may compensate each other; geometric across dimensions, where they should
not.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from math import expm1, log1p, sumprod
from typing import TypedDict

from vetwork_benchmark.limits import reaches
from vetwork_benchmark.model import Members

LEAST_COVERAGE = 2 / 3
LEAST_TOTAL_COVERAGE = 0.70
_SHIFT = 0.99


class Composite(TypedDict):
    """A dimension, phase or theme: scores and bounds 0-100, coverage 0-1, numbers of indicators.

    `score` is None when coverage is under 2/3; everything but the numbers is None when no indicator applies.
    """

    scored: bool
    score: float | None
    lower: float | None
    upper: float | None
    coverage: float | None
    answered: int
    applicable: int


def arithmetic_mean(scores: Sequence[float], weights: Sequence[float]) -> float:
    """Return A = sum(w x) / sum(w), never outside the range of the scores. Weights are positive."""
    return _within(sumprod(weights, scores) / sum(weights), scores)


def geometric_mean(scores: Sequence[float], weights: Sequence[float]) -> float:
    """Return the shifted geometric mean G of scores 0-100 (model, 4.3), never outside their range.

    t = 1 + 0.99 x; G = (exp(sum(w ln t) / sum(w)) - 1) / 0.99. The shift keeps one zero from wiping out everything.
    """
    logarithm = sumprod(weights, [log1p(_SHIFT * score) for score in scores]) / sum(weights)
    return _within(expm1(logarithm) / _SHIFT, scores)


def _within(mean: float, scores: Sequence[float]) -> float:
    return min(max(mean, min(scores)), max(scores))


def composite(members: Members, scores: Mapping[str, float], not_applicable: Collection[str]) -> Composite:
    """Return the composite of its members (id, weight) (model, 4.3 to 4.5).

    Coverage c = sum(w answered) / sum(w applicable); score D = sum(w S) / sum(w) over the answered ones, if c >= 2/3;
    bounds: every missing indicator counts 0 (lower) or 100 (upper); what does not apply is left out of all of them.
    """
    applicable = answered = 0
    total = known = points = 0.0
    for key, weight in members:
        if key not in not_applicable:
            applicable += 1
            total += weight
            if key in scores:
                answered += 1
                known += weight
                points += weight * scores[key]
    if not applicable:
        return _NOTHING
    lower, upper = points / total, min((points + 100 * (total - known)) / total, 100.0)
    scored = reaches(known / total, LEAST_COVERAGE)
    score = min(points / known, 100.0) if scored else None
    return {
        "scored": scored,
        "score": score,
        "lower": lower if score is None else min(lower, score),
        "upper": upper if score is None else max(upper, score),
        "coverage": known / total,
        "answered": answered,
        "applicable": applicable,
    }


_NOTHING: Composite = {
    "scored": False,
    "score": None,
    "lower": None,
    "upper": None,
    "coverage": None,
    "answered": 0,
    "applicable": 0,
}


def composites(
    groups: Mapping[str, Members], scores: Mapping[str, float], not_applicable: Collection[str]
) -> dict[str, Composite]:
    """Return the composite of every group (dimension, phase or theme) by id."""
    return {key: composite(members, scores, not_applicable) for key, members in groups.items()}


def point_scores(groups: Mapping[str, Members], scores: Mapping[str, float]) -> dict[str, float]:
    """Return D of the groups with at least one score, whatever their coverage."""
    found = {}
    for key, members in groups.items():
        known = [scores[member] for member, _ in members if member in scores]
        if known:
            found[key] = arithmetic_mean(known, [weight for member, weight in members if member in scores])
    return found


def bounds(dimensions: Iterable[tuple[Composite, float]]) -> tuple[float, float] | None:
    """Return the bounds of the overall score, or None when no dimension applies (model, 4.5).

    G is increasing in every D, so G of the lower bounds and G of the upper bounds are its bounds. A dimension without a
    score (coverage under 2/3) takes no part in G itself and counts as 0 to 100 here.
    """
    weights, lower, upper = [], [], []
    for dimension, weight in dimensions:
        if dimension["applicable"]:
            weights.append(weight)
            lower.append((dimension["lower"] or 0.0) if dimension["scored"] else 0.0)
            upper.append((dimension["upper"] or 0.0) if dimension["scored"] else 100.0)
    return (geometric_mean(lower, weights), geometric_mean(upper, weights)) if weights else None
