"""Files that readers can download: which there are, where they stand, and in which form."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Literal, NamedTuple

type Format = Literal["pdf", "docx", "odt", "epub", "zip"]


MEDIA_TYPES: Mapping[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "epub": "application/epub+zip",
    "zip": "application/zip",
}


class Download(NamedTuple):
    """A file to download: what it is about, in which language and form, its size in bytes, and where it is kept.

    `kind` is that of an entry, or `questionnaire`, `compendium` or `brief`; `path` is where it is published.
    """

    kind: str
    slug: str
    lang: str
    format: Format
    title: str
    size: int
    path: str
    file: Path


@dataclass(frozen=True)
class Downloads:
    """All files to download that exist, each exactly as the content wants it."""

    found: tuple[Download, ...] = ()

    @cached_property
    def _by_page(self) -> Mapping[tuple[str, str, str], tuple[Download, ...]]:
        key = attrgetter("kind", "slug", "lang")
        return {page: tuple(files) for page, files in groupby(sorted(self.found, key=key), key)}

    def of(self, kind: str, slug: str, lang: str) -> tuple[Download, ...]:
        """Return the files about one thing in one language, empty where there are none."""
        return self._by_page.get((kind, slug, lang), ())

    @cached_property
    def files(self) -> dict[str, Path]:
        """Where each file is kept, by the path at which it is published."""
        return {download.path: download.file for download in self.found}


def download_path(kind: str, slug: str, lang: str, form: str) -> str:
    """Return where a file is published; its name says the language, because it travels without its folder."""
    return f"downloads/{lang}/{kind}s/{slug}-{lang}.{form}"
