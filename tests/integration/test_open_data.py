"""Open data as they are published: every file conforms to its description, the package validates, links lead there."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

import pytest
from frictionless import Package
from openapi_spec_validator import OpenAPIV31SpecValidator

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import api, data_package, openapi
from build_tools.views import Site
from tests.conftest import REPOSITORY
from tests.integration.network import SITE_URL, Published
from tests.unit.open_data_samples import form_of, validator

PACKAGE = "downloads/nour-skills-network-data.zip"
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.fixture(scope="module")
def real() -> dict[str, bytes]:
    """Give the open data of the project's own content."""
    site = Site(load(read_settings(REPOSITORY)))
    files: dict[str, str | bytes] = {**api.files(site), **openapi.files(site), **data_package.files(site)}
    return {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}


@pytest.fixture
def published(network: Published) -> dict[str, bytes]:
    """Give the open data of the fixture network as it is published."""
    return {path: content for path, content in network.files().items() if path.startswith(("api/", "downloads/"))}


def described_forms(files: Mapping[str, bytes]) -> set[str]:
    """Check the description, and every other JSON file against the form that it gives; return the forms that occur.

    The forms are closed: a key that is not described is a fault here.
    """
    description = json.loads(files["api/v1/openapi.json"])
    assert list(OpenAPIV31SpecValidator(description).iter_errors()) == []
    by_form: dict[str, list[str]] = {}
    for path in files:
        if path.endswith(".json") and path != "api/v1/openapi.json":
            form = form_of(description, f"/{path}")
            assert form, path
            by_form.setdefault(form, []).append(path)
    for form, paths in by_form.items():
        check = validator(description, form)
        faults = [(path, fault.message) for path in paths for fault in check.iter_errors(json.loads(files[path]))]
        assert faults == []
    return {form.rpartition("/")[2] for form in by_form}


def test_every_published_file_conforms_and_every_form_occurs(published: dict[str, bytes]) -> None:
    schemas = json.loads(published["api/v1/openapi.json"])["components"]["schemas"]
    assert described_forms(published) == {name for name in schemas if name.startswith(("ListOf", "One"))}


def test_every_file_of_the_real_content_conforms(real: dict[str, bytes]) -> None:
    assert {"OneWholePractice", "OneWholePage", "OneBenchmarkData"} <= described_forms(real)


def test_the_published_package_validates(network: Published) -> None:
    report = Package(str(network.folder / PACKAGE)).validate()
    assert report.flatten(["taskName", "rowNumber", "fieldName", "message"]) == []
    assert report.stats["tasks"] >= 12


def test_the_envelope_is_the_same_in_every_file(published: dict[str, bytes]) -> None:
    files = {path: json.loads(text) for path, text in published.items() if path.endswith(".json")}
    del files["api/v1/openapi.json"]
    heads = {(file["schema_version"], file["content_date"], *file["site"].values()) for file in files.values()}
    assert heads == {("1.1", "2026-01-08", "Nour Skills Network", SITE_URL)}
    for path, file in files.items():
        if isinstance(file["data"], list):
            assert file["count"] == len(file["data"]), path


def test_every_address_in_the_data_is_published(network: Published) -> None:
    files = network.files()
    for path, content in files.items():
        if path.startswith("api/v1/") and path.endswith(".json"):
            for address in _addresses(json.loads(content)):
                place = address.removeprefix(SITE_URL).partition("#")[0]
                assert (f"{place}index.html" if not place or place.endswith("/") else place) in files, (path, address)


def test_every_entry_has_its_record_and_nothing_else_has_one(network: Published) -> None:
    content = REPOSITORY / "tests" / "fixtures" / "network" / "content"
    for folder in ("practices", "guidelines", "recommendations", "pages"):
        items = {path.stem for path in (network.folder / "api/v1" / folder).glob("*.json")} - {"index"}
        assert items == {path.stem for path in (content / folder).glob("*.md")} != set()


def test_tables_end_their_lines_as_the_standard_says(published: dict[str, bytes]) -> None:
    tables = {path: content for path, content in published.items() if path.endswith(".csv")}
    assert len(tables) == 14
    for path, content in tables.items():
        assert content.endswith(b"\r\n"), path
        header, *rows = csv.reader(io.StringIO(content.decode(), newline=""))
        assert all(len(row) == len(header) for row in rows), path


def test_no_cell_of_the_real_content_begins_a_formula(real: dict[str, bytes]) -> None:
    for path, content in real.items():
        if path.endswith(".csv"):
            cells = [cell for row in csv.reader(io.StringIO(content.decode(), newline="")) for cell in row]
            assert [cell for cell in cells if cell.startswith(BEGINS_A_FORMULA)] == [], path


def test_the_page_explains_the_data_in_every_language(network: Published) -> None:
    for lang in ("en", "ar"):
        links = {str(node.attributes.get("href")) for node in network.page(f"{lang}/open-data/").css(".vw-open-data a")}
        assert {"../../api/v1/openapi.json", "../../api/v1/CHANGELOG.md", f"../../{PACKAGE}"} <= links


def _addresses(node: Any) -> set[str]:
    """Return every text of a JSON document that is an address of the site."""
    if isinstance(node, str):
        return {node} if node.startswith(SITE_URL) else set()
    inner = node.values() if isinstance(node, dict) else node if isinstance(node, list) else ()
    return {address for value in inner for address in _addresses(value)}
