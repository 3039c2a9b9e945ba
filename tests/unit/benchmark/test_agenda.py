"""The agenda of the meeting: its topics, and its sixty minutes."""

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.agenda import agenda
from vetwork_benchmark.answers import AnswerFile, GapRating, Level, Response
from vetwork_benchmark.model import load_model
from vetwork_benchmark.result import score

MODEL = load_model()
IDS = [item.id for item in MODEL.indicators]
AREAS = [area.id for area in MODEL.gap_areas]


def result_of(
    levels: Mapping[str, tuple[float | None, float | None]], gaps: dict[str, tuple[str, float]]
) -> dict[str, Any]:
    """Return a result with the levels of VET provider and company, and the field and the gap of areas."""
    indicators: dict[str, Any] = {}
    for key in IDS:
        provider, company = (None if level is None else 25 * level for level in levels.get(key, (None, None)))
        known = [value for value in (provider, company) if value is not None]
        difference = provider - company if provider is not None and company is not None else None
        indicators[key] = {
            "score": sum(known) / len(known) if known else None,
            "by_role": {"vet-provider": provider, "company": company, "learner": None},
            "difference": difference,
            "flag": "differs" if abs(difference or 0) >= 25 else None,
        }
    areas = {key: {"field": field, "gap": gap} for key, (field, gap) in gaps.items()}
    return {"form": "full", "indicators": indicators, "gap": {"areas": areas}}


def kinds(items: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(item["kind"], item["minutes"]) for item in items]


TWO_GAPS = {AREAS[0]: ("close-the-gap", 2.0), AREAS[1]: ("use-or-slim", -3.0)}


@pytest.mark.parametrize(
    ("differing", "gaps", "expected"),
    [
        (0, {}, [("strengths", 20), ("next-steps", 30)]),
        (0, TWO_GAPS, [("strengths", 15), ("gap", 5), ("gap", 5), ("next-steps", 25)]),
        (1, {}, [("strengths", 15), ("difference", 10), ("next-steps", 25)]),
        (
            2,
            TWO_GAPS,
            [("strengths", 5), ("difference", 10), ("difference", 10), ("gap", 5), ("gap", 5), ("next-steps", 15)],
        ),
        (3, {}, [("strengths", 5), *[("difference", 10)] * 3, ("next-steps", 15)]),
        (4, TWO_GAPS, [("strengths", 5), *[("difference", 10)] * 3, ("gap", 5), ("next-steps", 10)]),
    ],
)
def test_minutes_are_shared_out(
    differing: int, gaps: dict[str, tuple[str, float]], expected: list[tuple[str, int]]
) -> None:
    items = agenda(result_of(dict.fromkeys(IDS[:differing], (1.0, 3.0)), gaps), MODEL)
    assert kinds(items) == [("welcome", 5), *expected, ("close", 5)]


def test_largest_differences_come_first() -> None:
    levels = {IDS[0]: (2, 1), IDS[1]: (0, 4), IDS[2]: (2.5, 2), IDS[3]: (4, 1), IDS[4]: (1, 2), IDS[5]: (4, None)}
    items = [item for item in agenda(result_of(levels, {}), MODEL) if item["kind"] == "difference"]
    assert items == [
        {"minutes": 10, "kind": "difference", "indicator": IDS[1], "levels": {"vet-provider": 0, "company": 4}},
        {"minutes": 10, "kind": "difference", "indicator": IDS[3], "levels": {"vet-provider": 4, "company": 1}},
        {"minutes": 10, "kind": "difference", "indicator": IDS[0], "levels": {"vet-provider": 2, "company": 1}},
    ]


def test_largest_gaps_come_first_and_matching_areas_are_left_out() -> None:
    gaps = {
        AREAS[4]: ("close-the-gap", 1.0),
        AREAS[2]: ("keep", 1.5),
        AREAS[3]: ("use-or-slim", -2.0),
        AREAS[1]: ("close-the-gap", 1.0),
        AREAS[0]: ("watch", 2.0),
    }
    items = [item["area"] for item in agenda(result_of({}, gaps), MODEL) if item["kind"] == "gap"]
    assert items == [AREAS[3], AREAS[1]]


def test_strengths_are_high_and_not_disputed() -> None:
    levels = {IDS[0]: (3, 3), IDS[1]: (4, 3), IDS[2]: (4, 4), IDS[3]: (3, 2.5), IDS[4]: (None, 4), IDS[5]: (3, 3)}
    assert agenda(result_of(levels, {}), MODEL)[1]["indicators"] == [IDS[2], IDS[4], IDS[0]]


LEVELS = st.dictionaries(st.sampled_from(IDS), st.builds(Level, st.integers(0, 4)), max_size=12)
GAPS = st.dictionaries(st.sampled_from(AREAS), st.builds(GapRating, *[st.none() | st.integers(0, 4)] * 3))
RESPONSES = st.builds(Response, st.sampled_from(["vet-provider", "company"]), LEVELS, GAPS)


@given(st.lists(RESPONSES, max_size=4), st.sampled_from(["full", "short"]))
def test_every_agenda_takes_sixty_minutes(responses: list[Response], form: str) -> None:
    items = agenda(score(AnswerFile(MODEL.id, form, None, {}, tuple(responses)), MODEL), MODEL)
    assert sum(item["minutes"] for item in items) == 60
    assert all(item["minutes"] >= 5 for item in items)
    assert [item["kind"] for item in items][:2] == ["welcome", "strengths"]
    assert [item["kind"] for item in items][-2:] == ["next-steps", "close"]
