"""Manuscripts of guidelines, recommendations and practices, and of all entries of a kind in one document."""

from collections.abc import Iterator, Sequence

from build_tools.addresses import entry_address, indicator_address, kind_address
from build_tools.bodies import heading_ids, portable_body
from build_tools.citations import cite
from build_tools.downloads import Format
from build_tools.markdown import links
from build_tools.model import KINDS, Guideline, Page, Practice, Recommendation, Source
from build_tools.quoted_figures import quoted_figures
from build_tools.steps.documents.manuscript import Fact, Figure, Linked, Manuscript, Part, Reference, Style
from build_tools.strength import strength_of
from build_tools.translations import Localized
from build_tools.views import View, own_name

BOOK_FORMATS: tuple[Format, ...] = ("pdf", "docx", "odt", "epub")
_WORDS = {
    "contents": "download-contents",
    "about": "download-about",
    "facts": "at-a-glance",
    "figures": "figures-quoted",
    "sources": "sources",
    "figure": "figure",
    "figure-area": "figure-area",
    "figure-year": "figure-year",
    "figure-value": "figure-value",
}


def words(view: View, date: str) -> dict[str, str]:
    """Return the words that every layout needs, and the date of the content as readers write it."""
    return {name: view.text(key) for name, key in _WORDS.items()} | {"date": view.date(date)}


def readable(view: View, kind: str) -> list[Localized]:
    """Return the entries of a kind that stand in a language in full and up to date, in the order of their titles."""
    return [entry for entry in view.of_kind(kind) if is_readable(entry)]


def is_readable(entry: Localized) -> bool:
    """Return whether a text is an original or a translation that nothing has overtaken."""
    return entry.state in ("source", "current")


def entry_manuscripts(view: View) -> Iterator[Manuscript]:
    """Return the documents of guidelines, recommendations and practices in one language."""
    for kind in ("guideline", "recommendation"):
        entries = readable(view, kind)
        for entry in entries:
            yield entry_manuscript(view, entry, "text", BOOK_FORMATS)
        if len(entries) > 1:
            yield _compendium(view, kind, entries)
    for entry in readable(view, "practice"):
        yield entry_manuscript(view, entry, "handout", ("pdf",))


def entry_manuscript(view: View, entry: Localized, style: Style, formats: tuple[Format, ...]) -> Manuscript:
    """Return one entry as a document."""
    meta, kind = entry.source.entry, entry.source.kind
    address = entry_address(kind, entry.slug)
    return Manuscript(
        kind=kind,
        slug=entry.slug,
        lang=view.lang,
        style=style,
        formats=formats,
        label=view.text("download-method" if kind == "page" else f"download-{kind}"),
        title=entry.title,
        summary=entry.summary,
        date=meta.updated,
        site=view.catalog.settings.site_name,
        address=view.catalog.settings.address(view.lang, address),
        notice=notice(view, entry),
        parts=(entry_part(view, entry),),
        about=about(view, meta.updated, meta.licence, cite(view.catalog.settings, entry, address).text, address),
        words=words(view, meta.updated),
        colours=colours(view),
    )


def colours(view: View) -> tuple[str, str]:
    """Return the two colours of the network."""
    chosen = view.catalog.settings.extra.colours
    return chosen.primary, chosen.accent


def notice(view: View, entry: Localized) -> tuple[Linked, ...]:
    """Return what readers of a machine translation must know, and where the original stands."""
    if not entry.mark or entry.mark.method != "machine" or entry.mark.reviewed:
        return ()
    settings, source = view.catalog.settings, entry.source
    original = settings.address(source.entry.lang, entry_address(source.kind, source.slug))
    return Linked(view.text("machine-notice")), Linked(view.text("read-original"), original)


def about(view: View, date: str, licence: str, citation: str, address: str) -> tuple[Fact, ...]:
    """Return the imprint of a document."""
    web = view.catalog.settings.address(view.lang, address)
    rows = [
        ("download-date", view.date(date), ""),
        ("download-language", own_name(view.lang), ""),
        ("licence", licence, ""),
        ("download-cite", citation, ""),
        ("download-address", web, web),
    ]
    return tuple(Fact(view.text(label), (Linked(text, target),)) for label, text, target in rows)


