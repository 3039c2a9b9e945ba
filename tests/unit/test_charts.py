"""Charts are drawn without words, the same every time, and only when something changed."""

import re
from pathlib import Path

import pytest

from build_tools import charts as module
from build_tools import drawing
from build_tools.charts import Band, Dot, Goal, Point, RangeChart, TrendChart, draw
from build_tools.errors import DefectError
from tests.unit.drawn_values import paths, tree_of

TREND = TrendChart(
    (2020, 2021, 2022, 2023),
    70,
    (Band(2021, 5, 60), Band(2022, 6, 70)),
    (Point(2020, 10), Point(2021, 20), Point(2022, 30, hollow=True, apart=True), Point(2023, 40)),
    (Point(2020, 40), Point(2022, 45)),
    (Goal(2025, 60),),
)
RANGE = RangeChart(70, (Dot(20), Dot(20), Dot(20.5, hollow=True), Dot(60, own=True)), Dot(40), (Goal(2025, 60),))


def test_numbers_and_years_are_all_that_is_written(tmp_path: Path) -> None:
    for picture in draw([TREND, RANGE], tmp_path):
        texts = [node.text() for node in tree_of(picture).css("text")]
        assert all(re.fullmatch(r"\d+", text) for text in texts)
        assert "aria-" not in picture.marks
        assert "style" not in picture.marks


def test_a_line_stops_before_a_break_and_over_a_missing_year(tmp_path: Path) -> None:
    (picture,) = draw([TREND], tmp_path)
    tree = tree_of(picture)
    assert [path.count("M") for path in paths(tree, "line--own")] == [2]
    assert paths(tree, "line--eu") == []


def test_a_flag_makes_a_mark_hollow(tmp_path: Path) -> None:
    trend, positions = (tree_of(picture) for picture in draw([TREND, RANGE], tmp_path))
    assert len(trend.css(".vw-chart__dot--hollow")) == 1
    assert paths(positions, "points--hollow")[0].count("M") == 1


def test_dots_that_would_cover_each_other_pile_up(tmp_path: Path) -> None:
    (picture,) = draw([RANGE], tmp_path)
    heights = re.findall(r"M[\d.]+ ([\d.]+)h0", paths(tree_of(picture), "points:not(.vw-chart__points--hollow)")[0])
    assert len(set(heights)) == 3


def test_two_drawings_are_the_same_and_replace_older_ones(tmp_path: Path) -> None:
    stores = [tmp_path / name for name in ("one", "two")]
    for store in stores:
        draw([RANGE], store)
        draw([TREND, RANGE], store)
    (one,), (two,) = (list(store.iterdir()) for store in stores)
    assert (one.name, one.read_bytes()) == (two.name, two.read_bytes())


def test_a_kept_drawing_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = draw([TREND], tmp_path)
    monkeypatch.setattr(drawing, "_draw", lambda script, text: pytest.fail(f"{script} drew {len(text)} characters"))
    assert draw([TREND], tmp_path) == first


def test_a_package_that_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "MODULES", tmp_path)
    with pytest.raises(DefectError, match=r"d3-scale; run `make setup`"):
        draw([TREND], tmp_path)


def test_a_drawing_that_fails_says_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "broken.mjs"
    script.write_text('throw new Error("no pencil");', encoding="utf-8")
    monkeypatch.setattr(module, "_SCRIPT", script)
    with pytest.raises(DefectError, match="no pencil"):
        draw([TREND], tmp_path / "store")
