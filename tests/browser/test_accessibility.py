"""axe finds nothing: WCAG 2.0 to 2.2, A and AA, and the rules on structure, on every kind of page and look."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import REPOSITORY, Opener
from tests.browser.looks import DESKTOP, PHONE, Look
from tests.browser.sites import SiteName, case_id, page_cases

AXE = REPOSITORY / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => {
  const structure = ["region", "landmark-one-main", "page-has-heading-one", "heading-order"];
  const found = await axe.run(document, {
    runOnly: {type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]},
    rules: Object.fromEntries(structure.map((rule) => [rule, {enabled: true}])),
    resultTypes: ["violations"],
  });
  return found.violations.flatMap((fault) =>
    fault.nodes.map((node) => `${fault.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
}"""
LOOKS = {
    "desktop-light": DESKTOP,
    "desktop-dark": replace(DESKTOP, scheme="dark"),
    "phone-light": PHONE,
    "phone-dark": replace(PHONE, scheme="dark"),
}
every_look = pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)


def violations(page: Page) -> str:
    """Return what axe objects to, one line for each element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    return "\n".join(page.evaluate(RUN))


@every_look
@pytest.mark.parametrize(("site", "path"), page_cases("en", "pl", "ar"), ids=case_id)
def test_axe_finds_nothing_on_any_kind_of_page(reuse_page: Opener, look: Look, site: SiteName, path: str) -> None:
    page = reuse_page(path, look, site)
    assert violations(page) == ""


@every_look
def test_axe_finds_nothing_while_search_results_are_shown(reuse_page: Opener, look: Look) -> None:
    page = reuse_page("en/search/", look)
    page.get_by_role("searchbox").fill("wind turbine")
    page.locator(".pf-result-link").first.wait_for()
    assert violations(page) == ""


@every_look
def test_axe_finds_nothing_while_the_language_menu_is_open(reuse_page: Opener, look: Look) -> None:
    page = reuse_page("pl/", look)
    page.locator(".vw-language summary").click()
    assert violations(page) == ""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_the_menu_of_the_phone_is_open(reuse_page: Opener, scheme: str) -> None:
    page = reuse_page("en/browse/", LOOKS[f"phone-{scheme}"])
    page.locator(".vw-menu summary").click()
    assert violations(page) == ""


@every_look
def test_axe_finds_nothing_while_the_citation_is_open(reuse_page: Opener, look: Look) -> None:
    page = reuse_page("en/practices/de-valikom-chamber-validation/", look)
    page.locator(".vw-cite summary").click()
    assert violations(page) == ""


def test_axe_would_find_pale_text_and_a_nameless_button(reuse_page: Opener) -> None:
    page = reuse_page("en/about/")
    page.evaluate("document.querySelector('h1').style.color = '#eee'")
    page.evaluate("document.querySelector('main').append(document.createElement('button'))")
    found = violations(page)
    assert ("color-contrast: h1" in found, "button-name: " in found) == (True, True)
