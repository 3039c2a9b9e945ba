"""Arabic pages run from right to left, and a text in another language keeps its own direction."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look
from tests.browser.sites import NETWORK

MIRRORED = [(".vw-brand", ".vw-menu nav"), (".vw-language", ".vw-scheme")]


def left_edge(page: Page, part: str) -> float:
    """Return where a part of the page begins."""
    box = page.locator(part).bounding_box()
    assert box
    return box["x"]


@pytest.mark.parametrize("path", NETWORK.values(), ids=NETWORK)
def test_an_arabic_page_runs_from_right_to_left(reuse_page: Opener, path: str) -> None:
    page = reuse_page(f"ar/{path}", DESKTOP, "network")
    assert page.locator("html").evaluate("(html) => [html.lang, html.dir]") == ["ar", "rtl"]


def test_the_text_of_an_arabic_translation_runs_from_right_to_left(reuse_page: Opener) -> None:
    body = reuse_page("ar/practices/bakery-days/", DESKTOP, "network").locator(".vw-body")
    assert body.evaluate("(body) => [body.lang, getComputedStyle(body).direction]") == ["ar", "rtl"]


@pytest.mark.parametrize("slug", ["guest-house", "solar-workshop"])
def test_an_english_text_on_an_arabic_page_runs_from_left_to_right(reuse_page: Opener, slug: str) -> None:
    body = reuse_page(f"ar/practices/{slug}/", DESKTOP, "network").locator(".vw-body")
    assert body.evaluate("(body) => [body.lang, body.dir, getComputedStyle(body).direction]") == ["en", "ltr", "ltr"]


def test_an_arabic_text_on_an_english_page_runs_from_right_to_left(reuse_page: Opener) -> None:
    body = reuse_page("en/guidelines/welcome-learners/", DESKTOP, "network").locator(".vw-body")
    assert body.evaluate("(body) => [body.lang, body.dir, getComputedStyle(body).direction]") == ["ar", "rtl", "rtl"]


def test_an_untranslated_title_keeps_its_own_direction(reuse_page: Opener) -> None:
    title = reuse_page("ar/practices/guest-house/", DESKTOP, "network").locator("h1")
    assert title.evaluate("(title) => getComputedStyle(title).direction") == "ltr"


@pytest.mark.parametrize(("first", "second"), MIRRORED)
def test_the_header_is_mirrored(reuse_page: Opener, first: str, second: str) -> None:
    page = reuse_page("en/", DESKTOP, "network")
    assert left_edge(page, first) < left_edge(page, second)
    page = reuse_page("ar/", DESKTOP, "network")
    assert left_edge(page, first) > left_edge(page, second)


@pytest.mark.parametrize("look", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_open_language_menu_stays_in_the_window(reuse_page: Opener, look: Look) -> None:
    page = reuse_page("ar/", look, "network")
    page.locator(".vw-language summary").click()
    expect(page.locator(".vw-language ul")).to_be_in_viewport(ratio=1)
