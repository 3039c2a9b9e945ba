"""The form of a benchmark model: `model.yml` with ids, weights and links, and one file of texts per language.

Whether ids lead somewhere and whether texts fit the model is checked in `checks/benchmark.py`; here is what one file
can say of itself.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from build_tools.model import FRACTION, MODEL_ID, Level, Line, Model, Slug, TranslationMark, WebAddress

CORE_ROLES = ("vet-provider", "company")


def _share(text: str) -> str:
    if Fraction(text) > 1:
        raise PydanticCustomError("share", "{share} is more than the whole", {"share": text})
    return text


type ModelId = Annotated[str, Field(pattern=MODEL_ID, max_length=80)]
type Share = Annotated[str, Field(pattern=FRACTION, max_length=20), AfterValidator(_share)]
type Weight = Annotated[float, Field(gt=0)]
type Effort = Annotated[int, Field(ge=1, le=3)]
type Score = Annotated[float, Field(ge=0, le=100)]
type Role = Literal["vet-provider", "company", "learner"]
type Group = Literal["transversal", "technical"]
type GapField = Literal["close-the-gap", "keep", "use-or-slim", "watch"]
type Point = Annotated[str, Field(min_length=1, max_length=80, pattern=r"^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
type Text = Annotated[str, Field(min_length=1, max_length=1000, pattern=r"^\S(.*\S)?$")]
type Levels = Annotated[list[Line], Field(min_length=5, max_length=5)]


class Dimension(Model):
    """A dimension of the composite and its weight among the dimensions; only ratios of weights matter."""

    id: Slug
    weight: Weight


class Indicator(Model):
    """An indicator rated on levels 0-4: where it belongs, who is asked, and what it touches."""

    id: Slug
    dimension: Slug
    weight: Weight
    roles: Annotated[list[Role], Field(min_length=1)]
    na: bool
    short: bool
    effort: Effort
    phases: Annotated[list[Slug], Field(min_length=1)]
    eqavet_phase: Literal["planning", "implementation", "evaluation", "review"] | None = None
    themes: Annotated[list[Slug], Field(min_length=1)]
    frameworks: dict[Slug, list[Point]] = Field(default={})


class Gate(Model):
    """What a band asks beside the score: a least dimension score, and a largest share of indicators that differ."""

    least_dimension: Score
    most_differing: Share


class Band(Model):
    """A maturity band, from its limit (0-100) up to the limit of the next one."""

    id: Slug
    limit: Score = Field(alias="from")
    gate: Gate | None = None


class Contradiction(Model):
    """Two levels of one respondent that are rarely true together."""

    high: Slug
    at_least: Level
    low: Slug
    at_most: Level


class Signal(Model):
    """Indicators that a field of the gap map speaks for, when next steps are ranked."""

    field: GapField
    group: Group
    indicators: Annotated[list[Slug], Field(min_length=1)]


class GapArea(Model):
    """An area of competence in the implementation-gap module."""

    id: Slug
    group: Group


class Gap(Model):
    """The implementation-gap module: its areas, and how many of them the index needs."""

    share: Share
    per_group: Annotated[int, Field(ge=1)]
    signals: list[Signal]
    areas: Annotated[list[GapArea], Field(min_length=1)]


class Migration(Model):
    """Ids of an earlier model: an old id leads to a new one, or to null where nothing follows it."""

    earlier: ModelId = Field(alias="from")
    indicators: dict[Slug, Slug | None] = Field(default={})
    gap_areas: dict[Slug, Slug | None] = Field(default={})


class BenchmarkModel(Model):
    """A benchmark model (`model.yml`): everything but words."""

    example = "schemas/benchmark-model.schema.json"
    id: ModelId
    scored_dimensions: Annotated[int, Field(ge=1)]
    roles: Annotated[list[Role], Field(min_length=1)]
    phases: Annotated[list[Slug], Field(min_length=1)]
    themes: Annotated[list[Slug], Field(min_length=1)]
    bands: Annotated[list[Band], Field(min_length=1)]
    dimensions: Annotated[list[Dimension], Field(min_length=1)]
    indicators: Annotated[list[Indicator], Field(min_length=1)]
    contradictions: list[Contradiction]
    gap: Gap
    frameworks: dict[Slug, WebAddress]
    migrations: list[Migration]

    @model_validator(mode="after")
    def _bands_rise_from_zero(self) -> "BenchmarkModel":
        limits = [band.limit for band in self.bands]
        if limits[0] != 0 or any(above <= below for below, above in pairwise(limits)):
            raise PydanticCustomError("band_order", "the bands do not rise from 0")
        return self

    @model_validator(mode="after")
    def _both_core_roles(self) -> "BenchmarkModel":
        if not set(CORE_ROLES) <= set(self.roles):
            raise PydanticCustomError("core_roles", "the two roles that carry the score are not both there")
        return self

    def of_dimension(self, dimension: str) -> list[Indicator]:
        """Return the indicators of a dimension in the order of the model."""
        return [indicator for indicator in self.indicators if indicator.dimension == dimension]

    def asked_of(self, role: str) -> list[Indicator]:
        """Return the indicators that a role is asked about, in the order of the model."""
        return [indicator for indicator in self.indicators if role in indicator.roles]

    def word_points(self) -> Iterator[str]:
        """Return the points of frameworks that are words and need a translation; numbers and letters need none."""
        points = (point for i in self.indicators for points in i.frameworks.values() for point in points)
        return (point for point in dict.fromkeys(points) if point.islower())


class DimensionTexts(Model):
    """The words of a dimension."""

    title: Line
    description: Text


class Advice(Model):
    """What to do next on an indicator: from the lowest levels, from the middle, and towards the highest."""

    start: Text
    build: Text
    deepen: Text


class IndicatorTexts(Model):
    """The words of an indicator: what it measures and why, the question to each role, five levels, and advice.

    `na` says when "does not apply" may be chosen; only indicators that allow it have it.
    """

    title: Line
    measures: Text
    why: Text
    questions: Annotated[dict[Role, Text], Field(min_length=1)]
    levels: Levels
    evidence: Annotated[list[Line], Field(min_length=1)]
    na: Text | None = None
    advice: Advice


class GapScale(Model):
    """A question of the gap module and its five anchors."""

    question: Text
    levels: Levels


class GapTexts(Model):
    """The words of the gap module."""

    learnt: GapScale
    needed: GapScale
    applied: GapScale
    groups: dict[Group, Line]
    areas: dict[Slug, Line]


class BandTexts(Model):
    """The name of a band and what it says of a cooperation."""

    title: Line
    text: Text


class BenchmarkTexts(Model):
    """The words of a benchmark model in one language (`<lang>.yml`)."""

    example = "schemas/benchmark-texts.schema.json"
    lang: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Z]{2})?$")]
    title: Line
    translation: TranslationMark | None = None
    roles: dict[Role, Line]
    dimensions: dict[Slug, DimensionTexts]
    indicators: dict[Slug, IndicatorTexts]
    gap: GapTexts
    bands: dict[Slug, BandTexts]
    phases: dict[Slug, Line]
    themes: dict[Slug, Line]
    frameworks: dict[Slug, Line]
    framework_points: dict[Slug, Line]
