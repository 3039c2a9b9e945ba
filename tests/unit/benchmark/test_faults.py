"""The collector of faults: what it shows of a value, and the numbers it takes."""

import pytest

from vetwork_benchmark.faults import MOST_FAULTS, Faults, shown


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({"a": 1}, "an object"),
        ([1], "a list"),
        (None, "null"),
        (True, "true"),
        (False, "false"),
        ("None", "None"),
        (3, "3"),
        (1.5, "1.5"),
        pytest.param(10**5000, "a very large number", id="huge"),
        (-(10**10), "a very large number"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 60 + "…"),
        ("a\ud800b", "a\ufffdb"),
    ],
)
def test_shown(value: object, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize("value", [1, 1.0, 0.25])
def test_number_in_its_range(value: float) -> None:
    faults = Faults()
    assert faults.number(value, (), 0, 1) == value
    assert not faults


@pytest.mark.parametrize(
    "value", [True, "1", None, float("nan"), float("inf"), 1.01, -1, pytest.param(10**5000, id="huge"), [1]]
)
def test_number_that_is_none(value: object) -> None:
    faults = Faults()
    faults.number(value, ("x",), 0, 1)
    assert [fault.code for fault in faults] == ["not-a-number"]


def test_keys_say_what_is_possible() -> None:
    faults = Faults()
    faults.keys({"levle": 1}, ("a",), ("level", "na"), ("level",))
    assert [(fault.place, fault.code) for fault in faults] == [("a", "missing-key"), ("a.levle", "unknown-key")]
    assert "level, na" in faults[1].problem


def test_a_hostile_file_cannot_make_faults_without_end() -> None:
    faults = Faults()
    faults.keys(dict.fromkeys(map(str, range(MOST_FAULTS + 100)), 1), (), ())
    faults.level("x", ("later",))
    faults.extend([faults[0]])
    assert len(faults) == MOST_FAULTS
