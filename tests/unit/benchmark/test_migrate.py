"""Answer files of earlier models: every answer finds its new place or is handed back."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.errors import AnswerError
from vetwork_benchmark.migrate import migrate
from vetwork_benchmark.model import Migration, load_model
from vetwork_benchmark.parsing import parse_answers
from vetwork_benchmark.serialise import answers_as_json

CURRENT = replace(load_model(), id="vetwork/3", migrations=())
SECOND = Migration(
    "vetwork/2",
    {
        "agreement": "partnership-agreement",
        "plan-b": "curriculum-training-plan-alignment",
        "pay": None,
        "typo": "typo-2",
    },
    {"digital-tools": "digital", "fax": None},
)
FIRST = Migration("vetwork/1", {"contract": "agreement", "plan": "plan-b", "fame": None}, {"computer": "digital-tools"})
MODEL = replace(CURRENT, migrations=(FIRST, SECOND))


def file_of(
    answers: dict[str, Any] | None = None,
    gap: dict[str, Any] | None = None,
    role: str = "vet-provider",
    model: str = "vetwork/2",
) -> dict[str, Any]:
    parts = {"answers": answers, "gap": gap}
    response = {"role": role} | {key: value for key, value in parts.items() if value is not None}
    return {"format": "vetwork-answers/1", "model": model, "form": "full", "responses": [response]}


def note(code: str, kind: str, old: str, new: str | None, content: object = None) -> dict[str, Any]:
    found = {"code": code, "kind": kind, "from": old, "to": new}
    return found if code == "moved" else found | {"response": 0, "content": content}


RATED = {"level": 3, "evidence": "signed in May", "target": 4}


@pytest.mark.parametrize(
    ("given", "answers", "notes"),
    [
        ({"joint-assessment": RATED}, {"joint-assessment": RATED}, []),
        (
            {"agreement": RATED},
            {"partnership-agreement": RATED},
            [note("moved", "indicator", "agreement", "partnership-agreement")],
        ),
        ({"pay": RATED}, {}, [note("dropped", "indicator", "pay", None, RATED)]),
        ({"never-known": {"level": 1}}, {}, [note("dropped", "indicator", "never-known", None, {"level": 1})]),
        ({"typo": {"level": 1}}, {}, [note("dropped", "indicator", "typo", None, {"level": 1})]),
        (
            {"agreement": {"na": "no law"}},
            {},
            [note("dropped", "indicator", "agreement", None, {"na": "no law"})],
        ),
        (
            {"agreement": {"level": 1}, "partnership-agreement": {"level": 2}},
            {"partnership-agreement": {"level": 2}},
            [note("merged", "indicator", "agreement", "partnership-agreement", {"level": 1})],
        ),
    ],
)
def test_answers_find_their_place(given: dict[str, Any], answers: dict[str, Any], notes: list[dict[str, Any]]) -> None:
    found, told = migrate(file_of(given), MODEL)
    assert found["model"] == "vetwork/3"
    assert found["responses"][0].get("answers", {}) == answers
    assert told == notes


@pytest.mark.parametrize(
    ("given", "gap", "notes"),
    [
        ({"teamwork": {"learnt": 1}}, {"teamwork": {"learnt": 1}}, []),
        (
            {"digital-tools": {"learnt": 1}},
            {"digital": {"learnt": 1}},
            [note("moved", "area", "digital-tools", "digital")],
        ),
        ({"fax": {"needed": 4}}, {}, [note("dropped", "area", "fax", None, {"needed": 4})]),
        (
            {"digital-tools": {"learnt": 1}, "digital": {"learnt": 2}},
            {"digital": {"learnt": 2}},
            [note("merged", "area", "digital-tools", "digital", {"learnt": 1})],
        ),
    ],
)
def test_ratings_find_their_place(given: dict[str, Any], gap: dict[str, Any], notes: list[dict[str, Any]]) -> None:
    found, told = migrate(file_of(gap=given), MODEL)
    assert found["responses"][0].get("gap", {}) == gap
    assert told == notes


def test_answer_of_a_role_that_is_not_asked_any_more_is_handed_back() -> None:
    model = replace(CURRENT, migrations=(Migration("vetwork/2", {"joint": "shared-integration-strategy"}, {}),))
    found, notes = migrate(file_of({"joint": {"level": 2}}, role="learner"), model)
    assert "answers" not in found["responses"][0]
    assert notes == [note("dropped", "indicator", "joint", None, {"level": 2})]


def test_a_file_walks_the_chain_from_its_own_model_on() -> None:
    answers = {"contract": {"level": 1}, "plan": {"level": 2}, "fame": {"level": 3}, "agreement": {"level": 4}}
    found, notes = migrate(file_of(answers, {"computer": {"learnt": 2}}, model="vetwork/1"), MODEL)
    assert found["responses"] == [
        {
            "role": "vet-provider",
            "answers": {"partnership-agreement": {"level": 4}, "curriculum-training-plan-alignment": {"level": 2}},
            "gap": {"digital": {"learnt": 2}},
        }
    ]
    assert notes == [
        note("moved", "area", "computer", "digital"),
        note("moved", "indicator", "agreement", "partnership-agreement"),
        note("moved", "indicator", "plan", "curriculum-training-plan-alignment"),
        note("merged", "indicator", "contract", "partnership-agreement", {"level": 1}),
        note("dropped", "indicator", "fame", None, {"level": 3}),
    ]


def test_notes_name_the_response_and_say_a_move_once() -> None:
    data = file_of({"agreement": {"level": 1}})
    data["responses"] += [{"role": "company", "answers": {"agreement": {"level": 2}, "pay": {"level": 3}}}]
    _, notes = migrate(data, MODEL)
    assert notes == [
        note("moved", "indicator", "agreement", "partnership-agreement"),
        note("dropped", "indicator", "pay", None, {"level": 3}) | {"response": 1},
    ]


def test_the_rest_of_the_file_stays_and_the_given_one_is_not_changed() -> None:
    data = file_of({"agreement": {"level": 1}}) | {"lang": "de", "profile": {"country": "DE", "learners": 12}}
    before = deepcopy(data)
    found, _ = migrate(data, MODEL)
    assert data == before
    assert {key: found[key] for key in ("format", "form", "lang", "profile")} == {
        key: data[key] for key in ("format", "form", "lang", "profile")
    }


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        ([], "(whole file)", "not-an-object"),
        (None, "(whole file)", "not-an-object"),
        (file_of(model="vetwork/4"), "model", "newer-model"),
        (file_of(model="vetwork/0"), "model", "other-model"),
        (file_of() | {"model": ["vetwork/1"]}, "model", "other-model"),
        ({key: value for key, value in file_of().items() if key != "model"}, "(whole file)", "missing-key"),
        (file_of() | {"responses": 1}, "responses", "not-a-list"),
        (file_of() | {"responses": [1]}, "responses[0]", "not-an-object"),
        (file_of() | {"responses": [{"role": "company", "answers": 1}]}, "responses[0].answers", "not-an-object"),
        (file_of() | {"responses": [{"role": "company", "gap": []}]}, "responses[0].gap", "not-an-object"),
        (file_of({"agreement": 3}), "responses[0].answers.partnership-agreement", "not-an-object"),
        (
            file_of({"agreement": {"level": 9}}, model="vetwork/2"),
            "responses[0].answers.partnership-agreement.level",
            "not-a-level",
        ),
        (file_of({"agreement": {"level": 1}}, role="cook"), "responses[0].role", "unknown-role"),
        (file_of() | {"extra": 1}, "extra", "unknown-key"),
    ],
)
def test_what_is_no_answer_file_is_named(data: object, place: str, code: str) -> None:
    with pytest.raises(AnswerError) as caught:
        migrate(data, MODEL)
    assert [(fault.place, fault.code) for fault in caught.value if fault.code == code] == [(place, code)]


def test_a_file_of_this_model_comes_back_as_it_is() -> None:
    data = file_of({"joint-assessment": RATED}, {"digital": {"learnt": 1}}, model="vetwork/3")
    assert migrate(data, MODEL) == (data, [])


LEVEL = st.fixed_dictionaries(
    {"level": st.integers(0, 4)}, optional={"target": st.integers(0, 4), "evidence": st.text("abc é", max_size=9)}
)
RATING = st.dictionaries(st.sampled_from(["learnt", "needed", "applied"]), st.integers(0, 4), min_size=1)
ANSWERS = st.dictionaries(st.sampled_from([item.id for item in MODEL.indicators]), LEVEL, max_size=8)
GAPS = st.dictionaries(st.sampled_from([area.id for area in MODEL.gap_areas]), RATING, max_size=8)


@given(ANSWERS, GAPS)
def test_an_empty_mapping_keeps_everything(answers: dict[str, Any], gap: dict[str, Any]) -> None:
    data = file_of(answers, gap)
    found, notes = migrate(data, replace(CURRENT, migrations=(Migration("vetwork/2", {}, {}),)))
    assert notes == []
    assert found == answers_as_json(parse_answers(data | {"model": "vetwork/3"}, MODEL))


OLD_IDS = [
    "contract",
    "plan",
    "fame",
    "agreement",
    "plan-b",
    "pay",
    "typo",
    "partnership-agreement",
    "joint-assessment",
]


@given(st.dictionaries(st.sampled_from(OLD_IDS), LEVEL), st.sampled_from(["vetwork/1", "vetwork/2"]), st.randoms())
def test_no_answer_is_lost_and_order_of_keys_does_not_matter(answers: dict[str, Any], model: str, random: Any) -> None:
    found, notes = migrate(file_of(answers, model=model), MODEL)
    kept = list(found["responses"][0].get("answers", {}).values())
    handed_back = [item["content"] for item in notes if item["code"] != "moved"]
    assert sorted(map(repr, map(sorted_items, kept + handed_back))) == sorted(
        map(repr, map(sorted_items, answers.values()))
    )
    mixed = dict(random.sample(list(answers.items()), len(answers)))
    assert migrate(file_of(mixed, model=model), MODEL) == (found, notes)


def sorted_items(answer: dict[str, Any]) -> list[tuple[str, Any]]:
    return sorted(answer.items())
