"""After one visit the benchmark works without network; a new release takes over as a whole; nothing else is touched."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import Error as PlaywrightError

from build_tools.settings import read_settings
from tests.browser.benchmark_page import (
    ADDRESS,
    COMPANY,
    PROVIDER,
    REPOSITORY,
    Visit,
    answer_file,
    asked,
    begin,
    choose,
    downloaded,
    expect_score,
    full_response,
    go_to,
    levels_in,
    open_file,
    visits,
    words,
)
from tests.browser.static_server import serve_folder

WORKER = "benchmark-worker.js"
FIRST = asked(PROVIDER)[0]
PAPER = f"{ADDRESS}paper/"
SECOND_RELEASE = "Start in the second release"
NOTE_MESSAGES = """
window.told = [];
navigator.serviceWorker.addEventListener("message", ({data}) => window.told.push(data));
"""
# Browsers look for a new service worker some time after a visit; here they look at once.
UPDATED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  const {installing, waiting} = await registration.update();
  const worker = installing ?? waiting;
  while (worker.state === "installing") await new Promise((resolve) => (worker.onstatechange = resolve));
  return worker.state;
}"""
CACHED = """async () => {
  const addresses = [];
  for (const name of await caches.keys())
    for (const {url} of await (await caches.open(name)).keys()) addresses.push(url);
  return addresses;
}"""


class Host:
    """A host with a copy of the site: it can go away and get a new release. Browsers keep only what pages tell them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._serving = ExitStack()
        self.address = self._serving.enter_context(serve_folder(folder, fresh=True))

    def go_away(self) -> None:
        """Answer nothing any more."""
        self._serving.close()

    def publish_second_release(self) -> None:
        """Put a release with other words, below another digest, in the place of the first, as a host does."""
        (first,) = (self.folder / "assets" / "benchmark").iterdir()
        second = first.rename(first.with_name("5ec0nd5ec0nd"))
        for path in (f"{ADDRESS}index.html", WORKER):
            rewrite(self.folder / path, first.name, second.name)
        rewrite(self.folder / WORKER, '"digest": "', '"digest": "second-')
        rewrite(second / "strings.en.json", words("start-title"), SECOND_RELEASE)


def rewrite(path: Path, old: str, new: str) -> None:
    """Put a text in the place of another one, which must be there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def host(real_site: str, tmp_path: Path) -> Iterator[Host]:
    assert real_site
    site = read_settings(REPOSITORY).site
    for part in ("assets", "en/benchmark", "en/browse", "pagefind"):
        shutil.copytree(site / part, tmp_path / part)
    shutil.copy(site / WORKER, tmp_path)
    host = Host(tmp_path)
    yield host
    host.go_away()


@pytest.fixture
def visit(browser: Browser, host: Host) -> Iterator[Visit]:
    with visits(browser, host.address) as function:
        yield function


def ready(page: Page) -> None:
    """Wait until everything is kept for use without network."""
    expect(page.locator(".vb-bar__offline")).to_contain_text(words("works-offline"), timeout=20_000)


def cached(page: Page) -> set[str]:
    """Return the paths that are kept."""
    return {re.sub(r"^\w+://[^/]+/", "", address) for address in page.evaluate(CACHED)}


def title(page: Page) -> Locator:
    """Return the heading that tells the releases apart."""
    return page.locator("#vb-start-title")


def test_everything_works_without_network(visit: Visit, host: Host) -> None:
    visitor = visit()
    page = visitor.page
    ready(page)
    host.go_away()
    page.reload()
    open_file(page, answer_file(full_response(PROVIDER, 1), full_response(COMPANY)))
    go_to(page, "form")
    choose(page, {FIRST: 4})
    expect_score(page)
    assert levels_in(downloaded(page))[FIRST] == 4
    assert page.pdf().startswith(b"%PDF")
    page.reload()
    expect(page.locator(".result-score")).to_be_visible(timeout=20_000)
    for path in ("scoring/", f"paper/{PROVIDER}/"):
        page.goto(ADDRESS + path)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
    assert visitor.faults(but="ERR_CONNECTION_REFUSED") == []


def test_the_rest_of_the_site_is_not_touched(visit: Visit, host: Host) -> None:
    page = visit().page
    ready(page)
    elsewhere = page.goto("en/browse/")
    own = page.goto(ADDRESS)
    assert [response and response.from_service_worker for response in (elsewhere, own)] == [False, True]
    assert [path for path in cached(page) if not path.startswith((ADDRESS, "assets/"))] == []
    host.go_away()
    with pytest.raises(PlaywrightError, match="ERR_CONNECTION_REFUSED"):
        page.goto("en/browse/")


def test_an_open_page_goes_on_with_the_files_of_its_release(visit: Visit, host: Host) -> None:
    visitor = visit()
    page = visitor.page
    ready(page)
    host.publish_second_release()
    open_file(page, answer_file(full_response(PROVIDER)))
    expect_score(page)
    assert visitor.faults() == []


def test_a_new_release_takes_over_as_a_whole(visit: Visit, host: Host) -> None:
    visitor = visit()
    first = visitor.page
    ready(first)
    host.publish_second_release()
    second = visitor.context.new_page()
    second.goto(ADDRESS)
    expect(title(second)).to_have_text(SECOND_RELEASE)
    (worker,) = visitor.context.service_workers
    assert second.evaluate(UPDATED) == "installed"
    expect(title(first)).to_have_text(words("start-title"))
    with worker.expect_event("close"):
        first.close()
        second.close()
    third = visitor.context.new_page()
    third.goto(ADDRESS)
    ready(third)
    assert [name.split()[-1][:7] for name in third.evaluate("caches.keys()")] == ["second-"]
    host.go_away()
    third.reload()
    expect(title(third)).to_have_text(SECOND_RELEASE)
    begin(third)
    choose(third, {FIRST: 2})
    expect_score(third)
    assert visitor.faults(but="ERR_CONNECTION_REFUSED") == []


def test_a_page_of_the_second_release_never_gets_among_files_of_the_first(visit: Visit, host: Host) -> None:
    visitor = visit()
    page = visitor.page
    ready(page)
    host.publish_second_release()
    page.reload()
    expect(title(page)).to_have_text(SECOND_RELEASE)
    host.go_away()
    page.reload()
    expect(title(page)).to_have_text(words("start-title"))
    begin(page)
    choose(page, {FIRST: 2})
    expect_score(page)


def test_neither_redirects_nor_missing_pages_are_kept(visit: Visit, host: Host) -> None:
    rewrite(host.folder / WORKER, f'"{PAPER}learner/"', f'"{PAPER}learner"')
    shutil.rmtree(host.folder / PAPER / COMPANY)
    page = visit(NOTE_MESSAGES).page
    page.wait_for_function("() => window.told.length")
    assert page.evaluate("window.told") == [{}]
    papers = {path.removeprefix(PAPER) for path in cached(page) if path.startswith(PAPER)}
    assert papers == {f"{PROVIDER}/"}
    expect(page.locator(".vb-bar__offline")).to_have_text("")
