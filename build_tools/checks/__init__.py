"""Every rule that content must keep, one file each, all in the form `find(subject, catalog) -> findings`.

A check with `SCOPE = "entry"` sees one source or translation at a time and depends on it, the vocabularies and the
settings alone, so that its findings can be remembered; one with `SCOPE = "catalog"` sees everything.
To add a check: write the file, add it to `CHECKS`, add its tests.
"""

from collections.abc import Callable, Iterable
from typing import Any, Protocol, cast

from build_tools.checks import (
    attributes,
    benchmark,
    evidence_chain,
    footnotes,
    ids,
    images,
    interface,
    links,
    markup,
    organisations,
    personal_data,
    sections,
    stale_translations,
    statistics,
    translation_structure,
    vocabulary,
)
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated


class Check(Protocol):
    """The form of a check module."""

    NAME: str
    SCOPE: str
    find: Callable[[Any, Catalog], Iterable[Finding]]


CHECKS = cast(
    "tuple[Check, ...]",
    (
        ids,
        vocabulary,
        sections,
        footnotes,
        links,
        images,
        markup,
        attributes,
        personal_data,
        translation_structure,
        stale_translations,
        interface,
        benchmark,
        organisations,
        evidence_chain,
        statistics,
    ),
)

type Memory = dict[tuple[str, Source | Translated], list[Finding]]


def run_checks(catalog: Catalog, memory: Memory | None = None) -> list[Finding]:
    """Return everything that is wrong with the content, in the order of the files.

    `memory` keeps the findings of entries between builds; clear it when vocabularies or settings change.
    """
    memory = {} if memory is None else memory
    findings = list(catalog.findings)
    for check in CHECKS:
        if check.SCOPE == "catalog":
            findings += _guarded(check, catalog, catalog)
            continue
        for subject in catalog.subjects:
            key = check.NAME, subject
            if key not in memory:
                memory[key] = _guarded(check, subject, catalog)
            findings += memory[key]
    return sorted(findings)


def _guarded(check: Check, subject: Any, catalog: Catalog) -> list[Finding]:
    """Return the findings of one check; a crash of the check is a finding too, so that the others still speak."""
    try:
        return list(check.find(subject, catalog))
    except Exception as error:  # noqa: BLE001, RUF100 - whatever it is, it must not hide the other findings
        path = getattr(getattr(subject, "document", None), "path", "content")
        problem = f"this check failed on the file ({type(error).__name__}: {error})"
        return [Finding(path, 1, 1, check.NAME, problem, "report it as a defect, with the file")]
