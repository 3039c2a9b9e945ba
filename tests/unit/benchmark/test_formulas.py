"""Formulas by name: their arguments are checked before anything is computed. Values: tests/cases/scoring."""

from typing import Any

import pytest

from vetwork_benchmark import AnswerError
from vetwork_benchmark.formulas import formula


def faults_of(name: object, arguments: object) -> list[tuple[str, str]]:
    with pytest.raises(AnswerError) as error:
        formula({"name": name, "arguments": arguments})
    return [(fault.place, fault.code) for fault in error.value]


@pytest.mark.parametrize("name", ["mean", None, ["box"], {}])
def test_formula_that_is_not_there(name: object) -> None:
    assert faults_of(name, {}) == [("name", "unknown-method")]


@pytest.mark.parametrize(
    ("name", "arguments", "faults"),
    [
        ("box", [], [("arguments", "not-an-object"), ("arguments", "missing-key")]),
        ("box", {}, [("arguments", "missing-key")]),
        ("box", {"scores": [1], "more": 1}, [("arguments.more", "unknown-key")]),
        ("box", {"scores": []}, [("arguments.scores", "missing-key")]),
        ("box", {"scores": 1}, [("arguments.scores", "not-a-list")]),
        (
            "box",
            {"scores": [101, "x"]},
            [("arguments.scores[0]", "not-a-number"), ("arguments.scores[1]", "not-a-number")],
        ),
        ("box", {"scores": [1], "weights": [0]}, [("arguments.weights[0]", "not-a-number")]),
        ("box", {"scores": [1], "weights": [1, 1]}, [("arguments.weights", "other-length")]),
        ("overall", {"scores": [1e999]}, [("arguments.scores[0]", "not-a-number")]),
        (
            "dimension",
            {"levels": ["none", 5]},
            [("arguments.levels[0]", "not-a-level"), ("arguments.levels[1]", "not-a-level")],
        ),
        ("disagreement", {"vet-provider": [1], "company": [1, 2]}, [("arguments.company", "other-length")]),
        ("gap", {"learnt": [5], "needed": [1]}, [("arguments.learnt[0]", "not-a-number")]),
        ("discrepancy", {"learnt": [5], "needed": [1]}, [("arguments.learnt[0]", "not-a-number")]),
        ("weighted_kappa", {"first": [1], "second": [None]}, [("arguments.second[0]", "not-a-level")]),
        ("icc", {"first": [1], "second": ["x"]}, [("arguments.second[0]", "not-a-number")]),
        ("percentile", {"cohort": [1], "value": 1, "k": 4}, [("arguments.k", "not-a-number")]),
        ("macro", {"value": 1, "target": 0, "least": 0, "most": 1}, [("arguments.target", "not-a-number")]),
        ("macro", {"value": 1, "target": 1, "least": 1, "most": 1}, [("arguments.most", "not-a-number")]),
    ],
)
def test_fault_of_arguments(name: str, arguments: object, faults: list[tuple[str, str]]) -> None:
    assert faults_of(name, arguments) == faults


@pytest.mark.parametrize(
    ("name", "arguments", "value"),
    [
        ("box", {"scores": [50]}, [50, 50]),
        ("weighted_kappa", {"first": [0, 4], "second": [0, 4]}, 1),
        ("icc", {"first": [0, 4], "second": [0, 4]}, 1),
        ("overall", {"scores": [50], "weights": [3]}, {"arithmetic": 50, "score": 50, "imbalance": 0}),
    ],
)
def test_value(name: str, arguments: Any, value: object) -> None:
    assert formula({"name": name, "arguments": arguments}) == value
