"""A page is light: everything that it loads before the first click stays below 200 kB, unpacked, without fonts."""

import pytest

from tests.browser.conftest import Opener
from tests.browser.looks import DESKTOP
from tests.browser.sites import SOURCE_PRACTICE, SiteName

LIMIT = 200_000
WEIGHTS = """() => Object.fromEntries(["navigation", "resource"]
  .flatMap((kind) => performance.getEntriesByType(kind))
  .filter((entry) => !/[.](woff2?|ttf|otf)([?]|$)/.test(entry.name))
  .map((entry) => [new URL(entry.name).pathname, entry.decodedBodySize]))"""


@pytest.mark.parametrize(
    ("site", "path"),
    [
        ("real", "en/"),
        ("real", "pl/"),
        ("real", f"en/{SOURCE_PRACTICE}"),
        ("real", f"pl/{SOURCE_PRACTICE}"),
        ("real", "en/practices/de-cross-border-dual-training-france-germany/"),
        ("network", "ar/"),
    ],
)
def test_a_page_weighs_less_than_200_kilobytes(open_page: Opener, site: SiteName, path: str) -> None:
    page = open_page(path, DESKTOP, site)
    page.wait_for_load_state("networkidle")
    weights: dict[str, int] = page.evaluate(WEIGHTS)
    assert all(weights.values()), weights
    assert sum(weights.values()) < LIMIT, weights
