"""Nobody has to scroll the benchmark sideways on the narrowest phone, whatever the language."""

from pathlib import Path

import pytest

from tests.browser.benchmark.answer_files import pair, written
from tests.browser.benchmark.story import Visitor
from tests.browser.conftest import Opener
from tests.browser.looks import Look
from tests.browser.test_reflow import NARROW, ZOOMED, sticks_out

VIEWS = ("overview", "profile", "form", "gap", "files")
long_words = pytest.mark.parametrize("lang", ["de", "pl"])


@long_words
def test_the_questionnaire_fits_into_320_pixels(open_page: Opener, tmp_path: Path, lang: str) -> None:
    visitor = Visitor(open_page(f"{lang}/benchmark/", NARROW), lang)
    found = {"list": sticks_out(visitor.page)}
    visitor.open_file(written(tmp_path / f"{'Metallverarbeitung' * 4}.json", pair(leave_out=3)))
    for view in VIEWS:
        visitor.view(view)
        found[view] = sticks_out(visitor.page)
    visitor.view("gap")
    visitor.page.get_by_label(visitor.say("gap-applied-switch")).check()
    found["applied"] = sticks_out(visitor.page)
    assert {view: wide for view, wide in found.items() if wide != [0, []]} == {}


@long_words
@pytest.mark.parametrize("look", [NARROW, ZOOMED], ids=["phone", "zoom"])
def test_the_results_fit_into_320_pixels(open_page: Opener, tmp_path: Path, lang: str, look: Look) -> None:
    visitor = Visitor(open_page(f"{lang}/benchmark/", look), lang)
    visitor.open_file(written(tmp_path / "pair.json", pair(leave_out=3)))
    visitor.show_everything()
    assert sticks_out(visitor.page) == [0, []]
