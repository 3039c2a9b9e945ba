"""The door: methods, their arguments, and answers to everything that is wrong."""

import json
from typing import Any

import pytest

from tests.unit.benchmark.answer_files import (
    COMPANY,
    PROVIDER,
    all_at,
    answer_data,
    model_data,
    model_text,
    small_model_data,
)
from vetwork_benchmark import ModelError
from vetwork_benchmark.calls import Session

SESSION = Session(model_text())
PROVIDER_FILE = answer_data([all_at(PROVIDER, 3)], lang="de", profile={"country": "DE"})
COMPANY_FILE = answer_data([all_at(COMPANY, 2)], profile={"country": "NL", "size": "1-9"})
BROKEN = answer_data([{"role": "teacher"}])


def call(method: str, arguments: object, session: Session = SESSION) -> Any:
    answer = json.loads(session.call(method, json.dumps(arguments)))
    return answer["result"]


def faults_of(method: str, text: str, session: Session = SESSION) -> list[tuple[str, str]]:
    answer = json.loads(session.call(method, text))
    assert list(answer) == ["error"]
    return [(fault["place"], fault["code"]) for fault in answer["error"]["faults"]]


def test_check() -> None:
    assert call("check", {"file": PROVIDER_FILE}) == {
        "responses": 1,
        "roles": {"vet-provider": 1, "company": 0, "learner": 0},
        "form": "full",
        "lang": "de",
        "profile": {"country": "DE"},
    }


def test_merge() -> None:
    merged = call("merge", {"files": [PROVIDER_FILE, COMPANY_FILE]})["file"]
    assert merged == PROVIDER_FILE | {
        "profile": {"country": "DE", "size": "1-9"},
        "responses": [*PROVIDER_FILE["responses"], *COMPANY_FILE["responses"]],
    }


def test_merged_file_holds_as_many_responses_as_a_file_may() -> None:
    half = answer_data([{"role": COMPANY}] * 251)
    assert faults_of("merge", json.dumps({"files": [half, half]})) == [("files", "too-large")]
    assert call("score", {"files": [half, half]})["overall"]["scored"] is False


def test_score_and_assess() -> None:
    result = call("score", {"files": [PROVIDER_FILE, COMPANY_FILE]})
    assert (result["perspective"], result["overall"]["score"]) == ("pair", pytest.approx(62.5))
    whole = call("assess", {"files": [PROVIDER_FILE, COMPANY_FILE]})
    assert list(whole) == ["result", "advice", "hints", "agenda", "stamp"]
    assert whole["result"] == result
    assert whole["stamp"]["model"] == "vetwork/1"
    assert len(whole["advice"]) == 5


def test_compare() -> None:
    found = call("compare", {"before": [PROVIDER_FILE], "after": [answer_data([all_at(PROVIDER, 4)])]})
    assert found["overall"] == {"before": 75, "after": 100, "change": 25}
    assert found["model"]["before"] == "vetwork/1"


def test_compare_brings_earlier_files_to_this_model() -> None:
    migrations = [{"from": "vetwork/0", "indicators": {"agreement": "partnership-agreement"}}]
    session = Session(json.dumps(model_data() | {"migrations": migrations}))
    before = answer_data([{"role": COMPANY, "answers": {"agreement": {"level": 1}}}], "vetwork/0")
    after = answer_data([{"role": COMPANY, "answers": {"partnership-agreement": {"level": 2}}}])
    found = call("compare", {"before": [before], "after": [after]}, session)
    assert found["indicators"]["partnership-agreement"]["change"] == 25
    assert found["model"]["before"] == "vetwork/0"
    assert [note["code"] for note in found["model"]["notes"]] == ["moved"]


