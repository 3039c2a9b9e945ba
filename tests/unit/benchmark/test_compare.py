"""Two results over time."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.answers import Answer, AnswerFile, Level, Response
from vetwork_benchmark.compare import change, compare, state
from vetwork_benchmark.errors import AnswerError
from vetwork_benchmark.model import load_model

MODEL = load_model()
IDS = [item.id for item in MODEL.indicators]


def file_of(*responses: tuple[str, dict[str, Answer]], form: str = "full") -> AnswerFile:
    return AnswerFile(MODEL.id, form, None, {}, tuple(Response(role, answers) for role, answers in responses))


def everywhere(level: int) -> dict[str, Answer]:
    return {key: Level(level) for key in IDS}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (50, 75, "higher"),
        (75, 50, "lower"),
        (50, 50, "same"),
        (50, 50 + 1e-12, "same"),
        (0, 0, "same"),
        (None, 0, "new"),
        (0, None, "gone"),
        (None, None, None),
    ],
)
def test_state_of_an_indicator(before: float | None, after: float | None, expected: str | None) -> None:
    assert state(before, after) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"), [(50, 75, 25), (75, 50, -25), (None, 50, None), (50, None, None), (0, 0, 0)]
)
def test_change_needs_both(before: float | None, after: float | None, expected: float | None) -> None:
    assert change(before, after) == {"before": before, "after": after, "change": expected}


def test_a_programme_that_rose() -> None:
    before = file_of(("vet-provider", everywhere(2)), ("company", everywhere(2)))
    after = file_of(
        ("vet-provider", everywhere(2) | {IDS[0]: Level(3)}), ("company", everywhere(2) | {IDS[0]: Level(4)})
    )
    found = compare(before, after, MODEL)
    assert (found["comparable"], found["reasons"]) == (True, [])
    assert found["indicators"][IDS[0]] == {"before": 50, "after": 87.5, "change": 37.5, "state": "higher"}
    assert {item["state"] for key, item in found["indicators"].items() if key != IDS[0]} == {"same"}
    assert found["dimensions"]["strategy-and-partnership"] == {"before": 50, "after": 57.5, "change": 7.5}
    assert found["overall"]["before"] == pytest.approx(50)
    assert found["overall"]["change"] > 0
    assert found["model"] == {"before": MODEL.id, "after": MODEL.id, "notes": []}


def test_indicators_of_one_side_are_new_or_gone_and_of_no_side_left_out() -> None:
    before, after = file_of(("company", {IDS[0]: Level(2)})), file_of(("company", {IDS[1]: Level(3)}))
    found = compare(before, after, MODEL)
    assert found["indicators"] == {
        IDS[0]: {"before": 50, "after": None, "change": None, "state": "gone"},
        IDS[1]: {"before": None, "after": 75, "change": None, "state": "new"},
    }
    assert found["overall"] == {"before": None, "after": None, "change": None}


@pytest.mark.parametrize(
    ("before", "earlier", "reasons"),
    [
        (file_of(("company", everywhere(2))), None, ["other-perspective"]),
        (file_of(("vet-provider", everywhere(2)), form="short"), None, ["other-form"]),
        (file_of(("vet-provider", everywhere(2))), "vetwork/0", ["other-model"]),
        (file_of(("company", everywhere(2)), form="short"), MODEL.id, ["other-perspective", "other-form"]),
        (file_of(("vet-provider", everywhere(2))), MODEL.id, []),
    ],
)
def test_what_may_not_be_compared_is_said(before: AnswerFile, earlier: str | None, reasons: list[str]) -> None:
    notes = [{"code": "dropped", "kind": "indicator", "from": "x", "to": None}]
    found = compare(before, file_of(("vet-provider", everywhere(3))), MODEL, earlier, notes)
    assert (found["comparable"], found["reasons"]) == (not reasons, reasons)
    assert found["model"] == {"before": earlier or MODEL.id, "after": MODEL.id, "notes": notes}
    assert found["indicators"]["partnership-agreement"]["change"] == 25


def test_several_files_are_merged_first() -> None:
    provider, company = file_of(("vet-provider", everywhere(1))), file_of(("company", everywhere(3)))
    both = replace(provider, responses=provider.responses + company.responses)
    assert compare([provider, company], [both], MODEL) == compare(both, both, MODEL)


def test_files_that_do_not_belong_together_are_refused() -> None:
    with pytest.raises(AnswerError) as caught:
        compare([file_of(), file_of(form="short")], file_of(), MODEL)
    assert [fault.code for fault in caught.value] == ["different-forms"]


LEVELS = st.dictionaries(st.sampled_from(IDS), st.builds(Level, st.integers(0, 4)), max_size=16)
FILES = st.lists(st.tuples(st.sampled_from(["vet-provider", "company"]), LEVELS), max_size=2)


@given(FILES, st.sampled_from(["full", "short"]))
def test_a_file_compared_with_itself_did_not_change(responses: list[tuple[str, dict[str, Answer]]], form: str) -> None:
    file = file_of(*responses, form=form)
    found = compare(file, file, MODEL)
    assert found["comparable"]
    assert {(item["state"], item["change"]) for item in found["indicators"].values()} <= {("same", 0)}
    assert {item["change"] for item in (found["overall"], *found["dimensions"].values())} <= {0, None}


@given(FILES, FILES)
def test_the_way_back_is_the_opposite(
    before: list[tuple[str, dict[str, Answer]]], after: list[tuple[str, dict[str, Answer]]]
) -> None:
    there, back = compare(file_of(*before), file_of(*after), MODEL), compare(file_of(*after), file_of(*before), MODEL)
    opposite = {"higher": "lower", "lower": "higher", "same": "same", "new": "gone", "gone": "new"}
    assert {key: opposite[item["state"]] for key, item in there["indicators"].items()} == {
        key: item["state"] for key, item in back["indicators"].items()
    }
