"""Readings by phase and theme."""

from tests.unit.benchmark.answer_files import published
from vetwork_benchmark.tags import tag_scores


def test_indicator_counts_in_each_of_its_tags() -> None:
    model = published()
    found = tag_scores(model.forms["full"], {"quality-cycle-for-wbl": 50.0}, ())
    assert [name for name, phase in found["phases"].items() if phase["answered"]] == [
        "planning",
        "implementation",
        "assessment",
    ]
    assert found["themes"]["quality-assurance"]["applicable"] == 10
    assert sum(theme["applicable"] for theme in found["themes"].values()) == 63
