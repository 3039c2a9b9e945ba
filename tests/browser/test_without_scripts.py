"""Readers without JavaScript get every page whole."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look
from tests.browser.sites import SiteName, case_id, page_cases

WITHOUT_SCRIPTS = replace(DESKTOP, scripts=False)
APPLICATIONS = ("/search/", "/benchmark/", "/explore/", "/compare/?", "/selection/?")
CASES = [(site, path) for site, path in page_cases("en", "pl", "ar") if not any(name in path for name in APPLICATIONS)]
both_looks = pytest.mark.parametrize("look", [WITHOUT_SCRIPTS, replace(PHONE, scripts=False)], ids=["desktop", "phone"])


@pytest.mark.parametrize(("site", "path"), CASES, ids=case_id)
def test_a_page_shows_the_same_content_with_and_without_scripts(reuse_page: Opener, site: SiteName, path: str) -> None:
    page = reuse_page(path, DESKTOP, site)
    page.locator(".vw-select").evaluate_all("(places) => places.forEach((place) => place.remove())")
    with_scripts = page.locator("main").inner_text().split()
    without = reuse_page(path, WITHOUT_SCRIPTS, site).locator("main").inner_text().split()
    assert without == with_scripts
    assert len(without) > 10


@both_looks
def test_the_menu_can_be_used_without_scripts(open_page: Opener, look: Look) -> None:
    page = open_page("en/", look)
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name="Browse").click()
    page.wait_for_url("**/en/browse/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


@both_looks
def test_the_language_menu_can_be_used_without_scripts(open_page: Opener, look: Look) -> None:
    page = open_page("en/browse/", look)
    page.locator(".vw-language summary").click()
    page.get_by_role("link", name="Polski").click()
    page.wait_for_url("**/pl/browse/")
    expect(page.locator("html")).to_have_attribute("lang", "pl")


def test_the_menu_of_the_phone_can_be_closed_without_scripts(open_page: Opener) -> None:
    page = open_page("en/", replace(PHONE, scripts=False))
    page.locator(".vw-menu summary").click()
    expect(page.get_by_role("navigation", name="Main menu")).to_be_hidden()


def test_the_citation_can_be_opened_without_scripts(open_page: Opener) -> None:
    page = open_page("en/practices/de-valikom-chamber-validation/", WITHOUT_SCRIPTS)
    page.locator(".vw-cite summary").click()
    expect(page.get_by_text("@misc{")).to_be_visible()


@pytest.mark.parametrize(("site", "path"), [("real", "en/search/"), ("real", "pl/search/"), ("network", "ar/search/")])
def test_the_search_page_says_what_to_do_without_scripts(open_page: Opener, site: SiteName, path: str) -> None:
    page = open_page(path, WITHOUT_SCRIPTS, site)
    advice = page.locator(".vw-search noscript p")
    expect(advice).to_be_visible()
    assert "JavaScript" in advice.inner_text()
    advice.locator("a").click()
    page.wait_for_url(f"**/{path[:2]}/browse/")


def test_no_switch_is_shown_that_would_do_nothing_without_scripts(open_page: Opener) -> None:
    page = open_page("en/", WITHOUT_SCRIPTS)
    expect(page.locator(".vw-scheme")).to_be_hidden()
