"""Finds the terms of vocabularies inside an entry: the fields that its model marks with `Term`."""

from collections.abc import Iterator
from typing import Any, get_args

from build_tools.model import Model, Term


def terms_of(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    """Return (path, vocabulary, term id) of every field marked with `Term` inside a model."""
    for name, info in type(value).model_fields.items():
        inner, here = getattr(value, name), (*path, info.alias or name)
        term = next((mark for mark in info.metadata if isinstance(mark, Term)), None)
        yield from _terms_of_field(inner, here, term or _item_term(info.annotation))


def _terms_of_field(inner: Any, path: tuple[str | int, ...], term: Term | None) -> Iterator[Any]:
    items = enumerate(inner) if isinstance(inner, list) else ((None, inner),)
    for index, item in items:
        here = path if index is None else (*path, index)
        if isinstance(item, Model):
            yield from terms_of(item, here)
        elif term and isinstance(item, str):
            yield here, term.vocabulary, item


def _item_term(annotation: Any) -> Term | None:
    for argument in get_args(annotation):
        for mark in getattr(argument, "__metadata__", ()):
            if isinstance(mark, Term):
                return mark
    return None
