"""The server of `vetwork serve`: types, unknown addresses, nothing outside its folder, and signals to reload."""

import http.client
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from build_tools.serve import Server, Watchers
from tests.integration.network import Published

TIMEOUT = 60
TYPES = [
    ("page.html", "text/html; charset=utf-8"),
    ("style.css", "text/css; charset=utf-8"),
    ("script.js", "text/javascript; charset=utf-8"),
    ("module.mjs", "text/javascript; charset=utf-8"),
    ("python.wasm", "application/wasm"),
    ("logo.svg", "image/svg+xml"),
    ("data.json", "application/json"),
    ("sitemap.xml", "application/xml; charset=utf-8"),
    ("robots.txt", "text/plain; charset=utf-8"),
    ("picture.png", "image/png"),
]
SECRET = b"this file is outside the published folder"
OUTSIDE = [
    "/../mkdocs.yml",
    "/en/../../mkdocs.yml",
    "/%2e%2e/mkdocs.yml",
    "/..%2fmkdocs.yml",
    "/en/%2e%2e/%2e%2e/mkdocs.yml",
    "/..%5cmkdocs.yml",
    "//../mkdocs.yml",
    "/../secret.html",
    "/..%2fsecret.html",
    "/../secret/",
    "/%2e%2e/secret/",
    "/../no-such-page/",
    "/../no-such-file.css",
]


@dataclass(frozen=True)
class Running:
    """A server that runs, and what it was given."""

    port: int
    site: Path
    watchers: Watchers

    def ask(self, path: str, method: str = "GET") -> tuple[int, str, bytes]:
        """Return status, type and body of the answer to a path, sent as it stands."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=TIMEOUT)
        try:
            connection.request(method, path)
            with connection.getresponse() as answer:
                return answer.status, answer.headers.get("Content-Type", ""), answer.read()
        finally:
            connection.close()


@pytest.fixture
def start() -> Iterator[Callable[[Path, Watchers], Running]]:
    """Give a function that serves a folder on a free port until the test ends."""
    servers: list[tuple[Server, threading.Thread]] = []

    def starting(site: Path, watchers: Watchers) -> Running:
        server = Server(site, 0, watchers)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        servers.append((server, thread))
        return Running(server.server_port, site, watchers)

    yield starting
    for server, thread in servers:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture
def running(tmp_path: Path, start: Callable[[Path, Watchers], Running]) -> Running:
    """Give a server of a small folder with files beside it that nobody may get."""
    pages = {
        "index.html": "root",
        "404.html": "unknown in every language",
        "en/index.html": "home",
        "en/404.html": "unknown page",
        "ar/index.html": "home in Arabic",
        "ar/404.html": "unknown page in Arabic",
    }
    for name, words in pages.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(f"<body>{words}</body>", encoding="utf-8")
    for name, _ in TYPES:
        (tmp_path / "site" / name).write_bytes(b"<body></body>")
    (tmp_path / "secret").mkdir()
    for name in ("mkdocs.yml", "secret.html", "404.html", "secret/index.html", "secret/404.html"):
        (tmp_path / name).write_bytes(SECRET)
    return start(tmp_path / "site", Watchers(["en", "ar"], "en"))


@pytest.mark.parametrize(("name", "content_type"), TYPES)
def test_files_have_the_type_that_browsers_need(running: Running, name: str, content_type: str) -> None:
    status, given, _ = running.ask(f"/{name}?v=1")
    assert (status, given) == (200, content_type)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/en/no/such/page/", b"unknown page<"),
        ("/ar/no/such/page/", b"unknown page in Arabic<"),
        ("/ar/no-such-page.html", b"unknown page in Arabic<"),
        ("/ar/no-such-file.css", b"unknown page in Arabic<"),
        ("/ar/no-such-file.js?x=1", b"unknown page in Arabic<"),
        ("/no/such/page/", b"unknown in every language<"),
        ("/no-such-file.css", b"unknown in every language<"),
        ("/favicon.ico", b"unknown in every language<"),
    ],
)
def test_unknown_addresses_get_the_page_of_their_language(running: Running, path: str, words: bytes) -> None:
    status, content_type, body = running.ask(path)
    assert (status, content_type) == (404, "text/html; charset=utf-8")
    assert words in body


def test_a_site_without_a_page_for_unknown_addresses_still_says_404(
    tmp_path: Path, start: Callable[[Path, Watchers], Running]
) -> None:
    (tmp_path / "empty").mkdir()
    status, _, body = start(tmp_path / "empty", Watchers(["en", "ar"], "en")).ask("/x/")
    assert status == 404
    assert b"The site is being built" in body


def test_other_errors_keep_their_code(running: Running) -> None:
    assert running.ask("/en/", method="DELETE")[0] == 501


def test_a_head_request_gets_no_body(running: Running) -> None:
    assert running.ask("/en/", method="HEAD")[::2] == (200, b"")
    assert running.ask("/en/none/", method="HEAD")[::2] == (404, b"")


@pytest.mark.parametrize("path", OUTSIDE)
def test_no_path_leads_out_of_the_published_folder(running: Running, path: str) -> None:
    status, _, body = running.ask(path)
    assert status == 404
    assert SECRET not in body


def test_the_reload_script_is_in_pages_alone_and_not_on_disk(running: Running) -> None:
    tag = b'<script src="/__reload.js"></script></body>'
    assert tag in running.ask("/en/")[2]
    assert tag in running.ask("/page.html")[2]
    assert tag in running.ask("/en/none/")[2]
    for name in ("style.css", "script.js", "data.json", "logo.svg", "sitemap.xml"):
        assert running.ask(f"/{name}")[2] == b"<body></body>"
    assert b"__reload" not in b"".join(Published(running.site).files().values())


def test_the_reload_script_listens_to_the_events(running: Running) -> None:
    status, content_type, body = running.ask("/__reload.js")
    assert (status, content_type) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource('/__events')" in body


def test_the_language_seen_last_is_that_of_the_last_page(running: Running) -> None:
    for path, lang in (("/ar/", "ar"), ("/style.css", "ar"), ("/en/none/", "en"), ("/", "en")):
        running.ask(path)
        assert running.watchers.lang == lang


def test_the_event_stream_announces_a_build(running: Running) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=TIMEOUT)
    connection.request("GET", "/__events")
    answer = connection.getresponse()
    assert answer.headers["Content-Type"] == "text/event-stream"
    received = threading.Event()
    lines: list[bytes] = []

    def listen() -> None:
        lines.append(answer.readline())
        received.set()

    listener = threading.Thread(target=listen)
    listener.start()
    attempts = 0
    while not received.wait(0.02) and attempts < TIMEOUT / 0.02:  # the handler may not be waiting yet
        running.watchers.announce()
        attempts += 1
    listener.join(TIMEOUT)
    answer.close()
    connection.close()
    assert lines == [b"data: reload\n"]


class ScriptedWatchers(Watchers):
    """Watchers whose answers are given; after the last one the page is closed."""

    def __init__(self, answers: list[bool]) -> None:
        super().__init__(["en", "ar"], "en")
        self.answers = iter(answers)

    def wait(self, seconds: float) -> bool:
        for answer in self.answers:
            return answer
        raise ConnectionResetError


def test_the_event_stream_is_kept_open_until_the_page_is_closed(
    tmp_path: Path, start: Callable[[Path, Watchers], Running]
) -> None:
    running = start(tmp_path, ScriptedWatchers([False, True, False]))
    assert running.ask("/__events")[2] == b": still here\n\ndata: reload\n\n: still here\n\n"
