"""The rule of next steps: worked-out cases, and what must hold for all answers."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.advise import advise, need, own_targets, priority
from vetwork_benchmark.answers import Answer, AnswerFile, GapRating, Level, Missing, NotApplicable, Response
from vetwork_benchmark.model import load_model
from vetwork_benchmark.result import score

MODEL = load_model()
EMPTY = AnswerFile(MODEL.id, "full", None, {}, ())
AGREEMENT, STRATEGY, PLAN = (
    "partnership-agreement",
    "shared-integration-strategy",
    "curriculum-training-plan-alignment",
)


def unknown() -> dict[str, Any]:
    """Return a result in which nothing is known."""
    indicator = {"score": None, "flag": None, "difference": None}
    return {
        "indicators": {item.id: dict(indicator) for item in MODEL.indicators},
        "dimensions": {item.id: {"score": None} for item in MODEL.dimensions},
        "gap": {"areas": {}},
    }


def with_scores(**scores: float) -> dict[str, Any]:
    result = unknown()
    for key, value in scores.items():
        result["indicators"][key.replace("_", "-")]["score"] = value
    return result


def file_of(*responses: tuple[str, dict[str, Answer]]) -> AnswerFile:
    return replace(EMPTY, responses=tuple(Response(role, answers) for role, answers in responses))


def asked(role: str) -> list[str]:
    return [item.id for item in MODEL.indicators if role in item.roles]


def answers(role: str) -> st.SearchStrategy[dict[str, Answer]]:
    target = st.none() | st.integers(0, 4)
    level = st.builds(Level, st.integers(0, 4), st.none(), target) | st.builds(Missing, st.none(), target)
    return st.dictionaries(st.sampled_from(asked(role)), level, max_size=12)


GAPS = st.dictionaries(
    st.sampled_from([area.id for area in MODEL.gap_areas]), st.builds(GapRating, *[st.integers(0, 4)] * 3), max_size=8
)
RESPONSES = st.sampled_from(MODEL.roles).flatmap(lambda role: st.builds(Response, st.just(role), answers(role), GAPS))
FILES = st.lists(RESPONSES, max_size=3).map(lambda responses: replace(EMPTY, responses=tuple(responses)))


@pytest.mark.parametrize(
    ("points", "own_target", "expected"),
    [
        (0, None, 0.75),
        (50, None, 0.25),
        (74, None, 0.01),
        (75, None, 0.25),
        (75 - 1e-12, None, 0.25),
        (90, None, 0.1),
        (100, None, 0),
        (None, None, 0),
        (None, 4, 0),
        (50, 2, 0),
        (50, 2 + 1e-12, 0),
        (50, 1, 0),
        (50, 3.5, 0.375),
        (0, 4, 1),
    ],
)
def test_need_is_the_way_to_the_target(points: float | None, own_target: float | None, expected: float) -> None:
    assert need(points, own_target) == pytest.approx(expected, abs=1e-9 if expected else 0)


@pytest.mark.parametrize(
    ("terms", "effort", "expected"),
    [
        ((1, 1, 1, 1), 1, 1),
        ((1, 1, 1, 1), 2, 0.8),
        ((1, 1, 1, 1), 3, 2 / 3),
        ((0.75, 0, 0, 0), 1, 0.3),
        ((0.25, 0.4, 0.5, 0), 2, 0.224),
        ((0.25, 0, 0, 1), 3, 0.2),
    ],
)
def test_priority_weighs_terms_and_effort(
    terms: tuple[float, float, float, float], effort: int, expected: float
) -> None:
    assert priority(*terms, effort) == pytest.approx(expected)


def test_step_is_given_with_all_its_reasons() -> None:
    result = with_scores(curriculum_training_plan_alignment=37.5)
    result["indicators"][PLAN] |= {"flag": "differs", "difference": -25.0}
    result["dimensions"]["curriculum-and-outcomes"]["score"] = 40.0
    result["gap"]["areas"] = {
        "documentation": {"field": "close-the-gap"},
        "core-processes": {"field": "close-the-gap"},
        "digital": {"field": "close-the-gap"},
        "equipment-operation": {"field": "use-or-slim"},
    }
    file = file_of(("company", {PLAN: Level(2, target=4)}), ("vet-provider", {PLAN: Missing(target=3)}))
    assert advise(result, file, MODEL) == [
        {
            "indicator": PLAN,
            "level": 1.5,
            "target": 2,
            "own_target": True,
            "priority": pytest.approx((2 * 0.5 + 0.6 + 0.5 + 1) / 5 / 1.25),
            "effort": 2,
            "advice": "start",
            "reasons": [
                {"code": "low-level", "level": 1.5},
                {"code": "own-target", "target": 3.5},
                {"code": "weak-dimension", "dimension": "curriculum-and-outcomes", "score": 40.0},
                {"code": "disagreement", "difference": -25.0},
                {"code": "gap", "areas": ["core-processes", "documentation"]},
            ],
        }
    ]


@pytest.mark.parametrize(
    ("points", "answer", "codes"),
    [
        (50, Level(2), ["low-level", "small-effort"]),
        (75, Level(3), ["low-level", "small-effort"]),
        (75, Level(3, target=4), ["own-target", "small-effort"]),
        (50, Level(2, target=4), ["low-level", "own-target", "small-effort"]),
    ],
)
def test_step_names_level_or_own_target(points: float, answer: Level, codes: list[str]) -> None:
    (step,) = advise(with_scores(partnership_agreement=points), file_of(("vet-provider", {AGREEMENT: answer})), MODEL)
    assert [reason["code"] for reason in step["reasons"]] == codes


@pytest.mark.parametrize(("dimension_score", "named"), [(49.0, True), (50.0, False), (51.0, False), (None, False)])
def test_dimension_is_a_reason_under_half_of_the_points(dimension_score: float | None, named: bool) -> None:
    result = with_scores(partnership_agreement=25)
    result["dimensions"]["strategy-and-partnership"]["score"] = dimension_score
    (step,) = advise(result, EMPTY, MODEL)
    assert ("weak-dimension" in {reason["code"] for reason in step["reasons"]}) is named


@pytest.mark.parametrize(
    ("points", "target", "advice"),
    [
        (0, 1, "start"),
        (25, 2, "start"),
        (37.5, 2, "start"),
        (50, 3, "build"),
        (62.5, 3, "build"),
        (75, 4, "deepen"),
        (50 - 1e-12, 3, "build"),
    ],
)
def test_advice_leads_to_the_next_level(points: float, target: int, advice: str) -> None:
    (step,) = advise(with_scores(partnership_agreement=points), EMPTY, MODEL)
    assert (step["target"], step["advice"]) == (target, advice)


def test_own_target_is_the_mean_over_core_roles() -> None:
    file = file_of(
        ("vet-provider", {AGREEMENT: Level(1, target=4), STRATEGY: Level(1, target=0)}),
        ("vet-provider", {AGREEMENT: Level(1, target=3)}),
        (
            "company",
            {AGREEMENT: Missing(target=2), STRATEGY: Level(3), "learner-status-and-compensation": NotApplicable("no")},
        ),
        ("learner", {AGREEMENT: Level(0, target=0)}),
    )
    assert own_targets(file) == {AGREEMENT: 2.75, STRATEGY: 0}


def test_ties_follow_the_model_and_five_are_enough() -> None:
    efforts = [item.id for item in MODEL.indicators if item.effort == 1]
    result = with_scores(**dict.fromkeys(reversed(efforts), 25))
    assert [step["indicator"] for step in advise(result, EMPTY, MODEL)] == efforts[:5]


def test_short_form_gives_steps_of_its_own_indicators() -> None:
    short = replace(EMPTY, form="short")
    result = with_scores(partnership_agreement=0, shared_integration_strategy=0)
    result["indicators"].pop(STRATEGY)
    assert [step["indicator"] for step in advise(result, short, MODEL)] == [AGREEMENT]


def test_nothing_known_gives_no_step() -> None:
    assert advise(unknown(), EMPTY, MODEL) == []


@given(FILES)
def test_steps_are_few_ranked_below_their_target_and_explained(file: AnswerFile) -> None:
    steps, targets = advise(score(file, MODEL), file, MODEL), own_targets(file)
    assert len(steps) <= 5
    assert [step["priority"] for step in steps] == pytest.approx(
        sorted((step["priority"] for step in steps), reverse=True)
    )
    for step in steps:
        assert 0 < step["priority"] <= 1
        assert step["level"] < step["target"] <= 4
        assert step["level"] < targets.get(step["indicator"], 4)
        assert {reason["code"] for reason in step["reasons"]} & {"low-level", "own-target"}


@given(FILES, st.randoms())
def test_order_of_keys_does_not_matter(file: AnswerFile, random: Any) -> None:
    def shuffled(value: dict[str, Any]) -> dict[str, Any]:
        return dict(random.sample(sorted(value.items(), key=lambda item: item[0]), len(value)))

    mixed = replace(
        file, responses=tuple(Response(item.role, shuffled(dict(item.answers)), item.gap) for item in file.responses)
    )
    result = score(file, MODEL)
    other = deepcopy(result)
    other["indicators"], other["dimensions"] = shuffled(other["indicators"]), shuffled(other["dimensions"])
    other["gap"]["areas"] = shuffled(other["gap"]["areas"])
    assert advise(result, file, MODEL) == advise(other, mixed, MODEL)


@given(
    points=st.dictionaries(
        st.sampled_from(asked("company")), st.sampled_from([0, 25, 50, 75]), min_size=6, max_size=38
    ),
    target=st.integers(1, 3),
    data=st.data(),
)
def test_more_need_disagreement_or_gap_never_lowers_a_rank(
    points: dict[str, int], target: int, data: st.DataObject
) -> None:
    chosen = data.draw(st.sampled_from(sorted(points)))
    result = with_scores(**points)
    place = rank(chosen, result, target)
    assert rank(chosen, result, target + 1) <= place
    stronger = deepcopy(result)
    stronger["indicators"][chosen] |= {"flag": "differs-strongly", "difference": 50.0}
    assert rank(chosen, stronger, target) <= place
    weaker = deepcopy(result)
    weaker["dimensions"][MODEL.indicator[chosen].dimension]["score"] = 0.0
    assert priority_of(chosen, weaker, target) >= priority_of(chosen, result, target)


def rank(chosen: str, result: dict[str, Any], target: int) -> int:
    """Return the place of an indicator among the steps, 5 when it is not among them."""
    steps = [
        step["indicator"] for step in advise(result, file_of(("company", {chosen: Missing(target=target)})), MODEL)
    ]
    return steps.index(chosen) if chosen in steps else 5


def priority_of(chosen: str, result: dict[str, Any], target: int) -> float:
    file = file_of(("company", {chosen: Missing(target=target)}))
    alone = deepcopy(result)
    for key, found in alone["indicators"].items():
        found["score"] = found["score"] if key == chosen else None
    return float(sum(step["priority"] for step in advise(alone, file, MODEL)))