def _compendium(view: View, kind: str, entries: Sequence[Localized]) -> Manuscript:
    settings, address = view.catalog.settings, kind_address(kind)
    date = max(entry.source.entry.updated for entry in entries)
    title, web = view.text(f"download-all-{kind}s"), settings.address(view.lang, address)
    return Manuscript(
        kind="compendium",
        slug=f"{kind}s",
        lang=view.lang,
        style="book",
        formats=BOOK_FORMATS,
        label=view.text("download-compendium"),
        title=title,
        summary="",
        date=date,
        site=settings.site_name,
        address=web,
        notice=next((found[:1] for entry in entries if (found := notice(view, entry))), ()),
        parts=tuple(entry_part(view, entry, is_chapter=True) for entry in entries),
        about=about(view, date, licences(entries), f"{settings.site_name} ({date[:4]}). {title}. {web}", address),
        words=words(view, date),
        colours=colours(view),
    )


def licences(entries: Sequence[Localized]) -> str:
    """Return the licences of entries, each once."""
    return ", ".join(sorted({entry.source.entry.licence for entry in entries}))


def entry_part(view: View, entry: Localized, is_chapter: bool = False) -> Part:
    """Return the text of an entry with everything that its page shows around it."""
    meta = entry.source.entry
    is_practice = isinstance(meta, Practice)
    return Part(
        name=f"{entry.slug}-" if is_chapter else "",
        title=entry.title if is_chapter else "",
        summary=entry.summary if is_chapter else "",
        facts=tuple(entry_facts(view, entry)),
        body=portable_body(view.catalog, entry),
        anchors=tuple(heading_ids(view.catalog, entry.source)),
        images=tuple(_images(view, entry)),
        checklists=_checklists(view, entry),
        lists=tuple(_practice_lists(view, entry)) if is_practice else (),
        figures=tuple(_figures(view, meta)) if isinstance(meta, Recommendation) else (),
        references=references(meta.sources),
    )


def references(sources: Sequence[Source]) -> tuple[Reference, ...]:
    """Return sources in the order of their numbers."""
    return tuple(
        Reference(it.n, it.title, f"{it.publisher}, {it.year}." if it.year else f"{it.publisher}.", it.url)
        for it in sorted(sources, key=lambda it: it.n)
    )


def _images(view: View, entry: Localized) -> Iterator[tuple[str, str]]:
    folder = KINDS[entry.source.kind].folder
    for link in links(entry.body):
        if link.is_image and link.target:
            name = link.target.removeprefix("images/")
            yield view.catalog.settings.address(f"media/{folder}/{name}"), f"content/{folder}/images/{name}"


def _checklists(view: View, entry: Localized) -> tuple[str, ...]:
    terms = view.catalog.vocabularies.get("guideline-sections", {})
    return (view.label("guideline-sections", "checklist"),) if "checklist" in terms else ()


def _figures(view: View, meta: Recommendation) -> Iterator[Figure]:
    settings = view.catalog.settings
    for it in quoted_figures(view, meta):
        value = f"{it.value} ({it.flags})" if it.flags else it.value
        yield Figure(Linked(it.title, settings.address(view.lang, it.address)), it.area, str(it.year), value)


def _practice_lists(view: View, entry: Localized) -> Iterator[tuple[str, tuple[tuple[str, int], ...]]]:
    outcomes = entry.source.practice.outcomes
    if outcomes:
        pairs = zip(entry.outcomes, outcomes, strict=True)
        yield view.text("reported-outcomes"), tuple((statement, it.source) for statement, it in pairs)
    yield view.text("innovative-elements"), tuple((element, 0) for element in entry.innovative_elements)


