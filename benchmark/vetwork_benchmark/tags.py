"""Further readings of the same answers: a composite per phase and per theme, by the rule of a dimension (model, 1)."""

from collections.abc import Collection, Mapping

from vetwork_benchmark.aggregate import Composite, composites
from vetwork_benchmark.model import Form


def tag_scores(
    form: Form, scores: Mapping[str, float], not_applicable: Collection[str]
) -> dict[str, dict[str, Composite]]:
    """Return the composites of `phases` and `themes`; an indicator with several tags counts in each of them."""
    return {
        "phases": composites(form.phases, scores, not_applicable),
        "themes": composites(form.themes, scores, not_applicable),
    }
