"""A visitor goes from a practice to its indicator and on to other practices, the benchmark and the paper form."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import PHONE
from tests.browser.sites import SOURCE_PRACTICE

ARABIC = "ar/indicators/joint-plan/"


def follow(page: Page, name: str, within: str = "main") -> None:
    page.locator(within).get_by_role("link", name=name, exact=True).first.click()


def test_from_a_practice_to_its_indicator_and_back(open_page: Opener) -> None:
    page = open_page(f"en/{SOURCE_PRACTICE}")
    title = page.get_by_role("heading", level=1).inner_text()
    page.locator(".vw-facts a[href*='indicators/']").first.click()
    expect(page).to_have_url(re.compile(r"/en/indicators/[a-z-]+/$"))
    follow(page, title)
    expect(page).to_have_url(re.compile(f"/en/{SOURCE_PRACTICE}$"))


def test_from_the_overview_through_a_dimension_to_the_next_indicator(open_page: Opener) -> None:
    page = open_page("en/indicators/")
    follow(page, "Shared strategy for linking school and work")
    follow(page, "Next: Written agreement on roles, rights and duties")
    expect(page.get_by_role("heading", level=1)).to_have_text("Written agreement on roles, rights and duties")
    follow(page, "Strategy and partnership", ".vw-facts")
    expect(page).to_have_url(re.compile("/en/indicators/#strategy-and-partnership$"))


def test_the_question_on_paper_is_the_place_where_the_link_leads(open_page: Opener) -> None:
    page = open_page("en/indicators/partnership-agreement/")
    follow(page, "This question on paper: Company")
    expect(page.locator(":target")).to_contain_text("Written agreement on roles, rights and duties")
    expect(page.locator(":target")).to_be_in_viewport()


def test_levels_count_from_nought_as_in_the_benchmark(open_page: Opener) -> None:
    page = open_page("en/indicators/partnership-agreement/")
    levels = page.locator("#levels ~ ol").first
    expect(levels.locator("li")).to_have_count(5)
    assert levels.get_attribute("start") == "0"


def test_an_indicator_fits_a_phone_from_right_to_left(open_page: Opener) -> None:
    page = open_page(ARABIC, PHONE, "network")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tops = [
        page.locator(part).evaluate("(node) => node.getBoundingClientRect().top") for part in (".vw-facts", ".vw-body")
    ]
    assert tops == sorted(tops)
