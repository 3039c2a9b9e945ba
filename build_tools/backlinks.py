"""Finds which entries refer to which: by naming each other, or by naming the same indicator of the benchmark.

Every reference is seen from both ends. Of the entries that share an indicator only the first ones are compared, so
that the work grows with the number of entries and not with its square.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from build_tools.load import Key, Source

KINDS = ("practice", "guideline", "recommendation")
COMPARED = 50
MOST_SHARING = 4
type ByIndicator = Mapping[str, Mapping[str, Sequence[Source]]]


class Reference(NamedTuple):
    """An entry that stands in relation to another, and why.

    `is_named`: the other one names it; `names`: it names the other one; `shared`: the indicators of both.
    """

    source: Source
    is_named: bool
    names: bool
    shared: tuple[str, ...]


def named_entries(source: Source) -> list[Key]:
    """Return kind and slug of the entries that the front matter of an entry names."""
    return [(kind, slug) for kind in ("practice", "guideline") for slug in getattr(source.entry, f"{kind}s", [])]


def indicator_ids(source: Source) -> list[str]:
    """Return the indicators of the benchmark that an entry names; a text page names none."""
    return [link.id for link in getattr(source.entry, "indicators", [])]


def by_indicator(sources: Iterable[Source]) -> ByIndicator:
    """Return the entries that name an indicator, by indicator and kind, in the order in which they come."""
    found: dict[str, dict[str, list[Source]]] = defaultdict(lambda: {kind: [] for kind in KINDS})
    for source in sources:
        for indicator in dict.fromkeys(indicator_ids(source)):
            found[indicator][source.kind].append(source)
    return dict(found)


def find_references(sources: Mapping[Key, Source], named: ByIndicator) -> Mapping[Key, Sequence[Reference]]:
    """Return for every entry, apart from text pages, what stands in relation to it.

    Practices, guidelines and recommendations follow each other; in each kind those that are named or name come first,
    then up to four that share an indicator, the most shared indicators first. What two practices have in common is
    the matter of `related`.
    """
    naming: dict[Key, list[Key]] = defaultdict(list)
    for key, source in sorted(sources.items()):
        for other in named_entries(source):
            naming[other].append(key)
    return {key: list(_references(sources, named, key, naming[key])) for key in sources if key[0] in KINDS}


def _references(
    sources: Mapping[Key, Source], named: ByIndicator, key: Key, naming: Sequence[Key]
) -> Iterator[Reference]:
    source = sources[key]
    own, sharing = named_entries(source), _sharing(source, named)
    for kind in KINDS:
        close = [other for other in dict.fromkeys([*own, *naming]) if other[0] == kind and other != key]
        far = [other for other in sharing if other[0] == kind and other not in close]
        for other in [*close, *far[:MOST_SHARING]]:
            yield Reference(sources[other], other in own, other in naming, _shared(source, sources[other]))


def _sharing(source: Source, named: ByIndicator) -> list[Key]:
    """Return the entries that share an indicator with an entry, the most shared ones first."""
    found: Counter[Key] = Counter()
    for indicator in indicator_ids(source):
        for kind in KINDS:
            if (source.kind, kind) != ("practice", "practice"):
                found.update(other.key for other in islice(named[indicator][kind], COMPARED))
    del found[source.key]
    return sorted(found, key=lambda other: (-found[other], other))


def _shared(one: Source, other: Source) -> tuple[str, ...]:
    theirs = set(indicator_ids(other))
    return tuple(indicator for indicator in indicator_ids(one) if indicator in theirs)
