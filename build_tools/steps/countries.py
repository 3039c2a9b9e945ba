"""A page for every country that official figures name: its figures, its practices, what recommendations say of it.

Countries stand in the order of their names; none is set above another.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from build_tools.addresses import COUNTRIES, country_address
from build_tools.api_model import API
from build_tools.model import Recommendation
from build_tools.page_meta import page_meta
from build_tools.statistic_words import (
    Shown,
    by_name,
    by_title_of,
    digest_of,
    letters,
    shown,
    stylesheets,
    translation_of,
)
from build_tools.statistics_files import EU, Series
from build_tools.templates import render_page
from build_tools.translations import Localized
from build_tools.views import View

# A country can have a hundred practices; its list has them all.
PRACTICES = 12


class Concerning(NamedTuple):
    """The practices of an area, and the recommendations that quote a figure of it or name a practice of it."""

    practices: Sequence[Localized]
    recommendations: Sequence[Localized]


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the list of countries and of every country; none without statistics."""
    areas = _areas(view)
    if areas:
        yield COUNTRIES, _list(view, areas)
    for area, found in areas.items():
        yield country_address(area), _remembered(view, area, found)


def _areas(view: View) -> dict[str, list[Series]]:
    """Return the statistics of every area, the EU first, then countries by name."""
    every = list(view.catalog.statistics.values())
    names = by_name(view, {area for series in every for area in series.countries})
    areas = {area: [series for series in every if series.of(area)] for area in (EU, *names)}
    return {area: found for area, found in areas.items() if found}


def _list(view: View, areas: dict[str, list[Series]]) -> str:
    title, lead = view.text("statistic-countries"), view.text("statistic-countries-lead")
    meta = page_meta(view, title, lead, "statistics", list=True)
    counts = [(area, len(found)) for area, found in areas.items()]
    return render_page("statistic_countries.md.j2", view, COUNTRIES, meta, areas=counts)


def _remembered(view: View, area: str, found: Sequence[Series]) -> str:
    """Return the page of an area, from memory when nothing that it shows has changed."""
    concerning = _concerning(view, area)
    named = tuple((entry.source, entry.translated) for entries in concerning for entry in entries)
    key = ("country", view.lang, area, digest_of(view.site), named)
    return view.site.remember(key, partial(_page, view, area, found, concerning))


def _page(view: View, area: str, found: Sequence[Series], concerning: Concerning) -> str:
    title = view.text("statistic-country-title", area=view.country(area))
    lead = view.text("statistic-country-lead", area=view.country(area))
    meta = page_meta(view, title, lead, "statistics", stylesheets=stylesheets(view.site))
    values = {
        "area": area,
        "groups": _groups(view, area, found),
        "letters_used": letters(view, found, area),
        "practices": concerning.practices,
        "recommendations": concerning.recommendations,
        "most": PRACTICES,
        "translation": translation_of(view, found[0]),
        "source_lang": found[0].meta.lang,
        "countries": COUNTRIES,
        "api": API,
    }
    return render_page("statistic_country.md.j2", view, country_address(area), meta, **values)


def _groups(view: View, area: str, found: Sequence[Series]) -> list[tuple[str, str, list[Shown]]]:
    """Return the statistics of an area by theme, each once, under the first of its themes."""
    themes = list(view.catalog.vocabularies["themes"])
    first = {series.id: min(series.meta.themes, key=themes.index) for series in found}
    return [
        (theme, view.label("themes", theme), members)
        for theme in themes
        if (members := [shown(view, it, area) for it in by_title_of(view, found) if first[it.id] == theme])
    ]


def _concerning(view: View, area: str) -> Concerning:
    practices = [entry for entry in view.practices if area in entry.source.practice.countries]
    slugs = {entry.slug for entry in practices}
    recommendations = [
        entry
        for entry in view.of_kind("recommendation")
        if isinstance(entry.source.entry, Recommendation) and _concerns(entry.source.entry, area, slugs)
    ]
    return Concerning(practices, recommendations)


def _concerns(recommendation: Recommendation, area: str, practices: set[str]) -> bool:
    quoted = {figure.country for figure in recommendation.figures}
    return area in quoted or not practices.isdisjoint(recommendation.practices)
