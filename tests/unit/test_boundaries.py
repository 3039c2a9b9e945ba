"""Europe is drawn from the boundary file: every country under its code, small, and twice the same."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from build_tools import boundaries as module
from build_tools import drawing
from build_tools.boundaries import STORE, Boundaries, boundaries, country_codes
from build_tools.errors import DefectError

EUROPE = (
    *("AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU"),
    *("IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"),
    *("AL", "BA", "CH", "GB", "IS", "LI", "MD", "ME", "MK", "NO", "RS", "TR", "UA", "XK"),
)
STEP = re.compile(r"-?\d+")


@pytest.fixture
def picture() -> Boundaries:
    return boundaries()


@pytest.fixture
def fresh() -> Iterator[None]:
    boundaries.cache_clear()
    yield
    boundaries.cache_clear()


def rings(path: str) -> list[list[tuple[int, int]]]:
    """Return the corners of every ring of a path."""
    found = []
    for part in path.removeprefix("M").removesuffix("z").split("zM"):
        numbers = [int(step) for step in STEP.findall(part)]
        steps = list(zip(numbers[::2], numbers[1::2], strict=True))
        ring = [steps[0]]
        for dx, dy in steps[1:]:
            ring.append((ring[-1][0] + dx, ring[-1][1] + dy))
        found.append(ring)
    return found


def holds(ring: list[tuple[int, int]], x: float, y: float) -> bool:
    """Return whether a point lies in a ring: a ray to the right crosses it an odd number of times."""
    crossed = [(ax, ay, bx, by) for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]) if (ay > y) != (by > y)]
    return sum(ax + (y - ay) * (bx - ax) / (by - ay) > x for ax, ay, bx, by in crossed) % 2 == 1


@pytest.mark.parametrize("code", EUROPE)
def test_every_country_of_europe_is_in_the_picture_with_a_point_inside_it(picture: Boundaries, code: str) -> None:
    shape = picture.shapes[code]
    assert any(holds(ring, shape.x + 0.25, shape.y + 0.25) for ring in rings(shape.path))
    assert 0 < shape.x < picture.width
    assert 0 < shape.y < picture.height


@pytest.mark.parametrize("code", ["US", "BR", "AU", "JP"])
def test_what_lies_elsewhere_is_not_in_the_picture(picture: Boundaries, code: str) -> None:
    assert code not in picture.shapes


@pytest.mark.parametrize(
    ("west", "east"), [("PT", "ES"), ("IE", "GB"), ("BE", "DE"), ("LI", "AT"), ("XK", "MK"), ("GR", "CY"), ("IS", "NO")]
)
def test_what_lies_west_stands_on_the_left(picture: Boundaries, west: str, east: str) -> None:
    assert picture.shapes[west].x < picture.shapes[east].x


@pytest.mark.parametrize(("north", "south"), [("FI", "EE"), ("EE", "LV"), ("DK", "DE"), ("IT", "MT"), ("RS", "XK")])
def test_what_lies_north_stands_above(picture: Boundaries, north: str, south: str) -> None:
    assert picture.shapes[north].y < picture.shapes[south].y


def test_areas_compare(picture: Boundaries) -> None:
    """Ireland has 70,000 km², Czechia 79,000, Austria 84,000, Portugal on the mainland 89,000."""

    def area(code: str) -> float:
        pairs = [pair for ring in rings(picture.shapes[code].path) for pair in pairwise([*ring, ring[0]])]
        return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2

    assert area("IE") / area("AT") == pytest.approx(70 / 84, rel=0.03)
    assert area("CZ") / area("AT") == pytest.approx(79 / 84, rel=0.03)
    assert area("PT") / area("AT") == pytest.approx(89 / 84, rel=0.03)


def test_crimea_and_the_north_of_cyprus_belong_where_the_united_nations_see_them(picture: Boundaries) -> None:
    crimea = (1547, 1136)  # 45.2° N 34.3° E
    north_of_cyprus = (1646, 1591)  # 35.2° N 33.3° E
    owners = [
        {code for code, shape in picture.shapes.items() if any(holds(ring, *place) for ring in rings(shape.path))}
        for place in (crimea, north_of_cyprus)
    ]
    assert owners == [{"UA"}, {"CY"}]


def test_the_picture_is_small(picture: Boundaries) -> None:
    assert sum(len(shape.path) for shape in picture.shapes.values()) < 60_000


def test_numbers_of_countries_come_with_their_codes() -> None:
    codes = country_codes()
    assert [codes[number] for number in ("276", "300", "826", "-2", "-1")] == ["DE", "GR", "GB", "XK", "CY"]


@pytest.mark.usefixtures("fresh")
def test_two_drawings_are_the_same_and_replace_older_ones(tmp_path: Path) -> None:
    (tmp_path / "older.json").touch()
    boundaries(tmp_path)
    boundaries.cache_clear()
    boundaries()
    (file,) = tmp_path.iterdir()
    (kept,) = STORE.glob("*.json")
    assert file.read_bytes() == kept.read_bytes()


@pytest.mark.usefixtures("fresh")
def test_a_kept_drawing_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = boundaries(tmp_path)
    monkeypatch.setattr(drawing, "_draw", lambda script, text: pytest.fail(f"{script} drew {len(text)} characters"))
    boundaries.cache_clear()
    assert boundaries(tmp_path) == first


@pytest.mark.usefixtures("fresh")
def test_other_codes_are_another_drawing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    boundaries(tmp_path)
    monkeypatch.setattr(module, "country_codes", lambda: {"276": "DE"})
    boundaries.cache_clear()
    assert list(boundaries(tmp_path).shapes) == ["DE"]


@pytest.mark.usefixtures("fresh")
def test_a_package_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MODULES", tmp_path)
    with pytest.raises(DefectError, match=r"d3-geo; run `make setup`"):
        boundaries(tmp_path)


@pytest.mark.usefixtures("fresh")
def test_a_drawing_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "broken.mjs"
    script.write_text('throw new Error("no pencil");', encoding="utf-8")
    monkeypatch.setattr(module, "_SCRIPT", script)
    with pytest.raises(DefectError, match="no pencil"):
        boundaries(tmp_path / "store")
