"""The page with everything that readers can download, in the order in which a policy maker looks for it."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from build_tools.addresses import DOWNLOADS, entry_address, kind_address, paper_address
from build_tools.downloads import Download
from build_tools.page_meta import page_meta
from build_tools.sorting import sort_key
from build_tools.templates import render_page, size_words
from build_tools.views import View

# Kind of document, the string that heads it, and the string that explains it, if there is one.
_GROUPS = (
    ("compendium", "download-compendia", ""),
    ("brief", "download-briefs", "download-briefs-lead"),
    ("recommendation", "recommendations", ""),
    ("guideline", "guidelines", ""),
    ("questionnaire", "download-questionnaires", ""),
    ("practice", "practices", ""),
)
# These have one file each: a line is enough.
_SHORT = ("brief", "practice")


class Item(NamedTuple):
    """One thing to download: its title, the address of its page, its files, and the size of the first."""

    title: str
    address: str
    files: Sequence[Download]
    size: str


class Group(NamedTuple):
    """Documents of one kind; `is_short` when each is one file."""

    id: str
    title: str
    lead: str
    is_short: bool
    items: Sequence[Item]


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of the page; none for a site that makes no documents."""
    if not view.catalog.settings.extra.downloads:
        return
    meta = page_meta(view, view.text("downloads"), view.text("download-lead"), "downloads")
    others = [lang for lang in view.catalog.settings.languages if lang != view.lang]
    values = {"groups": list(_groups(view)), "others": others}
    yield DOWNLOADS, render_page("downloads.md.j2", view, DOWNLOADS, meta, **values)


def _groups(view: View) -> Iterator[Group]:
    for kind, title, lead in _GROUPS:
        slugs = {it.slug for it in view.site.downloads.found if it.kind == kind and it.lang == view.lang}
        items = sorted(
            (_item(view, kind, slug) for slug in slugs), key=lambda item: (sort_key(item.title), item.address)
        )
        if items:
            yield Group(kind, view.text(title), view.text(lead) if lead else "", kind in _SHORT, items)


def _item(view: View, kind: str, slug: str) -> Item:
    files = view.site.downloads.of(kind, slug, view.lang)
    return Item(files[0].title, _address(kind, slug), files, size_words(view, files[0].size))


def _address(kind: str, slug: str) -> str:
    """Return the page that a document was made from."""
    if kind == "questionnaire":
        return paper_address(slug)
    if kind == "compendium":
        return kind_address(slug.removesuffix("s"))
    return "" if kind == "brief" else entry_address(kind, slug)
