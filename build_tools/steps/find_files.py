"""The files that explore, comparison and selection load, in the folder of their release."""

from collections.abc import Mapping

from build_tools.find_release import find_release
from build_tools.views import Site


def files(site: Site) -> Mapping[str, str]:
    """Return scripts, styles, catalogs and words by path."""
    release = find_release(site)
    return {f"{release.folder}{name}": text for name, text in release.files.items()}
