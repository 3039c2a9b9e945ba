"""What every test may use: a writer of small sites, and a good practice to break."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from hypothesis import settings

# No deadline: other work may share the machine.
settings.register_profile("shared", deadline=None)
settings.load_profile("shared")

REPOSITORY = Path(__file__).resolve().parent.parent

SETTINGS = {
    "site_name": "Test network",
    "site_url": "https://test.example/",
    "repo_url": "https://git.example/test",
    "theme": {"name": "material", "custom_dir": str(REPOSITORY / "theme"), "font": False},
    "markdown_extensions": ["attr_list", "footnotes", "md_in_html", "sane_lists", "tables", "toc"],
    "extra": {"languages": ["en", "de"], "menu": ["about"], "footer": ["about"], "downloads": False},
}

GOOD_PRACTICE = (REPOSITORY / "content" / "practices" / "de-valikom-chamber-validation.md").read_text(encoding="utf-8")

HOME = """---
lang: en
title: "Test network"
summary: "A network that exists in tests and nowhere else."
added: "2026-01-01"
---

Welcome.
"""

type SiteWriter = Callable[[Mapping[str, str | bytes]], Path]


@pytest.fixture
def write_site(tmp_path: Path) -> SiteWriter:
    """Give a function that writes a site: settings, the project's vocabularies, a home page, and the files given."""

    def write(files: Mapping[str, str | bytes]) -> Path:
        base: dict[str, str | bytes] = {"mkdocs.yml": yaml.safe_dump(SETTINGS), "content/pages/home.md": HOME}
        for path in (REPOSITORY / "content" / "vocabularies").glob("*.yml"):
            base[f"content/vocabularies/{path.name}"] = path.read_bytes()
        for name, text in {**base, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return tmp_path

    return write


@pytest.fixture
def good_practice() -> str:
    """Give the text of a practice that passes every check."""
    return GOOD_PRACTICE
