"""Python starts in a worker from the snapshot, and plainly where that does not work; nothing damaged is run."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from build_tools.runtime import Runtime, runtime
from tests.browser.runtime_page import FROM_SNAPSHOT, PLAINLY, Start, replace_file, start, wire_bytes, write_page
from tests.browser.static_server import serve_folder
from tests.browser.watch import Watch

MOST_BYTES = 6_000_000


@dataclass(frozen=True)
class Visit:
    """A start and what the browser complained about."""

    start: Start
    faults: list[str]


type Visitor = Callable[..., Visit]


@pytest.fixture(scope="module")
def made() -> Runtime:
    return runtime()


@pytest.fixture
def folder(tmp_path: Path, made: Runtime) -> Path:
    write_page(tmp_path, made)
    return tmp_path / "runtime"


@pytest.fixture
def visit(browser: Browser, folder: Path) -> Iterator[Visitor]:
    """Give a function that opens the page as a new visitor and starts Python."""
    with serve_folder(folder.parent) as address:

        def go(code: str = FROM_SNAPSHOT) -> Visit:
            with browser.new_context() as context:
                watch = Watch(context, address.rstrip("/"))
                began = start(context.new_page(), address, code)
                return Visit(began, watch.faults())

        yield go


@pytest.fixture(scope="module")
def answer(browser: Browser, made: Runtime, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Give what the scorer answers after a plain start."""
    folder = tmp_path_factory.mktemp("plain")
    write_page(folder, made)
    with serve_folder(folder) as address, browser.new_context() as context:
        began = start(context.new_page(), address, PLAINLY)
    assert began.how == "plain"
    return began.answer


def the_wheel(folder: Path) -> Path:
    return next(folder.glob("*.whl"))


def test_start_from_the_snapshot(visit: Visitor, answer: str, folder: Path) -> None:
    visited = visit()
    assert visited.start.how == "snapshot"
    assert visited.start.codes == ["download", "start", "ready"]
    assert json.loads(visited.start.answer)["result"]["result"]["overall"]["scored"]
    assert visited.start.answer == answer
    assert visited.faults == []
    assert wire_bytes(folder.parent, visited.start.paths) <= MOST_BYTES


def test_a_start_asks_for_nothing_outside_its_folder(visit: Visitor) -> None:
    for code in (FROM_SNAPSHOT, PLAINLY):
        paths = visit(code).start.paths
        assert paths.pop(0) == "/python.js"
        assert paths
        assert [path for path in paths if not path.startswith("/runtime/")] == []


def corrupt(snapshot: bytes) -> bytes:
    middle = len(snapshot) // 2
    return snapshot[:middle] + bytes(64) + snapshot[middle + 64 :]


def of_another_build(snapshot: bytes) -> bytes:
    image = bytearray(gzip.decompress(snapshot))
    image[16] ^= 1
    return gzip.compress(image, 1)


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "corrupt": corrupt,
    "cut off": lambda snapshot: snapshot[:-1000],
    "empty": lambda snapshot: b"",
    "no gzip": lambda snapshot: b"<!doctype html>",
    "no snapshot": lambda snapshot: gzip.compress(bytes(100)),
    "of another build": of_another_build,
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_snapshot_leads_to_a_plain_start(visit: Visitor, folder: Path, answer: str, damage: str) -> None:
    snapshot = folder / "snapshot.bin"
    replace_file(snapshot, DAMAGES[damage](snapshot.read_bytes()))
    visited = visit()
    assert visited.start.how == "plain"
    assert visited.start.answer == answer
    assert visited.start.codes[-1] == "ready"
    assert visited.faults == []


def test_a_missing_snapshot_leads_to_a_plain_start(visit: Visitor, folder: Path, answer: str) -> None:
    (folder / "snapshot.bin").unlink()
    visited = visit()
    assert (visited.start.how, visited.start.answer) == ("plain", answer)


def test_a_browser_that_cannot_decompress_starts_plainly(visit: Visitor, answer: str) -> None:
    visited = visit(PLAINLY)
    assert (visited.start.how, visited.start.answer) == ("plain", answer)
    assert visited.start.codes == ["download", "start", "ready"]
    assert len(set(visited.start.paths)) == len(visited.start.paths)
    assert "/runtime/snapshot.bin" not in visited.start.paths
    assert visited.faults == []


def test_a_missing_wheel_is_named(visit: Visitor, folder: Path) -> None:
    wheel = the_wheel(folder)
    wheel.unlink()
    visited = visit(PLAINLY)
    assert visited.start.how.startswith(f"Error: {wheel.name}: ")
    assert "ready" not in visited.start.codes


def test_a_wheel_that_was_changed_is_refused(visit: Visitor, folder: Path) -> None:
    wheel = the_wheel(folder)
    replace_file(wheel, wheel.read_bytes() + b"\n")
    visited = visit(PLAINLY)
    assert visited.start.how.startswith(f"Error: {wheel.name}: ")
    assert visited.start.answer == ""


def test_the_snapshot_needs_no_wheel(visit: Visitor, folder: Path) -> None:
    the_wheel(folder).unlink()
    assert visit().start.how == "snapshot"
