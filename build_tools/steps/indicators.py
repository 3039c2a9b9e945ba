"""Pages about the benchmark's indicators: an overview by dimension, and what each asks and who serves it.

A network that has the vocabulary `indicators` and no benchmark gets them too, with labels and entries alone.
"""

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, NamedTuple

from build_tools.addresses import INDICATORS, SCORING, indicator_address, paper_address
from build_tools.benchmark_files import Benchmark
from build_tools.benchmark_model import BenchmarkTexts, Indicator
from build_tools.facets import MOST_WITHOUT_LISTS
from build_tools.load import Source
from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.translations import Localized
from build_tools.views import View, by_title

SHOWN_OF_MANY = 24
type Facts = dict[str, Any]


class Group(NamedTuple):
    """Indicators that belong together: a dimension with its words, or all of them without any."""

    id: str
    title: str
    description: str
    indicators: Sequence[str]


class Served(NamedTuple):
    """A practice that serves an indicator, and the change of level that its sources show, as words."""

    entry: Localized
    change: str


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the overview and of every indicator; none without indicators."""
    groups = _groups(view)
    order = [indicator for group in groups for indicator in group.indicators]
    if order:
        yield INDICATORS, _overview(view, groups)
    for before, (indicator, after) in zip(["", *order], pairwise([*order, ""]), strict=False):
        yield indicator_address(indicator), _remembered(view, indicator, before, after)


def _groups(view: View) -> list[Group]:
    benchmark = view.catalog.benchmark
    if benchmark is None:
        return [Group("", "", "", list(view.catalog.vocabularies.get("indicators", {})))]
    words = benchmark.texts[view.lang].dimensions
    return [
        Group(it.id, words[it.id].title, words[it.id].description, [i.id for i in benchmark.model.of_dimension(it.id)])
        for it in benchmark.model.dimensions
    ]


def _overview(view: View, groups: Sequence[Group]) -> str:
    benchmark = view.catalog.benchmark
    meta = page_meta(
        view, view.text("indicators"), view.text("indicators-lead"), "browse", layout="indicators", list=True
    )
    counts = {
        indicator: len(_naming(view, indicator, "practice")) for group in groups for indicator in group.indicators
    }
    values = {
        "groups": groups,
        "counts": counts,
        "texts": benchmark.texts[view.lang] if benchmark else None,
        "source_lang": benchmark.source_lang if benchmark else "",
    }
    return render_page("indicators.md.j2", view, INDICATORS, meta, **values)


def _remembered(view: View, indicator: str, before: str, after: str) -> str:
    """Return the page of an indicator, from memory when nothing that it shows has changed."""
    around = {"before": before, "after": after, "counterparts": _counterparts(view, indicator)}
    facts = {**_facts(view, indicator), **around}
    served = _served(view, indicator)
    others = {kind: _naming(view, indicator, kind) for kind in ("guideline", "recommendation")}
    shown = tuple((it.entry.source, it.entry.translated, it.change) for it in served)
    named = tuple((entry.source, entry.translated) for entries in others.values() for entry in entries)
    key: Hashable = ("indicator", view.lang, indicator, repr(facts), shown, named)
    return view.site.remember(key, partial(_page, view, indicator, facts, served, others))


def _page(
    view: View, indicator: str, facts: Facts, served: Sequence[Served], others: dict[str, list[Localized]]
) -> str:
    words, address = facts["words"], indicator_address(indicator)
    lead = words.measures if words else view.text("indicator-lead")
    meta = page_meta(view, view.label("indicators", indicator), lead, "browse", layout="indicator")
    is_long = len(served) > MOST_WITHOUT_LISTS
    values = {
        **facts,
        "indicator": indicator,
        "served": served[:SHOWN_OF_MANY] if is_long else served,
        "total": len(served),
        "is_long": is_long,
        "others": others,
    }
    return render_page("indicator.md.j2", view, address, meta, **values)


def _naming(view: View, indicator: str, kind: str) -> list[Localized]:
    """Return the entries of a kind that name an indicator, in the order of their titles."""
    sources: Sequence[Source] = view.site.by_indicator.get(indicator, {}).get(kind, [])
    return by_title(view.entries[source.key] for source in sources)


def _served(view: View, indicator: str) -> list[Served]:
    """Return the practices that serve an indicator, those with the strongest evidence first."""
    grades = list(view.catalog.vocabularies["evidence-grades"])
    found = [Served(entry, _change(view, entry, indicator)) for entry in _naming(view, indicator, "practice")]
    return sorted(found, key=lambda it: grades.index(it.entry.source.practice.evidence.grade))


def _change(view: View, entry: Localized, indicator: str) -> str:
    link = next(link for link in entry.source.practice.indicators if link.id == indicator)
    if link.from_level is None or link.to_level is None:
        return ""
    return view.text("level-change", **{"from": link.from_level, "to": link.to_level})


def _facts(view: View, indicator: str) -> Facts:
    """Return what the benchmark says of an indicator in the language of the view; `words` is None without one."""
    benchmark = view.catalog.benchmark
    if benchmark is None:
        return {"words": None}
    texts = benchmark.texts[view.lang]
    model = next(item for item in benchmark.model.indicators if item.id == indicator)
    return {
        "model": model,
        "words": texts.indicators[indicator],
        "dimension": texts.dimensions[model.dimension],
        "roles": texts.roles,
        "phases": [texts.phases[phase] for phase in model.phases],
        "themes": _themes(view, model, texts),
        "frameworks": benchmark.named_frameworks(view.lang, model.frameworks),
        "gaps": _gaps(view, benchmark, indicator),
        "effort": view.benchmark_text(f"effort-{model.effort}"),
        "papers": [(f"{paper_address(role)}#vw-{model.dimension}-{indicator}", role) for role in model.roles],
        "scoring": (f"{SCORING}#{model.dimension}", view.benchmark_text("scoring-title")),
        "translation": texts.translation,
        "source_lang": benchmark.source_lang,
    }


def _counterparts(view: View, indicator: str) -> list[tuple[str, str, str]]:
    """Return id, title and its language of the official figures that say something of an indicator."""
    found = [
        (series.id, series.meta.words(view.lang))
        for series in view.catalog.statistics.values()
        if indicator in series.meta.indicators
    ]
    return [(name, words.title, words.lang) for name, words in found]


def _themes(view: View, model: Indicator, texts: BenchmarkTexts) -> list[tuple[str, str, bool]]:
    """Return id and name of the themes of an indicator, and whether there is a list of practices for each."""
    return [(theme, texts.themes[theme], theme in view.site.listed_themes) for theme in model.themes]


def _gaps(view: View, benchmark: Benchmark, indicator: str) -> list[tuple[str, str, list[str]]]:
    """Return the fields of the gap map that speak for an indicator: group, what the field says, areas of the group."""
    gap, words = benchmark.model.gap, benchmark.texts[view.lang].gap
    return [
        (
            words.groups[signal.group],
            view.benchmark_text(f"field-{signal.field}-meaning"),
            [words.areas[area.id] for area in gap.areas if area.group == signal.group],
        )
        for signal in gap.signals
        if indicator in signal.indicators
    ]
