"""axe finds nothing in any view of the benchmark, and what a button shows is part of its name."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.benchmark.answer_files import COMPANY, PROVIDER, asked, levels, pair, published, ratings, written
from tests.browser.benchmark.story import Visitor
from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, Look
from tests.browser.test_accessibility import every_look, violations
from vetwork_benchmark import encode_share, parse_answers

MISNAMED = """() => [...document.querySelectorAll("button[aria-label], a[aria-label]")]
  .filter((control) => control.checkVisibility())
  .map((control) => [control.innerText.trim(), control.getAttribute("aria-label")])
  .filter(([shown, name]) => !name.toLowerCase().includes(shown.toLowerCase()))"""


def faults(page: Page) -> str:
    """Return what axe objects to, and controls that those who speak to their computer cannot name."""
    misnamed: list[list[str]] = page.evaluate(MISNAMED)
    return "\n".join([violations(page), *map(str, misnamed)]).strip()


def with_pair(page: Page, folder: Path) -> Visitor:
    """Open the answers of a pair, some of which are missing."""
    visitor = Visitor(page, "en")
    visitor.open_file(written(folder / "pair.json", pair(leave_out=3)))
    return visitor


def not_applicable(role: str) -> str:
    """Return the first indicator that a role may call not applicable."""
    return next(item.id for item in published().indicators if item.na and role in item.roles)


@every_look
def test_axe_finds_nothing_on_questions_with_answers(open_page: Opener, look: Look) -> None:
    visitor = Visitor(open_page("en/benchmark/", look), "en")
    visitor.start(PROVIDER)
    named = not_applicable(PROVIDER)
    dimension = next(item.dimension for item in published().indicators if item.id == named)
    first = {name: levels(PROVIDER)[name] for name in asked(PROVIDER)[:4]}
    visitor.answer(PROVIDER, first)
    visitor.part(dimension)
    visitor.question(PROVIDER, named).get_by_role("radio", name=visitor.say("does-not-apply")).check()
    expect(visitor.page.get_by_text(visitor.say("na-reason-needed"))).to_be_visible()
    visitor.page.get_by_text(visitor.say("note-and-target")).first.click()
    assert faults(visitor.page) == ""
    visitor.link("mode-one").click()
    expect(visitor.link("mode-all")).to_be_visible()
    assert faults(visitor.page) == ""


@every_look
def test_axe_finds_nothing_on_the_results_of_a_pair(open_page: Opener, tmp_path: Path, look: Look) -> None:
    visitor = with_pair(open_page("en/benchmark/", look), tmp_path)
    visitor.show_everything()
    assert faults(visitor.page) == ""


def test_axe_finds_nothing_in_the_other_views(open_page: Opener, tmp_path: Path) -> None:
    visitor = with_pair(open_page("en/benchmark/", DESKTOP), tmp_path)
    found = {}
    for view in ("overview", "profile", "gap", "files"):
        visitor.view(view)
        found[view] = faults(visitor.page)
    assert found == dict.fromkeys(found, "")


def test_axe_finds_nothing_on_the_list_and_the_start(open_page: Opener, tmp_path: Path) -> None:
    visitor = with_pair(open_page("en/benchmark/"), tmp_path)
    visitor.link("back-to-list").click()
    expect(visitor.heading("list-title")).to_be_visible()
    visitor.button("start").click()
    expect(visitor.page.get_by_role("alert")).to_contain_text(visitor.say("role-missing"))
    assert faults(visitor.page) == ""


def test_axe_finds_nothing_on_a_refused_file_and_a_question_before_deletion(open_page: Opener, tmp_path: Path) -> None:
    visitor = Visitor(open_page("en/benchmark/"), "en")
    broken = {**pair(), "form": "long", "responses": [{"role": COMPANY, "answers": {"no-such": {"level": 9}}}]}
    visitor.give("open-files", [written(tmp_path / "broken.json", broken)])
    visitor.status("file-refused", name="broken.json")
    assert faults(visitor.page) == ""
    visitor.button("forget-all").click()
    expect(visitor.page.get_by_role("dialog")).to_be_visible()
    assert faults(visitor.page) == ""


def test_axe_finds_nothing_on_answers_from_a_link(open_page: Opener) -> None:
    code = encode_share(parse_answers(pair(), published()), published())["code"]
    visitor = Visitor(open_page(f"en/benchmark/#s={code}"), "en")
    visitor.scored()
    visitor.unfold()
    assert faults(visitor.page) == ""


def test_ratings_stay_readable_for_axe_when_the_third_column_is_shown(open_page: Opener) -> None:
    visitor = Visitor(open_page("en/benchmark/"), "en")
    visitor.start(COMPANY)
    visitor.rate(dict(list(ratings().items())[:2]))
    visitor.page.get_by_label(visitor.say("gap-applied-switch")).check()
    assert faults(visitor.page) == ""
