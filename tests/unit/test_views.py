import pytest

from build_tools.views import Site
from tests.unit.samples import catalog


@pytest.mark.parametrize(
    ("lang", "value", "digits", "text"),
    [
        ("en", 60, 4, "60"),
        ("en", 56.20534, 4, "56.2053"),
        ("en", 3.8, 0, "4"),
        ("de", 3.79466, 4, "3,7947"),
        ("de", 2000, 0, "2.000"),
    ],
)
def test_numbers_are_written_as_in_the_language(lang: str, value: float, digits: int, text: str) -> None:
    assert Site(catalog()).views[lang].number(value, digits) == text


@pytest.mark.parametrize(
    ("lang", "figure", "is_percentage", "text"),
    [
        ("en", "66.0", True, "66.0%"),
        ("de", "66.0", True, "66,0\xa0%"),
        ("en", "60", True, "60%"),
        ("de", "0.35", True, "0,35\xa0%"),
        ("de", "1234", False, "1.234"),
    ],
)
def test_a_figure_keeps_the_decimals_of_its_source(lang: str, figure: str, is_percentage: bool, text: str) -> None:
    assert Site(catalog()).views[lang].figure(figure, is_percentage) == text


def test_countries_are_listed_by_their_names() -> None:
    countries = Site(catalog()).views["de"].countries
    assert (countries["AT"], countries["EG"]) == ("Österreich", "Ägypten")
    codes = list(countries)
    assert codes.index("EG") < codes.index("BE") < codes.index("AT")
    assert not {"EU", "UN", "ZZ", "150"} & set(codes)
    assert 240 < len(codes) < 260


def test_strings_of_the_benchmark_have_their_names_filled_in() -> None:
    subject = catalog()
    subject.benchmark_strings = {"de": {"of": "{n} von {m}"}}
    assert Site(subject).views["de"].benchmark_text("of", n=2, m=3) == "2 von 3"
