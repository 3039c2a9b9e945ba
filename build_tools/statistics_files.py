"""Reads `content/statistics/`: official figures with their metadata, one CSV and one YAML file each.

The folder is optional. Finds, never fixes. A cell is a code, a number or nothing, so that no file can carry formulas
into a spreadsheet; whatever else stands in a cell is a finding.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple, Protocol

from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.frontmatter import decode
from build_tools.model import EU27, SLUG
from build_tools.optional_files import ReadFile
from build_tools.settings import Settings
from build_tools.statistics_model import Statistic
from build_tools.validation import validate

FOLDER = "statistics"
EU = EU27
BREAK = "b"
CHECK = "statistics"

# A file of garbage would else fill the screen.
_MOST_FINDINGS = 20
# What else stands below the address of statistics.
_RESERVED = frozenset({"index", "countries"})


@dataclass(frozen=True, slots=True)
class Row:
    """One value: `text` as it stands in the file, `flags` letters of the vocabulary `statistic-flags`.

    `country` is an ISO 3166-1 code or `EU27`; `reliability` is a term of `reliabilities`, `source` the number of the
    source in the metadata, `line` where the row stands in its file.
    """

    country: str
    year: int
    value: float
    text: str
    flags: str
    reliability: str
    source: int
    line: int


@dataclass(frozen=True, eq=False)
class Series:
    """An official figure: its metadata and its rows, the European Union first, then by country and year."""

    id: str
    meta: Statistic
    rows: tuple[Row, ...]
    document: Document
    csv_path: str

    @cached_property
    def _by_place(self) -> dict[tuple[str, int], Row]:
        return {(row.country, row.year): row for row in self.rows}

    def row(self, country: str, year: int) -> Row | None:
        """Return the value of a country in a year, None where none was published."""
        return self._by_place.get((country, year))

    def of(self, country: str) -> tuple[Row, ...]:
        """Return the values of a country in the order of the years."""
        return tuple(row for row in self.rows if row.country == country)

    @cached_property
    def countries(self) -> tuple[str, ...]:
        """The codes of the countries that have a value, without the European Union, by code."""
        return tuple(dict.fromkeys(row.country for row in self.rows if row.country != EU))

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The years that have a value, the first one first."""
        return tuple(sorted({row.year for row in self.rows}))


class Column(NamedTuple):
    """A column of the file: its name, what a cell must match, and what to write where it does not."""

    name: str
    pattern: str
    remedy: str


COLUMNS = (
    Column("country", f"[A-Z]{{2}}|{EU}", f"write two capital letters (ISO 3166-1), such as NO, or {EU}"),
    Column("year", "(19|20)[0-9]{2}", "write a year such as 2024"),
    Column("value", r"(0|[1-9][0-9]{0,8})(\.[0-9]{1,6})?", "write a number with a point, such as 48.7, nothing else"),
    Column("flags", "[A-Za-z]{0,6}", "write letters of content/vocabularies/statistic-flags.yml, or nothing"),
    Column("reliability", "[A-Z]", "write a letter of content/vocabularies/reliabilities.yml"),
    Column("source", "[1-9][0-9]?", "write the number of a source in the file with the metadata"),
)
HEADER = ",".join(column.name for column in COLUMNS)

type Rows = tuple[Row, ...]


class ReadRows(Protocol):
    """Reads the rows of a file, or remembers them."""

    def __call__(self, path: Path, name: str) -> tuple[Rows, list[Finding]]:
        """Return the rows of a file, and what is wrong with the others."""


def load_statistics(settings: Settings, read: ReadFile, read_rows: ReadRows) -> tuple[dict[str, Series], list[Finding]]:
    """Return the official figures of a site by id, those without fault of form, and all findings."""
    found: dict[str, Series] = {}
    findings: list[Finding] = []
    names = {path.stem for end in ("csv", "yml") for path in (settings.content / FOLDER).glob(f"*.{end}")}
    for name in sorted(names):
        series, faults = _load(settings, name, read, read_rows)
        findings += faults
        if series:
            found[name] = series
    return found, findings


def parse_rows(path: str, raw: bytes) -> tuple[Rows, list[Finding]]:
    """Return the rows of a CSV file in their order, and what is wrong with the others, the first twenty findings."""
    text, findings = decode(path, raw)
    if findings:
        return (), findings
    header, *lines = text.removesuffix("\n").split("\n")
    if header != HEADER:
        return (), [_finding(path, 1, 1, "the first line is not the header", f"write {HEADER}")]
    rows: dict[tuple[str, int], Row] = {}
    faults = (fault for number, line in enumerate(lines, 2) for fault in _read(path, number, line, rows))
    findings = list(islice(faults, _MOST_FINDINGS))
    if not lines:
        findings.append(_finding(path, 1, 1, "the file has no values", "add rows, or delete the file"))
    return tuple(sorted(rows.values(), key=lambda row: (row.country != EU, row.country, row.year))), findings


