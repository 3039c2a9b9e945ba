"""Visitors set practices aside, on this device alone, and take the list along."""

import csv
import json
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Download, Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import BLOCKED_STORAGE, DESKTOP, PHONE, Look
from tests.browser.sites import SiteName
from tests.browser.test_accessibility import violations

FIRST, SECOND, THIRD = "dk-boss-ladies", "de-valikom-chamber-validation", "eu-women-can-build"
BOTH_SITES = [
    ("real", "en", FIRST, SECOND),
    ("real", "de", FIRST, SECOND),
    ("network", "ar", "bakery-days", "guest-house"),
]
WITHOUT_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"
CLIPBOARD = """Object.defineProperty(navigator, "clipboard", {
  configurable: true,
  value: {writeText: async (text) => { window.copied = text; }},
});"""


def kept(*slugs: str) -> Look:
    """Return the look of a visitor whose browser keeps a list at the first page, with a clipboard to look into."""
    return keeping(json.dumps(slugs))


def keeping(text: str) -> Look:
    """Return the look of a visitor whose browser keeps this text; an empty page before the first has no storage."""
    store = f"if (location.protocol !== 'about:') localStorage['vetwork-selection'] ??= {json.dumps(text)};"
    return replace(DESKTOP, init=store + CLIPBOARD)


def slugs_on(page: Page) -> list[str]:
    """Return the slugs of the list, in its order."""
    found: list[str] = page.locator(".vc-item").evaluate_all(
        "(items) => items.map((item) => item.querySelector('[data-slug]').dataset.slug)"
    )
    return found


def toggle(page: Page) -> None:
    page.locator(".vw-select button").click()


def downloaded(page: Page, button: str) -> str:
    with page.expect_download() as started:
        page.get_by_role("button", name=button).click()
    download: Download = started.value
    return Path(download.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize(("site", "lang", "first", "second"), BOTH_SITES)
def test_practices_of_several_pages_make_a_list(
    open_page: Opener, site: SiteName, lang: str, first: str, second: str
) -> None:
    page = open_page(f"{lang}/practices/{first}/", DESKTOP, site)
    button = page.locator(".vw-select button")
    header = page.locator(".vw-selection")
    expect(header).to_be_hidden()
    expect(button).to_have_attribute("aria-pressed", "false")
    words = button.inner_text()
    toggle(page)
    expect(button).to_have_attribute("aria-pressed", "true")
    assert button.inner_text() != words
    page.goto(f"{lang}/practices/{second}/")
    toggle(page)
    header.click()
    page.wait_for_url(f"**/{lang}/selection/")
    expect(page.locator(".vc-item")).to_have_count(2)
    assert slugs_on(page) == [first, second]


def test_the_list_is_the_same_in_every_language(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND))
    page.goto("de/selection/")
    expect(page.locator(".vc-item")).to_have_count(2)
    assert slugs_on(page) == [FIRST, SECOND]
    expect(page.locator(".vc-item h3").first).to_contain_text("Handwerkerinnen")


def test_a_second_press_takes_the_practice_out_again(open_page: Opener) -> None:
    page = open_page(f"en/practices/{FIRST}/")
    toggle(page)
    toggle(page)
    expect(page.locator(".vw-select button")).to_have_attribute("aria-pressed", "false")
    expect(page.locator(".vw-selection")).to_be_hidden()
    page.goto("en/selection/")
    expect(page.get_by_text("The list is empty.")).to_be_visible()


def test_another_tab_shows_the_change(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST))
    other = page.context.new_page()
    other.goto(f"en/practices/{SECOND}/")
    toggle(other)
    expect(page.locator(".vc-item")).to_have_count(2)
    expect(page.locator(".vw-selection [data-number]")).to_have_text("2")


def test_an_item_is_moved_with_the_keyboard_and_keeps_the_focus(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND, THIRD))
    down = page.get_by_role("button", name="Move down: Boss Ladies")
    down.focus()
    page.keyboard.press("Enter")
    assert slugs_on(page) == [SECOND, FIRST, THIRD]
    expect(down).to_be_focused()
    page.keyboard.press("Enter")
    assert slugs_on(page) == [SECOND, THIRD, FIRST]
    expect(page.get_by_role("button", name="Move up: Boss Ladies")).to_be_focused()
    expect(page.get_by_role("status").filter(has_text="is now number 3 of 3")).to_be_visible()


def test_what_was_removed_comes_back(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND, THIRD))
    page.get_by_role("button", name="Remove: ValiKom").click()
    assert slugs_on(page) == [FIRST, THIRD]
    undo = page.get_by_role("button", name="Undo")
    expect(undo).to_be_focused()
    page.keyboard.press("Enter")
    assert slugs_on(page) == [FIRST, SECOND, THIRD]
    expect(page.get_by_role("heading", name="Practices: 3")).to_be_focused()


def test_the_list_is_cleared_and_comes_back(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND))
    page.get_by_role("button", name="Clear the list").click()
    assert slugs_on(page) == []
    page.get_by_role("button", name="Undo").click()
    assert slugs_on(page) == [FIRST, SECOND]
    page.reload()
    expect(page.locator(".vc-item")).to_have_count(2)


def test_a_practice_that_is_gone_is_named_and_can_be_removed(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, "gone-practice"))
    expect(page.get_by_text("No practice on this site has this name: gone-practice")).to_be_visible()
    page.get_by_role("button", name="Remove: gone-practice").click()
    assert slugs_on(page) == [FIRST]


