"""What is measured, and the bars of issues 2, 3 and 4 that each figure is held to."""

import shutil
from collections.abc import Callable
from pathlib import Path

from build_tools.settings import read_settings
from tests.bench.baseline import timed_baseline, warm_up, write_baseline
from tests.bench.documents import document_rows
from tests.bench.processes import Build, cold_build, median_build, median_of, timed_build, timed_check
from tests.bench.rows import Row
from tests.bench.scorer import scorer_rows
from tests.bench.search import search_rows
from tests.bench.serving import Change, median_change
from tests.bench.sites import a_practice, copy_of_site
from tests.bench.synthetic import LANGUAGES, synthetic_site

RUNS = 3
SIZES = {250: 3, 1_000: 1, 4_000: 1}  # number of practices: number of runs

type Say = Callable[[str], None]


def quick_rows(say: Say) -> list[Row]:
    """Measure what a writer waits for, at the real content."""
    root = copy_of_site("real")
    say("a first build")
    cold_build(root)
    return _writing_rows(root, say)


def all_rows(say: Say) -> list[Row]:
    """Measure everything: the real content beside the baseline, the scorer, then growing synthetic sites."""
    root = copy_of_site("real")
    rows = [*_baseline_rows(root, say), *_writing_rows(root, say)]
    shutil.rmtree(root)
    return [*rows, *document_rows(say), *scorer_rows(say), *search_rows(say), *_growth_rows(say)]


def _baseline_rows(root: Path, say: Say) -> list[Row]:
    """Measure cold builds and the baseline in turn, so that a busy moment of the machine falls on both."""
    say("warming up the baseline")
    timed_check(root)
    warm_up(root)
    folder = write_baseline(root)
    ours, theirs = [], []
    for run in range(1, RUNS + 1):
        say(f"cold build and baseline, run {run} of {RUNS}")
        ours.append(cold_build(root))
        theirs.append(timed_baseline(folder))
    shutil.rmtree(folder)
    build, baseline = median_build(ours), sorted(theirs)[RUNS // 2]
    return [
        Row("render all languages", build.rendering, "s", baseline, 0.5),
        Row("whole build, cold", build.whole, "s", baseline, 0.75),
    ]


def _writing_rows(root: Path, say: Say) -> list[Row]:
    say("no-change build")
    unchanged = median_of(RUNS, lambda: timed_build(root).whole)
    say("vetwork check")
    checking = median_of(RUNS, lambda: timed_check(root))
    say("one-file change")
    change = median_change(root, a_practice(root), read_settings(root).languages, RUNS)
    return [
        Row("no-change build", unchanged, "s", bar=3),
        Row("check of all content", checking, "s", bar=3),
        *_change_rows("one-file change", change, viewed_bar=3),
    ]


def _change_rows(name: str, change: Change, viewed_bar: float) -> list[Row]:
    return [
        Row(f"{name}, viewed language", change.viewed, "s", bar=viewed_bar),
        Row(f"{name}, all languages", change.everywhere, "s", bar=10),
        Row(f"{name}, search index", change.searchable, "s"),
    ]


def _growth_rows(say: Say) -> list[Row]:
    costs, change = {}, None
    for size, runs in SIZES.items():
        say(f"{size:,} synthetic practices in two languages")
        root = synthetic_site(f"synthetic-{size}", size)
        costs[size] = cost_per_page(median_build([_said(cold_build(root), say) for _ in range(runs)]))
        if size == max(SIZES):
            say(f"one-file change at {size:,}")
            change = median_change(root, a_practice(root), LANGUAGES, RUNS)
        shutil.rmtree(root)
    assert change
    return [*_change_rows(f"one-file change at {max(SIZES):,}", change, viewed_bar=6), *cost_rows(costs)]


def _said(build: Build, say: Say) -> Build:
    say(f"  {build.pages} pages in {build.whole:.1f} s, of which {build.rendering:.1f} s rendering")
    return build


def cost_per_page(build: Build) -> float:
    """Return the milliseconds that one page of a cold whole build takes."""
    return 1000 * build.whole / build.pages


def cost_rows(costs: dict[int, float]) -> list[Row]:
    """Return the cost at every size, compared with that at the smallest; the largest one has a bar."""
    smallest, largest = min(costs), max(costs)
    return [
        Row(
            f"cost per page at {size:,} practices",
            cost,
            "ms",
            baseline=None if size == smallest else costs[smallest],
            bar=1.25 if size == largest else None,
        )
        for size, cost in costs.items()
    ]
