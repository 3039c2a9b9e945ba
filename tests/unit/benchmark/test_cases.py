"""Worked cases in tests/cases/scoring: numbers obtained by hand or another method, as each one says under `worked`.

The browser worker runs the same files by the same rule: only the keys that are given are compared, lists whole, numbers
to 1e-9 (or the `tolerance` of the case).
"""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import REPOSITORY
from tests.unit.benchmark.answer_files import model_data
from vetwork_benchmark.calls import Session

CASES = sorted((REPOSITORY / "tests" / "cases" / "scoring").glob("*.json"))
BOOK = ("b1-", "b2-", "b3-", "b3b-", "b6-", "b6b-", "b7-", "b11-")


def differences(found: Any, expected: Any, tolerance: float, place: str = "result") -> list[str]:
    """Return every place where what was found is not what was expected."""
    if isinstance(expected, dict) and isinstance(found, dict):
        missing = [f"{place}.{key} is not there" for key in expected if key not in found]
        pairs = [(key, found[key], value) for key, value in expected.items() if key in found]
        return missing + [text for key, a, b in pairs for text in differences(a, b, tolerance, f"{place}.{key}")]
    if isinstance(expected, list) and isinstance(found, list) and len(found) == len(expected):
        pairs = [(str(index), a, b) for index, (a, b) in enumerate(zip(found, expected, strict=True))]
        return [text for key, a, b in pairs for text in differences(a, b, tolerance, f"{place}[{key}]")]
    if type(expected) in (int, float) and type(found) in (int, float):
        return [] if abs(found - expected) <= tolerance else [f"{place} is {found}, not {expected}"]
    return [] if found == expected and type(found) is type(expected) else [f"{place} is {found}, not {expected}"]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = json.loads(path.read_text(encoding="utf-8"))
    session = Session(json.dumps(case.get("model", model_data())))
    answer = json.loads(session.call(case["method"], json.dumps(case["arguments"])))
    assert "error" not in answer
    assert differences(answer["result"], case["expected"], case.get("tolerance", 1e-9)) == []
    assert case["worked"]
    assert case["name"] == path.stem


def test_book_examples_and_thirty_more_are_there() -> None:
    names = [path.stem for path in CASES]
    assert all(any(name.startswith(key) for name in names) for key in BOOK)
    assert len([name for name in names if not name.startswith(BOOK)]) >= 30


@pytest.mark.parametrize(
    ("found", "expected", "wrong"),
    [
        ({"a": 1, "b": 2}, {"a": 1}, 0),
        ({"a": 1}, {"a": 1, "b": 2}, 1),
        ({"a": {"b": 1.5}}, {"a": {"b": 1.4}}, 1),
        ([1, 2], [1], 1),
        ([1, 2], [1, 3], 1),
        (1.0, 1, 0),
        (True, 1, 1),
        (None, 0, 1),
        ("x", "x", 0),
    ],
)
def test_comparison_of_cases_can_fail(found: Any, expected: Any, wrong: int) -> None:
    assert len(differences(found, expected, 1e-9)) == wrong
