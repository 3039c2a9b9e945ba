"""The result `vetwork-result/1`: everything that can be said about answers, as one JSON object in full precision."""

from collections.abc import Iterable
from typing import Any

from vetwork_benchmark.aggregate import composites
from vetwork_benchmark.agreement import disagreement
from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.gap import gap_of
from vetwork_benchmark.indicators import indicator_scores, scores_of
from vetwork_benchmark.merge import merge
from vetwork_benchmark.model import CORE_ROLES, Model
from vetwork_benchmark.overall import overall_of
from vetwork_benchmark.tags import tag_scores

FORMAT = "vetwork-result/1"


def score(files: AnswerFile | Iterable[AnswerFile], model: Model) -> dict[str, Any]:
    """Return the result of one answer file, or of several that are merged first.

    Its parts are described where they are made: `Overall`, `Composite` (dimensions and tags), `IndicatorScore`,
    `Disagreement`, `Gap`. A dimension or tag without an applicable indicator has nulls and takes no part in anything.
    `gap.areas` holds the areas with at least one L and one N, `indicators` those of the form.

    Raises:
        AnswerError: the files cannot be merged.

    """
    file = files if isinstance(files, AnswerFile) else merge(files)
    scores = scores_of(file, model)
    dimensions = composites(scores.form.dimensions, scores.points, scores.not_applicable)
    provider, company = (scores.by_role[role] for role in CORE_ROLES)
    differing = disagreement(provider, company, scores.form.dimensions)
    return {
        "format": FORMAT,
        "model": model.id,
        "form": file.form,
        "perspective": scores.perspective,
        "overall": overall_of(file, model, scores, dimensions, differing["differs"]),
        "dimensions": dimensions,
        "indicators": indicator_scores(scores),
        "tags": tag_scores(scores.form, scores.points, scores.not_applicable),
        "disagreement": differing,
        "gap": gap_of(file.responses, model),
    }
