"""Organisations: from a practice to its organisations, their partners and the list, with and without scripts."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look

both_looks = pytest.mark.parametrize("look", [DESKTOP, replace(PHONE, scripts=False)], ids=["desktop", "phone-bare"])


def overflow(page: Page) -> int:
    """Return by how many pixels the page is wider than the window."""
    width: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return width


@both_looks
def test_a_practice_leads_to_its_organisation_and_on_to_a_partner(open_page: Opener, look: Look) -> None:
    page = open_page("en/practices/eu-lcamp-learning-factories/", look)
    page.get_by_role("link", name="Tknika").click()
    page.wait_for_url("**/en/organisations/tknika-basque-vet-applied-research-centre/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Tknika, Basque VET Applied Research Centre")
    expect(page.locator(".vw-card")).to_have_count(3)
    partner = page.get_by_role("region", name="Partners").get_by_role("listitem").first
    expect(partner).to_have_text("Basque Government (2)")
    partner.get_by_role("link").click()
    page.wait_for_url("**/en/organisations/basque-government/")
    expect(page.get_by_text("Basque Government, VET department")).to_be_visible()


@both_looks
def test_the_letters_of_the_list_lead_to_their_organisations(open_page: Opener, look: Look) -> None:
    page = open_page("pl/organisations/", look)
    page.get_by_role("navigation", name="Litery").get_by_role("link", name="Z", exact=True).click()
    page.wait_for_url("**/pl/organisations/#letter-z")
    expect(page.get_by_role("heading", name="Z", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="Znanje na djelu").click()
    page.wait_for_url("**/pl/organisations/znanje-na-djelu-knowledge-at-work-foundation/")


def test_the_letters_can_be_used_with_the_keyboard(open_page: Opener) -> None:
    page = open_page("en/organisations/")
    page.locator(".vw-letters a").first.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/organisations/#letter-b")
    page.keyboard.press("Tab")
    expect(page.locator("[aria-labelledby=letter-b] a").first).to_be_focused()


def test_a_name_keeps_its_language_and_the_lead_has_that_of_the_reader(open_page: Opener) -> None:
    page = open_page("de/organisations/ramboll/")
    expect(page.locator(".vw-title")).to_have_attribute("lang", "en")
    expect(page.locator(".vw-lead")).to_have_attribute("lang", "de")


def test_a_name_of_another_direction_stands_apart(open_page: Opener) -> None:
    page = open_page("ar/organisations/example-school-a/", DESKTOP, "network")
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(".vw-title")).to_have_attribute("dir", "ltr")
    expect(page.locator(".vw-lead")).to_have_attribute("dir", "rtl")
    expect(page.get_by_role("link", name="https://example.org/school-a")).to_be_visible()


def test_a_group_is_no_link(open_page: Opener) -> None:
    page = open_page("en/practices/es-tkgune-sme-innovation-services/")
    expect(page.get_by_text("Small and medium-sized enterprises", exact=True)).to_be_visible()
    expect(page.get_by_role("link", name="Small and medium-sized enterprises")).to_have_count(0)


@pytest.mark.parametrize(
    "slug", ["", "department-of-further-and-higher-education-research-innovation-and-science/"], ids=["list", "one"]
)
def test_long_names_fit_the_narrowest_window(open_page: Opener, slug: str) -> None:
    page = open_page(f"de/organisations/{slug}", replace(PHONE, width=320))
    assert overflow(page) <= 0
