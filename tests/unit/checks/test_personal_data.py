import pytest

from build_tools.checks import personal_data
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

EMAIL, TELEPHONE = "an e-mail address stands here", "a telephone number stands here"
GOOD = (
    "In 2019 some 3,700 people took part, 1 200 000 euro were spent.",
    "See https://elsewhere.example/contact@here.example and https://x.example/+4912345678901.",
    "The price was +5 per cent, from 2015-2020 and 10/2024.",
    "An @handle and a price @ 5 euro.",
    "ISBN 978-92-896-3000-1, EUR 1.234.567",
)
BAD = (
    ("Write to ▸jo.doe+x@mail.example.org today.", EMAIL),
    ("ä\n\n- ▸jo@example.org, ▸ann@example.org", EMAIL),
    ("▸jo(at)example.org or ▸jo (at) example.org or ▸jo [at] example.org", EMAIL),
    ("Call ▸+49 89 1234567 now", TELEPHONE),
    ("Call ▸+49 (0)89 1234567 or ▸0049 89 12 34 56 7", TELEPHONE),
    ("`▸+34-600-123-456`", TELEPHONE),
)


@pytest.mark.parametrize("body", GOOD)
def test_text_without_personal_data_passes(body: str) -> None:
    assert list(personal_data.find(source(PAGE_HEAD + body), catalog())) == []


@pytest.mark.parametrize(("body", "problem"), BAD)
def test_personal_data_is_found_where_it_starts(body: str, problem: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    findings = list(personal_data.find(source(text), catalog()))
    assert places_of(findings) == places
    assert {finding.problem for finding in findings} == {problem}


@pytest.mark.parametrize(("value", "problem"), [("Ask jo@example.org", EMAIL), ("Call +49 89 1234567", TELEPHONE)])
def test_personal_data_in_a_field_is_found_at_its_value(value: str, problem: str) -> None:
    text, places = unmark(PAGE_HEAD.replace('"A page of text"', f'▸"{value}"'))
    (finding,) = personal_data.find(source(text), catalog())
    assert [(finding.line, finding.column)] == places
    assert finding.problem == problem


def test_web_addresses_in_fields_are_left_out() -> None:
    text = PAGE_HEAD.replace("A page of text", "See https://elsewhere.example/jo@example.org")
    assert list(personal_data.find(source(text), catalog())) == []


def test_list_that_stands_there_twice_is_read_once() -> None:
    twice = 'aliases: ["one", "two"]\naliases: []\nadded:'
    assert list(personal_data.find(source(PAGE_HEAD.replace("added:", twice)), catalog())) == []


def test_translations_are_looked_at_too() -> None:
    text, places = unmark(TRANSLATION_HEAD + "Frag ▸jo@example.org")
    assert places_of(personal_data.find(translated(text), catalog())) == places