def test_compare_says_so_when_any_of_the_files_is_an_earlier_one() -> None:
    session = Session(json.dumps(model_data() | {"migrations": [{"from": "vetwork/0"}]}))
    before = [PROVIDER_FILE, answer_data([all_at(COMPANY, 1)], "vetwork/0")]
    found = call("compare", {"before": before, "after": [PROVIDER_FILE, COMPANY_FILE]}, session)
    assert (found["model"]["before"], found["reasons"]) == ("vetwork/0", ["other-model"])


def test_compare_names_the_file_that_is_wrong() -> None:
    arguments = {"before": [PROVIDER_FILE, answer_data([], "other/1"), 3], "after": [PROVIDER_FILE]}
    assert faults_of("compare", json.dumps(arguments)) == [
        ("before[1].model", "other-model"),
        ("before[2]", "not-an-object"),
    ]
    assert faults_of("compare", json.dumps({"before": [], "after": [PROVIDER_FILE]})) == [("before", "no-files")]


def test_migrate() -> None:
    assert call("migrate", {"file": PROVIDER_FILE}) == {"file": PROVIDER_FILE, "notes": []}
    assert faults_of("migrate", '{"file": []}') == [("file", "not-an-object")]


def test_encode_and_decode() -> None:
    code = call("encode", {"files": [PROVIDER_FILE]})
    assert list(code) == ["code", "contents"]
    file = call("decode", {"code": code["code"]})["file"]
    assert file["responses"][0]["answers"] == PROVIDER_FILE["responses"][0]["answers"]
    assert faults_of("decode", '{"code": "x"}') == [("code", "bad-share-code")]


def test_formula() -> None:
    assert call("formula", {"name": "box", "arguments": {"scores": [0, 100]}}) == [25, 75]


@pytest.mark.parametrize(
    ("method", "text", "faults"),
    [
        ("scores", "{}", [("(whole file)", "unknown-method")]),
        ("score", "{", [("(whole file)", "not-json")]),
        ("score", "[]", [("(whole file)", "not-an-object")]),
        ("score", "{}", [("(whole file)", "missing-key")]),
        ("score", '{"files": [], "more": 1}', [("more", "unknown-key")]),
        ("score", '{"files": {}}', [("files", "not-a-list")]),
        ("score", '{"files": []}', [("files", "no-files")]),
        ("score", json.dumps({"files": [0] * 1001}), [("files", "too-large")]),
        ("check", json.dumps({"file": BROKEN}), [("file.responses[0].role", "unknown-role")]),
        (
            "score",
            json.dumps({"files": [BROKEN, PROVIDER_FILE, 7]}),
            [("files[0].responses[0].role", "unknown-role"), ("files[2]", "not-an-object")],
        ),
        (
            "score",
            json.dumps({"files": [PROVIDER_FILE, answer_data([], form="short")]}),
            [("files[1].form", "different-forms")],
        ),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 20 else "",
)
def test_call_that_is_wrong(method: str, text: str, faults: list[tuple[str, str]]) -> None:
    assert faults_of(method, text) == faults


def test_file_of_more_than_two_megabytes() -> None:
    large, small = {"text": "ä" * 2_000_000}, {"text": "ä" * 1_999_000}
    assert faults_of("check", json.dumps({"file": large})) == [("file", "too-large")]
    assert faults_of("score", json.dumps({"files": [small, large]}, ensure_ascii=False)) == [("files[1]", "too-large")]
    assert faults_of("compare", json.dumps({"before": 1, "after": [large]})) == [("after[0]", "too-large")]


def test_what_is_no_model() -> None:
    for text in ("", "{}", "[]", "3", "null"):
        with pytest.raises(ModelError):
            Session(text)


def test_defect_is_reported_and_not_raised() -> None:
    session = Session(json.dumps(small_model_data({"x": {"a": 0}})))
    file = answer_data([{"role": COMPANY, "answers": {"a": {"level": 1}}}], "small/1")
    answer = json.loads(session.call("score", json.dumps({"files": [file]})))
    (fault,) = answer["error"]["faults"]
    assert fault["code"] == "defect"
    assert "ZeroDivisionError" in fault["problem"]
