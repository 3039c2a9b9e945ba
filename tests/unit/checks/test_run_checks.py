from collections.abc import Iterator

import pytest

from build_tools import checks
from build_tools.checks import CHECKS, Memory, run_checks
from build_tools.errors import Finding
from build_tools.load import Catalog, Source
from tests.unit.samples import PAGE_HEAD, catalog, source


class Crashing:
    NAME, SCOPE = "crashing", "entry"

    @staticmethod
    def find(_: Source, __: Catalog) -> Iterator[Finding]:
        raise RuntimeError("no way")


class Counting:
    NAME, SCOPE = "counting", "entry"

    def __init__(self) -> None:
        self.calls = 0

    def find(self, subject: Source, _: Catalog) -> Iterator[Finding]:
        self.calls += 1
        yield Finding(subject.document.path, 9, 9, self.NAME, "problem", "remedy")


def test_every_check_has_its_own_name_and_a_known_scope() -> None:
    assert len({check.NAME for check in CHECKS}) == len(CHECKS)
    assert {check.SCOPE for check in CHECKS} == {"entry", "catalog"}


def test_crash_of_a_check_is_a_finding_and_the_others_still_speak(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", (Crashing(), Counting()))
    findings = run_checks(catalog(source(PAGE_HEAD)))
    assert [(finding.check, finding.line) for finding in findings] == [("crashing", 1), ("counting", 9)]
    assert "RuntimeError: no way" in findings[0].problem
    assert findings[0].path == "content/pages/a-page.md"


def test_findings_of_loading_come_along_and_all_are_in_the_order_of_files(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "CHECKS", (Counting(),))
    subject = catalog(source(PAGE_HEAD, "content/pages/b.md"), source(PAGE_HEAD, "content/pages/a.md"))
    subject.findings = [Finding("content/pages/c.md", 1, 1, "schema", "", ""), Finding("a", 1, 1, "schema", "", "")]
    paths = [finding.path for finding in run_checks(subject)]
    assert paths == ["a", "content/pages/a.md", "content/pages/b.md", "content/pages/c.md"]


def test_findings_of_an_entry_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    counting = Counting()
    memory: Memory = {}
    monkeypatch.setattr(checks, "CHECKS", (counting,))
    entry = source(PAGE_HEAD)
    first = run_checks(catalog(entry), memory)
    assert run_checks(catalog(entry), memory) == first
    assert counting.calls == 1
    run_checks(catalog(source(PAGE_HEAD)), memory)
    assert counting.calls == 2
