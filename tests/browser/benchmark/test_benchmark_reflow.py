"""Nobody has to scroll the benchmark sideways: not on the narrowest phone, and not at 400 % zoom."""

from pathlib import Path

import pytest

from tests.browser.benchmark.answer_files import pair, written
from tests.browser.benchmark.story import Visitor
from tests.browser.conftest import Opener
from tests.browser.looks import Look
from tests.browser.test_reflow import NARROW, ZOOMED, sticks_out

LONG_NAME = f"{'Metallverarbeitung' * 4}.json"
COVERED = """() => {
  const focused = document.activeElement;
  const {left, top, width, height} = focused.getBoundingClientRect();
  const seen = document.elementFromPoint(left + width / 2, top + height / 2);
  return focused.contains(seen) || seen?.contains(focused) ? "" : focused.outerHTML.slice(0, 120);
}"""
VIEWS = ("overview", "profile", "form", "gap", "files", "results")


@pytest.mark.parametrize(
    ("lang", "look"),
    [("de", NARROW), ("pl", NARROW), ("de", ZOOMED)],
    ids=["de-phone", "pl-phone", "de-zoom"],
)
def test_every_view_fits_into_320_pixels(open_page: Opener, tmp_path: Path, lang: str, look: Look) -> None:
    visitor = Visitor(open_page(f"{lang}/benchmark/", look), lang)
    found = {"list": sticks_out(visitor.page)}
    visitor.open_file(written(tmp_path / LONG_NAME, pair(leave_out=3)))
    for view in VIEWS:
        visitor.show_everything() if view == "results" else visitor.view(view)
        if view == "gap":
            visitor.page.get_by_label(visitor.say("gap-applied-switch")).check()
        found[view] = sticks_out(visitor.page)
    assert {view: wide for view, wide in found.items() if wide != [0, []]} == {}


@pytest.mark.parametrize("look", [NARROW, ZOOMED], ids=["phone", "zoom"])
def test_nothing_covers_what_has_the_focus(open_page: Opener, tmp_path: Path, look: Look) -> None:
    visitor = Visitor(open_page("de/benchmark/", look), "de")
    visitor.open_file(written(tmp_path / LONG_NAME, pair(leave_out=3)))
    covered = []
    for _ in range(20):
        visitor.page.keyboard.press("Tab")
        covered.append(visitor.page.evaluate(COVERED))
    assert [element for element in covered if element] == []
