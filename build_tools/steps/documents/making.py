"""Makes the files of manuscripts, in parallel, and keeps them by the hash of everything that they are made from."""

import hashlib
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from datetime import UTC, datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from build_tools.downloads import Download, Format, download_path
from build_tools.steps.documents.archives import zipped
from build_tools.steps.documents.ebook import STYLESHEET, as_epub
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.open_document import as_odt
from build_tools.steps.documents.typeset import TEMPLATE, as_pdf, font_files
from build_tools.steps.documents.word import as_docx

type Say = Callable[[str], None]
type Make = Callable[[Manuscript, Path, int], bytes]

_PACKAGES = ("pypandoc_binary", "typst")


class Job(NamedTuple):
    """A file to make: its manuscript, its format, and where it is kept."""

    manuscript: Manuscript
    format: Format
    file: Path


def jobs(manuscripts: Sequence[Manuscript], root: Path, store: Path) -> list[Job]:
    """Return a job for every file of every manuscript; images are found below `root`."""
    return [
        Job(manuscript, form, store / f"{key}.{form}")
        for manuscript in manuscripts
        for key in [_key(manuscript, root)]
        for form in manuscript.formats
    ]


def make(todo: Sequence[Job], root: Path, say: Say) -> None:
    """Make the files that are not there yet, the longest ones first.

    Raises:
        DefectError: a file could not be made; its name is in the message.

    """
    longest_first = sorted(todo, key=lambda job: -len(job.manuscript.parts))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        running = [pool.submit(_make_one, job, root) for job in longest_first]
        try:
            for done, future in enumerate(as_completed(running), 1):
                future.result()
                if done % 100 == 0 or done == len(todo):
                    say(f"made {done} of {len(todo)} documents")
        finally:
            pool.shutdown(cancel_futures=True)


def remove_others(kept: Sequence[Job], store: Path) -> None:
    """Remove the files that no manuscript stands behind any more."""
    names = {job.file for job in kept}
    for file in store.glob("*") if store.is_dir() else ():
        if file not in names:
            file.unlink()


def as_download(job: Job) -> Download:
    """Return a file that was made as readers find it."""
    manuscript = job.manuscript
    path = download_path(manuscript.kind, manuscript.slug, manuscript.lang, job.format)
    names = manuscript.kind, manuscript.slug, manuscript.lang
    return Download(*names, job.format, manuscript.title, job.file.stat().st_size, path, job.file)


def _make_one(job: Job, root: Path) -> None:
    """Write the file beside its place, then put it there at once."""
    data = _MAKERS[job.format](job.manuscript, root, _seconds(job.manuscript.date))
    job.file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("wb", dir=job.file.parent, delete=False) as fresh:
        fresh.write(data)
    Path(fresh.name).chmod(0o644)
    Path(fresh.name).replace(job.file)


def _seconds(day: str) -> int:
    return int(datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp())


def _as_zip(manuscript: Manuscript, root: Path, day: int) -> bytes:
    """Return a policy brief: PDF and Word document, the figures as a table, a note on the method."""
    name = f"{manuscript.slug}-{manuscript.lang}"
    files = {
        f"{name}.pdf": as_pdf(manuscript, root, day),
        f"{name}.docx": as_docx(manuscript, root, day),
        f"{name}-figures.csv": manuscript.data,
    }
    if manuscript.method:
        files[f"method-{manuscript.lang}.pdf"] = as_pdf(manuscript.method, root, _seconds(manuscript.method.date))
    return zipped(files)


_MAKERS: dict[Format, Make] = {"pdf": as_pdf, "docx": as_docx, "odt": as_odt, "epub": as_epub, "zip": _as_zip}


def _key(manuscript: Manuscript, root: Path) -> str:
    digest = hashlib.sha256(f"{_recipe()}{manuscript!r}".encode())
    for part in manuscript.parts:
        for _, path in part.images:
            digest.update((root / path).read_bytes())
    return digest.hexdigest()[:24]


@cache
def _recipe() -> str:
    """Return a digest of what turns manuscripts into files: this package, templates, fonts, versions."""
    digest = hashlib.sha256("".join(f"{name} {version(name)}\n" for name in _PACKAGES).encode())
    for path in _ingredients():
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _ingredients() -> Iterator[Path]:
    yield from sorted(Path(__file__).parent.glob("*.py"))
    yield from (TEMPLATE, STYLESHEET)
    yield from font_files()
