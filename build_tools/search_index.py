"""Builds the search index with Pagefind over the finished pages; an index of unchanged pages is kept.

Beside Pagefind's files stand three of ours per language: `pages.<lang>.json` and `titles.<lang>.json` say which page a
result means and how it is called, `words.<lang>.json` lists the words of the pages, so that misspelled ones can be
corrected.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any

from build_tools.errors import DefectError

# Pagefind's older interfaces, which no page loads.
_UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*")
_SIGNATURE = b"pagefind_dcd"
_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_WORDS = 20_000


def search_index(pages: Path, store: Path, key: str) -> Path:
    """Return the folder with the index of the pages below `pages`, made anew unless `key` is that of the kept one.

    Raises:
        DefectError: Pagefind failed; its words are in the message.

    """
    kept = kept_index(store, key)
    if kept:
        return kept
    shutil.rmtree(store, ignore_errors=True)
    index = store / "pagefind"
    _run(pages, index)
    for path in (path for name in _UNUSED for path in index.glob(name)):
        path.unlink()
    _sort_entry_file(index / "pagefind-entry.json")
    _write_lists(index)
    (store / "key").write_text(_mark(key))
    return index


def kept_index(store: Path, key: str) -> Path | None:
    """Return the folder with the kept index if it is that of `key`."""
    mark = store / "key"
    return store / "pagefind" if mark.is_file() and mark.read_text() == _mark(key) else None


def _mark(key: str) -> str:
    """Return a key that changes with this module, too: then the index is made anew."""
    return f"{key} {sha256(Path(__file__).read_bytes()).hexdigest()}"


def _run(pages: Path, index: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index), "--silent"]
    result = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    if result.returncode:
        raise DefectError(f"the search index failed:\n{result.stdout}{result.stderr}")


def _sort_entry_file(path: Path) -> None:
    """Write the keys in order: Pagefind's own order differs from run to run, and builds must not."""
    _write(path, json.loads(path.read_text()))


def _write_lists(index: Path) -> None:
    """Write which pages the index has, how they are called, and which words they use, by language."""
    for lang in json.loads((index / "pagefind-entry.json").read_text())["languages"]:
        found = {path.stem: read_fragment(path) for path in sorted(index.glob(f"fragment/{lang}_*.pf_fragment"))}
        _write(index / f"pages.{lang}.json", {name: address_of(page["url"]) for name, page in found.items()})
        _write(index / f"titles.{lang}.json", {name: page["meta"].get("title", "") for name, page in found.items()})
        _write(index / f"words.{lang}.json", frequent_words(page["content"] for page in found.values()))


def read_fragment(path: Path) -> Mapping[str, Any]:
    """Return what the index says of one page: its `url` from the root of the site, its `content`, and more."""
    page: dict[str, Any] = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
    return page


def address_of(url: str) -> str:
    """Return the address below the folder of its language of a page such as `/en/practices/x/`."""
    return url.removeprefix("/").partition("/")[2]


def frequent_words(texts: Iterable[str]) -> list[str]:
    """Return the words of four letters or more in small letters, those that stand in most texts first."""
    counts = Counter(word for text in texts for word in set(_WORD.findall(text.lower())))
    return sorted(counts, key=lambda word: (-counts[word], word))[:_MOST_WORDS]


def _write(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")), encoding="utf-8")
