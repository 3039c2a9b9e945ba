"""Pages of official figures: an overview by theme, and for each statistic what it means and all its values.

A site without `content/statistics/` has none of them.
"""

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from build_tools.addresses import COUNTRIES, STATISTICS, statistic_address
from build_tools.api_model import API
from build_tools.model import Recommendation
from build_tools.page_meta import page_meta
from build_tools.statistic_words import (
    breaks,
    by_area,
    by_title_of,
    digest_of,
    letters,
    shown,
    stylesheets,
    target_words,
    translation_of,
    value_says,
)
from build_tools.statistics import latest
from build_tools.statistics_files import EU, Series
from build_tools.statistics_model import StatisticWords
from build_tools.templates import render_page
from build_tools.translations import Localized, direction
from build_tools.views import View


class Listed(NamedTuple):
    """A statistic in the overview: its words, and its newest value for the EU or else its years."""

    series: Series
    words: StatisticWords
    says: str


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the overview and of every statistic; none without statistics."""
    if view.catalog.statistics:
        yield STATISTICS, _overview(view)
    for series in view.catalog.statistics.values():
        yield statistic_address(series.id), _remembered(view, series)


def _overview(view: View) -> str:
    every = list(view.catalog.statistics.values())
    values = {
        "groups": [
            (theme, view.label("themes", theme), found)
            for theme in view.catalog.vocabularies["themes"]
            if (found := [_listed(view, it) for it in by_title_of(view, every) if theme in it.meta.themes])
        ],
        "countries": COUNTRIES,
        "translation": translation_of(view, every[0]),
        "source_lang": every[0].meta.lang,
    }
    meta = page_meta(view, view.text("statistics"), view.text("statistics-lead"), "statistics", list=True)
    return render_page("statistics.md.j2", view, STATISTICS, meta, **values)


def _listed(view: View, series: Series) -> Listed:
    row = latest(series, EU)
    says = value_says(view, series, row) if row else f"{view.text('statistic-years')}: {_years(series)}"
    return Listed(series, series.meta.words(view.lang), says)


def _years(series: Series) -> str:
    return ", ".join(map(str, series.years))


def _remembered(view: View, series: Series) -> str:
    """Return the page of a statistic, from memory when nothing that it shows has changed."""
    recommendations = _quoting(view, series)
    named = tuple((entry.source, entry.translated) for entry in recommendations)
    key = ("statistic", view.lang, series.id, digest_of(view.site), named)
    return view.site.remember(key, partial(_page, view, series, recommendations))


def _page(view: View, series: Series, recommendations: list[Localized]) -> str:
    words, every = series.meta.words(view.lang), view.catalog.statistics
    meta = page_meta(
        view,
        words.title,
        words.definition,
        "statistics",
        layout="statistic",
        lang=words.lang,
        dir=direction(words.lang),
        stylesheets=stylesheets(view.site),
    )
    values = {
        "series": series,
        "about": series.meta,
        "words": words,
        "years": _years(series),
        "targets": [target_words(view, target) for target in series.meta.targets],
        "others": [(other, every[other].meta.words(view.lang)) for other in series.meta.not_with],
        "breaks": breaks(view, series),
        "it": shown(view, series, EU) if series.of(EU) else None,
        "areas": by_area(view, series),
        "letters_used": letters(view, [series]),
        "recommendations": recommendations,
        "translation": translation_of(view, series),
        "countries": COUNTRIES,
        "api": API,
    }
    return render_page("statistic.md.j2", view, statistic_address(series.id), meta, **values)


def _quoting(view: View, series: Series) -> list[Localized]:
    """Return the recommendations that quote a value of a statistic."""
    return [
        entry
        for entry in view.of_kind("recommendation")
        if isinstance(entry.source.entry, Recommendation)
        and any(figure.statistic == series.id for figure in entry.source.entry.figures)
    ]
