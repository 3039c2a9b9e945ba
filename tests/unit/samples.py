"""Entries to check: short texts with marked places, and the catalog around them, without a folder on disk."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path, PurePosixPath

from build_tools.document import Position
from build_tools.errors import Finding
from build_tools.frontmatter import parse_document, parse_yaml
from build_tools.load import Catalog, Source, Translated, Vocabulary
from build_tools.model import FOLDERS, Translation
from build_tools.settings import Extra, Settings
from build_tools.validation import validate
from tests.conftest import REPOSITORY

MARK = "▸"

SETTINGS = Settings(
    root=Path("/site"),
    site_name="Test network",
    site_url="https://test.example/",
    repo_url="https://git.example/test",
    theme={"name": "material", "custom_dir": str(REPOSITORY / "theme")},
    markdown_extensions=(),
    extra=Extra(languages=["en", "de"]),
)

PAGE_HEAD = """---
lang: en
title: "A page of text"
summary: "A page that exists in tests and nowhere else."
added: "2026-01-01"
---

"""

TRANSLATION_HEAD = """---
title: "Eine Seite Text"
summary: "Eine Seite, die es nur in Tests gibt und sonst nirgends."
source_hash: "000000000000-000000000000"
translation: {method: human, reviewed: yes}
---

"""


def unmark(text: str) -> tuple[str, list[Position]]:
    """Return the text without its marks, and the places where they stood."""
    before, places = "", []
    for piece in text.split(MARK)[:-1]:
        before += piece
        places.append(Position(before.count("\n") + 1, len(before) - before.rfind("\n")))
    return text.replace(MARK, ""), places


def source(text: str, path: str = "content/pages/a-page.md") -> Source:
    """Return a text without faults of form as an entry; the folder decides on its kind."""
    document, faults = parse_document(path, text.encode())
    assert document, faults
    model = FOLDERS[PurePosixPath(path).parts[1]]
    entry, more = validate(model, document)
    assert entry, more
    return Source(model.kind, PurePosixPath(path).stem, entry, document)


def translated(text: str, path: str = "content/pages/de/a-page.md") -> Translated:
    """Return a text without faults of form as a translation."""
    document, faults = parse_document(path, text.encode())
    assert document, faults
    translation, more = validate(Translation, document)
    assert translation, more
    _, folder, lang, name = PurePosixPath(path).parts
    return Translated(FOLDERS[folder].kind, PurePosixPath(name).stem, lang, translation, document)


def catalog(*subjects: Source | Translated, settings: Settings = SETTINGS, images: Iterable[str] = ()) -> Catalog:
    """Return a catalog of these entries and translations, with the vocabularies of the project."""
    result = Catalog(settings, vocabularies=dict(vocabularies()), images=frozenset(images))
    for subject in subjects:
        if isinstance(subject, Source):
            result.sources[subject.key] = subject
        else:
            result.translations[subject.kind, subject.slug, subject.lang] = subject
    return result


@cache
def vocabularies() -> dict[str, Vocabulary]:
    """Return the vocabularies of the project."""
    found: dict[str, Vocabulary] = {}
    for path in sorted((REPOSITORY / "content" / "vocabularies").glob("*.yml")):
        document, faults = parse_yaml(path.name, path.read_text(encoding="utf-8"))
        assert document, faults
        found[path.stem] = document.data
    return found


def places_of(findings: Iterable[Finding]) -> list[Position]:
    """Return the places of findings in their order in the file."""
    return sorted(Position(finding.line, finding.column) for finding in findings)
