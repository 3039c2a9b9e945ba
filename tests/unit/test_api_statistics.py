"""Official figures in the open data: nothing of a row is lost, and everything is described."""

import csv
import io
import json
from typing import Any

import pytest

from build_tools.api_statistics import short_statistic, statistic_files, statistics, whole_statistic
from build_tools.steps import api, openapi
from build_tools.views import Site
from tests.unit.open_data_samples import form_of, page, site, validator
from tests.unit.statistic_samples import series


@pytest.fixture
def subject() -> Site:
    found = site(page())
    found.catalog.statistics["invented-share"] = series()
    return found


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_file_of_values_says_what_the_content_says(subject: Site) -> None:
    found = rows(statistic_files(subject)["invented-share"].content)
    given = series().rows
    cells = ("country", "year", "value", "flags", "reliability", "source")
    assert [[row[name] for name in cells] for row in found] == [
        [row.country, str(row.year), row.text, row.flags, row.reliability, str(row.source)] for row in given
    ]
    assert {(row["statistic"], row["unit"], row["source_url"]) for row in found} == {
        ("invented-share", "%", "https://example.org/figures")
    }


def test_the_whole_record_has_metadata_and_every_value(subject: Site) -> None:
    record = whole_statistic(subject, statistics(subject)[0])
    values = [(it.country, it.year, it.value, "".join(it.flags), it.reliability, it.source) for it in record.values]
    given = series().rows
    assert values == [(it.country, it.year, it.value, it.flags, it.reliability, it.source) for it in given]
    assert record.statistic == series().meta
    assert record.page == "https://test.example/en/statistics/invented-share/"


def test_the_short_record_leads_to_the_files(subject: Site) -> None:
    short = short_statistic(subject, statistics(subject)[0])
    assert (short.countries, short.years, short.values) == (["AT", "BE"], [2021, 2022], 5)
    files = api.files(subject)
    for address in (short.item, short.table):
        assert address.removeprefix("https://test.example/") in files


@pytest.mark.parametrize("name", ["index", "invented-share"])
def test_the_files_have_the_form_that_is_described(subject: Site, name: str) -> None:
    description: dict[str, Any] = json.loads(openapi.files(subject)["api/v1/openapi.json"])
    path = f"api/v1/statistics/{name}.json"
    form = form_of(description, f"/{path}")
    assert form
    validator(description, form).validate(json.loads(api.files(subject)[path]))


def test_the_index_counts_the_figures(subject: Site) -> None:
    index = json.loads(api.files(subject)["api/v1/index.json"])["data"]
    counts = {it["name"]: it["count"] for it in index}
    assert (counts["statistics"], counts["official-figures.csv"], counts["statistic-targets.csv"]) == (1, 5, 2)


def test_a_site_without_figures_has_an_empty_list() -> None:
    files = api.files(site(page()))
    assert json.loads(files["api/v1/statistics/index.json"])["count"] == 0
    assert [path for path in files if path.startswith("api/v1/statistics/")] == ["api/v1/statistics/index.json"]
