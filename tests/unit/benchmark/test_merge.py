"""Several files as one."""

from dataclasses import replace

import pytest

from tests.unit.benchmark.answer_files import COMPANY, LEARNER, PROVIDER, answer_file, published
from vetwork_benchmark import AnswerError, merge

MODEL = published()


def test_responses_in_order_and_first_value_of_the_profile() -> None:
    first = answer_file(MODEL, {"role": PROVIDER}, profile={"country": "PL"})
    second = answer_file(
        MODEL, {"role": COMPANY}, {"role": LEARNER}, lang="de", profile={"country": "DE", "learners": 0}
    )
    third = answer_file(MODEL, lang="fr", profile={"learners": 9, "size": "1-9"})
    merged = merge([first, second, third])
    assert [response.role for response in merged.responses] == [PROVIDER, COMPANY, LEARNER]
    assert merged.lang == "de"
    assert merged.profile == {"country": "PL", "learners": 0, "size": "1-9"}
    assert (merged.model, merged.form) == ("vetwork/1", "full")


def test_one_file_stays_what_it_is() -> None:
    file = answer_file(MODEL, {"role": PROVIDER}, lang="de", profile={"country": "DE"})
    assert merge([file]) == file


def test_no_file_is_refused() -> None:
    with pytest.raises(AnswerError) as error:
        merge([])
    assert [(fault.place, fault.code) for fault in error.value] == [("files", "no-files")]


def test_other_forms_and_models_are_all_named() -> None:
    file = answer_file(MODEL)
    others = [replace(file, form="short"), file, replace(file, model="vetwork/2", form="short")]
    with pytest.raises(AnswerError) as error:
        merge([file, *others])
    assert [(fault.place, fault.code) for fault in error.value] == [
        ("files[1].form", "different-forms"),
        ("files[3].model", "different-models"),
        ("files[3].form", "different-forms"),
    ]
