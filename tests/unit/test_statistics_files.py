"""Files of official figures: what is read, and that broken and hostile files are found with their place."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.load import Catalog, FileMemory, load
from build_tools.settings import read_settings
from build_tools.statistics_files import HEADER, parse_rows
from tests.conftest import REPOSITORY, SiteWriter
from tests.unit.statistic_samples import METADATA, ROWS, series

CSV = "content/statistics/invented-share.csv"
YML = "content/statistics/invented-share.yml"


def loaded(write_site: SiteWriter, rows: str | bytes = ROWS, text: str = METADATA) -> Catalog:
    values = rows if isinstance(rows, bytes) else f"{HEADER}\n{rows}"
    return load(read_settings(write_site({CSV: values, YML: text})))


def test_figures_are_read_with_the_european_union_first(write_site: SiteWriter) -> None:
    catalog = loaded(write_site)
    found = catalog.statistics["invented-share"]
    assert catalog.findings == []
    assert [(row.country, row.year, row.text, row.flags, row.line) for row in found.rows] == [
        ("EU27", 2021, "40.0", "", 3),
        ("EU27", 2022, "45.0", "", 6),
        ("AT", 2021, "20.0", "b", 2),
        ("AT", 2022, "30.5", "u", 4),
        ("BE", 2022, "90.0", "", 5),
    ]
    assert (found.countries, found.years) == (("AT", "BE"), (2021, 2022))
    assert (found.row("AT", 2022), found.row("BE", 2021)) == (found.rows[3], None)


def test_a_site_needs_no_figures(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({})))
    assert (catalog.statistics, catalog.findings) == ({}, [])


@pytest.mark.parametrize(
    ("rows", "place", "problem"),
    [
        ("", (1, 1), "the file has no values"),
        ("AT,2022,=1+1,,A,1\n", (2, 9), "`=1+1` is no value"),
        ("AT,2022,-5,,A,1\n", (2, 9), "`-5` is no value"),
        ("AT,2022,@SUM(A1),,A,1\n", (2, 9), "is no value"),
        ("AT,2022,50,=cmd,A,1\n", (2, 12), "`=cmd` is no flags"),
        ("AT,2022,nan,,A,1\n", (2, 9), "`nan` is no value"),
        ("AT,2022,1e2,,A,1\n", (2, 9), "`1e2` is no value"),
        ("AT,2022,٥,,A,1\n", (2, 9), "is no value"),
        ("AT,2022,100.1,,A,1\n", (2, 9), "100.1 is no percentage"),
        ("at,2022,5,,A,1\n", (2, 1), "`at` is no country"),
        ("AT,22,5,,A,1\n", (2, 4), "`22` is no year"),
        ("AT,2022,5,,,1\n", (2, 12), "`` is no reliability"),
        ("AT,2022,5,,A,2\n", (2, 14), "there is no source 2"),
        ("AT,2022,5,,A,1\nAT,2022,6,,A,1\n", (3, 1), "AT has a value for 2022 on line 2 already"),
        ("AT,2022,5,,A\n", (2, 1), "the line has 5 cells"),
        ('AT,2022,"5,5",,A,1\n', (2, 1), "the line has 7 cells"),
        ("AT,2022,5,,A,1\n\n", (3, 1), "the line has 1 cells"),
    ],
)
def test_faults_of_values_have_their_place(
    write_site: SiteWriter, rows: str, place: tuple[int, int], problem: str
) -> None:
    catalog = loaded(write_site, rows)
    assert [(finding.path, (finding.line, finding.column)) for finding in catalog.findings] == [(CSV, place)]
    assert problem in catalog.findings[0].problem
    assert catalog.statistics == {}


@pytest.mark.parametrize(
    ("raw", "problem"),
    [
        (b"", "not the header"),
        (b"country;year;value\n", "not the header"),
        (b"\xef\xbb\xbf" + HEADER.encode() + b"\n", "control character"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a\x00b", "not a text file"),
        (b"x" * 200_001, "200,001 bytes"),
    ],
)
def test_what_is_no_table_is_refused(raw: bytes, problem: str) -> None:
    rows, (finding,) = parse_rows(CSV, raw)
    assert rows == ()
    assert problem in finding.problem


def test_a_file_of_garbage_gives_twenty_findings() -> None:
    assert len(parse_rows(CSV, f"{HEADER}\n".encode() + b"garbage\n" * 20_000)[1]) == 20


@given(st.text(st.characters(codec="utf-8")))
def test_no_cell_can_begin_a_formula(text: str) -> None:
    rows, _ = parse_rows(CSV, f"{HEADER}\n{text}".encode())
    cells = [cell for row in rows for cell in (row.country, row.text, row.flags, row.reliability)]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@\t\r") and cell] == []


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("kind: percentage", "kind: rank", (8, 7), "`kind` is `rank`"),
        ("kind: percentage", "kind: count", None, "40.0 is no count"),
        ("value: 60", "value: sixty", (13, 25), "is not a number"),
        ("value: 60", "value: 0", (13, 25), "is `0`"),
        ("code:", "rank:", (9, 1), "`rank` is not known here"),
        ("url: ", "url: javascript:", (16, 57), "has the wrong form"),
        ("themes: [mobility]", "themes: []", (10, 9), "items"),
    ],
)
def test_faults_of_metadata_have_their_place(
    write_site: SiteWriter, old: str, new: str, place: tuple[int, int] | None, problem: str
) -> None:
    text = METADATA.replace(old, new).replace('javascript:"https://example.org/figures"', '"javascript:alert(1)"')
    catalog = loaded(write_site, text=text)
    assert catalog.statistics == {}
    assert problem in catalog.findings[0].problem
    assert place is None or (catalog.findings[0].line, catalog.findings[0].column) == place


def test_values_and_metadata_go_together(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({CSV: HEADER, "content/statistics/other.yml": METADATA})))
    problems = [(finding.path, finding.problem) for finding in catalog.findings]
    assert problems == [
        (YML, "there is no file with the metadata"),
        ("content/statistics/other.csv", "there is no file with the values"),
    ]


@pytest.mark.parametrize("name", ["Upper", "with_line", "countries", "index"])
def test_a_name_that_cannot_be_an_address_is_refused(write_site: SiteWriter, name: str) -> None:
    files = {f"content/statistics/{name}.csv": f"{HEADER}\n{ROWS}", f"content/statistics/{name}.yml": METADATA}
    (finding,) = load(read_settings(write_site(files))).findings
    assert "is not an id" in finding.problem


def test_a_link_to_a_file_elsewhere_is_refused(write_site: SiteWriter) -> None:
    root = write_site({YML: METADATA})
    (root / CSV).symlink_to(Path("/etc/hostname"))
    (finding,) = load(read_settings(root)).findings
    assert (finding.path, finding.problem) == (CSV, "this is not a file")


def test_unchanged_files_are_not_read_again(write_site: SiteWriter, monkeypatch: pytest.MonkeyPatch) -> None:
    root, memory = write_site({CSV: f"{HEADER}\n{ROWS}", YML: METADATA}), FileMemory()
    read: list[str] = []
    original = Path.read_bytes

    def read_bytes(path: Path) -> bytes:
        read.append(path.name)
        return original(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    first = load(read_settings(root), memory).statistics["invented-share"]
    read.clear()
    assert load(read_settings(root), memory).statistics["invented-share"].rows is first.rows
    (root / CSV).write_text(f"{HEADER}\nAT,2022,1,,A,1\n", encoding="utf-8")
    assert len(load(read_settings(root), memory).statistics["invented-share"].rows) == 1
    assert read == ["invented-share.csv"]


def test_words_come_whole_in_one_language() -> None:
    meta = series(text=METADATA.replace(', de: "Niemand"', "")).meta
    assert meta.words("de") == meta.words("en")
    assert series().meta.words("de").title == "Erfundener Anteil"


def test_the_real_figures_are_all_there() -> None:
    found = load(read_settings(REPOSITORY)).statistics
    assert (len(found), sum(len(it.rows) for it in found.values())) == (28, 1422)
    assert sum(len(it.meta.targets) for it in found.values()) == 6
