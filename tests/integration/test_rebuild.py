"""`vetwork serve` as a whole: it builds, watches, rebuilds the language looked at first, and survives broken files."""

import http.client
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

import build_tools.serve as serve_module
from build_tools.build import Memory, build
from build_tools.cli import main
from build_tools.errors import EXIT_FINE, EXIT_USAGE
from build_tools.serve import Watchers, rebuild
from build_tools.settings import read_settings
from tests.integration.network import Published, replace

TIMEOUT = 60


class CountingWatchers(Watchers):
    """Watchers that note how often a build was announced, and for which language seen last."""

    def __init__(self, lang: str) -> None:
        super().__init__(["en", "ar"], lang)
        self.announced: list[str] = []

    def announce(self) -> None:
        self.announced.append(self.lang)
        super().announce()


@dataclass(frozen=True)
class Session:
    """A built site that is served: its root, what is remembered, who looks, and what was said."""

    root: Path
    memory: Memory
    watchers: CountingWatchers
    said: list[str]

    def rebuild(self) -> None:
        rebuild(self.root, self.memory, self.watchers, self.said.append)

    @property
    def site(self) -> Published:
        return Published(self.root / "site")


@pytest.fixture
def session(sources: Path) -> Session:
    """Give the fixture network, built and looked at in Arabic."""
    memory = Memory()
    build(read_settings(sources), memory=memory)
    return Session(sources, memory, CountingWatchers("ar"), [])


def test_a_change_is_on_the_page_in_the_language_looked_at_first(session: Session) -> None:
    replace(session.root / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
    session.rebuild()
    assert "for nine weeks" in session.site.text("ar/practices/guest-house/index.html")
    assert "for nine weeks" in session.site.text("en/practices/guest-house/index.html")
    printed = [line.partition(":")[0] for line in session.said if "printed 1 of" in line]
    assert printed == ["ar", "en"]
    assert session.watchers.announced[0] == "ar"


def test_every_open_page_is_told_when_its_language_is_ready(session: Session) -> None:
    seen: list[bool] = []

    class Looking(CountingWatchers):
        def announce(self) -> None:
            seen.append("for nine weeks" in session.site.text("en/practices/guest-house/index.html"))
            super().announce()

    replace(session.root / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
    rebuild(session.root, session.memory, Looking("ar"), session.said.append)
    assert seen[-1]


def test_a_rebuild_equals_a_fresh_build(session: Session, tmp_path: Path) -> None:
    replace(session.root / "content" / "vocabularies" / "themes.yml", "Fair access", "Equal access")
    replace(session.root / "content" / "pages" / "about.md", "its own lists", "their own lists")
    session.rebuild()
    fresh = tmp_path / "fresh"
    shutil.copytree(session.root, fresh, ignore=shutil.ignore_patterns("build", "site"))
    build(read_settings(fresh))
    assert session.site.files() == Published(fresh / "site").files()


def test_a_language_that_the_site_does_not_have_falls_back_to_the_default(session: Session) -> None:
    session.watchers.lang = "assets"
    replace(session.root / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
    session.rebuild()
    assert [line.partition(":")[0] for line in session.said if "printed 1 of" in line] == ["en", "ar"]


def test_a_broken_file_keeps_the_site_and_is_named(session: Session) -> None:
    before = session.site.files()
    replace(session.root / "content" / "practices" / "guest-house.md", "themes: [", "topics: [")
    session.rebuild()
    assert session.site.files() == before
    assert session.watchers.announced == []
    assert any("content/practices/guest-house.md:15:1: schema:" in line for line in session.said)
    assert session.said[-1].endswith("the site stays as it was until they are mended")


def test_a_mended_file_builds_again(session: Session) -> None:
    file = session.root / "content" / "practices" / "guest-house.md"
    replace(file, "themes: [", "topics: [")
    session.rebuild()
    replace(file, "topics: [", "themes: [")
    session.rebuild()
    assert session.watchers.announced
    assert all(lang == "ar" for lang in session.watchers.announced)


def test_a_broken_settings_file_keeps_the_server_alive(session: Session) -> None:
    before = session.site.files()
    replace(session.root / "mkdocs.yml", "page_size: 10", "page_size: many")
    session.rebuild()
    assert session.site.files() == before
    assert "extra.page_size" in session.said[-1]


def test_serving_builds_watches_and_rebuilds(
    sources: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    watched: list[Path] = []

    def one_change(*places: Path, **_: object) -> Iterator[set[object]]:
        watched.extend(places)
        replace(sources / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
        yield set()

    monkeypatch.setattr(serve_module, "watch", one_change)
    assert main(["--root", str(sources), "serve", "--port", "0"]) == EXIT_FINE
    assert re.search(r"serving on http://127\.0\.0\.1:\d+/", capsys.readouterr().err)
    assert "for nine weeks" in Published(sources / "site").text("en/practices/guest-house/index.html")
    assert {path.name for path in watched} == {"content", "theme", "mkdocs.yml", "benchmark"}


def test_a_port_that_is_taken_is_wrong_use(sources: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--root", str(sources), "serve", "--port", str(port)]) == EXIT_USAGE
    words = capsys.readouterr().err
    assert f"cannot serve on port {port}" in words
    assert f"try --port {port + 1}" in words


def test_the_command_serves_reloads_and_stops(sources: Path) -> None:
    command = [sys.executable, "-m", "build_tools", "--root", str(sources), "serve", "--port", "0"]
    with _heeding_interrupts(), subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            address = next(found for line in process.stderr if (found := re.search(r"127\.0\.0\.1:(\d+)", line)))
            weeks = _await_reload(int(address[1]), sources / "content" / "practices" / "guest-house.md")
            process.send_signal(signal.SIGINT)
            assert process.wait(TIMEOUT) == EXIT_FINE
        finally:
            process.kill()
    page = Published(sources / "site").text("en/practices/guest-house/index.html")
    assert any(f"for {number} weeks" in page for number in range(1, weeks + 1))


@contextmanager
def _heeding_interrupts() -> Iterator[None]:
    """Let programs that start now heed interrupts; a shell that has the tests in the background makes them deaf."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _await_reload(port: int, file: Path) -> int:
    """Edit a file until a page that listens is told to reload; return the number of edits."""
    text = file.read_text(encoding="utf-8")
    reloaded, edits = threading.Event(), 0
    listener = threading.Thread(target=_listen, args=(port, reloaded))
    listener.start()
    while edits < TIMEOUT and not reloaded.wait(1):  # the watching may start after the serving
        edits += 1
        file.write_text(text.replace("for three weeks", f"for {edits} weeks"), encoding="utf-8")
    assert reloaded.is_set()
    listener.join(TIMEOUT)
    return edits


def _listen(port: int, reloaded: threading.Event) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=TIMEOUT)
    connection.request("GET", "/__events")
    with connection.getresponse() as answer:
        while answer.readline() != b"data: reload\n":
            pass
    connection.close()
    reloaded.set()
