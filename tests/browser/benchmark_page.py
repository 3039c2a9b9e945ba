"""What tests of the benchmark page share: a visitor with a browser of their own, and what visitors do there."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from playwright.sync_api import Browser, BrowserContext, Download, FilePayload, Locator, Page, expect

from tests.browser.watch import Watch

REPOSITORY = Path(__file__).resolve().parents[2]
ADDRESS = "en/benchmark/"
PROVIDER, COMPANY, LEARNER = "vet-provider", "company", "learner"
# Routes of Playwright see no request of a page that a service worker answers for.
WITHOUT_SERVICE_WORKER = "delete Navigator.prototype.serviceWorker;"
_MODEL = REPOSITORY / "benchmark" / "vetwork_benchmark" / "vetwork-1.json"
_STRINGS = REPOSITORY / "theme" / "interface" / "benchmark" / "en.yml"

type Json = Any


@dataclass(frozen=True)
class Visitor:
    """A page of the benchmark in a browser without past, and what was wrong there so far."""

    page: Page
    context: BrowserContext
    watch: Watch

    def faults(self, *, but: str = "") -> list[str]:
        """Return the faults of every page, without those that a test brings about: their words contain `but`."""
        return [fault for fault in self.watch.faults() if not but or but not in fault]


type Visit = Callable[..., Visitor]


@contextmanager
def visits(browser: Browser, address: str) -> Iterator[Visit]:
    """Give a function that opens the benchmark as a new visitor, with a script that runs before every page."""
    contexts: list[BrowserContext] = []

    def visit(init: str = "", path: str = ADDRESS, routes: Sequence[tuple[str, Callable[..., None]]] = ()) -> Visitor:
        context = browser.new_context(base_url=address, locale="ja-JP", viewport={"width": 1280, "height": 800})
        contexts.append(context)
        context.set_default_timeout(15_000)
        parts = urlsplit(address)
        watch = Watch(context, f"{parts.scheme}://{parts.netloc}")
        if init:
            context.add_init_script(init)
        for pattern, handler in routes:
            context.route(pattern, handler)
        page = context.new_page()
        page.goto(path)
        return Visitor(page, context, watch)

    yield visit
    for context in contexts:
        context.close()


@cache
def _strings() -> dict[str, str]:
    found = yaml.safe_load(_STRINGS.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def words(key: str, **values: object) -> str:
    """Return a string of the interface in English, with its values filled in."""
    text = _strings()[key]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


@cache
def model() -> dict[str, Json]:
    """Return the published model."""
    found = json.loads(_MODEL.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


def asked(role: str) -> list[str]:
    """Return the indicators that a role is asked about."""
    return [item["id"] for item in model()["indicators"] if role in item["roles"]]


def full_response(role: str, shift: int = 0) -> dict[str, Json]:
    """Return a response with an answer to every question and a rating of every area."""
    answers = {name: {"level": (place + shift) % 5} for place, name in enumerate(asked(role))}
    areas = enumerate(model()["gap"]["areas"])
    gap = {area["id"]: {"learnt": (place + shift) % 5, "needed": 3, "applied": 2} for place, area in areas}
    return {"role": role, "answers": answers, "gap": gap}


def answer_file(*responses: Json, **keys: Json) -> dict[str, Json]:
    """Return an answer file of the published model."""
    return {"format": "vetwork-answers/1", "model": "vetwork/1", "form": "full", "responses": list(responses), **keys}


def payload(content: Json, name: str = "answers.json") -> FilePayload:
    """Return a file to choose: bytes as they are, anything else as JSON."""
    data = content if isinstance(content, bytes) else json.dumps(content, ensure_ascii=False).encode()
    return {"name": name, "mimeType": "application/json", "buffer": data}


def begin(page: Page, role: str = PROVIDER) -> None:
    """Start an assessment and go to its questions."""
    page.locator(f"#vb-role-{role}").check()
    page.get_by_role("button", name=words("start"), exact=True).click()
    page.get_by_role("link", name=words("profile-continue")).click()
    expect(page.locator(".vb-question").first).to_be_visible()


def open_file(page: Page, content: Json, name: str = "answers.json") -> None:
    """Open an answer file as an assessment."""
    page.locator("#vb-open-files").set_input_files(payload(content, name))
    expect(page.get_by_role("heading", name=words("standing-title"))).to_be_visible()


def go_to(page: Page, view: str) -> None:
    """Go to a view of the open assessment."""
    page.locator(".vb-views").get_by_role("link", name=words(f"view-{view}"), exact=True).click()
    expect(page.locator(".vb-views [aria-current=page]")).to_have_text(words(f"view-{view}"))


def choice(page: Page, indicator: str, level: int) -> Locator:
    """Return the control of a level."""
    return page.locator(f"#q-{indicator} input[value='{level}']")


def choose(page: Page, levels: dict[str, int]) -> None:
    """Choose the levels of indicators of the part that is shown."""
    for indicator, level in levels.items():
        choice(page, indicator, level).check()


def downloaded(page: Page, act: Callable[[], None] | None = None) -> Json:
    """Return what is in the answer file that the bar offers, or in the file that an act downloads."""
    with page.expect_download() as info:
        if act:
            act()
        else:
            page.locator(".vb-bar").get_by_role("button").last.click()
    return json.loads(content_of(info.value))


def content_of(download: Download) -> bytes:
    """Return the bytes of a downloaded file."""
    return Path(download.path()).read_bytes()


def levels_in(file: Json) -> dict[str, int]:
    """Return the levels of the first response of an answer file."""
    return {name: answer["level"] for name, answer in file["responses"][0]["answers"].items()}


def expect_score(page: Page) -> None:
    """Wait until the results show a score that was calculated, from whatever answers."""
    go_to(page, "results")
    expect(page.locator(".result-score")).to_be_visible(timeout=20_000)
