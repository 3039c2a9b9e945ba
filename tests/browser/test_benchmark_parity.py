"""The published worker computes what the scorer computes: the worked cases and the verdicts on answer files."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from tests.browser.benchmark_page import ADDRESS, REPOSITORY, WITHOUT_SERVICE_WORKER, Visit, visits
from tests.unit.benchmark.test_cases import differences

CASES = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((REPOSITORY / "tests" / "cases" / "scoring").glob("*.json"))
]
FILE_CASES = [
    case
    for path in sorted((REPOSITORY / "tests" / "cases" / "answer-files").glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]
SAMPLE = [case for case in CASES if "model" not in case][::8][:5]

# One worker: start it on a model, then one call after the other.
_ASK = """async ({model, calls}) => {
  const {assets, runtime} = document.getElementById("vw-benchmark").dataset;
  const absolute = (address) => new URL(address, document.baseURI).href;
  const worker = new Worker(absolute(`${assets}worker.js`), {type: "module"});
  const ask = (id, method, args) => new Promise((resolve, reject) => {
    worker.onerror = ({message}) => reject(new Error(`the worker ended: ${message}`));
    worker.onmessage = ({data}) => data.id === id && resolve(data);
    worker.postMessage({id, method, args});
  });
  const address = model ? `data:application/json,${encodeURIComponent(model)}` : absolute(`${assets}model.json`);
  const {result: how, error} = await ask(0, "start", {runtime: absolute(runtime), model: address});
  if (error) throw new Error(JSON.stringify(error));
  const answers = [];
  for (const [place, [method, args]] of calls.entries()) answers.push(await ask(place + 1, method, JSON.parse(args)));
  worker.terminate();
  return {how, answers};
}"""


def ask(page: Page, calls: list[tuple[str, Any]], model: Any = None) -> tuple[str, list[Any]]:
    """Return how a worker of the site started on a model (the published one if none), and its answers."""
    texts = [[method, json.dumps(args)] for method, args in calls]
    told = page.evaluate(_ASK, {"model": model and json.dumps(model), "calls": texts})
    return told["how"], told["answers"]


@pytest.fixture(scope="module")
def visit(browser: Browser, real_site: str) -> Iterator[Visit]:
    with visits(browser, real_site) as function:
        yield function


@pytest.fixture(scope="module")
def page(visit: Visit) -> Page:
    return visit().page


def wrong_in(answers: list[Any], cases: list[Any]) -> list[str]:
    """Return every difference between answers and expected numbers, and every answer that is an error."""
    return [
        f"{case['name']}: {difference}"
        for answer, case in zip(answers, cases, strict=True)
        for difference in (
            differences(answer["result"], case["expected"], case.get("tolerance", 1e-9))
            if "result" in answer
            else [json.dumps(answer["error"])]
        )
    ]


def calls_of(cases: list[Any]) -> list[tuple[str, Any]]:
    """Return the calls that cases make."""
    return [(case["method"], case["arguments"]) for case in cases]


def test_every_case_of_the_published_model(page: Page) -> None:
    cases = [case for case in CASES if "model" not in case]
    how, answers = ask(page, calls_of(cases))
    assert how == "snapshot"
    assert wrong_in(answers, cases) == []


def own_models() -> list[tuple[Any, list[Any]]]:
    """Return every other model with the cases that are scored by it."""
    found: dict[str, list[Any]] = {}
    for case in CASES:
        if "model" in case:
            found.setdefault(json.dumps(case["model"]), []).append(case)
    return [(json.loads(text), cases) for text, cases in found.items()]


def first_name(value: Any) -> str:
    """Return the name of the first of several cases; nothing for a model."""
    return str(value[0]["name"]) if isinstance(value, list) else ""


@pytest.mark.parametrize(("model", "cases"), own_models(), ids=first_name)
def test_every_case_of_a_model_of_its_own(page: Page, model: Any, cases: list[Any]) -> None:
    how, answers = ask(page, calls_of(cases), model)
    assert how == "snapshot"
    assert wrong_in(answers, cases) == []


def test_a_sample_after_a_plain_start(visit: Visit) -> None:
    def missing(route: Route) -> None:
        route.fulfill(status=404)

    page = visit(WITHOUT_SERVICE_WORKER, ADDRESS, [("**/snapshot.bin", missing)]).page
    how, answers = ask(page, calls_of(SAMPLE))
    assert (how, len(SAMPLE)) == ("plain", 5)
    assert wrong_in(answers, SAMPLE) == []


def verdict(answer: Any) -> list[tuple[str, str]]:
    """Return places in the file and codes of the faults in an answer."""
    faults = answer["error"]["faults"] if "error" in answer else []
    return sorted((place_in_file(fault["place"]), fault["code"]) for fault in faults)


def place_in_file(place: str) -> str:
    """Return a place of the arguments `{"file": ...}` as one of the file."""
    return "(whole file)" if place == "file" else place.removeprefix("file.")


def test_every_verdict_on_an_answer_file(page: Page) -> None:
    cases = [(case, data) for case in FILE_CASES for data in files_of(case) if reaches_the_worker(data)]
    _, answers = ask(page, [("check", {"file": data}) for _, data in cases])
    wrong = [
        f"{case['name']}: {verdict(answer)}"
        for answer, (case, _) in zip(answers, cases, strict=True)
        if verdict(answer) != sorted((fault["place"], fault["code"]) for fault in case["faults"])
    ]
    assert wrong == []
    others = [case for case in FILE_CASES if case not in [case for case, _ in cases]]
    assert len(others) <= 7, "the page refuses only these before: no JSON, and 1.0 in the place of 1"


def files_of(case: Any) -> list[Any]:
    """Return the file of a case; none where its text is no JSON."""
    try:
        return [json.loads(case["text"]) if "text" in case else case["file"]]
    except ValueError:
        return []


def reaches_the_worker(data: Any) -> bool:
    """Return whether a file is the same after JavaScript has had it."""
    if isinstance(data, dict | list):
        return all(reaches_the_worker(value) for value in (data.values() if isinstance(data, dict) else data))
    return not (isinstance(data, float) and data.is_integer())


def test_there_are_enough_cases() -> None:
    assert len(CASES) > 60
    assert len(FILE_CASES) > 100
