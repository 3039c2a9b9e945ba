#!/bin/sh
# Everything that `make test` checks, the quick things first. A machine without Chromium gets one.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
$bin/ruff check .
$bin/ruff format --check .
$bin/mypy
$bin/python -m tests.browser_setup
$bin/pytest --cov=build_tools --cov-report=term:skip-covered --cov-fail-under=95 "$@"
