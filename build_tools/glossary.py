"""Reads `content/glossary.yml`: which terms mean the same, in one language and across languages.

The file is optional. Finds, never fixes.
"""

from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.errors import Finding
from build_tools.model import Line, Model
from build_tools.optional_files import ReadFile, load_optional
from build_tools.settings import LANGUAGE, Settings

FILE = "glossary.yml"

type LanguageCode = Annotated[str, Field(pattern=LANGUAGE)]
type Concept = dict[LanguageCode, Annotated[list[Line], Field(min_length=1)]]


class Glossary(Model):
    """The whole file: a list of concepts, each with its terms by language, the preferred term first."""

    example: ClassVar[str] = "the head of content/glossary.yml"

    concepts: list[Concept] = Field(default_factory=list)


def load_glossary(settings: Settings, read: ReadFile) -> tuple[Glossary, list[Finding]]:
    """Return the glossary of a site, an empty one where it has no file or a broken one, and all findings."""
    glossary, _, findings = load_optional(Glossary, settings, FILE, read)
    return glossary or Glossary(), findings
