"""Tables: their form as RFC 4180 says, their cells, their keys."""

import csv
import io
from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.api_table_forms import Column, Table, csv_file
from build_tools.api_tables import TABLES, csv_files
from build_tools.load import Source
from tests.conftest import GOOD_PRACTICE
from tests.unit.open_data_samples import german, page, site
from tests.unit.samples import source
from tests.unit.statistic_samples import series

SITE = site()
BY_NAME = {table.name: table for table in TABLES}


def practice(slug: str = "a-practice") -> Source:
    return source(GOOD_PRACTICE, f"content/practices/{slug}.md")


def written(*values: Any) -> str:
    """Return the file of a table with one column and these values."""
    table = Table("cells", "", [Column("value")], ["value"], None, lambda _: [{"value": value} for value in values])
    return csv_file(table, SITE).content.decode()


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("plain", "plain"),
        (None, '""'),
        (7, "7"),
        (True, "true"),
        (False, "false"),
        (["one", "two"], "one;two"),
        ([], '""'),
        ("a, b", '"a, b"'),
        ('say "so"', '"say ""so"""'),
        ("two\nlines", '"two\nlines"'),
        ("=1+1", "=1+1"),
        ("@name", "@name"),
        ("ł – ع", "ł – ع"),
    ],
)
def test_a_value_has_its_cell(value: Any, cell: str) -> None:
    assert written(value) == f"value\r\n{cell}\r\n"


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="\0"))))
def test_any_text_comes_back_as_it_was(values: list[str]) -> None:
    read = list(csv.reader(io.StringIO(written(*values), newline="")))
    assert read == [["value"], *([value] for value in values)]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_rows_have_their_columns_and_a_key_of_their_own(table: Table) -> None:
    original = page()
    subject = site(original, german(original), practice(), practice("b-practice"))
    subject.catalog.statistics["invented-share"] = series()
    found = rows(csv_files(subject)[table.name].content)
    assert found
    assert list(found[0]) == [column.name for column in table.columns]
    for column in table.columns:
        assert not column.required or all(row[column.name] for row in found), column.name
    assert max(Counter(tuple(row[name] for name in table.key) for row in found).values()) == 1


def test_a_practice_has_its_terms_in_one_cell() -> None:
    original = practice()
    (row,) = rows(csv_file(BY_NAME["practices"], site(original)).content)
    data = original.document.data
    assert row["target_groups"].split(";") == data["target_groups"]
    assert row["countries"].split(";") == data["countries"]
    assert (row["evidence_grade"], row["period_start"]) == (data["evidence"]["grade"], str(data["period"]["start"]))
    assert row["page"] == "https://test.example/en/practices/a-practice/"


def test_outcomes_and_sources_belong_together() -> None:
    files = csv_files(site(practice()))
    known = {(row["slug"], row["n"]) for row in rows(files["sources"].content)}
    outcomes = rows(files["outcomes"].content)
    assert outcomes
    assert {(row["practice"], row["source"]) for row in outcomes} <= known


def test_an_organisation_in_a_practice_names_the_one_in_the_list() -> None:
    files = csv_files(site(practice()))
    known = {row["slug"] for row in rows(files["organisations"].content)}
    named = {row["organisation"] for row in rows(files["organisations-in-practices"].content)}
    assert named == known != set()


def test_translations_have_title_and_summary_where_there_are_some() -> None:
    original = page()
    found = rows(csv_file(BY_NAME["translations"], site(original, german(original))).content)
    cells = {(row["slug"], row["lang"]): (row["state"], row["method"], row["reviewed"], row["title"]) for row in found}
    assert cells["a-page", "de"] == ("summary-only", "human", "true", "Eine Seite Text")
    assert cells["home", "de"] == ("missing", "", "", "")


def test_the_number_of_rows_leaves_out_the_header_and_lines_inside_cells() -> None:
    table = Table("cells", "", [Column("value")], ["value"], None, lambda _: [{"value": "a\r\nb"}, {"value": "c"}])
    assert csv_file(table, SITE).rows == 2
