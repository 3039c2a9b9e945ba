"""The interval from sampling respondents (model, 4.5): a bootstrap inside each role, the same in every run."""

from collections.abc import Mapping, Sequence
from math import sumprod
from typing import TypedDict

from vetwork_benchmark.aggregate import geometric_mean, point_scores
from vetwork_benchmark.answers import Level, Response
from vetwork_benchmark.indicators import POINTS, perspective_scores
from vetwork_benchmark.model import Form, Members

LEAST_RESPONDENTS = 5
DRAWS = 1000
SEED = 20260101

type Column = tuple[str, list[float], list[int]]


class Sampling(TypedDict):
    """The middle 95 % of the overall scores of so many draws, 0-100."""

    lower: float
    upper: float
    draws: int


def sampling_interval(
    responses: Sequence[Response], form: Form, roles: Sequence[str], weights: Mapping[str, float]
) -> Sampling | None:
    """Return the 2.5th and 97.5th percentile of G over 1000 draws of respondents with replacement inside each role.

    None unless each of the `roles` of the perspective has at least 5 respondents with a level. `weights` are those of
    the scored dimensions; one that a draw leaves without answers is left out of this draw. Respondents are sorted by
    what they said, so that their order in the file changes nothing.
    """
    given = [response.role for response in responses]
    if min(map(given.count, roles)) < LEAST_RESPONDENTS:
        return None
    respondents = {role: _respondents(responses, form, role) for role in roles}
    if min(map(len, respondents.values())) < LEAST_RESPONDENTS:
        return None
    from random import Random  # here, since it costs start time and few files need it

    draw = Random(SEED).choices  # noqa: S311 - statistics, not secrets
    columns = {role: _columns(rows) for role, rows in respondents.items()}
    groups = {key: form.dimensions[key] for key in weights}
    found = []
    for _ in range(DRAWS):
        drawn = [_role_scores(columns[role], draw(range(len(rows)), k=len(rows))) for role, rows in respondents.items()]
        found.append(_overall(groups, perspective_scores(drawn), weights))
    found.sort()
    return {"lower": found[DRAWS // 40], "upper": found[DRAWS - 1 - DRAWS // 40], "draws": DRAWS}


def _respondents(responses: Sequence[Response], form: Form, role: str) -> list[dict[str, float]]:
    ids = [indicator.id for indicator in form.indicators]
    rows = []
    for response in responses:
        if response.role == role:
            given = [(key, response.answers.get(key)) for key in ids]
            rows.append({key: POINTS[answer.level] for key, answer in given if isinstance(answer, Level)})
    return sorted(filter(None, rows), key=lambda row: [row.get(key, -1.0) for key in ids])


def _columns(rows: Sequence[Mapping[str, float]]) -> list[Column]:
    """Return per indicator the points of the respondents (0 where none) and who answered (1 or 0)."""
    ids = dict.fromkeys(key for row in rows for key in row)
    return [(key, [row.get(key, 0.0) for row in rows], [int(key in row) for row in rows]) for key in ids]


def _role_scores(columns: Sequence[Column], drawn: Sequence[int]) -> dict[str, float]:
    times = [0] * len(columns[0][1])
    for index in drawn:
        times[index] += 1
    counted = [(key, sumprod(times, points), sumprod(times, answered)) for key, points, answered in columns]
    return {key: total / answers for key, total, answers in counted if answers}


def _overall(groups: Mapping[str, Members], scores: Mapping[str, float], weights: Mapping[str, float]) -> float:
    found = point_scores(groups, scores)
    return geometric_mean(list(found.values()), [weights[key] for key in found])
