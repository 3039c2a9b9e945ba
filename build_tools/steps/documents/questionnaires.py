"""Manuscripts of the paper questionnaires of the benchmark, one for each role."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from build_tools.addresses import paper_address
from build_tools.api_records import content_date
from build_tools.benchmark_files import Benchmark
from build_tools.benchmark_model import GapArea, Indicator, IndicatorTexts, Role
from build_tools.steps.documents.entry_manuscripts import BOOK_FORMATS, about, colours, words
from build_tools.steps.documents.manuscript import Linked, Manuscript, Part
from build_tools.steps.documents.nodes import (
    Node,
    Nodes,
    blank,
    bullets,
    division,
    heading,
    paragraph,
    plain,
    strong,
    table,
    text,
    tick,
)
from build_tools.views import View

_SCALES = ("learnt", "needed", "applied")
_SIZES = ("1–9", "10–49", "50–249", "250+")
_LEVELS = "0 · 1 · 2 · 3 · 4"
_HOW = ("programme", "level", "unknown", "target", "short", "type")
_SPACE = {"t": "Space"}


def questionnaire_manuscripts(view: View) -> Iterator[Manuscript]:
    """Return the questionnaires in one language; none for a site without a benchmark."""
    benchmark = view.catalog.benchmark
    for role in benchmark.model.roles if benchmark else ():
        assert benchmark  # noqa: S101 - else there are no roles
        yield _questionnaire(view, benchmark, role)


def _questionnaire(view: View, benchmark: Benchmark, role: Role) -> Manuscript:
    settings, address, model = view.catalog.settings, paper_address(role), benchmark.model
    title = view.benchmark_text("paper-title", role=benchmark.texts[view.lang].roles[role])
    counts = {"indicators": len(model.asked_of(role)), "areas": len(model.gap.areas)}
    # The model of the benchmark names no day.
    date, web = content_date(view.site), settings.address(view.lang, address)
    citation = f"{settings.site_name} ({date[:4]}). {title}. {web}"
    return Manuscript(
        kind="questionnaire",
        slug=role,
        lang=view.lang,
        style="form",
        formats=BOOK_FORMATS,
        label=view.text("download-questionnaire"),
        title=title,
        summary=view.benchmark_text("paper-lead", **counts),
        date=date,
        site=settings.site_name,
        address=web,
        notice=_notice(view, benchmark, address),
        parts=(Part(blocks=list(_blocks(view, benchmark, role))),),
        about=about(view, date, "CC-BY-4.0", citation, address),
        words=words(view, date),
        colours=colours(view),
    )


def _notice(view: View, benchmark: Benchmark, address: str) -> tuple[Linked, ...]:
    mark = benchmark.texts[view.lang].translation
    if not mark or mark.method != "machine" or mark.reviewed:
        return ()
    original = view.catalog.settings.address(benchmark.source_lang, address)
    return Linked(view.text("machine-notice")), Linked(view.text("read-original"), original)


def _blocks(view: View, benchmark: Benchmark, role: Role) -> Iterator[Node]:
    b, texts = view.benchmark_text, benchmark.texts[view.lang]
    yield heading(1, b("paper-how"))
    yield bullets([plain(text(b(f"paper-how-{name}", mark=b("paper-short"))))] for name in _HOW)
    yield from _profile(view)
    for dimension in benchmark.model.dimensions:
        asked = _asked(benchmark, role, dimension.id)
        if asked:
            yield heading(1, texts.dimensions[dimension.id].title)
            yield paragraph(text(texts.dimensions[dimension.id].description))
        for number, indicator in asked:
            item = _item(view, indicator, texts.indicators[indicator.id], role)
            yield heading(2, _numbered(view, number, indicator, texts.indicators[indicator.id]))
            yield division(list(item), "keep")
    yield from _gap(view, benchmark)


def _asked(benchmark: Benchmark, role: Role, dimension: str) -> list[tuple[int, Indicator]]:
    numbered = enumerate(benchmark.model.indicators, 1)
    return [(number, it) for number, it in numbered if role in it.roles and it.dimension == dimension]


def _profile(view: View) -> Iterator[Node]:
    b, t = view.benchmark_text, view.text
    yield heading(1, b("paper-profile"))
    yield paragraph(text(b("paper-profile-note")))
    for label in (t("country"), t("sector"), b("paper-learners"), b("paper-period")):
        yield _line(label)
    yield _choice(t("eqf-level"), [str(level) for level in range(1, 9)])
    yield _choice(b("paper-organisation-size"), _SIZES)
    for label, vocabulary in (("wbl-model", "wbl-models"), ("track", "tracks")):
        yield _choice(t(label), [view.label(vocabulary, it) for it in view.catalog.vocabularies.get(vocabulary, {})])


def _line(label: str) -> Node:
    return paragraph([*text(f"{label}:"), _SPACE, blank()])


def _choice(label: str, choices: Sequence[str]) -> Node:
    ticks = [node for choice in choices for node in (_SPACE, tick(), _SPACE, *text(choice), _SPACE)]
    return paragraph([strong(f"{label}:"), *ticks])


def _numbered(view: View, number: int, indicator: Indicator, words: IndicatorTexts) -> str:
    mark = f" ({view.benchmark_text('paper-short')})" if indicator.short else ""
    return f"{number}. {words.title}{mark}"


def _item(view: View, indicator: Indicator, words: IndicatorTexts, role: Role) -> Iterator[Node]:
    b = view.benchmark_text
    yield paragraph(text(words.questions[role]))
    yield division([bullets([plain(text(f"{level}: {it}"))] for level, it in enumerate(words.levels))], "checklist")
    yield paragraph([tick(), _SPACE, *text(f"{b('paper-dont-know')} · {b('paper-target')}: {_LEVELS}")])
    if indicator.na:
        yield paragraph([tick(), _SPACE, *text(b("paper-na")), _SPACE, blank()])
        yield paragraph([{"t": "Emph", "c": text(words.na or "")}])
    yield _line(b("paper-evidence", examples="; ".join(words.evidence)))


def _gap(view: View, benchmark: Benchmark) -> Iterator[Node]:
    b, words = view.benchmark_text, benchmark.texts[view.lang].gap
    yield heading(1, b("paper-gap"))
    yield paragraph(text(f"{b('paper-gap-lead')} {b('paper-gap-roles')}"))
    for scale in _SCALES:
        levels = getattr(words, scale).levels
        listed = "; ".join(f"{level} {it}" for level, it in enumerate(levels))
        yield paragraph(
            [strong(f"{b(f'paper-gap-{scale}')}:"), _SPACE, *text(f"{getattr(words, scale).question} {listed}")]
        )
    for group, areas in groupby(benchmark.model.gap.areas, lambda area: area.group):
        yield heading(2, words.groups[group])
        yield _areas(view, benchmark, list(areas))


def _areas(view: View, benchmark: Benchmark, areas: Sequence[GapArea]) -> Node:
    b, names = view.benchmark_text, benchmark.texts[view.lang].gap.areas
    head = [text(b("paper-gap-area")), *(text(b(f"paper-gap-{scale}")) for scale in _SCALES)]
    rows: list[list[Nodes]] = [[text(names[area.id]), *(text(_LEVELS) for _ in _SCALES)] for area in areas]
    return table(head, rows, (0.4, 0.2, 0.2, 0.2))
