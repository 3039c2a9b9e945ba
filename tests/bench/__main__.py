"""`make bench`: prints a table and writes `build/bench.json`; leaves with 1 when a bar does not hold."""

import argparse
import os
import sys
from collections.abc import Callable
from time import perf_counter

from tests.bench.baseline import MKDOCS
from tests.bench.measures import all_rows, quick_rows
from tests.bench.rows import as_json, as_table
from tests.bench.sites import WORK

RESULT = WORK.parent / "bench.json"


def main() -> int:
    """Measure, print, write; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="only what a writer waits for, at the real content")
    quick = parser.parse_args().quick
    if not quick and not MKDOCS.is_file():
        print("the baseline has no environment yet: run `make bench`", file=sys.stderr)
        return 2
    rows = (quick_rows if quick else all_rows)(_progress())
    print(as_table(rows))
    RESULT.write_text(as_json(rows), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


def _progress() -> Callable[[str], None]:
    """Return a function that says what is going on, when, and how busy the machine is."""
    start = perf_counter()

    def say(line: str) -> None:
        print(f"[{perf_counter() - start:4.0f} s, load {os.getloadavg()[0]:.1f}] {line}", file=sys.stderr, flush=True)

    return say


if __name__ == "__main__":
    sys.exit(main())
