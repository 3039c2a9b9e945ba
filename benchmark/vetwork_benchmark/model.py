"""The benchmark model as typed, frozen data: `read_model` turns the JSON of a model file into a `Model`.

The words of a model are no part of it: a score does not depend on the language it was given in.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from json import loads
from typing import Any

from vetwork_benchmark.errors import Fault, ModelError

CORE_ROLES = ("vet-provider", "company")
LEVELS = range(5)

type Members = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Dimension:
    """A dimension of the composite and its weight among the dimensions (positive; only ratios matter)."""

    id: str
    weight: float


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator rated on levels 0-4: its weight inside the dimension, who is asked, and its tags.

    `na` says whether "does not apply" may be chosen; `effort` of one level more is 1 (weeks) to 3 (a year or more).
    """

    id: str
    dimension: str
    weight: float
    roles: tuple[str, ...]
    na: bool
    short: bool
    effort: int
    phases: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gate:
    """What a band asks beside the score: a least dimension score (0-100), a largest share flagged different (0-1)."""

    least_dimension: float
    most_differing: float


@dataclass(frozen=True, slots=True)
class Band:
    """A maturity band: it begins at `lower` (0-100) and ends where the next one begins."""

    id: str
    lower: float
    gate: Gate | None = None


@dataclass(frozen=True, slots=True)
class GapArea:
    """An area of competence in the implementation-gap module, in the group `transversal` or `technical`."""

    id: str
    group: str


@dataclass(frozen=True, slots=True)
class Signal:
    """Indicators that a field of the gap map speaks for when next steps are ranked."""

    field: str
    group: str
    indicators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two levels of one respondent that are rarely true together: `high` >= `at_least` and `low` <= `at_most`."""

    high: str
    at_least: int
    low: str
    at_most: int


@dataclass(frozen=True, slots=True)
class Migration:
    """Ids of an earlier model: old id to new id, or to None where nothing follows it; ids not named stay."""

    earlier: str
    indicators: Mapping[str, str | None]
    gap_areas: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Form:
    """What one form counts: its indicators, who is asked for them, and the members (id, weight) of each composite."""

    indicators: tuple[Indicator, ...]
    members: Members
    asked: Mapping[str, frozenset[str]]
    dimensions: Mapping[str, Members]
    phases: Mapping[str, Members]
    themes: Mapping[str, Members]


@dataclass(frozen=True)
class Model:
    """A whole benchmark model. Order of dimensions, indicators and areas is that of the file."""

    id: str
    roles: tuple[str, ...]
    phases: tuple[str, ...]
    themes: tuple[str, ...]
    scored_dimensions: int
    dimensions: tuple[Dimension, ...]
    indicators: tuple[Indicator, ...]
    bands: tuple[Band, ...]
    gap_areas: tuple[GapArea, ...]
    gap_share: float
    gap_per_group: int
    signals: tuple[Signal, ...]
    contradictions: tuple[Contradiction, ...]
    migrations: tuple[Migration, ...]

    @cached_property
    def indicator(self) -> Mapping[str, Indicator]:
        """Indicators by id."""
        return {indicator.id: indicator for indicator in self.indicators}

    @cached_property
    def gap_area(self) -> Mapping[str, GapArea]:
        """Gap areas by id."""
        return {area.id: area for area in self.gap_areas}

    @cached_property
    def dimension_weights(self) -> Mapping[str, float]:
        """Weights of the dimensions by id."""
        return {dimension.id: dimension.weight for dimension in self.dimensions}

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """The forms `full` (all indicators) and `short` (the marked ones), grouped once for all scoring."""
        short = tuple(indicator for indicator in self.indicators if indicator.short)
        return {"full": _form(self, self.indicators), "short": _form(self, short)}

    def of_form(self, form: str) -> tuple[Indicator, ...]:
        """Return the indicators of the form `full` (all) or `short`."""
        return self.forms[form].indicators


def _form(model: Model, indicators: tuple[Indicator, ...]) -> Form:
    def members(some: Iterable[Indicator]) -> Members:
        return tuple((indicator.id, indicator.weight) for indicator in some)

    return Form(
        indicators,
        members(indicators),
        {role: frozenset(item.id for item in indicators if role in item.roles) for role in (*CORE_ROLES, *model.roles)},
        {
            dimension.id: members([item for item in indicators if item.dimension == dimension.id])
            for dimension in model.dimensions
        },
        {phase: members([item for item in indicators if phase in item.phases]) for phase in model.phases},
        {theme: members([item for item in indicators if theme in item.themes]) for theme in model.themes},
    )


def load_model(name: str = "vetwork-1") -> Model:
    """Return a model that comes with this package."""
    from importlib.resources import files  # here, since it costs start time and pages bring their model themselves

    return read_model(loads(files(__package__).joinpath(f"{name}.json").read_text(encoding="utf-8")))


def read_model(data: Mapping[str, Any]) -> Model:
    """Return the model of a model file (`model.yml` as JSON).

    Raises:
        ModelError: a key is missing or a value has another type; the whole check of a model is `vetwork check`.

    """
    try:
        return _model(data)
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        problem = f"this is not a benchmark model ({type(error).__name__}: {error})"
        raise ModelError([Fault((), "not-a-model", problem)]) from None


def _model(data: Mapping[str, Any]) -> Model:
    gap = data["gap"]
    return Model(
        id=data["id"],
        roles=tuple(data["roles"]),
        phases=tuple(data["phases"]),
        themes=tuple(data["themes"]),
        scored_dimensions=int(data["scored_dimensions"]),
        dimensions=tuple(Dimension(item["id"], float(item["weight"])) for item in data["dimensions"]),
        indicators=tuple(map(_indicator, data["indicators"])),
        bands=tuple(map(_band, data["bands"])),
        gap_areas=tuple(GapArea(item["id"], item["group"]) for item in gap["areas"]),
        gap_share=_share(gap["share"]),
        gap_per_group=int(gap["per_group"]),
        signals=tuple(Signal(item["field"], item["group"], tuple(item["indicators"])) for item in gap["signals"]),
        contradictions=tuple(
            Contradiction(item["high"], item["at_least"], item["low"], item["at_most"])
            for item in data["contradictions"]
        ),
        migrations=tuple(
            Migration(item["from"], dict(item.get("indicators", {})), dict(item.get("gap_areas", {})))
            for item in data["migrations"]
        ),
    )


def _indicator(item: Mapping[str, Any]) -> Indicator:
    return Indicator(
        id=item["id"],
        dimension=item["dimension"],
        weight=float(item["weight"]),
        roles=tuple(item["roles"]),
        na=bool(item["na"]),
        short=bool(item["short"]),
        effort=int(item["effort"]),
        phases=tuple(item["phases"]),
        themes=tuple(item["themes"]),
    )


def _band(item: Mapping[str, Any]) -> Band:
    gate = item.get("gate")
    return Band(
        item["id"],
        float(item["from"]),
        Gate(float(gate["least_dimension"]), _share(gate["most_differing"])) if gate else None,
    )


def _share(text: str | float) -> float:
    """Return a share written as a fraction such as `2/3`, or as a number from 0 to 1."""
    numerator, _, denominator = str(text).partition("/")
    return float(numerator) / float(denominator or 1)
