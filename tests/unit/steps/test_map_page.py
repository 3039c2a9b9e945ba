"""The map: links with names and numbers, the same numbers as a list, marks that do not cover each other."""

import json
import math
from collections.abc import Collection
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_tools.boundaries import Boundaries, Shape, boundaries
from build_tools.load import load
from build_tools.settings import Extra, read_settings
from build_tools.steps import map_page
from build_tools.steps.map_page import LEAST_RADIUS, MORE_RADIUS, Mark, place_marks
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, REPOSITORY
from tests.unit.samples import PAGE_HEAD, SETTINGS, catalog, source

INTERFACE = load(read_settings(REPOSITORY)).interface
ARABIC = load(read_settings(REPOSITORY / "tests" / "fixtures" / "network")).interface["ar"]
SQUARE = Boundaries(
    1000, 1000, {code: Shape("M0 0l1 0 0 1z", x, 500) for code, x in zip("ABC", (300, 500, 990), strict=True)}
)


SETTINGS_OF_THREE = replace(SETTINGS, extra=Extra(languages=["en", "de", "ar"]))


def page(*countries: list[str], lang: str = "en") -> str:
    """Return the generated map of a site with one practice for each list of countries."""
    practices = [
        source(
            GOOD_PRACTICE.replace('countries: ["DE"]', f"countries: {json.dumps(codes)}"), f"content/practices/p-{n}.md"
        )
        for n, codes in enumerate(countries)
    ]
    subject = catalog(source(PAGE_HEAD, "content/pages/home.md"), *practices, settings=SETTINGS_OF_THREE)
    subject.interface = {"en": INTERFACE["en"], "de": INTERFACE["de"], "ar": ARABIC}
    ((address, text),) = map_page.pages(Site(subject).views[lang])
    assert address == "map/"
    return text


def meta(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text.split("\n")[1])["page"]
    return found


def texts(text: str, selector: str) -> list[str]:
    nodes = LexborHTMLParser(text.split("\n---\n", 1)[1]).css(selector)
    return [" ".join(node.text().split()) for node in nodes]


def links(text: str, selector: str) -> list[str]:
    nodes = LexborHTMLParser(text.split("\n---\n", 1)[1]).css(selector)
    return [str(node.attributes["href"]) for node in nodes]


def test_a_mark_is_a_link_with_name_and_number_to_the_list_of_the_country() -> None:
    text = page(["DE"], ["DE", "FR"], ["MT"])
    assert texts(text, ".vw-map__mark title") == [
        "France, practices: 1",
        "Germany, practices: 2",
        "Malta, practices: 1",
    ]
    assert texts(text, ".vw-map__mark text") == ["1", "2", "1"]
    assert links(text, ".vw-map__mark") == [f"../browse/country/{code}/" for code in ("fr", "de", "mt")]


def test_the_land_of_a_country_is_a_link_for_pointers_alone() -> None:
    (country,) = LexborHTMLParser(page(["LU"])).css("a:has(.vw-map__country)")
    assert country.attributes == {"href": "../browse/country/lu/", "tabindex": "-1", "aria-hidden": "true"}
    path = country.css_first("path")
    assert path
    assert path.attributes["d"] == boundaries().shapes["LU"].path


def test_every_country_is_drawn_once() -> None:
    paths = [str(node.attributes["d"]) for node in LexborHTMLParser(page(["LU"], ["CY"])).css("svg path")]
    assert sum(path.count("M") for path in paths) == sum(s.path.count("M") for s in boundaries().shapes.values())


@pytest.mark.parametrize(
    ("lang", "rows"),
    [
        (
            "en",
            [
                "France (1) Filter (France)",
                "Germany (2) Filter (Germany)",
                "Several European countries (1) Filter (Several European countries)",
            ],
        ),
        (
            "de",
            [
                "Deutschland (2) Filtern (Deutschland)",
                "Frankreich (1) Filtern (Frankreich)",
                "Mehrere europäische Länder (1) Filtern (Mehrere europäische Länder)",
            ],
        ),
    ],
)
def test_the_list_has_the_same_numbers(lang: str, rows: list[str]) -> None:
    assert texts(page(["DE", "FR"], ["DE"], ["EU"], lang=lang), ".vw-map__list li") == rows


def test_a_row_leads_to_the_static_list_and_to_the_facets() -> None:
    assert links(page(["DE"]), ".vw-map__list a") == ["../browse/country/de/", "../explore/?country=DE"]


def test_practices_of_several_countries_stand_beside_the_map() -> None:
    text = page(["EU"], ["EU"])
    assert texts(text, ".vw-map__several a") == ["EU 2 Several European countries, practices: 2"]
    assert links(text, ".vw-map__several a") == ["../browse/country/eu/"]
    assert texts(text, ".vw-map__mark") == []


