"""Times the command `vetwork` as a user starts it: a new process each time, on the site in `root`."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

REPOSITORY = Path(__file__).resolve().parents[2]
_CHECKED = re.compile(r"checked \d+ entries")
_PRINTED = re.compile(r"[\w-]+: printed \d+ of (\d+) pages")


@dataclass(frozen=True)
class Build:
    """A finished build: its seconds, those of the render step alone, and the number of pages."""

    whole: float
    rendering: float
    pages: int


def command(root: Path, *arguments: str) -> list[str]:
    """Return the command line of `vetwork` for a site."""
    return [sys.executable, "-m", "build_tools", "--root", str(root), *arguments]


def timed_check(root: Path) -> float:
    """Return the seconds of `vetwork check`."""
    start = perf_counter()
    subprocess.run(command(root, "check"), cwd=REPOSITORY, check=True, capture_output=True)
    return perf_counter() - start


def cold_build(root: Path) -> Build:
    """Return the times of a build without anything left from builds before."""
    for folder in ("build", "site"):
        shutil.rmtree(root / folder, ignore_errors=True)
    return timed_build(root)


def timed_build(root: Path) -> Build:
    """Return the times of `vetwork build`; the moments of its progress lines part the render step from the rest."""
    start = perf_counter()
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE}
    with subprocess.Popen(command(root, "build"), cwd=REPOSITORY, text=True, **streams) as process:  # type: ignore[call-overload]
        lines = [(perf_counter() - start, line) for line in process.stderr]
    whole = perf_counter() - start
    if process.returncode:
        raise RuntimeError(f"vetwork build failed in {root}:\n{''.join(line for _, line in lines)}")
    return read_progress(whole, lines)


def read_progress(whole: float, lines: Sequence[tuple[float, str]]) -> Build:
    """Return what the progress lines of a build tell, each with the moment at which it came."""
    checked = next(moment for moment, line in lines if _CHECKED.match(line))
    printed = [(moment, int(match[1])) for moment, line in lines if (match := _PRINTED.match(line))]
    return Build(whole, printed[-1][0] - checked, sum(pages for _, pages in printed))


def median_of(times: int, measure: Callable[[], float]) -> float:
    """Return the median of several measurements."""
    return median(measure() for _ in range(times))


def median_build(builds: Sequence[Build]) -> Build:
    """Return the build whose two times are the medians of those of several builds."""
    return Build(median(b.whole for b in builds), median(b.rendering for b in builds), builds[0].pages)
