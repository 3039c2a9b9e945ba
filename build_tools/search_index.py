"""Builds the search index with Pagefind over the finished pages; an index of unchanged pages is kept."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from build_tools.errors import DefectError

# What pages load of the index by name.
SEARCH_FILES = frozenset({"pagefind/pagefind-component-ui.css", "pagefind/pagefind-component-ui.js"})


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
    _sort_entry_file(index / "pagefind-entry.json")
    (store / "key").write_text(key)
    return index


def kept_index(store: Path, key: str) -> Path | None:
    """Return the folder with the kept index if it is that of `key`."""
    mark = store / "key"
    return store / "pagefind" if mark.is_file() and mark.read_text() == key else None


def _run(pages: Path, index: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(pages), "--output-path", str(index), "--silent"]
    result = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    if result.returncode:
        raise DefectError(f"the search index failed:\n{result.stdout}{result.stderr}")


def _sort_entry_file(path: Path) -> None:
    """Write the keys in order: Pagefind's own order differs from run to run, and builds must not."""
    path.write_text(json.dumps(json.loads(path.read_text()), sort_keys=True, separators=(",", ":")))
