"""The parser names every fault with its place and reads nothing into a file."""

import json
from typing import Any

import pytest

from tests.unit.benchmark.answer_files import COMPANY, LEARNER, PROVIDER, answer_data, model_data, published
from vetwork_benchmark import AnswerError, parse_answers, read_model
from vetwork_benchmark.answers import GapRating, Level, Missing, NotApplicable

AGREEMENT = "partnership-agreement"
PAY = "learner-status-and-compensation"
STRATEGY = "shared-integration-strategy"
ANSWERS = f"responses[0].answers.{AGREEMENT}"


def faults_of(data: object) -> list[tuple[str, str]]:
    with pytest.raises(AnswerError) as error:
        parse_answers(data, published())
    return [(fault.place, fault.code) for fault in error.value]


def with_answer(answer: object, name: str = AGREEMENT, role: str = PROVIDER) -> dict[str, Any]:
    return answer_data([{"role": role, "answers": {name: answer}}])


def with_rating(rating: object) -> dict[str, Any]:
    return answer_data([{"role": PROVIDER, "gap": {"teamwork": rating}}])


def test_everything_a_file_may_hold_is_read() -> None:
    profile = {
        "country": "ES",
        "sector": "C",
        "size": "10-49",
        "wbl_model": "apprenticeship",
        "track": "initial",
        "eqf_level": 4,
        "learners": 0,
        "period": "2026-01/2026-12",
    }
    answers = {
        AGREEMENT: {"level": 3, "evidence": "minutes", "target": 4},
        STRATEGY: {"missing": True, "evidence": "", "target": 0},
        PAY: {"na": "excluded by law"},
    }
    gap = {"teamwork": {"learnt": 0, "needed": 4, "applied": 2}, "digital": {"needed": 1}}
    responses = [{"role": PROVIDER, "answers": answers, "gap": gap}, {"role": LEARNER}]
    file = parse_answers(answer_data(responses, lang="es", profile=profile, form="short"), published())
    assert (file.model, file.form, file.lang, file.profile) == ("vetwork/1", "short", "es", profile)
    assert file.responses[0].answers == {
        AGREEMENT: Level(3, "minutes", 4),
        STRATEGY: Missing("", 0),
        PAY: NotApplicable("excluded by law"),
    }
    assert file.responses[0].gap == {"teamwork": GapRating(0, 4, 2), "digital": GapRating(needed=1)}
    assert (file.responses[1].role, file.responses[1].answers, file.responses[1].gap) == (LEARNER, {}, {})


def test_file_without_responses_is_a_file() -> None:
    file = parse_answers(answer_data([]), published())
    assert (file.lang, file.profile, file.responses) == (None, {}, ())


@pytest.mark.parametrize(
    ("data", "faults"),
    [
        (None, [("(whole file)", "not-an-object")]),
        ([], [("(whole file)", "not-an-object")]),
        ({}, [("(whole file)", "missing-key")] * 4),
        (answer_data([], extra=1), [("extra", "unknown-key")]),
        (answer_data([]) | {"format": "vetwork-answers/2"}, [("format", "other-format")]),
        (answer_data([], "vetwork/2"), [("model", "newer-model")]),
        (answer_data([], "vetwork/0"), [("model", "other-model")]),
        (answer_data([], "vetwork/next"), [("model", "other-model")]),
        (answer_data([], "elsewhere/2"), [("model", "other-model")]),
        (answer_data([]) | {"model": 1}, [("model", "other-model")]),
        (answer_data([], form="long"), [("form", "unknown-form")]),
        (answer_data([], form=["full"]), [("form", "unknown-form")]),
        (answer_data([], lang=None), [("lang", "not-text")]),
        (answer_data([], lang="x" * 36), [("lang", "text-too-long")]),
        (answer_data([]) | {"responses": {}}, [("responses", "not-a-list")]),
        (answer_data([{"role": PROVIDER}] * 501), [("responses", "too-large")]),
        (answer_data(["x"]), [("responses[0]", "not-an-object"), ("responses[0]", "missing-key")]),
        (answer_data([{"role": "teacher"}]), [("responses[0].role", "unknown-role")]),
        (answer_data([{"role": ["company"]}]), [("responses[0].role", "unknown-role")]),
        (answer_data([{"role": COMPANY, "name": "x"}]), [("responses[0].name", "unknown-key")]),
        (answer_data([{"role": COMPANY, "answers": []}]), [("responses[0].answers", "not-an-object")]),
        (answer_data([{"role": COMPANY, "gap": 1}]), [("responses[0].gap", "not-an-object")]),
    ],
)
def test_fault_of_a_file(data: object, faults: list[tuple[str, str]]) -> None:
    assert faults_of(data) == faults


@pytest.mark.parametrize(
    ("profile", "fault"),
    [
        ([], ("profile", "not-an-object")),
        ({"name": "x"}, ("profile.name", "unknown-key")),
        ({"country": 1}, ("profile.country", "not-text")),
        ({"sector": "x" * 81}, ("profile.sector", "text-too-long")),
        ({"period": "x" * 41}, ("profile.period", "text-too-long")),
        ({"size": "11-12"}, ("profile.size", "unknown-size")),
        ({"eqf_level": 9}, ("profile.eqf_level", "not-a-whole-number")),
        ({"eqf_level": 4.0}, ("profile.eqf_level", "not-a-whole-number")),
        ({"learners": -1}, ("profile.learners", "not-a-whole-number")),
        ({"learners": 10**5000}, ("profile.learners", "not-a-whole-number")),
        ({"learners": True}, ("profile.learners", "not-a-whole-number")),
    ],
)
def test_fault_of_a_profile(profile: object, fault: tuple[str, str]) -> None:
    assert faults_of(answer_data([], profile=profile)) == [fault]


