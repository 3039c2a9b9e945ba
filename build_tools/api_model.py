"""The form of the JSON data: one class per record, from which records, OpenAPI description and tests derive.

The content model stands inside unchanged: `entry` of a whole record has every field of the file in `content/`.
The docstrings are the descriptions that other programs' authors read in `openapi.json`.
"""

from typing import Any, NamedTuple

from pydantic import Field

from build_tools.api_statistics_model import ShortStatistic, WholeStatistic
from build_tools.benchmark_model import BenchmarkModel, BenchmarkTexts
from build_tools.model import (
    KINDS,
    Date,
    Entry,
    Evidence,
    Guideline,
    IndicatorLink,
    Licence,
    Model,
    Page,
    Period,
    Practice,
    Recommendation,
)
from build_tools.strength import Strength
from build_tools.translations import State

SCHEMA_VERSION = "1.1"
API = "api/v1/"
BENCHMARK_FILE = "benchmark/model.json"
LICENCE_ADDRESSES: dict[str, str] = {
    "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/",
    "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
}


class SiteName(Model):
    """The site that the data come from."""

    name: str
    address: str


class Envelope(Model):
    """What stands around the data in every file.

    `schema_version` is the version of this form; within one major version keys are only added. `content_date` is the
    newest day on which an entry of the site was added or reviewed. `count` is the number of items in `data`.
    `licence` is an SPDX licence expression; where it names several licences, each entry says which is its own.
    """

    schema_version: str = SCHEMA_VERSION
    content_date: Date
    count: int = Field(ge=0)
    licence: str
    site: SiteName


class One[D: Model](Envelope):
    """One item."""

    data: D


class ListOf[D: Model](Envelope):
    """All items of a list."""

    data: list[D]


class LanguageState(Model):
    """How far an entry can be read in one language of the interface.

    `state` is `source` for the language of the original, `current` or `stale` for whole translations, `summary-only`
    where title and summary are translated, `missing` where nothing is. `stale` says that the original has changed
    since. `method` and `reviewed` say how the translation was made, and whether a person has read it; both are null
    without a translation. `page` is the address of the page.
    """

    state: State
    stale: bool
    method: str | None
    reviewed: bool | None
    page: str


class Texts(Model):
    """The texts of an entry in one language.

    `body` is Markdown with absolute links, null where only title and summary are translated; in it `[^3]` points to
    the source whose `n` is 3. `innovative_elements` and `outcomes` are in the order of the fields of the entry, null
    where they are not translated.
    """

    title: str
    summary: str
    body: str | None
    innovative_elements: list[str] | None
    outcomes: list[str] | None


class Whole[E: Entry](Model):
    """An entry with everything that is known: its fields, its state per language, its texts per language.

    `languages` has every language of the interface, `texts` those with a title of their own.
    """

    kind: str
    slug: str
    entry: E
    languages: dict[str, LanguageState]
    texts: dict[str, Texts]


class Short(Model):
    """An entry in short: `titles` by language, `item` the address of the whole record, `page` that of the original."""

    slug: str
    lang: str
    titles: dict[str, str]
    summary: str
    licence: Licence
    added: Date
    reviewed: Date | None
    item: str
    page: str


class ShortPractice(Short):
    """A practice in short, with the terms that it is found by."""

    countries: list[str]
    region: str | None
    sectors: list[str]
    eqf_levels: list[int]
    target_groups: list[str]
    themes: list[str]
    phases: list[str]
    wbl_model: str
    track: list[str]
    period: Period
    status: str
    indicators: list[IndicatorLink]
    evidence: Evidence


class ShortGuideline(Short):
    """A guideline in short, with the terms that it is found by."""

    audience: list[str]
    phases: list[str]
    themes: list[str]
    indicators: list[IndicatorLink]


class ShortRecommendation(Short):
    """A recommendation in short, with the terms that it is found by, and the strength of the evidence behind it."""

    audience: list[str]
    themes: list[str]
    aspects: list[str]
    indicators: list[IndicatorLink]
    strength: Strength


class ShortPage(Short):
    """A text page in short."""


class Forms(NamedTuple):
    """The forms of a kind of entry: in short, the list of these, whole, the file of a whole one."""

    short: type[Short]
    short_list: type[ListOf[Any]]
    whole: type[Whole[Any]]
    item: type[One[Any]]


FORMS = {
    "practice": Forms(ShortPractice, ListOf[ShortPractice], Whole[Practice], One[Whole[Practice]]),
    "guideline": Forms(ShortGuideline, ListOf[ShortGuideline], Whole[Guideline], One[Whole[Guideline]]),
    "recommendation": Forms(
        ShortRecommendation, ListOf[ShortRecommendation], Whole[Recommendation], One[Whole[Recommendation]]
    ),
    "page": Forms(ShortPage, ListOf[ShortPage], Whole[Page], One[Whole[Page]]),
}


class VocabularyName(Model):
    """A vocabulary, the number of its terms, and the address of its file."""

    name: str
    count: int
    address: str


class VocabularyTerm(Model):
    """A term: its id, which never changes its meaning, and its label in every language."""

    id: str
    labels: dict[str, str]


class BenchmarkData(Model):
    """The benchmark: its model, and its words by language."""

    model: BenchmarkModel
    texts: dict[str, BenchmarkTexts]


class OrganisationRecord(Model):
    """An organisation that practices name; `page` is the address of its page in the first language of the site.

    `name` is not translated: it stands in the language `lang`. Roles, countries, sectors and web addresses come from
    its practices, the most frequent first.
    """

    slug: str
    name: str
    lang: str
    other_names: list[str]
    roles: list[str]
    countries: list[str]
    sectors: list[str]
    web_addresses: list[str]
    practices: list[str]
    page: str


class EntryStates(Model):
    """An entry, the language of its original, and its state in every language."""

    kind: str
    slug: str
    lang: str
    languages: dict[str, LanguageState]


class TranslationStates(Model):
    """The state of every entry in every language, and per language the number of entries in each state."""

    counts: dict[str, dict[State, int]]
    entries: list[EntryStates]


class Resource(Model):
    """A file of the open data; `count` is the number of its items, null where it has none to count."""

    name: str
    address: str
    media_type: str
    count: int | None


class Answer(NamedTuple):
    """What a path below `API` answers with; `{slug}` or `{name}` in it stands for one of many ids."""

    path: str
    form: type[Envelope]
    summary: str


def answers() -> list[Answer]:
    """Return every path of the JSON data, the form of its files, and what is in them."""
    found = [Answer("index.json", ListOf[Resource], "Every list and every other file of the open data")]
    for kind, forms in FORMS.items():
        folder = KINDS[kind].folder
        found.append(Answer(f"{folder}/index.json", forms.short_list, f"Every {kind} in short"))
        found.append(Answer(f"{folder}/{{slug}}.json", forms.item, f"One {kind} with all its fields and texts"))
    return [
        *found,
        Answer("organisations/index.json", ListOf[OrganisationRecord], "Every organisation that practices name"),
        Answer("statistics/index.json", ListOf[ShortStatistic], "Every official figure in short"),
        Answer("statistics/{id}.json", One[WholeStatistic], "One official figure with its metadata and values"),
        Answer("vocabularies/index.json", ListOf[VocabularyName], "The names of the vocabularies"),
        Answer("vocabularies/{name}.json", ListOf[VocabularyTerm], "The terms of one vocabulary with their labels"),
        Answer(BENCHMARK_FILE, One[BenchmarkData], "The model of the benchmark and its words"),
        Answer("translations.json", One[TranslationStates], "The state of every entry in every language"),
    ]
