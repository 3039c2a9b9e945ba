"""Readers get the pages in their own language and stay on the page when they change it."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.looks import BLOCKED_STORAGE, DESKTOP, PHONE, Look
from tests.browser.sites import SOURCE_PRACTICE

NAMES = {
    "en": "English",
    "de": "Deutsch",
    "fr": "Français",
    "es": "Español",
    "it": "Italiano",
    "pt": "Português",
    "nl": "Nederlands",
    "pl": "Polski",
}


@pytest.mark.parametrize("path", [SOURCE_PRACTICE, "browse/country/ie/", "method/", "search/"])
@pytest.mark.parametrize("lang", NAMES)
def test_the_language_menu_leads_to_the_same_page(reuse_page: Opener, lang: str, path: str) -> None:
    page = reuse_page(("de/" if lang == "en" else "en/") + path)
    page.locator(".vw-language summary").click()
    page.locator(".vw-language").get_by_role("link", name=NAMES[lang]).click()
    page.wait_for_url(f"**/{lang}/{path}")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_the_language_menu_stays_on_the_page_below_a_path(reuse_page: Opener) -> None:
    page = reuse_page("en/practices/bakery-days/", DESKTOP, "network")
    page.locator(".vw-language summary").click()
    page.get_by_role("link", name="العربية").click()
    page.wait_for_url("**/learn/ar/practices/bakery-days/")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_the_language_menu_of_the_404_page_leads_to_that_language(open_page: Opener) -> None:
    page = open_page("en/no/such/page/")
    page.locator(".vw-language summary").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/")
    expect(page.locator("html")).to_have_attribute("lang", "pl")


@pytest.mark.parametrize("path", ["pl/", "pl/no/such/page/"])
def test_every_link_of_menu_and_footer_leads_to_a_page(reuse_page: Opener, path: str) -> None:
    page = reuse_page(path)
    links = page.locator(".vw-header a, .vw-footer a").evaluate_all("(links) => links.map((link) => link.href)")
    answers = {link: page.request.get(link).status for link in set(links)}
    assert answers == dict.fromkeys(links, 200)


def test_the_404_page_speaks_the_language_of_the_address(reuse_page: Opener) -> None:
    page = reuse_page("de/practices/no-such-practice/")
    expect(page.locator("html")).to_have_attribute("lang", "de")
    expect(page.get_by_role("heading", level=1)).to_have_text("Diese Seite existiert nicht")


def test_an_address_without_a_language_gets_a_404_page_in_every_language(reuse_page: Opener) -> None:
    page = reuse_page("no/such/page/")
    hrefs = page.locator("main a").evaluate_all("(links) => links.map((link) => new URL(link.href).pathname)")
    assert hrefs == [f"/{lang}/" for lang in NAMES]


@pytest.mark.parametrize(("locale", "lang"), [("de-DE", "de"), ("pt-BR", "pt"), ("pl", "pl"), ("en-US", "en")])
def test_the_root_page_leads_to_the_language_of_the_browser(open_page: Opener, locale: str, lang: str) -> None:
    page = open_page("", Look(locale=locale))
    page.wait_for_url(f"**/{lang}/")
    expect(page.locator("html")).to_have_attribute("lang", lang)


def test_the_root_page_leads_to_the_language_of_the_browser_below_a_path(open_page: Opener) -> None:
    page = open_page("", Look(locale="ar-EG"), "network")
    page.wait_for_url("**/learn/ar/")
    expect(page.locator("html")).to_have_attribute("lang", "ar")


def test_the_root_page_leads_to_the_language_of_the_browser_where_storage_is_blocked(open_page: Opener) -> None:
    page = open_page("", Look(locale="fr-FR", init=BLOCKED_STORAGE))
    page.wait_for_url("**/fr/")
    expect(page.locator("html")).to_have_attribute("lang", "fr")


def test_the_root_page_stays_and_lists_the_languages_for_a_browser_with_none_of_them(open_page: Opener) -> None:
    page = open_page("", Look(locale="ja-JP"))
    page.wait_for_load_state("networkidle")
    assert page.url.removesuffix("/").count("/") == 2
    for name in NAMES.values():
        expect(page.get_by_role("link", name=name)).to_be_visible()


def test_the_root_page_remembers_the_language_chosen_last(open_page: Opener) -> None:
    page = open_page("en/", Look(locale="de-DE"))
    page.locator(".vw-language summary").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/")
    page.goto("")
    page.wait_for_url("**/pl/")
    expect(page.locator("html")).to_have_attribute("lang", "pl")


@pytest.mark.parametrize("lang", NAMES)
def test_the_root_page_works_without_scripts(open_page: Opener, lang: str) -> None:
    page = open_page("", Look(locale="de-DE", scripts=False))
    page.get_by_role("link", name=NAMES[lang]).click()
    expect(page.locator("html")).to_have_attribute("lang", lang)


@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_fallback_says_so_and_leads_to_the_original(reuse_page: Opener, look: Look) -> None:
    page = reuse_page("pl/" + SOURCE_PRACTICE, look)
    expect(page.locator(".vw-body")).to_have_attribute("lang", "en")
    page.locator(".vw-notice a").click()
    page.wait_for_url(f"**/en/{SOURCE_PRACTICE}")
    expect(page.locator(".vw-notice")).to_have_count(0)
