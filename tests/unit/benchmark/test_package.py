"""The package as others see it."""

import subprocess
import sys
import tomllib

import vetwork_benchmark
from tests.conftest import REPOSITORY


def test_everything_named_is_there() -> None:
    assert vetwork_benchmark.__all__ == sorted(vetwork_benchmark.__all__)
    assert all(hasattr(vetwork_benchmark, name) for name in vetwork_benchmark.__all__)


def test_version_is_that_of_the_wheel() -> None:
    text = (REPOSITORY / "benchmark" / "pyproject.toml").read_text(encoding="utf-8")
    assert tomllib.loads(text)["project"]["version"] == vetwork_benchmark.__version__


def test_start_loads_no_slow_module() -> None:
    slow = "{'random', 'statistics', 'pandas', 'numpy', 'yaml', 'build_tools'}"
    code = f"import sys, vetwork_benchmark.calls; print({slow} & set(sys.modules))"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "set()\n"
