"""Maturity bands (model, 4.8): they describe, they do not certify."""

from vetwork_benchmark.limits import exceeds, reaches
from vetwork_benchmark.model import Band, Gate, Model


def band_of(score: float, model: Model) -> Band:
    """Return the band a score 0-100 falls into: the last one whose limit it reaches."""
    return next((band for band in reversed(model.bands) if reaches(score, band.lower)), model.bands[0])


def gated_band(score: float, least_dimension: float, differing: float | None, model: Model) -> Band:
    """Return the band of a score after its gates.

    A band whose gate is closed gives way to the one below: a dimension scores less than the gate asks, or the share of
    indicators flagged as different (0-1; None without any that both sides answered) is larger than the gate allows.
    """
    bands = model.bands
    index = bands.index(band_of(score, model))
    while index and not _open(bands[index].gate, least_dimension, differing):
        index -= 1
    return bands[index]


def _open(gate: Gate | None, least_dimension: float, differing: float | None) -> bool:
    if gate is None:
        return True
    return reaches(least_dimension, gate.least_dimension) and not exceeds(differing or 0.0, gate.most_differing)
