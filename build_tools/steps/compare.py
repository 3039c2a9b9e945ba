"""The pages for practices that a visitor chose: the comparison, and the selection that this browser keeps."""

from collections.abc import Iterator

from build_tools.addresses import COMPARE, SELECTION
from build_tools.find_release import find_release
from build_tools.page_meta import page_meta
from build_tools.templates import render_page
from build_tools.views import View


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of both pages."""
    for address, name in ((COMPARE, "compare"), (SELECTION, "selection")):
        folder = find_release(view.site).folder
        own = {"module": f"{folder}{name}.js", "stylesheets": [f"{folder}compare.css"], "unlisted": True}
        meta = page_meta(view, view.text(f"{name}-title"), view.text(f"{name}-lead"), name, **own)
        yield address, render_page(f"{name}.md.j2", view, address, meta)
