import json
import os
from pathlib import Path

import pytest

from build_tools.build import check
from build_tools.settings import read_settings
from tests.bench.machine import Moment, busy_seconds, share_of_others
from tests.bench.measures import cost_per_page, cost_rows
from tests.bench.processes import Build, median_build, read_progress
from tests.bench.rows import Row, as_json, as_table
from tests.bench.scorer import before_python, native_rows, percentile_95
from tests.bench.serving import with_sentence
from tests.bench.synthetic import WORDS_IN_BODY, Stock, practices, translations
from tests.conftest import REPOSITORY, SiteWriter

STOCK = Stock(REPOSITORY / "content")


@pytest.mark.parametrize(
    ("row", "ratio", "holds"),
    [
        (Row("no bar", 99, "s"), None, True),
        (Row("value on the bar", 3, "s", bar=3), None, True),
        (Row("value over the bar", 3.01, "s", bar=3), None, False),
        (Row("ratio on the bar", 5, "s", baseline=10, bar=0.5), 0.5, True),
        (Row("ratio over the bar", 6, "s", baseline=10, bar=0.5), 0.6, False),
        (Row("ratio without a bar", 30, "s", baseline=10), 3.0, True),
    ],
    ids=lambda value: value.name if isinstance(value, Row) else "",
)
def test_a_bar_limits_the_ratio_where_there_is_a_baseline(row: Row, ratio: float | None, holds: bool) -> None:
    assert (row.ratio, row.holds) == (ratio, holds)


def test_json_has_the_keys_of_the_contract() -> None:
    text = as_json([Row("whole build", 5, "s", baseline=20, bar=0.75), Row("check", 1.23456, "s")])
    assert json.loads(text) == {
        "rows": [
            {
                "name": "whole build",
                "value": 5,
                "unit": "s",
                "baseline": 20,
                "ratio": 0.25,
                "bar": 0.75,
                "holds": True,
            },
            {
                "name": "check",
                "value": 1.235,
                "unit": "s",
                "baseline": None,
                "ratio": None,
                "bar": None,
                "holds": True,
            },
        ]
    }


def test_table_aligns_figures_and_says_which_bar_fails() -> None:
    rows = [Row("whole build", 5, "s", 20, 0.75), Row("check", 12, "s", bar=3), Row("cost", 1.5, "ms")]
    assert as_table(rows).splitlines() == [
        "               value  baseline  ratio     bar  holds",
        "whole build   5.00 s   20.00 s   0.25  x 0.75    yes",
        "check        12.00 s                      3 s     NO",
        "cost         1.50 ms",
    ]


def test_progress_lines_part_rendering_from_the_rest() -> None:
    lines = [
        (0.5, "checked 97 entries and 630 translations (0.5 s)\n"),
        (2.0, "en: printed 178 of 178 pages (1.5 s)\n"),
        (4.5, "pt-BR: printed 0 of 178 pages (2.5 s)\n"),
        (6.0, "finished 356 pages: search index, last gate, swap (1.5 s)\n"),
    ]
    assert read_progress(6.5, lines) == Build(whole=6.5, rendering=4.0, pages=356)


def test_medians_are_taken_of_each_time_by_itself() -> None:
    builds = [Build(10, 9, 5), Build(30, 1, 5), Build(20, 2, 5)]
    assert median_build(builds) == Build(20, 2, 5)


def test_only_the_largest_size_is_held_to_the_smallest() -> None:
    costs = {250: cost_per_page(Build(5, 3, 500)), 1000: 11.0, 4000: 13.0}
    rows = [(row.value, row.ratio, row.bar, row.holds) for row in cost_rows(costs)]
    assert rows == [(10.0, None, None, True), (11.0, 1.1, None, True), (13.0, 1.3, 1.25, False)]


def test_scripts_count_up_to_the_first_file_of_pyodide() -> None:
    page = ["/en/benchmark/", "/assets/site.js", "/assets/benchmark/1/main.js", "/assets/benchmark/1/model.json"]
    later = ["/assets/pyodide/1/pyodide.mjs", "/assets/benchmark/1/results.js", "/assets/pyodide/1/pyodide.asm.js"]
    assert before_python(page + later) == ["/assets/site.js", "/assets/benchmark/1/main.js"]


def test_the_95th_percentile_leaves_out_the_slowest_twentieth() -> None:
    assert percentile_95([*range(101)]) == 95
    assert percentile_95([7.0] * 60) == 7


def test_native_scoring_is_measured_with_and_without_the_gap_module() -> None:
    said: list[str] = []
    without, with_gap = native_rows(said.append, files=20)
    assert (without.bar, with_gap.bar) == (500, None)
    assert min(without.value, with_gap.value) > 0
    assert said == ["20 answer files without a browser"]


def test_a_sentence_is_added_to_the_first_section(good_practice: str) -> None:
    before, after = good_practice.splitlines(), with_sentence(good_practice, "Measured.").splitlines()
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    assert [new.removeprefix(old) for old, new in changed] == [" Measured."]


def test_synthetic_practices_are_marked_and_have_400_words() -> None:
    text = practices(STOCK, 1)["content/practices/synthetic-practice-0001.md"]
    body = text.rpartition("\n---\n")[2]
    assert "Synthetic practice 0001" in text
    assert body.count("This text is synthetic.") == body.count("\n## ")
    assert WORDS_IN_BODY <= len(body.split()) <= WORDS_IN_BODY * 1.4


def test_a_practice_is_the_same_in_a_site_of_any_size() -> None:
    small, large = practices(STOCK, 2), practices(STOCK, 4)
    assert small.items() <= large.items()
    assert len(set(large.values())) == 4


def test_synthetic_practices_and_translations_pass_every_check(write_site: SiteWriter, tmp_path: Path) -> None:
    write_site(practices(STOCK, 5))
    write_site(translations(tmp_path))
    catalog, findings = check(read_settings(tmp_path))
    assert findings == []
    assert (len(catalog.of_kind("practice")), len(catalog.translations)) == (5, 5)


def test_idle_and_waiting_time_is_not_busy() -> None:
    assert busy_seconds("cpu  100 20 30 9999 888 4 6 7 0 0\ncpu0 1 1 1 1 1 1 1\n") == 160 / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize(("own", "share"), [(20, 0.0), (10, 0.5), (25, 0.0)])
def test_others_are_what_is_left_of_all(own: float, share: float) -> None:
    before, after = Moment(clock=0, own=0, all=100), Moment(clock=10, own=own, all=120)
    assert share_of_others(before, after, processors=2) == share
