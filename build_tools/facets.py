"""The facets by which practices are listed: where the terms come from and how they are called."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_tools.model import Practice
from build_tools.sorting import sort_key
from build_tools.translations import Localized
from build_tools.views import View


class Facet(NamedTuple):
    """A facet: its name in addresses and interface strings, its vocabulary, and the terms of a practice.

    Without a vocabulary the terms speak for themselves and are numbers.
    """

    name: str
    vocabulary: str
    terms: Callable[[Practice], Iterable[str]]


FACETS = (
    Facet("theme", "themes", lambda practice: practice.themes),
    Facet("country", "countries", lambda practice: practice.countries),
    Facet("sector", "sectors", lambda practice: practice.sectors),
    Facet("target-group", "target-groups", lambda practice: practice.target_groups),
    Facet("evidence", "evidence-grades", lambda practice: [practice.evidence.grade]),
)

# The page of an indicator shows so many practices; an indicator of more of them has lists of its own.
MOST_WITHOUT_LISTS = 100
INDICATOR = Facet("indicator", "indicators", lambda practice: [link.id for link in practice.indicators])

LANGUAGE_STATES = ("source", "current", "stale", "summary-only", "missing")

# The facets of the explore page in the order of the page; the state of the text in the reader's language is no
# field of a practice and is added by `explore_terms`.
LANGUAGE = Facet("language", "", lambda practice: ())
EXPLORE_FACETS = (
    FACETS[1],
    FACETS[2],
    FACETS[0],
    Facet("phase", "phases", lambda practice: practice.phases),
    FACETS[3],
    Facet("wbl-model", "wbl-models", lambda practice: [practice.wbl_model]),
    Facet("eqf-level", "", lambda practice: map(str, practice.eqf_levels)),
    FACETS[4],
    Facet("role", "organisation-roles", lambda practice: [named.role for named in practice.organisations]),
    INDICATOR,
    LANGUAGE,
    Facet("year", "", lambda practice: [str(practice.period.start)] if practice.period.start else []),
)


def explore_terms(entry: Localized) -> dict[str, list[str]]:
    """Return the terms of a practice by the name of the facet, each once."""
    return {facet.name: list(dict.fromkeys(_terms(facet, entry))) for facet in EXPLORE_FACETS}


def term_label(view: View, facet: Facet, term: str) -> str:
    """Return how a term of a facet is called in the language of the view."""
    if facet is LANGUAGE:
        return view.text(f"language-{term}")
    return view.label(facet.vocabulary, term) if facet.vocabulary else term


def _terms(facet: Facet, entry: Localized) -> Iterable[str]:
    return [entry.state] if facet is LANGUAGE else facet.terms(entry.source.practice)


def entries_by_term(view: View, facet: Facet) -> dict[str, list[Localized]]:
    """Return the practices of every term that occurs, in the order of the vocabulary; countries by name."""
    found: dict[str, list[Localized]] = {}
    for entry in view.practices:
        for term in dict.fromkeys(_terms(facet, entry)):
            found.setdefault(term, []).append(entry)
    return {term: found[term] for term in _ordered(view, facet, found)}


def long_indicators(view: View) -> dict[str, list[Localized]]:
    """Return the practices of every indicator that has too many for its page."""
    found = entries_by_term(view, INDICATOR)
    return {term: entries for term, entries in found.items() if len(entries) > MOST_WITHOUT_LISTS}


def _ordered(view: View, facet: Facet, terms: Iterable[str]) -> list[str]:
    if facet.vocabulary == "countries":
        return sorted(terms, key=lambda code: (code == "EU", sort_key(view.country(code))))
    if not facet.vocabulary:
        return sorted(terms, key=LANGUAGE_STATES.index) if facet is LANGUAGE else sorted(terms, key=_number(facet))
    order = list(view.catalog.vocabularies.get(facet.vocabulary, {}))
    return sorted(terms, key=order.index)


def _number(facet: Facet) -> Callable[[str], int]:
    """Return the order of terms that are numbers: levels from the lowest, years from the latest."""
    return (lambda term: -int(term)) if facet.name == "year" else int
