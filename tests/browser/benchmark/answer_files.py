"""What a provider and a company answer, and the files that they would give away."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from vetwork_benchmark import Model, load_model, merge, parse_answers, score

PROVIDER, COMPANY = "vet-provider", "company"

# Level after level, from the first indicator on: the two agree, differ, and differ strongly, in both directions.
PATTERNS = {PROVIDER: (3, 4, 2, 3, 1, 4, 2), COMPANY: (3, 2, 2, 1, 2, 4, 3)}
LEARNT = (1, 3, 4, 2)
NEEDED = (4, 3, 1)


@cache
def published() -> Model:
    """Return the published model."""
    return load_model("vetwork-1")


def asked(role: str, form: str = "full") -> list[str]:
    """Return the indicators that a role is asked in a form."""
    return [item.id for item in published().indicators if role in item.roles and (form == "full" or item.short)]


def levels(role: str) -> dict[str, int]:
    """Return the level that a role chooses for each indicator it is asked."""
    pattern = PATTERNS[role]
    return {name: pattern[place % len(pattern)] for place, name in enumerate(asked(role))}


def ratings() -> dict[str, dict[str, int]]:
    """Return how well each area is learnt and how much it is needed."""
    areas = [area.id for area in published().gap_areas]
    return {
        area: {"learnt": LEARNT[place % len(LEARNT)], "needed": NEEDED[place % len(NEEDED)]}
        for place, area in enumerate(areas)
    }


def pair(*, form: str = "full", leave_out: int = 0) -> dict[str, Any]:
    """Return the answer file of a pair; of each side, the last `leave_out` answers are missing."""
    responses = [
        {
            "role": role,
            "answers": {name: {"level": levels(role)[name]} for name in asked(role)[: len(asked(role)) - leave_out]},
            "gap": ratings(),
        }
        for role in PATTERNS
    ]
    profile = {"country": "DE", "sector": "C", "size": "50-249", "wbl_model": "apprenticeship", "eqf_level": 4}
    head = {"format": "vetwork-answers/1", "model": published().id, "form": form, "lang": "en", "profile": profile}
    return {**head, "responses": responses}


def written(path: Path, file: dict[str, Any]) -> Path:
    """Write an answer file and return its path."""
    path.write_text(json.dumps(file), encoding="utf-8")
    return path


def native_score(*files: dict[str, Any]) -> dict[str, Any]:
    """Return the result that the scorer gives outside of any browser."""
    return score(merge([parse_answers(file, published()) for file in files]), published())
