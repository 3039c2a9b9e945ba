"""Where pages stand: every address of the site is built here."""

import posixpath
from collections.abc import Callable

from build_tools.model import FOLDERS, KINDS

HOME = ("page", "home")
BENCHMARK = "benchmark/"
SCORING = "benchmark/scoring/"
COMPARE = "compare/"
EXPLORE = "explore/"
INDICATORS = "indicators/"
MAP = "map/"
OPEN_DATA = "open-data/"
ORGANISATIONS = "organisations/"
SELECTION = "selection/"
STATISTICS = "statistics/"
COUNTRIES = f"{STATISTICS}countries/"
DOWNLOADS = "downloads/"
_OWN_FOLDERS = (
    BENCHMARK,
    COMPARE,
    DOWNLOADS,
    EXPLORE,
    INDICATORS,
    MAP,
    OPEN_DATA,
    ORGANISATIONS,
    SELECTION,
    STATISTICS,
)
RESERVED_PAGES = frozenset({"browse", "search", "index", "404", *FOLDERS, *(name.rstrip("/") for name in _OWN_FOLDERS)})


def entry_address(kind: str, slug: str) -> str:
    """Return the address of an entry below the folder of a language: empty for home, else with a final slash."""
    if (kind, slug) == HOME:
        return ""
    return f"{slug}/" if kind == "page" else f"{KINDS[kind].folder}/{slug}/"


def kind_address(kind: str, page: int = 1) -> str:
    """Return the address of the list of all entries of a kind."""
    return _numbered(f"{KINDS[kind].folder}/", page)


def facet_address(facet: str, term: str, page: int = 1) -> str:
    """Return the address of the list of entries with one term of one facet."""
    return _numbered(f"browse/{facet}/{term.lower()}/", page)


def organisations_address(page: int = 1) -> str:
    """Return the address of the list of all organisations."""
    return _numbered(ORGANISATIONS, page)


def organisation_address(slug: str) -> str:
    """Return the address of the page of an organisation."""
    return f"{ORGANISATIONS}{slug}/"


def paper_address(role: str) -> str:
    """Return the address of the paper questionnaire of a role."""
    return f"benchmark/paper/{role}/"


def indicator_address(indicator: str) -> str:
    """Return the address of the page about an indicator of the benchmark."""
    return f"{INDICATORS}{indicator.lower()}/"


def statistic_address(statistic: str) -> str:
    """Return the address of the page about an official figure."""
    return f"{STATISTICS}{statistic}/"


def country_address(code: str) -> str:
    """Return the address of the page with the figures, practices and recommendations of a country."""
    return f"{COUNTRIES}{code.lower()}/"


def feed_address(lang: str, theme: str = "") -> str:
    """Return the path, from the root, of the feeds of a language or of one theme in it; without `.atom` or `.json`."""
    return f"feeds/{lang}/{theme.lower()}" if theme else f"feeds/{lang}"


def list_addresses(address: Callable[[int], str], total: int, size: int) -> list[str]:
    """Return the address of every page of a list with `total` items, `size` on a page; an empty one has one."""
    return [address(page) for page in range(1, max(1, -(-total // size)) + 1)]


def linked_entry(kind: str, target: str) -> tuple[str, str] | None:
    """Return kind and slug of the entry that a link in an entry of `kind` means, or None for other links.

    Links are relative paths to Markdown files and count from the folder of the source language.
    """
    path = target.partition("#")[0]
    whole = posixpath.normpath(posixpath.join(KINDS[kind].folder, path))
    folder, _, name = whole.removesuffix(".md").partition("/")
    if "/" in name or not whole.endswith(".md") or folder not in FOLDERS:
        return None
    return FOLDERS[folder].kind, name


def source_file(address: str) -> str:
    """Return the Markdown file, below `docs/`, that the page printer turns into an address."""
    return f"{address}index.md"


def way_up(address: str) -> str:
    """Return the relative way from an address to the folder of its language, with a slash at its end."""
    return "../" * address.count("/") or "./"


def _numbered(address: str, page: int) -> str:
    return address if page == 1 else f"{address}{page}/"
