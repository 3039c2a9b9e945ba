"""What the scorer costs, in the browser and without one, and the bars of issue 3 that it is held to."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import process_time
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from build_tools.build import build
from build_tools.runtime import PYODIDE, runtime
from build_tools.settings import read_settings
from tests.bench.rows import Row
from tests.bench.sites import copy_of_site
from tests.browser.benchmark_page import (
    ADDRESS,
    COMPANY,
    LEARNER,
    PROVIDER,
    answer_file,
    expect_score,
    full_response,
    go_to,
    open_file,
    visits,
)
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
from vetwork_benchmark import load_model, parse_answers, score

RUNS = 5
CALLS = 100
CHANGES = 60
FILES = 1_000
KILOBYTE, MEGABYTE = 1_000, 1_000_000
THREE_RESPONSES = answer_file(*(full_response(role, place) for place, role in enumerate((PROVIDER, COMPANY, LEARNER))))
# Pyodide as it comes, then our two ways: each takes the wheel of the scorer.
WAYS = {"stock": STOCK, "plain": PLAINLY, "snapshot": FROM_SNAPSHOT}

# The milliseconds of each call of the worker of the page, there and back, once it is warm.
_SCORE = """async ([files, times]) => {
  const {assets, runtime} = document.getElementById("vw-benchmark").dataset;
  const absolute = (address) => new URL(address, document.baseURI).href;
  const worker = new Worker(absolute(`${assets}worker.js`), {type: "module"});
  const call = (id, method, args) => new Promise((resolve, reject) => {
    worker.onmessage = ({data}) => data.id === id && (data.error ? reject(Error(JSON.stringify(data))) : resolve());
    worker.postMessage({id, method, args});
  });
  const milliseconds = [];
  await call(0, "start", {runtime: absolute(runtime), model: absolute(`${assets}model.json`)});
  for (let id = 1; id <= times + 10; id += 1) {
    const begin = performance.now();
    await call(id, "score", {files});
    milliseconds.push(performance.now() - begin);
  }
  worker.terminate();
  return milliseconds.slice(10);
}"""

# The milliseconds from each change of an answer until everything drawn from it stands in the document. The question has
# left the page and still takes answers; what is shown are the results, whose head holds the hash of the answers.
_CHANGE = """async ([question, times]) => {
  const results = document.querySelector(".vr");
  const stamp = () => results.querySelector(".vr-report-head").textContent;
  const milliseconds = [];
  for (let turn = 0; turn < times; turn += 1) {
    const before = stamp();
    const updated = new Promise((resolve) => {
      const observer = new MutationObserver(() => stamp() !== before && (observer.disconnect(), resolve()));
      observer.observe(results, {childList: true, characterData: true, subtree: true});
    });
    const control = question.querySelector(`input[value="${turn % 2 ? 3 : 1}"]`);
    const begin = performance.now();
    control.checked = true;
    control.dispatchEvent(new Event("input", {bubbles: true}));
    await updated;
    milliseconds.push(performance.now() - begin);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return milliseconds;
}"""

type Say = Callable[[str], None]


def scorer_rows(say: Say) -> list[Row]:
    """Measure the scorer: its start, its answers while a visitor answers, and without a browser."""
    return [*start_rows(say), *answering_rows(say), *native_rows(say)]


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


def answering_rows(say: Say) -> list[Row]:
    """Measure the real page in English: what it loads before Python, and how soon a changed answer shows."""
    say("a site to answer on")
    settings = read_settings(copy_of_site("answering"))
    build(settings, ["en"])
    with serve_folder(settings.site) as address, _browser() as browser, visits(browser, address) as visit:
        page = visit(path="about:blank").page
        say("scripts of the page, and changes of an answer")
        paths = _paths_asked_for(page)
        page.goto(ADDRESS)
        changes = _changes(page)
        say("scores in the worker")
        scores = page.evaluate(_SCORE, [[THREE_RESPONSES], CALLS])
        scripts = wire_bytes(settings.site, before_python(paths)) / KILOBYTE
    return [
        Row("JavaScript before Python, compressed", scripts, "KB", bar=60),
        Row("score in the worker, three full responses, 95th percentile", percentile_95(scores), "ms", bar=15),
        Row("input to updated result, 95th percentile", percentile_95(changes), "ms", bar=60),
    ]


def _paths_asked_for(page: Page) -> list[str]:
    """Return a list that gets every path that the page and its workers ask for."""
    paths: list[str] = []
    page.on("request", lambda request: paths.append(urlsplit(request.url).path))
    return paths


def _changes(page: Page) -> list[float]:
    open_file(page, THREE_RESPONSES)
    go_to(page, "form")
    question = page.locator(".vb-question").first.element_handle()
    expect_score(page)
    found: list[float] = page.evaluate(_CHANGE, [question, CHANGES])
    return found


def before_python(paths: Sequence[str]) -> list[str]:
    """Return the scripts among paths that were asked for before the first file of Pyodide."""
    first = next(place for place, path in enumerate(paths) if path.startswith("/assets/pyodide/"))
    return [path for path in paths[:first] if path.endswith(".js")]


def percentile_95(figures: Sequence[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(figures, n=20, method="inclusive")[-1]


def native_rows(say: Say, files: int = FILES) -> list[Row]:
    """Measure reading and scoring of answer files with one full response, in processor time of one core."""
    say(f"{files:,} answer files without a browser")
    with_gap = [full_response((PROVIDER, COMPANY)[place % 2], place) for place in range(files)]
    without = [{**response, "gap": {}} for response in with_gap]
    return [
        Row("native scoring of 1,000 answer files", _native_milliseconds(without), "ms", bar=500),
        Row("the same with the gap module", _native_milliseconds(with_gap), "ms"),
    ]


def _native_milliseconds(responses: Sequence[object]) -> float:
    model, files = load_model(), [answer_file(response) for response in responses]
    begin = process_time()
    for file in files:
        score(parse_answers(file, model), model)
    return 1000 * (process_time() - begin) * 1000 / len(files)
