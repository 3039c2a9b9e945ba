"""Every link of the evidence chain of guidelines and recommendations holds.

There are enough practices, and an indicator. Practices and guidelines that the front matter names are linked in the
text, practices also the other way round. Official figures equal the row that they name and are quoted in every
language. Frameworks and their points are those of the benchmark, statements belong to a consultation, and a
percentage has a source in its own paragraph.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from babel import Locale

from build_tools.addresses import linked_entry
from build_tools.backlinks import named_entries
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import footnote_marks, links
from build_tools.model import KINDS, Figure, Guideline, Recommendation

NAME = "evidence-chain"
SCOPE = "catalog"

_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+|]|\d+\.)\s)")
_PERCENTAGE = re.compile(r"\d\s?%")


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return every broken link of the chain."""
    for source in catalog.sources.values():
        if isinstance(source.entry, Guideline | Recommendation):
            yield from _too_few(source, source.entry)
            yield from _practices(source)
            yield from _frameworks(source, catalog)
            yield from _unsourced(source, source.document.body)
        if isinstance(source.entry, Recommendation):
            yield from _figures(source, source.entry, catalog)
            yield from _statements(source, source.entry)


def _too_few(source: Source, entry: Guideline | Recommendation) -> Iterator[Finding]:
    least = {"practices": entry.least_practices, "indicators": 1}
    for name, number in least.items():
        if len(getattr(entry, name)) < number:
            problem = f"`{name}` names {len(getattr(entry, name))}"
            yield _at(source, (name,), problem, f"name at least {number}")


def _practices(source: Source) -> Iterator[Finding]:
    """Return entries that are named in the front matter or linked in the text, but not both."""
    linked = {linked_entry(source.kind, link.target): link for link in links(source.document.body) if link.target}
    named = named_entries(source)
    for kind, slug in named:
        if (kind, slug) not in linked:
            place = source.document.position((KINDS[kind].folder,))
            problem = f"the text says nothing of the {kind} `{slug}`"
            yield Finding(source.document.path, *place, NAME, problem, "link it in the text, or delete it here")
    for key, link in linked.items():
        if key and key[0] == "practice" and key not in named:
            remedy = f"add `{key[1]}` to `practices:`"
            yield _in_body(source, link.offset, f"the {key[0]} `{key[1]}` is not named in the front matter", remedy)


def _frameworks(source: Source, catalog: Catalog) -> Iterator[Finding]:
    known = _points(catalog)
    for name, points in getattr(source.entry, "frameworks").items():  # noqa: B009 - both kinds have them
        if name not in known:
            remedy = f"write one of: {', '.join(known)}" if known else "delete it: the site has no benchmark"
            yield _at(source, ("frameworks", name), f"there is no framework `{name}`", remedy)
            continue
        for index, point in enumerate(points):
            if point not in known[name]:
                problem = f"no indicator of the benchmark serves point `{point}` of `{name}`"
                remedy = f"write one of: {', '.join(sorted(known[name]))}" if known[name] else "write []"
                yield _at(source, ("frameworks", name, index), problem, remedy)


def _points(catalog: Catalog) -> dict[str, set[str]]:
    """Return the points of each framework that indicators of the benchmark serve."""
    if catalog.benchmark is None:
        return {}
    model = catalog.benchmark.model
    return {
        name: {point for indicator in model.indicators for point in indicator.frameworks.get(name, ())}
        for name in model.frameworks
    }


def _figures(source: Source, recommendation: Recommendation, catalog: Catalog) -> Iterator[Finding]:
    whole = [it for it in _translations(source, catalog) if it.document.body.strip()]
    for index, figure in enumerate(recommendation.figures):
        fault = _row_fault(figure, catalog) or _text_fault(source.document.body, source.entry.lang, figure, catalog)
        if fault:
            yield _at(source, ("figures", index), *fault)
            continue
        for it in whole:
            if fault := _text_fault(it.document.body, it.lang, figure, catalog):
                yield Finding(it.document.path, it.document.body_line, 1, NAME, *fault)


def _row_fault(figure: Figure, catalog: Catalog) -> tuple[str, str] | None:
    series = catalog.statistics.get(figure.statistic)
    if series is None:
        return f"there are no official figures `{figure.statistic}`", "write the name of a file in content/statistics/"
    row = series.row(figure.country, figure.year)
    what = f"`{figure.statistic}` of {figure.country} in {figure.year}"
    if row is None:
        return f"there is no {what}", f"use a row of content/statistics/{figure.statistic}.csv"
    if row.value != figure.value:
        return f"{what} is {row.text}, not {figure.value}", f"write {row.text}, here and in the text"
    return None


def _text_fault(body: str, lang: str, figure: Figure, catalog: Catalog) -> tuple[str, str] | None:
    """Return what is wrong where a text does not quote a figure of its front matter, or not its year."""
    row = catalog.statistics[figure.statistic].row(figure.country, figure.year)
    assert row  # noqa: S101 - the caller has looked
    number = row.text.replace(".", _decimal(lang))
    if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", body) and str(figure.year) in body:
        return None
    what = f"the text does not quote {number} ({figure.country}, {figure.year}) of `{figure.statistic}`"
    return what, "write value and year as they are"


@lru_cache
def _decimal(lang: str) -> str:
    return str(Locale.parse(lang, sep="-").number_symbols["latn"]["decimal"])


def _translations(source: Source, catalog: Catalog) -> list[Translated]:
    found = (catalog.translations.get((*source.key, lang)) for lang in catalog.settings.languages)
    return [translated for translated in found if translated]


def _statements(source: Source, recommendation: Recommendation) -> Iterator[Finding]:
    """Return statements of consultations: there is none yet that could be named."""
    for index, statement in enumerate(recommendation.statements):
        problem = f"there is no statement `{statement}` in content/consultations/"
        yield _at(source, ("statements", index), problem, "delete it")


def _unsourced(source: Source, body: str) -> Iterator[Finding]:
    start = 0
    for end in [*(match.start() for match in _BLOCK.finditer(body)), len(body)]:
        block = body[start:end]
        found = _PERCENTAGE.search(block)
        if found and not footnote_marks(block) and not any(link.target for link in links(block)):
            remedy = "put a footnote mark or a link to the practice into the same paragraph"
            yield _in_body(source, start + found.start(), "a percentage without a source", remedy)
        start = end


def _at(source: Source, path: tuple[str | int, ...], problem: str, remedy: str) -> Finding:
    return Finding(source.document.path, *source.document.position(path), NAME, problem, remedy)


def _in_body(source: Source, offset: int, problem: str, remedy: str) -> Finding:
    return Finding(source.document.path, *source.document.in_body(offset), NAME, problem, remedy)
