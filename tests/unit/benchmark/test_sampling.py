"""The bootstrap over respondents."""

import pytest

from tests.unit.benchmark.answer_files import COMPANY, PROVIDER, Json, answer_file, response, small_model
from vetwork_benchmark import score
from vetwork_benchmark.sampling import Sampling, sampling_interval

MODEL = small_model({"x": {"a": 1, "b": 1}, "y": {"c": 1}})
WEIGHTS = {"x": 1.0, "y": 1.0}


def interval(*responses: Json, roles: tuple[str, ...] = (PROVIDER,)) -> Sampling | None:
    file = answer_file(MODEL, *responses)
    return sampling_interval(file.responses, MODEL.forms["full"], roles, WEIGHTS)


def spread(role: str, levels: str) -> list[Json]:
    return [response(role, {"a": int(level), "b": 2, "c": 4 - int(level)}) for level in levels]


def test_interval_lies_around_the_score_and_is_the_same_every_time() -> None:
    responses = spread(PROVIDER, "01234") + spread(COMPANY, "22233")
    found = score(answer_file(MODEL, *responses), MODEL)["overall"]
    assert found["sampling"] == interval(*responses, roles=(PROVIDER, COMPANY))
    assert 0 < found["sampling"]["lower"] < found["score"] < found["sampling"]["upper"] < 100
    assert found["sampling"]["draws"] == 1000


def test_interval_is_the_middle_of_the_distribution() -> None:
    # With one of five at level 4 the mean of a draw is 20 times a binomial (5, 1/5): at most 20 with probability 0.737,
    # at most 40 with 0.942, at most 60 with 0.993. So the 97.5th percentile is 60; the 2.5th is 0 (probability 0.328).
    model = small_model({"x": {"a": 1}})
    file = answer_file(model, *(response(PROVIDER, {"a": level}) for level in (0, 0, 0, 0, 4)))
    found = sampling_interval(file.responses, model.forms["full"], (PROVIDER,), {"x": 1.0})
    assert found == {"lower": 0, "upper": pytest.approx(60), "draws": 1000}


def test_order_of_respondents_changes_nothing() -> None:
    responses = spread(PROVIDER, "0123444")
    assert interval(*responses) == interval(*reversed(responses)) != None  # noqa: E711


def test_more_respondents_make_it_narrower() -> None:
    few, many = interval(*spread(PROVIDER, "01234")), interval(*spread(PROVIDER, "01234" * 10))
    assert few is not None
    assert many is not None
    assert many["upper"] - many["lower"] < few["upper"] - few["lower"]


@pytest.mark.parametrize(
    ("levels", "roles", "given"),
    [
        ("01234", (PROVIDER,), True),
        ("0123", (PROVIDER,), False),
        ("01234", (PROVIDER, COMPANY), False),
        ("", (PROVIDER,), False),
    ],
)
def test_five_respondents_per_role_are_needed(levels: str, roles: tuple[str, ...], given: bool) -> None:
    assert (interval(*spread(PROVIDER, levels), roles=roles) is not None) is given


def test_respondent_without_a_level_does_not_count() -> None:
    assert interval(*spread(PROVIDER, "0123"), response(PROVIDER, {"a": None, "b": "no"})) is None


def test_draw_may_leave_a_dimension_without_answers() -> None:
    rare = [response(PROVIDER, {"c": 4}), *[response(PROVIDER, {"a": 0, "b": 0})] * 4]
    found = interval(*rare)
    assert found is not None
    assert found["lower"] == 0
    assert found["upper"] > 0
