"""The overall score: thresholds, what is null below them, robustness and alternatives."""

import pytest

from tests.unit.benchmark.answer_files import COMPANY, PROVIDER, all_at, answer_file, published, response, small_model
from vetwork_benchmark import Model, score

NULL = {
    "score",
    "arithmetic",
    "imbalance",
    "band",
    "bands",
    "robust",
    "weights",
    "sampling",
    "alternatives",
    "weakest",
}


def overall(model: Model, *levels: dict[str, int | str | None]) -> dict[str, object]:
    roles = (PROVIDER, COMPANY)[: len(levels)]
    responses = [response(role, answers) for role, answers in zip(roles, levels, strict=True)]
    found = score(answer_file(model, *responses), model)["overall"]
    assert isinstance(found, dict)
    return found


def test_unscored_keeps_interval_and_coverage() -> None:
    found = overall(small_model({"x": {"a": 1, "b": 1}}), {"a": 4})
    assert found == dict.fromkeys(NULL) | {"scored": False, "lower": 0, "upper": 100, "coverage": 0.5}


def test_nothing_applies() -> None:
    found = overall(small_model({"x": {"a": 1}}), {"a": "no"}, {"a": "no"})
    assert found == dict.fromkeys([*NULL, "lower", "upper", "coverage"]) | {"scored": False}


def test_nothing_answered() -> None:
    found = score(answer_file(published()), published())
    assert (found["overall"]["lower"], found["overall"]["upper"], found["overall"]["coverage"]) == (0, 100, 0)
    assert found["perspective"] == PROVIDER


def test_model_says_how_many_dimensions() -> None:
    dimensions = {"x": {"a": 1}, "y": {"b": 3, "c": 1}}
    answers: dict[str, int | str | None] = {"a": 2, "b": 2}
    assert overall(small_model(dimensions, scored_dimensions=2), answers)["scored"] is True
    assert overall(small_model(dimensions, scored_dimensions=3), answers)["scored"] is False


def test_all_at_one_level_is_robust() -> None:
    found = score(answer_file(published(), all_at(PROVIDER, 2), all_at(COMPANY, 2)), published())["overall"]
    assert (found["score"], found["arithmetic"], found["imbalance"], found["robust"]) == (50, 50, 0, True)
    assert found["weights"]["box"] == found["weights"]["one_at_a_time"] == [50, 50]
    assert found["alternatives"] == {"arithmetic": 50, "median": 50, "convex": pytest.approx(40)}
    assert found["weakest"] == "strategy-and-partnership"


def two_dimensions(first: str, second: str, bands: list[dict[str, object]]) -> dict[str, object]:
    """Return the overall score of two dimensions with a level 0-4 per indicator."""
    levels = {"x": {f"x{i}": int(level) for i, level in enumerate(first)}}
    levels["y"] = {f"y{i}": int(level) for i, level in enumerate(second)}
    model = small_model({name: dict.fromkeys(members, 1) for name, members in levels.items()}, bands=bands)
    return overall(model, {**levels["x"], **levels["y"]})


# Of two dimensions D < E the box reaches from (3 D + E) / 4 to (D + 3 E) / 4.
@pytest.mark.parametrize(
    ("first", "second", "limit", "box", "robust"),
    [
        ("01111", "22221", 90, [26.25, 38.75], True),  # 12.5 points
        ("01111", "22222", 90, [27.5, 42.5], False),  # exactly 15 points
        ("11", "12", 32, [28.125, 34.375], False),  # one at a time 29.2 to 33.3 crosses 32
        ("11", "12", 34, [28.125, 34.375], True),  # the box alone crosses 34
    ],
)
def test_robust(first: str, second: str, limit: float, box: list[float], robust: bool) -> None:
    found = two_dimensions(first, second, [{"id": "low", "from": 0}, {"id": "high", "from": limit}])
    assert isinstance(found["weights"], dict)
    assert found["weights"]["box"] == pytest.approx(box)
    assert found["robust"] is robust


def test_median_of_raters_differs_from_their_mean() -> None:
    model = small_model({"x": {"a": 1}})
    responses = [response(PROVIDER, {"a": level}) for level in (0, 4, 4)]
    found = score(answer_file(model, *responses), model)["overall"]
    assert (found["alternatives"]["median"], found["score"]) == (100, pytest.approx(200 / 3))
