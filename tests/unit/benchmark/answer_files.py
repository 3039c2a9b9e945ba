"""The published model, small models, and answer files to score."""

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import yaml

from tests.conftest import REPOSITORY
from vetwork_benchmark import AnswerFile, Model, parse_answers, read_model

FORMAT = "vetwork-answers/1"
PROVIDER, COMPANY, LEARNER = "vet-provider", "company", "learner"

type Json = Any


@cache
def model_data() -> dict[str, Json]:
    path = REPOSITORY / "benchmark" / "model" / "vetwork-1" / "model.yml"
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(data, dict)
    return data


@cache
def published() -> Model:
    return read_model(model_data())


def model_text() -> str:
    return json.dumps(model_data())


def small_model_data(
    dimensions: Mapping[str, Mapping[str, float]], weights: Mapping[str, float] | None = None, **keys: Json
) -> dict[str, Json]:
    """Return a model with the indicators and weights of each dimension, everybody asked, `na` allowed everywhere."""
    return {
        "id": "small/1",
        "scored_dimensions": 1,
        "roles": [PROVIDER, COMPANY, LEARNER],
        "phases": ["planning"],
        "themes": ["excellence"],
        "bands": model_data()["bands"],
        "dimensions": [{"id": dimension, "weight": (weights or {}).get(dimension, 1)} for dimension in dimensions],
        "indicators": [
            small_indicator(name, dimension, weight)
            for dimension, members in dimensions.items()
            for name, weight in members.items()
        ],
        "gap": {"share": "3/5", "per_group": 1, "signals": [], "areas": small_areas()},
        "contradictions": [],
        "migrations": [],
        **keys,
    }


def small_indicator(name: str, dimension: str, weight: float = 1, **keys: Json) -> dict[str, Json]:
    return {
        "id": name,
        "dimension": dimension,
        "weight": weight,
        "roles": [PROVIDER, COMPANY, LEARNER],
        "na": True,
        "short": False,
        "effort": 1,
        "phases": ["planning"],
        "themes": ["excellence"],
        **keys,
    }


def small_areas() -> list[dict[str, str]]:
    return [{"id": "teamwork", "group": "transversal"}, {"id": "documentation", "group": "technical"}]


def small_model(dimensions: Mapping[str, Mapping[str, float]], **keys: Json) -> Model:
    return read_model(small_model_data(dimensions, **keys))


def answer(value: int | str | None) -> dict[str, Json]:
    """Return a level for a number, "does not apply" for a text, "don't know" for None."""
    if value is None:
        return {"missing": True}
    return {"na": value} if isinstance(value, str) else {"level": value}


def response(role: str, answers: Mapping[str, int | str | None], gap: Json = None) -> dict[str, Json]:
    found = {"role": role, "answers": {name: answer(value) for name, value in answers.items()}}
    return found if gap is None else found | {"gap": gap}


def answer_data(responses: Iterable[Json], model: str = "vetwork/1", **keys: Json) -> dict[str, Json]:
    return {"format": FORMAT, "model": model, "form": "full", "responses": list(responses), **keys}


def answer_file(model: Model, *responses: Json, **keys: Json) -> AnswerFile:
    return parse_answers(answer_data(responses, model.id, **keys), model)


def all_at(role: str, level: int) -> dict[str, Json]:
    """Return a response to the published model with one level everywhere."""
    return response(role, {item.id: level for item in published().indicators if role in item.roles})