def _load(settings: Settings, name: str, read: ReadFile, read_rows: ReadRows) -> tuple[Series | None, list[Finding]]:
    folder = settings.content / FOLDER
    metadata, values = folder / f"{name}.yml", folder / f"{name}.csv"
    places = [settings.relative(path) for path in (metadata, values)]
    if findings := [*_misnamed(places[0], name), *_not_files((metadata, values), places)]:
        return None, findings
    document, findings = read(metadata, places[0])
    rows, faults = read_rows(values, places[1])
    meta, more = validate(Statistic, document) if document else (None, [])
    findings = [*findings, *faults, *more]
    if document is None or meta is None:
        return None, findings
    findings += islice(_misfits(places[1], rows, meta), _MOST_FINDINGS)
    return (None if findings else Series(name, meta, rows, document, places[1])), findings


def _misnamed(place: str, name: str) -> Iterator[Finding]:
    if not re.fullmatch(SLUG, name) or name in _RESERVED:
        remedy = "name both files with small letters, digits and single hyphens, such as adult-learning.csv"
        yield _finding(place, 1, 1, f"the file name `{name}` is not an id", remedy)


def _not_files(paths: Sequence[Path], places: Sequence[str]) -> Iterator[Finding]:
    for path, place in zip(paths, places, strict=True):
        if path.is_symlink() or (path.exists() and not path.is_file()):
            yield _finding(place, 1, 1, "this is not a file", "put the file itself here")
        elif not path.exists():
            what = "metadata" if path.suffix == ".yml" else "values"
            yield _finding(
                place, 1, 1, f"there is no file with the {what}", "values (.csv) and metadata (.yml) go together"
            )


def _read(path: str, number: int, line: str, rows: dict[tuple[str, int], Row]) -> Iterator[Finding]:
    """Add the row in a line to the others, or return what is wrong with it."""
    cells = line.split(",")
    if len(cells) != len(COLUMNS):
        remedy = f"write {HEADER}, without quotes and commas inside"
        yield _finding(path, number, 1, f"the line has {len(cells)} cells instead of {len(COLUMNS)}", remedy)
        return
    faults = list(_misformed(path, number, cells))
    yield from faults
    if not faults:
        row = _row(cells, number)
        first = rows.setdefault((row.country, row.year), row)
        if first is not row:
            problem = f"{row.country} has a value for {row.year} on line {first.line} already"
            yield _finding(path, number, 1, problem, "keep one of the two")


def _misformed(path: str, number: int, cells: Sequence[str]) -> Iterator[Finding]:
    column = 1
    for cell, form in zip(cells, COLUMNS, strict=True):
        if not re.fullmatch(form.pattern, cell):
            yield _finding(path, number, column, f"`{cell[:40]}` is no {form.name}", form.remedy)
        column += len(cell) + 1


def _row(cells: Sequence[str], line: int) -> Row:
    country, year, value, flags, reliability, source = cells
    return Row(country, int(year), float(value), value, flags, reliability, int(source), line)


def _misfits(path: str, rows: Iterable[Row], meta: Statistic) -> Iterator[Finding]:
    """Return rows that do not fit the metadata: values that cannot be, sources that are not there."""
    sources = {source.n for source in meta.sources}
    for row in rows:
        column = len(f"{row.country},{row.year},") + 1
        if problem := _impossible(row, meta.kind):
            yield _finding(path, row.line, column, *problem)
        if row.source not in sources:
            column += len(f"{row.text},{row.flags},{row.reliability},")
            yield _finding(path, row.line, column, f"there is no source {row.source}", "write the number of a source")


def _impossible(row: Row, kind: Literal["percentage", "count"]) -> tuple[str, str] | None:
    if kind == "percentage" and row.value > 100:
        return f"{row.text} is no percentage", "write a number from 0 to 100, or `kind: count` in the metadata"
    if kind == "count" and not row.text.isdecimal():
        return f"{row.text} is no count", "write a whole number, or `kind: percentage` in the metadata"
    return None


def _finding(path: str, line: int, column: int, problem: str, remedy: str) -> Finding:
    return Finding(path, line, column, CHECK, problem, remedy)
