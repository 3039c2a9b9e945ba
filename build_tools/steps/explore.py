"""The explore page: a place for words and facets over all practices, and ready-made lists for everyone else."""

from collections.abc import Iterator

from build_tools.addresses import EXPLORE
from build_tools.facets import FACETS
from build_tools.find_release import find_release
from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.views import View


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the explore page."""
    release = find_release(view.site)
    own = {"module": f"{release.folder}explore.js", "stylesheets": [f"{release.folder}explore.css"]}
    meta = page_meta(view, view.text("explore-title"), view.text("explore-lead"), "explore", **own)
    facets = [facet.name for facet in FACETS]
    yield EXPLORE, render_page("explore.md.j2", view, EXPLORE, meta, facets=facets)
