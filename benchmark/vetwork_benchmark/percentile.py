"""The place of one organisation in a reference cohort, shown only where nobody can be told from it (model, 4.9)."""

from collections.abc import Sequence
from typing import TypedDict

K = 10
LEAST_K = 5
_FOR_ROUNDED = 20


class Standing(TypedDict):
    """The place in a cohort. Publish `quarter` (1-4, 4 is highest) or `rounded` (to 5), never `percentile` itself."""

    n: int
    suppressed: bool
    percentile: float | None
    quarter: int | None
    rounded: int | None


def mid_rank(cohort: Sequence[float], value: float) -> float:
    """Return P = 100 (number below + 0.5 number equal) / N; the organisation itself is not in the cohort."""
    below = sum([other < value for other in cohort])
    equal = sum([other == value for other in cohort])
    return 100 * (below + 0.5 * equal) / len(cohort)


def standing(cohort: Sequence[float], value: float, k: int = K) -> Standing:
    """Return the place of a value in a cohort of N organisations, everything None when N < k (k-anonymity).

    With N from k to 19 only the quarter may be shown, from 20 on the percentile rounded to 5. `k` is at least 5.
    That no organisation supplies more than half of the respondents, and secondary suppression, is up to whoever
    publishes several cohorts.
    """
    n = len(cohort)
    if n < max(k, LEAST_K):
        return {"n": n, "suppressed": True, "percentile": None, "quarter": None, "rounded": None}
    place = mid_rank(cohort, value)
    exact = n >= _FOR_ROUNDED
    return {
        "n": n,
        "suppressed": False,
        "percentile": place,
        "quarter": None if exact else min(int(place // 25) + 1, 4),
        "rounded": 5 * int(place / 5 + 0.5) if exact else None,
    }
