"""The explore page: what is chosen, counted, shown, and kept in the address, by pointer, keyboard and link."""

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look
from tests.browser.test_accessibility import every_look, violations
from tests.browser.test_keyboard import focused, tab_to
from tests.browser.test_reflow import NARROW, ZOOMED, sticks_out


def explore(open_page: Opener, query: str = "", look: Look = DESKTOP, lang: str = "en") -> Page:
    """Open the explore page and wait until it shows its results."""
    page = open_page(f"{lang}/explore/{query}", look, "network" if lang == "ar" else "real")
    expect(page.locator(".vw-count")).not_to_be_empty()
    return page


def found(page: Page, n: int) -> None:
    """Wait until so many practices are found."""
    expect(page.locator(".vw-count")).to_have_text(f"Practices found: {n:,}")


def box(page: Page, facet: str, term: str) -> Locator:
    """Return the checkbox of a term."""
    return page.locator(f".vx-facet [name='{facet}'][value='{term}']")


def query(page: Page) -> str:
    """Return the query of the address."""
    return str(page.evaluate("location.search"))


def asks(page: Page, wanted: str) -> None:
    """Wait until the address asks for this."""
    page.wait_for_url(lambda url: urlsplit(url).query == wanted)


def titles(page: Page) -> list[str]:
    """Return the titles of the cards."""
    return page.locator(".vw-card__title").all_inner_texts()


def test_a_choice_stands_in_the_address_and_among_the_chosen(open_page: Opener) -> None:
    page = explore(open_page)
    box(page, "country", "DE").check()
    page.locator("summary", has_text="Evidence").click()
    box(page, "evidence", "described").check()
    assert query(page) == "?country=DE&evidence=described"
    expect(page.locator(".vx-chip")).to_have_count(2)
    expect(page.locator(".vx-chip").first).to_contain_text("Country: Germany")


def test_a_link_shows_the_same_as_the_acts_before_it(open_page: Opener) -> None:
    page = explore(open_page)
    box(page, "country", "DE").check()
    page.locator("#vx-sort").select_option("title")
    shown = titles(page)
    assert titles(explore(open_page, query(page))) == shown
    assert shown == sorted(shown, key=str.casefold)


def test_the_back_button_goes_back_one_act_at_a_time(open_page: Opener) -> None:
    page = explore(open_page)
    total = int(page.locator(".vw-count").inner_text().rpartition(" ")[2])
    box(page, "country", "DE").check()
    page.get_by_role("searchbox", name="Words in the practices").press_sequentially("mobility", delay=200)
    asks(page, "q=mobility&country=DE")
    page.go_back()
    asks(page, "country=DE")
    expect(page.get_by_role("searchbox", name="Words in the practices")).to_have_value("")
    page.go_back()
    found(page, total)
    expect(box(page, "country", "DE")).not_to_be_checked()
    page.go_forward()
    expect(box(page, "country", "DE")).to_be_checked()


def test_the_way_back_from_a_practice_leads_to_the_same_results(open_page: Opener) -> None:
    page = explore(open_page, "?country=DE&sort=title")
    shown = titles(page)
    page.locator(".vw-card__title a").first.click()
    page.wait_for_url("**/practices/**")
    page.go_back()
    expect(page.locator(".vw-card__title")).to_have_text(shown)


def test_what_the_address_asks_for_in_vain_is_said_and_left_out(open_page: Opener) -> None:
    page = explore(open_page, "?country=DE&country=XX&sort=%3Cb%3Ebest")
    expect(page.locator(".vx-notes li")).to_have_text(["country=XX", "sort=<b>best"])
    expect(box(page, "country", "DE")).to_be_checked()
    box(page, "country", "DE").uncheck()
    expect(page.locator(".vx-notes li")).to_have_count(0)
    assert query(page) == ""


def test_words_find_practices_by_their_whole_text_best_first(open_page: Opener) -> None:
    page = explore(open_page, "?q=wind+turbine")
    expect(page.locator(".vw-card__title").first).to_contain_text("Wind turbine")
    expect(page.get_by_label("Order", exact=True)).to_have_value("relevance")
    expect(page.locator(".vx-notes")).to_be_empty()


def test_titles_and_summaries_are_searched_where_the_index_fails(browser: Browser, real_site: str) -> None:
    page = browser.new_page(base_url=real_site)
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto("en/explore/?q=WÍND+turbine")
    expect(page.locator(".vw-card__title")).to_contain_text(["Wind turbine"])
    expect(page.locator(".vx-notes")).to_contain_text("Only titles and summaries were searched")
    page.close()


def test_what_is_chosen_can_be_taken_back_and_the_focus_stays_near(open_page: Opener) -> None:
    page = explore(open_page, "?q=training&country=DE&country=AT")
    page.locator(".vx-chip").first.press("Enter")
    focused(page, ".vx-chip")
    page.keyboard.press("Enter")
    focused(page, "#vx-results")
    assert query(page) == "?q=training"
    page.get_by_role("button", name="Clear all").press("Enter")
    focused(page, "#vx-results")
    assert query(page) == ""
    expect(page.get_by_role("searchbox", name="Words in the practices")).to_have_value("")
    expect(page.get_by_role("button", name="Clear all")).to_be_hidden()


