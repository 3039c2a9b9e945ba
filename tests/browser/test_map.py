"""The map in a real browser: links with names, by pointer and by keyboard, not mirrored, and readable on a phone."""

from dataclasses import replace

import pytest
from playwright.sync_api import FloatRect, Page, expect

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP, PHONE, Look

MARK = ".vw-map__mark"
DARK = replace(DESKTOP, scheme="dark")
WITHOUT_SCRIPTS = replace(DESKTOP, scripts=False)
# A point of the country that no mark covers.
LAND = """(link) => {
  const path = link.querySelector("path");
  const inside = (x, y) => path.isPointInFill(new DOMPoint(x, y));
  const {x, y, width, height} = path.getBBox();
  const scale = path.getScreenCTM();
  for (let step = 1; step < 2500; step += 1) {
    const [px, py] = [x + width * (step % 50) / 50, y + height * Math.floor(step / 50) / 50];
    const place = new DOMPoint(px, py).matrixTransform(scale);
    if (inside(px, py) && document.elementFromPoint(place.x, place.y) === path) return [place.x, place.y];
  }
  return null;
}"""


def box(page: Page, name: str) -> FloatRect:
    """Return where the mark of a country stands."""
    found = page.get_by_role("group").get_by_role("link", name=name).locator("circle").bounding_box()
    assert found
    return found


@pytest.mark.parametrize("look", [DESKTOP, PHONE, WITHOUT_SCRIPTS], ids=["desktop", "phone", "without-scripts"])
def test_every_number_is_a_link_with_the_name_of_its_country(open_page: Opener, look: Look) -> None:
    page = open_page("en/map/", look)
    marks = page.get_by_role("group", name="Map").get_by_role("link")
    rows = page.locator(".vw-map__list li")
    several = 1
    assert marks.count() == rows.count() - several > 20
    page.get_by_role("link", name="Germany, practices:").click()
    page.wait_for_url("**/en/browse/country/de/")


def test_picture_and_list_show_the_same_numbers(reuse_page: Opener) -> None:
    page = reuse_page("en/map/")
    names = page.locator(f"{MARK} title").all_text_contents()
    rows = page.locator(".vw-map__list li > span").all_inner_texts()
    listed = [row.replace(" (", ", practices: ").removesuffix(")") for row in rows]
    assert listed[:-1] == names
    expect(page.locator(".vw-map__several a")).to_contain_text(listed[-1])
    assert page.locator(f"{MARK} text").all_text_contents() == [name.rpartition(" ")[2] for name in names]


@pytest.mark.parametrize("code", ["fr", "no", "pl"])
def test_the_land_of_a_country_can_be_clicked(open_page: Opener, code: str) -> None:
    page = open_page("en/map/", replace(DESKTOP, height=1200))
    place = page.locator(f"svg a[aria-hidden][href$='/{code}/']").evaluate(LAND)
    page.mouse.click(*place)
    page.wait_for_url(f"**/en/browse/country/{code}/")


@pytest.mark.parametrize("look", [DESKTOP, DARK, PHONE], ids=["light", "dark", "phone"])
def test_the_keyboard_reaches_a_mark_shows_it_and_opens_it(open_page: Opener, look: Look) -> None:
    page = open_page("en/map/", look)
    page.locator(".vw-map__several a").focus()
    page.keyboard.press("Tab")
    mark = page.locator(MARK).first
    expect(mark).to_be_focused()
    expect(mark).to_have_css("outline-style", "solid")
    expect(mark.locator("circle")).to_have_css("stroke-width", "5px")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/browse/country/at/")


def test_marks_are_large_enough_for_a_finger_on_the_desktop(reuse_page: Opener) -> None:
    page = reuse_page("en/map/")
    sizes = page.locator(f"{MARK} circle").evaluate_all(
        "(marks) => marks.map((it) => it.getBoundingClientRect().width)"
    )
    assert min(sizes) >= 24


def test_a_phone_shows_dots_and_the_list_has_the_numbers(reuse_page: Opener) -> None:
    page = reuse_page("en/map/", PHONE)
    expect(page.locator(f"{MARK} text").first).to_be_hidden()
    row = page.locator(".vw-map__list li", has_text="Germany").locator("a").first
    size = row.bounding_box()
    assert size
    assert size["height"] >= 24


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_west_is_left_and_numbers_stay_in_their_marks(open_page: Opener, direction: str) -> None:
    page = open_page("en/map/")
    page.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
    assert box(page, "Spain")["x"] < box(page, "Germany")["x"] < box(page, "Türkiye")["x"]
    mark, number = box(page, "Spain"), page.locator(f"{MARK} text", has_text="12").first.bounding_box()
    assert number
    assert abs(mark["x"] + mark["width"] / 2 - number["x"] - number["width"] / 2) < 1


def test_a_row_leads_to_the_facets(reuse_page: Opener) -> None:
    page = reuse_page("en/map/")
    expect(page.get_by_role("link", name="Filter (Germany)")).to_have_attribute("href", "../explore/?country=DE")


def test_numbers_can_be_seen_with_forced_colours(open_page: Opener) -> None:
    page = open_page("en/map/")
    page.emulate_media(forced_colors="active")
    circle, number = page.locator(f"{MARK} circle").first, page.locator(f"{MARK} text").first
    fills = [it.evaluate("(it) => getComputedStyle(it).fill") for it in (circle, number)]
    assert fills[0] != fills[1]
