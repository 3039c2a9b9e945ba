"""Answer files `vetwork-answers/1` as frozen data; `parsing` reads them from JSON, `serialise` writes them back."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from vetwork_benchmark.errors import Json

FORMAT = "vetwork-answers/1"
FORMS = ("full", "short")


@dataclass(frozen=True, slots=True)
class Level:
    """A rated indicator: level 0-4, and optionally a note on evidence and a target level 0-4."""

    level: int
    evidence: str | None = None
    target: int | None = None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The indicator does not apply, with the reason."""

    reason: str


@dataclass(frozen=True, slots=True)
class Missing:
    """No answer, or "don't know"; a note or a target may stand there all the same."""

    evidence: str | None = None
    target: int | None = None


type Answer = Level | NotApplicable | Missing


@dataclass(frozen=True, slots=True)
class GapRating:
    """Ratings 0-4 of one area: learnt in VET, needed and applied at work; None where not rated."""

    learnt: int | None = None
    needed: int | None = None
    applied: int | None = None


@dataclass(frozen=True)
class Response:
    """What one respondent said in one role; an indicator that is not named is missing."""

    role: str
    answers: Mapping[str, Answer] = field(default_factory=dict)
    gap: Mapping[str, GapRating] = field(default_factory=dict)


@dataclass(frozen=True)
class AnswerFile:
    """A whole answer file."""

    model: str
    form: str
    lang: str | None
    profile: Mapping[str, Json]
    responses: tuple[Response, ...]
