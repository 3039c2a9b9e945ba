"""Turns printed pages into the folder to publish: assets, other files, search index, last gate, swap."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from build_tools import gate
from build_tools.downloads import Downloads
from build_tools.errors import DefectError
from build_tools.gate import PageFacts, check_links, read_page
from build_tools.releases import benchmark_release
from build_tools.render import Rendered, stylesheet
from build_tools.search_index import kept_index, search_index
from build_tools.settings import Settings
from build_tools.steps import all_files
from build_tools.views import Site


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
    if not whole and settings.site.is_dir():
        _update(site, rendered, files)
        return
    key = hashlib.sha256(repr([sorted(language.keys.items()) for language in rendered]).encode()).hexdigest()
    if not _stands(site, rendered, files, key):
        _replace(site, rendered, files, key)
    store.write(settings.work)


def _stands(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str | bytes], key: str) -> bool:
    """Return whether `site/` holds exactly these files already: then there is nothing to put in its place."""
    settings = site.catalog.settings
    index = kept_index(settings.work / "search", key)
    if index is None or not settings.site.is_dir():
        return False
    linked = {**_links(rendered), **{f"pagefind/{name}": index / name for name in _inodes(index)}}
    copied, large = _copies(site), _large(site)
    found = _inodes(settings.site)
    return (
        found.keys() == linked.keys() | copied.keys() | large.keys() | files.keys()
        and all(found[path] == source.stat().st_ino for path, source in linked.items())
        and all((settings.site / path).read_bytes() == source.read_bytes() for path, source in copied.items())
        and all(found[path] == source.stat().st_ino for path, source in site.downloads.files.items())
        and all(_holds(settings.site / path, content) for path, content in files.items())
    )


def _inodes(folder: Path | str, prefix: str = "") -> dict[str, int]:
    """Return the number of every file below a folder, by its path: the same number is the same file."""
    found: dict[str, int] = {}
    with os.scandir(folder) as items:
        for item in items:
            name = prefix + item.name
            found |= _inodes(item.path, f"{name}/") if item.is_dir() else {name: item.inode()}
    return found


def _links(rendered: Sequence[Rendered]) -> dict[str, Path]:
    """Return the printed pages by the path at which they are published."""
    pages = {f"{r.lang}/{address}index.html": r.file(address) for r in rendered for address in r.keys}
    return pages | {f"{r.lang}/404.html": r.folder / "404.html" for r in rendered}


def _copies(site: Site) -> dict[str, Path]:
    """Return assets and images by the path at which they are published."""
    settings = site.catalog.settings
    assets = {f"assets/{path.name}": path for path in (settings.theme_folder / "assets").iterdir()}
    media = {_media(path): settings.root / path for path in site.catalog.images}
    return {**assets, **media, "assets/material.css": stylesheet(settings)}


def _runtime(site: Site) -> dict[str, Path]:
    """Return the files of the Python runtime by their path, which has their digest in it: they never change there."""
    release = benchmark_release(site)
    return release.runtime.files if release else {}


def _large(site: Site) -> dict[str, Path]:
    """Return the files that are published without a copy: the Python runtime, and what readers can download."""
    return _runtime(site) | site.downloads.files


def _earlier(settings: Settings, rendered: Sequence[Rendered]) -> dict[str, Path]:
    """Return files of earlier builds: pages of languages that this build did not look at still name them."""
    stale = [language.lang for language in rendered if not language.is_fresh]
    if not stale:
        return {}
    folders = [settings.site / "assets" / name for name in ("benchmark", "find", "pyodide", "search")]
    found = [path for folder in folders for path in folder.glob("*/*")]
    found += [path for lang in stale for path in (settings.site / "downloads" / lang).glob("*/*")]
    return {path.relative_to(settings.site).as_posix(): path for path in found}


def _replace(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str | bytes], key: str) -> None:
    settings = site.catalog.settings
    new = settings.work / "site.new"
    shutil.rmtree(new, ignore_errors=True)
    for path, source in _links(rendered).items():
        _link(source, new / path)
    _copy(_copies(site), new)
    _write_files(new, files)
    place({**_earlier(settings, rendered), **_large(site)}, new)
    shutil.copytree(search_index(new, settings.work / "search", key), new / "pagefind", copy_function=os.link)
    _swap(new, settings.site, settings.work / "site.old")


def _update(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str | bytes]) -> None:
    settings = site.catalog.settings
    _copy(_copies(site), settings.site)
    _renew(site.downloads, settings.site)
    place(_large(site), settings.site)
    for language in rendered:
        for address in language.printed:
            _link(language.file(address), settings.site / language.lang / address / "index.html")
        for address in language.removed:
            (settings.site / language.lang / address / "index.html").unlink(missing_ok=True)
    changed = {path: content for path, content in files.items() if not _holds(settings.site / path, content)}
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


def place(sources: Mapping[str, Path], folder: Path) -> None:
    """Put large files that are not there yet into a folder: at once and without a copy, if the disk is the same."""
    for path, source in sources.items():
        target = folder / path
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, target)
            except OSError:
                shutil.copy(source, target)


def _renew(downloads: Downloads, folder: Path) -> None:
    """Take away the files to download that were made from an earlier content."""
    for path in (folder / "downloads").glob("*/*/*"):
        source = downloads.files.get(path.relative_to(folder).as_posix())
        if source is None or source.stat().st_ino != path.stat().st_ino:
            path.unlink()


def _holds(path: Path, content: str | bytes) -> bool:
    return path.is_file() and path.read_bytes() == _bytes(content)


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _copy(copies: Mapping[str, Path], folder: Path) -> None:
    for path, source in copies.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, folder / path)


def _media(path: str) -> str:
    """Return where an image of the content is published."""
    _, folder, _, name = path.split("/")
    return f"media/{folder}/{name}"


def _write_files(new: Path, files: Mapping[str, str | bytes]) -> None:
    for path, content in files.items():
        (new / path).parent.mkdir(parents=True, exist_ok=True)
        (new / path).write_bytes(_bytes(content))


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


def _pass_gate(site: Site, rendered: Sequence[Rendered], files: Mapping[str, str | bytes], store: FactStore) -> None:
    settings = site.catalog.settings
    facts = {
        path: known for language in rendered if language.is_fresh for path, known in _facts(settings, language, store)
    }
    facts |= {
        path: read_page(path, text, settings.base_path)
        for path, text in files.items()
        if isinstance(text, str) and path.endswith(".html")
    }
    others = frozenset(files) | _copies(site).keys() | _large(site).keys()
    faults = check_links(facts, others | _elsewhere(settings, rendered, facts))
    if faults:
        lines = "\n".join(f"{fault.page}: {fault.what}" for fault in faults[:50])
        raise DefectError(f"the last gate refused {len(faults)} things; the old site stands:\n{lines}")


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
