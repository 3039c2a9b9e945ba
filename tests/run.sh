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
$bin/pytest tests/unit/benchmark --cov=vetwork_benchmark --cov-branch --cov-report=term:skip-covered --cov-fail-under=100
$bin/pytest --ignore=tests/unit/benchmark --cov=build_tools --cov-report=term:skip-covered --cov-fail-under=95 "$@"
