"""A collector of faults that reads JSON values of the types the formats know.

Every reader returns a value of its type in any case, a stand-in when there was a fault: whoever reads throws the whole
away once there is one fault, and until then goes on to find the others.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from itertools import islice
from typing import Any

from vetwork_benchmark.errors import Fault, Path
from vetwork_benchmark.model import LEVELS

MOST_FAULTS = 200
_SHOWN = 60
_LARGEST = 1e9
_SURROGATE = re.compile("[\ud800-\udfff]")
_WORDS = {"None": "null", "True": "true", "False": "false"}


def shown(value: object) -> str:
    """Return what was found in a few characters: short values as they are, others by their kind."""
    if isinstance(value, dict | list):
        return "an object" if isinstance(value, dict) else "a list"
    if isinstance(value, int) and not -_LARGEST <= value <= _LARGEST:
        return "a very large number"
    text = value if isinstance(value, str) else _WORDS.get(str(value), str(value))
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", text[: _SHOWN + 1])
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class Faults(list[Fault]):
    """Faults in the order in which they were found: the first 200, so that a hostile file cannot make them endless."""

    def add(self, path: Path, code: str, problem: str, **values: str | int | float) -> None:
        """Add a fault."""
        self.extend([Fault(path, code, problem, values)])

    def extend(self, faults: Iterable[Fault]) -> None:
        """Add faults."""
        super().extend(islice(faults, MOST_FAULTS - len(self)))

    def mapping(self, value: object, path: Path) -> Mapping[str, Any]:
        """Return an object of any keys."""
        if isinstance(value, dict):
            return value
        self.add(path, "not-an-object", f"this must be an object in braces, not {shown(value)}", found=shown(value))
        return {}

    def keys(
        self, value: Mapping[str, Any], path: Path, allowed: Collection[str], required: Collection[str] = ()
    ) -> None:
        """Add a fault for each key that is missing or not allowed."""
        for key in required:
            if key not in value:
                self.add(path, "missing-key", f"`{key}` is missing", key=key)
        for key in islice((key for key in value if key not in allowed), MOST_FAULTS):
            problem = f"`{shown(key)}` is not known here; possible: {', '.join(allowed)}"
            self.add((*path, shown(key)), "unknown-key", problem, key=shown(key))

    def items(self, value: object, path: Path, most: int) -> list[Any]:
        """Return a list of at most so many items."""
        if not isinstance(value, list):
            self.add(path, "not-a-list", f"this must be a list in brackets, not {shown(value)}", found=shown(value))
            return []
        if len(value) > most:
            self.add(path, "too-large", f"at most {most} items are allowed, not {len(value)}", limit=most)
            return []
        return value

    def text(self, value: object, path: Path, limit: int) -> str:
        """Return a text of at most so many characters."""
        if not isinstance(value, str) or _SURROGATE.search(value):
            self.add(path, "not-text", f"this must be text, not {shown(value)}", found=shown(value))
            return ""
        if len(value) > limit:
            self.add(path, "text-too-long", f"at most {limit} characters are allowed, not {len(value)}", limit=limit)
        return value

    def level(self, value: object, path: Path) -> int:
        """Return a level: the whole number 0, 1, 2, 3 or 4 (`true` and `1.0` are none)."""
        if type(value) is int and value in LEVELS:
            return value
        self.add(path, "not-a-level", f"write a whole number from 0 to 4, not {shown(value)}", found=shown(value))
        return 0

    def whole(self, value: object, path: Path, least: int, most: int) -> int:
        """Return a whole number in a range."""
        if type(value) is int and least <= value <= most:
            return value
        problem = f"write a whole number from {least} to {most}, not {shown(value)}"
        self.add(path, "not-a-whole-number", problem, found=shown(value), least=least, most=most)
        return least

    def number(self, value: object, path: Path, least: float = -_LARGEST, most: float = _LARGEST) -> float:
        """Return a finite number in a range."""
        if isinstance(value, int | float) and type(value) is not bool and least <= value <= most:
            return float(value)
        problem = f"write a number from {least:g} to {most:g}, not {shown(value)}"
        self.add(path, "not-a-number", problem, found=shown(value), least=least, most=most)
        return max(least, 1.0)
