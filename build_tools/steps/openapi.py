"""The description of the open data for programs (OpenAPI 3.1), made from the forms that the data are written by.

It leaves room for keys and terms that later versions add: a program that checks data against an older description goes
on working.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from build_tools.addresses import OPEN_DATA
from build_tools.api_model import API, BENCHMARK_FILE, SCHEMA_VERSION, Answer, answers
from build_tools.api_records import LICENCE, package_address
from build_tools.api_tables import TABLES
from build_tools.views import Site

_SCHEMAS = "#/components/schemas/"
_PROMISE = (
    "Files of a static site: every address answers with the same bytes until the content changes. "
    "Within this version keys are only added, and so are terms of vocabularies; ids are never used for anything else. "
    "What has to go, goes with the next version, which stands beside this one for at least a year."
)


class _WrittenForm(GenerateJsonSchema):
    """Describes what is written: every key is there, and `ListOf[Resource]` is called `ListOfResource`."""

    def normalize_name(self, name: str) -> str:
        """Return a name of letters and digits."""
        return re.sub(r"\W", "", name)

    def field_is_required(self, *_: Any, **__: Any) -> bool:
        """Return that a key is there, also where the content need not give it."""
        return True


def files(site: Site) -> Mapping[str, str]:
    """Return the description at its address."""
    return {f"{API}openapi.json": json.dumps(_description(site), ensure_ascii=False, indent=1) + "\n"}


def _description(site: Site) -> dict[str, Any]:
    settings = site.catalog.settings
    paths, schemas = _forms(site.catalog.benchmark is not None)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{settings.site_name}: open data",
            "version": SCHEMA_VERSION,
            "description": _PROMISE,
            "license": {"name": LICENCE, "identifier": LICENCE},
        },
        "servers": [{"url": settings.site_url.rstrip("/")}],
        "externalDocs": {"url": settings.address(settings.languages[0], OPEN_DATA)},
        "paths": {**paths, **_other_paths(site)},
        "components": {"schemas": schemas},
    }


@cache
def _forms(has_benchmark: bool) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the paths of the JSON data and the schemas that they name."""
    given = [answer for answer in answers() if has_benchmark or answer.path != BENCHMARK_FILE]
    forms, schemas = models_json_schema(
        [(answer.form, "serialization") for answer in given],
        ref_template=f"{_SCHEMAS}{{model}}",
        schema_generator=_WrittenForm,
    )
    references = {form: schema["$ref"] for (form, _), schema in forms.items()}
    paths = {f"/{API}{answer.path}": _json_path(answer, references[answer.form]) for answer in given}
    return paths, _opened(schemas["$defs"])


def _json_path(answer: Answer, reference: str) -> dict[str, Any]:
    names = re.findall(r"\{(\w+)\}", answer.path)
    parameters = [{"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in names]
    return _path(answer.summary, "application/json", {"$ref": reference}, parameters)


def _other_paths(site: Site) -> dict[str, Any]:
    names = {"type": "string", "enum": [table.name for table in TABLES]}
    parameter = {"name": "table", "in": "path", "required": True, "schema": names}
    rows = "One table as CSV (RFC 4180, UTF-8, with a header)"
    package = "All tables and whole records in one file (Frictionless Data Package)"
    statistic = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    values = "The values of one official figure as CSV"
    return {
        f"/{API}csv/{{table}}.csv": _path(rows, "text/csv", {"type": "string"}, [parameter]),
        f"/{API}statistics/{{id}}.csv": _path(values, "text/csv", {"type": "string"}, [statistic]),
        f"/{package_address(site)}": _path(package, "application/zip", {}, []),
    }


def _path(summary: str, media_type: str, schema: dict[str, Any], parameters: list[dict[str, Any]]) -> dict[str, Any]:
    missing = {"404": {"description": "There is no such item"}} if parameters else {}
    found = {"200": {"description": summary, "content": {media_type: {"schema": schema}}}}
    return {"get": {"summary": summary, "parameters": parameters, "responses": {**found, **missing}}}


def _opened(node: Any) -> Any:
    """Return schemas without the ban on other keys, and without titles, which only repeat the names."""
    if isinstance(node, dict):
        kept = {key: inner for key, inner in node.items() if not (key == "title" and isinstance(inner, str))}
        return {key: _opened(inner) for key, inner in kept.items() if key != "additionalProperties" or inner}
    return [_opened(inner) for inner in node] if isinstance(node, list) else node
