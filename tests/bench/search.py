"""What a search costs a visitor, beside Material's built-in search over the same pages, and the bars of issue 4."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from build_tools.build import build
from build_tools.settings import read_settings
from tests.bench.baseline import timed_baseline, write_one_language
from tests.bench.rows import Row
from tests.bench.sites import copy_of_site
from tests.bench.synthetic import SEED, Stock, synthetic_site
from tests.browser.conftest import ARGUMENTS
from tests.browser.runtime_page import wire_bytes
from tests.browser.static_server import serve_folder
from tests.browser_setup import find_chromium

LANGUAGE = "en"
PRACTICES = 2_500
SEARCHES = 60
KILOBYTE = 1_000
MOST_KILOBYTES, MOST_MILLISECONDS = 250, 150

# The milliseconds from the last key of each word until its first result stands in the document. A word that a search
# leaves out (Material's search does so with words such as "through") gives no figure.
_SEARCHES = """async ([field, result, words]) => {
  const input = document.querySelector(field);
  const until = (holds) => new Promise((resolve) => {
    const begin = performance.now();
    const look = () => holds() || performance.now() - begin > 3000 ? resolve(holds()) : setTimeout(look, 1);
    look();
  });
  const type = (text) => {
    input.value = text;
    input.dispatchEvent(new InputEvent("input", {bubbles: true}));
    input.dispatchEvent(new KeyboardEvent("keyup", {bubbles: true, key: text.at(-1) ?? "Backspace"}));
  };
  const milliseconds = [];
  for (const word of words) {
    type("");
    await until(() => !document.querySelector(result));
    const begin = performance.now();
    type(word);
    const found = await until(() => document.querySelector(result));
    if (found) milliseconds.push(performance.now() - begin);
  }
  return milliseconds;
}"""

type Say = Callable[[str], None]


@dataclass(frozen=True)
class Search:
    """How a search is used: what opens it, its field, a result."""

    opens: str
    field: str
    result: str


OURS = Search("a[data-search]", "pagefind-modal input[type=search]", "pagefind-modal .pf-result-link")
MATERIALS = Search(".md-search__input", ".md-search__input", ".md-search-result__item a")


@dataclass(frozen=True)
class Cost:
    """The kilobytes of a first search, compressed, beside the page; the milliseconds of each later search."""

    kilobytes: float
    milliseconds: Sequence[float]

    @property
    def percentile_95(self) -> float:
        """The 95th percentile of the milliseconds."""
        return quantiles(self.milliseconds, n=20, method="inclusive")[-1]


def search_rows(say: Say) -> list[Row]:
    """Measure both searches at the real content and at 2,500 synthetic practices."""
    real, synthetic = copy_of_site("search-real"), synthetic_site("search-synthetic", PRACTICES)
    words = _words(Stock(copy_of_site("search-words") / "content"))
    return [
        *_rows(say, "the real content", real, words),
        *_rows(say, f"{PRACTICES:,} practices", synthetic, words),
    ]


def _words(stock: Stock) -> list[str]:
    """Return whole words of practices, as often as they stand there, none twice."""
    chance = random.Random(SEED)  # noqa: S311 - to be repeated, not to be secret
    long = sorted({word for word in stock.words if len(word) > 5})
    return chance.sample(long, SEARCHES)


def _rows(say: Say, what: str, root: Path, words: Sequence[str]) -> list[Row]:
    say(f"search: {what}, the site")
    settings = read_settings(root)
    build(settings, [LANGUAGE])
    say(f"search: {what}, the baseline")
    folder = write_one_language(root, LANGUAGE)
    timed_baseline(folder)
    say(f"search: {what}, searches")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        ours = _cost(browser, settings.site, f"{LANGUAGE}/browse/", OURS, words)
        theirs = _cost(browser, folder / "site", "browse/", MATERIALS, words)
        browser.close()
    return [
        Row(f"first search, {what}", ours.kilobytes, "KB", bar=MOST_KILOBYTES),
        Row(f"the same against Material's search, {what}", ours.kilobytes, "KB", theirs.kilobytes),
        Row(f"key press to results, 95th percentile, {what}", ours.percentile_95, "ms", bar=MOST_MILLISECONDS),
        Row(f"the same against Material's search, {what} ", ours.percentile_95, "ms", theirs.percentile_95),
    ]


def _cost(browser: Browser, folder: Path, path: str, search: Search, words: Sequence[str]) -> Cost:
    with serve_folder(folder) as address, browser.new_context(base_url=address) as context:
        page, paths = context.new_page(), list[str]()
        context.on("request", lambda request: paths.append(urlsplit(request.url).path))
        page.goto(path)
        page.wait_for_load_state("networkidle")
        if search is OURS:
            paths.clear()
        _first_search(page, search, words[0])
        kilobytes = wire_bytes(folder, _searching(paths, search)) / KILOBYTE
        return Cost(kilobytes, page.evaluate(_SEARCHES, [search.field, search.result, list(words[1:])]))


def _searching(paths: Sequence[str], search: Search) -> list[str]:
    """Return what was loaded for the search: Material loads a part of it with the page, and all else is its page."""
    return list(paths) if search is OURS else [path for path in paths if "search" in path]


def _first_search(page: Page, search: Search, word: str) -> None:
    page.locator(search.opens).click()
    page.locator(search.field).press_sequentially(word)
    page.locator(search.result).first.wait_for()
    page.wait_for_load_state("networkidle")
