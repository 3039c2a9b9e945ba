import pytest

from build_tools.model import Recommendation
from build_tools.strength import strength_of
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import catalog, source

HEAD = """---
lang: en
title: "A recommendation of tests"
summary: "Somebody in a test should do something that is good."
themes: [excellence]
aspects: [policy]
audience: [national]
practices: {practices}
figures: {figures}
added: "2026-01-01"
---
Text.
"""
FIGURE = "[{statistic: x, country: EU27, year: 2025, value: 66.0}]"
MEASURED, STUDY, DESCRIBED = "organiser-measured", "independent-study", "described"


def practice(slug: str, grade: str, countries: str) -> str:
    """Return the good practice with another grade and other countries."""
    text = GOOD_PRACTICE.replace('countries: ["DE"]', f"countries: [{countries}]")
    text = text.replace("  grade: organiser-measured", f"  grade: {grade}")
    if grade == DESCRIBED:
        start, end = text.index("outcomes:"), text.index("innovative_elements:")
        text = f"{text[:start]}outcomes: []\n{text[end:]}"
    return text


@pytest.mark.parametrize(
    ("named", "figures", "expected"),
    [
        ([(STUDY, "DE"), (MEASURED, "AT"), (MEASURED, "FR")], FIGURE, "strong"),
        ([(STUDY, "DE"), (MEASURED, "AT"), (MEASURED, "FR")], "[]", "moderate"),
        ([(MEASURED, "DE"), (MEASURED, "AT"), (MEASURED, "FR")], FIGURE, "moderate"),
        ([(STUDY, "DE"), (MEASURED, "DE"), (MEASURED, "FR")], FIGURE, "moderate"),
        ([(STUDY, "DE"), (MEASURED, "AT, FR"), (DESCRIBED, "IT")], FIGURE, "moderate"),
        ([(STUDY, "DE"), (MEASURED, "DE")], FIGURE, "limited"),
        ([(STUDY, "DE, AT, FR")], FIGURE, "limited"),
        ([(DESCRIBED, "DE"), (DESCRIBED, "AT"), (DESCRIBED, "FR")], FIGURE, "limited"),
        ([], FIGURE, "limited"),
    ],
)
def test_strength_follows_the_published_rule(named: list[tuple[str, str]], figures: str, expected: str) -> None:
    slugs = [f"p{number}" for number in range(len(named))]
    practices = [
        source(practice(slug, *facts), f"content/practices/{slug}.md") for slug, facts in zip(slugs, named, strict=True)
    ]
    text = HEAD.format(practices=slugs, figures=figures)
    recommendation = source(text, "content/recommendations/r.md").entry
    assert isinstance(recommendation, Recommendation)
    assert strength_of(catalog(*practices), recommendation) == expected
