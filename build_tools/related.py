"""Finds practices that are worth reading together: shared indicators, themes, sectors, models and countries.

Each shared term counts by how rare it is (inverse document frequency). Only a window of neighbours per term
is compared, so that the work grows with the number of practices and not with its square.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from build_tools.load import Source
from build_tools.model import Practice

WINDOW = 30
type Term = tuple[str, str]


class Related(NamedTuple):
    """A related practice and the shared terms that speak most for it, as (vocabulary, term)."""

    source: Source
    shared: list[Term]


def find_related(practices: Sequence[Source], most: int = 4) -> Mapping[str, list[Related]]:
    """Return, for every slug, up to `most` related practices, the closest first."""
    features = [sorted(set(_features(source))) for source in practices]
    postings: dict[Term, list[int]] = defaultdict(list)
    for number, terms in enumerate(features):
        for term in terms:
            postings[term].append(number)
    rarity = {term: math.log(1 + len(practices) / len(found)) for term, found in postings.items()}
    places = {term: {number: place for place, number in enumerate(found)} for term, found in postings.items()}
    result = {}
    for number, source in enumerate(practices):
        scores = _scores(number, features[number], postings, places, rarity)
        best = sorted(scores, key=lambda other: (-scores[other], practices[other].slug))[:most]
        result[source.slug] = [
            Related(practices[other], _shared(features[number], features[other], rarity)) for other in best
        ]
    return result


def _features(source: Source) -> Iterator[Term]:
    entry = source.entry
    assert isinstance(entry, Practice)  # noqa: S101 - only practices are compared
    yield from (("indicators", link.id) for link in entry.indicators)
    yield from (("themes", theme) for theme in entry.themes)
    yield from (("sectors", sector) for sector in entry.sectors)
    yield from (("target-groups", group) for group in entry.target_groups)
    yield from (("countries", country) for country in entry.countries)
    yield ("wbl-models", entry.wbl_model)


def _scores(
    number: int,
    terms: Sequence[Term],
    postings: Mapping[Term, list[int]],
    places: Mapping[Term, Mapping[int, int]],
    rarity: Mapping[Term, float],
) -> Counter[int]:
    scores: Counter[int] = Counter()
    for term in terms:
        found, place = postings[term], places[term][number]
        for other in found[max(0, place - WINDOW) : place + WINDOW + 1]:
            scores[other] += rarity[term]  # type: ignore[assignment]
    del scores[number]
    return scores


def _shared(ours: Sequence[Term], theirs: Sequence[Term], rarity: Mapping[Term, float]) -> list[Term]:
    both = set(ours) & set(theirs)
    return sorted(both, key=lambda term: (-rarity[term], term))[:2]
