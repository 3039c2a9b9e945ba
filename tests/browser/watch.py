"""Notes what no page of the site may do: ask another origin, log an error, break its own CSP, throw."""

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response, WebError

REPORT_VIOLATIONS = """
document.addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy violation: ${event.violatedDirective} ${event.blockedURI}`));
"""


class Watch:
    """The faults of every page of one browser context, in the order in which they happened."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.origin = origin
        self.notes: list[tuple[str, str]] = []
        self.missing_documents: set[str] = set()
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("request", self._note_request)
        context.on("response", self._note_response)
        context.on("console", self._note_message)
        context.on("weberror", self._note_error)

    def faults(self) -> list[str]:
        """Return what was wrong so far; that an unknown address answers 404 is right."""
        return [what for what, address in self.notes if address not in self.missing_documents]

    def forget(self) -> None:
        """Begin anew, for a context that several tests use."""
        self.notes.clear()
        self.missing_documents.clear()

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in ("data", "blob") and f"{parts.scheme}://{parts.netloc}" != self.origin:
            self.notes.append((f"request to another origin: {request.url}", ""))

    def _note_response(self, response: Response) -> None:
        if response.status == 404 and response.request.is_navigation_request():
            self.missing_documents.add(response.url)

    def _note_message(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            address = message.location["url"]
            self.notes.append((f"console error: {message.text} ({address})", address))

    def _note_error(self, error: WebError) -> None:
        self.notes.append((f"page error: {error.error}", ""))
