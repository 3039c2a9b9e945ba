"""The implementation gap."""

import pytest

from tests.unit.benchmark.answer_files import COMPANY, LEARNER, PROVIDER, answer_file, published, small_model
from vetwork_benchmark.gap import Gap, discrepancy, gap_index, gap_of

MODEL = small_model({"x": {"a": 1}})
NOTHING = {"under_provision": None, "under_use": None, "index": None, "match": None, "net": None}

type Rating = dict[str, int]


def gap(*ratings: tuple[str, Rating], area: str = "teamwork") -> Gap:
    responses = [{"role": role, "gap": {area: rating}} for role, rating in ratings]
    return gap_of(answer_file(MODEL, *responses).responses, MODEL)


def test_nothing_rated() -> None:
    assert gap_of(answer_file(MODEL, {"role": PROVIDER}).responses, MODEL) == {
        "scored": False,
        "single_perspective": False,
        **NOTHING,
        "areas": {},
    }


@pytest.mark.parametrize(
    ("learnt", "needed", "field"),
    [(3, 3, "keep"), (2, 3, "close-the-gap"), (3, 2, "use-or-slim"), (2, 2, "watch")],
)
def test_field(learnt: int, needed: int, field: str) -> None:
    found = gap((PROVIDER, {"learnt": learnt}), (COMPANY, {"needed": needed}))
    assert found["areas"]["teamwork"]["field"] == field


def test_middle_counts_as_high() -> None:
    found = gap((PROVIDER, {"learnt": 2}), (LEARNER, {"learnt": 3}), (COMPANY, {"needed": 3, "applied": 2}))
    area = found["areas"]["teamwork"]
    assert (area["learnt"], area["needed"], area["field"]) == (2.5, 2.5, "keep")


def test_needed_or_applied_alone_is_taken_as_it_is() -> None:
    assert gap((PROVIDER, {"learnt": 2}), (COMPANY, {"applied": 4}))["areas"]["teamwork"]["needed"] == 4
    assert gap((PROVIDER, {"learnt": 2}), (COMPANY, {"needed": 1}))["areas"]["teamwork"]["needed"] == 1


def test_area_needs_both_sides() -> None:
    assert gap((PROVIDER, {"learnt": 2, "needed": 4}), (COMPANY, {"learnt": 4}))["areas"] == {}
    assert gap((LEARNER, {"needed": 2}), (COMPANY, {"needed": 4}))["areas"] == {}


def test_two_sides_rate_what_is_theirs() -> None:
    found = gap((PROVIDER, {"learnt": 1, "needed": 0}), (COMPANY, {"learnt": 4, "needed": 3}))
    area = found["areas"]["teamwork"]
    assert (area["learnt"], area["needed"], area["gap"], area["priority"]) == (1, 3, 2, 6)
    assert area["shares"] == {"more_needed": 0, "equal": 0, "more_learnt": 1}
    assert found["single_perspective"] is False


def test_one_role_alone_serves_for_both() -> None:
    found = gap((PROVIDER, {"learnt": 1, "needed": 3, "applied": 1}), (PROVIDER, {"learnt": 2, "needed": 2}))
    area = found["areas"]["teamwork"]
    assert found["single_perspective"] is True
    assert (area["learnt"], area["needed"]) == (1.5, 2)
    assert (area["provision_gap"], area["transfer_gap"]) == (1.5, 0.5)
    assert area["shares"] == {"more_needed": 0.5, "equal": 0.5, "more_learnt": 0}


def test_no_split_no_halves() -> None:
    area = gap((PROVIDER, {"learnt": 1}), (COMPANY, {"needed": 3}))["areas"]["teamwork"]
    assert (area["provision_gap"], area["transfer_gap"], area["shares"]) == (None, None, None)


@pytest.mark.parametrize(
    ("transversal", "technical", "scored"),
    [(10, 2, False), (9, 3, True), (8, 3, False), (3, 9, True), (2, 10, False), (0, 0, False)],
)
def test_index_needs_enough_areas_of_each_group(transversal: int, technical: int, scored: bool) -> None:
    model = published()
    areas = {
        group: [area.id for area in model.gap_areas if area.group == group] for group in ("transversal", "technical")
    }
    rated = areas["transversal"][:transversal] + areas["technical"][:technical]
    ratings = {key: {"learnt": 2, "needed": 3} for key in rated}
    found = gap_of(answer_file(model, {"role": COMPANY, "gap": ratings}).responses, model)
    assert found["scored"] is scored
    assert found["index"] == (25 if scored else None)
    assert list(found["areas"]) == rated


def test_formulas() -> None:
    assert gap_index([4, -4], [1, 3]) == {
        "under_provision": 25,
        "under_use": 75,
        "index": 100,
        "match": 0,
        "net": -50,
    }
    assert discrepancy([2, 2, 3, 1], [4, 3, 4, 3]) == 5.25
