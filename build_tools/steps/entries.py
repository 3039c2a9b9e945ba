"""A page for every entry: practices, guidelines, recommendations and text pages."""

from collections.abc import Hashable, Iterator
from functools import partial
from urllib.parse import quote

from build_tools.addresses import HOME, entry_address
from build_tools.bodies import entry_body
from build_tools.citations import cite
from build_tools.model import KINDS, Practice
from build_tools.page_meta import entry_meta
from build_tools.templates import render_page
from build_tools.translations import Localized
from build_tools.views import View


def pages(view: View) -> Iterator[tuple[str, str]]:
    """Return address and generated Markdown of every entry except the home page."""
    for (kind, slug), entry in view.entries.items():
        if (kind, slug) != HOME:
            yield entry_address(kind, slug), view.site.remember(_inputs(view, entry), partial(_page, view, entry))


def _inputs(view: View, entry: Localized) -> Hashable:
    """Return everything that the page of an entry depends on and that can change between builds of one process."""
    near = view.site.related.get(entry.slug, []) if entry.source.kind == "practice" else []
    others = tuple((view.entries[other.source.key].title, tuple(other.shared)) for other in near)
    exists = (view.catalog.settings.root / _translation_path(view, entry)).is_file()
    return "entry", view.lang, entry.source, entry.translated, others, view.page_slugs, exists


def _page(view: View, entry: Localized) -> str:
    address = entry_address(entry.source.kind, entry.slug)
    values = {"entry": entry, "body": entry_body(view.catalog, entry, address), **_common(view, entry, address)}
    meta = entry_meta(view, entry, address)
    if isinstance(entry.source.entry, Practice):
        return render_page("practice.md.j2", view, address, meta, **values, **_practice(view, entry))
    return render_page("text.md.j2", view, address, meta, **values, related=[])


def _common(view: View, entry: Localized, address: str) -> dict[str, object]:
    own = entry.source.document if entry.state == "source" else entry.translated and entry.translated.document
    is_whole = not entry.is_fallback
    return {
        "citation": cite(view.catalog.settings, entry, address),
        "has_contribute": "contribute" in view.page_slugs,
        "edit_address": _repository(view, own.path) if own and is_whole else "",
        "translate_address": "" if is_whole else _repository(view, _translation_path(view, entry)),
    }


def _practice(view: View, entry: Localized) -> dict[str, object]:
    practice = entry.source.entry
    assert isinstance(practice, Practice)  # noqa: S101 - the caller looked
    shown = {source.n: place for place, source in enumerate(sorted(practice.sources, key=lambda s: s.n), 1)}
    outcomes = [
        (statement, outcome.source, shown[outcome.source])
        for statement, outcome in zip(entry.outcomes, practice.outcomes, strict=True)
    ]
    related = [
        (view.entries["practice", near.source.slug], ", ".join(view.label(*term) for term in near.shared))
        for near in view.site.related[entry.slug]
    ]
    return {"practice": practice, "period": _period(view, practice), "outcomes": outcomes, "related": related}


def _period(view: View, practice: Practice) -> str:
    start, end = practice.period.start, practice.period.end
    if start and end:
        return str(start) if start == end else view.text("period-from-to", start=start, end=end)
    if start:
        return view.text("period-since", start=start)
    return view.text("period-until", end=end) if end else ""


def _repository(view: View, path: str) -> str:
    settings = view.catalog.settings
    exists = (settings.root / path).is_file()
    pattern = settings.extra.repository.edit if exists else settings.extra.repository.new
    return pattern.format(repo_url=settings.repo_url, path=quote(path)) if settings.repo_url else ""


def _translation_path(view: View, entry: Localized) -> str:
    return f"content/{KINDS[entry.source.kind].folder}/{view.lang}/{entry.slug}.md"
