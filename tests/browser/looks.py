"""The ways in which visitors look at the sites."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Look:
    """How a visitor looks at the site: window, colour scheme, language of the browser, and whether scripts run.

    The language is by default one that no site has, so that the root page stays where it is.
    """

    width: int = 1280
    height: int = 800
    scale: float = 1
    scheme: Literal["light", "dark"] = "light"
    locale: str = "ja-JP"
    scripts: bool = True
    init: str = ""


DESKTOP = Look()
PHONE = Look(width=360, height=740)
BLOCKED_STORAGE = """
Object.defineProperty(window, "localStorage", {get() { throw new DOMException("blocked", "SecurityError"); }});
"""
