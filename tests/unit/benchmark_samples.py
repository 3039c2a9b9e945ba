"""The example model of the fixture network, to break: its files as texts, and the catalog around them."""

from collections.abc import Mapping

from build_tools.benchmark_files import Benchmark, load_benchmark
from build_tools.document import Position
from build_tools.errors import Finding
from build_tools.frontmatter import parse_mapping, parse_yaml
from build_tools.load import Catalog
from build_tools.settings import read_settings
from tests.conftest import REPOSITORY
from tests.unit.samples import unmark

NETWORK = REPOSITORY / "tests" / "fixtures" / "network"
FOLDER = "benchmark/nour-2"
TEXTS: Mapping[str, str] = {
    name: (NETWORK / FOLDER / f"{name}.yml").read_text(encoding="utf-8") for name in ("model", "en", "ar")
}
VOCABULARIES = ("indicators", "phases", "themes")


def changed(name: str, old: str, new: str) -> tuple[dict[str, str], list[Position]]:
    """Return the files with one text changed, and the places of the marks in the new text."""
    assert old in TEXTS[name], old
    text, places = unmark(TEXTS[name].replace(old, new, 1))
    return {**TEXTS, name: text}, places


def benchmark(texts: Mapping[str, str]) -> tuple[Benchmark | None, list[Finding]]:
    """Return the benchmark of these files, by name without `.yml`, and what is wrong with them."""
    settings = read_settings(NETWORK)
    return load_benchmark(settings, lambda path, name: parse_mapping(name, texts[path.stem].encode()))


def catalog(texts: Mapping[str, str], vocabularies: Mapping[str, str] | None = None) -> Catalog:
    """Return the catalog of a benchmark without faults of form, with the vocabularies of the fixture network."""
    found, faults = benchmark(texts)
    assert found, faults
    assert faults == []
    result = Catalog(read_settings(NETWORK), benchmark=found)
    for name in VOCABULARIES:
        path = f"content/vocabularies/{name}.yml"
        own = (NETWORK / path).read_text(encoding="utf-8")
        document, _ = parse_yaml(path, (vocabularies or {}).get(name, own))
        assert document
        result.vocabularies[name], result.documents[path] = document.data, document
    return result
