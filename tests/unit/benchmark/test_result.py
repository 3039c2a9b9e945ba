"""The whole result: its shape, and what the pieces have to do with each other."""

import json

from tests.unit.benchmark.answer_files import COMPANY, LEARNER, PROVIDER, all_at, answer_file, published
from vetwork_benchmark import score

MODEL = published()


def test_shape_of_a_full_result() -> None:
    result = score(answer_file(MODEL, all_at(PROVIDER, 3), all_at(COMPANY, 2), all_at(LEARNER, 1)), MODEL)
    assert list(result) == [
        "format",
        "model",
        "form",
        "perspective",
        "overall",
        "dimensions",
        "indicators",
        "tags",
        "disagreement",
        "gap",
    ]
    assert (result["format"], result["model"], result["form"]) == ("vetwork-result/1", "vetwork/1", "full")
    assert list(result["dimensions"]) == [dimension.id for dimension in MODEL.dimensions]
    assert list(result["indicators"]) == [indicator.id for indicator in MODEL.indicators]
    assert list(result["tags"]["phases"]) == list(MODEL.phases)
    assert list(result["tags"]["themes"]) == list(MODEL.themes)
    assert json.loads(json.dumps(result, allow_nan=False)) == result


def test_short_form_shows_its_twelve_indicators_only() -> None:
    result = score(answer_file(MODEL, all_at(PROVIDER, 4), form="short"), MODEL)
    assert len(result["indicators"]) == 12
    assert result["overall"]["coverage"] == 1
    assert sum(dimension["applicable"] for dimension in result["dimensions"].values()) == 12


def test_several_files_are_scored_as_one() -> None:
    provider, company = answer_file(MODEL, all_at(PROVIDER, 4)), answer_file(MODEL, all_at(COMPANY, 2))
    result = score([provider, company], MODEL)
    assert result == score(answer_file(MODEL, all_at(PROVIDER, 4), all_at(COMPANY, 2)), MODEL)
    assert (result["perspective"], result["overall"]["score"]) == ("pair", 75)
    assert result["disagreement"]["signed"] == 50
