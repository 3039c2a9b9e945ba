"""Reads `content/glossary.yml`: which terms mean the same, in one language and across languages.

The file is optional. Finds, never fixes.
"""

from pathlib import Path
from typing import Annotated, ClassVar, Protocol

from pydantic import Field

from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.model import Line, Model
from build_tools.settings import LANGUAGE, Settings
from build_tools.validation import validate

FILE = "glossary.yml"

type LanguageCode = Annotated[str, Field(pattern=LANGUAGE)]
type Concept = dict[LanguageCode, Annotated[list[Line], Field(min_length=1)]]


class ReadFile(Protocol):
    """Reads a file, or remembers what was read of it."""

    def __call__(self, path: Path, name: str) -> tuple[Document | None, list[Finding]]:
        """Return the file as a document, and what is wrong with its form."""


class Glossary(Model):
    """The whole file: a list of concepts, each with its terms by language, the preferred term first."""

    example: ClassVar[str] = "the head of content/glossary.yml"

    concepts: list[Concept] = Field(default_factory=list)


def load_glossary(settings: Settings, read: ReadFile) -> tuple[Glossary, list[Finding]]:
    """Return the glossary of a site, an empty one where it has no file or a broken one, and all findings."""
    path = settings.content / FILE
    if not path.is_file():
        return Glossary(), []
    document, findings = read(path, settings.relative(path))
    if document is None:
        return Glossary(), findings
    glossary, faults = validate(Glossary, document)
    return glossary or Glossary(), findings + faults
