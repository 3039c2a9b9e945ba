"""Turns printed pages into the folder to publish: assets, other files, search index, last gate, swap."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import gate
from build_tools.errors import DefectError
from build_tools.gate import PageFacts, check_links, read_page
from build_tools.render import Rendered, stylesheet
from build_tools.search_index import SEARCH_FILES, search_index
from build_tools.settings import Settings
from build_tools.steps import all_files
from build_tools.views import Site


def assets_digest(site: Site) -> str:
    """Return a digest of the files that every page loads, so that browsers fetch them anew when they change."""
    settings = site.catalog.settings
    digest = hashlib.sha256(repr(settings.extra.colours).encode())
    for path in sorted((settings.theme_folder / "assets").iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def finish(site: Site, rendered: Sequence[Rendered], store: "FactStore", whole: bool = True) -> None:
    """Pass the last gate, then publish printed pages and all other files together.

    `whole` puts a complete new folder with a fresh search index in the place of `site/`, by rename. Otherwise the
    changed files are replaced one by one in the folder that is there, and the search index stays: for a quick look
    while writing.

    Raises:
        DefectError: the search index failed, or the last gate refused something; the old site stands.

    """
    settings = site.catalog.settings
    files = all_files(site)
    _pass_gate(site, rendered, files, store)
    if whole or not settings.site.is_dir():
        _replace(site, rendered, files)
        store.write(settings.work)
    else:
        _update(site, rendered, files)


def _replace(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str]) -> None:
    settings = site.catalog.settings
    new = settings.work / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for language in rendered:
        for address in language.keys:
            _link(language.file(address), new / language.lang / address / "index.html")
        _link(language.folder / "404.html", new / language.lang / "404.html")
    _put_assets(site, new)
    _write_files(new, files)
    key = hashlib.sha256(repr([sorted(language.keys.items()) for language in rendered]).encode()).hexdigest()
    shutil.copytree(search_index(new, settings.work / "search", key), new / "pagefind", copy_function=os.link)
    _swap(new, settings.site, settings.work / "site.old")


def _update(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str]) -> None:
    settings = site.catalog.settings
    _put_assets(site, settings.site)
    for language in rendered:
        for address in language.printed:
            _link(language.file(address), settings.site / language.lang / address / "index.html")
        for address in language.removed:
            (settings.site / language.lang / address / "index.html").unlink(missing_ok=True)
    changed = {path: text for path, text in files.items() if _read(settings.site / path) != text}
    _write_files(settings.site, changed)


def _link(source: Path, target: Path) -> None:
    """Put a file at a second place, at once and without a copy."""
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        fresh = target.with_name("index.html.new")
        os.link(source, fresh)
        fresh.replace(target)
    else:
        os.link(source, target)


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _put_assets(site: Site, new: Path) -> None:
    settings = site.catalog.settings
    shutil.copytree(settings.theme_folder / "assets", new / "assets", dirs_exist_ok=True)
    shutil.copy(stylesheet(settings), new / "assets" / "material.css")
    for path in site.catalog.images:
        target = new / _media(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(settings.root / path, target)


def _media(path: str) -> str:
    """Return where an image of the content is published."""
    _, folder, _, name = path.split("/")
    return f"media/{folder}/{name}"


def _write_files(new: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_text(text, encoding="utf-8")


@dataclass
class FactStore:
    """What the gate has read of printed pages, by path, with the key of the page it was read from."""

    kept: dict[str, tuple[str, PageFacts]] = field(default_factory=dict)
    is_read: bool = False
    is_written: bool = False

    def read(self, folder: Path) -> None:
        """Take over what an earlier process left in `folder`, once."""
        file = folder / "facts.json"
        stored = json.loads(file.read_text(encoding="utf-8")) if not self.is_read and file.is_file() else {}
        if stored.get("rules") == _rules():
            for path, (key, anchors, targets, faults) in stored["pages"].items():
                facts = PageFacts(frozenset(anchors), frozenset(map(tuple, targets)), tuple(faults))
                self.kept.setdefault(path, (key, facts))
            self.is_written = True
        self.is_read = True

    def write(self, folder: Path) -> None:
        """Leave what is known for the next process."""
        if self.is_written:
            return
        rows = {
            path: (key, sorted(facts.anchors), sorted(facts.targets), facts.faults)
            for path, (key, facts) in self.kept.items()
        }
        text = json.dumps({"rules": _rules(), "pages": rows}, ensure_ascii=False)
        (folder / "facts.json").write_text(text, encoding="utf-8")
        self.is_written = True


def _rules() -> str:
    """Return a digest of the gate's own text: with new rules every page is read again."""
    return hashlib.sha256(Path(gate.__file__).read_bytes()).hexdigest()


def _pass_gate(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str], store: FactStore) -> None:
    settings = site.catalog.settings
    facts = {
        path: known for language in rendered if language.is_fresh for path, known in _facts(settings, language, store)
    }
    facts |= {path: read_page(path, text, settings.base_path) for path, text in files.items() if path.endswith(".html")}
    faults = check_links(facts, _other_files(site, files) | _elsewhere(settings, rendered, facts))
    if faults:
        lines = "\n".join(f"{fault.page}: {fault.what}" for fault in faults[:50])
        raise DefectError(f"the last gate refused {len(faults)} things; the old site stands:\n{lines}")


def _other_files(site: Site, files: Mapping[str, str]) -> frozenset[str]:
    """Return the paths of everything to be published that is no page and that a page may load or lead to."""
    assets = {f"assets/{path.name}" for path in (site.catalog.settings.theme_folder / "assets").iterdir()}
    return frozenset(files) | assets | {"assets/material.css", *SEARCH_FILES, *map(_media, site.catalog.images)}


def _facts(settings: Settings, language: Rendered, store: FactStore) -> Iterator[tuple[str, PageFacts]]:
    store.read(settings.work)
    for address, key in language.keys.items():
        path = f"{language.lang}/{address}index.html"
        if store.kept.get(path, ("",))[0] != key:
            facts = read_page(path, language.file(address).read_text(encoding="utf-8"), settings.base_path)
            store.kept[path] = key, facts
            store.is_written = False
        yield path, store.kept[path][1]
    path = f"{language.lang}/404.html"
    yield path, read_page(path, (language.folder / "404.html").read_text(encoding="utf-8"), settings.base_path)


def _elsewhere(settings: Settings, rendered: Sequence[Rendered], facts: Mapping[str, PageFacts]) -> frozenset[str]:
    """Return the link targets in languages that this build did not look at: the next whole build answers for them."""
    fresh = {language.lang for language in rendered if language.is_fresh}
    left_out = tuple(f"{lang}/" for lang in settings.languages if lang not in fresh)
    targets = {target for own in facts.values() for target, _ in own.targets} if left_out else ()
    return frozenset(target for target in targets if target.startswith(left_out))


def _swap(new: Path, site: Path, old: Path) -> None:
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    new.rename(site)
    shutil.rmtree(old, ignore_errors=True)
