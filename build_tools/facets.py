"""The facets by which practices are listed: where the terms come from and how they are called."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from build_tools.model import Practice
from build_tools.translations import Localized
from build_tools.views import View, sort_key


class Facet(NamedTuple):
    """A facet: its name in addresses and interface strings, its vocabulary, and the terms of a practice."""

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


def entries_by_term(view: View, facet: Facet) -> dict[str, list[Localized]]:
    """Return the practices of every term that occurs, in the order of the vocabulary; countries by name."""
    found: dict[str, list[Localized]] = {}
    for entry in view.practices:
        practice = entry.source.entry
        if isinstance(practice, Practice):
            for term in facet.terms(practice):
                found.setdefault(term, []).append(entry)
    return {term: found[term] for term in _ordered(view, facet, found)}


def _ordered(view: View, facet: Facet, terms: Iterable[str]) -> list[str]:
    if facet.vocabulary == "countries":
        return sorted(terms, key=lambda code: (code == "EU", sort_key(view.country(code))))
    order = list(view.catalog.vocabularies[facet.vocabulary])
    return sorted(terms, key=order.index)
