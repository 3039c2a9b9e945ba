"""The small formulas by name, so that worked examples run through the same door as everything else.

`formula {"name": ..., "arguments": {...}}`; weights are optional (1 each) and levels are 0-4.

| Name | Arguments | Result |
| --- | --- | --- |
| `dimension` | `levels` (0-4, "na" or "missing"), `weights` | a composite: coverage, score, bounds |
| `disagreement` | `vet-provider`, `company` (levels) | `scores` S per indicator, and the differences |
| `overall` | `scores` (0-100), `weights` | `arithmetic`, `score`, `imbalance` |
| `box` | `scores`, `weights` | [least, largest] arithmetic mean |
| `gap` | `learnt`, `needed` (0-4), `weights` | `gaps`, `priorities`, the index |
| `discrepancy` | `learnt`, `needed` (per respondent) | `needed` (mean), `discrepancy` |
| `weighted_kappa` | `first`, `second` (levels) | a number or null |
| `icc` | `first`, `second` (numbers) | a number or null |
| `percentile` | `cohort`, `value`, `k` | the standing |
| `macro` | `value`, `target`, `least`, `most` | `target_score`, `min_max` |
"""

from collections.abc import Callable, Mapping
from typing import Any

from vetwork_benchmark.aggregate import arithmetic_mean, composite, geometric_mean
from vetwork_benchmark.agreement import differences, icc, weighted_kappa
from vetwork_benchmark.errors import AnswerError, Path
from vetwork_benchmark.faults import Faults, shown
from vetwork_benchmark.gap import discrepancy, gap_index
from vetwork_benchmark.indicators import POINTS, mean
from vetwork_benchmark.macro import min_max, target_score
from vetwork_benchmark.percentile import LEAST_K, K, standing
from vetwork_benchmark.sensitivity import box

_MOST_ITEMS = 10_000
_LARGEST = 1e6
_LEAST_WEIGHT = 1e-6
_AT: Path = ("arguments",)
_NO_LEVEL = ("na", "missing")


def formula(arguments: Mapping[str, Any]) -> object:
    """Return the value of the formula `name` for its `arguments`.

    Raises:
        AnswerError: there is no such formula, or its arguments are not what it needs.

    """
    faults = Faults()
    name = arguments["name"]
    if not isinstance(name, str) or name not in _FORMULAS:
        problem = f"there is no formula {shown(name)}; possible: {', '.join(_FORMULAS)}"
        faults.add(("name",), "unknown-method", problem, found=shown(name))
        raise AnswerError(faults)
    run, required, optional = _FORMULAS[name]
    given = faults.mapping(arguments["arguments"], _AT)
    faults.keys(given, _AT, (*required, *optional), required)
    reader = _Reader(given, faults)
    reader.stop_on_faults()
    return run(reader)


class _Reader:
    """Reads the arguments of a formula; `stop_on_faults` raises before anything is computed with a stand-in."""

    def __init__(self, given: Mapping[str, Any], faults: Faults) -> None:
        self.given = given
        self.faults = faults

    def stop_on_faults(self) -> None:
        if self.faults:
            raise AnswerError(self.faults)

    def number(self, key: str, least: float = -_LARGEST, most: float = _LARGEST) -> float:
        return self.faults.number(self.given[key], (*_AT, key), least, most)

    def numbers(self, key: str, least: float = -_LARGEST, most: float = _LARGEST) -> list[float]:
        items = self._items(key)
        return [self.faults.number(item, (*_AT, key, index), least, most) for index, item in enumerate(items)]

    def levels(self, key: str) -> list[int]:
        return [self.faults.level(item, (*_AT, key, index)) for index, item in enumerate(self._items(key))]

    def answers(self, key: str) -> list[int | str]:
        """Return levels, "na" and "missing"."""
        items = enumerate(self._items(key))
        return [item if item in _NO_LEVEL else self.faults.level(item, (*_AT, key, index)) for index, item in items]

    def pair(self, first: str, second: str, of: Callable[[str], list[Any]]) -> tuple[list[Any], list[Any]]:
        """Return two lists of one length."""
        found = of(first), of(second)
        self.same_length(second, len(found[1]), len(found[0]))
        return found

    def weights(self, length: int) -> list[float]:
        found = self.numbers("weights", _LEAST_WEIGHT, _LARGEST) if "weights" in self.given else [1.0] * length
        self.same_length("weights", len(found), length)
        return found

    def same_length(self, key: str, found: int, wanted: int) -> None:
        """Stop on all faults so far; add one first if two lists that belong together differ in length."""
        if found != wanted:
            self.faults.add(
                (*_AT, key), "other-length", f"give {wanted} items, not {found}", found=found, wanted=wanted
            )
        self.stop_on_faults()

    def _items(self, key: str) -> list[Any]:
        items = self.faults.items(self.given[key], (*_AT, key), _MOST_ITEMS)
        if not items and not self.faults:
            self.faults.add((*_AT, key), "missing-key", f"`{key}` needs at least one item", key=key)
        return items


