"""A whole assessment of the short form up to its score, by keyboard alone."""

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.benchmark.answer_files import PROVIDER, asked, levels
from tests.browser.benchmark.story import Visitor, parts_of
from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look

FOCUSED = "(element) => element === document.activeElement"
PATIENCE = 60


def tab_to(target: Locator, key: str = "Tab") -> None:
    """Press a key until the focus is on the target."""
    element = target.element_handle()
    for _ in range(PATIENCE):
        if element.evaluate(FOCUSED):
            return
        target.page.keyboard.press(key)
    raise AssertionError(f"{key} never reached {target}")


def press(visitor: Visitor, target: Locator, key: str = "Enter") -> None:
    """Reach a link or a button and use it."""
    tab_to(target)
    visitor.page.keyboard.press(key)


def choose(first: Locator, place: int) -> None:
    """Reach a group of choices, take the first one, and go on from there."""
    tab_to(first)
    first.page.keyboard.press("Space")
    for _ in range(place):
        first.page.keyboard.press("ArrowDown")


@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_short_form_can_be_done_by_keyboard_alone(open_page: Opener, look: Look) -> None:
    visitor = Visitor(open_page("en/benchmark/", look), "en")
    begin_short_form(visitor)
    chosen = levels(PROVIDER)
    for indicators in parts_of(asked(PROVIDER, "short")).values():
        for name in indicators:
            choose(visitor.choice(PROVIDER, name, 0), chosen[name])
            expect(visitor.choice(PROVIDER, name, chosen[name])).to_be_checked()
        press(visitor, visitor.page.get_by_role("link", name=visitor.like("next-named")))
        expect(visitor.page.get_by_role("heading", level=2).first).to_be_focused()
    results = visitor.page.get_by_role("link", name=visitor.say("view-results"), exact=True)
    tab_to(results, "Shift+Tab")
    visitor.page.keyboard.press("Enter")
    expect(visitor.scored()).to_contain_text(visitor.say("score-title"))
    press(visitor, visitor.button("score-title"))
    expect(visitor.heading("score-title")).to_be_focused()


def begin_short_form(visitor: Visitor) -> None:
    """Go from the top of the page past the profile to the first question."""
    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Enter")
    choose(visitor.radio(visitor.words.role(PROVIDER)), 0)
    tab_to(visitor.radio(visitor.say("form-full")))
    visitor.page.keyboard.press("ArrowDown")
    press(visitor, visitor.button("start"))
    expect(visitor.heading("profile-title")).to_be_focused()
    press(visitor, visitor.link("profile-continue"))
    expect(visitor.page.get_by_role("heading", level=2).first).to_be_focused()


def test_the_skip_link_may_be_used_before_the_questionnaire_is_there(open_page: Opener) -> None:
    target = open_page("en/benchmark/").locator(".vw-skip").get_attribute("href")
    visitor = Visitor(open_page(f"en/benchmark/{target}"), "en")
    expect(visitor.heading("start-title")).to_be_visible()


def test_removal_can_be_called_off_with_escape(open_page: Opener) -> None:
    visitor = Visitor(open_page("en/benchmark/"), "en")
    press(visitor, visitor.button("forget-all"))
    expect(visitor.button("keep")).to_be_focused()
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.get_by_role("dialog")).to_have_count(0)
    expect(visitor.button("forget-all")).to_be_focused()
