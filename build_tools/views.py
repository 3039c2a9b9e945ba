"""What one language's readers see: resolved entries, labels, strings and names, ready for the steps."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_decimal

from build_tools.backlinks import ByIndicator, Reference, by_indicator, find_references
from build_tools.downloads import Downloads
from build_tools.load import Catalog, Key, Source
from build_tools.model import EU27, SEVERAL_COUNTRIES, Period
from build_tools.organisations import Organisations, find_organisations
from build_tools.related import Term, features_of, find_related
from build_tools.sorting import sort_key
from build_tools.translations import Localized, resolve

# What Babel calls plainly `en` and `pt` is American and Brazilian.
_EUROPEAN = {"en": "en-GB", "pt": "pt-PT"}

# Codes of Babel that are groups of countries, parts of one, or made up for tests.
_NO_COUNTRIES = frozenset({"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"})


class Related(NamedTuple):
    """A related practice and the shared terms that speak most for it, as (vocabulary, term)."""

    source: Source
    shared: list[Term]


@dataclass(frozen=True, eq=False)
class Site:
    """The checked catalog and what is derived from it once for all languages.

    `memory` keeps derived values between the builds of one process, by everything that they depend on. `downloads` are
    the files that pages may lead to.
    """

    catalog: Catalog
    memory: dict[Hashable, Any] = field(default_factory=dict)
    downloads: Downloads = field(default_factory=Downloads)

    def remember[T](self, key: Hashable, make: Callable[[], T]) -> T:
        """Return what `make` gives, from memory when the same was made before from the same `key`."""
        if key not in self.memory:
            self.memory[key] = make()
        value: T = self.memory[key]
        return value

    @cached_property
    def practices(self) -> list[Source]:
        """All practices in the order of their slugs."""
        return self.catalog.of_kind("practice")

    @cached_property
    def related(self) -> Mapping[str, list[Related]]:
        """Related practices by slug."""
        features = tuple((source.slug, features_of(source)) for source in self.practices)
        near = self.remember(("related", features), lambda: find_related(features))
        found = {source.slug: source for source in self.practices}
        return {slug: [Related(found[other], shared) for other, shared in others] for slug, others in near.items()}

    @cached_property
    def organisations(self) -> Organisations:
        """The organisations that practices name."""
        return find_organisations(self.practices, self.catalog.aliases.aliases)

    @cached_property
    def by_indicator(self) -> ByIndicator:
        """The entries that name an indicator, by indicator and kind, in the order of their slugs."""
        return by_indicator(source for _, source in sorted(self.catalog.sources.items()))

    @cached_property
    def references(self) -> Mapping[Key, Sequence[Reference]]:
        """What names an entry, what it names, and what shares an indicator with it."""
        return find_references(self.catalog.sources, self.by_indicator)

    @cached_property
    def listed_themes(self) -> frozenset[str]:
        """The themes that have a list of practices."""
        return frozenset(theme for source in self.practices for theme in source.practice.themes)

    @cached_property
    def kinds(self) -> list[str]:
        """The kinds that have entries, apart from plain pages."""
        return [kind for kind in ("practice", "guideline", "recommendation") if self.catalog.of_kind(kind)]

    @cached_property
    def views(self) -> "dict[str, View]":
        """The site as the readers of each language see it."""
        return {lang: View(self, lang) for lang in self.catalog.settings.languages}

    @cached_property
    def own_text(self) -> Mapping[Key, list[str]]:
        """The languages in which the body of each entry can be read; only these are announced to search engines."""
        return {
            key: [lang for lang, view in self.views.items() if not view.entries[key].is_fallback]
            for key in self.catalog.sources
        }


@dataclass(frozen=True, eq=False)
class View:
    """The site in one language."""

    site: Site
    lang: str

    @property
    def catalog(self) -> Catalog:
        """The checked content."""
        return self.site.catalog

    @cached_property
    def entries(self) -> dict[tuple[str, str], Localized]:
        """Every entry as this language's readers see it, by kind and slug."""
        return {key: resolve(self.catalog, source, self.lang) for key, source in self.catalog.sources.items()}

    @cached_property
    def page_slugs(self) -> frozenset[str]:
        """The slugs of the text pages that the site has."""
        return frozenset(slug for kind, slug in self.catalog.sources if kind == "page")

    def of_kind(self, kind: str) -> list[Localized]:
        """Return the entries of one kind in the order of their titles."""
        return by_title(entry for key, entry in self.entries.items() if key[0] == kind)

    @cached_property
    def practices(self) -> list[Localized]:
        """All practices in the order of their titles."""
        return self.of_kind("practice")

    def text(self, key: str, **names: object) -> str:
        """Return an interface string with its {names} filled in."""
        return _filled(self.catalog.interface[self.lang][key], names)

    def benchmark_text(self, key: str, **names: object) -> str:
        """Return a string of the benchmark with its {names} filled in."""
        return _filled(self.catalog.benchmark_strings[self.lang][key], names)

    def label(self, vocabulary: str, term: str) -> str:
        """Return the label of a term; countries come from Babel."""
        if vocabulary == "countries":
            return self.country(term)
        return self.catalog.label(vocabulary, term, self.lang)

    def country(self, code: str) -> str:
        """Return the name of a country, or of the European Union as statistics count it."""
        if code == SEVERAL_COUNTRIES:
            return self.text("several-countries")
        if code == EU27:
            return self.text("area-eu27")
        return str(_locale(self.lang).territories.get(code, code))

    @property
    def countries(self) -> dict[str, str]:
        """The names of all countries by code, in the order of their names."""
        names = {code: name for code, name in _locale(self.lang).territories.items() if _is_country(code)}
        return dict(sorted(names.items(), key=lambda country: sort_key(country[1])))

    def number(self, value: float, digits: int = 0) -> str:
        """Return a number as readers of this language write it, rounded to at most so many decimals."""
        return format_decimal(value, f"#,##0.{'#' * digits}", _locale(self.lang))

    def figure(self, text: str, is_percentage: bool) -> str:
        """Return an official figure as readers of this language write it, with the decimals of its source (`66.0`)."""
        locale, digits = _locale(self.lang), len(text.partition(".")[2])
        pattern = locale.percent_formats[None].pattern if is_percentage else "#,##0"
        whole = pattern.replace("0", f"0.{'0' * digits}") if digits else pattern
        return format_decimal(Decimal(text) / (100 if is_percentage else 1), whole, locale)

    def listed(self, names: Sequence[str]) -> str:
        """Return names as a list in a sentence, such as “Brazil, Egypt and Jordan”."""
        return format_list(names, locale=_locale(self.lang))

    def language(self, code: str) -> str:
        """Return the name of a language in this language."""
        return _locale(code).get_language_name(_locale(self.lang)) or code

    def date(self, iso: str) -> str:
        """Return a date such as 2026-11-23 written out."""
        return format_date(date.fromisoformat(iso), "long", _locale(self.lang))

    def period(self, period: Period) -> str:
        """Return the years of a practice in words, empty where none is known."""
        start, end = period.start, period.end
        if start and end:
            return str(start) if start == end else self.text("period-from-to", start=start, end=end)
        if start:
            return self.text("period-since", start=start)
        return self.text("period-until", end=end) if end else ""


def _filled(text: str, names: Mapping[str, object]) -> str:
    for name, value in names.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


@lru_cache
def country_codes() -> frozenset[str]:
    """Return the codes of all countries."""
    return frozenset(code for code in map(str, _locale("en").territories) if _is_country(code))


def _is_country(code: str) -> bool:
    return len(code) == 2 and code not in _NO_COUNTRIES


@lru_cache
def own_name(lang: str) -> str:
    """Return the name of a language in that language."""
    name = _locale(lang).get_language_name(_locale(lang)) or lang
    return name[0].upper() + name[1:]


@lru_cache
def _locale(lang: str) -> Locale:
    return Locale.parse(_EUROPEAN.get(lang, lang), sep="-")


def by_title(entries: Iterable[Localized]) -> list[Localized]:
    """Return entries in the order of their titles."""
    return sorted(entries, key=lambda entry: (sort_key(entry.title), entry.slug))
