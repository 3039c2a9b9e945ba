"""File names are ids: well formed, used once, never shadowed by an alias, and in the folder of their language."""

import re
from collections.abc import Iterator

from build_tools.addresses import HOME, RESERVED_PAGES
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.model import SLUG

NAME = "ids"
SCOPE = "catalog"


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return file names that cannot be ids, aliases used twice, and languages that do not fit their folder."""
    if HOME not in catalog.sources:
        yield Finding("content/pages/home.md", 1, 1, NAME, "the home page is missing or broken", "write it")
    for source in catalog.sources.values():
        yield from _name(source)
        yield from _reserved(source)
        yield from _language(source, catalog)
    yield from _aliases(catalog)
    for translated in catalog.translations.values():
        yield from _name(translated)
        yield from _translation(translated, catalog)


def _name(subject: Source | Translated) -> Iterator[Finding]:
    if not re.fullmatch(SLUG, subject.slug):
        remedy = "name the file with small letters, digits and single hyphens, such as de-my-practice.md"
        yield Finding(subject.document.path, 1, 1, NAME, f"the file name `{subject.slug}` is not an id", remedy)


def _reserved(source: Source) -> Iterator[Finding]:
    if _is_taken(source.kind, source.slug):
        yield Finding(
            source.document.path, 1, 1, NAME, f"the address `{source.slug}` is taken", "give the file another name"
        )
    for index, alias in enumerate(source.entry.aliases):
        if _is_taken(source.kind, alias):
            place = source.document.position(("aliases", index))
            yield Finding(source.document.path, *place, NAME, f"the address `{alias}` is taken", "delete this alias")


def _is_taken(kind: str, slug: str) -> bool:
    """Return whether something else has this address: the pages of a long list are numbered, its data are the index."""
    return slug in RESERVED_PAGES if kind == "page" else slug.isdigit() or slug == "index"


def _language(source: Source, catalog: Catalog) -> Iterator[Finding]:
    if source.entry.lang not in catalog.settings.languages:
        place = source.document.position(("lang",))
        languages = ", ".join(catalog.settings.languages)
        problem = f"the site has no language `{source.entry.lang}`"
        yield Finding(source.document.path, *place, NAME, problem, f"write one of: {languages}")


def _aliases(catalog: Catalog) -> Iterator[Finding]:
    taken = {key: source.document.path for key, source in catalog.sources.items()}
    for source in catalog.sources.values():
        for index, alias in enumerate(source.entry.aliases):
            key = (source.kind, alias)
            if key in taken:
                place = source.document.position(("aliases", index))
                problem = f"the alias `{alias}` belongs to {taken[key]}"
                yield Finding(source.document.path, *place, NAME, problem, "delete it; an id is used once for ever")
            taken[key] = source.document.path


def _translation(translated: Translated, catalog: Catalog) -> Iterator[Finding]:
    path = translated.document.path
    source = catalog.sources.get((translated.kind, translated.slug))
    if translated.lang not in catalog.settings.languages:
        languages = ", ".join(catalog.settings.languages)
        yield Finding(
            path, 1, 1, NAME, f"the folder `{translated.lang}` is no language of the site", f"use one of: {languages}"
        )
    elif source is None:
        yield Finding(
            path, 1, 1, NAME, "there is no entry of this name to translate", "give it the file name of the original"
        )
    elif source.entry.lang == translated.lang:
        yield Finding(path, 1, 1, NAME, "the original is in this language already", "correct the original instead")
