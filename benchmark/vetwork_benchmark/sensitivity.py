"""How far the choice of weights decides the result (model, 4.6; OECD/JRC Handbook, step 7: sensitivity analysis).

Everything here is computed on the arithmetic mean A of the scored dimensions; weights are renormalised.
"""

from collections.abc import Sequence
from math import sumprod

from vetwork_benchmark.aggregate import arithmetic_mean

FACTORS = (0.5, 1.5)
LEAST_ROBUST_WIDTH = 15.0


def one_at_a_time(scores: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """Return the least and the largest A when one weight at a time is multiplied by 0.5 or by 1.5.

    A' = (sum(w x) + (f - 1) w_i x_i) / (sum(w) + (f - 1) w_i).
    """
    total = sum(weights)
    points = sumprod(weights, scores)
    means = [
        (points + (factor - 1) * weight * score) / (total + (factor - 1) * weight)
        for weight, score in zip(weights, scores, strict=True)
        for factor in FACTORS
    ]
    least, most = min(scores), max(scores)
    return max(min(means), least), max(min(max(means), most), least)


def box(scores: Sequence[float], weights: Sequence[float]) -> tuple[float, float]:
    """Return the exact least and largest A when every weight may be anywhere from 0.5 to 1.5 times itself.

    A ratio of linear functions has its extremes in corners of the box, and in the best corner all scores above one cut
    of the sorted scores have the high weight and all others the low one (for the least: the other way round). So n
    corners are enough instead of 2^n.
    """
    ordered = sorted(zip(scores, weights, strict=True))
    low, high = FACTORS
    return min(_cuts(ordered, high, low)), max(_cuts(ordered, low, high))


def _cuts(ordered: Sequence[tuple[float, float]], below: float, above: float) -> list[float]:
    """Return A for every cut of the sorted (score, weight): factor `below` up to the cut, `above` from there on."""
    scores, weights = [score for score, _ in ordered], [weight for _, weight in ordered]
    low, high = [below * weight for weight in weights], [above * weight for weight in weights]
    return [arithmetic_mean(scores, low[:cut] + high[cut:]) for cut in range(len(scores))]


def leave_one_out(scores: Sequence[float], weights: Sequence[float]) -> list[float | None]:
    """Return A without each score in turn; None where nothing is left."""
    if len(scores) == 1:
        return [None]
    return [
        arithmetic_mean([*scores[:i], *scores[i + 1 :]], [*weights[:i], *weights[i + 1 :]]) for i in range(len(scores))
    ]
