"""What must hold for every score, whatever the answers and the weights."""

import json
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.benchmark.answer_files import COMPANY, PROVIDER, answer_data, answer_file, response
from tests.unit.benchmark.strategies import FEW, LEVELS, MODEL, SOME, files, responses, weighted_models
from vetwork_benchmark import Model, parse_answers, read_model, score
from vetwork_benchmark.model import Indicator

NOISE = 1e-9
CORE = (PROVIDER, COMPANY)


def composites(result: dict[str, Any]) -> list[dict[str, Any]]:
    tags = result["tags"]
    return [
        result["overall"],
        *result["dimensions"].values(),
        *tags["phases"].values(),
        *tags["themes"].values(),
    ]


def scored(data: dict[str, Any], model: Model = MODEL) -> dict[str, Any]:
    return score(parse_answers(data, model), model)


@SOME
@given(files())
def test_bounds_contain_the_score(data: dict[str, Any]) -> None:
    for part in composites(scored(data)):
        assert part["scored"] is (part["score"] is not None)
        if part["lower"] is not None:
            assert 0 <= part["lower"] <= part["upper"] <= 100
        if part["scored"]:
            assert part["lower"] <= part["score"] <= part["upper"]


@SOME
@given(files())
def test_result_is_finite_json(data: dict[str, Any]) -> None:
    result = scored(data)
    assert json.loads(json.dumps(result, allow_nan=False)) == result


@SOME
@given(weighted_models(), st.sampled_from([0, 4]))
def test_extremes_for_any_weights(data: dict[str, Any], level: int) -> None:
    model = read_model(data)
    levels: dict[str, int | str | None] = dict.fromkeys(model.indicator, level)
    result = score(answer_file(model, response(PROVIDER, levels), response(COMPANY, levels)), model)
    for part in composites(result):
        assert (part["score"], part["lower"], part["upper"]) == pytest.approx((25 * level,) * 3, abs=NOISE)
    weights = result["overall"]["weights"]
    assert [*weights["box"], *weights["one_at_a_time"]] == pytest.approx([25 * level] * 4, abs=NOISE)


@SOME
@given(weighted_models(), st.data())
def test_raising_a_level_lowers_no_score(data: dict[str, Any], draw: st.DataObject) -> None:
    model = read_model(data)
    levels = {role: {name: draw.draw(st.integers(0, 4)) for name in model.indicator} for role in CORE}
    role, name = draw.draw(st.sampled_from(CORE)), draw.draw(st.sampled_from(list(model.indicator)))
    before = score(answer_file(model, *(response(key, value) for key, value in levels.items())), model)
    levels[role][name] = min(levels[role][name] + 1, 4)
    after = score(answer_file(model, *(response(key, value) for key, value in levels.items())), model)
    for old, new in zip(composites(before), composites(after), strict=True):
        if old["scored"]:
            assert new["score"] >= old["score"] - NOISE
            assert new["lower"] >= old["lower"] - NOISE
            assert new["upper"] >= old["upper"] - NOISE


@SOME
@given(files(), st.data())
def test_raising_a_level_among_missing_answers_lowers_no_score(data: dict[str, Any], draw: st.DataObject) -> None:
    places = [
        answer
        for given_response in data["responses"]
        for answer in given_response["answers"].values()
        if answer.get("level", 4) < 4
    ]
    before = scored(data)
    if places:
        draw.draw(st.sampled_from(places))["level"] += 1
    for old, new in zip(composites(before), composites(scored(data)), strict=True):
        if old["scored"]:
            assert new["score"] >= old["score"] - NOISE


def reordered(value: Any, draw: st.DataObject) -> Any:
    """Return the same JSON with the keys of every object and the responses in another order."""
    if isinstance(value, dict):
        return {key: reordered(value[key], draw) for key in draw.draw(st.permutations(list(value)))}
    return draw.draw(st.permutations([reordered(item, draw) for item in value])) if isinstance(value, list) else value


@FEW
@given(files(), st.data())
def test_order_of_respondents_and_keys_does_not_matter(data: dict[str, Any], draw: st.DataObject) -> None:
    assert json.dumps(scored(reordered(deepcopy(data), draw))) == json.dumps(scored(data))


@FEW
@given(st.lists(responses(PROVIDER), min_size=5, max_size=6))
def test_order_does_not_matter_for_sampling(some: list[dict[str, Any]]) -> None:
    first, second = (score(answer_file(MODEL, *order), MODEL)["overall"] for order in (some, reversed(some)))
    assert first == second


def everything(model: Model, text: str) -> dict[str, int | str | None]:
    return {indicator.id: text for indicator in model.indicators}


@SOME
@given(weighted_models(), st.sampled_from([(PROVIDER,), CORE]))
def test_na_everywhere_is_unscored(data: dict[str, Any], roles: tuple[str, ...]) -> None:
    model = read_model(data)
    result = score(answer_file(model, *(response(role, everything(model, "closed")) for role in roles)), model)
    assert result["overall"] == dict.fromkeys(result["overall"]) | {"scored": False}
    assert all(part["applicable"] == 0 and part["lower"] is None for part in result["dimensions"].values())
    assert {part["state"] for part in result["indicators"].values()} == {"na"}


@SOME
@given(responses(PROVIDER), responses(COMPANY), st.sampled_from(MODEL.indicators), LEVELS)
def test_answering_what_is_missing_narrows_the_interval(
    provider: dict[str, Any], company: dict[str, Any], indicator: Indicator, level: int
) -> None:
    data = answer_data([provider, company])
    before = scored(data)
    if before["perspective"] == "pair" and before["indicators"][indicator.id]["state"] == "missing":
        provider["answers"][indicator.id] = {"level": level}
        after = scored(data)
        old, new = before["dimensions"][indicator.dimension], after["dimensions"][indicator.dimension]
        assert old["lower"] - NOISE <= new["lower"] <= new["upper"] <= old["upper"] + NOISE
