"""The model as frozen data."""

from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from tests.unit.benchmark.answer_files import COMPANY, LEARNER, PROVIDER, model_data, published, small_model_data
from vetwork_benchmark import ModelError, load_model, read_model
from vetwork_benchmark.model import Gate


def test_model_of_the_package_is_the_published_one() -> None:
    assert load_model() == published()
    assert load_model("vetwork-1").id == "vetwork/1"


def test_published_model() -> None:
    model = published()
    assert (len(model.dimensions), len(model.indicators), len(model.gap_areas)) == (8, 38, 20)
    assert len(model.of_form("short")) == 12
    assert model.of_form("full") == model.indicators
    assert model.indicator["joint-assessment"].dimension == "assessment-and-certification"
    assert model.gap_area["documentation"].group == "technical"
    assert model.bands[-1].gate == Gate(40, 1 / 3)
    assert (model.gap_share, model.gap_per_group) == (0.6, 3)


def test_form_groups_its_indicators() -> None:
    form = published().forms["short"]
    assert sum(map(len, form.dimensions.values())) == len(form.members) == 12
    assert all(form.dimensions.values())
    assert form.asked[LEARNER] < form.asked[PROVIDER] == form.asked[COMPANY]
    assert "skills-needs-intelligence" not in form.asked[LEARNER]
    assert ("joint-assessment", 1.0) in form.phases["assessment"]


def test_model_is_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        published().id = "other/1"  # type: ignore[misc]


def test_migrations_are_read() -> None:
    data = small_model_data({"x": {"a": 1}})
    data["migrations"] = [{"from": "small/0", "indicators": {"b": "a", "c": None}}]
    assert read_model(data).migrations[0].indicators == {"b": "a", "c": None}


@pytest.mark.parametrize(
    "data",
    [
        {},
        [],
        None,
        "x",
        model_data() | {"bands": [{"id": "x"}]},
        model_data() | {"dimensions": [{"id": "x", "weight": "much"}]},
        model_data() | {"gap": model_data()["gap"] | {"share": "1/0"}},
        model_data() | {"indicators": [1]},
    ],
)
def test_what_is_no_model(data: Any) -> None:
    with pytest.raises(ModelError) as error:
        read_model(data)
    assert [fault.code for fault in error.value] == ["not-a-model"]
