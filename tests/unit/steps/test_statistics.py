import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.load import Catalog, load
from build_tools.settings import read_settings
from build_tools.steps import countries, indicators, statistics
from build_tools.views import Site
from tests.conftest import REPOSITORY

NETWORK = REPOSITORY / "tests" / "fixtures" / "network"


def catalog() -> Catalog:
    return load(read_settings(NETWORK))


@cache
def network_pages(lang: str) -> dict[str, str]:
    view = Site(catalog()).views[lang]
    return {**dict(statistics.pages(view)), **dict(countries.pages(view))}


@cache
def real_site() -> Site:
    return Site(load(read_settings(REPOSITORY)))


@cache
def real_pages(lang: str) -> dict[str, str]:
    view = real_site().views[lang]
    return {**dict(statistics.pages(view)), **dict(countries.pages(view))}


def meta(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text.split("\n")[1])["page"]
    return found


def texts(text: str, selector: str) -> list[str]:
    tree = LexborHTMLParser(text.split("\n---\n", 1)[1])
    return [" ".join(node.text().split()) for node in tree.css(selector)]


def attributes(text: str, selector: str, name: str) -> list[str]:
    return [str(node.attributes[name]) for node in LexborHTMLParser(text.split("\n---\n", 1)[1]).css(selector)]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_every_statistic_and_every_area_has_its_page(lang: str) -> None:
    areas = [f"statistics/countries/{code}/" for code in ("eg", "eu27", "jo", "lb")]
    named = ["statistics/", "statistics/countries/", "statistics/days-at-the-bench/", "statistics/new-workshops/"]
    assert sorted(network_pages(lang)) == sorted([*named, *areas])


def test_a_site_without_statistics_has_no_such_pages() -> None:
    view = Site(replace(catalog(), statistics={})).views["en"]
    assert [*statistics.pages(view), *countries.pages(view)] == []


@pytest.mark.parametrize("lang", ["en", "de", "fr", "es", "it", "pt", "nl", "pl"])
def test_countries_stand_in_the_order_of_their_names_after_the_union(lang: str) -> None:
    view = real_site().views[lang]
    names = texts(real_pages(lang)["statistics/countries/"], ".vw-index a")
    assert names[0] == view.text("area-eu27")
    known = list(view.countries.values())
    assert names[1:] == sorted(names[1:], key=known.index)
    rows = texts(real_pages(lang)["statistics/work-based-learning-of-graduates/"], "#values ~ table tbody th")
    assert rows == [name for name in names if name in rows]


@pytest.mark.parametrize(
    ("lang", "says"),
    [
        ("en", "Poland, 2025: 76.9%. That is 5.1 percentage points below the EU target of 82% (2025), or 93.8% of it."),
        ("de", "Polen, 2025: 76,9\xa0%. Das sind 5,1 Prozentpunkte unter dem EU-Ziel von 82\xa0% (2025)"),
        ("fr", "Pologne, 2025 : 76,9\xa0%. C’est 5,1 points de pourcentage au-dessous de l’objectif"),
        ("pl", "Polska, 2025: 76,9%. To 5,1 punktu procentowego poniżej celu UE wynoszącego 82% (2025)"),
    ],
)
def test_the_distance_to_a_target_is_said_in_words(lang: str, says: str) -> None:
    page = LexborHTMLParser(real_pages(lang)["statistics/countries/pl/"])
    section = page.css_first("section[aria-labelledby='employment-of-graduates'] > p")
    assert section
    assert section.text().startswith(says)


def test_flags_are_spelled_out_and_a_break_is_no_change() -> None:
    page = real_pages("en")["statistics/countries/pl/"]
    line = next(row for row in texts(page, "#work-based-learning-of-graduates ~ table tr") if row.startswith("2023"))
    assert line.startswith("202358.4%64.6%4.4% to 96.7% (countries: 29)Break in the series: not comparable with")
    assert "(b); Low reliability, often because few people were asked (u)" in line
    says = next(text for text in texts(page, "section > p") if text.startswith("Poland, 2025: 67.5%"))
    assert "A new series begins in 2023" in says
    assert "has risen" not in says


