"""The numbers of the explore page are those of its catalog, and 2,500 practices stay fluid."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.conftest import Opener
from tests.browser.test_explore import explore, found

COUNTS = """() => Object.fromEntries([...document.querySelectorAll(".vx-facet fieldset")].map((facet) => [
  facet.querySelector("[type=checkbox]").name,
  Object.fromEntries([...facet.querySelectorAll("li")].map((item) =>
    [item.querySelector("[type=checkbox]").value, Number(item.querySelector(".vw-number").textContent)]))]))"""
MANY = 2500


def catalog_of(page: Page) -> dict[str, Any]:
    """Return the catalog that the page has loaded."""
    address = page.evaluate(
        "performance.getEntriesByType('resource').map(({name}) => name).find((name) => name.includes('/catalog.'))"
    )
    loaded: dict[str, Any] = page.request.get(address).json()
    return loaded


def counted(catalog: dict[str, Any], chosen: dict[str, list[str]]) -> dict[str, dict[str, int]]:
    """Return the number at every term, by a look at every practice."""

    def fits(practice: dict[str, Any], facet: str) -> bool:
        others = [name for name in chosen if name != facet]
        return all(set(chosen[name]) & set(practice["facets"][name]) for name in others)

    return {
        facet: {
            term: sum(term in p["facets"][facet] and fits(p, facet) for p in catalog["practices"]) for term in terms
        }
        for facet, terms in catalog["vocabularies"].items()
    }


@pytest.mark.parametrize(
    ("address", "chosen"),
    [
        ("", {}),
        ("?country=DE&country=AT", {"country": ["DE", "AT"]}),
        (
            "?phase=planning&evidence=described&role=company",
            {"phase": ["planning"], "evidence": ["described"], "role": ["company"]},
        ),
    ],
)
def test_the_numbers_shown_are_those_of_the_catalog(
    open_page: Opener, address: str, chosen: dict[str, list[str]]
) -> None:
    page = explore(open_page, address)
    assert page.evaluate(COUNTS) == counted(catalog_of(page), chosen)


@pytest.fixture
def many(browser: Browser, real_site: str) -> Iterator[Page]:
    """Give the explore page with 2,500 practices, made by repeating the real ones."""

    def repeat(route: Route) -> None:
        catalog = route.fetch().json()
        real = catalog["practices"]
        copies = [{**real[n % len(real)], "slug": f"copy-{n}", "address": f"practices/copy-{n}/"} for n in range(MANY)]
        route.fulfill(json={**catalog, "practices": copies})

    page = browser.new_page(base_url=real_site)
    page.route("**/catalog.en.json", repeat)
    page.goto("en/explore/")
    found(page, MANY)
    yield page
    page.close()


def test_2500_practices_are_filtered_within_50_milliseconds(many: Page) -> None:
    times: list[float] = many.evaluate("""async () => {
      const times = [];
      for (const box of [...document.querySelectorAll(".vx-facet [type=checkbox]")].slice(0, 60)) {
        const before = performance.now();
        box.click();
        await new Promise((done) => setTimeout(done));
        document.body.getBoundingClientRect();
        times.push(performance.now() - before);
      }
      return times.sort((one, other) => one - other);
    }""")
    # The fastest tenth is what the page needs; the rest also waits for other work on the machine.
    assert times[len(times) // 10] < 50, json.dumps(times)


def test_all_of_2500_practices_can_be_reached(many: Page) -> None:
    many.goto("en/explore/?page=104")
    expect(many.locator(".vw-card")).to_have_count(104 * 24)
    many.get_by_role("button", name="Show more").click()
    expect(many.locator(".vw-card")).to_have_count(MANY)
    expect(many.get_by_role("button", name="Show more")).to_be_hidden()
