"""A small site with every state of a translation, and the forms that its open data must have."""

from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from build_tools.load import Source, Strings, Translated, load
from build_tools.settings import Settings, read_settings
from build_tools.translations import source_hash
from build_tools.views import Site
from tests.conftest import HOME, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

PAGE = """---
lang: en
title: "A page of text"
summary: "A page that exists in tests and nowhere else."
licence: CC0-1.0
added: "2026-01-01"
reviewed: "2026-03-05"
---

See [the start](../pages/home.md#top) and ![a dot](images/dot.png), or <https://example.org/>.
"""


@cache
def strings() -> dict[str, Strings]:
    """Return the interface of the project."""
    interface = load(read_settings(REPOSITORY)).interface
    return {lang: interface[lang] for lang in SETTINGS.languages}


def page(slug: str = "a-page", text: str = PAGE) -> Source:
    return source(text, f"content/pages/{slug}.md")


def german(original: Source, body: str = "") -> Translated:
    """Return a translation that is up to date; without a body it has title and summary alone."""
    head = TRANSLATION_HEAD.replace("000000000000-000000000000", source_hash(original))
    return translated(head + body, original.document.path.replace("/pages/", "/pages/de/"))


def site(*subjects: Source | Translated, settings: Settings = SETTINGS) -> Site:
    """Return a site of these entries and translations, with a home page."""
    found = catalog(source(HOME, "content/pages/home.md"), *subjects, settings=settings)
    found.interface = strings()
    return Site(found)


def closed(node: Any) -> Any:
    """Return schemas under which every key must be described."""
    if isinstance(node, dict):
        inner = {key: closed(value) for key, value in node.items()}
        return {"additionalProperties": False, **inner} if "properties" in inner else inner
    return [closed(value) for value in node] if isinstance(node, list) else node


def validator(description: dict[str, Any], reference: str) -> Draft202012Validator:
    """Return a validator of one form of an OpenAPI description; a key that is not described is a fault."""
    components = {"schemas": closed(description["components"]["schemas"])}
    return Draft202012Validator({"$ref": reference, "components": components})


def form_of(description: dict[str, Any], path: str) -> str | None:
    """Return the form that the description gives for the JSON file at a path, or None."""
    for pattern, operations in description["paths"].items():
        start, _, end = pattern.partition("{")
        end = end.partition("}")[2]
        middle = path.removeprefix(start).removesuffix(end)
        if path == pattern or (end and path == f"{start}{middle}{end}" and "/" not in middle and middle != "index"):
            content = operations["get"]["responses"]["200"]["content"]
            return str(content["application/json"]["schema"]["$ref"]) if "application/json" in content else None
    return None
