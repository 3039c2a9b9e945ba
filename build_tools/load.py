"""Reads everything below `content/` into a catalog of typed entries with positions. Finds, never fixes."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.errors import Finding
from build_tools.frontmatter import Document, parse_document, parse_mapping
from build_tools.model import FOLDERS, Entry, Model, Translation
from build_tools.settings import Settings

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
    language to its strings. `findings` holds what is wrong with files that could not be read as entries.
    """

    settings: Settings
    sources: dict[Key, Source] = field(default_factory=dict)
    translations: dict[tuple[str, str, str], Translated] = field(default_factory=dict)
    vocabularies: dict[str, Vocabulary] = field(default_factory=dict)
    interface: dict[str, Strings] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)
    images: frozenset[str] = frozenset()
    findings: list[Finding] = field(default_factory=list)

    @property
    def subjects(self) -> list[Source | Translated]:
        """All entries and all translations."""
        return [*self.sources.values(), *self.translations.values()]

    def of_kind(self, kind: str) -> list[Source]:
        """Return the entries of one kind in the order of their slugs."""
        return [source for key, source in sorted(self.sources.items()) if key[0] == kind]

    def label(self, vocabulary: str, term: str, lang: str) -> str:
        """Return the label of a term in a language."""
        return self.vocabularies[vocabulary][term][lang]


@dataclass
class FileMemory:
    """Keeps what was read from files that did not change since; `serve` passes it from build to build."""

    kept: dict[str, tuple[tuple[int, int], Any]] = field(default_factory=dict)

    def read[T](self, path: Path, name: str, read: Callable[[str, bytes], T]) -> T:
        """Return what `read` makes of a file, from memory when size and time of the file are the same."""
        status = path.stat()
        stamp = (status.st_mtime_ns, status.st_size)
        if name not in self.kept or self.kept[name][0] != stamp:
            self.kept[name] = (stamp, read(name, path.read_bytes()))
        value: T = self.kept[name][1]
        return value


def load(settings: Settings, memory: FileMemory | None = None) -> Catalog:
    """Return the catalog of a site; `memory` avoids reading unchanged files again."""
    catalog, memory = Catalog(settings), memory or FileMemory()
    catalog.vocabularies = _load_vocabularies(catalog, memory)
    catalog.interface = _load_interface(catalog, memory)
    for folder in FOLDERS:
        _load_folder(catalog, folder, memory)
    catalog.images = frozenset(
        settings.relative(path) for path in settings.content.glob("*/images/*") if path.is_file()
    )
    return catalog


def read_interface_file(settings: Settings, lang: str) -> list[Path]:
    """Return the files of interface strings of a language: the theme's, then the network's own."""
    folders = (settings.theme_folder / "interface", settings.content / "interface")
    return [path for folder in folders if (path := folder / f"{lang}.yml").is_file()]


def _load_vocabularies(catalog: Catalog, memory: FileMemory) -> dict[str, Vocabulary]:
    found: dict[str, Vocabulary] = {}
    for path in sorted((catalog.settings.content / "vocabularies").glob("*.yml")):
        document, terms = _load_mapping(catalog, path, memory)
        if document:
            found[path.stem] = terms
    return found


def _load_interface(catalog: Catalog, memory: FileMemory) -> dict[str, Strings]:
    return {
        lang: {
            key: str(text)
            for path in read_interface_file(catalog.settings, lang)
            for key, text in _load_mapping(catalog, path, memory)[1].items()
        }
        for lang in catalog.settings.languages
    }


def _load_mapping(catalog: Catalog, path: Path, memory: FileMemory) -> tuple[Document | None, dict[str, Any]]:
    name = catalog.settings.relative(path)
    document, findings = memory.read(path, name, parse_mapping)
    catalog.findings += findings
    if document:
        catalog.documents[name] = document
    return document, document.data if document else {}


def _load_folder(catalog: Catalog, folder: str, memory: FileMemory) -> None:
    settings = catalog.settings
    for path in _markdown_files(settings.content / folder):
        name = settings.relative(path)
        if path.is_symlink():
            catalog.findings.append(
                Finding(name, 1, 1, "ids", "the file is a symbolic link", "put the file itself here")
            )
            continue
        found, findings = memory.read(path, name, lambda name, raw: _read_entry(settings, name, raw))
        catalog.findings += findings
        _add(catalog, found)


def _add(catalog: Catalog, found: Source | Translated | Document | None) -> None:
    if isinstance(found, Source):
        catalog.sources[found.key] = found
    elif isinstance(found, Translated):
        catalog.translations[found.kind, found.slug, found.lang] = found


def _markdown_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.glob("*.md")):
        yield path
    for path in sorted(folder.glob("*/*.md")):
        if path.parent.name != "images":
            yield path


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


