"""Reads a file of the content that a network may leave out. Finds, never fixes."""

from pathlib import Path
from typing import Protocol

from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.model import Model
from build_tools.settings import Settings
from build_tools.validation import validate


class ReadFile(Protocol):
    """Reads a file, or remembers what was read of it."""

    def __call__(self, path: Path, name: str) -> tuple[Document | None, list[Finding]]:
        """Return the file as a document, and what is wrong with its form."""


def load_optional[M: Model](
    model: type[M], settings: Settings, name: str, read: ReadFile
) -> tuple[M | None, Document | None, list[Finding]]:
    """Return a file of `content/` as model and document, None where it is missing or broken, and all findings."""
    path = settings.content / name
    if not path.is_file():
        return None, None, []
    document, findings = read(path, settings.relative(path))
    if document is None:
        return None, None, findings
    file, faults = validate(model, document)
    return file, document, findings + faults
