"""The data package: valid, complete, and the same bytes for the same content."""

import io
import json
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from frictionless import Package, Report

from build_tools.load import Source
from build_tools.steps import api, data_package
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE
from tests.unit.open_data_samples import german, page, site
from tests.unit.samples import source
from tests.unit.statistic_samples import series

PLACE = "downloads/test-network-data.zip"


def small_site() -> Site:
    original = page()
    subject = site(original, german(original), practice("a-practice"), practice("b-practice"))
    subject.catalog.statistics["invented-share"] = series()
    return subject


def practice(slug: str) -> Source:
    return source(GOOD_PRACTICE, f"content/practices/{slug}.md")


def unpacked(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def report(folder: Path, contents: dict[str, bytes]) -> Report:
    """Return the report of Frictionless on a package with these files."""
    place = folder / "package.zip"
    with ZipFile(place, "w") as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    found: Report = Package(str(place)).validate()
    return found


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    return unpacked(data_package.files(small_site())[PLACE])


def test_the_package_is_valid(contents: dict[str, bytes], tmp_path: Path) -> None:
    assert report(tmp_path, contents).flatten(["taskName", "rowNumber", "message"]) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("csv/outcomes.csv", b"a-practice,1,", b"a-practise,1,"),
        ("csv/outcomes.csv", b"a-practice,2,", b"a-practice,1,"),
        ("csv/sources.csv", b"practice,a-practice,1,", b"practice,a-practice,one,"),
        ("csv/official-figures.csv", b"AT,2022,30.5", b"AT,2022,high"),
        ("json/pages.json", b"A page of text", b"A page of test"),
    ],
)
def test_the_validator_sees_a_fault(
    contents: dict[str, bytes], tmp_path: Path, name: str, old: bytes, new: bytes
) -> None:
    assert old in contents[name]
    assert not report(tmp_path, {**contents, name: contents[name].replace(old, new, 1)}).valid


def test_every_file_is_described_and_every_description_has_its_file(contents: dict[str, bytes]) -> None:
    described = [resource["path"] for resource in _description(contents)["resources"]]
    assert sorted(described) == sorted(contents.keys() - {"datapackage.json"})


def test_the_tables_are_those_that_stand_alone(contents: dict[str, bytes]) -> None:
    alone = api.files(small_site())
    tables = {name for name in contents if name.startswith("csv/")}
    assert {f"api/v1/{name}" for name in tables} == {path for path in alone if path.startswith("api/v1/csv/")}
    assert all(contents[name] == alone[f"api/v1/{name}"] for name in tables)


def test_the_records_are_those_that_stand_alone(contents: dict[str, bytes]) -> None:
    alone = json.loads(api.files(small_site())["api/v1/practices/b-practice.json"])["data"]
    assert json.loads(contents["json/practices.json"])[1] == alone


def test_licences_and_origin_are_named(contents: dict[str, bytes]) -> None:
    description = _description(contents)
    assert [licence["name"] for licence in description["licenses"]] == ["CC-BY-4.0", "CC0-1.0"]
    assert all(licence["path"].startswith("https://creativecommons.org/") for licence in description["licenses"])
    assert description["sources"] == [{"title": "Test network", "path": "https://test.example/"}]


def test_the_same_content_gives_the_same_bytes_without_a_time() -> None:
    first, second = (data_package.files(small_site())[PLACE] for _ in range(2))
    assert first == second
    with ZipFile(io.BytesIO(first)) as archive:
        infos = archive.infolist()
    assert {info.date_time for info in infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {info.compress_type for info in infos} == {ZIP_DEFLATED}
    assert [info.filename for info in infos] == sorted(info.filename for info in infos)


def _description(contents: dict[str, bytes]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(contents["datapackage.json"])
    return found
