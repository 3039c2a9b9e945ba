"""Manuscripts and data of the policy briefs: what the recommendations of a theme say, in a few pages."""

import csv
import io
from collections.abc import Iterator, Sequence

from build_tools.addresses import kind_address
from build_tools.bodies import portable_body
from build_tools.markdown import headings
from build_tools.model import Recommendation
from build_tools.quoted_figures import quoted_row
from build_tools.steps.documents.entry_manuscripts import (
    about,
    colours,
    entry_manuscript,
    entry_part,
    is_readable,
    licences,
    notice,
    readable,
    words,
)
from build_tools.steps.documents.manuscript import Manuscript, Part
from build_tools.translations import Localized
from build_tools.views import View

# The sections of a recommendation that a brief keeps; the others stand on the page.
_SECTIONS = ("problem", "measures", "actors")
_COLUMNS = ("statistic", "title", "country", "area", "year", "value", "unit", "flags", "reliability", "source", "url")


def brief_manuscripts(view: View) -> Iterator[Manuscript]:
    """Return the briefs of the themes that have a recommendation in this language."""
    entries, method = readable(view, "recommendation"), _method(view)
    for theme in view.catalog.vocabularies.get("themes", {}):
        found = [entry for entry in entries if theme in _of(entry).themes]
        if found:
            yield _brief(view, theme, found, method)


def _method(view: View) -> Manuscript | None:
    """Return the page about method as a document, if the site has one that is up to date in this language."""
    page = view.entries.get(("page", "method"))
    return entry_manuscript(view, page, "text", ("pdf",)) if page and is_readable(page) else None


def _of(entry: Localized) -> Recommendation:
    meta = entry.source.entry
    assert isinstance(meta, Recommendation)  # noqa: S101 - nobody asks for another kind
    return meta


def _brief(view: View, theme: str, entries: Sequence[Localized], method: Manuscript | None) -> Manuscript:
    settings, address = view.catalog.settings, kind_address("recommendation")
    date, title = max(_of(entry).updated for entry in entries), view.label("themes", theme)
    web = settings.address(view.lang, address)
    citation = f"{settings.site_name} ({date[:4]}). {view.text('download-brief')}: {title}. {web}"
    return Manuscript(
        kind="brief",
        slug=theme,
        lang=view.lang,
        style="text",
        formats=("zip",),
        label=view.text("download-brief"),
        title=title,
        summary="",
        date=date,
        site=settings.site_name,
        address=web,
        notice=next((found[:1] for entry in entries if (found := notice(view, entry))), ()),
        parts=tuple(_part(view, entry) for entry in entries),
        about=about(view, date, licences(entries), citation, address),
        words=words(view, date),
        colours=colours(view),
        data=figures_csv(view, [_of(entry) for entry in entries]),
        method=method,
    )


def _part(view: View, entry: Localized) -> Part:
    """Return the short form of a recommendation: its sentence, its facts and figures, and some sections."""
    whole = entry_part(view, entry, is_chapter=True)
    known = view.catalog.vocabularies.get("recommendation-sections", {})
    kept = [view.catalog.label("recommendation-sections", it, entry.body_lang) for it in _SECTIONS if it in known]
    body, anchors = _kept_sections(portable_body(view.catalog, entry), whole.anchors, kept)
    return Part(**{**vars(whole), "body": body, "anchors": anchors})


def _kept_sections(body: str, anchors: Sequence[str], kept: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the sections with some headings, and the ids of the headings in them."""
    lines, inside = body.split("\n"), False
    found = {heading.line: (heading, anchor) for heading, anchor in zip(headings(body), anchors, strict=True)}
    text: list[str] = []
    names: list[str] = []
    for place, line in enumerate(lines):
        heading, anchor = found.get(place, (None, ""))
        inside = heading.text in kept if heading and heading.level == 2 else inside
        text += [line] * inside
        names += [anchor] * bool(heading and inside)
    return "\n".join(text), tuple(names)


def figures_csv(view: View, recommendations: Sequence[Recommendation]) -> bytes:
    """Return the official figures that recommendations quote as a table; each row stands there once."""
    figures = {(it.statistic, it.country, it.year): it for one in recommendations for it in one.figures}
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for _, figure in sorted(figures.items()):
        series, row = quoted_row(view, figure)
        texts, source = series.meta.words(view.lang), series.meta.source(row.source)
        values = (series.id, texts.title, row.country, view.country(row.country), row.year, row.text, texts.unit)
        writer.writerow((*values, row.flags, row.reliability, source.title, source.url))
    return buffer.getvalue().encode()
