"""From answers to indicator scores: levels, roles, perspectives, flags and states (model, 4.1, 4.4 and 4.7)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from vetwork_benchmark.agreement import flag_of
from vetwork_benchmark.answers import AnswerFile, Level, NotApplicable, Response
from vetwork_benchmark.model import CORE_ROLES, Form, Model

POINTS = (0.0, 25.0, 50.0, 75.0, 100.0)
CONVEX_POINTS = (0.0, 10.0, 40.0, 75.0, 100.0)
PAIR = "pair"

type Average = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True)
class Ratings:
    """What the respondents of one role said: levels by indicator, and which ones do not apply or are not known."""

    levels: dict[str, list[int]] = field(default_factory=dict)
    not_applicable: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)


class IndicatorScore(TypedDict):
    """An indicator in the result: scores 0-100, numbers of respondents, difference provider minus company in points."""

    score: float | None
    by_role: dict[str, float | None]
    n_by_role: dict[str, int]
    difference: float | None
    flag: str | None
    state: str
    single_perspective: bool


def ratings_by_role(responses: Iterable[Response], roles: Iterable[str]) -> dict[str, Ratings]:
    """Return the ratings of every role, those of several respondents together."""
    found = {role: Ratings() for role in (*CORE_ROLES, *roles)}
    for response in responses:
        ratings = found[response.role]
        for key, answer in response.answers.items():
            if isinstance(answer, Level):
                ratings.levels.setdefault(key, []).append(answer.level)
            else:
                (ratings.not_applicable if isinstance(answer, NotApplicable) else ratings.unknown).add(key)
    return found


def mean(values: Sequence[float]) -> float:
    """Return the arithmetic mean of at least one value."""
    return sum(values) / len(values)


def median(values: Sequence[float]) -> float:
    """Return the middle of the sorted values, or the mean of the two in the middle."""
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def role_scores(ratings: Ratings, points: Sequence[float] = POINTS, average: Average = mean) -> dict[str, float]:
    """Return the score 0-100 of a role per indicator: the average over its respondents of s = 25 level (model, 4.1).

    `points` gives the score of each level and `average` the middle of raters where an alternative is tried out (4.6).
    """
    return {
        key: points[levels[0]] if len(levels) == 1 else average([points[level] for level in levels])
        for key, levels in ratings.levels.items()
    }


def perspective_scores(by_role: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return S per answered indicator: the mean of the role scores that exist, one or two roles (model, 4.1 no. 3)."""
    first, *others = by_role
    scores = dict(first)
    for other in others:
        for key, score in other.items():
            scores[key] = (scores[key] + score) / 2 if key in scores else score
    return scores


def not_applicable(form: Form, ratings: Mapping[str, Ratings], roles: Collection[str]) -> set[str]:
    """Return the indicators that do not apply for these roles.

    An indicator does not apply when every response of the roles that touches it says so (a level or "don't know" keeps
    it in), or when none of the roles is asked for it.
    """
    mine = [ratings[role] for role in roles]
    asked = frozenset[str]().union(*(form.asked[role] for role in roles))
    left_out = {indicator.id for indicator in form.indicators if indicator.id not in asked}
    denied = set[str]().union(*(part.not_applicable for part in mine))
    return left_out | {key for key in denied if not any(key in part.levels or key in part.unknown for part in mine)}


def perspective_of(form: Form, ratings: Mapping[str, Ratings]) -> str:
    """Return `pair`, or the one core role whose answers are scored (design, section 5).

    A pair needs both core roles to have answered at least half of the indicators of the form that apply and ask them;
    else it is the role with more answers, the VET provider when both have the same number. So a file in which no core
    role answered (learners only) gets `vet-provider`, with everything unscored.
    """
    left_out = not_applicable(form, ratings, CORE_ROLES)
    answered = {role: len(form.asked[role] & ratings[role].levels.keys()) for role in CORE_ROLES}
    if all(2 * answered[role] >= len(form.asked[role] - left_out) and answered[role] for role in CORE_ROLES):
        return PAIR
    return max(CORE_ROLES, key=lambda role: answered[role])


def roles_of(perspective: str) -> tuple[str, ...]:
    """Return the roles whose answers a perspective scores."""
    return CORE_ROLES if perspective == PAIR else (perspective,)


@dataclass(frozen=True, slots=True)
class Scores:
    """The scores of one file from its perspective: S and role scores by indicator, and what they are made of."""

    form: Form
    perspective: str
    roles: tuple[str, ...]
    points: Mapping[str, float]
    by_role: Mapping[str, Mapping[str, float]]
    ratings: Mapping[str, Ratings]
    not_applicable: Collection[str]


def scores_of(file: AnswerFile, model: Model) -> Scores:
    """Return the scores of the indicators of a file."""
    form = model.forms[file.form]
    ratings = ratings_by_role(file.responses, model.roles)
    perspective = perspective_of(form, ratings)
    roles = roles_of(perspective)
    by_role = {role: role_scores(part) for role, part in ratings.items()}
    points = perspective_scores([by_role[role] for role in roles])
    return Scores(form, perspective, roles, points, by_role, ratings, not_applicable(form, ratings, roles))


def indicator_scores(scores: Scores) -> dict[str, IndicatorScore]:
    """Return the result of every indicator of the form."""
    counts = {role: {key: len(levels) for key, levels in part.levels.items()} for role, part in scores.ratings.items()}
    return {key: _indicator_score(key, scores, counts) for key, _ in scores.form.members}


def _difference(by_role: Mapping[str, float | None]) -> float | None:
    provider, company = by_role[CORE_ROLES[0]], by_role[CORE_ROLES[1]]
    return None if provider is None or company is None else provider - company


def _indicator_score(key: str, scores: Scores, counts: Mapping[str, Mapping[str, int]]) -> IndicatorScore:
    by_role = {role: known.get(key) for role, known in scores.by_role.items()}
    difference = _difference(by_role)
    score = scores.points.get(key)
    state = "answered" if score is not None else "na" if key in scores.not_applicable else "missing"
    return {
        "score": score,
        "by_role": by_role,
        "n_by_role": {role: count.get(key, 0) for role, count in counts.items()},
        "difference": difference,
        "flag": flag_of(difference),
        "state": state,
        "single_perspective": score is not None and (len(scores.roles) == 1 or difference is None),
    }
