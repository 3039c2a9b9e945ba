"""Reads everything below `content/` into a catalog of typed entries with positions. Finds, never fixes."""

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from build_tools.benchmark_files import Benchmark, load_benchmark
from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.frontmatter import parse_document, parse_mapping
from build_tools.glossary import Glossary, load_glossary
from build_tools.model import FOLDERS, Entry, Practice, Translation
from build_tools.organisation_files import AliasList, load_aliases
from build_tools.settings import Settings
from build_tools.statistics_files import Rows, Series, load_statistics, parse_rows
from build_tools.validation import validate

type Strings = Mapping[str, str]
type Vocabulary = Mapping[str, Mapping[str, str]]
type Key = tuple[str, str]


@dataclass(frozen=True, eq=False)
class Source:
    """An entry in its source language: its kind and slug, its data, and the file it came from."""

    kind: str
    slug: str
    entry: Entry
    document: Document

    @property
    def key(self) -> Key:
        """Kind and slug: what the entry is called everywhere."""
        return self.kind, self.slug

    @property
    def practice(self) -> Practice:
        """The data of a practice; only practices may be asked for it."""
        assert isinstance(self.entry, Practice), self.key  # noqa: S101 - whoever asks knows the kind
        return self.entry


@dataclass(frozen=True, eq=False)
class Translated:
    """A translation of an entry into `lang`."""

    kind: str
    slug: str
    lang: str
    translation: Translation
    document: Document


@dataclass
class Catalog:
    """All content of a site.

    `vocabularies` maps a vocabulary to its terms, a term to its label per language. `interface` maps a
    language to its strings, `benchmark_strings` to those of the benchmark. `aliases` says which names of
    organisations mean the same, `glossary` which terms. `statistics` are the official figures by id. `findings` holds
    what is wrong with files that could not be read; `anchors` those of entries, as far as somebody asked for them.
    """

    settings: Settings
    sources: dict[Key, Source] = field(default_factory=dict)
    translations: dict[tuple[str, str, str], Translated] = field(default_factory=dict)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    interface: dict[str, Strings] = field(default_factory=dict)
    benchmark: Benchmark | None = None
    benchmark_strings: dict[str, Strings] = field(default_factory=dict)
    aliases: AliasList = field(default_factory=AliasList)
    glossary: Glossary = field(default_factory=Glossary)
    statistics: dict[str, Series] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    images: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)
    anchors: dict[Key, dict[str, None]] = field(default_factory=dict)

    @property
    def subjects(self) -> list[Source | Translated]:
        """All entries and all translations."""
        return [*self.sources.values(), *self.translations.values()]

    def of_kind(self, kind: str) -> list[Source]:
        """Return the entries of one kind in the order of their slugs."""
        return [source for key, source in sorted(self.sources.items()) if key[0] == kind]

    def label(self, vocabulary: str, term: str, lang: str) -> str:
        """Return the label of a term in a language; the term itself where the label is missing."""
        labels = self.vocabularies[vocabulary][term]
        return labels.get(lang, term) if isinstance(labels, dict) else term


@dataclass
class FileMemory:
    """Keeps what was read from files that did not change since; `serve` passes it from build to build."""

    kept: dict[str, tuple[tuple[int, int], Any]] = field(default_factory=dict)

    def read[T](self, path: Path | os.DirEntry[str], name: str, read: Callable[[str, bytes], T]) -> T:
        """Return what `read` makes of a file, from memory when size and time of the file are the same."""
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        if name not in self.kept or self.kept[name][0] != stamp:
            self.kept[name] = (stamp, read(name, Path(path).read_bytes()))
        value: T = self.kept[name][1]
        return value

    def read_mapping(self, path: Path, name: str) -> tuple[Document | None, list[Finding]]:
        """Return a file with one YAML mapping as a document, and what is wrong with its form."""
        return self.read(path, name, parse_mapping)


def load(settings: Settings, memory: FileMemory | None = None) -> Catalog:
    """Return the catalog of a site; `memory` avoids reading unchanged files again."""
    catalog, memory = Catalog(settings), memory or FileMemory()
    catalog.vocabularies = _load_vocabularies(catalog, memory)
    catalog.interface = _load_interface(catalog, memory)
    _load_benchmark(catalog, memory)
    _load_aliases(catalog, memory)
    _load_glossary(catalog, memory)
    _load_statistics(catalog, memory)
    _load_entries(catalog, memory)
    catalog.images = frozenset(
        settings.relative(path) for path in settings.content.glob("*/images/*") if path.is_file()
    )
    return catalog


def interface_files(settings: Settings, lang: str, part: str = "") -> list[Path]:
    """Return the files of strings of a language for a `part` of the interface: the theme's, then the network's own."""
    folders = (settings.theme_folder / "interface" / part, settings.content / "interface" / part)
    return [path for folder in folders if (path := folder / f"{lang}.yml").is_file()]


def _load_vocabularies(catalog: Catalog, memory: FileMemory) -> dict[str, Vocabulary]:
    found: dict[str, Vocabulary] = {}
    for path in sorted((catalog.settings.content / "vocabularies").glob("*.yml")):
        document, terms = _load_mapping(catalog, path, memory)
        if document:
            found[path.stem] = terms
    return found