def test_more_cards_come_on_request_and_get_the_focus(open_page: Opener) -> None:
    page = explore(open_page)
    expect(page.locator(".vw-card")).to_have_count(24)
    page.get_by_role("button", name="Show more").press("Enter")
    expect(page.locator(".vw-card")).to_have_count(48)
    focused(page, ".vw-card:nth-child(25) a")
    assert query(page) == "?page=2"
    page.reload()
    expect(page.locator(".vw-card")).to_have_count(48)


def test_the_page_can_be_used_with_the_keyboard_alone(open_page: Opener) -> None:
    page = explore(open_page)
    tab_to(page, "#vx-text")
    page.keyboard.type("apprentice")
    tab_to(page, "[name='country'][value='AT']")
    page.keyboard.press("Space")
    asks(page, "q=apprentice&country=AT")
    page.keyboard.press("Tab")
    tab_to(page, ".vx-facet:nth-of-type(2) summary")
    page.keyboard.press("Enter")
    expect(page.locator(".vx-facet").nth(1)).to_have_attribute("open", "")
    tab_to(page, ".vx-chip")
    page.keyboard.press("Enter")
    asks(page, "q=apprentice")


def test_a_long_list_can_be_shortened(open_page: Opener) -> None:
    page = explore(open_page)
    page.locator(".vx-facet").first.get_by_label("Shorten this list").fill("GERM")
    expect(page.locator(".vx-facet").first.locator("li:visible")).to_have_text(["Germany 9"])


def test_on_a_phone_the_facets_stand_behind_a_button(open_page: Opener) -> None:
    page = explore(open_page, look=PHONE)
    expect(page.locator(".vx-facets")).to_be_hidden()
    switch = page.get_by_role("button", name="Filters")
    switch.click()
    expect(switch).to_have_attribute("aria-expanded", "true")
    box(page, "country", "DE").check()
    expect(page.get_by_role("button", name="Filters (chosen: 1)")).to_be_visible()
    page.get_by_role("button", name="Show the results").click()
    expect(page.locator(".vx-facets")).to_be_hidden()
    focused(page, "#vx-results")


def test_the_number_of_results_is_told_once(open_page: Opener) -> None:
    page = explore(open_page)
    expect(page.get_by_role("status")).to_have_count(1)
    page.evaluate("""() => {
      window.told = [];
      new MutationObserver(() => window.told.push(document.querySelector(".vw-count").textContent))
        .observe(document.querySelector(".vw-count"), {childList: true, characterData: true, subtree: true});
    }""")
    box(page, "country", "DE").check()
    found(page, 9)
    assert page.evaluate("window.told") == ["Practices found: 9"]


def test_other_languages_get_the_same_choices(open_page: Opener) -> None:
    page = explore(open_page, "?country=DE")
    page.locator(".vw-language summary").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/explore/?country=DE")
    expect(box(page, "country", "DE")).to_be_checked()


def test_a_practice_can_be_set_aside_from_its_card(open_page: Opener) -> None:
    page = explore(open_page, "?country=DE")
    page.locator(".vw-card").first.get_by_role("checkbox").check()
    page.reload()
    expect(page.locator(".vw-card").first.get_by_role("checkbox")).to_be_checked()
    expect(page.locator(".vw-card").nth(1).get_by_role("checkbox")).not_to_be_checked()


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("look", [NARROW, ZOOMED], ids=["phone", "zoom"])
def test_open_facets_and_chosen_terms_fit_into_320_pixels(open_page: Opener, look: Look, lang: str) -> None:
    page = explore(open_page, "?evidence=described&q=%D8%A7&country=XX", look, lang)
    page.locator(".vx-facets + *, button.vx-fold").first.click()
    page.evaluate("document.querySelectorAll('.vx-facet').forEach((facet) => { facet.open = true; })")
    assert sticks_out(page) == [0, []]


@every_look
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_axe_finds_nothing_with_everything_open(open_page: Opener, look: Look, lang: str) -> None:
    page = explore(open_page, "?evidence=described&country=XX&q=a", look, lang)
    page.evaluate("document.querySelector('.vx-facets').setAttribute('data-open', '')")
    page.evaluate("document.querySelectorAll('.vx-facet').forEach((facet) => { facet.open = true; })")
    assert violations(page) == ""


def test_without_scripts_the_lists_are_there(open_page: Opener) -> None:
    page = open_page("en/explore/", replace(DESKTOP, scripts=False))
    expect(page.locator("main noscript p")).to_contain_text("Words and filters need JavaScript")
    page.get_by_role("link", name="Listed by: Country").click()
    page.wait_for_url("**/en/browse/#vw-by-country")
