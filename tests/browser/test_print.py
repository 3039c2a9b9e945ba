"""A printed page carries what paper needs: no menus, dark text, the addresses of the sources."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, Look

PRACTICE = "practices/de-valikom-chamber-validation/"
SHADES = """() => [...document.querySelectorAll("main h1, main h2, main p, main li, main dt, main dd, main a")]
  .filter((element) => element.checkVisibility())
  .map((element) => getComputedStyle(element).color.match(/[\\d.]+/g).slice(0, 3).map(Number))"""


def printed(page: Page) -> Page:
    """Return the page as the printer gets it, who waits for no transition."""
    page.emulate_media(media="print", reduced_motion="reduce")
    return page


def lightest(page: Page) -> float:
    """Return how light the lightest text is: 0 is black, 1 is white."""
    shades: list[list[float]] = page.evaluate(SHADES)
    return max(sum(shade) for shade in shades) / (3 * 255)


@pytest.mark.parametrize("path", ["en/", "en/browse/", f"en/{PRACTICE}", f"pl/{PRACTICE}"])
def test_menus_are_not_printed(reuse_page: Opener, path: str) -> None:
    page = printed(reuse_page(path, replace(DESKTOP, height=801)))
    for part in (".vw-menu", ".vw-language", ".vw-scheme", ".vw-skip", ".vw-footer nav"):
        expect(page.locator(part)).to_be_hidden()


@pytest.mark.parametrize("lang", ["en", "pl"])
def test_sources_are_printed_with_their_addresses(reuse_page: Opener, lang: str) -> None:
    page = printed(reuse_page(f"{lang}/{PRACTICE}", replace(DESKTOP, height=801)))
    shown = page.locator(".vw-sources a[rel~=external]").evaluate_all(
        "(links) => links.map((link) => getComputedStyle(link, '::after').content.includes(link.href))"
    )
    assert set(shown) == {True}


def test_title_facts_and_text_are_printed(reuse_page: Opener) -> None:
    page = printed(reuse_page(f"en/{PRACTICE}", replace(DESKTOP, height=801)))
    for part in ("h1", ".vw-facts", ".vw-body", ".vw-sources"):
        expect(page.locator(part).first).to_be_visible()


@pytest.mark.parametrize("path", ["en/", "en/practices/", f"en/{PRACTICE}", "en/method/"])
def test_the_text_is_printed_dark_for_readers_of_the_dark_scheme(open_page: Opener, path: str) -> None:
    page = printed(open_page(path, Look(scheme="dark")))
    assert lightest(page) < 0.5


def test_the_text_is_printed_dark_after_the_dark_scheme_was_chosen(open_page: Opener) -> None:
    page = open_page(f"en/{PRACTICE}")
    page.locator(".vw-scheme").click()
    assert lightest(printed(page)) < 0.5


def test_a_chart_is_printed_on_one_page_with_all_its_parts(reuse_page: Opener) -> None:
    page = printed(reuse_page("en/statistics/countries/de/", replace(DESKTOP, height=801)))
    charts = page.locator(".vw-charts")
    assert charts.count() > 10
    kept = charts.evaluate_all("(all) => all.map((chart) => getComputedStyle(chart).breakInside)")
    assert set(kept) == {"avoid"}
    paper = 1123 - 2 * 38
    heights: list[float] = charts.evaluate_all("(all) => all.map((chart) => chart.getBoundingClientRect().height)")
    assert max(heights) < paper / 2
    expect(charts.first.locator("svg")).to_have_count(2)
    expect(charts.first.locator(".vw-key")).to_be_visible()
