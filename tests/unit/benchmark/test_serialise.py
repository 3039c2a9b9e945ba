"""Answer files back to JSON."""

import pytest

from tests.unit.benchmark.answer_files import COMPANY, answer_data, published
from vetwork_benchmark import answers_as_json, parse_answers


@pytest.mark.parametrize(
    "data",
    [
        answer_data([]),
        answer_data([{"role": COMPANY}], lang="de", profile={"learners": 0, "period": ""}),
        answer_data(
            [
                {
                    "role": COMPANY,
                    "answers": {
                        "partnership-agreement": {"level": 0, "target": 0},
                        "joint-assessment": {"missing": True, "evidence": ""},
                        "learner-status-and-compensation": {"na": "law"},
                    },
                    "gap": {"teamwork": {"learnt": 0}, "digital": {"needed": 1, "applied": 2}},
                }
            ],
            form="short",
        ),
    ],
)
def test_file_comes_back_as_it_was(data: dict[str, object]) -> None:
    assert answers_as_json(parse_answers(data, published())) == data
