"""The two archives that Python in the browser reads: a trimmed standard library and the wheel of the scorer.

Both hold compiled modules and are the same bytes whenever they are made from the same sources.
"""

import importlib.util
import marshal
import sys
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import CodeType

_HEAD = importlib.util.MAGIC_NUMBER + bytes(12)  # no flags; the sources whose time and size would follow are not there


def write_archive(target: Path, files: Mapping[str, bytes]) -> None:
    """Write a zip file that shows neither the time nor the machine of its making."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)


def undate_archive(path: Path) -> None:
    """Write a zip file again without the times in it."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    write_archive(path, files)


def write_library(source: Path, names: Iterable[str], target: Path) -> None:
    """Write the modules `names` of the standard library in `source`, compiled, without docstrings and line numbers.

    A traceback through them still names file and function. Which of the strings in compiled code count as shared
    depends on what the process has loaded before: for the same bytes run this file as a program of its own.
    """
    with zipfile.ZipFile(source) as archive:
        modules = {f"{name}c": _compiled(archive.read(name), name) for name in sorted(names)}
    write_archive(target, modules)


def _compiled(source: bytes, name: str) -> bytes:
    code = compile(source, f"/lib/python313.zip/{name}", "exec", dont_inherit=True, optimize=2)
    return _HEAD + marshal.dumps(_without_lines(code))


def _without_lines(code: CodeType) -> CodeType:
    constants = tuple(_without_lines(item) if isinstance(item, CodeType) else item for item in code.co_consts)
    return code.replace(co_linetable=b"", co_consts=constants)


if __name__ == "__main__":
    write_library(Path(sys.argv[1]), sys.argv[3:], Path(sys.argv[2]))
