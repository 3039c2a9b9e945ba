"""Two results of one organisation or pair over time: what rose, what fell, and whether they may be compared at all."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.limits import exceeds
from vetwork_benchmark.model import Model
from vetwork_benchmark.result import score

type Files = AnswerFile | Iterable[AnswerFile]
type Numbers = Mapping[str, float | None]


def compare(
    before: Files,
    after: Files,
    model: Model,
    earlier: str | None = None,
    notes: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Return the comparison of two sets of answers, each one file or several that are merged first.

    Scores are 0-100 and `change` is after minus before, null unless both are there. Indicators that neither set rates
    are left out. `comparable` is false, with `reasons`, when the two have different perspectives, forms or models;
    changes are given all the same, since answers to one indicator can still be set side by side. `earlier` is the model
    for which the first set was given, where it had to be migrated to this one, and `notes` are those of the migration.

    Raises:
        AnswerError: files of one set cannot be merged.

    """
    first, second = score(before, model), score(after, model)
    given = earlier or model.id
    reasons = {
        "other-perspective": first["perspective"] != second["perspective"],
        "other-form": first["form"] != second["form"],
        "other-model": given != model.id,
    }
    return {
        "comparable": not any(reasons.values()),
        "reasons": [code for code, holds in reasons.items() if holds],
        "overall": change(first["overall"]["score"], second["overall"]["score"]),
        "dimensions": _dimensions(first, second),
        "indicators": _indicators(first, second, model),
        "model": {"before": given, "after": model.id, "notes": list(notes)},
    }


def change(before: float | None, after: float | None) -> dict[str, Any]:
    """Return both scores and their difference, null where one is missing."""
    difference = None if before is None or after is None else after - before
    return {"before": before, "after": after, "change": difference}


def state(before: float | None, after: float | None) -> str | None:
    """Return how an indicator moved: `higher`, `lower`, `same`, `new`, `gone`, or None when it was never rated."""
    if before is None:
        return None if after is None else "new"
    if after is None:
        return "gone"
    return "higher" if exceeds(after, before) else "lower" if exceeds(before, after) else "same"


def _dimensions(first: Mapping[str, Any], second: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    before, after = _scores(first, "dimensions"), _scores(second, "dimensions")
    return {dimension: change(before[dimension], after[dimension]) for dimension in after}


def _indicators(first: Mapping[str, Any], second: Mapping[str, Any], model: Model) -> dict[str, dict[str, Any]]:
    before, after = _scores(first, "indicators"), _scores(second, "indicators")
    pairs = {item.id: (before.get(item.id), after.get(item.id)) for item in model.indicators}
    return {key: change(*pair) | {"state": state(*pair)} for key, pair in pairs.items() if state(*pair)}


def _scores(result: Mapping[str, Any], part: str) -> Numbers:
    return {key: item["score"] for key, item in result[part].items()}
