"""Rules of the house that no other tool holds: sizes, names, and files that must say the same thing."""

import ast
import re
from pathlib import Path
from statistics import median

import pytest
import yaml

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps.schemas import schema_files, scorer_model
from tests.conftest import REPOSITORY

LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]
GENERATOR = sorted((REPOSITORY / "build_tools").rglob("*.py"))
SCORER = sorted((REPOSITORY / "benchmark" / "vetwork_benchmark").rglob("*.py"))
SOURCES = [*GENERATOR, *SCORER]
TESTS = sorted((REPOSITORY / "tests").rglob("*.py"))
INTERFACE = sorted((REPOSITORY / "theme" / "interface").rglob("*.yml"))
VOCABULARIES = sorted((REPOSITORY / "content" / "vocabularies").glob("*.yml"))
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base", "core", "tools"}
UNFINISHED = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def lengths(path: Path) -> dict[str, int]:
    """Return the number of lines of every function of a module, by name and line."""
    functions = (
        node
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return {f"{node.name}:{node.lineno}": (node.end_lineno or 0) - node.lineno + 1 for node in functions}


def read(path: Path) -> dict[str, object]:
    found = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name_of)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert {name: length for name, length in lengths(path).items() if length > 60} == {}


def test_half_of_the_functions_have_at_most_eight_lines() -> None:
    assert median(length for path in SOURCES for length in lengths(path).values()) <= 8


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name_of)
def test_module_has_a_name_that_says_something(path: Path) -> None:
    assert path.stem not in FORBIDDEN


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=name_of)
def test_module_leaves_nothing_for_later(path: Path) -> None:
    assert UNFINISHED.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_module_says_why_it_exists(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_every_language_has_its_interface_file() -> None:
    for folder in (REPOSITORY / "theme" / "interface", REPOSITORY / "theme" / "interface" / "benchmark"):
        assert sorted(path.stem for path in INTERFACE if path.parent == folder) == sorted(LANGUAGES)


@pytest.mark.parametrize("path", INTERFACE, ids=name_of)
def test_interface_file_has_the_keys_and_names_of_english(path: Path) -> None:
    english, own = read(path.with_name("en.yml")), read(path)
    assert list(own) == list(english)
    braces = re.compile(r"\{[^{}]*\}")
    for key, text in own.items():
        assert isinstance(text, str), key
        assert sorted(braces.findall(text)) == sorted(braces.findall(str(english[key]))), key


@pytest.mark.parametrize("path", VOCABULARIES, ids=name_of)
def test_vocabulary_has_its_labels_in_all_eight_languages(path: Path) -> None:
    for term, labels in read(path).items():
        assert isinstance(term, str)
        assert isinstance(labels, dict), term
        assert list(labels) == LANGUAGES, term
        assert all(isinstance(label, str) and label.strip() for label in labels.values()), term


@pytest.mark.parametrize("path", VOCABULARIES, ids=name_of)
def test_labels_of_one_language_differ(path: Path) -> None:
    terms = read(path).values()
    for lang in LANGUAGES:
        labels = [labels[lang] for labels in terms if isinstance(labels, dict)]
        assert len(set(labels)) == len(labels), lang


def test_json_schemas_are_current() -> None:
    wanted = schema_files(load(read_settings(REPOSITORY)))
    folder = REPOSITORY / "schemas"
    assert sorted(wanted) == sorted(path.name for path in folder.glob("*.json"))
    stale = [name for name, text in wanted.items() if (folder / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run `vetwork schemas`"


def test_the_scorer_carries_the_current_model() -> None:
    ((name, text),) = scorer_model(load(read_settings(REPOSITORY))).items()
    assert name == "vetwork-1.json"
    carried = (REPOSITORY / "benchmark" / "vetwork_benchmark" / name).read_text(encoding="utf-8")
    assert carried == text, "run `vetwork schemas`"


def test_every_source_module_has_its_tests() -> None:
    tested = {path.stem.removeprefix("test_") for path in TESTS}
    checks = {path.stem for path in SOURCES if path.parent.name == "checks"} - {"__init__"}
    assert checks <= tested
