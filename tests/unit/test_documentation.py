"""The documentation says what the code does: commands, keys, checks, and an example that passes."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from build_tools.build import check
from build_tools.checks import CHECKS
from build_tools.cli import main
from build_tools.model import Entry, Guideline, Practice, Recommendation
from build_tools.settings import read_settings
from tests.conftest import REPOSITORY, SiteWriter
from vetwork_benchmark import load_model

CONTRIBUTING = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
HACKING = (REPOSITORY / "HACKING.md").read_text(encoding="utf-8")
README = (REPOSITORY / "README.md").read_text(encoding="utf-8")


def fenced(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def first_column(text: str, heading: str) -> set[str]:
    rows = text.split(heading, 1)[1].split("\n\n", 1)[0].strip().splitlines()
    return {name for row in rows for name in re.findall(r"`([^`]+)`", row.split("|")[1])}


def test_the_annotated_example_passes_every_check(write_site: SiteWriter) -> None:
    example = fenced(CONTRIBUTING, "markdown")[0]
    _, findings = check(read_settings(write_site({"content/practices/no-example.md": example})))
    assert findings == []


def test_the_example_translation_says_which_hash_to_write(write_site: SiteWriter) -> None:
    original, translation = fenced(CONTRIBUTING, "markdown")
    files = {"content/practices/no-example.md": original, "content/practices/de/no-example.md": translation}
    _, findings = check(read_settings(write_site(files)))
    assert [finding.check for finding in findings] == ["stale-translations"]
    assert "write source_hash:" in findings[0].remedy


def test_the_scorer_on_its_own_is_used_as_the_readme_says(tmp_path: Path) -> None:
    levels = {indicator.id: {"level": 3} for indicator in load_model().indicators}
    responses = [{"role": role, "answers": levels} for role in ("vet-provider", "company")]
    file = {"format": "vetwork-answers/1", "model": "vetwork/1", "form": "full", "responses": responses}
    (tmp_path / "answers.json").write_text(json.dumps(file), encoding="utf-8")
    code = fenced(README, "python")[0]
    result = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert result.stdout.startswith("75.0 ['")


def test_the_table_of_keys_has_every_key_of_a_practice_and_no_other() -> None:
    assert first_column(CONTRIBUTING, "| Key | What it says |") == set(Practice.model_fields)


def test_the_table_of_fields_has_what_guidelines_and_recommendations_have_and_no_other() -> None:
    own = (Guideline.model_fields.keys() | Recommendation.model_fields.keys()) - Entry.model_fields.keys()
    assert first_column(CONTRIBUTING, "| Field | What it says |") == own


def test_the_table_of_checks_has_every_check_and_no_other() -> None:
    documented = first_column(HACKING, "| Check | Refuses |")
    assert documented == {check.NAME for check in CHECKS} | {"front-matter", "schema"}


def test_every_command_is_documented(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = set(re.findall(r"^    (\w+) ", capsys.readouterr().out, re.M))
    assert commands == {cell.split()[1] for cell in first_column(HACKING, "| Command | Does |") if "vetwork" in cell}


def test_every_make_target_that_is_named_exists() -> None:
    makefile = (REPOSITORY / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^(\w+):", makefile, re.M))
    named = set(re.findall(r"\bmake (\w+)", README + CONTRIBUTING + HACKING))
    assert named <= targets
    assert {"serve", "test", "build", "check", "fix", "bench"} <= named


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "HACKING.md", "docs/decisions/README.md"])
def test_links_between_documents_lead_to_files(name: str) -> None:
    path = REPOSITORY / name
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


def test_every_decision_record_is_listed() -> None:
    folder = REPOSITORY / "docs" / "decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    assert all(path.name in listed for path in Path(folder).glob("0*.md"))
