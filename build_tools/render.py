"""Turns generated Markdown into HTML with mkdocs and Material, one subprocess per language.

This is the only file that names a renderer (docs/decisions/0001). A page depends on its own Markdown, the skeleton
and the configuration; pages whose inputs did not change are kept from the build before, only the others are printed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from build_tools.addresses import kind_address, source_file
from build_tools.errors import DefectError
from build_tools.settings import Settings
from build_tools.translations import direction
from build_tools.views import View, own_name

_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
_PRINTERS = ("mkdocs", "mkdocs-material", "markdown")
_STYLESHEET = "assets/stylesheets/main.*.min.css"


@dataclass(frozen=True)
class Rendered:
    """The printed pages of one language: their folder, their keys by address, what was printed and removed just now.

    `is_fresh` is false when an earlier build left them and this one did not look at the language.
    """

    lang: str
    folder: Path
    keys: Mapping[str, str]
    printed: frozenset[str]
    removed: frozenset[str] = frozenset()
    is_fresh: bool = True

    def file(self, address: str) -> Path:
        """Return the HTML file of an address."""
        return self.folder / address / "index.html"


def render(view: View, pages: Mapping[str, str], assets: str) -> Rendered:
    """Print the pages of one language; `assets` is the digest of the files that every page loads.

    Raises:
        DefectError: the page printer failed or warned; its words are in the message.

    """
    folder = _folder(view.catalog.settings, view.lang)
    config = _configuration(view, folder, assets)
    base = _digest(json.dumps(config, sort_keys=True), *_skeleton(view.catalog.settings), *map(version, _PRINTERS))
    keys = {address: _digest(base, text) for address, text in pages.items()}
    kept = _read_keys(folder)
    html = folder / "html"
    changed = [a for a, key in keys.items() if kept.get(a) != key or not (html / a / "index.html").is_file()]
    if changed or not (html / "404.html").is_file():
        (folder / "keys.json").unlink(missing_ok=True)
        _print(folder, config, {address: pages[address] for address in changed})
    removed = frozenset(kept) - frozenset(keys)
    _remove_old(html, removed)
    _write(folder / "keys.json", json.dumps(keys, sort_keys=True))
    return Rendered(view.lang, html, keys, frozenset(changed), removed)


def stored(settings: Settings, lang: str) -> Rendered | None:
    """Return the pages of a language as an earlier build printed them, if it did."""
    folder = _folder(settings, lang)
    keys = _read_keys(folder)
    return Rendered(lang, folder / "html", keys, frozenset(), is_fresh=False) if keys else None


def stylesheet(settings: Settings) -> Path:
    """Return Material's stylesheet, which all pages share."""
    return next(path for lang in settings.languages if (path := _folder(settings, lang) / "material.css").is_file())


def _folder(settings: Settings, lang: str) -> Path:
    return settings.work / "render" / lang


def _read_keys(folder: Path) -> dict[str, str]:
    try:
        keys: dict[str, str] = json.loads((folder / "keys.json").read_text())
    except (FileNotFoundError, ValueError):
        return {}
    return keys


def _skeleton(settings: Settings) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(settings.theme_folder.glob("**/*.html"))]


def _configuration(view: View, folder: Path, assets: str) -> dict[str, Any]:
    settings = view.catalog.settings
    theme = {**settings.theme, "language": view.lang, "custom_dir": str(settings.theme_folder)}
    return {
        "site_name": settings.site_name,
        "site_url": settings.address(view.lang, ""),
        "docs_dir": str(folder / "docs"),
        "site_dir": str(folder / "site"),
        "theme": theme,
        "plugins": [],
        "nav": [{settings.site_name: settings.site_url}],
        "not_in_nav": "*",
        "validation": {"links": {"unrecognized_links": "ignore", "not_found": "ignore", "anchors": "ignore"}},
        "markdown_extensions": list(settings.markdown_extensions),
        "extra": {
            "strings": dict(view.catalog.interface[view.lang]),
            "direction": direction(view.lang),
            "site_root": settings.site_url,
            "base": settings.base_path + view.lang,
            "site_languages": [{"code": code, "name": own_name(code)} for code in settings.languages],
            "menu": _menu(view),
            "footer": _page_links(view, settings.extra.footer),
            "assets": assets,
        },
    }


def _menu(view: View) -> list[dict[str, str]]:
    kinds = [(f"{kind}s", kind_address(kind), view.text(f"{kind}s")) for kind in view.site.kinds]
    benchmark = ("benchmark",) if view.catalog.benchmark else ()
    statistics = ("statistics",) if view.catalog.statistics else ()
    own = (*statistics, *benchmark, "explore", "browse", "search")
    fixed = [(name, f"{name}/", view.text(name)) for name in own]
    links = [
        {"section": section, "address": address, "title": title, "lang": view.lang}
        for section, address, title in (*kinds, *fixed)
    ]
    return links + _page_links(view, view.catalog.settings.extra.menu)


def _page_links(view: View, slugs: list[str]) -> list[dict[str, str]]:
    entries = [entry for slug in slugs if (entry := view.entries.get(("page", slug)))]
    return [{"section": e.slug, "address": f"{e.slug}/", "title": e.title, "lang": e.text_lang} for e in entries]


def _print(folder: Path, config: Mapping[str, Any], pages: Mapping[str, str]) -> None:
    docs, site = Path(config["docs_dir"]), Path(config["site_dir"])
    shutil.rmtree(docs, ignore_errors=True)
    shutil.rmtree(site, ignore_errors=True)
    for address, text in pages.items():
        _write(docs / source_file(address), text)
    docs.mkdir(parents=True, exist_ok=True)
    _write(folder / "mkdocs.yml", json.dumps(config, ensure_ascii=False))
    _run(folder / "mkdocs.yml")
    _collect(folder, site, pages)


def _run(config: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", str(config)]
    env = {**os.environ, **_QUIET, "SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0"}
    result = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if result.returncode or result.stderr.strip():
        raise DefectError(f"the page printer failed on {config}:\n{result.stdout}{result.stderr}")


def _collect(folder: Path, site: Path, pages: Mapping[str, str]) -> None:
    """Move the printed pages beside those of earlier builds; every other file of the printer is left behind."""
    for name in (*(f"{address}index.html" for address in pages), "404.html"):
        target = folder / "html" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        (site / name).replace(target)
    (next(site.glob(_STYLESHEET))).replace(folder / "material.css")
    shutil.rmtree(site)


def _remove_old(html: Path, addresses: frozenset[str]) -> None:
    for address in addresses:
        (html / address / "index.html").unlink(missing_ok=True)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _digest(*texts: str) -> str:
    return hashlib.sha256("\x00".join(texts).encode()).hexdigest()[:24]
