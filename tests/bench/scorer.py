"""What the start of Python in the browser costs, and the bars of issue 3 that it is held to."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, sync_playwright

from build_tools.runtime import PYODIDE, runtime
from tests.bench.rows import Row
from tests.browser.conftest import ARGUMENTS
from tests.browser.runtime_page import (
    FROM_SNAPSHOT,
    PLAINLY,
    STOCK,
    Start,
    replace_file,
    start,
    wire_bytes,
    write_page,
)
from tests.browser.static_server import serve_folder
from tests.browser_setup import find_chromium

RUNS = 5
MEGABYTE = 1_000_000
# Pyodide as it comes, then our two ways: each takes the wheel of the scorer.
WAYS = {"stock": STOCK, "plain": PLAINLY, "snapshot": FROM_SNAPSHOT}

type Say = Callable[[str], None]


def start_rows(say: Say) -> list[Row]:
    """Measure starts up to the first score in turn, each as a new visitor, with all files from this machine."""
    with TemporaryDirectory() as work, _browser() as browser:
        ours, stock = _pages(Path(work))
        with serve_folder(ours) as our_address, serve_folder(stock) as stock_address:
            addresses = {"stock": stock_address, "plain": our_address, "snapshot": our_address}
            starts: dict[str, list[Start]] = {way: [] for way in WAYS}
            for run in range(1, RUNS + 1):
                say(f"starts of Python in the browser, run {run} of {RUNS}")
                for way, code in WAYS.items():
                    starts[way].append(_visit(browser, addresses[way], code))
        return [*_time_rows(starts), *_weight_rows(ours, starts)]


@contextmanager
def _browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        yield started
        started.close()


def _pages(work: Path) -> tuple[Path, Path]:
    """Write the page with our runtime, and one with Pyodide's own standard library instead of ours."""
    folders = work / "ours", work / "stock"
    for folder in folders:
        folder.mkdir()
        write_page(folder, runtime())
    library = "python_stdlib.zip"
    replace_file(folders[1] / "runtime" / library, (PYODIDE / library).read_bytes())
    return folders


def _visit(browser: Browser, address: str, code: str) -> Start:
    with browser.new_context() as context:
        return start(context.new_page(), address, code)


def _time_rows(starts: dict[str, list[Start]]) -> list[Row]:
    seconds = {way: median(each.seconds for each in those) for way, those in starts.items()}
    return [
        Row("start from snapshot", seconds["snapshot"], "s", baseline=seconds["stock"], bar=0.4),
        Row("start without snapshot", seconds["plain"], "s", baseline=seconds["stock"]),
    ]


def _weight_rows(folder: Path, starts: dict[str, list[Start]]) -> list[Row]:
    weights = {way: wire_bytes(folder, starts[way][0].paths) / MEGABYTE for way in ("snapshot", "plain")}
    return [
        Row("compressed bytes until the first score", weights["snapshot"], "MB", bar=6),
        Row("compressed bytes without snapshot", weights["plain"], "MB"),
    ]
