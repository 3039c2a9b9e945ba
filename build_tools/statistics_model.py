"""The metadata of an official figure: what it counts, in what unit, for whom, where it was read, what to mind.

A file `content/statistics/<id>.yml` holds them, beside the values in `<id>.csv`. Texts stand there in all languages,
because the file is small and its numbers are the same in every language.
"""

from typing import Annotated, ClassVar, Literal, NamedTuple

from pydantic import Field

from build_tools.model import Line, Model, Slug, Source, SourceNumber, Term, Theme, TranslationMark, WebAddress, Year
from build_tools.settings import LANGUAGE

TEXTS = ("title", "definition", "unit", "level", "watch")

type LanguageCode = Annotated[str, Field(pattern=LANGUAGE)]
type Text = Annotated[str, Field(min_length=1, max_length=900, pattern=r"^\S(.*\S)?$")]
type ByLanguage = Annotated[dict[LanguageCode, Text], Field(min_length=1)]


class StatisticSource(Source):
    """Where figures were read, and under which terms they may be used.

    `publisher` answers for the figures and `url` is what was really read. Where somebody else published or summarised
    them there, `republished_by` names who, and `original` is the address of the publisher's own text or data.
    `licence` is null where none was seen.
    """

    licence: Line | None
    republished_by: Line | None = None
    original: WebAddress | None = None


class Target(Model):
    """A value that the European Union wants to reach in a year, in the unit of the statistic."""

    year: Year
    value: Annotated[float, Field(gt=0)]
    source: SourceNumber


class StatisticWords(NamedTuple):
    """The texts of a statistic in the language `lang`: `level` says who is counted, `watch` what to mind."""

    lang: str
    title: str
    definition: str
    unit: str
    level: str
    watch: str


class Statistic(Model):
    """What is known of an official figure beside its values.

    `lang` is the language of the original texts; `translation` says how the others were made. `kind` limits the
    values: percentages are 0 to 100, counts whole numbers from 0 on. `code` is the publisher's own. `not_with` names
    statistics that look alike and must not be mixed with this one; `indicators` are those of the benchmark whose
    counterpart at the level of countries it is.
    """

    example: ClassVar[str] = "content/statistics/work-based-learning-of-graduates.yml"

    lang: LanguageCode
    title: ByLanguage
    definition: ByLanguage
    unit: ByLanguage
    level: ByLanguage
    watch: ByLanguage
    translation: TranslationMark | None = None
    kind: Literal["percentage", "count"]
    code: Line | None = None
    themes: Annotated[list[Theme], Field(min_length=1)]
    indicators: list[Annotated[str, Term("indicators")]] = Field(default_factory=list)
    not_with: list[Slug] = Field(default_factory=list)
    targets: list[Target] = Field(default_factory=list)
    sources: Annotated[list[StatisticSource], Field(min_length=1)]

    def words(self, lang: str) -> StatisticWords:
        """Return the texts in a language, all of them in the original language where one is missing."""
        texts = [getattr(self, name) for name in TEXTS]
        known = lang if all(lang in text for text in texts) else self.lang
        return StatisticWords(known, *(text[known] for text in texts))

    def source(self, number: int) -> StatisticSource:
        """Return the source with a number.

        Raises:
            KeyError: there is none; `statistics_files` has refused such a number before.

        """
        return {source.n: source for source in self.sources}[number]
