"""Faults and their places."""

import pytest

from vetwork_benchmark import AnswerError, BenchmarkError, Fault, ModelError
from vetwork_benchmark.errors import Path


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ((), "(whole file)"),
        (("lang",), "lang"),
        (("responses", 0, "role"), "responses[0].role"),
        ((2, "x"), "[2].x"),
    ],
)
def test_place(path: Path, place: str) -> None:
    assert Fault(path, "code", "problem").place == place


def test_fault_as_json() -> None:
    fault = Fault(("form",), "unknown-form", "write full", {"found": "x"})
    assert fault.as_json() == {
        "place": "form",
        "code": "unknown-form",
        "problem": "write full",
        "values": {"found": "x"},
    }


@pytest.mark.parametrize("kind", [AnswerError, ModelError])
def test_error_says_all_faults(kind: type[BenchmarkError]) -> None:
    error = kind([Fault(("a",), "x", "first"), Fault((), "y", "second")])
    assert str(error) == "a: first\n(whole file): second"
    assert [fault.code for fault in error] == ["x", "y"]