def entry_facts(view: View, entry: Localized) -> Iterator[Fact]:
    """Return the facts about an entry, as the table at the top of its page shows them."""
    meta = entry.source.entry
    if isinstance(meta, Practice):
        yield from _practice_facts(view, meta)
    elif isinstance(meta, Guideline | Recommendation):
        yield from _advice_facts(view, meta)
    else:
        assert isinstance(meta, Page)  # noqa: S101 - there is no other kind


def _named(view: View, label: str, vocabulary: str, terms: Sequence[str]) -> Fact:
    return Fact(view.text(label), tuple(Linked(view.label(vocabulary, term)) for term in terms))


def _practice_facts(view: View, practice: Practice) -> Iterator[Fact]:
    roles = ((it.name, view.label("organisation-roles", it.role)) for it in practice.organisations)
    period, levels = view.period(practice.period), ", ".join(map(str, practice.eqf_levels))
    yield _named(view, "country" if len(practice.countries) == 1 else "countries", "countries", practice.countries)
    yield from [Fact(view.text("region"), (Linked(practice.region),))] if practice.region else []
    yield Fact(view.text("organisations"), tuple(Linked(f"{name} ({role})") for name, role in roles))
    yield _named(view, "sector" if len(practice.sectors) == 1 else "sectors", "sectors", practice.sectors)
    yield from [Fact(view.text("eqf-level"), (Linked(levels),))] if levels else []
    yield _named(view, "target-groups", "target-groups", practice.target_groups)
    yield _named(view, "themes", "themes", practice.themes)
    yield _named(view, "phases", "phases", practice.phases)
    yield _named(view, "wbl-model", "wbl-models", [practice.wbl_model])
    yield _named(view, "track", "tracks", practice.track)
    yield from [Fact(view.text("period"), (Linked(period),))] if period else []
    yield _named(view, "status", "statuses", [practice.status])
    yield _indicators(view, practice)
    yield _named(view, "evidence", "evidence-grades", [practice.evidence.grade])


def _advice_facts(view: View, advice: Guideline | Recommendation) -> Iterator[Fact]:
    """Return who acts and what the advice rests on: the evidence chain."""
    is_recommendation = isinstance(advice, Recommendation)
    yield _named(view, "who-acts" if is_recommendation else "audience", "audiences", advice.audience)
    if isinstance(advice, Guideline):
        yield _named(view, "phases", "phases", advice.phases)
    yield from [_named(view, "themes", "themes", advice.themes)] if advice.themes else []
    if isinstance(advice, Recommendation):
        yield _named(view, "aspects", "aspects", advice.aspects)
    yield _indicators(view, advice)
    yield _entries(view, "practice", advice.practices)
    if isinstance(advice, Recommendation) and advice.guidelines:
        yield _entries(view, "guideline", advice.guidelines)
    benchmark = view.catalog.benchmark
    if benchmark and advice.frameworks:
        found = benchmark.named_frameworks(view.lang, advice.frameworks)
        yield Fact(view.text("frameworks"), tuple(Linked(_with(name, points), web) for name, web, points in found))
    if isinstance(advice, Recommendation):
        yield _named(view, "strength", "evidence-strengths", [strength_of(view.catalog, advice)])
        yield Fact(view.text("consensus"), (Linked(view.text("consensus-none")),))


def _with(name: str, points: Sequence[str]) -> str:
    return f"{name} ({', '.join(points)})" if points else name


def _indicators(view: View, meta: Practice | Guideline | Recommendation) -> Fact:
    address = view.catalog.settings.address
    found = (
        Linked(view.label("indicators", it.id), address(view.lang, indicator_address(it.id))) for it in meta.indicators
    )
    return Fact(view.text("benchmark-indicators"), tuple(found))


def _entries(view: View, kind: str, slugs: Sequence[str]) -> Fact:
    address = view.catalog.settings.address
    found = (Linked(view.entries[kind, slug].title, address(view.lang, entry_address(kind, slug))) for slug in slugs)
    return Fact(view.text(f"{kind}s"), tuple(found))
