"""Nobody has to scroll sideways: not on the narrowest phone, and not at 400 % zoom."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, Look
from tests.browser.sites import SOURCE_PRACTICE, SiteName, case_id, page_cases

NARROW = Look(width=320, height=640)
ZOOMED = Look(width=320, height=256, scale=4)  # 1280 x 1024 at 400 %
WIDTHS = """() => {
  const edge = document.documentElement.clientWidth;
  const cut = (element) => getComputedStyle(element).textOverflow === "ellipsis";
  const shortened = (element) => element && (cut(element) || shortened(element.parentElement));
  const sideways = [...document.querySelectorAll("body *")].filter((element) => {
    const {left, right, width} = element.getBoundingClientRect();
    return width > 1 && (right > edge + 1 || left < -1) && element.checkVisibility() &&
      !element.closest(".vw-table") && !shortened(element);
  });
  return [document.scrollingElement.scrollWidth - edge, sideways.map((element) => element.outerHTML.slice(0, 120))];
}"""
every_page = pytest.mark.parametrize(("site", "path"), page_cases("en", "de", "pl", "ar"), ids=case_id)
both_narrow_looks = pytest.mark.parametrize("look", [NARROW, ZOOMED], ids=["phone", "zoom"])


def sticks_out(page: Page) -> list[object]:
    """Return by how many pixels the page is too wide, and what sticks out."""
    found: list[object] = page.evaluate(WIDTHS)
    return found


@both_narrow_looks
@every_page
def test_a_page_fits_into_320_pixels(reuse_page: Opener, site: SiteName, path: str, look: Look) -> None:
    assert sticks_out(reuse_page(path, look, site)) == [0, []]


@pytest.mark.parametrize(("site", "path"), [("real", "en/"), ("real", "de/"), ("real", "pl/"), ("network", "ar/")])
def test_open_menus_fit_into_320_pixels(reuse_page: Opener, site: SiteName, path: str) -> None:
    page = reuse_page(path, NARROW, site)
    page.locator(".vw-menu summary").click()
    page.locator(".vw-language summary").click()
    assert sticks_out(page) == [0, []]


def test_search_results_fit_into_320_pixels(reuse_page: Opener) -> None:
    page = reuse_page("en/search/", NARROW)
    page.get_by_role("searchbox").fill("apprenticeship")
    page.locator(".pf-result-link").first.wait_for()
    assert sticks_out(page) == [0, []]


def test_an_open_citation_fits_into_320_pixels(reuse_page: Opener) -> None:
    page = reuse_page("en/practices/de-cross-border-dual-training-france-germany/", NARROW)
    page.locator(".vw-cite summary").click()
    assert sticks_out(page) == [0, []]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_wide_table_scrolls_inside_its_own_region(reuse_page: Opener, lang: str) -> None:
    page = reuse_page(f"{lang}/practices/bakery-days/", NARROW, "network")
    frame = page.locator(".vw-table")
    assert frame.evaluate("(frame) => frame.scrollWidth > frame.clientWidth")
    frame.focus()
    page.keyboard.press("ArrowRight" if lang == "en" else "ArrowLeft")
    expect(frame).not_to_have_js_property("scrollLeft", 0)
    assert sticks_out(page) == [0, []]


@pytest.mark.parametrize(("lang", "name"), [("en", "Table, scrolls sideways"), ("ar", "جدول يمرر جانبيا")])
def test_the_region_of_a_wide_table_is_focusable_and_has_a_name(reuse_page: Opener, lang: str, name: str) -> None:
    page = reuse_page(f"{lang}/practices/bakery-days/", NARROW, "network")
    region = page.get_by_role("region", name=name)
    expect(region).to_have_attribute("tabindex", "0")


def test_a_wide_table_stays_inside_the_page_without_scripts(open_page: Opener) -> None:
    page = open_page("en/practices/bakery-days/", replace(NARROW, scripts=False), "network")
    assert page.evaluate("document.scrollingElement.scrollWidth - document.documentElement.clientWidth") == 0


@pytest.mark.parametrize(
    ("site", "path"),
    [("real", f"{lang}/") for lang in ("en", "de", "fr", "es", "it", "pt", "nl", "pl")]
    + [("network", "en/"), ("network", "ar/")],
)
def test_the_header_stands_in_one_row_on_the_desktop(reuse_page: Opener, site: SiteName, path: str) -> None:
    page = reuse_page(path, DESKTOP, site)
    boxes = [page.locator(part).bounding_box() for part in (".vw-brand", ".vw-menu", ".vw-language", ".vw-scheme")]
    tops = [box["y"] for box in boxes if box]
    bottoms = [box["y"] + box["height"] for box in boxes if box]
    assert max(tops) < min(bottoms)


@pytest.mark.parametrize(
    ("site", "path"),
    [("real", "en/" + SOURCE_PRACTICE), ("real", "pl/" + SOURCE_PRACTICE), ("network", "ar/practices/bakery-days/")],
)
def test_neighbouring_facts_do_not_run_into_each_other(reuse_page: Opener, site: SiteName, path: str) -> None:
    page = reuse_page(path, NARROW, site)
    glued = page.locator(".vw-facts dd > * + *").evaluate_all(
        "(facts) => facts.filter((fact) => fact.previousSibling === fact.previousElementSibling).length"
    )
    assert glued == 0
