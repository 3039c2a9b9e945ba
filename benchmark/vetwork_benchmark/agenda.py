"""The agenda of a meeting of 60 minutes in which both sides talk about their largest disagreements."""

from collections.abc import Iterable, Mapping
from typing import Any

from vetwork_benchmark.limits import reaches
from vetwork_benchmark.model import CORE_ROLES, Model

TOPICS = 35
MOST_DIFFERENCES, DIFFERENCE = 3, 10
MOST_GAPS, GAP = 2, 5
MOST_STRENGTHS, STRENGTH = 3, 75
GAPS_TO_DISCUSS = ("close-the-gap", "use-or-slim")

type Item = dict[str, Any]


def agenda(result: Mapping[str, Any], model: Model) -> list[Item]:
    """Return the items of the meeting in order; their `minutes` sum to 60 for every result.

    Welcome, strengths and close take 5 minutes each, next steps 10; 35 are left for topics: up to three indicators
    that the two sides rate differently (10 each, largest difference first, with both levels 0-4), then up to two gap
    areas to close, use or slim (5 each, largest gap first) as far as time allows. Time without a topic goes to
    strengths and next steps in equal parts, in steps of 5, an odd 5 to next steps. Strengths name up to three
    indicators from 75 points on that are not rated differently, the highest first. Ties follow the order of the model.
    """
    differences = [_difference(indicator, result) for indicator in _most_different(result, model)]
    left = TOPICS - DIFFERENCE * len(differences)
    gaps = [{"minutes": GAP, "kind": "gap", "area": area} for area in _largest_gaps(result, model)[: left // GAP]]
    left -= GAP * len(gaps)
    longer = left // 10 * 5
    return [
        {"minutes": 5, "kind": "welcome"},
        {"minutes": 5 + longer, "kind": "strengths", "indicators": _strengths(result, model)},
        *differences,
        *gaps,
        {"minutes": 10 + left - longer, "kind": "next-steps"},
        {"minutes": 5, "kind": "close"},
    ]


def _difference(indicator: str, result: Mapping[str, Any]) -> Item:
    by_role = result["indicators"][indicator]["by_role"]
    levels = {role: by_role[role] / 25 for role in CORE_ROLES}
    return {"minutes": DIFFERENCE, "kind": "difference", "indicator": indicator, "levels": levels}


def _most_different(result: Mapping[str, Any], model: Model) -> list[str]:
    flagged = [(key, abs(found["difference"])) for key, found in _indicators(result, model) if found["flag"]]
    return _largest(flagged, MOST_DIFFERENCES)


def _largest_gaps(result: Mapping[str, Any], model: Model) -> list[str]:
    areas = [(area.id, result["gap"]["areas"].get(area.id)) for area in model.gap_areas]
    discussed = [(key, abs(area["gap"])) for key, area in areas if area and area["field"] in GAPS_TO_DISCUSS]
    return _largest(discussed, MOST_GAPS)


def _strengths(result: Mapping[str, Any], model: Model) -> list[str]:
    agreed = [(key, found["score"]) for key, found in _indicators(result, model) if not found["flag"]]
    return _largest([(key, score) for key, score in agreed if score and reaches(score, STRENGTH)], MOST_STRENGTHS)


def _indicators(result: Mapping[str, Any], model: Model) -> list[tuple[str, Mapping[str, Any]]]:
    """Return the indicators of a result in the order of the model."""
    return [(indicator.id, result["indicators"][indicator.id]) for indicator in model.of_form(result["form"])]


def _largest(values: Iterable[tuple[str, float]], most: int) -> list[str]:
    """Return the keys of the largest values, the first of equal ones first."""
    return [key for key, _ in sorted(values, key=lambda item: -round(item[1], 9))[:most]]
