"""Reads a chart as a person with a ruler would: the scale from the numbers beside it, values from where marks stand."""

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_tools.charts import Picture

PAIR = re.compile(r"(-?[\d.]+)[ ,](-?[\d.]+)")


class Mark(NamedTuple):
    """A drawn mark: what it stands for, its value, its year on a trend, and whether it is hollow."""

    name: str
    value: float
    year: float | None
    is_hollow: bool


class Ruler(NamedTuple):
    """A scale read from two places whose numbers are known."""

    places: tuple[float, float]
    numbers: tuple[float, float]

    def read(self, place: float) -> float:
        """Return the number at a place."""
        (a, b), (low, high) = self.places, self.numbers
        return low + (place - a) * (high - low) / (b - a)


def tree_of(picture: Picture) -> LexborHTMLParser:
    """Return the elements of a picture."""
    return LexborHTMLParser(f"<svg>{picture.marks}</svg>")


def paths(tree: LexborHTMLParser, name: str) -> list[str]:
    """Return the paths of a class, as they are drawn."""
    return [str(node.attributes["d"]) for node in tree.css(f".vw-chart__{name}")]


def trend_rulers(tree: LexborHTMLParser) -> tuple[Ruler, Ruler]:
    """Return the ruler of the years, across, and that of the values, upright."""
    texts = tree.css("text")
    years = [node for node in texts if node.attributes["text-anchor"] == "middle"]
    ticks = [float(node.text()) for node in texts if node.attributes["text-anchor"] == "end"]
    lines = [float(y) for _, y in PAIR.findall(paths(tree, "grid")[0])]
    across = [float(str(node.attributes["x"])) for node in years]
    named = [float(node.text()) for node in years]
    return _ruler(across, named), _ruler(lines, ticks)


def range_ruler(tree: LexborHTMLParser) -> Ruler:
    """Return the ruler of the values, across."""
    lines = [float(x) for x in re.findall(r"M([\d.]+) [\d.]+V", paths(tree, "grid")[0])]
    foot = max(float(str(node.attributes["y"])) for node in tree.css("text"))
    ticks = [float(node.text()) for node in tree.css("text") if float(str(node.attributes["y"])) == foot]
    return _ruler(lines, ticks)


def trend_marks(picture: Picture) -> Iterator[Mark]:
    """Return the dots of a trend, and both ends of its band as `lowest` and `highest`."""
    tree = tree_of(picture)
    years, values = trend_rulers(tree)
    for name, x, y, is_hollow in _dots(tree):
        yield Mark(name, values.read(y), years.read(x), is_hollow)
    for path in paths(tree, "band"):
        corners = [(float(x), float(y)) for x, y in PAIR.findall(path)]
        half = len(corners) // 2
        for name, part in (("highest", corners[:half]), ("lowest", corners[half:])):
            yield from (Mark(name, values.read(y), years.read(x), is_hollow=False) for x, y in part)


def range_marks(picture: Picture) -> Iterator[Mark]:
    """Return the dots of a range: `own`, `eu` and `other`."""
    tree = tree_of(picture)
    values = range_ruler(tree)
    yield from (Mark(name, values.read(x), None, is_hollow) for name, x, _, is_hollow in _dots(tree))
    hollow = {place for path in paths(tree, "points--hollow") for place in PAIR.findall(path)}
    for place in PAIR.findall(paths(tree, "points:not(.vw-chart__points--hollow)")[0]):
        yield Mark("other", values.read(float(place[0])), None, place in hollow)


def target_values(picture: Picture, *, is_trend: bool) -> list[float]:
    """Return where the lines of targets stand."""
    tree = tree_of(picture)
    ruler = trend_rulers(tree)[1] if is_trend else range_ruler(tree)
    return [ruler.read(float(place[is_trend])) for path in paths(tree, "target") for place in PAIR.findall(path)]


def _ruler(places: list[float], numbers: list[float]) -> Ruler:
    assert len(places) == len(numbers) > 1
    ruler = Ruler((places[0], places[-1]), (numbers[0], numbers[-1]))
    read = [ruler.read(place) for place in places]
    assert read == pytest.approx(numbers, abs=0.001 * (numbers[-1] - numbers[0]))
    return ruler


def _dots(tree: LexborHTMLParser) -> Iterator[tuple[str, float, float, bool]]:
    for node in tree.css(".vw-chart__dot"):
        look = str(node.attributes["class"])
        name = "own" if "--own" in look else "eu"
        yield name, *_centre(node), "--hollow" in look


def _centre(node: LexborNode) -> tuple[float, float]:
    at = {name: float(str(value)) for name, value in node.attributes.items() if name != "class"}
    return (at["cx"], at["cy"]) if node.tag == "circle" else (at["x"] + at["width"] / 2, at["y"] + at["height"] / 2)
