"""The description of the open data: valid, open for later keys, with nothing that the site does not have."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import ValidationError
from openapi_spec_validator import OpenAPIV31SpecValidator

from build_tools.steps import api, openapi
from tests.unit.open_data_samples import page, site, validator

SUBJECT = site(page())
DESCRIPTION: dict[str, Any] = json.loads(openapi.files(SUBJECT)["api/v1/openapi.json"])


def schemas(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        yield node
        node = list(node.values())
    for inner in node if isinstance(node, list) else ():
        yield from schemas(inner)


def test_the_description_is_valid() -> None:
    assert list(OpenAPIV31SpecValidator(DESCRIPTION).iter_errors()) == []


def test_the_validator_sees_a_fault() -> None:
    broken = {**DESCRIPTION, "paths": {"/no/{name}": {"get": {"responses": {}}}}}
    assert list(OpenAPIV31SpecValidator(broken).iter_errors()) != []


def test_later_keys_and_terms_fit_the_description() -> None:
    for schema in schemas(DESCRIPTION["components"]["schemas"]):
        assert schema.get("additionalProperties") is not False
        assert "x-vocabulary" not in schema or "enum" not in schema


def test_a_key_that_is_missing_or_not_described_is_found() -> None:
    file = json.loads(api.files(SUBJECT)["api/v1/pages/a-page.json"])
    check = validator(DESCRIPTION, "#/components/schemas/OneWholePage")
    check.validate(file)
    for broken in ({**file, "more": 1}, {key: value for key, value in file.items() if key != "licence"}):
        with pytest.raises(ValidationError):
            check.validate(broken)


def test_every_form_and_every_address_has_a_name_without_signs() -> None:
    assert all(re.fullmatch("[A-Za-z]+", name) for name in DESCRIPTION["components"]["schemas"])
    assert {"WholePractice", "ListOfShortPractice", "OneWholePractice"} <= DESCRIPTION["components"]["schemas"].keys()


def test_every_address_without_a_name_in_it_is_there() -> None:
    fixed = {path.removeprefix("/") for path in DESCRIPTION["paths"] if "{" not in path}
    assert fixed - api.files(SUBJECT).keys() == {"downloads/test-network-data.zip"}
    assert "api/v1/benchmark/model.json" not in fixed


def test_the_address_of_the_site_stands_without_a_slash_at_its_end() -> None:
    assert DESCRIPTION["servers"] == [{"url": "https://test.example"}]
