#!/bin/sh
# Gives the baseline an environment of its own (dependency group `bench`), so that .venv stays as locked, then measures.
set -eu
cd "$(dirname "$0")/../.."
UV_PROJECT_ENVIRONMENT=build/bench/venv .tools/bin/uv sync --quiet --frozen --no-dev --group bench \
    --no-install-project --python .venv/bin/python
exec .venv/bin/python -m tests.bench "$@"
