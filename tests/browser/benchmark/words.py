"""The words that a visitor reads in a language: strings of the interface, texts of the model."""

from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml

from tests.browser.conftest import REPOSITORY

STRINGS = REPOSITORY / "theme" / "interface" / "benchmark"
MODEL = REPOSITORY / "benchmark" / "model" / "vetwork-1"
LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "pl")


@dataclass(frozen=True)
class Words:
    """The words of one language."""

    strings: dict[str, str]
    texts: dict[str, Any]

    def say(self, key: str, **values: object) -> str:
        """Return a string of the interface with its {names} filled in."""
        text = self.strings[key]
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def role(self, role: str) -> str:
        """Return the name of a role."""
        return str(self.texts["roles"][role])

    def dimension(self, dimension: str) -> str:
        """Return the title of a dimension."""
        return str(self.texts["dimensions"][dimension]["title"])

    def indicator(self, indicator: str) -> str:
        """Return the title of an indicator."""
        return str(self.texts["indicators"][indicator]["title"])

    def question(self, indicator: str, role: str) -> str:
        """Return what a role is asked about an indicator."""
        return str(self.texts["indicators"][indicator]["questions"][role])

    def level(self, indicator: str, level: int) -> str:
        """Return what a level of an indicator says."""
        return str(self.texts["indicators"][indicator]["levels"][level])

    def area(self, area: str) -> str:
        """Return the name of an area of competence."""
        return str(self.texts["gap"]["areas"][area])


@cache
def words_of(lang: str) -> Words:
    """Return the words of a language."""
    return Words(_read(STRINGS / f"{lang}.yml"), _read(MODEL / f"{lang}.yml"))


def _read(path: Any) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))
