"""Draws charts of official figures as SVG without words, so that one drawing serves every language.

`charts.mjs` draws them with d3 at build time. Why not with Observable Plot: docs/decisions/0012.
"""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from build_tools.drawing import PROGRAM, kept_drawing

STORE = PROGRAM / "build" / "charts"

_SCRIPT = Path(__file__).with_suffix(".mjs")
_PACKAGES = ("d3-scale", "d3-shape")


class Point(NamedTuple):
    """A value of a year; `hollow`: its flags call it uncertain, `apart`: no line leads here from the year before."""

    year: int
    value: float
    hollow: bool = False
    apart: bool = False


class Band(NamedTuple):
    """The lowest and the highest value among the countries in a year."""

    year: int
    lowest: float
    highest: float


class Goal(NamedTuple):
    """A target and the year by which it is to be reached."""

    year: int
    value: float


class Dot(NamedTuple):
    """The value of a country among others; `own`: it is the country that the chart is about."""

    value: float
    hollow: bool = False
    own: bool = False


class TrendChart(NamedTuple):
    """A chart of years: the country's line, that of the EU, the range of all countries, and targets.

    `years` are all years on the axis, `most` is a value that the axis must reach: charts with the same one compare.
    """

    years: tuple[int, ...]
    most: float
    band: tuple[Band, ...] = ()
    own: tuple[Point, ...] = ()
    eu: tuple[Point, ...] = ()
    targets: tuple[Goal, ...] = ()


class RangeChart(NamedTuple):
    """A chart of one year: a dot for every country, a line for the EU and for each target."""

    most: float
    countries: tuple[Dot, ...]
    eu: Dot | None = None
    targets: tuple[Goal, ...] = ()


class Picture(NamedTuple):
    """The inside of an SVG element, and the size of its view box in units of its own."""

    width: float
    height: float
    marks: Markup


def draw(charts: Sequence[TrendChart | RangeChart], store: Path = STORE) -> list[Picture]:
    """Return the pictures of charts in their order, drawn anew unless `store` holds them already.

    Raises:
        DefectError: the drawing failed, the words of Node are in the message; or a package is not installed.

    """
    text = json.dumps([{"kind": type(chart).__name__, **_plain(chart)} for chart in charts])
    found = json.loads(kept_drawing(_SCRIPT, _PACKAGES, text, store))
    return [Picture(it["width"], it["height"], Markup(it["marks"])) for it in found]  # noqa: S704 - made of numbers


def _plain(value: NamedTuple) -> dict[str, object]:
    """Return a named tuple, and all those in it, as mappings."""
    return {name: _field(item) for name, item in value._asdict().items()}


def _field(item: object) -> object:
    if hasattr(item, "_asdict"):
        return _plain(item)  # type: ignore[arg-type]
    return [_field(part) for part in item] if isinstance(item, tuple) else item