def _load_benchmark(catalog: Catalog, memory: FileMemory) -> None:
    if catalog.settings.extra.benchmark:
        catalog.benchmark, findings = load_benchmark(catalog.settings, memory.read_mapping)
        catalog.findings += findings
        catalog.benchmark_strings = _load_interface(catalog, memory, "benchmark")


def _load_aliases(catalog: Catalog, memory: FileMemory) -> None:
    catalog.aliases, findings = load_aliases(catalog.settings, memory.read_mapping)
    catalog.findings += findings


def _load_glossary(catalog: Catalog, memory: FileMemory) -> None:
    catalog.glossary, findings = load_glossary(catalog.settings, memory.read_mapping)
    catalog.findings += findings


def _load_statistics(catalog: Catalog, memory: FileMemory) -> None:
    def read_rows(path: Path, name: str) -> tuple[Rows, list[Finding]]:
        return memory.read(path, name, parse_rows)

    catalog.statistics, findings = load_statistics(catalog.settings, memory.read_mapping, read_rows)
    catalog.findings += findings


def _load_interface(catalog: Catalog, memory: FileMemory, part: str = "") -> dict[str, Strings]:
    found: dict[str, Strings] = {}
    for lang in catalog.settings.languages:
        files = interface_files(catalog.settings, lang, part)
        documents = [_load_mapping(catalog, path, memory)[0] for path in files]
        found[lang] = {key: text for document in documents if document for key, text in _strings(catalog, document)}
    return found


def _strings(catalog: Catalog, document: Document) -> Iterator[tuple[str, str]]:
    for key, text in document.data.items():
        if isinstance(text, str):
            yield key, text
        else:
            place = document.position((key,))
            catalog.findings.append(
                Finding(document.path, *place, "interface", f"`{key}` is no text", "write it in quotes")
            )


def _load_mapping(catalog: Catalog, path: Path, memory: FileMemory) -> tuple[Document | None, dict[str, Any]]:
    name = catalog.settings.relative(path)
    if not path.is_file():
        catalog.findings.append(Finding(name, 1, 1, "ids", "this is not a file", "give folders a name without .yml"))
        return None, {}
    document, findings = memory.read(path, name, parse_mapping)
    catalog.findings += findings
    if document:
        catalog.documents[name] = document
    return document, document.data if document else {}


def _load_entries(catalog: Catalog, memory: FileMemory) -> None:
    settings = catalog.settings
    prefix = settings.relative(settings.content)
    for item, parts in _texts(settings.content):
        name = f"{prefix}/{'/'.join(parts)}"
        if fault := _misplaced(item, parts):
            catalog.findings.append(Finding(name, 1, 1, "ids", *fault))
        else:
            _load_entry(catalog, item, name, memory)


def _texts(folder: Path | str, parts: tuple[str, ...] = ()) -> Iterator[tuple[os.DirEntry[str], tuple[str, ...]]]:
    """Return everything below a folder whose name ends in .md, with its path, in the order of the names."""
    with os.scandir(folder) as items:
        found = sorted(items, key=lambda item: item.name)
    for item in found:
        here = (*parts, item.name)
        if item.name.lower().endswith(".md"):
            yield item, here
        elif item.is_dir(follow_symlinks=False):
            yield from _texts(item.path, here)


def _load_entry(catalog: Catalog, item: os.DirEntry[str], name: str, memory: FileMemory) -> None:
    found, findings = memory.read(item, name, lambda name, raw: _read_entry(catalog.settings, name, raw))
    catalog.findings += findings
    if isinstance(found, Source):
        catalog.sources[found.key] = found
    elif isinstance(found, Translated):
        catalog.translations[found.kind, found.slug, found.lang] = found


def _misplaced(item: os.DirEntry[str], parts: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with the place of a text, or None where an entry or a translation may stand."""
    if item.is_symlink():
        return "the file is a symbolic link", "put the file itself here"
    if not item.is_file():
        return "this is not a file", "give folders a name without .md"
    if not item.name.endswith(".md"):
        return f"the file name ends in {item.name[-3:]}", "let it end in .md"
    if parts[0] not in FOLDERS or len(parts) not in (2, 3):
        kinds = ", ".join(f"content/{folder}/" for folder in FOLDERS)
        return (
            "nothing reads a text in this place",
            f"put it into one of {kinds} or, as a translation, into a language below",
        )
    return None


def _read_entry(settings: Settings, name: str, raw: bytes) -> tuple[Source | Translated | None, list[Finding]]:
    document, findings = parse_document(name, raw)
    if document is None:
        return None, findings
    parts = Path(name).relative_to(settings.content.relative_to(settings.root)).parts
    model = Translation if len(parts) == 3 else FOLDERS[parts[0]]
    entry, faults = validate(model, document)
    kind, slug = FOLDERS[parts[0]].kind, Path(name).stem
    if entry is None:
        return None, findings + faults
    if isinstance(entry, Translation):
        return Translated(kind, slug, parts[1], entry, document), findings
    assert isinstance(entry, Entry)  # noqa: S101 - tells the type checker what the line above chose
    return Source(kind, slug, entry, document), findings
