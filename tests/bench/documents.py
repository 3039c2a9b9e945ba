"""How long the documents to download take: all of them, none that is new, and those of one changed page."""

import shutil
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import make_documents
from build_tools.views import Site
from tests.bench.rows import Row
from tests.bench.sites import copy_of_site

type Say = Callable[[str], None]


def document_rows(say: Say) -> list[Row]:
    """Measure the documents of the real site; the content is read beforehand, as a build has read it."""
    root = copy_of_site("documents", "true")
    say("all documents, cold")
    cold, number = timed_documents(root)
    say("no document is new")
    warm, _ = timed_documents(root)
    page = min((root / "content" / "guidelines").glob("*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    say("one page changed")
    changed, _ = timed_documents(root)
    shutil.rmtree(root)
    return [
        Row(f"documents, cold, each of {number}", 1000 * cold / number, "ms"),
        Row("documents, nothing changed", warm, "s", bar=2),
        Row("documents, one guideline changed", changed, "s"),
    ]


def timed_documents(root: Path) -> tuple[float, int]:
    """Return the seconds that the documents of a site take, and how many there are."""
    site = Site(load(read_settings(root)))
    start = perf_counter()
    found = make_documents(site, site.catalog.settings.languages, lambda line: None).found
    return perf_counter() - start, len(found)
