"""One file per output. A step sees a checked site and gives back what to write; it never fixes and never guesses.

Page steps (`pages(view)`) give generated Markdown by address; they run once per language.
File steps (`files(site)`) give finished files by path below the folder to publish; they run once.
To add a step: write the file, add it to `PAGE_STEPS` or `FILE_STEPS`, add its tests.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol, cast

from build_tools.downloads import Downloads
from build_tools.steps import (
    api,
    benchmark,
    benchmark_data,
    browse,
    compare,
    countries,
    data_package,
    downloads_page,
    entries,
    explore,
    feeds,
    find_files,
    home,
    indicators,
    llms,
    map_page,
    open_data_page,
    openapi,
    organisations,
    redirects,
    root,
    schemas,
    search_files,
    search_page,
    sitemap,
    statistics,
)
from build_tools.views import Site, View


class PageStep(Protocol):
    """The form of a module that writes generated Markdown."""

    pages: Callable[[View], Iterable[tuple[str, str]]]


class FileStep(Protocol):
    """The form of a module that writes finished files."""

    files: Callable[[Site], Mapping[str, str | bytes]]


PAGE_STEPS = cast(
    "tuple[PageStep, ...]",
    (
        home,
        entries,
        explore,
        browse,
        map_page,
        indicators,
        statistics,
        countries,
        organisations,
        compare,
        benchmark,
        open_data_page,
        downloads_page,
        search_page,
    ),
)
FILE_STEPS = cast(
    "tuple[FileStep, ...]",
    (
        root,
        redirects,
        schemas,
        api,
        openapi,
        data_package,
        benchmark_data,
        search_files,
        find_files,
        feeds,
        llms,
        sitemap,
    ),
)


def make_documents(site: Site, languages: Sequence[str], say: Callable[[str], None]) -> Downloads:
    """Return the documents of a site, after making the missing ones in some languages (steps/documents/)."""
    from build_tools.steps.documents import make_documents  # imported here so that `vetwork check` starts fast

    return make_documents(site, languages, say)


def all_pages(view: View) -> dict[str, str]:
    """Return the generated Markdown of one language by address."""
    return {address: text for step in PAGE_STEPS for address, text in step.pages(view)}


def all_files(site: Site) -> dict[str, str | bytes]:
    """Return the finished files that no page printer makes, by path below the folder to publish."""
    return {path: text for step in FILE_STEPS for path, text in step.files(site).items()}
