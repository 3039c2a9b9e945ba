"""What the comparison says of a practice: in the words of the reader, names in the language of their source."""

from dataclasses import replace

import pytest

from build_tools.comparison import comparison
from build_tools.load import load
from build_tools.settings import Extra, read_settings
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, REPOSITORY
from tests.unit.samples import SETTINGS, catalog, source

INTERFACE = load(read_settings(REPOSITORY)).interface


def facts(lang: str, *changes: tuple[str, str]) -> dict[str, object]:
    """Return the facts of one practice, its text changed."""
    text = GOOD_PRACTICE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    subject = catalog(
        source(text, "content/practices/one.md"), settings=replace(SETTINGS, extra=Extra(languages=["en", "de"]))
    )
    subject.interface = INTERFACE
    found = comparison(Site(subject).views[lang])
    assert list(found) == ["one"]
    one: dict[str, object] = found["one"]
    return one


def test_terms_are_in_the_language_of_the_reader_and_names_in_that_of_the_source() -> None:
    found = facts("de")
    assert (found["status"], found["track"]) == ("Beendet", ["Berufliche Weiterbildung"])
    organisations = found["organisations"]
    assert isinstance(organisations, list)
    assert organisations[1] == {"name": "German Chambers of Commerce and Industry (DIHK)", "role": "Kammer"}
    assert (found["source"], found["text"]) == ({"lang": "en", "dir": "ltr"},) * 2


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (2015, 2024, "2015 to 2024"),
        (2015, 2015, "2015"),
        (2015, None, "since 2015"),
        (None, 2024, "until 2024"),
        (None, None, ""),
    ],
)
def test_the_period_is_in_words(start: int | None, end: int | None, words: str) -> None:
    years = f"{{start: {start or 'null'}, end: {end or 'null'}}}"
    assert facts("en", ("{start: 2015, end: 2024}", years))["period"] == words


def test_a_region_that_is_not_given_is_empty() -> None:
    assert facts("en")["region"] == ""
    assert facts("en", ("region: null", 'region: "Bayern"'))["region"] == "Bayern"
