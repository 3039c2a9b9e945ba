"""What is published under a digest of itself: the files that every page loads, and those of the benchmark page.

A file that never changes at its address can be kept by browsers for ever, and versions cannot mix.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_tools.addresses import entry_address
from build_tools.bundle import bundle
from build_tools.model import Guideline, Practice
from build_tools.runtime import Runtime, runtime
from build_tools.search_scripts import search_scripts
from build_tools.translations import Localized
from build_tools.views import Site, View

# The service worker stands at the root of the site, so that it may answer for all of it.
WORKER = "benchmark-worker.js"


@dataclass(frozen=True)
class Release:
    """The files of the benchmark page by name, the digest of them all, and the Python runtime that they start."""

    digest: str
    files: Mapping[str, str]
    runtime: Runtime

    @property
    def folder(self) -> str:
        """The folder of the release below the folder to publish, with a slash at its end."""
        return f"assets/benchmark/{self.digest}/"


@lru_cache(maxsize=1)
def assets_digest(site: Site) -> str:
    """Return a digest of the files that every page loads, so that browsers fetch them anew when they change.

    Made once per site: every page of the benchmark asks for it.
    """
    settings = site.catalog.settings
    digest = hashlib.sha256(repr(settings.extra.colours).encode())
    for path in sorted((settings.theme_folder / "assets").iterdir()):
        digest.update(path.read_bytes())
    digest.update(json.dumps(search_scripts()).encode())
    return digest.hexdigest()[:12]


@lru_cache(maxsize=1)
def benchmark_release(site: Site) -> Release | None:
    """Return what the benchmark page loads, or None for a site without a benchmark.

    Made once per site; a build calls it before its threads do.

    Raises:
        DefectError: the scripts or the Python runtime could not be made.

    """
    if site.catalog.benchmark is None:
        return None
    files = {**bundle(), **_data_files(site)}
    text = json.dumps(sorted(files.items()), ensure_ascii=False)
    return Release(hashlib.sha256(text.encode()).hexdigest()[:12], files, runtime())


def _data_files(site: Site) -> dict[str, str]:
    benchmark = site.catalog.benchmark
    assert benchmark  # noqa: S101 - the caller looked
    files = {"model.json": compact_json(benchmark.data)}
    for lang, view in site.views.items():
        files[f"texts.{lang}.json"] = compact_json(benchmark.documents[lang].data)
        files[f"strings.{lang}.json"] = compact_json(site.catalog.benchmark_strings[lang])
        files[f"practices.{lang}.json"] = compact_json(_practices(view))
    return files


def compact_json(value: Any) -> str:
    """Return a value as JSON without white space, as browsers load it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _practices(view: View) -> dict[str, Any]:
    """Return what next steps point to, and the words for the terms of profiles."""
    vocabularies = ("sectors", "wbl-models", "tracks", "evidence-grades")
    labels = {
        name: {term: view.label(name, term) for term in view.catalog.vocabularies.get(name, {})}
        for name in vocabularies
    }
    return {
        "practices": [_practice(entry) for entry in view.of_kind("practice")],
        "guidelines": [_linked(entry) for entry in view.of_kind("guideline")],
        "vocabularies": {**labels, "countries": view.countries},
    }


def _linked(entry: Localized) -> dict[str, Any]:
    source = entry.source.entry
    assert isinstance(source, Practice | Guideline)  # noqa: S101 - the other kinds serve no indicator by themselves
    return {
        "slug": entry.slug,
        "title": entry.title,
        "summary": entry.summary,
        "address": entry_address(entry.source.kind, entry.slug),
        "lang": entry.text_lang,
        "indicators": [link.id for link in source.indicators],
    }


def _practice(entry: Localized) -> dict[str, Any]:
    practice = entry.source.practice
    return {
        **_linked(entry),
        "countries": practice.countries,
        "sectors": practice.sectors,
        "wbl_model": practice.wbl_model,
        "track": practice.track,
        "evidence": practice.evidence.grade,
    }
