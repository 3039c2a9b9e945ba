"""JSON Schemas of every kind of file, for editors, forms and other programs: generated from the content model."""

import json
from collections.abc import Mapping
from typing import Any

from build_tools.benchmark_model import BenchmarkModel, BenchmarkTexts
from build_tools.load import Catalog
from build_tools.model import KINDS, Model, Translation
from build_tools.statistics_model import Statistic
from build_tools.views import Site


def files(site: Site) -> Mapping[str, str]:
    """Return one JSON Schema per kind of file; vocabularies appear as their closed lists of ids."""
    return {f"schemas/{name}": text for name, text in schema_files(site.catalog).items()}


def schema_files(catalog: Catalog) -> dict[str, str]:
    """Return the JSON Schemas by file name."""
    models: dict[str, type[Model]] = {**KINDS, "translation": Translation, "statistic": Statistic}
    if catalog.settings.extra.benchmark:
        models |= {"benchmark-model": BenchmarkModel, "benchmark-texts": BenchmarkTexts}
    return {
        f"{name}.schema.json": json.dumps(_schema(catalog, name, model), indent=2, ensure_ascii=False) + "\n"
        for name, model in models.items()
    }


def scorer_model(catalog: Catalog) -> dict[str, str]:
    """Return the model as the package of the scorer carries it, by file name; nothing without a benchmark."""
    if catalog.benchmark is None:
        return {}
    name = catalog.benchmark.folder.rpartition("/")[2]
    return {f"{name}.json": json.dumps(catalog.benchmark.data, indent=1, ensure_ascii=False) + "\n"}


def _schema(catalog: Catalog, name: str, model: Any) -> dict[str, Any]:
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": catalog.settings.address("schemas", f"{name}.schema.json"),
        **model.model_json_schema(by_alias=True),
    }
    _close_lists(schema, catalog)
    return schema


def _close_lists(node: Any, catalog: Catalog) -> None:
    """Add the ids of a vocabulary as `enum` wherever a field names one."""
    if isinstance(node, dict):
        if vocabulary := node.get("x-vocabulary"):
            node["enum"] = list(catalog.vocabularies.get(vocabulary, {}))
        for inner in list(node.values()):
            _close_lists(inner, catalog)
    elif isinstance(node, list):
        for inner in node:
            _close_lists(inner, catalog)
