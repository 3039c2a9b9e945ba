"""The search finds pages of its own language and leads to them."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look
from tests.browser.sites import SOURCE_PRACTICE, SiteName


def search(page: Page, words: str) -> list[str]:
    """Type the words and return the addresses found."""
    page.get_by_role("searchbox").fill(words)
    expect(page.locator("pagefind-summary")).to_contain_text(words)
    expect(page.locator(".pf-results")).to_have_attribute("aria-busy", "false")
    if re.search(r"\d", page.locator("pagefind-summary").inner_text()):
        page.locator("[data-pf-result-index='0'] .pf-result-link").wait_for()
    links = page.locator(".pf-result-link")
    found: list[str] = links.evaluate_all("(links) => links.map((link) => new URL(link.href).pathname)")
    return found


@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_word_of_a_title_finds_the_practice_first(open_page: Opener, look: Look) -> None:
    page = open_page("en/search/", look)
    assert search(page, "wind turbine")[:1] == ["/en/" + SOURCE_PRACTICE]


@pytest.mark.parametrize(
    ("site", "lang", "words", "target", "title"),
    [
        ("real", "en", "wind turbine", SOURCE_PRACTICE, "Wind turbine"),
        ("network", "en", "bakery", "practices/bakery-days/", "two days a week in a bakery"),
        ("network", "ar", "مخبز", "practices/bakery-days/", "مخبز"),
    ],
)
def test_a_result_leads_to_its_page(
    open_page: Opener, site: SiteName, lang: str, words: str, target: str, title: str
) -> None:
    page = open_page(f"{lang}/search/", DESKTOP, site)
    search(page, words)
    page.locator(f".pf-result-link[href$='{target}']").click()
    page.wait_for_url(f"**/{lang}/{target}")
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_link_of_a_result_stays_below_the_path_of_the_site(open_page: Opener, lang: str) -> None:
    page = open_page(f"{lang}/search/", DESKTOP, "network")
    search(page, "bakery" if lang == "en" else "مخبز")
    links = page.locator("pagefind-results a").evaluate_all(
        "(links) => links.map((link) => new URL(link.href).pathname)"
    )
    assert [link for link in links if not link.startswith(f"/learn/{lang}/")] == []
    assert links


def test_the_german_search_does_not_find_english_texts(open_page: Opener) -> None:
    found_in_english = search(open_page("en/search/"), "renewable")
    found_in_german = search(open_page("de/search/"), "renewable")
    assert (bool(found_in_english), found_in_german) == (True, [])


def test_the_german_search_finds_german_pages_only(open_page: Opener) -> None:
    found = search(open_page("de/search/"), "Betrieb")
    assert {address.split("/")[1] for address in found} == {"de"}


def test_a_search_without_result_says_so(open_page: Opener) -> None:
    page = open_page("en/search/")
    assert search(page, "qwertzuiop") == []
    expect(page.locator("pagefind-summary")).to_contain_text("No results")


def test_the_search_can_be_used_with_the_keyboard_alone(open_page: Opener) -> None:
    page = open_page("en/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("wind turbine")
    first = page.locator(".pf-result-link").first
    first.wait_for()
    while not page.locator(".pf-result-link:focus").count():
        page.keyboard.press("Tab")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/en/{SOURCE_PRACTICE}")
