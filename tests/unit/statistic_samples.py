"""Official figures for tests: invented, short, with every part that a real one has."""

from build_tools.document import Document
from build_tools.frontmatter import parse_mapping
from build_tools.statistics_files import HEADER, Series, parse_rows
from build_tools.statistics_model import Statistic
from build_tools.validation import validate

METADATA = """lang: en
title: {en: "Invented share", de: "Erfundener Anteil"}
definition: {en: "A share that nobody measured.", de: "Ein Anteil, den niemand gemessen hat."}
unit: {en: "%", de: "%"}
level: {en: "Nobody", de: "Niemand"}
watch: {en: "Invented for tests.", de: "Für Tests erfunden."}
translation: {method: machine, reviewed: no}
kind: percentage
code: "TEST 1"
themes: [mobility]
indicators: [learner-and-staff-mobility]
targets:
  - {year: 2025, value: 60, source: 1}
  - {year: 2030, value: 70.5, source: 1}
sources:
  - {n: 1, title: "A source", publisher: "Nobody", url: "https://example.org/figures", year: null, licence: null}
"""
ROWS = """AT,2021,20.0,b,B,1
EU27,2021,40.0,,A,1
AT,2022,30.5,u,C,1
BE,2022,90.0,,A,1
EU27,2022,45.0,,A,1
"""


def metadata(text: str = METADATA, path: str = "content/statistics/invented-share.yml") -> tuple[Statistic, Document]:
    """Return metadata without faults, and their document."""
    document, faults = parse_mapping(path, text.encode())
    assert document, faults
    meta, more = validate(Statistic, document)
    assert meta, more
    return meta, document


def series(rows: str = ROWS, text: str = METADATA) -> Series:
    """Return a statistic without faults of form."""
    path = "content/statistics/invented-share.csv"
    values, faults = parse_rows(path, f"{HEADER}\n{rows}".encode())
    assert not faults, faults
    meta, document = metadata(text)
    return Series("invented-share", meta, values, document, path)
