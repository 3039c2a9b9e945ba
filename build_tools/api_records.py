"""The open data of a site as records: everything that JSON files and tables are written from."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from build_tools.addresses import entry_address, organisation_address
from build_tools.api_model import (
    API,
    BENCHMARK_FILE,
    FORMS,
    BenchmarkData,
    EntryStates,
    Envelope,
    LanguageState,
    ListOf,
    One,
    OrganisationRecord,
    Short,
    SiteName,
    Texts,
    TranslationStates,
    VocabularyName,
    VocabularyTerm,
    Whole,
)
from build_tools.api_statistics import short_statistic, statistics, whole_statistic
from build_tools.api_statistics_model import ShortStatistic, WholeStatistic
from build_tools.bodies import portable_body
from build_tools.load import Source
from build_tools.model import KINDS, SEVERAL_COUNTRIES, Entry, Recommendation
from build_tools.organisations import slug_of
from build_tools.strength import strength_of
from build_tools.translations import Localized
from build_tools.views import Site

# The licence of everything that is no entry and so cannot name its own.
LICENCE: str = Entry.model_fields["licence"].default
COUNTRIES = "countries"


def records(site: Site) -> Iterator[tuple[str, Envelope]]:
    """Return the records of a site by their path below `API`, except the index, which lists other files too."""
    for kind, model in KINDS.items():
        sources = site.catalog.of_kind(kind)
        items = [_short(site, source) for source in sources]
        yield f"{model.folder}/index.json", _list_of(site, FORMS[kind].short_list, items, _licence(sources))
        for source in sources:
            record = whole_record(site, source)
            yield f"{model.folder}/{source.slug}.json", _one(site, FORMS[kind].item, record, source.entry.licence)
    yield "organisations/index.json", list_of(site, ListOf[OrganisationRecord], organisations(site))
    yield from _statistic_records(site)
    yield from _vocabulary_records(site)
    if benchmark := benchmark_data(site):
        yield BENCHMARK_FILE, _one(site, One[BenchmarkData], benchmark, LICENCE)
    states = _translation_states(site)
    yield "translations.json", _one(site, One[TranslationStates], states, LICENCE, len(states.entries))


def benchmark_data(site: Site) -> BenchmarkData | None:
    """Return the model of the benchmark and its words, or None for a site without a benchmark."""
    benchmark = site.catalog.benchmark
    return BenchmarkData(model=benchmark.model, texts=dict(benchmark.texts)) if benchmark else None


def list_of[D: ListOf[Any]](site: Site, form: type[D], items: list[Any]) -> D:
    """Return items that are no entries in their envelope."""
    return _list_of(site, form, items, LICENCE)


def whole_record(site: Site, source: Source) -> Whole[Any]:
    """Return everything that is known of an entry."""
    entries = [view.entries[source.key] for view in site.views.values()]
    key = "whole record", source, tuple(entry.translated for entry in entries)
    return site.remember(key, lambda: _whole(site, source, entries))


@lru_cache(maxsize=1)
def content_date(site: Site) -> str:
    """Return the newest day on which an entry was added or reviewed."""
    return max(source.entry.updated for source in site.catalog.sources.values())


def package_address(site: Site) -> str:
    """Return where the data package stands below the folder to publish."""
    return f"downloads/{slug_of(site.catalog.settings.site_name)}-data.zip"


def organisations(site: Site) -> list[OrganisationRecord]:
    """Return the organisations that practices name, from A to Z."""
    settings = site.catalog.settings
    return [
        OrganisationRecord(
            slug=one.slug,
            name=one.name,
            lang=one.lang,
            other_names=one.other_names,
            roles=one.roles,
            countries=one.countries,
            sectors=one.sectors,
            web_addresses=one.web_addresses,
            practices=[practice.slug for practice in one.practices],
            page=settings.address(settings.languages[0], organisation_address(one.slug)),
        )
        for one in site.organisations.listed
    ]


@lru_cache(maxsize=1)
def vocabularies(site: Site) -> Mapping[str, list[VocabularyTerm]]:
    """Return the terms of every vocabulary in its order, and the countries with the mark for several of them."""
    languages = site.views.items()
    found = {
        name: [_term(term, {lang: view.label(name, term) for lang, view in languages}) for term in terms]
        for name, terms in site.catalog.vocabularies.items()
    }
    names = {lang: {**view.countries, SEVERAL_COUNTRIES: view.country(SEVERAL_COUNTRIES)} for lang, view in languages}
    codes = sorted({code for labels in names.values() for code in labels})
    countries = [_term(code, {lang: labels.get(code, code) for lang, labels in names.items()}) for code in codes]
    return {**found, COUNTRIES: countries}


def _term(term: str, labels: dict[str, str]) -> VocabularyTerm:
    return VocabularyTerm(id=term, labels=labels)


def _vocabulary_records(site: Site) -> Iterator[tuple[str, Envelope]]:
    found = vocabularies(site)
    names = [
        VocabularyName(
            name=name, count=len(terms), address=site.catalog.settings.address(f"{API}vocabularies/{name}.json")
        )
        for name, terms in sorted(found.items())
    ]
    yield "vocabularies/index.json", list_of(site, ListOf[VocabularyName], names)
    for name, terms in found.items():
        yield f"vocabularies/{name}.json", list_of(site, ListOf[VocabularyTerm], terms)


def _statistic_records(site: Site) -> Iterator[tuple[str, Envelope]]:
    found = statistics(site)
    shorts = [short_statistic(site, series) for series in found]
    yield "statistics/index.json", list_of(site, ListOf[ShortStatistic], shorts)
    for series in found:
        record = whole_statistic(site, series)
        yield f"statistics/{series.id}.json", _one(site, One[WholeStatistic], record, LICENCE)


def _whole(site: Site, source: Source, entries: list[Localized]) -> Whole[Any]:
    return FORMS[source.kind].whole(
        kind=source.kind,
        slug=source.slug,
        entry=source.entry,
        languages=_states(site, entries),
        texts={entry.lang: _texts(site, entry) for entry in entries if entry.state != "missing"},
    )


def _states(site: Site, entries: Iterable[Localized]) -> dict[str, LanguageState]:
    return {
        entry.lang: LanguageState(
            state=entry.state,
            stale=entry.stale,
            method=entry.mark.method if entry.mark else None,
            reviewed=entry.mark.reviewed if entry.mark else None,
            page=_page(site, entry.source, entry.lang),
        )
        for entry in entries
    }


def _texts(site: Site, entry: Localized) -> Texts:
    own = entry.translated.translation if entry.translated else None
    return Texts(
        title=entry.title,
        summary=entry.summary,
        body=None if entry.is_fallback else portable_body(site.catalog, entry).strip(),
        innovative_elements=own.innovative_elements if own else entry.innovative_elements,
        outcomes=own.outcomes if own else entry.outcomes,
    )


def _short(site: Site, source: Source) -> Short:
    entry, form = source.entry, FORMS[source.kind].short
    own = {name: getattr(entry, name) for name in form.model_fields if name in type(entry).model_fields}
    if isinstance(entry, Recommendation):
        own["strength"] = strength_of(site.catalog, entry)
    texts = whole_record(site, source).texts
    return form(
        slug=source.slug,
        titles={lang: text.title for lang, text in texts.items()},
        item=site.catalog.settings.address(f"{API}{KINDS[source.kind].folder}/{source.slug}.json"),
        page=_page(site, source, entry.lang),
        **own,
    )


def _page(site: Site, source: Source, lang: str) -> str:
    return site.catalog.settings.address(lang, entry_address(source.kind, source.slug))


def _translation_states(site: Site) -> TranslationStates:
    found = [(source, whole_record(site, source).languages) for _, source in sorted(site.catalog.sources.items())]
    counts = {lang: Counter(states[lang].state for _, states in found) for lang in site.views}
    return TranslationStates(
        counts={lang: dict(sorted(number.items())) for lang, number in counts.items()},
        entries=[
            EntryStates(kind=source.kind, slug=source.slug, lang=source.entry.lang, languages=states)
            for source, states in found
        ],
    )


def licences(sources: Iterable[Source]) -> list[str]:
    """Return the licences of entries and of what stands around them, as SPDX ids."""
    return sorted({source.entry.licence for source in sources}) or [LICENCE]


def _licence(sources: Iterable[Source]) -> str:
    return " AND ".join(licences(sources))


def _list_of[D: ListOf[Any]](site: Site, form: type[D], items: list[Any], licence: str) -> D:
    return _envelope(site, form, items, licence, len(items))


def _one[D: One[Any]](site: Site, form: type[D], data: Any, licence: str, count: int = 1) -> D:
    return _envelope(site, form, data, licence, count)


def _envelope[D: ListOf[Any] | One[Any]](site: Site, form: type[D], data: Any, licence: str, count: int) -> D:
    settings = site.catalog.settings
    return form(
        content_date=content_date(site),
        count=count,
        licence=licence,
        site=SiteName(name=settings.site_name, address=settings.site_url),
        data=data,
    )
