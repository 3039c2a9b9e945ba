"""Bands and their gates."""

import pytest

from tests.unit.benchmark.answer_files import published, small_model
from vetwork_benchmark.bands import band_of, gated_band

MODEL = published()


@pytest.mark.parametrize(
    ("score", "band"),
    [
        (0, "absent"),
        (19.99, "absent"),
        (20 - 1e-12, "emerging"),
        (20, "emerging"),
        (40, "structured"),
        (59.999999, "structured"),
        (60, "integrated"),
        (80, "leading"),
        (100, "leading"),
    ],
)
def test_band(score: float, band: str) -> None:
    assert band_of(score, MODEL).id == band


@pytest.mark.parametrize(
    ("score", "least", "differing", "band"),
    [
        (85, 40, None, "leading"),
        (85, 40, 1 / 3, "leading"),
        (85, 40 - 1e-12, 1 / 3 + 1e-12, "leading"),
        (85, 39.9, 0, "integrated"),
        (85, 90, 0.34, "integrated"),
        (70, 0, 1, "integrated"),
        (0, 0, 1, "absent"),
    ],
)
def test_gate(score: float, least: float, differing: float | None, band: str) -> None:
    assert gated_band(score, least, differing, MODEL).id == band


def test_gates_close_one_after_the_other_and_the_lowest_band_stays() -> None:
    gate = {"least_dimension": 50, "most_differing": 1}
    bands = [{"id": name, "from": start, "gate": gate} for name, start in (("low", 5), ("middle", 30), ("high", 60))]
    model = small_model({"x": {"a": 1}}, bands=bands)
    assert gated_band(70, 49, 0, model).id == "low"
    assert gated_band(70, 50, 0, model).id == "high"
    assert band_of(1, model).id == "low"
