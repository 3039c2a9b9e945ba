"""Real information needs find the practice that a reader of its dossier expects, however the words are spelled."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Opener
from tests.browser.search_box import results_of

CASES = Path(__file__).resolve().parents[1] / "cases" / "search-needs.json"
NEEDS: list[dict[str, Any]] = json.loads(CASES.read_text(encoding="utf-8"))


def spellings() -> Iterator[tuple[str, str, list[str]]]:
    """Return language, words and expected practices of every need, as it should be spelled and as it is misspelled."""
    for need in NEEDS:
        for words in (need["words"], *need["variants"]):
            yield need["lang"], words, need["expected"]


def test_there_are_ten_needs_in_many_languages_and_misspellings_of_them() -> None:
    assert len(NEEDS) >= 10
    assert {need["lang"] for need in NEEDS} == {"en", "de", "es", "fr", "it", "pt", "nl", "pl"}
    assert sum(bool(need["variants"]) for need in NEEDS) >= 10


@pytest.mark.parametrize(("lang", "words", "expected"), list(spellings()))
def test_a_need_finds_its_practices_in_the_first_three_results(
    reuse_page: Opener, lang: str, words: str, expected: list[str]
) -> None:
    page = reuse_page(f"{lang}/search/")
    found = results_of(page, words)[:3]
    assert {f"/{lang}/practices/{slug}/" for slug in expected} <= set(found), found
