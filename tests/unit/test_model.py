from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from build_tools.model import (
    FOLDERS,
    KINDS,
    Evidence,
    IndicatorLink,
    Model,
    Organisation,
    Page,
    Period,
    Practice,
    Source,
    Translation,
)
from build_tools.terms import terms_of
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import source

GOOD_SOURCE = {"n": 1, "title": "A title", "publisher": "A press", "url": "https://a.example/", "year": 2020}
GOOD_PAGE = {"lang": "en", "title": "A page", "summary": "A summary of some length.", "added": "2026-01-31"}
MODELS: dict[str, type[BaseModel]] = {**KINDS, "translation": Translation}


def practice_data(**changes: Any) -> dict[str, Any]:
    return {**source(GOOD_PRACTICE, "content/practices/a.md").document.data, **changes}


def faults(model: type[Model], data: dict[str, Any]) -> list[tuple[str, str]]:
    with pytest.raises(ValidationError) as caught:
        model.model_validate(data)
    return [(".".join(map(str, fault["loc"])), fault["type"]) for fault in caught.value.errors()]


def test_kinds_and_folders_name_the_same_models() -> None:
    assert list(KINDS) == ["practice", "guideline", "recommendation", "page"]
    assert list(FOLDERS) == ["practices", "guidelines", "recommendations", "pages"]
    assert list(KINDS.values()) == list(FOLDERS.values())


@pytest.mark.parametrize("name", MODELS)
def test_an_empty_object_is_refused(name: str) -> None:
    with pytest.raises(ValidationError) as caught:
        MODELS[name].model_validate({})
    missing = {fault["loc"][0] for fault in caught.value.errors() if fault["type"] == "missing"}
    assert missing == set(MODELS[name].model_json_schema()["required"])


@pytest.mark.parametrize("name", MODELS)
def test_an_unknown_key_is_refused(name: str) -> None:
    assert MODELS[name].model_json_schema()["additionalProperties"] is False


@pytest.mark.parametrize("change", [{"reviewed": "2026-12-01"}, {"aliases": ["old-name"]}, {"sources": [GOOD_SOURCE]}])
def test_page_with_optional_fields_passes(change: dict[str, Any]) -> None:
    assert Page.model_validate({**GOOD_PAGE, **change}).title == "A page"


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"lang": "EN"}, ("lang", "string_pattern_mismatch")),
        ({"lang": False}, ("lang", "string_type")),
        ({"title": "Four"}, ("title", "string_too_short")),
        ({"title": "x" * 121}, ("title", "string_too_long")),
        ({"title": " A page"}, ("title", "string_pattern_mismatch")),
        ({"title": "A page "}, ("title", "string_pattern_mismatch")),
        ({"title": "A page\nwith two lines"}, ("title", "string_pattern_mismatch")),
        ({"summary": "x" * 301}, ("summary", "string_too_long")),
        ({"summary": "x" * 19}, ("summary", "string_too_short")),
        ({"added": "2026-1-1"}, ("added", "string_pattern_mismatch")),
        ({"added": "2026-13-01"}, ("added", "string_pattern_mismatch")),
        ({"added": "1926-01-01"}, ("added", "string_pattern_mismatch")),
        ({"added": None}, ("added", "string_type")),
        ({"licence": "MIT"}, ("licence", "literal_error")),
        ({"aliases": ["Old"]}, ("aliases.0", "string_pattern_mismatch")),
        ({"aliases": ["a" * 81]}, ("aliases.0", "string_too_long")),
        ({"aliases": "old"}, ("aliases", "list_type")),
        ({"sources": [{**GOOD_SOURCE, "n": 0}]}, ("sources.0.n", "greater_than_equal")),
        ({"sources": [{**GOOD_SOURCE, "n": "1"}]}, ("sources.0.n", "int_type")),
        ({"sources": [{**GOOD_SOURCE, "n": True}]}, ("sources.0.n", "int_type")),
        ({"sources": [{**GOOD_SOURCE, "n": 1.0}]}, ("sources.0.n", "int_type")),
        ({"sources": [{**GOOD_SOURCE, "year": 1899}]}, ("sources.0.year", "greater_than_equal")),
        ({"sources": [{**GOOD_SOURCE, "url": "javascript:alert(1)"}]}, ("sources.0.url", "string_pattern_mismatch")),
        ({"sources": [{**GOOD_SOURCE, "url": "https://a b"}]}, ("sources.0.url", "string_pattern_mismatch")),
        ({"sources": [{**GOOD_SOURCE, "url": 'https://a"b'}]}, ("sources.0.url", "string_pattern_mismatch")),
        ({"sources": [{**GOOD_SOURCE, "archived": "x"}]}, ("sources.0.archived", "string_pattern_mismatch")),
        ({"sources": [{}]}, ("sources.0.n", "missing")),
        ({"sources": ["x"]}, ("sources.0", "model_type")),
        ({"extra": 1}, ("extra", "extra_forbidden")),
    ],
)
def test_page_with_a_wrong_field_is_refused(change: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(Page, {**GOOD_PAGE, **change})[0] == fault


@pytest.mark.parametrize("date", ["2026-02-30", "2026-02-29", "2026-04-31"])
def test_day_that_no_calendar_has_is_refused(date: str) -> None:
    assert [place for place, _ in faults(Page, {**GOOD_PAGE, "added": date})] == ["added"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"countries": []}, ("countries", "too_short")),
        ({"countries": [False]}, ("countries.0", "string_type")),
        ({"countries": ["de"]}, ("countries.0", "string_pattern_mismatch")),
        ({"countries": ["DEU"]}, ("countries.0", "string_pattern_mismatch")),
        ({"eqf_levels": [9]}, ("eqf_levels.0", "less_than_equal")),
        ({"indicators": [{"id": "x"}] * 7}, ("indicators", "too_long")),
        ({"period": {"start": 2020}}, ("period.end", "missing")),
        ({"period": {"start": 2020, "end": 2019}}, ("period", "period_order")),
        ({"outcomes": []}, ("", "grade_outcomes")),
        ({"evidence": {"grade": "described", "reason": "None was found."}}, ("", "grade_outcomes")),
        ({"indicators": [{"id": "x", "from": 1, "to": 2}]}, ("indicators.0", "level_source")),
        ({"indicators": [{"id": "x", "from_level": 1}]}, ("indicators.0.from_level", "extra_forbidden")),
        ({"indicators": [{"id": "x", "to": 5, "source": 1}]}, ("indicators.0.to", "less_than_equal")),
        ({"sources": []}, ("sources", "too_short")),
    ],
)
def test_practice_with_a_wrong_field_is_refused(change: dict[str, Any], fault: tuple[str, str]) -> None:
    assert faults(Practice, practice_data(**change)) == [fault]


