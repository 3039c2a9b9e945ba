"""Scores of published indicators of a country (model, 4.1 no. 4). They are never merged with scores of a programme.

Normalisation methods: OECD/JRC Handbook, step 5 (distance to a reference, min-max).
"""


def target_score(value: float, target: float) -> float:
    """Return min(100, 100 x / target): how far a value of at least 0 is on the way to a positive target."""
    return min(100.0, 100 * value / target)


def min_max(value: float, least: float, most: float) -> float:
    """Return 100 (x - min) / (max - min), kept within 0-100; min and max are fixed per edition and differ."""
    return min(100.0, max(0.0, 100 * (value - least) / (most - least)))