def validate[M: Model](model: type[M], document: Document) -> tuple[M | None, list[Finding]]:
    """Return the data of a document as a model, or what is wrong with it, with places and remedies."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_schema_finding(model, document, fault) for fault in error.errors(include_url=False)]


def _schema_finding(model: type[Model], document: Document, fault: ErrorDetails) -> Finding:
    path = tuple(part for part in fault["loc"] if part != "function-after")
    key = ".".join(str(part) for part in path) or "front matter"
    place = document.key_position(path) if fault["type"] == "extra_forbidden" else document.position(path)
    problem, remedy = _words(model, fault, key)
    return Finding(document.path, place.line, place.column, "schema", problem, remedy)


def _words(model: type[Model], fault: ErrorDetails, key: str) -> tuple[str, str]:
    """Return what is wrong and what to write instead, from pydantic's kind of error."""
    kind, context, given = fault["type"], fault.get("ctx", {}), fault["input"]
    if kind in _CUSTOM_REMEDIES:
        return fault["msg"], _CUSTOM_REMEDIES[kind]
    if kind in _TYPES:
        if kind == "string_type" and isinstance(given, bool):
            return f"`{key}` is a word that YAML reads as yes or no", "write it in quotes, such as 'NO'"
        return f"`{key}` is not {_TYPES[kind]}", _TYPE_REMEDIES[kind]
    if kind in _LENGTHS:
        problem, remedy, limit = _LENGTHS[kind]
        return problem.format(key=key, n=len(given)), remedy.format(limit=context[limit])
    return _words_on_keys_and_forms(model, fault, key)


def _words_on_keys_and_forms(model: type[Model], fault: ErrorDetails, key: str) -> tuple[str, str]:
    context, given = fault.get("ctx", {}), _shown(fault["input"])
    match fault["type"]:
        case "missing":
            return f"the key `{key}` is missing", f"add a line `{key.rpartition('.')[2]}:`"
        case "extra_forbidden":
            return f"the key `{key}` is not known here", f"delete it or use one of: {_keys(model, fault['loc'])}"
        case "string_pattern_mismatch":
            return f"`{key}` has the wrong form: {given}", _pattern_remedy(str(context["pattern"]))
        case "literal_error":
            return f"`{key}` is {given}", f"write {context['expected']}"
        case "greater_than_equal":
            return f"`{key}` is {given}", f"write a number from {context['ge']} on"
        case "less_than_equal":
            return f"`{key}` is {given}", f"write a number up to {context['le']}"
    return f"`{key}`: {fault['msg']}", "see the example in CONTRIBUTING.md"


_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "list_type": "a list",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "bool_type": "yes or no",
}
_TYPE_REMEDIES = {
    "string_type": "write a text, in quotes if it looks like a number, a date or a yes/no word",
    "int_type": "write a number without quotes and without a point",
    "list_type": 'write a list such as ["a", "b"], even for one item',
    "dict_type": "write `key: value` lines below it",
    "model_type": "write `key: value` lines below it",
    "bool_type": "write yes or no, without quotes",
}
_LENGTHS = {
    "string_too_long": ("`{key}` has {n} characters", "use at most {limit}", "max_length"),
    "string_too_short": ("`{key}` has {n} characters", "use at least {limit}", "min_length"),
    "too_short": ("`{key}` has {n} items", "give at least {limit}", "min_length"),
    "too_long": ("`{key}` has {n} items", "give at most {limit}", "max_length"),
}
_CUSTOM_REMEDIES = {
    "period_order": "write the first year as `start` and the last as `end`",
    "level_source": "add `source:` with the number of the source, or delete `from` and `to`",
    "grade_outcomes": "list the measured outcomes, or set the grade to described with outcomes: []",
}
_PATTERN_REMEDIES = (
    ("^20", "write a date as '2026-11-23'"),
    ("^https?", "write a whole web address that starts with https://"),
    ("^[A-Z]{2}$", "write the country's two capital letters in quotes, such as 'NO'"),
    ("^[0-9a-f]{12}", "take the value that `vetwork translations` prints for this page"),
    (r"^\S", "remove spaces at the start and the end, and line breaks"),
    ("^[a-z]{2,3}", "write a language code such as en"),
    ("^[a-z0-9]", "use small letters, digits and single hyphens"),
)


def _pattern_remedy(pattern: str) -> str:
    return next(
        (remedy for start, remedy in _PATTERN_REMEDIES if pattern.startswith(start)), f"it must match {pattern}"
    )


def _shown(value: Any) -> str:
    text = re.sub(r"\s+", " ", str(value))
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"


def _keys(model: type[Model], path: tuple[str | int, ...]) -> str:
    known = [info.alias or name for name, info in model.model_fields.items()]
    return ", ".join(known) if len(path) == 1 else "those of the example in CONTRIBUTING.md"
