"""The open data as JSON and CSV files below fixed addresses, an index of them all, and the log of their changes."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from build_tools.api_model import API, BENCHMARK_FILE, Envelope, ListOf, Resource
from build_tools.api_records import list_of, package_address, records
from build_tools.api_statistics import statistic_files
from build_tools.api_tables import csv_files
from build_tools.views import Site

CHANGES = Path(__file__).parents[2] / "CHANGELOG_API.md"
_SINGLE = {BENCHMARK_FILE: "benchmark-model", "translations.json": "translations"}


def files(site: Site) -> Mapping[str, str | bytes]:
    """Return every file below `API` except its description."""
    found = dict(records(site))
    tables = {f"{API}csv/{name}.csv": file.content for name, file in csv_files(site).items()}
    tables |= {f"{API}statistics/{name}.csv": file.content for name, file in statistic_files(site).items()}
    index = list_of(site, ListOf[Resource], [*_data(site, found), *_tables(site), *_others(site)])
    texts = {f"{API}{path}": _json(record) for path, record in {"index.json": index, **found}.items()}
    return {**texts, **tables, f"{API}CHANGELOG.md": CHANGES.read_text(encoding="utf-8")}


def _json(record: Envelope) -> str:
    return record.model_dump_json(by_alias=True) + "\n"


def _data(site: Site, found: Mapping[str, Envelope]) -> Iterator[Resource]:
    """Return the lists and single files; the files of single ones stand in their lists."""
    for path, record in found.items():
        name = path.removesuffix("/index.json") if path.endswith("/index.json") else _SINGLE.get(path)
        if name:
            yield _resource(site, name, f"{API}{path}", "application/json", record.count)


def _tables(site: Site) -> Iterator[Resource]:
    for name, file in csv_files(site).items():
        yield _resource(site, f"{name}.csv", f"{API}csv/{name}.csv", "text/csv", file.rows)


def _others(site: Site) -> Iterator[Resource]:
    yield _resource(site, "data-package", package_address(site), "application/zip", None)
    yield _resource(site, "openapi", f"{API}openapi.json", "application/json", None)
    yield _resource(site, "changelog", f"{API}CHANGELOG.md", "text/markdown", None)


def _resource(site: Site, name: str, path: str, media_type: str, count: int | None) -> Resource:
    return Resource(name=name, address=site.catalog.settings.address(path), media_type=media_type, count=count)
