"""The search opens on every page, finds pages of its own language or of all, and leads to the found words."""

import re
from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import BLOCKED_STORAGE, DESKTOP, PHONE, Look
from tests.browser.search_box import results_of
from tests.browser.sites import SOURCE_PRACTICE, SiteName

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")
both_looks = pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])


def open_dialog(page: Page) -> None:
    """Click the control in the header and wait for the field of the dialog."""
    page.locator("[data-search]").click()
    expect(page.get_by_role("dialog").get_by_role("searchbox")).to_be_focused()


@both_looks
def test_a_word_of_a_title_finds_the_practice_first(open_page: Opener, look: Look) -> None:
    page = open_page("en/search/", look)
    assert results_of(page, "wind turbine")[:1] == ["/en/" + SOURCE_PRACTICE]


@both_looks
def test_the_header_opens_the_search_over_any_page(open_page: Opener, look: Look) -> None:
    page = open_page("en/method/", look)
    open_dialog(page)
    assert results_of(page, "wind turbine")[:1] == ["/en/" + SOURCE_PRACTICE]
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator("[data-search]")).to_be_focused()
    assert page.url.endswith("/en/method/")


def test_a_page_loads_nothing_of_the_search_before_it_is_opened(open_page: Opener) -> None:
    page = open_page("en/method/")
    page.wait_for_load_state("networkidle")
    loaded = "() => performance.getEntriesByType('resource').map((entry) => new URL(entry.name).pathname)"
    assert [path for path in page.evaluate(loaded) if "pagefind" in path or "vocabulary" in path] == []
    open_dialog(page)
    results_of(page, "turbine")
    assert [path for path in page.evaluate(loaded) if "pagefind-highlight" in path] == []
    assert [path for path in page.evaluate(loaded) if path.endswith("/pagefind/pagefind.js")]


@pytest.mark.parametrize("look", [replace(look, scripts=False) for look in (DESKTOP, PHONE)], ids=["desktop", "phone"])
def test_without_scripts_the_header_leads_to_the_search_page(open_page: Opener, look: Look) -> None:
    page = open_page("en/method/", look)
    page.locator("[data-search]").click()
    page.wait_for_url("**/en/search/")


@pytest.mark.parametrize("keys", ["Control+k", "/"])
def test_the_search_can_be_used_with_the_keyboard_alone(open_page: Opener, keys: str) -> None:
    page = open_page("en/method/")
    page.keyboard.press(keys)
    field = page.get_by_role("dialog").get_by_role("searchbox")
    expect(field).to_be_focused()
    page.keyboard.type("wind turbine")
    expect(page.locator("pagefind-summary")).to_contain_text("for wind turbine")
    first = page.locator(".pf-result-link").first
    first.wait_for()
    page.keyboard.press("ArrowDown")
    expect(first).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"/en/{SOURCE_PRACTICE}"))


def test_every_result_can_be_reached_with_the_tabulator(open_page: Opener) -> None:
    page = open_page("en/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("wind turbine")
    page.locator(".pf-result-link").first.wait_for()
    for _ in range(10):
        page.keyboard.press("Tab")
        if page.locator(".pf-result-link:focus").count():
            break
    expect(page.locator(".pf-result-link").first).to_be_focused()


@pytest.mark.parametrize("storage", ["", BLOCKED_STORAGE], ids=["stored", "blocked"])
def test_the_slash_can_be_switched_off(open_page: Opener, storage: str) -> None:
    page = open_page("en/method/", replace(DESKTOP, init=storage))
    open_dialog(page)
    page.get_by_role("checkbox", name="The key / opens the search").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.get_by_role("dialog")).to_have_count(1 if storage else 0)


def test_the_slash_stays_a_slash_in_a_field(open_page: Opener) -> None:
    page = open_page("en/search/")
    page.get_by_role("searchbox").focus()
    page.keyboard.type("and/or")
    expect(page.get_by_role("searchbox")).to_have_value("and/or")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_word_of_the_dialog_is_in_the_language_of_the_page(open_page: Opener, lang: str) -> None:
    page = open_page(f"{lang}/method/")
    open_dialog(page)
    results_of(page, "xqzv")
    seen = page.get_by_role("dialog").inner_text() + page.get_by_role("searchbox").get_attribute("placeholder")  # type: ignore[operator]
    english = re.findall(r"\b(Search|results?|navigate|select|clear|close|languages|opens|key)\b", seen)
    assert (lang == "en") == bool(english), seen


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
    results_of(page, words)
    page.locator(f".pf-result-link[href*='{target}']").click()
    page.wait_for_url(re.compile(f"/{lang}/{target}"))
    expect(page.get_by_role("heading", level=1)).to_contain_text(title)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_link_of_a_result_stays_below_the_path_of_the_site(open_page: Opener, lang: str) -> None:
    page = open_page(f"{lang}/search/", DESKTOP, "network")
    results_of(page, "bakery" if lang == "en" else "مخبز")
    links = page.locator("pagefind-results a").evaluate_all(
        "(links) => links.map((link) => new URL(link.href).pathname)"
    )
    assert [link for link in links if not link.startswith(f"/learn/{lang}/")] == []
    assert links


