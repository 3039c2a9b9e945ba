"""Files and records from elsewhere are checked before they are used, and stay text; tabs overwrite nothing."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.benchmark_page import (
    COMPANY,
    PROVIDER,
    Visit,
    answer_file,
    asked,
    begin,
    choice,
    choose,
    content_of,
    downloaded,
    expect_score,
    full_response,
    go_to,
    levels_in,
    model,
    open_file,
    payload,
    visits,
    words,
)

FIRST, SECOND = asked(PROVIDER)[:2]
HTML = '<img src="/caught.png" onerror="alert(1)"><script>alert(2)</script><b id="caught">'
RECORD = {
    "id": "kept",
    "name": "Kept",
    "created": "2026-01-01T00:00:00.000Z",
    "changed": "2026-01-01T00:00:00.000Z",
    "revision": 1,
    "file": answer_file(full_response(PROVIDER)),
    "own": 0,
    "sources": [""],
    "plan": [],
    "earlier": None,
    "downloaded": 0,
}
PUT_RECORD = """([record, version]) => new Promise((resolve, reject) => {
  const request = version ? indexedDB.open("vetwork-benchmark", version) : indexedDB.open("vetwork-benchmark");
  request.onerror = () => reject(request.error);
  request.onsuccess = () => {
    const transaction = request.result.transaction("assessments", "readwrite");
    transaction.objectStore("assessments").put(record, "kept");
    transaction.oncomplete = () => (request.result.close(), resolve());
  };
})"""
WITHOUT_NOTICES = "delete globalThis.BroadcastChannel;"


@pytest.fixture
def visit(browser: Browser, real_site: str) -> Iterator[Visit]:
    with visits(browser, real_site) as function:
        yield function


def give(page: Page, content: Any, name: str = "answers.json") -> None:
    """Choose a file on the page of all assessments, whatever comes of it."""
    page.locator("#vb-open-files").set_input_files(payload(content, name))


def refused(page: Page, *texts: str) -> None:
    """See that a file was refused with these words, and nothing was kept."""
    expect(page.locator(".vb-refusal")).to_contain_text(words("file-refused", name="answers.json"))
    for text in texts:
        expect(page.locator(".vb-refusal")).to_contain_text(text)
    expect(page.locator(".vb-card")).to_have_count(0)


REFUSED = {
    "other format": (answer_file(format="selfie/2"), words("fault-other-format", found="selfie/2")),
    "other model": (
        answer_file(model="nour/1"),
        words("fault-other-model", found="nour/1", wanted="vetwork/1"),
    ),
    "truncated": (json.dumps(answer_file(full_response(PROVIDER))).encode()[:-40], words("fault-not-json")),
    "no text": (bytes(range(128, 256)), words("fault-not-json")),
    "501 responses": (answer_file(*[{"role": COMPANY}] * 501), words("fault-too-large", limit=500)),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_cannot_be_used(visit: Visit, name: str) -> None:
    content, text = REFUSED[name]
    visitor = visit()
    give(visitor.page, content)
    refused(visitor.page, text)
    assert visitor.faults() == []


def test_a_file_of_fifty_megabytes_changes_nothing(visit: Visit, tmp_path: Path) -> None:
    large = tmp_path / "answers.json"
    large.write_bytes(b" " * 50_000_000)
    visitor = visit()
    page = visitor.page
    begin(page)
    choose(page, {FIRST: 3})
    go_to(page, "files")
    page.locator("#vb-add-files").set_input_files(large)
    limit = words("megabytes", count=2)
    expect(page.locator(".vb-refusal")).to_contain_text(words("fault-too-large", limit=limit))
    assert levels_in(downloaded(page)) == {FIRST: 3}
    assert visitor.faults() == []


def test_a_file_of_a_newer_model_is_given_back_as_it_was(visit: Visit) -> None:
    newer = json.dumps(answer_file({"role": "mayor", "mood": 7}, model="vetwork/2"), indent=1).encode()
    visitor = visit()
    page = visitor.page
    give(page, newer)
    refused(page, words("fault-newer-model", found="vetwork/2", wanted="vetwork/1"))
    with page.expect_download() as info:
        page.get_by_role("button", name=words("download-original")).click()
    assert content_of(info.value) == newer
    assert info.value.suggested_filename == "answers.json"
    assert visitor.faults() == []


def test_a_file_with_five_hundred_responses_is_scored(visit: Visit) -> None:
    few = {name: {"level": 2} for name in asked(COMPANY)}
    responses = [{"role": (PROVIDER, COMPANY)[place % 2], "answers": few} for place in range(500)]
    visitor = visit()
    open_file(visitor.page, answer_file(*responses))
    expect_score(visitor.page)
    expect(visitor.page.locator(".result-score")).to_contain_text("50")
    assert visitor.faults() == []


def hostile_file() -> dict[str, Any]:
    """Return an answer file in order with HTML wherever a text may stand."""
    free = next(item["id"] for item in model()["indicators"] if item["na"] and PROVIDER in item["roles"])
    provider, company = full_response(PROVIDER), full_response(COMPANY, 2)
    for answer in [*provider["answers"].values(), *company["answers"].values()]:
        answer["evidence"] = HTML
    provider["answers"][free] = {"na": HTML}
    profile = {
        "country": HTML[:80],
        "sector": HTML[:80],
        "wbl_model": HTML[:80],
        "track": HTML[:80],
        "period": HTML[:40],
    }
    return answer_file(provider, company, lang=HTML[:35], profile=profile)


def no_markup(page: Page) -> None:
    """See that no element came from a file."""
    assert page.locator("#caught, img[onerror], #vw-benchmark script, #vw-benchmark img").count() == 0


def test_html_in_a_file_in_order_stays_text(visit: Visit) -> None:
    visitor = visit()
    page, asked_for = visitor.page, list[str]()
    page.on("request", lambda request: asked_for.append(request.url))
    page.on("dialog", lambda dialog: asked_for.append(dialog.message))
    open_file(page, hostile_file(), f"{HTML.replace('/', '-')}.json")
    for view in ("overview", "profile", "form", "gap", "files"):
        go_to(page, view)
        no_markup(page)
    expect_score(page)
    for part in page.locator("details").all():
        part.evaluate("(part) => (part.open = true)")
    page.get_by_role("button", name=words("share-prepare")).click()
    expect(page.locator("#result-share-link")).to_be_visible()
    no_markup(page)
    page.goto(page.locator("#result-share-link").input_value())
    page.reload()
    expect(page.locator(".result-score")).to_be_visible(timeout=20_000)
    no_markup(page)
    assert [url for url in asked_for if "caught" in url or not url.startswith("http")] == []
    assert visitor.faults() == []


def test_html_in_a_faulty_file_stays_text(visit: Visit) -> None:
    file = answer_file({"role": HTML, HTML: HTML, "answers": {HTML: {"level": HTML}}}, form=HTML, **{HTML: HTML})
    visitor = visit()
    give(visitor.page, file)
    refused(visitor.page, HTML[:20])
    no_markup(visitor.page)
    assert visitor.faults() == []


def with_record(visit: Visit, record: Any, version: int = 0) -> Page:
    """Return the page of a visitor on whose device a record lies."""
    page = visit().page
    expect(page.locator("#vb-start-title")).to_be_visible()
    page.evaluate(PUT_RECORD, [record, version])
    page.reload()
    return page


DAMAGED = {
    "no object": "answers",
    "half a record": {"id": "kept", "file": {"format": "vetwork-answers/1"}},
    "answers that are none": {**RECORD, "file": answer_file({"role": PROVIDER, "answers": {FIRST: {"level": 9}}})},
    "a newer format": {**RECORD, "file": {**answer_file({"role": PROVIDER}), "format": "vetwork-answers/2"}},
}


@pytest.mark.parametrize("record", DAMAGED.values(), ids=DAMAGED)
def test_a_record_that_cannot_be_used_is_kept_and_offered(visit: Visit, record: Any) -> None:
    page = with_record(visit, record)
    expect(page.get_by_role("heading", name=words("broken-title"))).to_be_visible()
    broken = page.locator(".vb-card--broken")
    save = broken.get_by_role("button", name=words("download"))
    assert downloaded(page, save.click) == record
    begin(page)
    choose(page, {FIRST: 3})
    page.locator(".vb-back a").click()
    expect(page.locator(".vb-card")).to_have_count(2)
    assert downloaded(page, save.click) == record


def test_answers_of_a_newer_model_are_kept_and_offered(visit: Visit) -> None:
    file = answer_file({"role": PROVIDER, "answers": {"new-indicator": {"level": 3}}}, model="vetwork/2")
    page = with_record(visit, {**RECORD, "file": file})
    page.locator(".vb-card h3 a").click()
    expect(page.locator(".vb-place")).to_contain_text(
        words("other-model-no-way", found="vetwork/2", wanted="vetwork/1")
    )
    assert downloaded(page, page.get_by_role("button", name=words("download-original")).click) == file


def test_the_device_was_used_by_a_later_edition_of_the_page(visit: Visit) -> None:
    page = with_record(visit, RECORD, version=7)
    page.locator(".vb-card h3 a").click()
    go_to(page, "form")
    choose(page, {FIRST: 4})
    expect(page.locator(".vb-bar__kept")).to_contain_text(words("kept-saved").split("{")[0])
    assert levels_in(downloaded(page))[FIRST] == 4


def written(page: Page) -> None:
    """Wait until every answer is on the device: no view is left before."""
    go_to(page, "overview")
    go_to(page, "form")


def two_tabs(visit: Visit, init: str = "") -> tuple[Page, Page]:
    """Return two tabs of one visitor with the same questions."""
    visitor = visit(init)
    begin(visitor.page)
    choose(visitor.page, {FIRST: 1})
    written(visitor.page)
    other = visitor.context.new_page()
    other.goto(visitor.page.url)
    expect(choice(other, FIRST, 1)).to_be_checked()
    return visitor.page, other


def test_another_tab_shows_what_was_changed(visit: Visit) -> None:
    one, other = two_tabs(visit)
    choose(one, {SECOND: 4})
    expect(choice(other, SECOND, 4)).to_be_checked()
    expect(other.locator(".vb-message")).to_have_text(words("changed-elsewhere"))
    choose(other, {FIRST: 2})
    expect(choice(one, FIRST, 2)).to_be_checked()
    assert levels_in(downloaded(one)) == levels_in(downloaded(other)) == {FIRST: 2, SECOND: 4}


def test_tabs_that_do_not_hear_each_other_overwrite_nothing(visit: Visit) -> None:
    one, other = two_tabs(visit, WITHOUT_NOTICES)
    choose(one, {SECOND: 4})
    written(one)
    choose(other, {FIRST: 2})
    expect(other.locator(".vb-message")).to_contain_text(words("changed-in-both").split("{")[0])
    assert levels_in(downloaded(one)) == {FIRST: 1, SECOND: 4}
    assert levels_in(downloaded(other)) == {FIRST: 2}
    other.locator(".vb-back a").click()
    expect(other.locator(".vb-card")).to_have_count(2)
