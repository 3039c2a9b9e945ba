"""From content to `site/`: load, check, resolve, generate, render, finish.

A failed build leaves the old site as it was.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from build_tools.checks import Memory as CheckMemory
from build_tools.checks import run_checks
from build_tools.errors import ContentError, DefectError, Finding
from build_tools.gate import PageFacts, check_links, read_page
from build_tools.load import Catalog, FileMemory, load
from build_tools.render import Rendered, render, stored, stylesheet
from build_tools.search_index import search_index
from build_tools.settings import Settings
from build_tools.steps import all_files, all_pages
from build_tools.views import Site

type Say = Callable[[str], None]


@dataclass
class Memory:
    """What one process keeps from build to build; it only saves work and never changes a result."""

    files: FileMemory = field(default_factory=FileMemory)
    checks: CheckMemory = field(default_factory=dict)
    vocabulary_digest: str = ""
    facts: dict[tuple[str, str], PageFacts] = field(default_factory=dict)


def check(settings: Settings, memory: Memory | None = None) -> tuple[Catalog, list[Finding]]:
    """Return the catalog of the content and everything that is wrong with it."""
    memory = memory or Memory()
    catalog = load(settings, memory.files)
    digest = repr(catalog.vocabularies)
    if digest != memory.vocabulary_digest:
        memory.checks.clear()
        memory.vocabulary_digest = digest
    return catalog, run_checks(catalog, memory.checks)


def build(
    settings: Settings,
    languages: Sequence[str] | None = None,
    memory: Memory | None = None,
    say: Say = lambda line: None,
    with_search: bool = True,
) -> list[Finding]:
    """Build the site and put it in the place of the old one; return the notices.

    `languages` limits printing to some languages; the others stay as the build before left them. Without
    `with_search` the search index stays as it is, if there is one.

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
    site = Site(catalog)
    printed = _render_all(site, languages or settings.languages, progress)
    others = [lang for lang in settings.languages if lang not in {r.lang for r in printed}]
    everything = printed + [r for lang in others if (r := stored(settings, lang))]
    _assemble(site, everything, memory, progress, with_search)
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


def _render_all(site: Site, languages: Sequence[str], progress: _Progress) -> list[Rendered]:
    assets = _assets_digest(site)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        jobs = {lang: pool.submit(_render_one, site, lang, assets) for lang in languages}
        result = []
        for lang, job in jobs.items():
            rendered = job.result()
            progress(f"{lang}: printed {len(rendered.printed)} of {len(rendered.keys)} pages")
            result.append(rendered)
    return result


def _render_one(site: Site, lang: str, assets: str) -> Rendered:
    view = site.view(lang)
    return render(view, all_pages(view), assets)


def _assets_digest(site: Site) -> str:
    settings = site.catalog.settings
    digest = hashlib.sha256(repr(settings.extra.colours).encode())
    for path in sorted((settings.theme_folder / "assets").iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def _assemble(site: Site, rendered: Sequence[Rendered], memory: Memory, progress: _Progress, with_search: bool) -> None:
    settings = site.catalog.settings
    new = settings.work / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language in rendered:
        _link_tree(language, new / language.lang)
    _put_assets(site, new)
    files = all_files(site)
    _write_files(new, files)
    _add_search(settings, rendered, new, with_search)
    progress("assembled the site and its search index")
    _pass_gate(settings, rendered, files, new, memory)
    progress(f"read {sum(len(language.keys) for language in rendered)} pages at the last gate")
    _swap(new, settings.site, settings.work / "site.old")


def _link_tree(language: Rendered, target: Path) -> None:
    for address in language.keys:
        (target / address).mkdir(parents=True, exist_ok=True)
        os.link(language.file(address), target / address / "index.html")
    os.link(language.folder / "404.html", target / "404.html")


def _put_assets(site: Site, new: Path) -> None:
    settings = site.catalog.settings
    shutil.copytree(settings.theme_folder / "assets", new / "assets")
    shutil.copy(stylesheet(settings), new / "assets" / "material.css")
    for path in site.catalog.images:
        _, folder, _, name = path.split("/")
        (new / "media" / folder).mkdir(parents=True, exist_ok=True)
        shutil.copy(settings.root / path, new / "media" / folder / name)


def _write_files(new: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_text(text, encoding="utf-8")


def _add_search(settings: Settings, rendered: Sequence[Rendered], new: Path, fresh: bool) -> None:
    store = settings.work / "search"
    key = hashlib.sha256(repr([sorted(language.keys.items()) for language in rendered]).encode()).hexdigest()
    kept = (store / "key").read_text() if not fresh and (store / "key").is_file() else key
    shutil.copytree(search_index(new, store, kept), new / "pagefind", copy_function=os.link)


def _pass_gate(
    settings: Settings, rendered: Sequence[Rendered], files: Mapping[str, str], new: Path, memory: Memory
) -> None:
    facts = dict(_all_facts(settings, rendered, files, memory))
    other = frozenset(path.relative_to(new).as_posix() for path in new.glob("**/*") if path.is_file())
    faults = check_links(facts, other | _unbuilt(settings, rendered, facts))
    if faults:
        lines = "\n".join(f"{fault.page}: {fault.what}" for fault in faults[:50])
        raise DefectError(f"the last gate refused {len(faults)} things; the old site stands:\n{lines}")


def _all_facts(
    settings: Settings, rendered: Sequence[Rendered], files: Mapping[str, str], memory: Memory
) -> Iterator[tuple[str, PageFacts]]:
    for language in rendered:
        for address, key in language.keys.items():
            path = f"{language.lang}/{address}index.html"
            if (path, key) not in memory.facts:
                html = language.file(address).read_text(encoding="utf-8")
                memory.facts[path, key] = read_page(path, html, settings.base_path)
            yield path, memory.facts[path, key]
    for path, text in files.items():
        if path.endswith(".html"):
            yield path, read_page(path, text, settings.base_path)


def _unbuilt(settings: Settings, rendered: Sequence[Rendered], facts: Mapping[str, PageFacts]) -> frozenset[str]:
    """Return the link targets in languages that were never built: with `--lang` they are left out on purpose."""
    missing = tuple(f"{lang}/" for lang in settings.languages if lang not in {r.lang for r in rendered})
    targets = {target for own in facts.values() for target, _ in own.targets} if missing else ()
    return frozenset(target for target in targets if target.startswith(missing))


def _swap(new: Path, site: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
