"""The parser and the questionnaire give the same verdict: `tests/web/answer_check.test.mjs` runs the same cases."""

import json
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from vetwork_benchmark.errors import AnswerError
from vetwork_benchmark.model import load_model
from vetwork_benchmark.parsing import parse_answers

FOLDER = REPOSITORY / "tests" / "cases" / "answer-files"
MODEL = load_model()


def cases() -> list[Any]:
    """Return every case with a name, as parameters."""
    return [
        pytest.param(case, id=f"{path.stem}: {case['name']}")
        for path in sorted(FOLDER.glob("*.json"))
        for case in json.loads(path.read_text(encoding="utf-8"))
    ]


def faults_of(case: dict[str, Any]) -> list[tuple[str, str]]:
    """Return places and codes of the faults that the parser finds."""
    try:
        data = json.loads(case["text"]) if "text" in case else case["file"]
    except ValueError:
        return [("(whole file)", "not-json")]
    try:
        parse_answers(data, MODEL)
    except AnswerError as error:
        return sorted((fault.place, fault.code) for fault in error)
    return []


@pytest.mark.parametrize("case", cases())
def test_faults_of_a_file(case: dict[str, Any]) -> None:
    assert faults_of(case) == sorted((fault["place"], fault["code"]) for fault in case["faults"])


def test_there_are_enough_cases() -> None:
    assert len(cases()) >= 40
