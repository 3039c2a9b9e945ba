"""The scripts of search and selection that every page names, under the digest of what every page loads."""

from collections.abc import Mapping

from build_tools.bundle import PROGRAM, bundle

FOLDER = "assets/search/"

_WEB = PROGRAM / "theme" / "web"
_STORE = PROGRAM / "build" / "search-web"
_ENTRIES = ("search.js", "pagefind.js", "selection_button.js")
_STYLES = frozenset({"search.css"})


def search_scripts() -> Mapping[str, str]:
    """Return the scripts and styles of the search by name.

    Raises:
        DefectError: esbuild refused a source, or is not installed.

    """
    files = bundle(_WEB, _STORE, _ENTRIES)
    return {name: text for name, text in files.items() if name.endswith(".js") or name in _STYLES}
