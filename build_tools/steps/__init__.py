"""One file per output. A step sees a checked site and gives back what to write; it never fixes and never guesses.

Page steps (`pages(view)`) give generated Markdown by address; they run once per language.
File steps (`files(site)`) give finished files by path below the folder to publish; they run once.
To add a step: write the file, add it to `PAGE_STEPS` or `FILE_STEPS`, add its tests.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, cast

from build_tools.steps import (
    benchmark,
    benchmark_data,
    browse,
    entries,
    home,
    redirects,
    root,
    schemas,
    search_page,
    sitemap,
)
from build_tools.views import Site, View


class PageStep(Protocol):
    """The form of a module that writes generated Markdown."""

    pages: Callable[[View], Iterable[tuple[str, str]]]


class FileStep(Protocol):
    """The form of a module that writes finished files."""

    files: Callable[[Site], Mapping[str, str]]


PAGE_STEPS = cast("tuple[PageStep, ...]", (home, entries, browse, benchmark, search_page))
FILE_STEPS = cast("tuple[FileStep, ...]", (root, redirects, schemas, benchmark_data, sitemap))


def all_pages(view: View) -> dict[str, str]:
    """Return the generated Markdown of one language by address."""
    return {address: text for step in PAGE_STEPS for address, text in step.pages(view)}


def all_files(site: Site) -> dict[str, str]:
    """Return the finished files that no page printer makes, by path below the folder to publish."""
    return {path: text for step in FILE_STEPS for path, text in step.files(site).items()}
