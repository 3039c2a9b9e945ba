"""Joins the modules of a page into few small files: a visitor waits for two of them and not for fifty.

The sources run as they are, too; esbuild only joins and shortens them. What is loaded later
(`import()`) stays a file of its own.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from build_tools.errors import DefectError

PROGRAM = Path(__file__).resolve().parent.parent
WEB = PROGRAM / "benchmark" / "web"
STORE = PROGRAM / "build" / "web"

_ESBUILD = PROGRAM / "node_modules" / "esbuild"
ENTRIES = ("main.js", "worker.js")
_OPTIONS = ("--bundle", "--format=esm", "--splitting", "--minify", "--target=es2022", "--legal-comments=none")


def bundle(web: Path = WEB, store: Path = STORE, entries: tuple[str, ...] = ENTRIES) -> dict[str, str]:
    """Return scripts and styles by name, made of a folder of sources anew unless `store` holds them already.

    `entries` are the modules that pages load by name.

    Raises:
        DefectError: esbuild refused a source, its words are in the message; or it is not installed.

    """
    folder = store / _digest(web, entries)
    if not folder.is_dir():
        _keep(web, folder, entries)
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def _digest(web: Path, entries: tuple[str, ...]) -> str:
    manifest = _ESBUILD / "package.json"
    if not manifest.is_file():
        raise DefectError("the scripts of pages need esbuild; run `make setup`")
    digest = hashlib.sha256(repr((entries, _OPTIONS)).encode() + manifest.read_bytes())
    for path in _sources(web):
        digest.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _sources(web: Path) -> Iterator[Path]:
    """Return what a bundle is made of; modules of the benchmark page serve others too."""
    for folder in sorted({web, WEB}):
        yield from (path for path in sorted(folder.iterdir()) if path.suffix in (".js", ".css"))


def _keep(web: Path, folder: Path, entries: tuple[str, ...]) -> None:
    """Make the files beside `folder`, then put them there at once, in the place of older ones."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as work:
        made = Path(work) / "web"
        _run(web, made, entries)
        for path in web.glob("*.css"):
            shutil.copyfile(path, made / path.name)
        for old in folder.parent.glob("[!.]*"):
            shutil.rmtree(old)
        made.rename(folder)


def _run(web: Path, made: Path, entries: tuple[str, ...]) -> None:
    node = Path(sys.executable).with_name("node")
    command = [
        str(node),
        str(_ESBUILD / "bin" / "esbuild"),
        *(str(web / name) for name in entries),
        *_OPTIONS,
        f"--outdir={made}",
        "--log-level=error",
    ]
    result = subprocess.run(command, env=dict(os.environ), capture_output=True, text=True, check=False)
    if result.returncode:
        raise DefectError(f"the scripts of a page could not be joined:\n{result.stdout}{result.stderr}")