def test_rubbish_in_the_storage_is_no_list(open_page: Opener) -> None:
    look = keeping('[7, "dk-boss-ladies", "<img>"')
    page = open_page("en/selection/", look)
    expect(page.get_by_text("could not be read in full")).to_be_visible()
    page.goto(f"en/practices/{FIRST}/")
    toggle(page)
    page.goto("en/selection/")
    assert slugs_on(page) == [FIRST]
    expect(page.get_by_text("could not be read in full")).to_be_hidden()


def test_where_storage_is_blocked_the_page_says_so_and_the_link_takes_the_list_along(open_page: Opener) -> None:
    page = open_page(f"en/practices/{FIRST}/", replace(DESKTOP, init=BLOCKED_STORAGE))
    toggle(page)
    expect(page.get_by_text("This browser does not keep the list")).to_be_visible()
    page.locator(".vw-selection").click()
    page.wait_for_url(f"**/selection/?p={FIRST}")
    page.get_by_role("button", name="Add to my selection: 1").click()
    assert slugs_on(page) == [FIRST]
    expect(page.get_by_text("This browser does not keep the list")).to_be_visible()


def test_a_shared_link_offers_its_practices_and_adds_nothing_unasked(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND))
    page.get_by_role("button", name="Copy a link to the list").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    link: str = page.evaluate("window.copied")
    other = open_page(link, kept(THIRD, FIRST))
    expect(other.get_by_role("heading", name="Practices in the link that you opened")).to_be_visible()
    assert slugs_on(other) == [THIRD, FIRST]
    other.get_by_role("button", name="Add to my selection: 1").click()
    assert slugs_on(other) == [THIRD, FIRST, SECOND]
    assert other.evaluate("location.search") == ""
    expect(other.get_by_role("heading", name="Practices: 3")).to_be_focused()
    other.get_by_role("button", name="Undo").click()
    assert slugs_on(other) == [THIRD, FIRST]


def test_a_shared_link_can_be_refused(open_page: Opener) -> None:
    page = open_page(f"en/selection/?p={FIRST}&p=nobody-knows-it")
    expect(page.locator(".vc-offer")).to_contain_text("nobody-knows-it")
    page.get_by_role("button", name="Do not add").click()
    expect(page.locator(".vc-offer")).to_be_hidden()
    assert slugs_on(page) == []


def test_where_copying_is_not_allowed_the_text_is_there_to_copy(open_page: Opener) -> None:
    page = open_page("en/selection/", replace(kept(FIRST), init=kept(FIRST).init + WITHOUT_CLIPBOARD))
    page.get_by_role("button", name="Copy titles and addresses").click()
    field = page.get_by_role("textbox", name="Copy titles and addresses")
    expect(field).to_be_focused()
    assert field.input_value().endswith(f"/en/practices/{FIRST}/\n")


@pytest.mark.parametrize(
    ("lang", "button", "country"), [("en", "Save as a table", "Denmark"), ("de", "Als Tabelle", "Dänemark")]
)
def test_the_table_is_one_that_spreadsheets_open(open_page: Opener, lang: str, button: str, country: str) -> None:
    page = open_page(f"{lang}/selection/", kept(FIRST, SECOND))
    text = downloaded(page, button)
    assert text.startswith("\ufeff")
    head, *rows = csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""))
    assert [len(row) for row in rows] == [len(head)] * 2
    assert country in rows[0]
    assert rows[0][-1].endswith(f"/{lang}/practices/{FIRST}/")


def test_the_text_file_has_titles_and_addresses(open_page: Opener) -> None:
    text = downloaded(open_page("en/selection/", kept(FIRST)), "Save as a text file")
    title, address, *_ = text.splitlines()
    assert title.startswith("Boss Ladies")
    assert address.endswith(f"/en/practices/{FIRST}/")


def test_the_handout_has_summary_facts_and_whole_addresses_and_no_buttons(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND))
    page.emulate_media(media="print")
    item = page.locator(".vc-item").first
    for text in ("Women from the building", f"/en/practices/{FIRST}/", "Denmark", "Measured by the organiser"):
        expect(item.get_by_text(text).locator("visible=true").first).to_be_visible()
    expect(page.locator("main button:visible, main input:visible")).to_have_count(0)


@pytest.mark.parametrize("look", [DESKTOP, replace(DESKTOP, scheme="dark"), PHONE], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_in_a_list_with_an_offer_and_a_message(open_page: Opener, look: Look) -> None:
    page = open_page(f"en/selection/?p={THIRD}", replace(look, init=kept(FIRST, "gone-practice", SECOND).init))
    page.get_by_role("button", name="Remove: ValiKom").click()
    assert violations(page) == ""


def test_axe_finds_nothing_on_a_practice_of_the_selection(open_page: Opener) -> None:
    page = open_page(f"en/practices/{FIRST}/", replace(kept(FIRST), scheme="dark"))
    expect(page.locator(".vw-select button")).to_have_attribute("aria-pressed", "true")
    assert violations(page) == ""


@pytest.mark.parametrize("page_name", ["selection", "compare"])
def test_without_scripts_the_page_leads_to_the_lists(open_page: Opener, page_name: str) -> None:
    page = open_page(f"en/{page_name}/", replace(DESKTOP, scripts=False))
    expect(page.locator("main noscript p")).to_contain_text("needs JavaScript")
    page.locator("main noscript a").click()
    page.wait_for_url("**/en/browse/")


def test_without_scripts_a_practice_shows_no_button_and_no_empty_link(open_page: Opener) -> None:
    page = open_page(f"en/practices/{FIRST}/", replace(DESKTOP, scripts=False))
    expect(page.locator(".vw-selection")).to_be_hidden()
    expect(page.locator(".vw-select *")).to_have_count(0)
