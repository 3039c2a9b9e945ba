"""A static file server like any other: files of one folder below one path, right types, the nearest 404 page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit


class _Server(ThreadingHTTPServer):
    def __init__(self, folder: Path, base_path: str, fresh: bool) -> None:
        self.folder = folder
        self.base_path = base_path
        self.fresh = fresh
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing: a browser that leaves a page breaks off what it was loading."""


class _Handler(SimpleHTTPRequestHandler):
    server: _Server
    extensions_map = {  # noqa: RUF012 - as in the base class
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript; charset=utf-8",
        ".mjs": "text/javascript; charset=utf-8",
        ".wasm": "application/wasm",
    }

    def __init__(self, request: Any, address: Any, server: _Server) -> None:
        super().__init__(request, address, server, directory=str(server.folder))

    def translate_path(self, path: str) -> str:
        base = self.server.base_path
        inside = path.startswith(base)
        return super().translate_path(path.removeprefix(base[:-1])) if inside else str(self.server.folder / "outside")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = self._nearest_404_page()
        if code != 404 or page is None:
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        if self.server.fresh:
            self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def _nearest_404_page(self) -> Path | None:
        wanted = Path(self.translate_path(urlsplit(self.path).path))
        folders = [folder for folder in wanted.parents if folder.is_relative_to(self.server.folder)]
        return next((page for folder in folders if (page := folder / "404.html").is_file()), None)

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def serve_folder(folder: Path, base_path: str = "/", fresh: bool = False) -> Iterator[str]:
    """Serve a folder below `base_path` on a free port of this machine, and give the address of its root.

    With `fresh`, browsers keep nothing of their own accord.
    """
    with _Server(folder, base_path, fresh) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{base_path}"
        finally:
            with suppress(OSError):
                server.shutdown()
            thread.join()
