"""Hints on answers worth a second look."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.answers import Answer, AnswerFile, Level, Missing, NotApplicable, Response
from vetwork_benchmark.consistency import consistency
from vetwork_benchmark.model import load_model

MODEL = load_model()
IDS = [item.id for item in MODEL.indicators]
ALIGNMENT, COOPERATION = "curriculum-training-plan-alignment", "teacher-trainer-cooperation"


def hints(*responses: Response) -> list[dict[str, Any]]:
    return consistency(AnswerFile(MODEL.id, "full", None, {}, responses), MODEL)


def rated(*levels: int) -> Response:
    return Response("company", {key: Level(level, "seen") for key, level in zip(IDS, levels, strict=False)})


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ([2] * 9, None),
        ([2] * 10, (2, 1.0)),
        ([2] * 9 + [1], (2, 0.9)),
        ([2] * 8 + [1] * 2, None),
        ([1] + [2] * 18 + [3], (2, 0.9)),
        ([0] * 38, (0, 1.0)),
    ],
)
def test_straight_lining(levels: list[int], expected: tuple[int, float] | None) -> None:
    found = [(hint["level"], hint["share"]) for hint in hints(rated(*levels)) if hint["code"] == "straight-lining"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("answer", "named"),
    [
        (Level(4), True),
        (Level(4, ""), True),
        (Level(4, " \n"), True),
        (Level(4, "minutes of 3 May"), False),
        (Level(3), False),
        (Missing(), False),
        (NotApplicable("pay is excluded by law"), False),
    ],
)
def test_top_without_evidence(answer: Answer, named: bool) -> None:
    found = hints(Response("learner", {COOPERATION: answer}))
    expected = {"code": "top-without-evidence", "role": "learner", "respondent": 0, "indicators": [COOPERATION]}
    assert found == ([expected] if named else [])


def test_indicators_without_evidence_stand_in_the_order_of_the_model() -> None:
    (hint,) = hints(Response("company", {IDS[9]: Level(4), IDS[3]: Level(4), IDS[6]: Level(4, "seen")}))
    assert hint["indicators"] == [IDS[3], IDS[9]]


@pytest.mark.parametrize(
    ("high", "low", "told"),
    [
        (Level(3), Level(1), True),
        (Level(4, "seen"), Level(0), True),
        (Level(2), Level(0), False),
        (Level(3), Level(2), False),
        (Level(3), Missing(), False),
        (Missing(), Level(0), False),
    ],
)
def test_contradiction(high: Answer, low: Answer, told: bool) -> None:
    found = hints(rated(), Response("vet-provider", {COOPERATION: low, ALIGNMENT: high}))
    if not told:
        assert found == []
        return
    assert isinstance(high, Level)
    assert isinstance(low, Level)
    assert found == [
        {
            "code": "contradiction",
            "role": "vet-provider",
            "respondent": 1,
            "high": ALIGNMENT,
            "high_level": high.level,
            "low": COOPERATION,
            "low_level": low.level,
        }
    ]


def test_two_respondents_do_not_contradict_each_other() -> None:
    assert hints(Response("company", {ALIGNMENT: Level(3)}), Response("company", {COOPERATION: Level(0)})) == []


@given(st.dictionaries(st.sampled_from(IDS), st.builds(Level, st.integers(0, 4))), st.randoms())
def test_order_of_keys_does_not_matter(answers: dict[str, Answer], random: Any) -> None:
    mixed = dict(random.sample(list(answers.items()), len(answers)))
    assert hints(Response("company", answers)) == hints(Response("company", mixed))
