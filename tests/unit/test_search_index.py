"""What is read from the index for the search: addresses of pages, and the words that they use."""

import gzip
import json
from pathlib import Path

import pytest

from build_tools import search_index


@pytest.mark.parametrize(
    ("url", "address"),
    [("/en/practices/x/", "practices/x/"), ("/en/", ""), ("/pt-BR/about/", "about/")],
)
def test_the_address_stands_below_the_folder_of_the_language(url: str, address: str) -> None:
    assert search_index.address_of(url) == address


def test_words_of_most_texts_come_first_then_the_alphabet_decides() -> None:
    texts = ["Wind and wind, the mill", "A mill in the wind", "Éolienne; zebra 2026 word2word"]
    assert search_index.frequent_words(texts) == ["mill", "wind", "word", "zebra", "éolienne"]


def test_a_fragment_is_read_with_and_without_its_signature(tmp_path: Path) -> None:
    page = {"url": "/en/", "content": "Text"}
    for signature in (b"pagefind_dcd", b""):
        (tmp_path / "x.pf_fragment").write_bytes(gzip.compress(signature + json.dumps(page).encode()))
        assert search_index.read_fragment(tmp_path / "x.pf_fragment") == page


def test_an_index_is_kept_for_its_key_alone(tmp_path: Path) -> None:
    (tmp_path / "key").write_text(search_index._mark("a"))
    assert search_index.kept_index(tmp_path, "a") == tmp_path / "pagefind"
    assert search_index.kept_index(tmp_path, "b") is None
    assert search_index.kept_index(tmp_path / "elsewhere", "a") is None


def test_an_index_of_an_earlier_version_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("a")
    assert search_index.kept_index(tmp_path, "a") is None
