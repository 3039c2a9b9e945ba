"""What the benchmark page loads: its folder of scripts, styles and data, and the service worker at the root."""

import hashlib
import json
from collections.abc import Mapping

from build_tools.addresses import BENCHMARK, SCORING, paper_address
from build_tools.bundle import WEB
from build_tools.releases import WORKER, Release, assets_digest, benchmark_release
from build_tools.search_scripts import FOLDER, search_scripts
from build_tools.views import Site

_TEMPLATE = WEB / "service-worker.js"
_MARK = "const RELEASE = {};"
_STYLES_AND_SCRIPTS = ("material.css", "network.css", "site.css", "paper.css", "scheme.js", "site.js")


def files(site: Site) -> Mapping[str, str]:
    """Return the files of the release in their folder and the service worker; none for a site without a benchmark."""
    release = benchmark_release(site)
    if release is None:
        return {}
    published = {f"{release.folder}{name}": text for name, text in release.files.items()}
    return {**published, WORKER: _worker(site, release)}


def _worker(site: Site, release: Release) -> str:
    """Return the service worker with the list of everything that a visitor needs offline."""
    text = _TEMPLATE.read_text(encoding="utf-8")
    assert text.count(_MARK) == 1, f"{_TEMPLATE} has no line {_MARK}"  # noqa: S101 - both files are ours
    return text.replace(_MARK, f"const RELEASE = {json.dumps(_contents(site, release), ensure_ascii=False)};")


def _contents(site: Site, release: Release) -> dict[str, object]:
    """Return addresses from the root of the site: what every language needs, and what one language needs."""
    languages = site.catalog.settings.languages
    pages = {lang: [*_pages(site, lang), *_own_data(release, lang)] for lang in languages}
    files = [*_shared_data(release), *release.runtime.files, *_skeleton(site)]
    digest = hashlib.sha256(json.dumps([files, pages]).encode()).hexdigest()[:12]
    return {"digest": digest, "files": files, "pages": pages}


def _pages(site: Site, lang: str) -> list[str]:
    benchmark = site.catalog.benchmark
    papers = [paper_address(role) for role in benchmark.model.roles] if benchmark else []
    return [f"{lang}/{address}" for address in (BENCHMARK, SCORING, *papers)]


def _own_data(release: Release, lang: str) -> list[str]:
    return [f"{release.folder}{name}" for name in release.files if name.endswith(f".{lang}.json")]


def _shared_data(release: Release) -> list[str]:
    return [f"{release.folder}{name}" for name in release.files if name.count(".") == 1]


def _skeleton(site: Site) -> list[str]:
    """Return what the pages load beside (theme/main.html)."""
    assets = assets_digest(site)
    scripts = [f"{FOLDER}{assets}/{name}" for name in search_scripts() if name.endswith(".js")]
    return [*(f"assets/{name}?{assets}" for name in _STYLES_AND_SCRIPTS), "assets/logo.svg", *scripts]
