"""One folder per kind of fault in tests/cases/broken: its files, and in expected.txt exactly what must be found.

A line of expected.txt is `line:column: check: part of the problem`. `recipe.yml` makes files too large to keep.
"""

from pathlib import Path

import pytest
import yaml

from build_tools.build import check
from build_tools.errors import Finding, as_text
from build_tools.settings import read_settings
from tests.conftest import REPOSITORY, SiteWriter

FOLDER = REPOSITORY / "tests" / "cases" / "broken"
CASES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())


def files_of(case: str) -> dict[str, str | bytes]:
    """Return the files of a case by their path in the site."""
    content = FOLDER / case / "content"
    files: dict[str, str | bytes] = {
        path.relative_to(FOLDER / case).as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()
    }
    recipe = FOLDER / case / "recipe.yml"
    if recipe.is_file():
        recipes = yaml.safe_load(recipe.read_text(encoding="utf-8")).items()
        files |= {path: made["text"] * made["times"] for path, made in recipes}
    return files


def expected_of(case: str) -> list[tuple[int, int, str, str]]:
    """Return line, column, check and part of the problem of every expected finding."""
    lines = (FOLDER / case / "expected.txt").read_text(encoding="utf-8").splitlines()
    parts = (line.split(":", 3) for line in lines)
    return [(int(line), int(column), name.strip(), problem.strip()) for line, column, name, problem in parts]


def errors_in(root: Path) -> list[Finding]:
    """Return what stops a build of the site."""
    _, findings = check(read_settings(root))
    return [finding for finding in findings if finding.level == "error"]


def test_every_kind_of_fault_has_its_case() -> None:
    assert len(CASES) >= 28
    assert [case for case in CASES if not expected_of(case)] == ["nothing-broken"]


@pytest.mark.parametrize("case", CASES)
def test_broken_entry_gives_exactly_its_findings(case: str, write_site: SiteWriter) -> None:
    files, expected = files_of(case), expected_of(case)
    findings = errors_in(write_site(files))
    assert [(f.line, f.column, f.check) for f in findings] == [row[:3] for row in expected], as_text(findings)
    for finding, (*_, problem) in zip(findings, expected, strict=True):
        assert problem in finding.problem
        assert finding.path in files
        assert finding.remedy
