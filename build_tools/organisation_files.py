"""Reads `content/organisations.yml`: which names of organisations mean the same one, and which mean a group.

The file is optional. Without it every name is an organisation of its own. Finds, never fixes.
"""

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.model import Line, Model, Slug
from build_tools.optional_files import ReadFile, load_optional
from build_tools.settings import Settings

FILE = "organisations.yml"

type Name = Annotated[Line, Field(max_length=160)]


class Alias(Model):
    """One organisation and its names, or with `group` several organisations that share no page.

    `name` is what the organisation is called; `also` are other names in practices. `practices` limits all of them
    to the practices with these slugs, for names such as "Ministry of Education" that mean another one elsewhere.
    """

    example: ClassVar[str] = "the head of content/organisations.yml"

    name: Name
    slug: Slug | None = None
    also: list[Name] = Field(default_factory=list)
    practices: list[Slug] = Field(default_factory=list)
    group: bool = False

    @property
    def names(self) -> list[str]:
        """The name and the other names."""
        return [self.name, *self.also]

    @property
    def meanings(self) -> list[tuple[str | None, str]]:
        """What the alias speaks for, as (slug of a practice or None for all, name)."""
        return [(practice, name) for practice in self.practices or (None,) for name in self.names]


class AliasFile(Model):
    """The whole file: a list of aliases."""

    example: ClassVar[str] = Alias.example

    organisations: list[Alias]


@dataclass(frozen=True, eq=False)
class AliasList:
    """The aliases of a site, and the document they came from."""

    aliases: tuple[Alias, ...] = ()
    document: Document | None = None


def load_aliases(settings: Settings, read: ReadFile) -> tuple[AliasList, list[Finding]]:
    """Return the aliases of a site, none where it has no file or a broken one, and all findings."""
    file, document, findings = load_optional(AliasFile, settings, FILE, read)
    return AliasList(tuple(file.organisations) if file else (), document), findings
