"""Makes docs/images/screenshot.png: the home page beside a practice on a phone in the dark scheme."""

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from build_tools.build import build
from build_tools.settings import read_settings
from tests.browser_setup import find_chromium

REPOSITORY = Path(__file__).resolve().parent.parent
TARGET = REPOSITORY / "docs" / "images" / "screenshot.png"
FRAME = """<body style="margin:0;display:flex;gap:24px;background:#e4e8ee;padding:24px;align-items:start">
<img src="{0}/desktop.png" width="900"><img src="{0}/phone.png" width="330"></body>"""


def main() -> None:
    """Build the site, photograph two pages, and put them side by side."""
    settings = read_settings(REPOSITORY)
    build(settings, say=print)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(settings.site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=["--no-sandbox"])
        root = f"http://127.0.0.1:{server.server_port}"
        _shoot(browser, f"{root}/en/", settings.work / "desktop.png", 1200, "light")
        _shoot(browser, f"{root}/en/practices/de-valikom-chamber-validation/", settings.work / "phone.png", 440, "dark")
        _frame(browser, settings.work)
    server.shutdown()


def _shoot(browser: Browser, url: str, target: Path, width: int, scheme: str) -> None:
    page = browser.new_page(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page.goto(url)
    page.screenshot(path=target)
    page.close()


def _frame(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1302, "height": 723})
    html = folder / "frame.html"
    html.write_text(FRAME.format(folder.as_uri()), encoding="utf-8")
    page.goto(html.as_uri())
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=TARGET)


if __name__ == "__main__":
    main()
