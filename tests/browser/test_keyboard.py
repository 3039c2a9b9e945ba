"""Everything that a pointer can do, the keyboard alone can do, and the eye can follow it."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import BLOCKED_STORAGE, DESKTOP, PHONE, Look
from tests.browser.sites import SiteName, case_id, page_cases

RECORD = """() => {
  const style = (element) => {
    const {outlineStyle, outlineWidth, boxShadow} = getComputedStyle(element);
    return `${outlineStyle} ${outlineWidth} ${boxShadow}`;
  };
  const reachable = "a[href]:not([tabindex='-1']), button, summary, input, select, textarea, [tabindex='0']";
  const group = ({name}) => [...document.querySelectorAll(`[type=radio][name="${name}"]`)];
  const stop = (choices) => choices.find(({checked}) => checked) ?? choices[0];
  const wanted = [...document.querySelectorAll(reachable)].filter((element) =>
    element.checkVisibility() && (element.type !== "radio" || element === stop(group(element))));
  const before = wanted.map(style);
  const words = (element) => (element.innerText ?? element.textContent).trim();
  const name = (element) => `${element.tagName} ${words(element) || element.className}`;
  window.visits = [];
  document.addEventListener("focusin", ({target}) => window.visits.push(
    {name: name(target), shown: style(target) !== before[wanted.indexOf(target)]}));
  return wanted.map(name);
}"""
STORAGE = {"storage": "", "blocked-storage": BLOCKED_STORAGE}
with_and_without_storage = pytest.mark.parametrize("init", STORAGE.values(), ids=STORAGE)
both_schemes = pytest.mark.parametrize("look", [DESKTOP, replace(DESKTOP, scheme="dark")], ids=["light", "dark"])
every_page = pytest.mark.parametrize(
    ("site", "path", "look"),
    [(site, path, DESKTOP) for site, path in page_cases("en", "ar")] + [("real", "en/", PHONE), ("real", "pl/", PHONE)],
    ids=case_id,
)


def tab_through(page: Page) -> tuple[list[str], list[dict[str, object]]]:
    """Return what should get the focus, and what got it from Tab after Tab."""
    wanted: list[str] = page.evaluate(RECORD)
    for _ in wanted:
        page.keyboard.press("Tab")
    visits: list[dict[str, object]] = page.evaluate("window.visits")
    return wanted, visits


def focused(page: Page, selector: str) -> None:
    """Wait until the element that `selector` names has the focus."""
    expect(page.locator(selector)).to_be_focused()


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the element that `selector` names has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.locator(f"{selector}:focus").count():
            return
    raise AssertionError(f"Tab never reached {selector}")


def background(page: Page) -> str:
    """Return the colour behind the text."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_tab_reaches_the_skip_link_first_and_shows_it(open_page: Opener) -> None:
    page = open_page("en/")
    page.keyboard.press("Tab")
    focused(page, ".vw-skip")
    expect(page.locator(".vw-skip")).to_be_in_viewport(ratio=1)


def test_the_skip_link_leads_to_the_content(open_page: Opener) -> None:
    page = open_page("en/browse/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    focused(page, "main")
    page.keyboard.press("Tab")
    assert page.locator("main :focus").count() == 1


@every_page
def test_tab_reaches_every_link_and_button_in_order(reuse_page: Opener, site: SiteName, path: str, look: Look) -> None:
    wanted, visits = tab_through(reuse_page(path, look, site))
    assert [visit["name"] for visit in visits] == wanted


@every_page
def test_the_focus_can_be_seen_on_every_link_and_button(
    reuse_page: Opener, site: SiteName, path: str, look: Look
) -> None:
    _, visits = tab_through(reuse_page(path, look, site))
    assert [visit["name"] for visit in visits if not visit["shown"]] == []
    assert visits


@with_and_without_storage
@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_language_menu_opens_with_enter(open_page: Opener, look: Look, init: str) -> None:
    page = open_page("en/", replace(look, init=init))
    tab_to(page, ".vw-language summary")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Deutsch")).to_be_visible()


@with_and_without_storage
@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_escape_closes_the_language_menu_and_returns_the_focus(open_page: Opener, look: Look, init: str) -> None:
    page = open_page("en/", replace(look, init=init))
    tab_to(page, ".vw-language summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    focused(page, ".vw-language li:first-child a")
    page.keyboard.press("Escape")
    focused(page, ".vw-language summary")
    expect(page.get_by_role("link", name="Deutsch")).to_be_hidden()


@with_and_without_storage
def test_a_language_can_be_chosen_with_the_keyboard(open_page: Opener, init: str) -> None:
    page = open_page("en/browse/", replace(DESKTOP, init=init))
    tab_to(page, ".vw-language summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/de/browse/")
    expect(page.locator("html")).to_have_attribute("lang", "de")


@with_and_without_storage
def test_the_menu_of_the_phone_opens_and_closes(open_page: Opener, init: str) -> None:
    page = open_page("en/", replace(PHONE, init=init))
    menu = page.get_by_role("navigation", name="Main menu")
    expect(menu).to_be_hidden()
    tab_to(page, ".vw-menu summary")
    page.keyboard.press("Enter")
    expect(menu).to_be_visible()
    page.keyboard.press("Enter")
    expect(menu).to_be_hidden()


def test_escape_closes_the_menu_of_the_phone_and_returns_the_focus(open_page: Opener) -> None:
    page = open_page("en/", PHONE)
    tab_to(page, ".vw-menu summary")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    focused(page, ".vw-menu summary")
    expect(page.get_by_role("navigation", name="Main menu")).to_be_hidden()


def test_the_menu_is_always_there_on_the_desktop(open_page: Opener) -> None:
    page = open_page("en/")
    page.keyboard.press("Escape")
    expect(page.get_by_role("navigation", name="Main menu")).to_be_visible()


@with_and_without_storage
@both_schemes
def test_the_colour_switch_changes_the_colours(open_page: Opener, look: Look, init: str) -> None:
    page = open_page("en/", replace(look, init=init))
    before = background(page)
    tab_to(page, ".vw-scheme")
    page.keyboard.press("Space")
    assert background(page) != before


@with_and_without_storage
def test_the_colour_switch_says_whether_it_is_on(open_page: Opener, init: str) -> None:
    page = open_page("en/", replace(DESKTOP, init=init))
    switch = page.get_by_role("button", name="Light or dark")
    expect(switch).to_have_attribute("aria-pressed", "false")
    tab_to(page, ".vw-scheme")
    page.keyboard.press("Enter")
    expect(switch).to_have_attribute("aria-pressed", "true")


@both_schemes
def test_the_chosen_colours_survive_a_reload(open_page: Opener, look: Look) -> None:
    page = open_page("en/", look)
    tab_to(page, ".vw-scheme")
    page.keyboard.press("Space")
    chosen = background(page)
    page.reload()
    assert background(page) == chosen


def test_the_chosen_colours_hold_on_the_root_page_too(open_page: Opener) -> None:
    page = open_page("en/")
    tab_to(page, ".vw-scheme")
    page.keyboard.press("Space")
    chosen = background(page)
    page.goto("")
    assert background(page) == chosen


@pytest.mark.parametrize(("site", "path"), page_cases("en"), ids=case_id)
def test_a_page_works_where_storage_is_blocked(reuse_page: Opener, site: SiteName, path: str) -> None:
    page = reuse_page(path, replace(DESKTOP, init=BLOCKED_STORAGE), site)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
