"""Every claim has its source: footnote marks and `sources` match both ways, and there are enough of them."""

from collections.abc import Iterator

from build_tools.document import Position
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import footnote_marks
from build_tools.model import KINDS

NAME = "footnotes"
SCOPE = "catalog"


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return marks without a source, sources without a mark, definitions in the body, and too few marks."""
    for source in catalog.sources.values():
        numbers = [item.n for item in source.entry.sources]
        yield from _twice(source, numbers)
        yield from _marks(source, set(numbers))
        yield from _fields(source, set(numbers))
        yield from _unused(source)
        yield from _too_few(source)
    for translated in catalog.translations.values():
        original = catalog.sources.get((translated.kind, translated.slug))
        if original and translated.document.body.strip():
            yield from _marks(translated, {item.n for item in original.entry.sources})


def _twice(source: Source, numbers: list[int]) -> Iterator[Finding]:
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            place = source.document.position(("sources", index, "n"))
            yield _finding(source, place, f"source {number} is listed twice", "give every source its own number")


def _marks(subject: Source | Translated, numbers: set[int]) -> Iterator[Finding]:
    for offset, label, is_definition in footnote_marks(subject.document.body):
        place = subject.document.in_body(offset)
        if is_definition:
            remedy = "delete the line; the page takes the text from `sources:`"
            yield _finding(subject, place, f"the footnote {label} is defined in the text", remedy)
        elif label not in map(str, numbers):
            remedy = f"add a source with `n: {label}` or use a number from `sources:`"
            yield _finding(subject, place, f"the mark [^{label}] has no source", remedy)


def _fields(source: Source, numbers: set[int]) -> Iterator[Finding]:
    for path, number in source.entry.cited_outside_body():
        if number not in numbers:
            place = source.document.position(path)
            yield _finding(source, place, f"there is no source {number}", "use a number from `sources:`")


def _unused(source: Source) -> Iterator[Finding]:
    used = {label for _, label, _ in footnote_marks(source.document.body)}
    used |= {str(number) for _, number in source.entry.cited_outside_body()}
    for index, item in enumerate(source.entry.sources):
        if str(item.n) not in used:
            place = source.document.position(("sources", index, "n"))
            remedy = f"put [^{item.n}] behind the sentence it supports, or delete the source"
            yield _finding(source, place, f"no sentence is marked with source {item.n}", remedy)


def _too_few(source: Source) -> Iterator[Finding]:
    least = KINDS[source.kind].least_footnotes
    count = len(footnote_marks(source.document.body))
    if count < least:
        place = Position(source.document.body_line, 1)
        problem = f"the text has {count} footnote marks"
        yield _finding(source, place, problem, f"mark at least {least} facts with their source")


def _finding(subject: Source | Translated, place: Position, problem: str, remedy: str) -> Finding:
    return Finding(subject.document.path, *place, NAME, problem, remedy)
