"""The content model: one class per kind of entry. JSON Schemas, checks and forms derive from it.

`Term("sectors")` marks a string that must be an id of `content/vocabularies/sectors.yml`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
DATE = r"^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$"
MODEL_ID = r"^[a-z0-9]+(-[a-z0-9]+)*/[1-9][0-9]*$"
FRACTION = r"^[1-9][0-9]*/[1-9][0-9]*$"
SOURCE_HASH = r"^[0-9a-f]{12}-[0-9a-f]{12}$"

COUNTRY = r"^[A-Z]{2}$"
STATEMENT = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
WEB_ADDRESS = r"^https?://[^\s<>\"{}|\\^`]+$"
SEVERAL_COUNTRIES = "EU"
EU27 = "EU27"
STATISTICAL_AREA = rf"^([A-Z]{{2}}|{EU27})$"


def _real_date(text: str) -> str:
    try:
        date.fromisoformat(text)
    except ValueError:
        raise PydanticCustomError("no_such_day", "there is no day {day}", {"day": text}) from None
    return text


@dataclass(frozen=True)
class Term:
    """Marks a field as an id of a vocabulary; shown in the JSON Schema as `x-vocabulary`."""

    vocabulary: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """Add the name of the vocabulary to the JSON Schema of the field."""
        return {**handler(core), "x-vocabulary": self.vocabulary}


type Slug = Annotated[str, Field(pattern=SLUG, max_length=80)]
type Line = Annotated[str, Field(min_length=1, max_length=300, pattern=r"^\S(.*\S)?$")]
type Title = Annotated[str, Field(min_length=5, max_length=120, pattern=r"^\S(.*\S)?$")]
type Summary = Annotated[str, Field(min_length=20, max_length=300, pattern=r"^\S(.*\S)?$")]
type Date = Annotated[str, Field(pattern=DATE), AfterValidator(_real_date)]
type WebAddress = Annotated[str, Field(pattern=WEB_ADDRESS, max_length=600)]
type Year = Annotated[int, Field(ge=1900, le=2100)]
type Level = Annotated[int, Field(ge=0, le=4)]
type SourceNumber = Annotated[int, Field(ge=1, le=99)]
type Frameworks = dict[Slug, list[Annotated[str, Field(min_length=1, max_length=60)]]]
type Licence = Literal["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"]

Sector = Annotated[str, Term("sectors")]
TargetGroup = Annotated[str, Term("target-groups")]
Theme = Annotated[str, Term("themes")]
Phase = Annotated[str, Term("phases")]


class Model(BaseModel):
    """Base of all: unknown keys and values of another type are errors. `example` is where findings point to."""

    example: ClassVar[str] = "the example in CONTRIBUTING.md"
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Organisation(Model):
    """An organisation that takes part in a practice; never a private person."""

    name: Annotated[str, Field(min_length=2, max_length=160)]
    role: Annotated[str, Term("organisation-roles")]
    url: WebAddress | None = None


class Period(Model):
    """First and last year of a practice; null where it is unknown or goes on."""

    start: Year | None
    end: Year | None

    @model_validator(mode="after")
    def _ordered(self) -> "Period":
        if self.start and self.end and self.end < self.start:
            raise PydanticCustomError("period_order", "the period ends before it starts")
        return self


class IndicatorLink(Model):
    """A benchmark indicator that a practice helps with; levels only where a source shows them."""

    id: Annotated[str, Term("indicators")]
    from_level: Level | None = Field(default=None, alias="from")
    to_level: Level | None = Field(default=None, alias="to")
    source: SourceNumber | None = None

    @model_validator(mode="after")
    def _levels_have_a_source(self) -> "IndicatorLink":
        if (self.from_level, self.to_level) != (None, None) and self.source is None:
            raise PydanticCustomError("level_source", "levels are given without the source that shows them")
        return self


class Outcome(Model):
    """A result of a practice and the number of the source that reports it."""

    statement: Line
    source: SourceNumber


class Source(Model):
    """A publication that a page rests on; `n` is the number of its footnote."""

    n: SourceNumber
    title: Annotated[str, Field(min_length=2, max_length=300)]
    publisher: Annotated[str, Field(min_length=2, max_length=200)]
    url: WebAddress
    year: Year | None
    accessed: Date | None = None
    archived: WebAddress | None = None


class Evidence(Model):
    """How well the outcomes of a practice are known, by the rule on the page about method."""

    grade: Annotated[str, Term("evidence-grades")]
    reason: Line


class Entry(Model):
    """What every kind of entry in its source language has."""

    kind: ClassVar[str]
    folder: ClassVar[str]
    sections_vocabulary: ClassVar[str | None] = None
    least_footnotes: ClassVar[int] = 0
    least_practices: ClassVar[int] = 0

    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
    title: Title
    summary: Summary
    sources: list[Source] = []
    licence: Licence = "CC-BY-4.0"
    added: Date
    reviewed: Date | None = None
    aliases: list[Slug] = []

    @property
    def updated(self) -> str:
        """The newest day on which the entry was added or reviewed."""
        return max(self.added, self.reviewed or "")

    def cited_outside_body(self) -> Iterator[tuple[tuple[str | int, ...], int]]:
        """Return the source numbers that fields of the front matter cite, with the path of each."""
        return iter(())


class Practice(Entry):
    """A good practice that narrows the gap between VET and what work needs."""

    kind = "practice"
    folder = "practices"
    sections_vocabulary = "practice-sections"
    least_footnotes = 4

    countries: Annotated[list[Annotated[str, Field(pattern=COUNTRY)]], Field(min_length=1)]
    region: Annotated[str, Field(max_length=160)] | None
    organisations: Annotated[list[Organisation], Field(min_length=1)]
    sectors: Annotated[list[Sector], Field(min_length=1)]
    eqf_levels: list[Annotated[int, Field(ge=1, le=8)]]
    target_groups: Annotated[list[TargetGroup], Field(min_length=1)]
    themes: Annotated[list[Theme], Field(min_length=1)]
    phases: Annotated[list[Phase], Field(min_length=1)]
    wbl_model: Annotated[str, Term("wbl-models")]
    track: Annotated[list[Annotated[str, Term("tracks")]], Field(min_length=1)]
    period: Period
    status: Annotated[str, Term("statuses")]
    indicators: Annotated[list[IndicatorLink], Field(min_length=1, max_length=6)]
    outcomes: list[Outcome]
    innovative_elements: Annotated[list[Line], Field(min_length=1)]
    sources: Annotated[list[Source], Field(min_length=1)]
    evidence: Evidence
    licence: Licence
    reviewed: Date | None

    @model_validator(mode="after")
    def _grade_fits_outcomes(self) -> "Practice":
        if (self.evidence.grade == "described") != (not self.outcomes):
            raise PydanticCustomError("grade_outcomes", "grade `described` and an empty list of outcomes go together")
        return self

    def cited_outside_body(self) -> Iterator[tuple[tuple[str | int, ...], int]]:
        """Return the source numbers of outcomes and of indicator levels."""
        for index, outcome in enumerate(self.outcomes):
            yield ("outcomes", index, "source"), outcome.source
        for index, link in enumerate(self.indicators):
            if link.source is not None:
                yield ("indicators", index, "source"), link.source


class Figure(Model):
    """An official figure that a text quotes: a row of a file in `content/statistics/`, value as it stands there."""

    statistic: Slug
    country: Annotated[str, Field(pattern=STATISTICAL_AREA)]
    year: Year
    value: float


class Guideline(Entry):
    """Advice for VET providers or companies on one phase of work-based learning."""

    kind = "guideline"
    folder = "guidelines"
    sections_vocabulary = "guideline-sections"
    least_footnotes = 1
    least_practices = 3

    audience: Annotated[list[Annotated[str, Term("audiences")]], Field(min_length=1)]
    phases: Annotated[list[Phase], Field(min_length=1)]
    themes: list[Theme] = []
    indicators: list[IndicatorLink] = []
    practices: list[Slug] = []
    frameworks: Frameworks = {}


class Recommendation(Entry):
    """A recommendation to policy makers: its summary in one sentence, its evidence as links that are checked.

    `statements` names statements of consultations, as `consultation/statement`.
    """

    kind = "recommendation"
    folder = "recommendations"
    sections_vocabulary = "recommendation-sections"
    least_footnotes = 1
    least_practices = 2

    themes: Annotated[list[Theme], Field(min_length=1)]
    aspects: Annotated[list[Annotated[str, Term("aspects")]], Field(min_length=1)]
    audience: Annotated[list[Annotated[str, Term("audiences")]], Field(min_length=1)]
    indicators: list[IndicatorLink] = []
    practices: list[Slug] = []
    guidelines: list[Slug] = []
    figures: list[Figure] = []
    frameworks: Frameworks = {}
    statements: list[Annotated[str, Field(pattern=STATEMENT)]] = []


class Page(Entry):
    """A text page of the site, such as the page about method."""

    kind = "page"
    folder = "pages"


class TranslationMark(Model):
    """How a translation was made, and whether a person who knows both languages read it; shown to the reader."""

    method: Literal["machine", "human"]
    reviewed: bool


class Translation(Model):
    """A translation: text fields only, and the hash of the source that was translated.

    Lists are translated whole and in the order of the source. Without a body it is `summary-only`.
    """

    title: Title
    summary: Summary
    source_hash: Annotated[str, Field(pattern=SOURCE_HASH)]
    translation: TranslationMark
    innovative_elements: list[Line] | None = None
    outcomes: list[Line] | None = None


KINDS: dict[str, type[Entry]] = {kind.kind: kind for kind in (Practice, Guideline, Recommendation, Page)}
FOLDERS: dict[str, type[Entry]] = {kind.folder: kind for kind in KINDS.values()}
