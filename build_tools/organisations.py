"""The organisations that take part in practices, derived from the practices and the alias list.

All work is proportional to the number of times that practices name organisations, except partners: a practice
with n organisations makes n * (n - 1) pairs.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from build_tools.addresses import ORGANISATIONS, organisation_address
from build_tools.load import Source
from build_tools.model import Organisation as Named
from build_tools.organisation_files import Alias
from build_tools.sorting import sort_key

LONGEST_SLUG = 80
DIGITS = "0–9"

# Place of the alias (or that there is none) and name: what tells organisations apart.
type _Key = tuple[int, str]
_NO_ALIAS = -1

# Letters that Unicode does not take apart into a letter and its accent.
_WHOLE_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i"})


class Mention(NamedTuple):
    """A practice that names an organisation, as what, and with which web address."""

    source: Source
    named: Named


class Partner(NamedTuple):
    """Another organisation and the number of practices that name both."""

    organisation: "Organisation"
    shared: int


@dataclass(frozen=True, eq=False)
class Organisation:
    """An organisation with everything that practices say about it.

    `name` is not translated: it stands in `lang`, the language of the first practice that names it.
    """

    slug: str
    name: str
    mentions: tuple[Mention, ...]

    @property
    def lang(self) -> str:
        """The language of the name."""
        return self.mentions[0].source.entry.lang

    @cached_property
    def practices(self) -> list[Source]:
        """The practices that name it, in the order of their slugs."""
        return list({mention.source.key: mention.source for mention in self.mentions}.values())

    @cached_property
    def roles(self) -> list[str]:
        """Its roles, the most frequent first."""
        return _by_frequency(mention.named.role for mention in self.mentions)

    @cached_property
    def countries(self) -> list[str]:
        """The countries of its practices, the most frequent first."""
        return _by_frequency(code for source in self.practices for code in source.practice.countries)

    @cached_property
    def sectors(self) -> list[str]:
        """The sectors of its practices, the most frequent first."""
        return _by_frequency(sector for source in self.practices for sector in source.practice.sectors)

    @cached_property
    def web_addresses(self) -> list[str]:
        """Its web addresses, the most frequent first."""
        return _by_frequency(mention.named.url for mention in self.mentions if mention.named.url)

    @cached_property
    def other_names(self) -> list[str]:
        """The names in practices that differ from its own."""
        return sorted({mention.named.name for mention in self.mentions} - {self.name})

    @cached_property
    def sort_key(self) -> str:
        """The name as readers look it up: without accents, case and signs."""
        return " ".join(re.findall(r"[^\W_]+", folded(self.name)))

    @property
    def letter(self) -> str:
        """The letter under which it is listed; all digits are one."""
        first = self.sort_key[:1]
        return DIGITS if not first or first.isdigit() else first.upper()


class Organisations:
    """All organisations of a site: the list, and what a name in a practice means."""

    def __init__(self, listed: Iterable[Organisation]) -> None:
        self.listed = sorted(listed, key=lambda one: (one.letter != DIGITS, one.sort_key, one.slug))
        self._named: dict[str, dict[str, Organisation]] = defaultdict(dict)
        for one in self.listed:
            for source, named in one.mentions:
                self._named[source.slug][named.name] = one

    def named_in(self, practice: str) -> Mapping[str, Organisation]:
        """Return the organisations of a practice by the names they have there; groups are left out."""
        return self._named.get(practice, {})

    def partners(self, organisation: Organisation) -> list[Partner]:
        """Return the organisations in the same practices, those with most practices in common first."""
        counts = Counter(
            other for practice in organisation.practices for other in set(self._named[practice.slug].values())
        )
        del counts[organisation]
        ordered = sorted(counts.items(), key=lambda partner: (-partner[1], partner[0].sort_key, partner[0].slug))
        return [Partner(other, count) for other, count in ordered]


def find_organisations(practices: Iterable[Source], aliases: Sequence[Alias] = ()) -> Organisations:
    """Return the organisations that practices name; `aliases` join names, tell them apart, or mark groups."""
    meant = {key: place for place, alias in enumerate(aliases) for key in alias.meanings}
    mentions: dict[_Key, list[Mention]] = defaultdict(list)
    for source in practices:
        for named in source.practice.organisations:
            place = meant.get((source.slug, named.name), meant.get((None, named.name), _NO_ALIAS))
            alias = aliases[place] if place != _NO_ALIAS else None
            if alias is None or not alias.group:
                mentions[place, alias.name if alias else named.name].append(Mention(source, named))
    explicit = {key: slug for key in mentions if key[0] != _NO_ALIAS and (slug := aliases[key[0]].slug)}
    slugs = _slugs(sorted(mentions, key=lambda key: (_age(mentions[key]), key[1], key[0])), explicit)
    return Organisations(Organisation(slugs[key], key[1], tuple(found)) for key, found in mentions.items())


def organisation_addresses(organisations: Organisations) -> list[str]:
    """Return the addresses of the list and of the page of every organisation; every language has all of them."""
    return [ORGANISATIONS, *(organisation_address(one.slug) for one in organisations.listed)]


def folded(name: str) -> str:
    """Return a name without accents and case."""
    return sort_key(name).translate(_WHOLE_LETTERS)


def slug_of(name: str) -> str:
    """Return the slug of a name: its letters of the Latin alphabet and its digits, in at most 80 characters.

    A name without any of them, or of digits alone, gets a digest of itself: numbers are the pages of the list.
    """
    slug = "-".join(re.findall(r"[a-z0-9]+", folded(name).replace("'", "").replace("’", "")))
    if not slug or slug.isdigit():
        return f"organisation-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return _cut(slug, LONGEST_SLUG)


def _slugs(oldest_first: Iterable[_Key], explicit: Mapping[_Key, str]) -> dict[_Key, str]:
    """Return a slug for every key; who came first keeps the plain one, so that newcomers change no address."""
    slugs, taken = dict(explicit), set(explicit.values())
    following: Counter[str] = Counter()
    for key in oldest_first:
        if key not in slugs:
            plain = slug = slug_of(key[1])
            while slug in taken:
                following[plain] += 1
                suffix = f"-{following[plain] + 1}"
                slug = _cut(plain, LONGEST_SLUG - len(suffix)) + suffix
            slugs[key] = slug
            taken.add(slug)
    return slugs


def _age(mentions: Iterable[Mention]) -> str:
    return min(mention.source.entry.added for mention in mentions)


def _cut(slug: str, length: int) -> str:
    """Return the slug without the words that do not fit; a word too long by itself is cut."""
    if len(slug) <= length:
        return slug
    return slug[: length + 1].rpartition("-")[0] or slug[:length]


def _by_frequency(values: Iterable[str]) -> list[str]:
    return [value for value, _ in Counter(values).most_common()]
