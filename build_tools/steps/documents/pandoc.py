"""Runs pandoc: the only module that names `pypandoc`."""

import json
import os
import subprocess
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from build_tools.errors import DefectError
from build_tools.steps.documents.nodes import Node, Nodes

# What Python-Markdown reads on the site and nothing else: no HTML, no attributes, no mathematics, no citations.
_MARKDOWN = "markdown_strict-raw_html" + "".join(
    f"+{extension}" for extension in ("all_symbols_escapable", "footnotes", "intraword_underscores", "pipe_tables")
)
_RAW = ("RawBlock", "RawInline")


@cache
def _program() -> str:
    from pypandoc import get_pandoc_path  # imported here so that `vetwork check` starts fast

    return str(get_pandoc_path())


def read_markdown(text: str) -> Nodes:
    """Return the blocks of a checked Markdown body.

    Raises:
        DefectError: pandoc failed, or found code of another format, which the checks should have refused.

    """
    read: dict[str, Any] = json.loads(_read(text))
    blocks: Nodes = read["blocks"]
    return blocks


@lru_cache(maxsize=512)
def _read(text: str) -> str:
    """Return the nodes of a body as JSON: every format of a document asks for the same."""
    read = run_pandoc(["--from", _MARKDOWN, "--to", "json"], text.encode()).decode()
    if any(f'"t":"{name}"' in read for name in _RAW):
        raise DefectError(f"a body that was checked holds code of another format:\n{text[:200]}")
    return read


def write_document(document: Node, form: str, options: Sequence[str] = (), day: int = 0) -> bytes:
    """Return a document in a format of pandoc; `day` is the time that its files carry, in seconds since 1970."""
    arguments = ["--from", "json", "--to", form, "--output", "-", *options]
    return run_pandoc(arguments, json.dumps(document).encode(), day)


def run_pandoc(arguments: Sequence[str], data: bytes = b"", day: int = 0) -> bytes:
    """Return what pandoc writes to its standard output.

    Raises:
        DefectError: pandoc failed or warned; its words are in the message.

    """
    command = [_program(), "--data-dir", os.devnull, *arguments]
    env = {**os.environ, "SOURCE_DATE_EPOCH": str(day)}
    result = subprocess.run(command, input=data, env=env, capture_output=True, check=False)
    if result.returncode or result.stderr:
        raise DefectError(f"pandoc failed: {' '.join(arguments)}\n{result.stderr.decode(errors='replace')}")
    return result.stdout
