"""A practice has the sections of the vocabulary `practice-sections`, all of them, in order, none empty."""

from collections.abc import Iterator, Sequence

from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import Heading, headings
from build_tools.model import KINDS

NAME = "sections"
SCOPE = "entry"


def find(subject: Source | Translated, catalog: Catalog) -> Iterator[Finding]:
    """Return headings that are missing, unknown, out of order or above an empty section, and first-level headings."""
    found = headings(subject.document.body)
    yield from _levels(subject, found)
    vocabulary = KINDS[subject.kind].sections_vocabulary
    if vocabulary is None or (isinstance(subject, Translated) and not subject.document.body.strip()):
        return
    lang = subject.lang if isinstance(subject, Translated) else subject.entry.lang
    expected = [catalog.label(vocabulary, term, lang) for term in catalog.vocabularies.get(vocabulary, {})]
    yield from _order(subject, [heading for heading in found if heading.level == 2], expected)
    yield from _empty(subject, found)


def _levels(subject: Source | Translated, found: Sequence[Heading]) -> Iterator[Finding]:
    above = 1
    for heading in found:
        if heading.level == 1:
            yield _finding(
                subject, heading.line, "a heading of the first level", "start with ##; the title comes from `title:`"
            )
        elif heading.level > above + 1:
            problem = f"the heading `{heading.text}` skips a level"
            yield _finding(subject, heading.line, problem, f"use {'#' * (above + 1)}")
        above = max(heading.level, 1)


def _order(subject: Source | Translated, found: Sequence[Heading], expected: Sequence[str]) -> Iterator[Finding]:
    texts = [heading.text for heading in found]
    for heading in found:
        if heading.text not in expected:
            problem = f"the heading `{heading.text}` is not a section of this kind"
            yield _finding(subject, heading.line, problem, f"use, in this order: {'; '.join(expected)}")
    for label in expected:
        if texts.count(label) != 1:
            line = subject.document.body.count("\n")
            problem = f"the section `{label}` is {'missing' if label not in texts else 'there more than once'}"
            yield _finding(subject, line, problem, f"write one heading `## {label}`")
    known = [heading for heading in found if heading.text in expected]
    due = [label for label in expected if label in texts]
    wrong = next((heading for heading, label in zip(known, due, strict=False) if heading.text != label), None)
    if wrong and len(known) == len(due):
        problem = f"the section `{wrong.text}` is out of order"
        yield _finding(subject, wrong.line, problem, f"the order is: {'; '.join(expected)}")


def _empty(subject: Source | Translated, found: Sequence[Heading]) -> Iterator[Finding]:
    lines = subject.document.body.split("\n")
    ends = [*(heading.line for heading in found[1:]), len(lines)][: len(found)]
    for heading, end in zip(found, ends, strict=True):
        if not any(line.strip() for line in lines[heading.line + 1 : end]):
            yield _finding(
                subject,
                heading.line,
                f"the section `{heading.text}` is empty",
                "write what is known, or that nothing is",
            )


def _finding(subject: Source | Translated, line: int, problem: str, remedy: str) -> Finding:
    return Finding(subject.document.path, subject.document.body_line + line, 1, NAME, problem, remedy)
