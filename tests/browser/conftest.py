"""The sites that the browser tests look at, the browser, and pages that must stay without fault.

Everything shared ends with this folder's tests, not with the session: while Playwright runs, no other test could
start an event loop.
"""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect, sync_playwright

from build_tools.build import build
from build_tools.settings import Settings, read_settings
from tests.browser.looks import DESKTOP, Look
from tests.browser.sites import SiteName
from tests.browser.static_server import serve_folder
from tests.browser.watch import Watch
from tests.browser_setup import HELP, find_chromium

REPOSITORY = Path(__file__).resolve().parents[2]
FIXTURE_NETWORK = REPOSITORY / "tests" / "fixtures" / "network"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]
APPLICATION = "#vw-benchmark, #vw-compare, #vw-explore, #vw-selection"


type Opener = Callable[..., Page]


@pytest.fixture(scope="package")
def real_site() -> Iterator[str]:
    """Give the address of the project's own site, built and served at the root of a host."""
    settings = read_settings(REPOSITORY)
    with FileLock(REPOSITORY / "build" / "real-site.lock"):  # other workers of the tests find it built
        build(settings)
    with serve_folder(settings.site) as address:
        yield address


@pytest.fixture(scope="package")
def network_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the fixture network, built in a folder of its own and served below a path."""
    settings = _copied_network(tmp_path_factory.mktemp("network"))
    build(settings)
    with serve_folder(settings.site, settings.base_path) as address:
        yield address


def _copied_network(folder: Path) -> Settings:
    for part in ("content", "benchmark"):
        shutil.copytree(FIXTURE_NETWORK / part, folder / part)
    settings = read_settings(FIXTURE_NETWORK)
    theme = {**settings.theme, "custom_dir": str(settings.theme_folder)}
    return replace(settings, root=folder, theme=theme)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Give one Chromium for all tests."""
    chromium = find_chromium()
    assert chromium, HELP
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield started
        started.close()


def _watched_page(browser: Browser, address: str, look: Look) -> tuple[Page, Watch]:
    context = browser.new_context(
        base_url=address,
        viewport={"width": look.width, "height": look.height},
        device_scale_factor=look.scale,
        color_scheme=look.scheme,
        locale=look.locale,
        java_script_enabled=look.scripts,
    )
    context.set_default_timeout(15_000)
    parts = urlsplit(address)
    watch = Watch(context, f"{parts.scheme}://{parts.netloc}")
    if look.init:
        context.add_init_script(look.init)
    return context.new_page(), watch


def _go(page: Page, path: str, look: Look) -> None:
    """Open an address; where the page is a place for scripts, wait for what they make of it."""
    page.goto(path)
    if look.scripts:
        expect(page.locator(APPLICATION).and_(page.locator(":empty"))).to_have_count(0)
        expect(page.locator("[data-search-page]:not(:has(input))")).to_have_count(0)


@pytest.fixture
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Give a function that opens an address as a new visitor; after the test, no page may have a fault."""
    opened: list[tuple[Page, Watch]] = []

    def open_path(path: str, look: Look = DESKTOP, site: SiteName = "real") -> Page:
        page, watch = _watched_page(browser, request.getfixturevalue(f"{site}_site"), look)
        opened.append((page, watch))
        _go(page, path, look)
        return page

    yield open_path
    for page, _ in opened:
        page.context.close()
    assert [fault for _, watch in opened for fault in watch.faults()] == []


type Pool = dict[tuple[SiteName, Look], tuple[Page, Watch]]


@pytest.fixture(scope="module")
def pool(browser: Browser) -> Iterator[Pool]:
    """Give the pages that the tests of one file use one after the other."""
    pages: Pool = {}
    yield pages
    for page, _ in pages.values():
        page.context.close()


@pytest.fixture
def reuse_page(browser: Browser, pool: Pool, request: pytest.FixtureRequest) -> Iterator[Opener]:
    """Give a function like `open_page` that saves time with one page per site and look."""
    used: list[tuple[Page, Watch]] = []

    def go(path: str, look: Look = DESKTOP, site: SiteName = "real") -> Page:
        if (site, look) not in pool:
            pool[site, look] = _watched_page(browser, request.getfixturevalue(f"{site}_site"), look)
        page, watch = pool[site, look]
        watch.forget()
        used.append((page, watch))
        _go(page, path, look)
        return page

    yield go
    for page, _ in used:
        page.evaluate("0")
    assert [fault for _, watch in used for fault in watch.faults()] == []
