"""Serves the finished site on this machine, rebuilds it when a source changes, and reloads the open pages."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from watchfiles import watch

from build_tools.build import Memory, Say, build
from build_tools.errors import ContentError, UsageError, VetworkError, as_text
from build_tools.settings import Settings, read_settings

MIME_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml; charset=utf-8",
    ".zip": "application/zip",
}
EVENTS = "/__events"
RELOADER = "/__reload.js"
_SCRIPT = b"new EventSource('/__events').onmessage = () => location.reload();\n"
_TAG = b'<script src="/__reload.js"></script></body>'


@dataclass
class Watchers:
    """Who looks at the site: the language seen last, and a signal to open pages after each build."""

    languages: Sequence[str]
    lang: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def announce(self) -> None:
        """Tell every open page to load itself again."""
        with self.changed:
            self.changed.notify_all()

    def wait(self, seconds: float) -> bool:
        """Wait for the next build and return whether it came in time."""
        with self.changed:
            return self.changed.wait(seconds)


class Server(ThreadingHTTPServer):
    """A server of one folder; its threads end with the process."""

    daemon_threads = True

    def __init__(self, site: Path, port: int, watchers: Watchers, base_path: str = "/") -> None:
        self.site = site
        self.watchers = watchers
        self.base_path = base_path
        super().__init__(("127.0.0.1", port), Handler)


class Handler(SimpleHTTPRequestHandler):
    """Files as any static host serves them, with the right types, plus the reload signal for open pages."""

    server: Server
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, **MIME_TYPES}  # noqa: RUF012 - as in the base class

    def __init__(self, request: object, address: object, server: Server) -> None:
        super().__init__(request, address, server, directory=str(server.site))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, the reload script or the stream of reload signals."""
        path = urlsplit(self.path).path
        if path == EVENTS:
            self._stream_events()
        elif path == RELOADER:
            self._send(200, _SCRIPT, MIME_TYPES[".js"])
        elif path == "/" != self.server.base_path:
            self.send_response(302)
            self.send_header("Location", self.server.base_path)
            self.end_headers()
        elif path.endswith(("/", ".html")):
            self._send_page(path)
        else:
            super().do_GET()

    def translate_path(self, path: str) -> str:
        """Return the file of an address; the site is served below the path that `site_url` names."""
        base = self.server.base_path
        return super().translate_path("/" + path.removeprefix(base) if path.startswith(base) else "/outside-the-site/")

    def _send_page(self, path: str) -> None:
        file = Path(self.translate_path(path))
        first = file.relative_to(self.server.site).parts[:1]
        if first and first[0] in self.server.watchers.languages:
            self.server.watchers.lang = first[0]
        file = file / "index.html" if path.endswith("/") else file
        if file.is_file():
            self._send(200, file.read_bytes().replace(b"</body>", _TAG), MIME_TYPES[".html"])
        else:
            self._send_not_found(first[0] if first else "")

    def _send_not_found(self, lang: str) -> None:
        own = self.server.site / lang / "404.html" if lang in self.server.watchers.languages else Path()
        file = own if own.is_file() else self.server.site / "404.html"
        body = file.read_bytes() if file.is_file() else b"<title>404</title>The site is being built.</body>"
        self._send(404, body.replace(b"</body>", _TAG), MIME_TYPES[".html"])

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer an unknown address with the site's own page."""
        if code == 404:
            self._send_page(urlsplit(self.path).path.rstrip("/") + "/404.html")
        else:
            super().send_error(code, message, explain)

    def _send(self, status: int, body: bytes, content_type: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _stream_events(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        with suppress(OSError):  # the page was closed
            while True:
                built = self.server.watchers.wait(seconds=15)
                self.wfile.write(b"data: reload\n\n" if built else b": still here\n\n")
                self.wfile.flush()

    def log_message(self, *_: object) -> None:
        """Keep the terminal for builds and findings."""


def serve(settings: Settings, port: int, say: Say) -> None:
    """Build, serve on 127.0.0.1 until interrupted, and rebuild on every change of a source.

    Raises:
        UsageError: the port is taken.
        VetworkError: the first build failed.

    """
    memory, watchers = Memory(), Watchers(settings.languages)
    server = _bind(settings, port, watchers)
    with suppress(KeyboardInterrupt):
        changes = watch(*_sources(settings), yield_on_timeout=True, rust_timeout=300, step=50, debounce=300)
        next(changes)  # from here on no change is missed
        build(settings, memory=memory, say=say, with_documents=False)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        say(f"serving on http://127.0.0.1:{server.server_port}{settings.base_path} (stop with Ctrl+C)")
        if settings.extra.downloads:
            finish_build(settings, memory, watchers, say)
        for change in changes:
            if change:
                rebuild(settings.root, memory, watchers, say)
    server.server_close()


def _bind(settings: Settings, port: int, watchers: Watchers) -> Server:
    try:
        return Server(settings.site, port, watchers, settings.base_path)
    except OSError as error:
        raise UsageError(f"cannot serve on port {port}: {error.strerror}; try --port {port + 1}") from None


def rebuild(root: Path, memory: Memory, watchers: Watchers, say: Say) -> None:
    """Build again: first the language being looked at, then the others, last the search index."""
    try:
        settings = read_settings(root)
        watchers.languages = settings.languages
        build(settings, _first(settings, watchers), memory, say, whole=False, with_documents=False)
        watchers.announce()
        build(settings, memory=memory, say=say, whole=False, with_documents=False)
        watchers.announce()
    except ContentError as error:
        say(as_text(error.findings))
        say(f"{error}; the site stays as it was until they are mended")
    except VetworkError as error:
        say(str(error))
    else:
        finish_build(settings, memory, watchers, say)


def finish_build(settings: Settings, memory: Memory, watchers: Watchers, say: Say) -> None:
    """Make what pages can be looked at without: the documents and the search index."""
    try:
        build(settings, memory=memory, say=say)
        watchers.announce()
    except VetworkError as error:
        say(str(error))


def _first(settings: Settings, watchers: Watchers) -> Sequence[str]:
    return [watchers.lang] if watchers.lang in settings.languages else settings.languages[:1]


def _sources(settings: Settings) -> list[Path]:
    places = [settings.content, settings.theme_folder, settings.root / "mkdocs.yml", settings.root / "benchmark"]
    return [place for place in places if place.exists()]