@pytest.mark.parametrize(
    ("answer", "place", "code"),
    [
        (3, "", "not-an-object"),
        ({}, "", "ambiguous-answer"),
        ({"evidence": "x"}, "", "ambiguous-answer"),
        ({"level": 1, "missing": True}, "", "ambiguous-answer"),
        ({"missing": False}, "", "ambiguous-answer"),
        ({"missing": 1}, "", "ambiguous-answer"),
        ({"level": 5}, ".level", "not-a-level"),
        ({"level": -1}, ".level", "not-a-level"),
        ({"level": True}, ".level", "not-a-level"),
        ({"level": 1.0}, ".level", "not-a-level"),
        ({"level": "1"}, ".level", "not-a-level"),
        ({"level": None}, ".level", "not-a-level"),
        ({"level": 1, "target": 5}, ".target", "not-a-level"),
        ({"level": 1, "evidence": 2}, ".evidence", "not-text"),
        ({"level": 1, "evidence": "\ud800"}, ".evidence", "not-text"),
        ({"level": 1, "evidence": "x" * 2001}, ".evidence", "text-too-long"),
        ({"level": 1, "note": "x"}, ".note", "unknown-key"),
        ({"missing": True, "target": 9}, ".target", "not-a-level"),
        ({"na": "no"}, ".na", "na-not-allowed"),
    ],
)
def test_fault_of_an_answer(answer: object, place: str, code: str) -> None:
    assert faults_of(with_answer(answer)) == [(ANSWERS + place, code)]


@pytest.mark.parametrize(
    ("reason", "codes"),
    [
        ("", ["empty-reason"]),
        (" \n", ["empty-reason"]),
        (1, ["not-text"]),
        ("x" * 501, ["text-too-long"]),
    ],
)
def test_fault_of_a_reason(reason: object, codes: list[str]) -> None:
    assert [code for _, code in faults_of(with_answer({"na": reason}, PAY))] == codes


def test_reason_goes_alone() -> None:
    assert faults_of(with_answer({"na": "law", "target": 2}, PAY)) == [
        (f"responses[0].answers.{PAY}.target", "unknown-key")
    ]


def test_indicator_that_is_not_known_or_not_asked() -> None:
    assert faults_of(with_answer({"level": 1}, "no-such-one")) == [
        ("responses[0].answers.no-such-one", "unknown-indicator")
    ]
    assert faults_of(with_answer({"level": 1}, STRATEGY, LEARNER)) == [
        (f"responses[0].answers.{STRATEGY}", "not-asked")
    ]


@pytest.mark.parametrize(
    ("rating", "place", "code"),
    [
        (1, "", "not-an-object"),
        ({}, "", "empty-rating"),
        ({"learnt": 5}, ".learnt", "not-a-level"),
        ({"needed": False}, ".needed", "not-a-level"),
        ({"learnt": 1, "other": 1}, ".other", "unknown-key"),
    ],
)
def test_fault_of_a_rating(rating: object, place: str, code: str) -> None:
    assert faults_of(with_rating(rating)) == [(f"responses[0].gap.teamwork{place}", code)]


def test_area_that_is_not_known() -> None:
    assert faults_of(answer_data([{"role": COMPANY, "gap": {"cooking": {"learnt": 1}}}])) == [
        ("responses[0].gap.cooking", "unknown-area")
    ]


def test_all_faults_are_said_at_once() -> None:
    responses = [
        {"role": "teacher", "answers": {AGREEMENT: {"level": 9}}},
        {"role": COMPANY, "answers": {"x": {}, PAY: {"na": ""}}, "gap": {"y": {}, "teamwork": {"learnt": 7}}},
    ]
    codes = [code for _, code in faults_of(answer_data(responses, lang=1, form="f", profile={"size": 1}))]
    assert sorted(codes) == sorted(
        [
            "unknown-form",
            "not-text",
            "not-text",
            "unknown-role",
            "not-a-level",
            "unknown-indicator",
            "empty-reason",
            "unknown-area",
            "not-a-level",
        ]
    )


def test_ids_of_another_model_are_not_called_unknown() -> None:
    data = answer_data([{"role": COMPANY, "answers": {"new-one": {"level": 9}}}], "vetwork/2")
    assert faults_of(data) == [("model", "newer-model")]


def test_newer_model_says_what_was_found_and_wanted() -> None:
    with pytest.raises(AnswerError) as error:
        parse_answers(answer_data([], "vetwork/2"), published())
    assert dict(error.value.faults[0].values) == {"found": "vetwork/2", "wanted": "vetwork/1"}


def test_model_without_a_number_is_never_older() -> None:
    model = read_model(model_data() | {"id": "vetwork"})
    with pytest.raises(AnswerError, match="model: this file is for the model"):
        parse_answers(answer_data([], "vetwork/2"), model)


def test_long_and_odd_keys_are_shortened() -> None:
    long = "\udfffx" * 1000
    data = answer_data([{"role": COMPANY, "answers": {long: {}}}]) | {long: 1}
    with pytest.raises(AnswerError) as error:
        parse_answers(data, published())
    assert all(len(json.dumps(fault.as_json(), ensure_ascii=False).encode()) < 1000 for fault in error.value)


def test_place_begins_where_the_file_stands() -> None:
    with pytest.raises(AnswerError) as error:
        parse_answers(answer_data([{"role": "x"}]), published(), ("files", 2))
    assert [fault.place for fault in error.value] == ["files[2].responses[0].role"]
