"""Interface strings and vocabularies are complete: the same keys and the same {names} in every language."""

import re
from collections.abc import Iterator, Mapping

from build_tools.errors import Finding
from build_tools.load import Catalog, Strings, interface_files
from build_tools.markdown import NOT_PLAIN

NAME = "interface"
SCOPE = "catalog"

_FIELD = re.compile(r"\{[a-z_]+\}")


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return strings and labels that a language lacks, has too many, or has with other {names}."""
    yield from _strings(catalog, catalog.interface)
    if catalog.settings.extra.benchmark:
        yield from _strings(catalog, catalog.benchmark_strings, "benchmark")
    for vocabulary, terms in sorted(catalog.vocabularies.items()):
        path = f"content/vocabularies/{vocabulary}.yml"
        for term, labels in terms.items():
            yield from _labels(catalog, path, term, labels)


def _strings(catalog: Catalog, strings: Mapping[str, Strings], part: str = "") -> Iterator[Finding]:
    reference = strings[_reference(catalog, strings)]
    for lang in catalog.settings.languages:
        path = _path(catalog, lang, part)
        for key, text in reference.items():
            own = strings[lang].get(key)
            if own is None:
                yield Finding(path, 1, 1, NAME, f"the string `{key}` is missing", f"add its translation of “{text}”")
            elif sorted(_FIELD.findall(own)) != sorted(_FIELD.findall(text)):
                names = ", ".join(_FIELD.findall(text)) or "no names in braces"
                yield Finding(
                    path, *_place(catalog, path, key), NAME, f"`{key}` has other names in braces", f"use {names}"
                )
        for key in sorted(set(strings[lang]) - set(reference)):
            yield Finding(
                path, *_place(catalog, path, key), NAME, f"`{key}` is not a string of the interface", "delete it"
            )


def _reference(catalog: Catalog, strings: Mapping[str, Strings]) -> str:
    """Return the language with the most strings, the default language first: the one that the others follow."""
    return max(catalog.settings.languages, key=lambda lang: len(strings[lang]))


def _path(catalog: Catalog, lang: str, part: str) -> str:
    files = interface_files(catalog.settings, lang, part)
    own = catalog.settings.content / "interface" / part / f"{lang}.yml"
    return catalog.settings.relative(files[0] if files else own)


def _labels(catalog: Catalog, path: str, term: str, labels: object) -> Iterator[Finding]:
    place = _place(catalog, path, term)
    if not isinstance(labels, dict):
        yield Finding(path, *place, NAME, f"`{term}` has no labels", "write one line per language below it")
        return
    for lang in catalog.settings.languages:
        label = labels.get(lang)
        if not isinstance(label, str) or not label.strip():
            yield Finding(path, *place, NAME, f"`{term}` has no label in `{lang}`", f'add a line {lang}: "..."')
        elif NOT_PLAIN.search(label):
            yield Finding(path, *place, NAME, f"the label of `{term}` in `{lang}` has HTML in it", "write plain text")


def _place(catalog: Catalog, path: str, key: str) -> tuple[int, int]:
    document = catalog.documents.get(path)
    return document.key_position((key,)) if document else (1, 1)
