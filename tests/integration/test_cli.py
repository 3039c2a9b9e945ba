"""The command `vetwork`: what it prints, and its exit codes: 0 fine, 1 findings, 2 wrong use, never a traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from build_tools import cli
from build_tools.cli import main
from tests.conftest import GOOD_PRACTICE, REPOSITORY, SiteWriter

PRACTICE = "content/practices/de-sample.md"
BAD_PAGE = '---\nlang: en\ntitle: "A page of text"\nsummary: "A page with a fault in it."\nadded: 2026-01-01\n---\n'
FINDING = "content/pages/bad.md:5:8: front-matter: `2026-01-01` is read as a date object by YAML"
STALE = """---
title: "Ein anderer Titel"
summary: "Eine Zusammenfassung, die zu keinem Text mehr passt."
source_hash: "000000000000-000000000000"
translation: {method: machine, reviewed: no}
---
"""
GOOD: Mapping[str, str | bytes] = {PRACTICE: GOOD_PRACTICE}
BAD: Mapping[str, str | bytes] = {**GOOD, "content/pages/bad.md": BAD_PAGE, "content/pages/worse.md": "Text"}

type Run = Callable[..., "Answer"]


class Answer(NamedTuple):
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Give a function that runs the command as outside a workflow and returns what it said."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)

    def answer(*arguments: str | Path) -> Answer:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as leaving:
            code = int(leaving.code or 0)
        return Answer(code, *capsys.readouterr())

    return answer


def test_content_in_order(run: Run, write_site: SiteWriter) -> None:
    answer = run("--root", write_site(GOOD), "check")
    assert answer == (0, "", "0 errors, 0 notices\n")


def test_findings_come_one_per_line_in_the_order_of_the_files(run: Run, write_site: SiteWriter) -> None:
    answer = run("--root", write_site(BAD), "check")
    first, second = answer.out.splitlines()
    assert answer.code == 1
    assert first == f"{FINDING}; write it in quotes: '2026-01-01'"
    assert second.startswith("content/pages/worse.md:1:1: front-matter: no line --- starts")
    assert answer.err == "2 errors, 0 notices\n"


def test_notice_is_shown_and_does_not_fail(run: Run, write_site: SiteWriter) -> None:
    answer = run("--root", write_site({**GOOD, "content/practices/de/de-sample.md": STALE}), "check")
    assert answer.code == 0
    assert "stale-translations: the source was changed" in answer.out
    assert answer.err == "0 errors, 1 notices\n"


def test_findings_as_json(run: Run, write_site: SiteWriter) -> None:
    answer = run("--root", write_site(BAD), "check", "--format", "json")
    first, second = json.loads(answer.out)
    assert (answer.code, answer.err) == (1, "")
    assert (first["path"], first["line"], first["column"], first["level"]) == ("content/pages/bad.md", 5, 8, "error")
    assert second["path"] == "content/pages/worse.md"


def test_no_findings_as_json(run: Run, write_site: SiteWriter) -> None:
    assert run("--root", write_site(GOOD), "check", "--format", "json") == (0, "[]\n", "")


def test_findings_are_annotations_in_a_workflow(
    run: Run, write_site: SiteWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    answer = run("--root", write_site(BAD), "check")
    lines = answer.out.splitlines()
    assert [line.startswith("::error ") for line in lines] == [False, False, True, True]
    assert lines[2].startswith("::error file=content/pages/bad.md,line=5,col=8,title=front-matter::`2026-01-01`")


def test_json_stays_json_in_a_workflow(run: Run, write_site: SiteWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert len(json.loads(run("--root", write_site(BAD), "check", "--format", "json").out)) == 2


@pytest.mark.parametrize(
    ("paths", "count", "code"),
    [
        (["content/pages/bad.md"], 1, 1),
        (["content/pages"], 2, 1),
        (["content/practices"], 0, 0),
        (["content/practices", "content/pages/worse.md"], 1, 1),
        (["."], 2, 1),
        (["content/pages/../pages/bad.md"], 1, 1),
    ],
)
def test_paths_limit_what_is_shown(
    run: Run, write_site: SiteWriter, monkeypatch: pytest.MonkeyPatch, paths: list[str], count: int, code: int
) -> None:
    monkeypatch.chdir(write_site(BAD))
    answer = run("check", *paths)
    assert (len(answer.out.splitlines()), answer.code) == (count, code)


def test_path_outside_the_root_is_found_from_anywhere(
    run: Run, write_site: SiteWriter, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_site(BAD)
    monkeypatch.chdir("/")
    assert len(run("--root", root, "check", root / "content/pages/bad.md").out.splitlines()) == 1


def test_repairs_are_named_and_made(run: Run, write_site: SiteWriter) -> None:
    root = write_site({**GOOD, "content/pages/bad.md": BAD_PAGE.replace("\n", "\r\n")})
    answer = run("--root", root, "check", "--fix")
    assert answer == (0, "", "repaired content/pages/bad.md\n0 errors, 0 notices\n")
    assert (root / "content/pages/bad.md").read_bytes() == BAD_PAGE.replace("2026-01-01", '"2026-01-01"').encode()
    assert run("--root", root, "check", "--fix").err == "0 errors, 0 notices\n"


def test_repairs_leave_what_needs_judgement(run: Run, write_site: SiteWriter) -> None:
    root = write_site({**BAD, "content/pages/latin.md": "Größe".encode("latin-1")})
    answer = run("--root", root, "check", "--fix")
    assert answer.code == 1
    assert (root / "content/pages/latin.md").read_bytes() == "Größe".encode("latin-1")
    assert len(answer.out.splitlines()) == 2


def test_repairs_stay_inside_the_content(run: Run, write_site: SiteWriter) -> None:
    root = write_site({**GOOD, "elsewhere.md": "Text  \n"})
    (root / "content/pages/link.md").symlink_to(root / "elsewhere.md")
    (root / "content/pages/dead.md").symlink_to(root / "nowhere.md")
    answer = run("--root", root, "check", "--fix")
    assert answer.code == 1
    assert (root / "elsewhere.md").read_text(encoding="utf-8") == "Text  \n"
    assert len(answer.out.splitlines()) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["chekc"],
        ["check", "--format", "xml"],
        ["check", "nowhere.md"],
        ["build", "--lang", "xx"],
        ["build", "--lang", "de", "--lang", ""],
        ["serve", "--port", "many"],
        ["serve", "--port", "99999999"],
        ["--unknown"],
    ],
)
def test_wrong_use(run: Run, write_site: SiteWriter, arguments: list[str]) -> None:
    answer = run("--root", write_site(BAD), *arguments)
    assert answer.code == 2
    assert answer.out == ""
    assert answer.err
    assert "Traceback" not in answer.err


def test_unknown_language_is_named_with_those_there_are(run: Run, write_site: SiteWriter) -> None:
    answer = run("--root", write_site(GOOD), "build", "--lang", "de", "--lang", "xx")
    assert answer.err == "no such language: xx; the site has en, de\n"


@pytest.mark.parametrize("settings", ["", "a: [", "- a\n", "site_name: 5\n", "a: !!python/name:os.system\n"])
@pytest.mark.parametrize("command", ["check", "build", "schemas"])
def test_broken_settings_are_a_wrong_use(run: Run, write_site: SiteWriter, settings: str, command: str) -> None:
    answer = run("--root", write_site({"mkdocs.yml": settings}), command)
    assert (answer.code, answer.out) == (2, "")
    assert "mkdocs.yml" in answer.err


@pytest.mark.parametrize("root", ["nowhere", "mkdocs.yml", "content"])
def test_root_that_is_no_site_is_a_wrong_use(run: Run, write_site: SiteWriter, root: str) -> None:
    answer = run("--root", write_site(GOOD) / root, "check")
    assert (answer.code, answer.out) == (2, "")


def test_broken_content_is_never_built(run: Run, write_site: SiteWriter) -> None:
    root = write_site({**BAD, "site/index.html": "the old site"})
    answer = run("--root", root, "build")
    assert answer.code == 1
    assert answer.out.startswith(FINDING)
    assert answer.err == "2 findings in the content; nothing was built, the old site stands\n"
    assert (root / "site/index.html").read_text(encoding="utf-8") == "the old site"
    assert not (root / "build").exists()


@pytest.mark.parametrize(
    "files",
    [
        {"content/pages/a.md/file": ""},
        {"content/pages/de": "a file where a folder of translations is meant"},
        {"content/practices": "a file where a folder is meant"},
        {"content/vocabularies/phases.yml": b"\x00\xff"},
        {"content/vocabularies/phases.yml": "a"},
        {"content/vocabularies/practice-sections.yml": "challenge: text", PRACTICE: GOOD_PRACTICE},
        {"content/interface/de.yml": "home: [a, b]"},
        {"content/interface/de.yml": "- a"},
        {"content/pages/home.md": b""},
        {"content/pages/images/a.png/file": ""},
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("arguments", [["check"], ["check", "--fix"], ["build"]], ids=" ".join)
def test_strange_content_never_ends_in_a_traceback(
    run: Run, write_site: SiteWriter, files: dict[str, str | bytes], arguments: list[str]
) -> None:
    faulty = {"content/pages/worse.md": "Text"}
    answer = run("--root", write_site({**faulty, **files}), *arguments)
    assert answer.code == 1
    assert "failed on the file" not in answer.out


def test_schemas_are_written(run: Run, write_site: SiteWriter) -> None:
    root = write_site(GOOD)
    assert run("--root", root, "schemas") == (0, "", "")
    schema = json.loads((root / "schemas/practice.schema.json").read_text(encoding="utf-8"))
    assert schema["$id"] == "https://test.example/schemas/practice.schema.json"
    assert "excellence" in schema["properties"]["themes"]["items"]["enum"]


def test_command_leaves_with_its_exit_code(monkeypatch: pytest.MonkeyPatch, write_site: SiteWriter) -> None:
    monkeypatch.setattr(sys, "argv", ["vetwork", "--root", str(write_site(BAD)), "check", "--format", "json"])
    with pytest.raises(SystemExit) as leaving:
        cli.run()
    assert leaving.value.code == 1


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "build_tools"], [str(Path(sys.executable).parent / "vetwork")]]
)
def test_command_runs_as_a_module_and_by_its_name(command: list[str], write_site: SiteWriter) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_ACTIONS"}
    result = subprocess.run(
        [*command, "--root", str(write_site(BAD)), "check"], capture_output=True, text=True, env=environment
    )
    assert (result.returncode, result.stdout.startswith(FINDING)) == (1, True)


def test_help_names_every_command(run: Run) -> None:
    answer = run("--help")
    assert answer.code == 0
    assert all(command in answer.out for command in ("check", "build", "serve", "schemas"))


def test_content_of_the_project_is_in_order(run: Run) -> None:
    answer = run("--root", REPOSITORY, "check")
    assert (answer.code, answer.out) == (0, ""), answer.out
