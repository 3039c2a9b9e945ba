import json
from dataclasses import replace

import pytest

from build_tools.citations import Citation, cite
from build_tools.translations import resolve
from tests.unit.samples import PAGE_HEAD, SETTINGS, TRANSLATION_HEAD, catalog, source, translated

ADDRESS = "a-page/"


def cited(text: str = PAGE_HEAD, lang: str = "en", german: str = TRANSLATION_HEAD) -> Citation:
    original = source(text)
    return cite(SETTINGS, resolve(catalog(original, translated(german)), original, lang), ADDRESS)


def test_citation_as_a_sentence() -> None:
    assert cited().text == "Test network (2026). A page of text. https://test.example/en/a-page/"


def test_citation_for_bibtex() -> None:
    assert cited().bibtex == (
        "@misc{a-page,\n"
        "  title = {A page of text},\n"
        "  author = {Test network},\n"
        "  year = {2026},\n"
        "  date = {2026-01-01},\n"
        "  url = {https://test.example/en/a-page/},\n"
        "  langid = {en},\n"
        "}"
    )


def test_citation_as_ris() -> None:
    assert cited().ris == (
        "TY  - ELEC\n"
        "TI  - A page of text\n"
        "AU  - Test network\n"
        "PY  - 2026\n"
        "DA  - 2026/01/01\n"
        "UR  - https://test.example/en/a-page/\n"
        "LA  - en\n"
        "ER  - \n"
    )


def test_citation_for_csl() -> None:
    assert json.loads(cited().csl) == {
        "id": "a-page",
        "type": "webpage",
        "title": "A page of text",
        "author": [{"literal": "Test network"}],
        "issued": {"date-parts": [[2026, 1, 1]]},
        "URL": "https://test.example/en/a-page/",
        "language": "en",
    }


def test_date_is_that_of_the_last_review() -> None:
    citation = cited(PAGE_HEAD.replace("added:", 'reviewed: "2028-02-01"\nadded:'))
    assert "(2028)" in citation.text
    assert "date = {2028-02-01}" in citation.bibtex
    assert "DA  - 2028/02/01" in citation.ris
    assert json.loads(citation.csl)["issued"] == {"date-parts": [[2028, 2, 1]]}


def test_a_review_before_the_addition_changes_nothing() -> None:
    assert "date = {2026-01-01}" in cited(PAGE_HEAD.replace("added:", 'reviewed: "2025-02-01"\nadded:')).bibtex


@pytest.mark.parametrize(("german", "place"), [(TRANSLATION_HEAD, "en"), (TRANSLATION_HEAD + "Text.", "de")])
def test_address_is_that_of_the_language_of_the_text(german: str, place: str) -> None:
    citation = cited(lang="de", german=german)
    assert citation.text.endswith(f"https://test.example/{place}/a-page/")
    assert json.loads(citation.csl)["language"] == place


def test_braces_and_backslashes_cannot_break_bibtex() -> None:
    text = PAGE_HEAD.replace("A page of text", r"A {page} of \\input{text}")
    assert "title = {A page of inputtext}," in cited(text).bibtex


def test_quotes_cannot_break_csl() -> None:
    text = PAGE_HEAD.replace('"A page of text"', "'A \"page\" of text'")
    assert json.loads(cited(text).csl)["title"] == 'A "page" of text'


def test_name_of_the_network_is_its_own() -> None:
    original = source(PAGE_HEAD)
    settings = replace(SETTINGS, site_name="Réseau {x}")
    citation = cite(settings, resolve(catalog(original), original, "en"), ADDRESS)
    assert "author = {Réseau x}," in citation.bibtex
