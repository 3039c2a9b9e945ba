#!/bin/sh
# Everything that `make test` checks, the quick things first. A machine without Chromium gets one.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
$bin/ruff check .
$bin/ruff format --check .
$bin/mypy
$bin/node node_modules/typescript/bin/tsc -p benchmark/web
$bin/node node_modules/typescript/bin/tsc -p theme/web
$bin/node --test --test-reporter=dot 'tests/web/**/*.test.mjs'
$bin/python -m tests.browser_setup
# The tests of the scorer touch nothing of the others and run beside the first of them.
mkdir -p build
COVERAGE_FILE=build/.coverage-scorer $bin/pytest tests/unit/benchmark --quiet -p no:cacheprovider --cov=vetwork_benchmark --cov-branch \
    --cov-report=term:skip-covered --cov-fail-under=100 >build/scorer-tests.txt 2>&1 &
scorer=$!
others=0
# Python tells coverage of lines by itself (sysmon): the same figures in less time. Two workers share the two cores; the
# browser's tests come last and alone, because while Playwright runs no other test of the process may start an event loop.
export COVERAGE_CORE=sysmon
parallel="--numprocesses=2 --dist=loadfile --cov=build_tools"
$bin/python -m pytest tests/unit tests/integration --ignore=tests/unit/benchmark $parallel --cov-report= "$@" || others=$?
$bin/python -m pytest tests/browser $parallel --cov-append --cov-report=term:skip-covered --cov-fail-under=95 "$@" || others=$?
wait $scorer || others=1
tail -n 40 build/scorer-tests.txt
$bin/python -m tests.outside_validators
exit $others