@pytest.mark.parametrize(("start", "end"), [(2015, 2024), (2020, 2020), (None, 2020), (2020, None), (None, None)])
def test_period_in_order_passes(start: int | None, end: int | None) -> None:
    assert Period.model_validate({"start": start, "end": end}).end == end


def test_described_practice_without_outcomes_passes() -> None:
    evidence = {"grade": "described", "reason": "None was found."}
    practice = Practice.model_validate(practice_data(evidence=evidence, outcomes=[]))
    assert list(practice.cited_outside_body()) == []


def test_levels_with_their_source_pass() -> None:
    link = IndicatorLink.model_validate({"id": "x", "from": 0, "to": 3, "source": 2})
    assert (link.from_level, link.to_level, link.source) == (0, 3, 2)


def test_numbers_that_fields_cite_come_with_their_paths() -> None:
    indicators = [{"id": "x"}, {"id": "y", "from": 1, "source": 9}]
    practice = Practice.model_validate(practice_data(indicators=indicators))
    expected = [(("outcomes", 0, "source"), 3), (("outcomes", 1, "source"), 4), (("indicators", 1, "source"), 9)]
    assert list(practice.cited_outside_body()) == expected
    assert list(Page.model_validate(GOOD_PAGE).cited_outside_body()) == []


def test_terms_come_with_path_and_vocabulary() -> None:
    organisation = Organisation.model_validate({"name": "A school", "role": "vet-provider"})
    assert list(terms_of(organisation)) == [(("role",), "organisation-roles", "vet-provider")]
    evidence = Evidence.model_validate({"grade": "described", "reason": "None."})
    assert list(terms_of(evidence)) == [(("grade",), "evidence-grades", "described")]
    assert list(terms_of(Source.model_validate(GOOD_SOURCE))) == []


def test_every_term_of_a_practice_is_found() -> None:
    found = list(terms_of(Practice.model_validate(practice_data())))
    assert {vocabulary for _, vocabulary, _ in found} == {
        "evidence-grades",
        "indicators",
        "organisation-roles",
        "phases",
        "sectors",
        "statuses",
        "target-groups",
        "themes",
        "tracks",
        "wbl-models",
    }
    assert (("organisations", 3, "role"), "organisation-roles", "public-authority") in found
    assert (("themes", 1), "themes", "quality-assurance") in found
    assert (("indicators", 0, "id"), "indicators", "validation-of-prior-and-informal-learning") in found


def test_json_schema_names_the_vocabulary() -> None:
    schema = Practice.model_json_schema(by_alias=True)
    assert schema["properties"]["themes"]["items"]["x-vocabulary"] == "themes"
    assert set(schema["$defs"]["IndicatorLink"]["properties"]) == {"id", "from", "to", "source"}


def test_translation_holds_texts_only() -> None:
    data = {
        "title": "Ein Titel",
        "summary": "Eine Zusammenfassung mit Länge.",
        "source_hash": "0123456789ab-0123456789ab",
        "translation": {"method": "machine", "reviewed": False},
    }
    assert Translation.model_validate(data).outcomes is None
    assert faults(Translation, {**data, "countries": ["DE"]}) == [("countries", "extra_forbidden")]
    assert faults(Translation, {**data, "source_hash": "x"}) == [("source_hash", "string_pattern_mismatch")]
    method = {"translation": {"method": "guessed", "reviewed": False}}
    assert faults(Translation, {**data, **method}) == [("translation.method", "literal_error")]
