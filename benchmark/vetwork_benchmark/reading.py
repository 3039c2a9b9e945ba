"""JSON text from outside, read without guessing and without risk: strict numbers, limited depth."""

import re
from json import loads
from typing import NoReturn

from vetwork_benchmark.errors import AnswerError, Fault, Json

MOST_DEPTH = 50
_SAFE_DEPTH = 300
# A string that does not end is one mark too, so that no text is walked twice.
_MARK = re.compile(r'"(?:[^"\\]|\\.)*+["\\]?|[\[\]{}]', re.DOTALL)
_STEP = {"[": 1, "{": 1, "]": -1, "}": -1}


def read_json(text: str) -> Json:
    """Return the value of a JSON text.

    Raises:
        AnswerError: it is not JSON (`NaN` and `Infinity` are not), or nests deeper than 50 levels.

    """
    if text.count("[") + text.count("{") > _SAFE_DEPTH and _depth(text) > MOST_DEPTH:
        raise _not_json(f"nests deeper than {MOST_DEPTH} levels")
    try:
        value: Json = loads(text, parse_constant=_refuse)
    except ValueError as error:
        raise _not_json(str(error)) from None
    return value


def _depth(text: str) -> int:
    """Return the deepest nesting, found without recursion: deep texts end the stack of the browser."""
    depth = deepest = 0
    for mark in _MARK.finditer(text):
        depth += _STEP.get(mark.group(), 0)
        deepest = max(deepest, depth)
    return deepest


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not a number in JSON")


def _not_json(why: str) -> AnswerError:
    return AnswerError([Fault((), "not-json", f"this is not JSON: {why}")])