def test_a_result_shows_its_sections_and_leads_to_them(open_page: Opener) -> None:
    page = open_page("en/search/")
    results_of(page, "wind turbine")
    section = page.locator("[data-pf-result-index='0'] .pf-heading-link").first
    title = section.inner_text()
    section.click()
    page.wait_for_url(re.compile(rf"/en/{SOURCE_PRACTICE}\?highlight=[^#]+#.+"))
    expect(page.locator(":target")).to_have_text(re.compile(re.escape(title)))
    expect(page.locator(":target")).to_be_in_viewport()


def test_the_page_of_a_result_marks_the_words_that_were_found(open_page: Opener) -> None:
    page = open_page("en/search/")
    results_of(page, "wind turbines in Kerry")
    page.locator(".pf-result-link").first.click()
    marks = page.locator("main mark.vw-found")
    marks.first.wait_for()
    marked = {text.lower() for text in marks.all_inner_texts()}
    assert "wind" in marked
    assert "in" not in marked
    assert open_page(f"en/{SOURCE_PRACTICE}").locator("mark").count() == 0


def test_the_german_search_finds_translated_titles_but_no_english_texts(open_page: Opener) -> None:
    page = open_page("de/search/")
    assert results_of(page, "Windkraftanlagen")[:1] == ["/de/" + SOURCE_PRACTICE]
    english = results_of(open_page("en/search/"), "enrolled")
    assert "/en/" + SOURCE_PRACTICE in english
    assert "/de/" + SOURCE_PRACTICE not in results_of(page, "enrolled")


def test_the_german_search_finds_german_pages_only(open_page: Opener) -> None:
    found = results_of(open_page("de/search/"), "Betrieb")
    assert {address.split("/")[1] for address in found} == {"de"}


def test_all_languages_are_searched_on_demand_and_the_address_remembers_it(open_page: Opener) -> None:
    page = open_page("de/search/")
    choice = page.get_by_role("checkbox", name="In allen Sprachen suchen")
    expect(choice).not_to_be_checked()
    results_of(page, "enrolled")
    english = page.locator(".pf-result[lang='en']")
    expect(english).to_have_count(0)
    choice.check()
    english.first.wait_for()
    assert "q=enrolled&all=1" in page.url
    page.reload()
    expect(page.get_by_role("checkbox", name="In allen Sprachen suchen")).to_be_checked()
    expect(english.first.locator(".vw-search__language")).to_have_text("English")


def test_a_page_in_several_languages_is_one_result(open_page: Opener) -> None:
    page = open_page("de/search/?all=1")
    found = results_of(page, "Volkswagen")
    pages = [address.split("/", 2)[2] for address in found]
    assert len(pages) == len(set(pages))
    assert found[0].startswith("/de/")


def test_a_misspelled_word_is_corrected_and_the_reader_is_told(open_page: Opener) -> None:
    page = open_page("en/search/")
    note = page.locator(".vw-search__note")
    assert results_of(page, "wind turbnie")[:1] == ["/en/" + SOURCE_PRACTICE]
    expect(note).to_have_text("Showing results for “wind turbine”")
    results_of(page, "wind turbine")
    expect(note).to_be_empty()


def test_a_text_in_quotation_marks_is_looked_for_as_it_is(open_page: Opener) -> None:
    page = open_page("en/search/")
    assert results_of(page, '"wind turbnie"') == []
    assert "/en/" + SOURCE_PRACTICE in results_of(page, '"wind turbine"')


def test_a_search_without_result_says_so(open_page: Opener) -> None:
    page = open_page("en/search/")
    assert results_of(page, "qwertzuiop") == []
    expect(page.locator("pagefind-summary")).to_contain_text("No results")
