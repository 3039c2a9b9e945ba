"""When storage, worker or Python fail, the page says so in clear words, the form goes on, and no answer is lost."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Page, Route, expect

from tests.browser.benchmark_page import (
    COMPANY,
    PROVIDER,
    WITHOUT_SERVICE_WORKER,
    Visit,
    Visitor,
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

FIRST, SECOND = asked(PROVIDER)[:2]

# Keeps the workers that the page starts, so that a test can end them.
WORKERS = """
window.workers = [];
globalThis.Worker = class extends Worker {
  constructor(...args) { super(...args); window.workers.push(this); }
};
"""
BLOCKED = {
    "throws": "IDBFactory.prototype.open = () => { throw new DOMException('blocked', 'SecurityError'); };",
    "refuses": """
      const open = IDBFactory.prototype.open;
      IDBFactory.prototype.open = function () {
        const request = new EventTarget();
        request.error = new DOMException("refused", "InvalidStateError");
        setTimeout(() => request.onerror(new Event("error")));
        return request;
      };""",
    "is not there": "delete globalThis.indexedDB; delete Window.prototype.indexedDB;",
}
FULL = """
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (...args) {
  if (window.full) throw new DOMException("full", "QuotaExceededError");
  return put.apply(this, args);
};
"""
WITHOUT_WEBASSEMBLY = "delete globalThis.WebAssembly;"
WITHOUT_WORKERS = "delete globalThis.Worker;"
# A browser of before 2023 does not look at the type of a worker.
WITHOUT_MODULE_WORKERS = "const W = Worker; globalThis.Worker = function (address) { return new W(address); };"


@pytest.fixture
def visit(browser: Browser, real_site: str) -> Iterator[Visit]:
    with visits(browser, real_site) as function:
        yield function


def missing(route: Route) -> None:
    """Answer that there is no such file."""
    route.fulfill(status=404)


def silent(route: Route) -> None:
    """Never answer."""


def damaged(route: Route) -> None:
    """Answer with something else."""
    route.fulfill(status=200, body=b"\x1f\x8b\x08 no snapshot")


def answer_and_download(page: Page) -> None:
    """Answer two questions and see both in the file that can be downloaded."""
    choose(page, {FIRST: 3, SECOND: 1})
    assert levels_in(downloaded(page)) == {FIRST: 3, SECOND: 1}


def kept(page: Page, code: str) -> None:
    """Wait until the bar says how the answers are kept."""
    start = words(f"kept-{code}").split("{")[0]
    expect(page.locator(".vb-bar__kept")).to_contain_text(start)


def scorer_says(page: Page, key: str) -> None:
    """Wait until the bar says how the scorer is."""
    expect(page.locator(".vb-bar__scorer")).to_contain_text(words(key), timeout=20_000)


def results_say(page: Page, key: str) -> None:
    """See the reason why there is no score on the page of results, and the answers below it."""
    go_to(page, "results")
    expect(page.locator(".vr")).to_contain_text(words(key))
    expect(page.locator(".vr table")).to_have_count(1)


def asks_before_leaving(page: Page) -> bool:
    """Return whether a reload asks the visitor first."""
    dialogs: list[str] = []

    def agree(dialog: Dialog) -> None:
        dialogs.append(dialog.type)
        dialog.accept()

    page.on("dialog", agree)
    page.reload()
    return dialogs == ["beforeunload"]


@pytest.mark.parametrize("init", BLOCKED.values(), ids=BLOCKED)
def test_blocked_storage(visit: Visit, init: str) -> None:
    visitor = visit(init)
    begin(visitor.page)
    choose(visitor.page, {FIRST: 3})
    kept(visitor.page, "blocked")
    go_to(visitor.page, "overview")
    go_to(visitor.page, "form")
    answer_and_download(visitor.page)
    expect_score(visitor.page)
    assert visitor.faults() == []


def test_a_full_device_and_then_room_again(visit: Visit) -> None:
    visitor = visit(FULL)
    begin(visitor.page)
    visitor.page.evaluate("window.full = true")
    choose(visitor.page, {FIRST: 3})
    kept(visitor.page, "full")
    answer_and_download(visitor.page)
    kept(visitor.page, "full")
    visitor.page.evaluate("window.full = false")
    choose(visitor.page, {FIRST: 2})
    kept(visitor.page, "saved")
    visitor.page.reload()
    assert levels_in(downloaded(visitor.page)) == {FIRST: 2, SECOND: 1}
    assert visitor.faults() == []


def test_the_device_is_full_from_the_start(visit: Visit) -> None:
    visitor = visit(f"{FULL} window.full = true;")
    begin(visitor.page)
    answer_and_download(visitor.page)
    kept(visitor.page, "full")


LEAVING = {"in order": ("", False), "blocked": (BLOCKED["throws"], True), "full": (f"{FULL} window.full = true;", True)}


@pytest.mark.parametrize(("init", "asks"), LEAVING.values(), ids=LEAVING)
def test_leaving_is_asked_only_where_answers_would_be_lost(visit: Visit, init: str, asks: bool) -> None:
    page = visit(init).page
    begin(page)
    choose(page, {FIRST: 3})
    expect(page.locator(".vb-bar__kept")).not_to_have_text(words("kept-none"))
    assert asks_before_leaving(page) is asks


def test_leaving_is_not_asked_after_the_download(visit: Visit) -> None:
    page = visit(BLOCKED["throws"]).page
    begin(page)
    answer_and_download(page)
    assert not asks_before_leaving(page)


def with_results(visit: Visit, init: str) -> Visitor:
    """Return a visitor who sees a score, and holds a question that still takes answers."""
    visitor = visit(init)
    visitor.page.clock.install()
    open_file(visitor.page, answer_file(full_response(PROVIDER), full_response(COMPANY)))
    go_to(visitor.page, "form")
    visitor.page.evaluate("window.question = document.querySelector('.vb-question')")
    expect_score(visitor.page)
    return visitor


def change_answer(page: Page, level: int) -> None:
    """Change an answer while the results are shown."""
    page.evaluate(
        """(level) => {
          window.question.querySelector(`input[value='${level}']`).checked = true;
          window.question.dispatchEvent(new Event("input", {bubbles: true}));
        }""",
        level,
    )


# A worker that is ended says nothing; one that breaks tells its page.
DEATHS = {
    "says nothing": "window.workers.at(-1).terminate()",
    "tells": "window.workers.at(-1).dispatchEvent(new ErrorEvent('error'))",
}


@pytest.mark.parametrize("death", DEATHS)
def test_a_worker_that_dies_is_started_once_more(visit: Visit, death: str) -> None:
    page = with_results(visit, WORKERS).page
    stamp = page.locator(".vr-report-head").text_content()
    page.evaluate(DEATHS[death])
    change_answer(page, 4)
    page.clock.fast_forward(20_000)
    expect(page.locator(".vr-report-head")).not_to_have_text(stamp or "", timeout=20_000)
    assert page.evaluate("window.workers.length") == 2
    assert levels_in(downloaded(page))[FIRST] == 4


def test_a_worker_that_dies_twice_is_given_up_until_asked_for(visit: Visit) -> None:
    page = with_results(visit, WORKERS).page
    page.evaluate(DEATHS["tells"])
    page.evaluate(DEATHS["tells"])
    scorer_says(page, "scorer-failed")
    assert page.evaluate("window.workers.length") == 2
    results_say(page, "no-score-failed")
    change_answer(page, 4)
    assert levels_in(downloaded(page))[FIRST] == 4
    page.get_by_role("button", name=words("try-again")).click()
    expect_score(page)


def test_a_start_that_hangs_is_given_up(visit: Visit) -> None:
    visitor = visit(WITHOUT_SERVICE_WORKER, routes=[("**/pyodide.asm.wasm", silent)])
    page = visitor.page
    page.clock.install()
    begin(page)
    scorer_says(page, "scorer-start")
    page.clock.fast_forward(60_000)
    scorer_says(page, "scorer-start")
    page.clock.fast_forward(60_000)
    scorer_says(page, "scorer-failed")
    answer_and_download(page)


@pytest.mark.parametrize("answer", [damaged, missing])
def test_without_its_snapshot_python_starts_plainly(visit: Visit, answer: Callable[[Route], None]) -> None:
    visitor = visit(WITHOUT_SERVICE_WORKER, routes=[("**/snapshot.bin", answer)])
    told: list[str] = []
    visitor.page.on("console", lambda message: told.append(message.text))
    begin(visitor.page)
    answer_and_download(visitor.page)
    expect_score(visitor.page)
    assert [text for text in told if text.startswith("plain start:")]
    assert visitor.faults() == []


NO_START = {
    "wheel": {"**/snapshot.bin": damaged, "**/*.whl": missing},
    "pyodide.mjs": {"**/pyodide.mjs": missing},
    "model.json": {"**/model.json": missing},
}


@pytest.mark.parametrize("name", NO_START)
def test_a_file_that_python_lacks_is_named(visit: Visit, name: str) -> None:
    visitor = visit(WITHOUT_SERVICE_WORKER)
    for pattern, answer in NO_START[name].items():
        visitor.context.route(pattern, answer)
    page = visitor.page
    begin(page)
    scorer_says(page, "scorer-failed")
    expect(page.locator(".vb-bar__scorer code")).to_contain_text("vetwork_benchmark-" if name == "wheel" else name)
    answer_and_download(page)
    results_say(page, "no-score-failed")


def test_the_worker_itself_is_missing(visit: Visit) -> None:
    page = visit(WITHOUT_SERVICE_WORKER, routes=[("**/worker.js", missing)]).page
    begin(page)
    scorer_says(page, "scorer-failed")
    answer_and_download(page)
    page.context.unroute("**/worker.js")
    page.get_by_role("button", name=words("try-again")).click()
    expect_score(page)


OLD = {"WebAssembly": WITHOUT_WEBASSEMBLY, "workers": WITHOUT_WORKERS, "module workers": WITHOUT_MODULE_WORKERS}


@pytest.mark.parametrize("init", OLD.values(), ids=OLD)
def test_a_browser_that_cannot_score(visit: Visit, init: str) -> None:
    visitor = visit(init)
    begin(visitor.page)
    scorer_says(visitor.page, "scorer-unsupported")
    answer_and_download(visitor.page)
    kept(visitor.page, "saved")
    results_say(visitor.page, "no-score-unsupported")
    assert visitor.faults() == []


def test_the_words_of_the_page_are_missing(visit: Visit) -> None:
    page = visit(WITHOUT_SERVICE_WORKER, routes=[("**/strings.en.json", missing)]).page
    expect(page.locator("#vw-benchmark")).to_have_text(words("load-failed"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()
