"""Records: what they say of texts, states, dates and licences."""

from typing import Any

import pytest

from build_tools.api_records import (
    content_date,
    licences,
    organisations,
    package_address,
    records,
    vocabularies,
    whole_record,
)
from build_tools.load import Source, Translated
from build_tools.model import Practice
from tests.conftest import GOOD_PRACTICE
from tests.unit.open_data_samples import PAGE, german, page, site
from tests.unit.samples import SETTINGS, source

BODY = "\nSiehe [den Anfang](../pages/home.md#top).\n"


def record(*subjects: Source | Translated) -> dict[str, Any]:
    found = whole_record(site(*subjects), next(it for it in subjects if isinstance(it, Source)))
    return found.model_dump(by_alias=True)


def practice(text: str = GOOD_PRACTICE, slug: str = "a-practice") -> Source:
    return source(text, f"content/practices/{slug}.md")


@pytest.mark.parametrize(
    ("body", "state", "text"),
    [
        (None, "missing", None),
        ("", "summary-only", None),
        (BODY, "current", "Siehe [den Anfang](https://test.example/de/#top)."),
    ],
)
def test_each_language_has_its_state_and_its_own_texts_only(body: str | None, state: str, text: str | None) -> None:
    original = page()
    found = record(original, *([] if body is None else [german(original, body)]))
    assert found["languages"]["de"]["state"] == state
    assert list(found["texts"]) == (["en"] if state == "missing" else ["en", "de"])
    if state != "missing":
        assert found["texts"]["de"] == {
            "title": "Eine Seite Text",
            "summary": "Eine Seite, die es nur in Tests gibt und sonst nirgends.",
            "body": text,
            "innovative_elements": None,
            "outcomes": None,
        }


def test_a_state_says_how_the_translation_was_made_and_where_the_page_is() -> None:
    original = page()
    assert record(original, german(original))["languages"] == {
        "en": {
            "state": "source",
            "stale": False,
            "method": None,
            "reviewed": None,
            "page": "https://test.example/en/a-page/",
        },
        "de": {
            "state": "summary-only",
            "stale": False,
            "method": "human",
            "reviewed": True,
            "page": "https://test.example/de/a-page/",
        },
    }


def test_a_translation_that_was_overtaken_says_so() -> None:
    old, new = page(), page(text=PAGE.replace("A page of text", "Another title"))
    state = whole_record(site(new, german(old)), new).languages["de"]
    assert (state.state, state.stale) == ("summary-only", True)


def test_links_and_images_of_a_body_lead_to_the_site_from_anywhere() -> None:
    assert record(page())["texts"]["en"]["body"] == (
        "See [the start](https://test.example/en/#top) and ![a dot](https://test.example/media/pages/dot.png), "
        "or <https://example.org/>."
    )


def test_the_fields_of_a_practice_are_those_of_its_file() -> None:
    original = practice()
    found = record(original)
    assert original.document.data.keys() <= found["entry"].keys()
    assert Practice.model_validate(found["entry"]) == original.entry
    english = found["texts"]["en"]
    assert english["outcomes"] == [it["statement"] for it in original.document.data["outcomes"]]
    assert english["innovative_elements"] == original.document.data["innovative_elements"]


def test_a_list_has_every_entry_in_short_and_names_its_record() -> None:
    original = page()
    found = dict(records(site(original, german(original))))["pages/index.json"].model_dump()
    assert (found["count"], [item["slug"] for item in found["data"]]) == (2, ["a-page", "home"])
    assert found["data"][0]["titles"] == {"en": "A page of text", "de": "Eine Seite Text"}
    assert found["data"][0]["item"] == "https://test.example/api/v1/pages/a-page.json"
    assert found["licence"] == "CC-BY-4.0 AND CC0-1.0"


def test_every_kind_has_its_list_also_without_entries() -> None:
    found = {path: envelope.count for path, envelope in records(site())}
    folders = ("practices", "guidelines", "recommendations", "pages", "organisations")
    assert [found[f"{folder}/index.json"] for folder in folders] == [0, 0, 0, 1, 0]
    assert "benchmark/model.json" not in found


@pytest.mark.parametrize(
    ("dates", "newest"),
    [
        ('added: "2026-02-02"', "2026-02-02"),
        ('added: "2026-02-02"\nreviewed: "2027-01-01"', "2027-01-01"),
        ('added: "2025-02-02"', "2026-01-01"),
    ],
)
def test_the_date_of_the_content_is_the_newest_of_all(dates: str, newest: str) -> None:
    head = PAGE.replace('added: "2026-01-01"\nreviewed: "2026-03-05"', dates)
    assert content_date(site(page(text=head))) == newest


def test_an_entry_without_licence_in_a_list_leaves_the_licence_of_the_site() -> None:
    assert licences([]) == ["CC-BY-4.0"]
    assert licences([page(), page("b-page"), practice()]) == ["CC-BY-4.0", "CC0-1.0"]


def test_terms_have_their_labels_in_every_language_in_the_order_of_the_vocabulary() -> None:
    found = vocabularies(site())
    grades = [(term.id, term.labels["de"]) for term in found["evidence-grades"]]
    assert grades[0] == ("independent-study", "Durch eine unabhängige Studie gemessen")
    countries = {term.id: term.labels for term in found["countries"]}
    assert countries["AT"] == {"en": "Austria", "de": "Österreich"}
    assert countries["EU"]["en"] == "Several European countries"
    assert {"UN", "XA", "ZZ"}.isdisjoint(countries)


def test_the_states_are_counted_per_language() -> None:
    one, two = page(), page("b-page")
    found = dict(records(site(one, german(one), two)))["translations.json"].model_dump()
    assert found["data"]["counts"] == {"en": {"source": 3}, "de": {"missing": 2, "summary-only": 1}}
    assert found["count"] == len(found["data"]["entries"]) == 3


def test_an_organisation_has_its_practices() -> None:
    one = organisations(site(practice(), practice(slug="b-practice")))[0]
    assert one.practices == ["a-practice", "b-practice"]
    assert one.page == f"https://test.example/en/organisations/{one.slug}/"


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Nour Skills Network", "downloads/nour-skills-network-data.zip"),
        ("Réseau d'essai", "downloads/reseau-dessai-data.zip"),
    ],
)
def test_the_package_has_the_name_of_the_site(name: str, address: str) -> None:
    settings = type(SETTINGS)(**{**vars(SETTINGS), "site_name": name})
    assert package_address(site(settings=settings)) == address
