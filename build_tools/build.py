"""From content to `site/`: load, check, resolve, generate, render, finish.

A failed build leaves the old site as it was.
"""

import os
from collections.abc import Callable, Hashable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

from build_tools.checks import Memory as CheckMemory
from build_tools.checks import run_checks
from build_tools.errors import ContentError, Finding
from build_tools.find_release import find_release
from build_tools.finish import FactStore, finish
from build_tools.load import Catalog, FileMemory, load
from build_tools.releases import assets_digest, benchmark_release
from build_tools.render import Rendered, render, stored
from build_tools.settings import Settings
from build_tools.steps import all_pages, make_documents
from build_tools.views import Site

type Say = Callable[[str], None]


@dataclass
class Memory:
    """What one process keeps from build to build; it only saves work and never changes a result."""

    files: FileMemory = field(default_factory=FileMemory)
    checks: CheckMemory = field(default_factory=dict)
    derived: dict[Hashable, Any] = field(default_factory=dict)
    context: str = ""
    facts: FactStore = field(default_factory=FactStore)


def check(settings: Settings, memory: Memory | None = None) -> tuple[Catalog, list[Finding]]:
    """Return the catalog of the content and everything that is wrong with it."""
    memory = memory or Memory()
    catalog = load(settings, memory.files)
    context = repr((settings, catalog.vocabularies, catalog.interface))
    if context != memory.context:
        memory.checks.clear()
        memory.derived.clear()
        memory.context = context
    return catalog, run_checks(catalog, memory.checks)


def build(
    settings: Settings,
    languages: Sequence[str] | None = None,
    memory: Memory | None = None,
    say: Say = lambda line: None,
    whole: bool = True,
    with_documents: bool = True,
) -> list[Finding]:
    """Build the site and put it in the place of the old one; return the notices.

    `languages` limits printing to some languages; the others stay as the build before left them. Without
    `whole` only the changed files of a site that is there are replaced, and its search index stays as it is. Without
    `with_documents` no document is made, and pages lead to those alone that are up to date.

    Raises:
        ContentError: the content has errors; nothing was written.
        DefectError: a part of ours failed, or the last gate refused a page; the old site stands.

    """
    memory = memory or Memory()
    progress = _Progress(say)
    catalog, findings = check(settings, memory)
    if any(finding.level == "error" for finding in findings):
        raise ContentError(findings)
    progress(f"checked {len(catalog.sources)} entries and {len(catalog.translations)} translations")
    site = Site(catalog, memory.derived)
    if benchmark_release(site):
        progress("gathered the files of the benchmark")
    find_release(site)
    downloads = make_documents(site, (languages or settings.languages) if with_documents else (), progress.beside)
    if downloads.found:
        progress(f"gathered {len(downloads.found)} documents")
    site = Site(catalog, memory.derived, downloads)
    printed = _render_all(site, languages or settings.languages, progress)
    others = [lang for lang in settings.languages if lang not in {r.lang for r in printed}]
    everything = printed + [r for lang in others if (r := stored(settings, lang))]
    finish(site, everything, memory.facts, whole)
    progress(f"finished {sum(len(language.keys) for language in everything)} pages: search index, last gate, swap")
    return findings


class _Progress:
    """Says what was done and how long it took."""

    def __init__(self, say: Say) -> None:
        self.say = say
        self.last = perf_counter()

    def __call__(self, what: str) -> None:
        now = perf_counter()
        self.say(f"{what} ({now - self.last:.1f} s)")
        self.last = now

    def beside(self, what: str) -> None:
        """Say how far the step that is running has come."""
        self.say(what)


def _render_all(site: Site, languages: Sequence[str], progress: _Progress) -> list[Rendered]:
    assets = assets_digest(site)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        jobs = {lang: pool.submit(_render_one, site, lang, assets) for lang in languages}
        result = []
        for lang, job in jobs.items():
            rendered = job.result()
            progress(f"{lang}: printed {len(rendered.printed)} of {len(rendered.keys)} pages")
            result.append(rendered)
    return result


def _render_one(site: Site, lang: str, assets: str) -> Rendered:
    view = site.views[lang]
    return render(view, all_pages(view), assets)
