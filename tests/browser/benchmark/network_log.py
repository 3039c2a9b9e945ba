"""What leaves the page: nothing but plain requests for the site's own files."""

import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Request

DIGEST = re.compile(r"[0-9a-f]{12}")


class NetworkLog:
    """Every request of a context, its pages, workers and service workers, from now on."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        parts = urlsplit(address)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self.requests: list[Request] = []
        context.on("request", self._note)

    def _note(self, request: Request) -> None:
        self.requests.append(request)

    def faults(self) -> list[str]:
        """Return each request that could carry something away."""
        return [f"{request.method} {request.url}" for request in self.requests if not self._is_plain(request)]

    def _is_plain(self, request: Request) -> bool:
        parts = urlsplit(request.url)
        if parts.scheme == "blob":
            return True
        own = f"{parts.scheme}://{parts.netloc}" == self.origin
        bare = request.method == "GET" and request.post_data_buffer is None
        return own and bare and (not parts.query or bool(DIGEST.fullmatch(parts.query)))
