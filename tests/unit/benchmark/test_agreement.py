"""Differences, flags, weighted kappa and intraclass correlation."""

import pytest

from vetwork_benchmark.agreement import differences, disagreement, flag_of, icc, weighted_kappa

DIMENSIONS = {"x": (("a", 1.0), ("b", 3.0)), "y": (("c", 1.0),)}


@pytest.mark.parametrize(
    ("difference", "flag"),
    [
        (None, None),
        (0, None),
        (24.9, None),
        (25 - 1e-12, "differs"),
        (-25, "differs"),
        (49.9, "differs"),
        (50 - 1e-12, "differs-strongly"),
        (-100, "differs-strongly"),
    ],
)
def test_flag(difference: float | None, flag: str | None) -> None:
    assert flag_of(difference) == flag


def test_differences_of_nothing() -> None:
    assert differences([]) == {
        "n": 0,
        "signed": None,
        "absolute": None,
        "rms": None,
        "differs": None,
        "differs_strongly": None,
    }


@pytest.mark.parametrize(
    ("first", "second", "kappa"),
    [
        ([], [], None),
        ([2], [3], None),
        ([2, 2], [2, 2], None),
        ([0, 4], [0, 4], 1),
        ([0, 4], [4, 0], -1),
        ([2, 2], [0, 4], 0),
    ],
)
def test_weighted_kappa(first: list[int], second: list[int], kappa: float | None) -> None:
    assert weighted_kappa(first, second) == kappa


@pytest.mark.parametrize(
    ("first", "second", "coefficient"),
    [
        ([], [], None),
        ([10], [10], None),
        ([30, 30], [30, 30], None),
        ([0, 100], [0, 100], 1),
        ([10, 20, 30], [10, 20, 30], 1),
        ([0, 0], [100, 100], 0),
        ([0, 50, 100], [100, 50, 0], -3),
        ([0, 100], [100, 0], None),
    ],
)
def test_icc(first: list[float], second: list[float], coefficient: float | None) -> None:
    assert icc(first, second) == (None if coefficient is None else pytest.approx(coefficient))


def test_disagreement_counts_what_both_answered() -> None:
    found = disagreement({"a": 100, "b": 0, "z": 0}, {"a": 50, "c": 25, "z": 100}, DIMENSIONS)
    assert (found["n"], found["signed"], found["weighted_kappa"], found["icc"]) == (1, 50, None, None)


def test_disagreement_of_one_role() -> None:
    found = disagreement({"a": 100}, {}, DIMENSIONS)
    assert found == dict.fromkeys(found) | {"n": 0}


def test_kappa_rounds_role_means_half_up() -> None:
    found = disagreement({"a": 37.5, "b": 62.5, "c": 100}, {"a": 50, "b": 75, "c": 100}, DIMENSIONS)
    assert found["weighted_kappa"] == 1
