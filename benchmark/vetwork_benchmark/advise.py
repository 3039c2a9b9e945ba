"""Next steps, ranked by one explicit rule over level, target, dimension, disagreement, gap and effort.

For an indicator with the level L = S / 25 (0-4):

- target T: the mean of the own targets of the core roles (first per role), else 3 below level 3 and 4 from level 3 on
- need = (T - L) / 4, and no step when T <= L or when L is not known: nobody can say what comes next
- weakness = 1 - D / 100 of its dimension, 0 while the dimension is not scored
- disagreement = 0, 0.5 or 1 (none, differs, differs strongly)
- gap = 1 when a field of the gap map speaks for the indicator (signals of the model), else 0
- priority = (2 need + weakness + disagreement + gap) / 5 / (1 + 0.25 (effort - 1)), from 0 to 1

The weights are a proposal of the network. Ties are broken by the order of the model; at most five steps are given.
"""

from collections.abc import Mapping
from math import floor
from typing import Any

from vetwork_benchmark.answers import AnswerFile, NotApplicable
from vetwork_benchmark.indicators import mean
from vetwork_benchmark.limits import TOLERANCE, exceeds, reaches
from vetwork_benchmark.model import CORE_ROLES, Indicator, Model

MOST_STEPS = 5
DISAGREEMENT = {None: 0.0, "differs": 0.5, "differs-strongly": 1.0}
ADVICE = {1: "start", 2: "start", 3: "build", 4: "deepen"}
NOTABLE_WEAKNESS = 0.5


def advise(result: Mapping[str, Any], file: AnswerFile, model: Model) -> list[dict[str, Any]]:
    """Return at most five next steps, the most urgent first, each with the reasons that speak for it.

    `level` is L (0-4, full precision), `target` the next whole level above it, `advice` the text that leads there
    (`start` to level 1 or 2, `build` to 3, `deepen` to 4). `result` is that of `file`, the merged answers.
    """
    targets = own_targets(file)
    steps = [
        _step(indicator, result, targets.get(indicator.id), gap_areas(indicator, result, model))
        for indicator in model.of_form(file.form)
        if need(result["indicators"][indicator.id]["score"], targets.get(indicator.id)) > 0
    ]
    return sorted(steps, key=lambda step: -round(step["priority"], 9))[:MOST_STEPS]


def own_targets(file: AnswerFile) -> dict[str, float]:
    """Return the own target (0-4) per indicator: the mean over the core roles of the mean of their respondents."""
    given: dict[str, dict[str, list[int]]] = {}
    for response in file.responses:
        for indicator, answer in response.answers.items():
            if response.role in CORE_ROLES and not isinstance(answer, NotApplicable) and answer.target is not None:
                given.setdefault(indicator, {}).setdefault(response.role, []).append(answer.target)
    return {indicator: mean([mean(targets) for targets in by_role.values()]) for indicator, by_role in given.items()}


def need(score: float | None, own_target: float | None) -> float:
    """Return (T - L) / 4, from 0 to 1; 0 when the target is reached or the score (0-100) is not known."""
    if score is None:
        return 0.0
    level = score / 25
    target = (4.0 if reaches(level, 3) else 3.0) if own_target is None else own_target
    return (target - level) / 4 if exceeds(target, level) else 0.0


def gap_areas(indicator: Indicator, result: Mapping[str, Any], model: Model) -> list[str]:
    """Return the gap areas whose field speaks for an indicator, by the signals of the model."""
    signals = {(signal.field, signal.group) for signal in model.signals if indicator.id in signal.indicators}
    rated = [(area, result["gap"]["areas"].get(area.id)) for area in model.gap_areas]
    return [area.id for area, found in rated if found and (found["field"], area.group) in signals]


def priority(need: float, weakness: float, disagreement: float, gap: float, effort: int) -> float:
    """Return the priority 0-1 from terms 0-1 and the effort 1-3 (formula above)."""
    return (2 * need + weakness + disagreement + gap) / 5 / (1 + 0.25 * (effort - 1))


def _step(
    indicator: Indicator, result: Mapping[str, Any], own_target: float | None, areas: list[str]
) -> dict[str, Any]:
    found = result["indicators"][indicator.id]
    level = found["score"] / 25
    target = floor(level + TOLERANCE) + 1
    return {
        "indicator": indicator.id,
        "level": level,
        "target": target,
        "own_target": own_target is not None,
        "priority": priority(
            need(found["score"], own_target),
            _weakness(indicator, result),
            DISAGREEMENT[found["flag"]],
            float(bool(areas)),
            indicator.effort,
        ),
        "effort": indicator.effort,
        "advice": ADVICE[target],
        "reasons": _reasons(indicator, result, own_target, areas),
    }


def _weakness(indicator: Indicator, result: Mapping[str, Any]) -> float:
    score = result["dimensions"][indicator.dimension]["score"]
    return 0.0 if score is None else 1 - score / 100


def _reasons(
    indicator: Indicator, result: Mapping[str, Any], own_target: float | None, areas: list[str]
) -> list[dict[str, Any]]:
    """Return what speaks for a step: the level or the own target always, another term when it is notable.

    The level is named below 3, and where no own target is there to be named. A dimension is named under 50 points.
    """
    found, dimension = result["indicators"][indicator.id], indicator.dimension
    level = found["score"] / 25
    reasons = {
        "low-level": (own_target is None or not reaches(level, 3), {"level": level}),
        "own-target": (own_target is not None, {"target": own_target}),
        "weak-dimension": (
            exceeds(_weakness(indicator, result), NOTABLE_WEAKNESS),
            {"dimension": dimension, "score": result["dimensions"][dimension]["score"]},
        ),
        "disagreement": (found["flag"] is not None, {"difference": found["difference"]}),
        "gap": (bool(areas), {"areas": areas}),
        "small-effort": (indicator.effort == 1, {}),
    }
    return [{"code": code, **values} for code, (holds, values) in reasons.items() if holds]
