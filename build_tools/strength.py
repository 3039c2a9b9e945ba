"""How strong the evidence behind a recommendation is, by the rule that `evidence-strength-rules` publishes.

The rule counts what can be counted: practices with measured outcomes, their countries, independent studies, and
official figures. It says nothing of how good the recommendation is.
"""

from typing import Literal

from build_tools.load import Catalog
from build_tools.model import Recommendation

type Strength = Literal["strong", "moderate", "limited"]


def strength_of(catalog: Catalog, recommendation: Recommendation) -> Strength:
    """Return the strength from the practices that a recommendation names and the official figures it quotes.

    `strong`: three measured practices from three countries, one measured by an independent study, and a figure.
    `moderate`: two measured practices from two countries. `limited`: less. A practice that several countries share
    counts for each of them.
    """
    practices = [catalog.sources["practice", slug].practice for slug in recommendation.practices]
    measured = [practice for practice in practices if practice.evidence.grade != "described"]
    countries = {country for practice in measured for country in practice.countries}
    is_independent = any(practice.evidence.grade == "independent-study" for practice in measured)
    if len(measured) >= 3 and len(countries) >= 3 and is_independent and recommendation.figures:
        return "strong"
    return "moderate" if len(measured) >= 2 and len(countries) >= 2 else "limited"
