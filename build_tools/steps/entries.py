"""A page for every entry: practices, guidelines, recommendations and text pages."""

from collections.abc import Hashable, Iterator, Sequence
from functools import partial
from urllib.parse import quote

from build_tools.addresses import HOME, entry_address
from build_tools.backlinks import Reference
from build_tools.bodies import entry_body
from build_tools.citations import cite
from build_tools.load import Key, Source
from build_tools.model import KINDS, Entry, Guideline, Practice, Recommendation
from build_tools.page_meta import entry_meta
from build_tools.quoted_figures import quoted_figures
from build_tools.related import Term
from build_tools.strength import strength_of
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
    others = tuple((*_named(view, other.source), tuple(other.shared)) for other in near)
    references = tuple((*_named(view, other.source), *other[1:]) for other in _references(view, entry))
    themes = view.site.listed_themes.intersection(getattr(entry.source.entry, "themes", []))
    exists = (view.catalog.settings.root / _translation_path(view, entry)).is_file()
    organisations = tuple((name, one.slug) for name, one in view.site.organisations.named_in(entry.slug).items())
    advice = repr(_advice(view, entry.source.entry))
    downloads = view.site.downloads.of(entry.source.kind, entry.slug, view.lang)
    around = downloads, others, references, themes, organisations, view.page_slugs, exists, advice
    languages = tuple(view.site.own_text[entry.source.key])
    return "entry", view.lang, entry.source, entry.translated, languages, around


def _named(view: View, other: Source) -> tuple[Key, str, str]:
    """Return which entry is named on a page, by which title, and the language of that."""
    shown = view.entries[other.key]
    return other.key, shown.title, shown.text_lang


def _references(view: View, entry: Localized) -> Sequence[Reference]:
    return view.site.references.get(entry.source.key, [])


def _page(view: View, entry: Localized) -> str:
    address = entry_address(entry.source.kind, entry.slug)
    values = {"entry": entry, "body": entry_body(view.catalog, entry, address), **_common(view, entry, address)}
    meta = entry_meta(view, entry, address)
    if isinstance(entry.source.entry, Practice):
        return render_page("practice.md.j2", view, address, meta, **values, **_practice(view, entry))
    if isinstance(entry.source.entry, Guideline | Recommendation):
        advice = _advice(view, entry.source.entry)
        return render_page("advice.md.j2", view, address, meta, **values, **advice, related=[])
    return render_page("text.md.j2", view, address, meta, **values)


def _common(view: View, entry: Localized, address: str) -> dict[str, object]:
    own = entry.source.document if entry.state == "source" else entry.translated and entry.translated.document
    is_whole = not entry.is_fallback
    return {
        "references": [(kind, _reasons(view, entry, kind)) for kind in view.site.kinds],
        "citation": cite(view.catalog.settings, entry, address),
        "has_contribute": "contribute" in view.page_slugs,
        "edit_address": _repository(view, own.path) if own and is_whole else "",
        "translate_address": "" if is_whole else _repository(view, _translation_path(view, entry)),
    }


def _reasons(view: View, entry: Localized, kind: str) -> list[tuple[Localized, list[str]]]:
    """Return the entries of a kind that stand in relation to an entry, each with the reasons in words."""
    return [
        (view.entries[other.source.key], list(_reason(view, other)))
        for other in _references(view, entry)
        if other.source.kind == kind
    ]


def _reason(view: View, other: Reference) -> Iterator[str]:
    if other.is_named:
        yield view.text("related-named-here")
    if other.names:
        yield view.text("related-names-this")
    if other.shared:
        yield view.text("related-because", what=_labels(view, [("indicators", it) for it in other.shared]))


def _labels(view: View, terms: Sequence[Term]) -> str:
    return ", ".join(view.label(*term) for term in terms)


def _practice(view: View, entry: Localized) -> dict[str, object]:
    practice = entry.source.practice
    shown = {source.n: place for place, source in enumerate(sorted(practice.sources, key=lambda s: s.n), 1)}
    outcomes = [
        (statement, outcome.source, shown[outcome.source])
        for statement, outcome in zip(entry.outcomes, practice.outcomes, strict=True)
    ]
    related = [
        (view.entries[near.source.key], [view.text("related-because", what=_labels(view, near.shared))])
        for near in view.site.related[entry.slug]
    ]
    return {
        "practice": practice,
        "period": view.period(practice.period),
        "outcomes": outcomes,
        "related": related,
        "organisations": view.site.organisations.named_in(entry.slug),
    }


def _advice(view: View, entry: Entry) -> dict[str, object]:
    """Return what the page of a guideline or recommendation shows beside its text; empty for other kinds."""
    if not isinstance(entry, Guideline | Recommendation):
        return {}
    benchmark = view.catalog.benchmark
    return {
        "frameworks": benchmark.named_frameworks(view.lang, entry.frameworks) if benchmark else [],
        "figures": quoted_figures(view, entry) if isinstance(entry, Recommendation) else [],
        "strength": strength_of(view.catalog, entry) if isinstance(entry, Recommendation) else None,
    }


def _repository(view: View, path: str) -> str:
    settings = view.catalog.settings
    exists = (settings.root / path).is_file()
    pattern = settings.extra.repository.edit if exists else settings.extra.repository.new
    return pattern.format(repo_url=settings.repo_url, path=quote(path)) if settings.repo_url else ""


def _translation_path(view: View, entry: Localized) -> str:
    return f"content/{KINDS[entry.source.kind].folder}/{view.lang}/{entry.slug}.md"
