"""Official figures fit the site."""

import pytest

from build_tools.checks import statistics
from build_tools.load import Catalog
from tests.unit.samples import catalog
from tests.unit.statistic_samples import METADATA, ROWS, series


def with_figures(rows: str = ROWS, text: str = METADATA) -> Catalog:
    found = catalog()
    found.statistics = {"invented-share": series(rows, text)}
    return found


def test_good_figures_have_no_findings() -> None:
    subject = with_figures()
    assert list(statistics.find(subject, subject)) == []


@pytest.mark.parametrize(
    ("old", "new", "place", "problem"),
    [
        ("lang: en", "lang: fr", (1, 7), "no language `fr`"),
        (', de: "Niemand"', "", (5, 1), "`level` has no text in `de`"),
        ("translation: {method: machine, reviewed: no}\n", "", (2, 1), "how the translations were made"),
        ("Nobody", "<b>Nobody", (5, 13), "`level` has HTML"),
        ("themes: [mobility]", "themes: [moving]", (10, 10), "`moving` is not a term of `themes`"),
        ("learner-and-staff-mobility", "rank", (11, 14), "`rank` is not a term of `indicators`"),
        ("kind: percentage", "kind: percentage\nnot_with: [other]", (9, 12), "no other figures `other`"),
        ("kind: percentage", "kind: percentage\nnot_with: [invented-share]", (9, 12), "no other figures"),
        ("value: 60, source: 1", "value: 60, source: 2", (13, 37), "there is no source 2"),
    ],
)
def test_faults_of_metadata_have_their_place(old: str, new: str, place: tuple[int, int], problem: str) -> None:
    subject = with_figures(text=METADATA.replace(old, new, 1))
    found = list(statistics.find(subject, subject))
    assert [(it.path, (it.line, it.column)) for it in found] == [("content/statistics/invented-share.yml", place)]
    assert problem in found[0].problem


def test_a_number_of_a_source_stands_once() -> None:
    line = METADATA.splitlines()[-1] + "\n"
    subject = with_figures(text=METADATA + line)
    (found,) = statistics.find(subject, subject)
    assert (found.line, found.problem) == (17, "source 1 stands here a second time")


@pytest.mark.parametrize(
    ("row", "column", "problem"),
    [
        ("XX,2022,5,,A,1\n", 1, "`XX` is no country"),
        ("EU,2022,5,,A,1\n", 1, "`EU` is no country"),
        ("AT,2022,5,bq,A,1\n", 11, "`bq` is no flags"),
        ("AT,2022,5,b,D,1\n", 13, "`D` is no reliability"),
    ],
)
def test_codes_without_meaning_have_their_place(row: str, column: int, problem: str) -> None:
    subject = with_figures(row)
    (found,) = statistics.find(subject, subject)
    assert (found.path, found.line, found.column) == ("content/statistics/invented-share.csv", 2, column)
    assert problem in found.problem


def test_one_wrong_letter_in_every_row_does_not_fill_the_screen() -> None:
    subject = with_figures("".join(f"AT,{year},5,q,A,1\n" for year in range(1950, 2020)))
    assert len(list(statistics.find(subject, subject))) == 20
