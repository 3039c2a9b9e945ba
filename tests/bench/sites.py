"""Copies of the site to measure on, so that the real content and its `site/` are never touched."""

import shutil
from pathlib import Path

from tests.bench.processes import REPOSITORY

WORK = REPOSITORY / "build" / "bench"
# What a build reads, and with it all that `vetwork serve` watches.
_PARTS = ("content", "theme", "benchmark")


def copy_of_site(name: str, downloads: str = "false") -> Path:
    """Return the folder of a fresh copy of the real site; `downloads` says whether builds make documents too."""
    root = WORK / name
    shutil.rmtree(root, ignore_errors=True)
    root.mkdir(parents=True)
    settings = (REPOSITORY / "mkdocs.yml").read_text(encoding="utf-8")
    assert "downloads: true" in settings
    (root / "mkdocs.yml").write_text(settings.replace("downloads: true", f"downloads: {downloads}"), encoding="utf-8")
    for part in _PARTS:
        if (REPOSITORY / part).is_dir():
            shutil.copytree(REPOSITORY / part, root / part)
    return root


def a_practice(root: Path) -> Path:
    """Return the file of the first practice in the source language."""
    return min((root / "content" / "practices").glob("*.md"))
