"""Types into the search as a reader does, on the search page and in the dialog."""

import re

from playwright.sync_api import Page, expect


def results_of(page: Page, words: str) -> list[str]:
    """Type the words and return the paths of the pages found that are shown, best first; the results are loaded."""
    page.get_by_role("searchbox").fill(words)
    summary = page.locator("pagefind-summary")
    expect(summary).to_contain_text(words)
    expect(page.locator(".pf-results")).to_have_attribute("aria-busy", "false")
    expect(summary).not_to_contain_text(re.compile(r"\.\.\.$|…$"))
    if re.search(r"\d", summary.inner_text().replace(words, "")):
        page.locator("[data-pf-result-index='0'] .pf-result-link").wait_for()
        expect(page.locator("[data-pf-result-index='0'] ~ li:nth-child(-n+3) .pf-skeleton")).to_have_count(0)
    links = page.locator(".pf-result-link")
    found: list[str] = links.evaluate_all("(links) => links.map((link) => new URL(link.href).pathname)")
    return found
