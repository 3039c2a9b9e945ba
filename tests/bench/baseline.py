"""The baseline: what a project without this generator would run on the very same generated Markdown.

It is ONE `mkdocs build` with mkdocs, Material and mkdocs-static-i18n in the versions of `uv.lock`:
- all languages in the folder structure `docs/<lang>/...`, the search plugin on, the same Markdown extensions;
- Material as it comes: no plugin, feature or font is added, no skeleton of ours;
- the navigation holds the home page alone. Left out, mkdocs would write a tree of all pages into every page, which
  takes half as long again (47 s instead of 29 s for 1,424 pages); our pages have no such tree either;
- checks of links are off as in our configuration, and its environment has been warmed by a build of one page.
The time is that of the process. Writing the Markdown is part of our time and not of the baseline's.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Any

from build_tools.addresses import source_file
from build_tools.build import check
from build_tools.settings import Settings, read_settings
from build_tools.steps import all_pages
from build_tools.views import Site
from tests.bench.sites import WORK

MKDOCS = WORK / "venv" / "bin" / "mkdocs"
_OFF = {"unrecognized_links": "ignore", "not_found": "ignore", "anchors": "ignore"}
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}


def write_baseline(root: Path) -> Path:
    """Return a folder with the generated Markdown of the site in `root` and the baseline's `mkdocs.yml`."""
    settings = read_settings(root)
    site = Site(check(settings)[0])
    pages = {lang: all_pages(view) for lang, view in site.views.items()}
    return _write(WORK / "baseline", settings, pages)


def write_one_language(root: Path, lang: str) -> Path:
    """Return a folder with the generated Markdown of one language, for Material's search over it alone."""
    settings = read_settings(root)
    folder = _write(WORK / "baseline-search", settings, {"": all_pages(Site(check(settings)[0]).views[lang])})
    one = {
        **configuration(settings),
        "plugins": ["search"],
        "theme": {"name": "material", "font": False, "language": lang},
    }
    (folder / "mkdocs.yml").write_text(json.dumps(one), encoding="utf-8")
    return folder


def warm_up(root: Path) -> None:
    """Build one page per language, so that the baseline's modules are compiled before it is timed."""
    settings = read_settings(root)
    timed_baseline(_write(WORK / "warm", settings, {lang: {"": "# One page"} for lang in settings.languages}))


def timed_baseline(folder: Path) -> float:
    """Return the seconds of a whole build of the baseline."""
    shutil.rmtree(folder / "site", ignore_errors=True)
    start = perf_counter()
    arguments = [str(MKDOCS), "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
    result = subprocess.run(arguments, env={**os.environ, **_QUIET}, check=False, capture_output=True, text=True)
    seconds = perf_counter() - start
    if result.returncode:
        raise RuntimeError(f"the baseline failed:\n{result.stdout}{result.stderr}")
    return seconds


def _write(folder: Path, settings: Settings, pages: Mapping[str, Mapping[str, str]]) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    for lang, texts in pages.items():
        for address, text in texts.items():
            path = folder / "docs" / lang / source_file(address)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (folder / "mkdocs.yml").write_text(json.dumps(configuration(settings)), encoding="utf-8")
    return folder


def configuration(settings: Settings) -> dict[str, Any]:
    """Return the settings of the baseline."""
    languages = [
        {"locale": lang, "name": lang, "build": True, "default": lang == settings.languages[0]}
        for lang in settings.languages
    ]
    return {
        "site_name": settings.site_name,
        "site_url": settings.site_url,
        "theme": {"name": "material", "font": False},
        "plugins": ["search", {"i18n": {"docs_structure": "folder", "languages": languages}}],
        "nav": [{"Home": "index.md"}],
        "not_in_nav": "*",
        "validation": {"links": _OFF},
        "markdown_extensions": list(settings.markdown_extensions),
    }
