"""Hints on answers worth a second look; the visitor alone is told, and no score depends on them."""

from collections.abc import Iterator
from typing import Any

from vetwork_benchmark.answers import AnswerFile, Level, Response
from vetwork_benchmark.limits import reaches
from vetwork_benchmark.model import LEVELS, Model

LEAST_RATED = 10
STRAIGHT_SHARE = 0.9

type Hints = Iterator[dict[str, Any]]


def consistency(file: AnswerFile, model: Model) -> list[dict[str, Any]]:
    """Return hints per respondent (`respondent` is the place in `responses`, from 0), in the order of the file.

    - `straight-lining`: at least 90 % of at least ten rated indicators stand at one level; `share` is 0-1
    - `top-without-evidence`: indicators at the highest level without a note on evidence
    - `contradiction`: two levels that the model calls rarely true together
    """
    return [
        {"code": hint.pop("code"), "role": response.role, "respondent": respondent, **hint}
        for respondent, response in enumerate(file.responses)
        for rule in (_straight_lining, _top_without_evidence, _contradictions)
        for hint in rule(response, model)
    ]


def _rated(response: Response, model: Model) -> dict[str, Level]:
    """Return the rated indicators in the order of the model, so that the order of keys in a file does not matter."""
    found = ((indicator.id, response.answers.get(indicator.id)) for indicator in model.indicators)
    return {indicator: answer for indicator, answer in found if isinstance(answer, Level)}


def _straight_lining(response: Response, model: Model) -> Hints:
    levels = [answer.level for answer in _rated(response, model).values()]
    if len(levels) < LEAST_RATED:
        return
    level = max(LEVELS, key=levels.count)
    share = levels.count(level) / len(levels)
    if reaches(share, STRAIGHT_SHARE):
        yield {"code": "straight-lining", "level": level, "share": share}


def _top_without_evidence(response: Response, model: Model) -> Hints:
    found = [
        indicator
        for indicator, answer in _rated(response, model).items()
        if answer.level == LEVELS[-1] and not (answer.evidence or "").strip()
    ]
    if found:
        yield {"code": "top-without-evidence", "indicators": found}


def _contradictions(response: Response, model: Model) -> Hints:
    rated = _rated(response, model)
    for rule in model.contradictions:
        high, low = rated.get(rule.high), rated.get(rule.low)
        if high and low and high.level >= rule.at_least and low.level <= rule.at_most:
            levels = {"high": rule.high, "high_level": high.level, "low": rule.low, "low_level": low.level}
            yield {"code": "contradiction", **levels}
