"""A translated body has the structure of its source: the same headings at the same levels, lists of the same length."""

from collections.abc import Iterator

from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import headings, links

NAME = "translation-structure"
SCOPE = "catalog"


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return translations whose headings, links or lists do not follow those of their source."""
    for translated in catalog.translations.values():
        source = catalog.sources.get((translated.kind, translated.slug))
        if source:
            yield from _lists(translated, source)
            if translated.document.body.strip():
                yield from _headings(translated, source)
                yield from _links(translated, source)


def _lists(translated: Translated, source: Source) -> Iterator[Finding]:
    for key in ("innovative_elements", "outcomes"):
        ours, theirs = getattr(translated.translation, key), getattr(source.entry, key, None)
        if ours is not None and len(ours) != len(theirs or ()):
            place = translated.document.position((key,))
            problem = f"`{key}` has {len(ours)} items, the source has {len(theirs or ())}"
            remedy = "translate every item, in the same order"
            yield Finding(translated.document.path, *place, NAME, problem, remedy)


def _headings(translated: Translated, source: Source) -> Iterator[Finding]:
    ours, theirs = headings(translated.document.body), headings(source.document.body)
    for mine, other in zip(ours, theirs, strict=False):
        if mine.level != other.level:
            line = translated.document.body_line + mine.line
            problem = f"`{mine.text}` has level {mine.level}, in the source `{other.text}` has level {other.level}"
            yield Finding(
                translated.document.path, line, 1, NAME, problem, "use the headings of the source, in its order"
            )
            return
    if len(ours) != len(theirs):
        line = translated.document.body_line
        problem = f"the text has {len(ours)} headings, the source has {len(theirs)}"
        yield Finding(translated.document.path, line, 1, NAME, problem, "use the headings of the source, in its order")


def _links(translated: Translated, source: Source) -> Iterator[Finding]:
    ours = sorted(link.target or "" for link in links(translated.document.body))
    theirs = sorted(link.target or "" for link in links(source.document.body))
    if ours != theirs:
        line = translated.document.body_line
        odd = ", ".join(sorted(set(ours) ^ set(theirs))) or "one of them appears more often"
        problem = f"the links differ from those of the source: {odd}"
        yield Finding(translated.document.path, line, 1, NAME, problem, "keep every link of the source and its address")
