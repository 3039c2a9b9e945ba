"""Runs a Node script that draws, and keeps what it drew beside the program until one of its inputs changes.

A drawing depends on what goes in, the script and pinned packages alone: two machines draw the same.
"""

import hashlib
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from build_tools.errors import DefectError

PROGRAM = Path(__file__).resolve().parent.parent
MODULES = PROGRAM / "node_modules"


def kept_drawing(script: Path, packages: Sequence[str], text: str, store: Path) -> str:
    """Return what a script makes of a text, made anew unless `store` holds it already.

    `packages` are the npm packages that the script imports.

    Raises:
        DefectError: the script failed, the words of Node are in the message; or a package is not installed.

    """
    file = store / f"{_digest(script, packages, text)}.json"
    try:
        return file.read_text(encoding="utf-8")
    except FileNotFoundError:
        drawn = _draw(script, text)
        _keep(drawn, file)
        return drawn


def _digest(script: Path, packages: Sequence[str], text: str) -> str:
    digest = hashlib.sha256(text.encode() + script.read_bytes())
    for name in packages:
        manifest = MODULES / name / "package.json"
        if not manifest.is_file():
            raise DefectError(f"a drawing needs the npm package {name}; run `make setup`")
        digest.update(manifest.read_bytes())
    return digest.hexdigest()[:12]


def _draw(script: Path, text: str) -> str:
    command = [str(Path(sys.executable).with_name("node")), str(script)]
    result = subprocess.run(
        command, input=text, env=dict(os.environ), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if result.returncode:
        raise DefectError(f"{script.name} could not draw:\n{result.stdout}{result.stderr}")
    return result.stdout


def _keep(text: str, file: Path) -> None:
    """Write the file beside its place, then put it there at once, in the place of older ones.

    Builds of other sites may do the same at the same time.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=file.parent, delete=False) as fresh:
        fresh.write(text)
    Path(fresh.name).replace(file)
    for old in file.parent.glob("*.json"):
        if old != file:
            old.unlink(missing_ok=True)
