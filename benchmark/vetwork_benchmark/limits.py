"""Comparisons with a limit: the noise of floating-point sums (2/3 coverage, a score of 60) must decide nothing."""

TOLERANCE = 1e-9


def reaches(value: float, limit: float) -> bool:
    """Return whether `value >= limit`, where a shortfall under 1e-9 counts as reached."""
    return value >= limit - TOLERANCE


def exceeds(value: float, limit: float) -> bool:
    """Return whether `value > limit` by at least 1e-9."""
    return value >= limit + TOLERANCE
