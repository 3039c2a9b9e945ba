from pathlib import Path

import pytest
import yaml

from build_tools.load import load
from build_tools.settings import read_settings
from tests.conftest import SETTINGS, SiteWriter
from tests.unit.benchmark_samples import FOLDER, TEXTS, benchmark

SITE = {**SETTINGS, "extra": {"languages": ["en", "ar"], "benchmark": {"model": FOLDER}}}


@pytest.fixture
def root(write_site: SiteWriter) -> Path:
    """Give a site with the example model and two own strings in Arabic."""
    texts = {f"{FOLDER}/{name}.yml": text for name, text in TEXTS.items()}
    own = {"content/interface/benchmark/ar.yml": 'page-back: "رجوع"\nown: "خاص"\n'}
    return write_site({"mkdocs.yml": yaml.safe_dump(SITE), **texts, **own})


def test_site_without_the_key_has_no_benchmark(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({})))
    assert (catalog.benchmark, catalog.benchmark_strings) == (None, {})


def test_model_texts_and_strings_are_read(root: Path) -> None:
    catalog = load(read_settings(root))
    found = catalog.benchmark
    assert found
    assert (found.folder, found.source_lang, sorted(found.texts)) == (FOLDER, "en", ["ar", "en"])
    assert found.data["id"] == found.model.id == "nour/2"
    assert catalog.benchmark_strings["en"]["page-back"] == "To the benchmark"
    assert catalog.benchmark_strings["ar"] == {"page-back": "رجوع", "own": "خاص"}
    assert "page-back" not in catalog.interface["en"]


@pytest.mark.parametrize(("name", "remedy"), [("model", "write it"), ("ar", "into ar.yml")])
def test_file_that_is_missing_is_a_finding(root: Path, name: str, remedy: str) -> None:
    (root / FOLDER / f"{name}.yml").unlink()
    catalog = load(read_settings(root))
    (finding,) = [finding for finding in catalog.findings if finding.check == "benchmark"]
    assert (finding.path, finding.line, finding.problem) == (f"{FOLDER}/{name}.yml", 1, "there is no such file")
    assert remedy in finding.remedy
    assert bool(catalog.benchmark) == (name != "model")


def test_file_that_cannot_be_read_is_a_finding_and_not_missing(root: Path) -> None:
    (root / FOLDER / "ar.yml").write_text("lang: [", encoding="utf-8")
    findings = load(read_settings(root)).findings
    assert [(finding.path, finding.check) for finding in findings] == [(f"{FOLDER}/ar.yml", "front-matter")]


def test_texts_without_an_original_have_no_source_language() -> None:
    mark = "translation: {method: human, reviewed: yes}\n"
    found, faults = benchmark({**TEXTS, "en": TEXTS["en"] + mark})
    assert faults == []
    assert found
    assert found.source_lang == ""
