"""The files of the open data: their places, and the index of them."""

import json

from build_tools.steps import api, openapi
from tests.unit.open_data_samples import form_of, page, site, validator


def test_the_index_names_every_file_that_no_list_names() -> None:
    files = api.files(site(page()))
    index = json.loads(files["api/v1/index.json"])
    addresses = {it["address"].removeprefix("https://test.example/") for it in index["data"]}
    items = {path for path in files if path.startswith(("api/v1/pages/", "api/v1/vocabularies/"))}
    lists = {path for path in items if path.endswith("/index.json")}
    others = {"api/v1/openapi.json", "downloads/test-network-data.zip"}
    assert addresses == files.keys() - (items - lists) - {"api/v1/index.json"} | others
    assert index["count"] == len(index["data"])


def test_json_is_text_in_utf_8_with_a_line_end_and_tables_are_bytes() -> None:
    for path, content in api.files(site(page())).items():
        assert isinstance(content, bytes) == path.endswith(".csv"), path
        if isinstance(content, str):
            assert content.endswith("\n"), path


def test_two_runs_give_the_same_files() -> None:
    assert api.files(site(page())) == api.files(site(page()))


def test_every_json_file_has_the_form_that_is_described() -> None:
    subject = site(page())
    description = json.loads(openapi.files(subject)["api/v1/openapi.json"])
    for path, content in api.files(subject).items():
        if path.endswith(".json"):
            form = form_of(description, f"/{path}")
            assert form, path
            validator(description, form).validate(json.loads(content))


def test_the_log_of_changes_is_published_and_names_the_version() -> None:
    log = api.files(site())["api/v1/CHANGELOG.md"]
    assert isinstance(log, str)
    assert f"\n## {json.loads(str(api.files(site())['api/v1/index.json']))['schema_version']}, 20" in log
