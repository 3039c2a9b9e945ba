"""Finds the Chromium that the browser tests drive, and installs one where there is none. Never skips."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HELP = "the browser tests need Chromium: install your system's package `chromium`, or run `playwright install chromium`"


def find_chromium() -> str | None:
    """Return the path of a Chromium: named by CHROMIUM, on PATH, or Playwright's own."""
    named = os.environ.get("CHROMIUM")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    return named or found or _playwrights_own()


def _playwrights_own() -> str | None:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).is_file() else None


def install_chromium() -> None:
    """Install Chromium with the system's packages where that is possible, else with Playwright."""
    if os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False, env=environment)
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)


def main() -> int:
    """Make sure that there is a Chromium; return 0, or 2 with a sentence that says what to install."""
    if find_chromium() is None:
        print("set up: Chromium for the browser tests", flush=True)
        install_chromium()
    if find_chromium() is None:
        print(HELP, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
