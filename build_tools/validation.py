"""Turns data into models, and pydantic's errors into findings with words for people: one source of these messages."""

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.model import FRACTION, MODEL_ID, Model

_KEY = "[key]"  # pydantic's last step to a key that is wrong itself


def validate[M: Model](model: type[M], document: Document) -> tuple[M | None, list[Finding]]:
    """Return the data of a document as a model, or what is wrong with it, with places and remedies."""
    try:
        return model.model_validate(document.data), []
    except ValidationError as error:
        return None, [_schema_finding(model, document, fault) for fault in error.errors(include_url=False)]


def _schema_finding(model: type[Model], document: Document, fault: ErrorDetails) -> Finding:
    path = tuple(part for part in fault["loc"] if part not in ("function-after", _KEY))
    key = ".".join(str(part) for part in path) or "front matter"
    at_key = fault["type"] == "extra_forbidden" or _KEY in fault["loc"]
    place = document.key_position(path) if at_key else document.position(path)
    problem, remedy = _words(model, fault, key)
    return Finding(document.path, place.line, place.column, "schema", problem, remedy)


def _words(model: type[Model], fault: ErrorDetails, key: str) -> tuple[str, str]:
    """Return what is wrong and what to write instead, from pydantic's kind of error."""
    kind, context, given = fault["type"], fault.get("ctx", {}), fault["input"]
    if kind in _CUSTOM_REMEDIES:
        return fault["msg"], _CUSTOM_REMEDIES[kind]
    if kind in _TYPES:
        if kind == "string_type" and isinstance(given, bool):
            return f"`{key}` is a word that YAML reads as yes or no", "write it in quotes, such as 'NO'"
        return f"`{key}` is not {_TYPES[kind]}", _TYPE_REMEDIES[kind]
    if kind in _LENGTHS:
        problem, remedy, limit = _LENGTHS[kind]
        return problem.format(key=key, n=len(given)), remedy.format(limit=context[limit])
    return _words_on_keys_and_forms(model, fault, key)


def _words_on_keys_and_forms(model: type[Model], fault: ErrorDetails, key: str) -> tuple[str, str]:
    context, given = fault.get("ctx", {}), _shown(fault["input"])
    match fault["type"]:
        case "missing":
            return f"the key `{key}` is missing", f"add a line `{key.rpartition('.')[2]}:`"
        case "extra_forbidden":
            return f"the key `{key}` is not known here", f"delete it or use one of: {_keys(model, fault['loc'])}"
        case "string_pattern_mismatch":
            return f"`{key}` has the wrong form: {given}", _pattern_remedy(str(context["pattern"]))
        case "literal_error":
            return f"`{key}` is {given}", f"write {context['expected']}"
        case "greater_than_equal":
            return f"`{key}` is {given}", f"write a number from {context['ge']} on"
        case "less_than_equal":
            return f"`{key}` is {given}", f"write a number up to {context['le']}"
        case "greater_than":
            return f"`{key}` is {given}", f"write a number above {context['gt']}"
    return f"`{key}`: {fault['msg']}", f"see {model.example}"


_TYPES = {
    "string_type": "a text",
    "int_type": "a whole number",
    "float_type": "a number",
    "list_type": "a list",
    "dict_type": "a group of keys",
    "model_type": "a group of keys",
    "bool_type": "yes or no",
}
_TYPE_REMEDIES = {
    "string_type": "write a text, in quotes if it looks like a number, a date or a yes/no word",
    "int_type": "write a number without quotes and without a point",
    "float_type": "write a number without quotes",
    "list_type": 'write a list such as ["a", "b"], even for one item',
    "dict_type": "write `key: value` lines below it",
    "model_type": "write `key: value` lines below it",
    "bool_type": "write yes or no, without quotes",
}
_LENGTHS = {
    "string_too_long": ("`{key}` has {n} characters", "use at most {limit}", "max_length"),
    "string_too_short": ("`{key}` has {n} characters", "use at least {limit}", "min_length"),
    "too_short": ("`{key}` has {n} items", "give at least {limit}", "min_length"),
    "too_long": ("`{key}` has {n} items", "give at most {limit}", "max_length"),
}
_CUSTOM_REMEDIES = {
    "no_such_day": "write a day of the calendar, such as '2026-11-23'",
    "period_order": "write the first year as `start` and the last as `end`",
    "level_source": "add `source:` with the number of the source, or delete `from` and `to`",
    "grade_outcomes": "list the measured outcomes, or set the grade to described with outcomes: []",
    "share": "write a fraction up to 1, such as '2/3'",
    "band_order": "let the first band begin at 0 and every other one above the band before it",
    "core_roles": "write vet-provider and company, and learner if learners are asked",
}
_PATTERN_REMEDIES = (
    ("^20", "write a date as '2026-11-23'"),
    ("^https?", "write a whole web address that starts with https://"),
    ("^[A-Z]{2}$", "write the country's two capital letters in quotes, such as 'NO'"),
    ("^[0-9a-f]{12}", "take the value that `vetwork translations` prints for this page"),
    (r"^\S", "remove spaces at the start and the end, and line breaks"),
    ("^[a-z]{2,3}", "write a language code such as en"),
    (MODEL_ID, "write a name and a whole number, such as vetwork/1"),
    (FRACTION, "write a fraction in quotes, such as '2/3'"),
    ("^[a-z0-9]", "use small letters, digits and single hyphens"),
)


def _pattern_remedy(pattern: str) -> str:
    return next(
        (remedy for start, remedy in _PATTERN_REMEDIES if pattern.startswith(start)), f"it must match {pattern}"
    )


def _shown(value: Any) -> str:
    text = re.sub(r"\s+", " ", str(value))
    return f"`{text[:60]}…`" if len(text) > 60 else f"`{text}`"


def _keys(model: type[Model], path: tuple[str | int, ...]) -> str:
    known = [info.alias or name for name, info in model.model_fields.items()]
    return ", ".join(known) if len(path) == 1 else f"those of {model.example}"
