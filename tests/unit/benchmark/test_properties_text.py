"""Whatever comes in: an answer file, or an error that names places; and files come back as they were."""

import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tests.unit.benchmark.answer_files import answer_data, model_text, published
from tests.unit.benchmark.strategies import ANY_JSON, MODEL, SOME, damaged_files, files
from vetwork_benchmark import AnswerError, answers_as_json, parse_answers
from vetwork_benchmark.calls import Session

SESSION = Session(model_text())
METHODS = ("check", "merge", "score", "assess", "compare", "migrate", "encode", "decode", "formula")
FILE_KEYS = ("file", "files", "before", "after")


@SOME
@given(files())
def test_file_comes_back_as_it_was(data: dict[str, Any]) -> None:
    file = parse_answers(data, MODEL)
    assert parse_answers(answers_as_json(file), MODEL) == file
    assert parse_answers(json.loads(json.dumps(answers_as_json(file))), published()) == file


def parsed_or_named(data: object) -> None:
    try:
        file = parse_answers(data, MODEL)
    except AnswerError as error:
        faults = error.faults
    else:
        assert parse_answers(answers_as_json(file), MODEL) == file
        return
    assert faults
    assert all(fault.place and fault.code and fault.problem for fault in faults)
    json.dumps([fault.as_json() for fault in faults], ensure_ascii=False, allow_nan=False).encode()


@SOME
@given(ANY_JSON)
@example(answer_data([{"role": "company", "answers": {"x": {"\ud800": 1}}}]))
def test_arbitrary_json_is_a_file_or_an_error_that_names_places(data: object) -> None:
    parsed_or_named(data)


@SOME
@given(damaged_files())
def test_damaged_file_is_a_file_or_an_error_that_names_places(data: object) -> None:
    parsed_or_named(data)


def answered(method: str, text: str) -> None:
    answer = json.loads(SESSION.call(method, text))
    assert list(answer) in (["result"], ["error"])
    if "error" in answer:
        faults = answer["error"]["faults"]
        assert faults
        assert all({"place", "code", "problem", "values"} == set(fault) for fault in faults)
        assert "defect" not in {fault["code"] for fault in faults}


@SOME
@given(st.sampled_from(METHODS) | st.text(), st.text())
@example("score", "[" * 100_000)
@example("score", '{"files": [' + '{"a":' * 5000)
@example("check", '{"file": ' + "[" * 200 + "]" * 200 + "}")
@example("decode", '{"code": "\\ud800"}')
def test_call_never_raises_for_arbitrary_text(method: str, text: str) -> None:
    answered(method, text)


@SOME
@given(st.sampled_from(METHODS), ANY_JSON)
def test_call_never_raises_for_arbitrary_json(method: str, arguments: object) -> None:
    answered(method, json.dumps(arguments))


@SOME
@given(st.sampled_from(METHODS), st.dictionaries(st.sampled_from(FILE_KEYS), damaged_files(), max_size=2))
def test_call_never_raises_for_damaged_files(method: str, arguments: dict[str, object]) -> None:
    lists = {key: value if key == "file" else [value] for key, value in arguments.items()}
    answered(method, json.dumps(lists))


FORMULAS = st.sampled_from(
    [
        "dimension",
        "disagreement",
        "overall",
        "box",
        "gap",
        "discrepancy",
        "weighted_kappa",
        "icc",
        "percentile",
        "macro",
    ]
)
NUMBERS = st.integers(-1, 5) | st.floats(-1e6, 1e6) | st.sampled_from(["na", "missing"])
LISTS = st.lists(NUMBERS, max_size=4)
ARGUMENTS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(["levels", "vet-provider", "company", "scores", "weights"], LISTS),
        **dict.fromkeys(["learnt", "needed", "first", "second", "cohort"], LISTS),
        **dict.fromkeys(["value", "target", "least", "most", "k"], NUMBERS),
    },
)


@SOME
@given(FORMULAS, ARGUMENTS)
def test_formula_never_fails(name: str, arguments: dict[str, object]) -> None:
    answered("formula", json.dumps({"name": name, "arguments": arguments}))
