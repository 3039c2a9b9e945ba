"""Roles, perspectives, states and indicator scores."""

import pytest

from tests.unit.benchmark.answer_files import (
    COMPANY,
    LEARNER,
    PROVIDER,
    Json,
    answer_file,
    response,
    small_indicator,
    small_model,
)
from vetwork_benchmark.indicators import (
    CONVEX_POINTS,
    Ratings,
    Scores,
    indicator_scores,
    mean,
    median,
    role_scores,
    scores_of,
)

MODEL = small_model({"x": {"a": 1, "b": 1}, "y": {"c": 1, "d": 1}})


def scores(*responses: Json) -> Scores:
    return scores_of(answer_file(MODEL, *responses), MODEL)


@pytest.mark.parametrize(
    ("values", "middle", "average"),
    [([3], 3, 3), ([4, 0], 2, 2), ([0, 4, 4], 4, 8 / 3), ([4, 1, 0, 2], 1.5, 1.75)],
)
def test_middles(values: list[float], middle: float, average: float) -> None:
    assert (median(values), mean(values)) == (middle, average)


def test_role_scores() -> None:
    ratings = Ratings({"a": [1], "b": [1, 2, 2]})
    assert role_scores(ratings) == {"a": 25, "b": pytest.approx(125 / 3)}
    assert role_scores(ratings, CONVEX_POINTS, median) == {"a": 10, "b": 40}


@pytest.mark.parametrize(
    ("responses", "perspective"),
    [
        ([], PROVIDER),
        ([response(LEARNER, {"a": 1, "b": 1, "c": 1})], PROVIDER),
        ([response(COMPANY, {"a": 1})], COMPANY),
        ([response(PROVIDER, {"a": 1}), response(COMPANY, {"b": 1})], PROVIDER),
        ([response(PROVIDER, {"a": 1}), response(COMPANY, {"b": 1, "c": 1, "d": 1})], COMPANY),
        ([response(PROVIDER, {"a": 1, "b": 1}), response(COMPANY, {"c": 1, "d": 1})], "pair"),
        ([response(PROVIDER, {"a": 1}), response(PROVIDER, {"b": 2}), response(COMPANY, {"c": 1, "d": 1})], "pair"),
        ([response(PROVIDER, {"a": 1, "b": None}), response(COMPANY, {"c": 1, "d": 1})], COMPANY),
        ([response(PROVIDER, {"a": 1, "c": "x", "d": "x"}), response(COMPANY, {"b": 1})], "pair"),
        ([response(role, dict.fromkeys("abcd", "no")) for role in (PROVIDER, COMPANY)], PROVIDER),
    ],
)
def test_perspective(responses: list[Json], perspective: str) -> None:
    assert scores(*responses).perspective == perspective


@pytest.mark.parametrize(
    ("provider", "company", "state", "score"),
    [
        ({"a": 2}, {"a": 4}, "answered", 75),
        ({"a": 2}, {"a": "no"}, "answered", 50),
        ({"a": 2}, {"a": None}, "answered", 50),
        ({"a": "no"}, {"a": "no"}, "na", None),
        ({"a": "no"}, {}, "na", None),
        ({"a": "no"}, {"a": None}, "missing", None),
        ({}, {"a": None}, "missing", None),
        ({}, {}, "missing", None),
    ],
)
def test_state_of_a_pair(
    provider: dict[str, int | str | None], company: dict[str, int | str | None], state: str, score: float | None
) -> None:
    rest: dict[str, int | str | None] = {"b": 1, "c": 1, "d": 1}
    found = indicator_scores(scores(response(PROVIDER, rest | provider), response(COMPANY, rest | company)))["a"]
    assert (found["state"], found["score"]) == (state, score)


def test_learner_is_shown_and_decides_nothing() -> None:
    found = indicator_scores(scores(response(PROVIDER, {"a": "no", "b": 1}), response(LEARNER, {"a": 4, "b": "no"})))
    assert (found["a"]["state"], found["b"]["state"]) == ("na", "answered")
    assert found["a"]["by_role"] == {PROVIDER: None, COMPANY: None, LEARNER: 100}
    assert found["a"]["n_by_role"] == {PROVIDER: 0, COMPANY: 0, LEARNER: 1}


def test_other_role_does_not_decide_what_applies_to_a_single_perspective() -> None:
    single = scores(response(PROVIDER, {"a": "no", "b": 1, "c": 1}), response(COMPANY, {"a": None}))
    assert single.perspective == PROVIDER
    assert single.not_applicable == {"a"}


def test_single_perspective_is_marked() -> None:
    found = indicator_scores(scores(response(PROVIDER, {"a": 4, "b": 1}), response(COMPANY, {"a": 2, "c": 1})))
    assert [found[name]["single_perspective"] for name in "abcd"] == [False, True, True, False]
    alone = indicator_scores(scores(response(PROVIDER, {"a": 4, "b": 1, "c": 1}), response(COMPANY, {"a": 2})))
    assert (alone["a"]["score"], alone["a"]["difference"], alone["a"]["flag"]) == (100, 50, "differs-strongly")
    assert alone["a"]["single_perspective"]


def test_indicator_that_asks_other_roles_does_not_apply_to_a_perspective() -> None:
    indicators = [
        small_indicator("a", "x", roles=[PROVIDER]),
        small_indicator("b", "x", roles=[COMPANY, LEARNER]),
        small_indicator("c", "x", roles=[LEARNER]),
    ]
    model = small_model({"x": {}}, indicators=indicators)
    pair = scores_of(answer_file(model, response(PROVIDER, {"a": 1}), response(COMPANY, {"b": 1})), model)
    assert (pair.perspective, pair.not_applicable) == ("pair", {"c"})
    company = scores_of(answer_file(model, response(COMPANY, {"b": 1})), model)
    assert (company.perspective, company.not_applicable) == (COMPANY, {"a", "c"})