def _dimension(read: _Reader) -> object:
    answers = dict(enumerate(read.answers("levels")))
    weights = read.weights(len(answers))
    scores = {str(key): POINTS[answer] for key, answer in answers.items() if isinstance(answer, int)}
    left_out = {str(key) for key, answer in answers.items() if answer == "na"}
    return composite(tuple(zip(map(str, answers), weights, strict=True)), scores, left_out)


def _disagreement(read: _Reader) -> object:
    provider, company = read.pair("vet-provider", "company", read.levels)
    pairs = [(POINTS[mine], POINTS[theirs]) for mine, theirs in zip(provider, company, strict=True)]
    return {"scores": [mean(pair) for pair in pairs], **differences([mine - theirs for mine, theirs in pairs])}


def _overall(read: _Reader) -> object:
    scores = read.numbers("scores", 0, 100)
    weights = read.weights(len(scores))
    arithmetic, score = arithmetic_mean(scores, weights), geometric_mean(scores, weights)
    return {"arithmetic": arithmetic, "score": score, "imbalance": arithmetic - score}


def _box(read: _Reader) -> object:
    scores = read.numbers("scores", 0, 100)
    return list(box(scores, read.weights(len(scores))))


def _gap(read: _Reader) -> object:
    learnt, needed = read.pair("learnt", "needed", lambda key: read.numbers(key, 0, 4))
    gaps = [work - school for work, school in zip(needed, learnt, strict=True)]
    priorities = [work * gap for work, gap in zip(needed, gaps, strict=True)]
    return {"gaps": gaps, "priorities": priorities, **gap_index(gaps, read.weights(len(gaps)))}


def _discrepancy(read: _Reader) -> object:
    learnt, needed = read.pair("learnt", "needed", lambda key: read.numbers(key, 0, 4))
    return {"needed": mean(needed), "discrepancy": discrepancy(learnt, needed)}


def _percentile(read: _Reader) -> object:
    cohort, value = read.numbers("cohort"), read.number("value")
    k = read.number("k", LEAST_K, _MOST_ITEMS) if "k" in read.given else K
    read.stop_on_faults()
    return standing(cohort, value, int(k))


def _macro(read: _Reader) -> object:
    value, target = read.number("value", 0), read.number("target", _LEAST_WEIGHT)
    least, most = read.number("least"), read.number("most")
    if not least < most:
        read.faults.add((*_AT, "most"), "not-a-number", "`most` must be larger than `least`", least=least)
    read.stop_on_faults()
    return {"target_score": target_score(value, target), "min_max": min_max(value, least, most)}


_FORMULAS: Mapping[str, tuple[Callable[[_Reader], object], tuple[str, ...], tuple[str, ...]]] = {
    "dimension": (_dimension, ("levels",), ("weights",)),
    "disagreement": (_disagreement, ("vet-provider", "company"), ()),
    "overall": (_overall, ("scores",), ("weights",)),
    "box": (_box, ("scores",), ("weights",)),
    "gap": (_gap, ("learnt", "needed"), ("weights",)),
    "discrepancy": (_discrepancy, ("learnt", "needed"), ()),
    "weighted_kappa": (
        lambda read: weighted_kappa(*read.pair("first", "second", read.levels)),
        ("first", "second"),
        (),
    ),
    "icc": (lambda read: icc(*read.pair("first", "second", read.numbers)), ("first", "second"), ()),
    "percentile": (_percentile, ("cohort", "value"), ("k",)),
    "macro": (_macro, ("value", "target", "least", "most"), ()),
}
