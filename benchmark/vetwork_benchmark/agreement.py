"""Agreement of VET provider and company (model, 4.7 and 4.10): differences, weighted kappa, intraclass correlation.

Shown before the score: where the two see the same thing differently, a talk is worth more than a number.
"""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import TypedDict

from vetwork_benchmark.aggregate import point_scores
from vetwork_benchmark.limits import TOLERANCE, reaches
from vetwork_benchmark.model import Members

DIFFERS = 25.0
DIFFERS_STRONGLY = 50.0


class Differences(TypedDict):
    """Differences provider minus company in points of 0-100, and the shares (0-1) of those of one and of two levels."""

    n: int
    signed: float | None
    absolute: float | None
    rms: float | None
    differs: float | None
    differs_strongly: float | None


class Disagreement(Differences):
    """Differences with the two coefficients of agreement, each at most 1."""

    weighted_kappa: float | None
    icc: float | None


def flag_of(difference: float | None) -> str | None:
    """Return `differs` from one level (25 points) on, `differs-strongly` from two (50 points) on, else None."""
    if difference is None or not reaches(abs(difference), DIFFERS):
        return None
    return "differs-strongly" if reaches(abs(difference), DIFFERS_STRONGLY) else "differs"


def differences(values: Sequence[float]) -> Differences:
    """Return the summary of differences d_i = s_provider - s_company (model, 4.7).

    Mean signed difference sum(d)/n, mean absolute difference sum(|d|)/n, root mean square sqrt(sum(d^2)/n), shares with
    |d| >= 25 and |d| >= 50; all None without any difference to speak of (n = 0).
    """
    n = len(values)
    if not n:
        return dict.fromkeys(Differences.__annotations__) | {"n": 0}  # type: ignore[return-value]
    flags = [flag_of(value) for value in values]
    strong = flags.count("differs-strongly")
    return {
        "n": n,
        "signed": sum(values) / n,
        "absolute": sum([abs(value) for value in values]) / n,
        "rms": sqrt(sum([value * value for value in values]) / n),
        "differs": (strong + flags.count("differs")) / n,
        "differs_strongly": strong / n,
    }


def disagreement(
    first: Mapping[str, float], second: Mapping[str, float], dimensions: Mapping[str, Members]
) -> Disagreement:
    """Return the disagreement of the role means 0-100 of provider and company over the indicators both answered.

    Weighted kappa is taken on the levels of the role means, rounded half up; the intraclass correlation on the
    dimension scores of each role over the same indicators.
    """
    shared = [key for members in dimensions.values() for key, _ in members if key in first and key in second]
    if not shared:
        return {**differences([]), "weighted_kappa": None, "icc": None}
    mine, theirs = {key: first[key] for key in shared}, {key: second[key] for key in shared}
    summary = differences([mine[key] - theirs[key] for key in shared])
    rows = point_scores(dimensions, mine).values(), point_scores(dimensions, theirs).values()
    return {
        **summary,
        "weighted_kappa": weighted_kappa([_level(x) for x in mine.values()], [_level(x) for x in theirs.values()]),
        "icc": icc(*map(list, rows)),
    }


def _level(score: float) -> int:
    return int(score / 25 + 0.5 + TOLERANCE)


def weighted_kappa(first: Sequence[int], second: Sequence[int]) -> float | None:
    """Return the quadratic weighted kappa of two raters on ordinal levels; None under two pairs or without variance.

    Cohen (1968): 1 - sum(v O) / sum(v E) with v = ((i - j) / (c - 1))^2. With quadratic weights sum(v O) is the mean of
    (x - y)^2 and sum(v E) is mean(x^2) + mean(y^2) - 2 mean(x) mean(y), both over (c - 1)^2, so that whole numbers do.
    """
    n = len(first)
    observed = n * sum([(x - y) ** 2 for x, y in zip(first, second, strict=True)])
    expected = n * sum([x * x for x in (*first, *second)]) - 2 * sum(first) * sum(second)
    return 1 - observed / expected if n > 1 and expected else None


def icc(first: Sequence[float], second: Sequence[float]) -> float | None:
    """Return ICC(A,1) of two raters: two-way random effects, absolute agreement, single rating.

    McGraw and Wong (1996): (MSR - MSE) / (MSR + (k - 1) MSE + k (MSC - MSE) / n) with k = 2 raters and n rows, where
    MSR, MSC and MSE are the mean squares of rows, of raters and of the rest. None under two rows or when the
    denominator is 0 (no variance).
    """
    n = len(first)
    if n < 2:
        return None
    gaps = [x - y for x, y in zip(first, second, strict=True)]
    sums = [x + y for x, y in zip(first, second, strict=True)]
    gap, middle = sum(gaps) / n, sum(sums) / n
    rows = sum([(value - middle) ** 2 for value in sums]) / 2 / (n - 1)
    raters = n * gap * gap / 2
    rest = sum([(value - gap) ** 2 for value in gaps]) / 2 / (n - 1)
    variance = rows + rest + 2 * (raters - rest) / n
    return (rows - rest) / variance if variance > TOLERANCE else None
