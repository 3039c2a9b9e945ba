"""The runtime of the browser: made once per state of its inputs, and the same bytes wherever it is made."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest

from build_tools import runtime as module
from build_tools.errors import DefectError
from build_tools.runtime import PACKAGE, PYODIDE, Runtime, runtime
from build_tools.runtime_archives import undate_archive, write_archive, write_library
from tests.conftest import REPOSITORY

# Two modules of the standard library that no start without this scorer needs.
SCORER = """
import json
import statistics


class Session:
    def __init__(self, model_json):
        self.model = json.loads(model_json)

    def call(self, method, arguments_json):
        import colorsys

        return json.dumps({"result": statistics.mean(json.loads(arguments_json))})
"""
WHEEL = "vetwork_benchmark-1.0.0-cp313-none-any.whl"


def write_scorer(folder: Path, scorer: str = SCORER) -> Path:
    """Write a package like the scorer's, but small."""
    (folder / "vetwork_benchmark").mkdir(parents=True)
    shutil.copy(PACKAGE / "pyproject.toml", folder)
    (folder / "vetwork_benchmark" / "__init__.py").write_text("")
    (folder / "vetwork_benchmark" / "calls.py").write_text(scorer)
    return folder


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_scorer(tmp_path_factory.mktemp("package") / "benchmark")


@pytest.fixture(scope="module")
def made(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Runtime:
    return runtime(package, tmp_path_factory.mktemp("store"))


def digests(made: Runtime) -> dict[str, str]:
    return {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in made.files.items()}


def test_all_parts_are_there_and_nothing_else(made: Runtime) -> None:
    names = {path.rpartition("/")[2] for path in made.files}
    core = {"pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm", "pyodide-lock.json", "python_stdlib.zip"}
    assert names == core | {"empty.zip", "snapshot.bin", WHEEL}
    assert all(path.startswith(f"assets/pyodide/{made.digest}/") for path in made.files)
    assert [path.name for path in made.folder.parent.iterdir()] == [made.digest]


def test_the_lock_lists_our_wheel_alone_with_its_hash(made: Runtime) -> None:
    lock = json.loads((made.folder / "pyodide-lock.json").read_text())
    [entry] = lock["packages"].values()
    assert entry["file_name"] == WHEEL
    assert entry["sha256"] == hashlib.sha256((made.folder / WHEEL).read_bytes()).hexdigest()
    assert lock["info"] == json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]


def test_the_wheel_is_compiled(made: Runtime) -> None:
    with zipfile.ZipFile(made.folder / WHEEL) as wheel:
        names = wheel.namelist()
    assert "vetwork_benchmark/calls.pyc" in names
    assert [name for name in names if name.endswith(".py")] == []


def test_the_library_holds_what_the_scorer_imports_and_little_else(made: Runtime) -> None:
    with zipfile.ZipFile(made.folder / "python_stdlib.zip") as library:
        names = set(library.namelist())
    assert {"colorsys.pyc", "json/__init__.pyc", "statistics.pyc", "traceback.pyc", "zipfile/__init__.pyc"} <= names
    assert names.isdisjoint({"argparse.pyc", "doctest.pyc", "unittest/mock.pyc"})


def test_another_process_on_another_machine_makes_the_same_bytes(package: Path, made: Runtime, tmp_path: Path) -> None:
    arguments = f"Path({str(package)!r}), Path('.')"
    code = f"from pathlib import Path; from build_tools.runtime import runtime; runtime({arguments})"
    other = {"TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "5", "PYTHONPATH": str(REPOSITORY)}
    subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env={**os.environ, **other}, check=True)
    assert digests(Runtime(made.digest, tmp_path / made.digest)) == digests(made)


def test_a_kept_runtime_is_there_at_once(package: Path, made: Runtime) -> None:
    before = digests(made)
    start = perf_counter()
    again = runtime(package, made.folder.parent)
    assert perf_counter() - start < 0.05
    assert again == made
    assert digests(again) == before


def add_module(folder: Path) -> None:
    (folder / "vetwork_benchmark" / "more.py").write_text("")


def change_module(folder: Path) -> None:
    (folder / "vetwork_benchmark" / "calls.py").write_text(f"{SCORER}\n")


def rename_module(folder: Path) -> None:
    (folder / "vetwork_benchmark" / "__init__.py").rename(folder / "vetwork_benchmark" / "init.py")


def change_project(folder: Path) -> None:
    (folder / "pyproject.toml").write_text("[project]\n")


@pytest.mark.parametrize("change", [add_module, change_module, rename_module, change_project])
def test_the_digest_follows_the_package(tmp_path: Path, change: Callable[[Path], None]) -> None:
    folder = write_scorer(tmp_path / "benchmark")
    before = module._digest(folder)
    change(folder)
    assert module._digest(folder) != before


def test_the_digest_follows_the_tools(package: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = module._digest(package)
    monkeypatch.setattr(module, "version", lambda name: f"{name} 0")
    assert module._digest(package) != before


def test_the_digest_does_not_see_what_python_leaves_behind(tmp_path: Path) -> None:
    folder = write_scorer(tmp_path / "benchmark")
    before = module._digest(folder)
    (folder / "vetwork_benchmark" / "__pycache__").mkdir()
    (folder / "vetwork_benchmark" / "__pycache__" / "calls.cpython-313.pyc").write_bytes(b"")
    (folder / "snapshot.mjs").write_text("")
    assert module._digest(folder) == before


def test_a_scorer_that_cannot_be_imported_is_a_defect_with_the_words_of_the_tool(tmp_path: Path) -> None:
    folder = write_scorer(tmp_path / "benchmark", "import no_such_module")
    with pytest.raises(DefectError, match="No module named 'no_such_module'"):
        runtime(folder, tmp_path / "store")
    assert list((tmp_path / "store").iterdir()) == []


def test_a_missing_part_is_a_defect_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(DefectError, match=r"pyproject\.toml; run `make setup`"):
        runtime(tmp_path, tmp_path / "store")


def test_archives_show_no_time(tmp_path: Path) -> None:
    path = tmp_path / "dated.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a.txt", "a")
    undate_archive(path)
    write_archive(tmp_path / "plain.zip", {"a.txt": b"a"})
    assert path.read_bytes() == (tmp_path / "plain.zip").read_bytes()


def test_the_library_runs_without_docstrings_and_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        b'"""Doc."""\ndef double(n):\n    """Return it twice."""\n    def twice(): return 2 * n\n    return twice()\n'
    )
    write_archive(tmp_path / "source.zip", {"doubling.py": source, "other.py": b""})
    write_library(tmp_path / "source.zip", ["doubling.py"], tmp_path / "library.zip")
    monkeypatch.syspath_prepend(str(tmp_path / "library.zip"))
    import doubling  # type: ignore[import-not-found]

    assert doubling.double(21) == 42
    assert (doubling.__doc__, doubling.double.__doc__) == (None, None)
    assert zipfile.ZipFile(tmp_path / "library.zip").namelist() == ["doubling.pyc"]