def test_without_such_practices_nothing_is_said_of_them() -> None:
    assert texts(page(["DE"]), ".vw-map__several") == []


@pytest.mark.parametrize(
    ("countries", "note"),
    [
        ([["DE"]], []),
        ([["DE"], ["EG"]], ["Outside this map, and only in the list: Egypt."]),
        ([["US"], ["EG", "BR"]], ["Outside this map, and only in the list: Brazil, Egypt and United States."]),
    ],
)
def test_countries_outside_the_frame_are_named(countries: list[list[str]], note: list[str]) -> None:
    assert texts(page(*countries), "figure > p") == note


def test_the_sentence_counts_practices_once_and_leaves_the_group_out_of_the_countries() -> None:
    text = page(["DE", "FR"], ["DE"], ["EU"], ["EG"])
    assert texts(text, ".vw-map__sum") == [
        "Practices: 4. Countries they name: 3. A practice that runs in several countries counts in each of them."
    ]


def test_a_site_without_practices_has_an_empty_map() -> None:
    text = page()
    assert texts(text, ".vw-map__mark, li") == []
    assert "Practices: 0. Countries they name: 0." in text


def test_names_are_in_the_language_of_the_page() -> None:
    text = page(["DE"], ["EG"], ["BR"], lang="ar")
    assert texts(text, ".vw-map__mark title") == ["ألمانيا، عدد الممارسات: 1"]
    assert texts(text, "figure > p") == ["خارج هذه الخريطة، وفي القائمة فقط: البرازيل ومصر."]
    assert meta(text)["dir"] == "rtl"


def test_a_name_with_special_characters_is_escaped_once() -> None:
    assert "Bosnia &amp; Herzegovina, practices: 1" in page(["BA"])


def test_html_stays_in_one_piece_for_the_page_printer() -> None:
    body = page(["DE"], ["EG"]).split("\n---\n", 1)[1]
    assert "\n\n" not in body.strip()


def test_two_pages_are_the_same() -> None:
    assert page(["DE", "FR"], ["LU"]) == page(["DE", "FR"], ["LU"])


def test_a_lone_mark_stands_in_its_country() -> None:
    shape = boundaries().shapes["PL"]
    mark = place_marks(boundaries(), {"PL": 3})["PL"]
    assert (mark.x, mark.y, mark.radius) == (shape.x, shape.y, LEAST_RADIUS + MORE_RADIUS)


def test_a_mark_at_the_edge_of_the_picture_is_left_out() -> None:
    assert list(place_marks(SQUARE, {"A": 1, "B": 1, "C": 1, "ZZ": 1})) == ["A", "B"]


def test_marks_grow_with_the_root_of_their_count() -> None:
    marks = place_marks(SQUARE, {"A": 4, "B": 16})
    assert [marks[code].radius - LEAST_RADIUS for code in "AB"] == [round(MORE_RADIUS / 2), MORE_RADIUS]


def test_marks_at_the_same_place_part() -> None:
    crowd = Boundaries(1000, 1000, {code: Shape("", 500, 500) for code in "ABC"})
    assert overlaps(place_marks(crowd, dict.fromkeys("ABC", 1)).values()) == 0


EUROPE = sorted(set(boundaries().shapes) - {"EG", "GL", "SA", "TN", "MA", "DZ"})


@given(st.dictionaries(st.sampled_from(EUROPE), st.integers(1, 400)))
def test_no_mark_covers_another_or_leaves_the_picture(counts: dict[str, int]) -> None:
    picture = boundaries()
    marks = place_marks(picture, counts).values()
    assert overlaps(marks) <= 3
    for mark in marks:
        assert mark.radius <= mark.x <= picture.width - mark.radius
        assert mark.radius <= mark.y <= picture.height - mark.radius


def test_marks_stand_at_the_same_place_in_every_language() -> None:
    counts = dict.fromkeys(EUROPE, 1)
    assert place_marks(boundaries(), counts) == place_marks(boundaries(), dict(reversed(counts.items())))


def test_marks_of_all_europe_stay_near_their_countries() -> None:
    marks = place_marks(boundaries(), dict.fromkeys(EUROPE, 1)).values()
    assert max(math.hypot(mark.x - mark.shape.x, mark.y - mark.shape.y) for mark in marks) < 150


def overlaps(marks: Collection[Mark]) -> float:
    """Return by how much the marks that overlap most do so, in units of the picture."""
    gaps = (a.radius + b.radius - math.hypot(a.x - b.x, a.y - b.y) for a, b in combinations(marks, 2))
    return max((0.0, *gaps))
