"""The block of JSON-LD in a real browser: allowed by the policy of the page, read as data, never as markup or code."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

from build_tools.json_ld import script_text
from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP
from tests.browser.sites import SOURCE_PRACTICE, SiteName

BLOCK = "script[type='application/ld+json']"
PARSED = """(html) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  return [...page.scripts].map((script) => [script.type, script.text]);
}"""
HOSTILE = (
    "</script><script>document.title = 'broken'</script>",
    "<!--<script>",
    "--> ]]> </SCRIPT >",
    "&lt;/script&gt;\u2028\u2029",
)


def said_by(page: Page) -> dict[str, Any]:
    """Return what the page says of its main thing; a policy violation would be a fault of the page."""
    data = json.loads(page.locator(BLOCK).text_content() or "")
    work: dict[str, Any] = data["@graph"][0]
    return work


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("real", f"en/{SOURCE_PRACTICE}"),
        ("real", f"pl/{SOURCE_PRACTICE}"),
        ("network", "ar/practices/bakery-days/"),
        ("network", "ar/guidelines/welcome-learners/"),
    ],
)
def test_the_block_breaks_no_policy_and_agrees_with_the_page(open_page: Opener, site: SiteName, path: str) -> None:
    page = open_page(path, DESKTOP, site)
    page.wait_for_load_state("networkidle")
    work = said_by(page)
    assert work["url"] == page.locator("link[rel=canonical]").get_attribute("href")
    assert work["inLanguage"] == page.locator(".vw-body").get_attribute("lang")
    if work["inLanguage"] == path[:2]:
        assert work["headline"] == page.locator("h1").text_content()
    assert work["citation"] or "guidelines" in path


def test_a_browser_does_not_run_the_block(open_page: Opener) -> None:
    page = open_page("en/practices/bakery-days/", DESKTOP, "network")
    ran = page.evaluate("""() => {
      const script = document.createElement("script");
      script.type = "application/ld+json";
      script.textContent = "globalThis.ran = true";
      document.head.append(script);
      return "ran" in globalThis;
    }""")
    assert ran is False


@pytest.mark.parametrize("title", HOSTILE)
def test_no_title_can_leave_the_block(open_page: Opener, title: str) -> None:
    page = open_page("en/about/", DESKTOP, "network")
    html = f'<!doctype html><head><script type="application/ld+json">{script_text({"name": title})}</script><p>end'
    ((kind, text),) = page.evaluate(PARSED, html)
    assert kind == "application/ld+json"
    assert json.loads(text) == {"name": title}