def test_a_table_of_all_areas_explains_its_letters() -> None:
    page = real_pages("en")["statistics/work-based-learning-of-graduates/"]
    germany = LexborHTMLParser(page).css_first("tr#de")
    assert germany
    assert [" ".join(cell.text().split()) for cell in germany.css("td")] == [
        *("96.2% bu C", "94.9% u C", "94.3% u C", "94.5% bu C", "93.0% u C"),
    ]
    assert texts(page, ".vw-letters-meaning dt") == ["b", "u", "A", "B", "C"]


def test_values_have_one_decimal_at_most() -> None:
    pages = real_pages("en")
    shown = {text for page in pages.values() for text in texts(page, "td") if "%" in text}
    assert len(shown) > 500
    assert [text for text in shown if re.search(r"\d\.\d\d", text)] == []


def test_a_chart_has_a_name_and_a_key_and_the_same_values_in_a_table() -> None:
    for address, page in real_pages("en").items():
        names = attributes(page, "svg", "aria-label")
        assert set(attributes(page, "svg", "role")) <= {"img"}
        assert len(set(names)) == len(names), address
        assert all("The values stand in the table." in name for name in names)
        assert len(texts(page, ".vw-charts > .vw-key")) == len(texts(page, ".vw-charts"))
        assert not names or texts(page, "table")


def test_a_page_of_a_statistic_leads_to_its_data_its_counterpart_and_back() -> None:
    page = real_pages("en")["statistics/work-based-learning-of-graduates/"]
    links = attributes(page, "a", "href")
    assert "../../../api/v1/statistics/work-based-learning-of-graduates.csv" in links
    assert "../../indicators/workplace-share-and-sequencing/" in links
    indicator = dict(indicators.pages(real_site().views["en"]))["indicators/workplace-share-and-sequencing/"]
    assert "../../statistics/work-based-learning-of-graduates/" in attributes(indicator, "a", "href")


def test_what_must_not_be_mixed_is_named() -> None:
    page = real_pages("en")["statistics/adult-learning-aes/"]
    assert "../../statistics/adult-learning-lfs/" in attributes(page, ".vw-facts a", "href")


def test_a_country_has_the_recommendations_that_quote_it_or_name_a_practice_of_it() -> None:
    site = real_site()
    for code in ("de", "pl", "ie"):
        slugs = {entry.slug for entry in site.practices if code.upper() in entry.practice.countries}
        expected = {
            f"../../../recommendations/{source.slug}/"
            for source in site.catalog.of_kind("recommendation")
            if slugs & set(getattr(source.entry, "practices"))  # noqa: B009 - only recommendations come here
            or code.upper() in {figure.country for figure in getattr(source.entry, "figures")}  # noqa: B009
        }
        page = real_pages("en")[f"statistics/countries/{code}/"]
        assert set(attributes(page, "[aria-labelledby='vw-recommendations'] a", "href")) == expected
        assert f"../../../browse/country/{code}/" in attributes(page, "a", "href")


def test_machine_translations_are_marked_and_originals_are_not() -> None:
    address = "statistics/work-based-learning-of-graduates/"
    assert texts(real_pages("en")[address], ".vw-notice") == []
    assert attributes(real_pages("de")[address], ".vw-notice a", "hreflang") == ["en"]


def test_texts_in_another_language_say_so() -> None:
    raw = catalog()
    found = raw.statistics["days-at-the-bench"]
    only_english = {
        name: {"en": getattr(found.meta, name)["en"]} for name in ("title", "definition", "unit", "level", "watch")
    }
    changed = replace(found, meta=found.meta.model_copy(update=only_english))
    view = Site(replace(raw, statistics={**raw.statistics, found.id: changed})).views["ar"]
    page = dict(statistics.pages(view))["statistics/days-at-the-bench/"]
    assert (meta(page)["lang"], meta(page)["dir"]) == ("en", "ltr")
    assert "ltr" in attributes(page, ".vw-body span", "dir")


def test_the_same_content_gives_the_same_pages() -> None:
    view = Site(catalog()).views["en"]
    assert {**dict(statistics.pages(view)), **dict(countries.pages(view))} == network_pages("en")
