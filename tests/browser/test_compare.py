"""Two to four practices side by side: the address holds the choice, whoever opens it."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import BLOCKED_STORAGE, DESKTOP, PHONE, Look
from tests.browser.test_accessibility import violations
from tests.browser.test_reflow import NARROW, sticks_out
from tests.browser.test_selection import CLIPBOARD, FIRST, SECOND, THIRD, kept, toggle

FOURTH, FIFTH = "fr-mona-long-apprentice-mobility", "es-ethazi-challenge-based-learning"


def query(*slugs: str) -> str:
    return "?" + "&".join(f"p={slug}" for slug in slugs)


def compared(page: Page) -> list[str]:
    """Return the slugs of the columns."""
    found: list[str] = page.locator(".vc-table thead [data-slug]").evaluate_all(
        "(buttons) => buttons.map((button) => button.dataset.slug)"
    )
    return found


def add(page: Page, text: str) -> None:
    page.get_by_label("Add a practice", exact=True).fill(text)
    page.keyboard.press("Enter")


def row(page: Page, name: str) -> list[str]:
    """Return the texts of the cells of a row, once it is there."""
    found = page.locator("tr", has=page.get_by_role("rowheader", name=name, exact=True))
    found.wait_for()
    return found.get_by_role("cell").all_inner_texts()


def test_practices_set_aside_are_compared_and_the_link_shows_the_same_to_others(open_page: Opener) -> None:
    page = open_page(f"en/practices/{FIRST}/", replace(DESKTOP, init=CLIPBOARD))
    toggle(page)
    page.goto(f"en/practices/{SECOND}/")
    toggle(page)
    page.locator(".vw-selection").click()
    page.get_by_role("button", name="Compare the ticked practices").click()
    page.wait_for_url(f"**/en/compare/{query(FIRST, SECOND)}")
    assert row(page, "Country") == ["Denmark", "Germany"]
    page.get_by_role("button", name="Copy the link to this comparison").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    other = open_page(page.evaluate("window.copied"))
    assert row(other, "Country") == ["Denmark", "Germany"]


def test_the_selection_compares_two_to_four_and_says_so(open_page: Opener) -> None:
    page = open_page("en/selection/", kept(FIRST, SECOND, THIRD, FOURTH, FIFTH))
    button = page.get_by_role("button", name="Compare the ticked practices")
    button.click()
    expect(page.get_by_text("Tick two to four practices. Ticked: 0")).to_be_visible()
    for name in ("ValiKom", "ETHAZI"):
        page.get_by_role("checkbox", name=f"Compare: {name}").check()
    button.click()
    page.wait_for_url(f"**/compare/{query(SECOND, FIFTH)}")


@pytest.mark.parametrize(
    ("slugs", "shown", "text"),
    [
        ([], [], "Nothing is compared yet."),
        ([FIRST], [FIRST], "A comparison needs at least two practices."),
        ([FIRST, FIRST, SECOND], [FIRST, SECOND], None),
        ([FIRST, "nobody", SECOND], [FIRST, SECOND], "The address names what this site does not have."),
        ([FIRST, SECOND, THIRD, FOURTH, FIFTH], [FIRST, SECOND, THIRD, FOURTH], "The address names 5 practices"),
    ],
)
def test_every_address_is_explained(open_page: Opener, slugs: list[str], shown: list[str], text: str | None) -> None:
    page = open_page(f"en/compare/{query(*slugs)}")
    assert compared(page) == shown
    notice = page.locator(".vc .vw-notice:visible").first
    if text:
        expect(notice).to_contain_text(text)
    else:
        expect(notice).to_have_count(0)


def test_the_fifth_practice_moves_in_when_one_leaves(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND, THIRD, FOURTH, FIFTH)}")
    expect(page.locator(".vc .vw-notice").first).to_contain_text("ETHAZI")
    page.get_by_role("button", name="Remove from the comparison: ValiKom").click()
    assert compared(page) == [FIRST, THIRD, FOURTH, FIFTH]


def test_a_practice_is_added_by_its_title_and_the_way_back_leads_back(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST)}")
    add(page, "valikom")
    expect(page.locator(".vc-table thead th")).to_have_count(3)
    assert page.evaluate("location.search") == query(FIRST, SECOND)
    expect(page.get_by_label("Add a practice", exact=True)).to_be_focused()
    page.get_by_role("button", name="Remove from the comparison: Boss Ladies").click()
    assert compared(page) == [SECOND]
    expect(page.locator(f"[data-slug={SECOND}]")).to_be_focused()
    page.go_back()
    expect(page.locator(".vc-table thead th")).to_have_count(3)
    page.go_back()
    expect(page.locator(".vc-table thead th")).to_have_count(2)
    assert compared(page) == [FIRST]


def test_a_text_that_fits_none_several_or_a_compared_one_is_answered(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST)}")
    add(page, "no such title")
    expect(page.get_by_text("No practice fits “no such title”.")).to_be_visible()
    add(page, "boss ladies")
    expect(page.get_by_text("is already in the comparison.")).to_be_visible()
    add(page, "apprentices")
    expect(page.get_by_text("Several practices fit. Choose one:")).to_be_visible()
    page.locator(".vc-offers button").first.click()
    expect(page.locator(".vc-table thead th")).to_have_count(3)


def test_titles_are_suggested_and_four_are_the_most(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND, THIRD)}", kept(FIRST, FOURTH))
    titles = page.locator("#vc-titles option").evaluate_all("(options) => options.map(({value}) => value)")
    assert any(title.startswith("Mona") for title in titles)
    assert not any(title.startswith("Boss Ladies") for title in titles)
    page.get_by_role("button", name="Mona").click()
    assert compared(page) == [FIRST, SECOND, THIRD, FOURTH]
    expect(page.get_by_label("Add a practice", exact=True)).to_be_hidden()
    expect(page.get_by_text("Four practices are the most.")).to_be_visible()


def test_only_differences_are_shown_on_demand(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, THIRD)}")
    evidence = page.get_by_role("rowheader", name="Evidence", exact=True)
    expect(evidence).to_be_visible()
    assert len(set(row(page, "Evidence"))) == 1
    page.get_by_label("Only differences").check()
    expect(evidence).to_be_hidden()
    expect(page.get_by_role("rowheader", name="Country", exact=True)).to_be_visible()
    page.get_by_label("Only differences").uncheck()
    expect(evidence).to_be_visible()


@pytest.mark.parametrize(("lang", "label", "country"), [("de", "Land", "Dänemark"), ("pl", "Kraj", "Dania")])
def test_the_language_menu_keeps_the_comparison(open_page: Opener, lang: str, label: str, country: str) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND)}")
    page.locator(".vw-language summary").click()
    page.locator(f"a[data-language={lang}]").click()
    page.wait_for_url(f"**/{lang}/compare/{query(FIRST, SECOND)}")
    expect(page.locator("tr", has=page.get_by_role("rowheader", name=label)).get_by_role("cell").first).to_have_text(
        country
    )


def test_arabic_readers_see_names_in_their_own_direction(open_page: Opener) -> None:
    page = open_page(f"ar/compare/{query('bakery-days', 'guest-house')}", DESKTOP, "network")
    heads = page.locator(".vc-table thead a")
    expect(heads.nth(1)).to_have_attribute("dir", "ltr")
    expect(heads.nth(1)).to_have_attribute("lang", "en")
    boxes = [box for box in (heads.nth(n).bounding_box() for n in range(2)) if box]
    assert boxes[0]["x"] > boxes[1]["x"]


def test_on_a_phone_the_keyboard_scrolls_the_table_and_the_properties_stay(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND, THIRD)}", NARROW)
    frame = page.get_by_role("region", name="Comparison, scrolls sideways")
    header = page.get_by_role("rowheader", name="Country", exact=True)
    before = header.bounding_box()
    frame.focus()
    page.keyboard.press("ArrowRight")
    expect(frame).not_to_have_js_property("scrollLeft", 0)
    after = header.bounding_box()
    assert before
    assert after
    assert before["x"] == after["x"]
    assert sticks_out(page) == [0, []]


def test_the_comparison_works_where_storage_is_blocked(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND)}", replace(DESKTOP, init=BLOCKED_STORAGE))
    assert compared(page) == [FIRST, SECOND]


def test_a_name_in_the_address_stays_text(open_page: Opener) -> None:
    page = open_page("en/compare/?p=%3Cimg%20src=x%20onerror=alert(1)%3E")
    expect(page.locator(".vc .vw-notice").nth(1)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator("main img")).to_have_count(0)


def test_the_table_is_printed_whole_and_without_buttons(open_page: Opener) -> None:
    page = open_page(f"en/compare/{query(FIRST, SECOND, THIRD, FOURTH)}")
    page.emulate_media(media="print")
    expect(page.get_by_role("rowheader", name="Reported outcomes")).to_be_visible()
    expect(page.locator("main button:visible, main input:visible")).to_have_count(0)


@pytest.mark.parametrize("look", [DESKTOP, replace(DESKTOP, scheme="dark"), PHONE], ids=["light", "dark", "phone"])
def test_axe_finds_nothing_with_notes_and_choices(open_page: Opener, look: Look) -> None:
    page = open_page(f"en/compare/{query(FIRST, 'nobody', SECOND)}", look)
    add(page, "apprentices")
    page.get_by_label("Only differences").check()
    assert violations(page) == ""


def test_a_failure_to_load_says_what_to_do(open_page: Opener) -> None:
    page = open_page("en/about/")
    page.route("**/comparison.en.json", lambda route: route.fulfill(status=200, body="not JSON"))
    page.evaluate("console.error = () => {}")
    page.add_init_script("console.error = () => {};")
    page.goto(f"en/compare/{query(FIRST, SECOND)}")
    expect(page.get_by_role("alert")).to_contain_text("could not be loaded")
