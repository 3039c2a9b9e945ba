"""All open data in one file: tables with their schemas, whole records, and a description of both.

The form is a Data Package of the Frictionless standard, version 2 (https://datapackage.org). No time of day is in it:
the same content gives the same bytes.
"""

import hashlib
import io
import json
from collections.abc import Iterator, Mapping
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from pydantic_core import to_json

from build_tools.addresses import OPEN_DATA
from build_tools.api_model import LICENCE_ADDRESSES, SCHEMA_VERSION
from build_tools.api_records import benchmark_data, content_date, licences, package_address, whole_record
from build_tools.api_statistics import statistics, whole_statistic
from build_tools.api_table_forms import Column, Table
from build_tools.api_tables import TABLES, csv_files
from build_tools.model import KINDS
from build_tools.organisations import slug_of
from build_tools.views import Site

_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
# Half the time of the usual level, for a file that is six percent larger.
_COMPRESSION = 4
_EARLIEST = (1980, 1, 1, 0, 0, 0)
_UNIX = 3
_READABLE_BY_ALL = 0o644 << 16


def files(site: Site) -> Mapping[str, bytes]:
    """Return the package at its address."""
    tables = {f"csv/{name}.csv": file.content for name, file in csv_files(site).items()}
    records = dict(_records(site))
    resources = [_table(table, tables[f"csv/{table.name}.csv"]) for table in TABLES]
    resources += [_resource(path, content, "json") for path, content in records.items()]
    description = json.dumps(_description(site, resources), ensure_ascii=False, indent=1) + "\n"
    return {package_address(site): _zip({"datapackage.json": description.encode(), **tables, **records})}


def _records(site: Site) -> Iterator[tuple[str, bytes]]:
    for kind, model in KINDS.items():
        records = [whole_record(site, source) for source in site.catalog.of_kind(kind)]
        yield f"json/{model.folder}.json", to_json(records, by_alias=True)
    yield "json/statistics.json", to_json([whole_statistic(site, series) for series in statistics(site)])
    if benchmark := benchmark_data(site):
        yield "json/benchmark-model.json", to_json(benchmark, by_alias=True)


def _description(site: Site, resources: list[dict[str, Any]]) -> dict[str, Any]:
    settings = site.catalog.settings
    named = licences(site.catalog.sources.values())
    return {
        "$schema": _PROFILE,
        "name": f"{slug_of(settings.site_name)}-data",
        "title": settings.site_name,
        "description": "The practices and other entries of the site; values stand as they were written there.",
        "homepage": settings.address(settings.languages[0], OPEN_DATA),
        "version": SCHEMA_VERSION,
        "content_date": content_date(site),
        "licenses": [{"name": licence, "path": LICENCE_ADDRESSES[licence]} for licence in named],
        "sources": [{"title": settings.site_name, "path": settings.site_url}],
        "resources": resources,
    }


def _table(table: Table, content: bytes) -> dict[str, Any]:
    reference = {"resource": TABLES[0].name, "fields": TABLES[0].key}
    foreign = {"foreignKeys": [{"fields": [table.practice], "reference": reference}]} if table.practice else {}
    return {
        **_resource(f"csv/{table.name}.csv", content, "csv"),
        "type": "table",
        "description": table.description,
        "dialect": {"delimiter": ",", "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True},
        "schema": {"fields": [_field(column) for column in table.columns], "primaryKey": table.key, **foreign},
    }


def _resource(path: str, content: bytes, form: str) -> dict[str, Any]:
    return {
        "name": path.rpartition("/")[2].removesuffix(f".{form}") + ("" if form == "csv" else "-records"),
        "path": path,
        "format": form,
        "mediatype": "text/csv" if form == "csv" else "application/json",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }


def _field(column: Column) -> dict[str, Any]:
    about = {"description": column.description} if column.description else {}
    return {"name": column.name, "type": column.type, **about, "constraints": {"required": column.required}}


def _zip(contents: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as archive:
        for path, content in sorted(contents.items()):
            info = ZipInfo(path, _EARLIEST)
            info.create_system, info.external_attr, info.compress_type = _UNIX, _READABLE_BY_ALL, ZIP_DEFLATED
            archive.writestr(info, content, compresslevel=_COMPRESSION)
    return packed.getvalue()
