#!/bin/sh
# Sets up everything the Makefile needs, in this folder alone, and does nothing when it is there already:
# uv in .tools/, Python 3.13 and the locked packages in .venv/, npm packages in node_modules/.
set -eu
cd "$(dirname "$0")/.."
uv_version=0.13.9
stamp=.venv/.set-up
fingerprint=$(cat uv.lock package-lock.json build_tools/setup.sh | cksum)
[ -f "$stamp" ] && [ "$(cat "$stamp")" = "$fingerprint" ] && exit 0

find_python() {
    for candidate in python3.13 "${PYENV_ROOT:-$HOME/.pyenv}"/versions/3.13*/bin/python; do
        if "$candidate" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 13))' >/dev/null 2>&1; then
            "$candidate" -c 'import sys; print(sys.executable)'
            return
        fi
    done
    echo 3.13 # uv downloads it
}

install_uv() {
    [ -x .tools/bin/uv ] && [ "$(.tools/bin/uv --version | cut -d ' ' -f 2)" = "$uv_version" ] && return
    echo "set up: uv $uv_version"
    rm -rf .tools
    if python3 -m venv .tools >/dev/null 2>&1; then
        .tools/bin/python -m pip install --quiet --disable-pip-version-check "uv==$uv_version"
    elif python3 -m pip install --quiet --disable-pip-version-check --target .tools "uv==$uv_version"; then
        :
    else
        echo "set up: cannot install uv: install python3-venv or python3-pip, then try again" >&2
        exit 2
    fi
}

command -v python3 >/dev/null || { echo "set up: there is no python3: install Python 3.11 or newer" >&2; exit 2; }
install_uv
python=$(find_python)
echo "set up: Python packages ($python)"
.tools/bin/uv sync --quiet --frozen --compile-bytecode --python "$python"
echo "set up: npm packages"
.venv/bin/npm ci --silent --no-audit --no-fund --ignore-scripts
printf '%s\n' "$fingerprint" >"$stamp"
