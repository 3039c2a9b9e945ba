"""Finds practices that are worth reading together: shared indicators, themes, sectors, models and countries.

Each shared term counts by how rare it is (inverse document frequency). Only a window of neighbours per term
is compared, so that the work grows with the number of practices and not with its square.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

from build_tools.load import Source

WINDOW = 30
type Term = tuple[str, str]
type Features = tuple[Term, ...]


def features_of(source: Source) -> Features:
    """Return the terms, as (vocabulary, term), by which a practice is compared."""
    entry = source.practice
    lists = {
        "indicators": [link.id for link in entry.indicators],
        "themes": entry.themes,
        "sectors": entry.sectors,
        "target-groups": entry.target_groups,
        "countries": entry.countries,
        "wbl-models": [entry.wbl_model],
    }
    return tuple((vocabulary, term) for vocabulary, terms in lists.items() for term in terms)


def find_related(
    practices: Sequence[tuple[str, Features]], most: int = 4
) -> Mapping[str, list[tuple[str, list[Term]]]]:
    """Return, for every slug, the slugs of up to `most` related practices, the closest first.

    With each stand the two shared terms that speak most for it.
    """
    postings: dict[Term, list[int]] = defaultdict(list)
    for number, (_, features) in enumerate(practices):
        for term in features:
            postings[term].append(number)
    rarity = {term: math.log(1 + len(practices) / len(found)) for term, found in postings.items()}
    places = {term: {number: place for place, number in enumerate(found)} for term, found in postings.items()}
    result = {}
    for number, (slug, features) in enumerate(practices):
        scores = _scores(number, features, postings, places, rarity)
        best = sorted(scores, key=lambda other: (-scores[other], practices[other][0]))[:most]
        result[slug] = [(practices[other][0], _shared(features, practices[other][1], rarity)) for other in best]
    return result


def _scores(
    number: int,
    features: Features,
    postings: Mapping[Term, list[int]],
    places: Mapping[Term, Mapping[int, int]],
    rarity: Mapping[Term, float],
) -> dict[int, float]:
    scores: dict[int, float] = defaultdict(float)
    for term in features:
        found, place = postings[term], places[term][number]
        for other in found[max(0, place - WINDOW) : place + WINDOW + 1]:
            scores[other] += rarity[term]
    scores.pop(number, None)
    return scores


def _shared(ours: Features, theirs: Features, rarity: Mapping[Term, float]) -> list[Term]:
    both = set(ours) & set(theirs)
    return sorted(both, key=lambda term: (-rarity[term], term))[:2]
