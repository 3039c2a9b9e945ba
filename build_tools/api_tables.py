"""The open data of a site as tables: one row per practice, source, outcome and so on, with keys between them.

Values stand in the tables as they were written: a copy for machines must not differ from the content. So whoever opens
a table in a spreadsheet imports the columns as text; the page about open data says so.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from build_tools.api_records import organisations, vocabularies, whole_record
from build_tools.api_statistics import STATISTIC_TABLES
from build_tools.api_table_forms import SEPARATOR, SEVERAL, Column, CsvFile, Row, Table, csv_file
from build_tools.load import Source
from build_tools.model import Model
from build_tools.views import Site

_SLUG_OF_PRACTICE = "slug of the practice"


@lru_cache(maxsize=1)
def csv_files(site: Site) -> Mapping[str, CsvFile]:
    """Return every table as a CSV file, by the name of the table."""
    return {table.name: csv_file(table, site) for table in TABLES}


def _practices(site: Site) -> Iterator[Row]:
    for source in site.practices:
        practice = source.practice
        yield {
            **practice.model_dump(),
            "slug": source.slug,
            "period_start": practice.period.start,
            "period_end": practice.period.end,
            "evidence_grade": practice.evidence.grade,
            "evidence_reason": practice.evidence.reason,
            "page": whole_record(site, source).languages[practice.lang].page,
        }


def _organisations(site: Site) -> Iterator[Row]:
    for one in organisations(site):
        yield {**one.model_dump(), "practices": len(one.practices)}


def _mentions(site: Site) -> Iterator[Row]:
    for source in site.practices:
        known = site.organisations.named_in(source.slug)
        for row in _numbered(source, source.practice.organisations):
            one = known.get(row["name"])
            yield {**row, "organisation": one and one.slug}


def _sources(site: Site) -> Iterator[Row]:
    for (kind, slug), entry in sorted(site.catalog.sources.items()):
        yield from ({"kind": kind, "slug": slug, **source.model_dump()} for source in entry.entry.sources)


def _indicators(site: Site) -> Iterator[Row]:
    for source in site.practices:
        yield from _numbered(source, source.practice.indicators)


def _outcomes(site: Site) -> Iterator[Row]:
    for source in site.practices:
        yield from _numbered(source, source.practice.outcomes)


def _numbered(source: Source, items: Iterable[Model]) -> Iterator[Row]:
    for position, item in enumerate(items, 1):
        yield {"practice": source.slug, "position": position, **item.model_dump(by_alias=True)}


def _translations(site: Site) -> Iterator[Row]:
    for (kind, slug), source in sorted(site.catalog.sources.items()):
        record = whole_record(site, source)
        for lang, state in record.languages.items():
            text = record.texts.get(lang)
            words = {"title": text and text.title, "summary": text and text.summary}
            yield {"kind": kind, "slug": slug, "lang": lang, **words, **state.model_dump()}


def _vocabularies(site: Site) -> Iterator[Row]:
    for name, terms in vocabularies(site).items():
        for term in terms:
            for lang, label in term.labels.items():
                yield {"vocabulary": name, "term": term.id, "lang": lang, "label": label}


TABLES = (
    Table(
        "practices",
        "One row per practice, in its source language.",
        (
            *(Column("slug", description="id of the practice"), Column("lang"), Column("title"), Column("summary")),
            Column("countries", description=f"ISO 3166-1 codes, EU for several countries, separated by {SEPARATOR}"),
            *(Column("region", required=False), Column("sectors", description=SEVERAL)),
            Column("eqf_levels", required=False, description=f"levels 1 to 8, separated by {SEPARATOR}"),
            *(Column(name, description=SEVERAL) for name in ("target_groups", "themes", "phases")),
            *(Column("wbl_model"), Column("track", description=SEVERAL)),
            Column("period_start", "year", False),
            Column("period_end", "year", False, "empty where it is unknown or goes on"),
            *(Column("status"), Column("evidence_grade"), Column("evidence_reason")),
            *(Column("licence", description="SPDX id"), Column("added", "date"), Column("reviewed", "date", False)),
            Column("page", description="address of the page"),
        ),
        ("slug",),
        None,
        _practices,
    ),
    Table(
        "organisations",
        "One row per organisation that practices name; what is said of it comes from its practices.",
        (
            *(Column("slug", description="id of the organisation"), Column("name")),
            Column("lang", description="language of the name"),
            *(Column(name, description=SEVERAL) for name in ("roles", "countries", "sectors")),
            *(Column("practices", "integer", description="number of its practices"), Column("page")),
        ),
        ("slug",),
        None,
        _organisations,
    ),
    Table(
        "organisations-in-practices",
        "One row per organisation and practice, as the practice names it.",
        (
            *(Column("practice", description=_SLUG_OF_PRACTICE), Column("position", "integer"), Column("name")),
            *(Column("role", description="term of organisation-roles"), Column("url", required=False)),
            Column("organisation", required=False, description="slug of the organisation, empty for a group of them"),
        ),
        ("practice", "position"),
        "practice",
        _mentions,
    ),
    Table(
        "sources",
        "One row per source of an entry.",
        (
            *(Column("kind"), Column("slug"), Column("n", "integer", description="number of its footnote")),
            *(Column("title"), Column("publisher"), Column("url"), Column("year", "year", False)),
            *(Column("accessed", "date", False), Column("archived", required=False)),
        ),
        ("kind", "slug", "n"),
        None,
        _sources,
    ),
    Table(
        "indicators-in-practices",
        "One row per benchmark indicator that a practice helps with.",
        (
            *(Column("practice", description=_SLUG_OF_PRACTICE), Column("position", "integer")),
            Column("id", description="term of indicators"),
            Column("from", "integer", False, "level 0 to 4 before, where a source shows it"),
            Column("to", "integer", False, "level 0 to 4 after, where a source shows it"),
            Column("source", "integer", False, "number of the source"),
        ),
        ("practice", "position"),
        "practice",
        _indicators,
    ),
    Table(
        "outcomes",
        "One row per result of a practice, in its source language.",
        (
            *(Column("practice", description=_SLUG_OF_PRACTICE), Column("position", "integer"), Column("statement")),
            Column("source", "integer", description="number of the source that reports it"),
        ),
        ("practice", "position"),
        "practice",
        _outcomes,
    ),
    Table(
        "translations",
        "One row per entry and language of the interface.",
        (
            *(Column("kind"), Column("slug"), Column("lang")),
            Column("state", description="source, current, stale, summary-only or missing"),
            Column("stale", "boolean", description="whether the original has changed since"),
            Column("method", required=False, description="machine or human; empty without a translation"),
            Column("reviewed", "boolean", False, "whether a person has read the translation"),
            *(Column("title", required=False), Column("summary", required=False), Column("page")),
        ),
        ("kind", "slug", "lang"),
        None,
        _translations,
    ),
    Table(
        "vocabularies",
        "One row per term and language.",
        (Column("vocabulary"), Column("term"), Column("lang"), Column("label")),
        ("vocabulary", "term", "lang"),
        None,
        _vocabularies,
    ),
    *STATISTIC_TABLES,
)
