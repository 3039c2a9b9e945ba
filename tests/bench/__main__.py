"""`make bench`: prints a table and writes `build/bench.json`; leaves with 1 when a bar does not hold."""

import argparse
import os
import sys

from tests.bench.baseline import MKDOCS
from tests.bench.machine import Moment, share_of_others
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
    say = _Progress()
    rows = (quick_rows if quick else all_rows)(say)
    say("done")
    print(as_table(rows))
    print(
        f"other programs used {share_of_others(say.start, say.last, os.cpu_count() or 1):.0%} of the machine meanwhile"
    )
    RESULT.write_text(as_json(rows), encoding="utf-8")
    return 0 if all(row.holds for row in rows) else 1


class _Progress:
    """Says what comes next, when, and how much of the machine other programs used up to then."""

    def __init__(self) -> None:
        self.start = self.last = Moment()

    def __call__(self, line: str) -> None:
        now = Moment()
        share = share_of_others(self.last, now, os.cpu_count() or 1)
        print(f"[{now.clock - self.start.clock:4.0f} s, others {share:4.0%}] {line}", file=sys.stderr, flush=True)
        self.last = now


if __name__ == "__main__":
    sys.exit(main())
