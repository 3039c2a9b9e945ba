"""The pages of the benchmark: the questionnaire's page, how the score is made, and a paper questionnaire per role."""

import math
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from build_tools.addresses import BENCHMARK, SCORING, paper_address
from build_tools.benchmark_files import Benchmark
from build_tools.benchmark_model import Role
from build_tools.page_meta import page_meta
from build_tools.releases import WORKER, assets_digest, benchmark_release
from build_tools.templates import render_page
from build_tools.views import View

# Example B3 of the model's method: eight dimensions of equal weight.
_EXAMPLE = (72, 64, 58, 81, 20, 66, 70, 49)


class Row(NamedTuple):
    """A dimension of the worked example: its score, the shifted score and its natural logarithm."""

    score: float
    shifted: float
    logarithm: float


class Example(NamedTuple):
    """The worked example: its rows, the mean logarithm, geometric and arithmetic mean, and what lies between."""

    rows: Sequence[Row]
    mean: float
    geometric: float
    arithmetic: float

    @property
    def penalty(self) -> float:
        """What the unevenness of the profile costs."""
        return self.arithmetic - self.geometric


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the pages; none for a site without a benchmark."""
    benchmark = view.catalog.benchmark
    if benchmark:
        yield BENCHMARK, _questionnaire(view, benchmark)
        yield SCORING, _scoring(view, benchmark)
        for role in benchmark.model.roles:
            yield paper_address(role), _paper(view, benchmark, role)


def _questionnaire(view: View, benchmark: Benchmark) -> str:
    release = benchmark_release(view.site)
    assert release  # noqa: S101 - the site has a benchmark
    title, lead = benchmark.texts[view.lang].title, view.benchmark_text("page-lead")
    sheets = [f"{release.folder}{name}" for name in release.files if name.endswith(".css")]
    own = {"module": f"{release.folder}main.js", "stylesheets": sheets}
    meta = page_meta(view, title, lead, "benchmark", layout="benchmark", **own)
    values = {"scoring": SCORING, "assets": release.folder, "runtime": release.runtime.address, "worker": WORKER}
    return render_page("benchmark.md.j2", view, BENCHMARK, meta, **_common(view, benchmark), **values)


def _scoring(view: View, benchmark: Benchmark) -> str:
    meta = _printed_meta(view, view.benchmark_text("scoring-title"), view.benchmark_text("scoring-lead"))
    values = {**_common(view, benchmark), "example": worked_example(_EXAMPLE)}
    return render_page("benchmark_scoring.md.j2", view, SCORING, meta, **values)


def _paper(view: View, benchmark: Benchmark, role: Role) -> str:
    model, name = benchmark.model, benchmark.texts[view.lang].roles[role]
    title = view.benchmark_text("paper-title", role=name)
    counts = {"indicators": len(model.asked_of(role)), "areas": len(model.gap.areas)}
    meta = _printed_meta(view, title, view.benchmark_text("paper-lead", **counts))
    values = {
        **_common(view, benchmark),
        "role": role,
        "asked": _asked(benchmark, role),
        "areas": [(group, list(areas)) for group, areas in groupby(model.gap.areas, lambda area: area.group)],
        "choices": {name: _labels(view, name) for name in ("wbl-models", "tracks")},
    }
    return render_page("benchmark_paper.md.j2", view, paper_address(role), meta, **values)


def _printed_meta(view: View, title: str, lead: str) -> dict[str, Any]:
    sheets = [f"assets/paper.css?{assets_digest(view.site)}"]
    return page_meta(view, title, lead, "benchmark", layout="benchmark", stylesheets=sheets)


def _common(view: View, benchmark: Benchmark) -> dict[str, Any]:
    return {
        "b": view.benchmark_text,
        "model": benchmark.model,
        "texts": benchmark.texts[view.lang],
        "source_lang": benchmark.source_lang,
        "short": sum(indicator.short for indicator in benchmark.model.indicators),
        "home": BENCHMARK,
    }


def _asked(benchmark: Benchmark, role: Role) -> list[tuple[Any, list[tuple[int, Any]]]]:
    """Return the dimensions with the indicators that a role is asked about, numbered as for every other role."""
    numbered = [(number, item) for number, item in enumerate(benchmark.model.indicators, 1) if role in item.roles]
    found = [
        (dimension, [pair for pair in numbered if pair[1].dimension == dimension.id])
        for dimension in benchmark.model.dimensions
    ]
    return [(dimension, indicators) for dimension, indicators in found if indicators]


def _labels(view: View, vocabulary: str) -> list[str]:
    return [view.label(vocabulary, term) for term in view.catalog.vocabularies.get(vocabulary, {})]


def worked_example(scores: Sequence[float]) -> Example:
    """Return the arithmetic of the overall score for dimensions of equal weight, step by step."""
    rows = [Row(score, 1 + 0.99 * score, math.log(1 + 0.99 * score)) for score in scores]
    mean = sum(row.logarithm for row in rows) / len(rows)
    return Example(rows, mean, (math.exp(mean) - 1) / 0.99, sum(scores) / len(scores))
