"""The map of Europe: how many practices each country has, as a picture of links and as a list with the same numbers."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from build_tools.addresses import EXPLORE, MAP
from build_tools.boundaries import Boundaries, Shape, boundaries
from build_tools.facets import FACETS, entries_by_term
from build_tools.model import SEVERAL_COUNTRIES
from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.views import View

# In units of the picture. The smallest mark is a target of 24 CSS pixels where the map is 740 pixels wide.
LEAST_RADIUS = 33
MORE_RADIUS = 15
GAP = 2
_ROUNDS = 100


class Mark(NamedTuple):
    """A circle with a number: its centre, its radius, and the place in the country that it stands for."""

    x: int
    y: int
    radius: int
    shape: Shape


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the map."""
    facet = next(facet for facet in FACETS if facet.name == "country")
    counts = {code: len(entries) for code, entries in entries_by_term(view, facet).items()}
    picture = boundaries()
    placed = view.site.remember(("marks", *sorted(counts.items())), lambda: place_marks(picture, counts))
    marks = {code: placed[code] for code in counts if code in placed}
    outside = [view.country(code) for code in counts if code not in marks and code != SEVERAL_COUNTRIES]
    values = {
        "picture": picture,
        "marks": marks,
        "counts": counts,
        "land": "".join(shape.path for code, shape in picture.shapes.items() if code not in marks),
        "countries": len(marks) + len(outside),
        "outside": view.listed(outside),
        "several": SEVERAL_COUNTRIES,
        "explore": EXPLORE,
    }
    meta = page_meta(view, view.text("map"), view.text("map-lead"), "browse")
    yield MAP, render_page("map.md.j2", view, MAP, meta, **values)


def place_marks(picture: Boundaries, counts: Mapping[str, int]) -> dict[str, Mark]:
    """Return the marks of the countries in the picture, the same for every order of `counts`; none covers another.

    The area of a mark beyond the smallest grows with its count. Marks that overlap push each other away in small
    steps. A country so close to the edge that its mark would be cut is not in the picture.
    """
    most = max(counts.values(), default=1)
    radii = {code: LEAST_RADIUS + round(MORE_RADIUS * math.sqrt(count / most)) for code, count in counts.items()}
    shown = {
        code: picture.shapes[code]
        for code in sorted(counts)
        if code in picture.shapes and _is_inside(picture, picture.shapes[code], radii[code])
    }
    circles = [(float(shape.x), float(shape.y), radii[code]) for code, shape in shown.items()]
    places = _pushed_apart(circles, picture)
    return {
        code: Mark(round(x), round(y), radii[code], shape)
        for (code, shape), (x, y) in zip(shown.items(), places, strict=True)
    }


def _is_inside(picture: Boundaries, shape: Shape, margin: int) -> bool:
    return margin <= shape.x <= picture.width - margin and margin <= shape.y <= picture.height - margin


def _pushed_apart(circles: Sequence[tuple[float, float, int]], picture: Boundaries) -> list[tuple[float, float]]:
    """Return the centres after every overlapping pair gave way by half of the overlap each, again and again."""
    places = [(x, y) for x, y, _ in circles]
    radii = [radius for _, _, radius in circles]
    pairs = list(combinations(range(len(places)), 2))
    for _ in range(_ROUNDS):
        for a, b in pairs:
            (ax, ay), (bx, by) = places[a], places[b]
            distance = math.hypot(bx - ax, by - ay)
            overlap = radii[a] + radii[b] + GAP - distance
            if overlap > 0:
                dx, dy = ((bx - ax) / distance, (by - ay) / distance) if distance else (1.0, 0.0)
                places[a] = _kept_in(picture, ax - dx * overlap / 2, ay - dy * overlap / 2, radii[a])
                places[b] = _kept_in(picture, bx + dx * overlap / 2, by + dy * overlap / 2, radii[b])
    return places


def _kept_in(picture: Boundaries, x: float, y: float, margin: int) -> tuple[float, float]:
    return min(max(x, margin), picture.width - margin), min(max(y, margin), picture.height - margin)
