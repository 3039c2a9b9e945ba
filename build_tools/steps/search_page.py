"""The search page: a place for the search component, and words for readers without JavaScript."""

from collections.abc import Iterator

from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.views import View


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the search page."""
    meta = page_meta(view, view.text("search"), view.text("search-in-language"), "search", unlisted=True)
    yield "search/", render_page("search.md.j2", view, "search/", meta)
