"""Times a one-file change as a writer sees it: `vetwork serve` runs, a file is saved, the page is asked for again."""

import json
import re
import subprocess
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from urllib.request import urlopen

from tests.bench.processes import REPOSITORY, command

PAUSE = 0.05
_SERVING = re.compile(r"serving on (http://\S+/)")


@dataclass(frozen=True)
class Change:
    """Seconds from saving a file until it shows: in the language looked at, in all, and in the search index."""

    viewed: float
    everywhere: float
    searchable: float


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Run `vetwork serve` on a free port and give its address; its words go to `serve.log` in `root`."""
    log = root / "serve.log"
    with (
        log.open("wb") as words,
        subprocess.Popen(command(root, "serve", "--port", "0"), cwd=REPOSITORY, stdout=words, stderr=words) as process,
    ):
        try:
            _wait(lambda: process.poll() is not None or _SERVING.search(log.read_text()) is not None, seconds=600)
            found = _SERVING.search(log.read_text())
            if found is None:
                raise RuntimeError(f"vetwork serve ended:\n{log.read_text()}")
            yield found[1]
        finally:
            process.terminate()


def median_change(root: Path, file: Path, languages: Sequence[str], times: int) -> Change:
    """Change a sentence of the practice in `file` several times; return the medians."""
    original = file.read_text(encoding="utf-8")
    with served(root) as address:
        changes = [_change(address, file, original, number, languages) for number in range(times)]
    columns = [[getattr(c, name) for c in changes] for name in ("viewed", "everywhere", "searchable")]
    return Change(*map(median, columns))


def _change(address: str, file: Path, original: str, number: int, languages: Sequence[str]) -> Change:
    pages = {lang: f"{address}{lang}/practices/{file.stem}/" for lang in languages}
    sentence = f"Measured sentence {number}."
    index = _get(f"{address}pagefind/pagefind-entry.json")
    _wait(lambda: bool(_get(pages[languages[0]])))  # looks at the page: from now on its language is the viewed one
    start = perf_counter()
    file.write_text(with_sentence(original, sentence), encoding="utf-8")
    viewed = _until(lambda: sentence in _get(pages[languages[0]]), start)
    everywhere = [_until(lambda page=page: sentence in _get(page), start) for page in pages.values()]  # type: ignore[misc]
    searchable = _until(lambda: _is_other(_get(f"{address}pagefind/pagefind-entry.json"), index), start)
    return Change(viewed, max(everywhere), searchable)


def with_sentence(text: str, sentence: str) -> str:
    """Return the text of a practice with a sentence added to the end of its first section."""
    parts = text.split("\n\n## ")
    return "\n\n## ".join([parts[0], f"{parts[1]} {sentence}", *parts[2:]])


def _is_other(entry: str, before: str) -> bool:
    return bool(entry) and json.loads(entry) != json.loads(before)


def _until(condition: Callable[[], bool], start: float) -> float:
    _wait(condition)
    return perf_counter() - start


def _wait(condition: Callable[[], bool], seconds: float = 120) -> None:
    end = perf_counter() + seconds
    while not condition():
        if perf_counter() > end:
            raise RuntimeError(f"nothing came within {seconds:.0f} s")
        sleep(PAUSE)


def _get(address: str) -> str:
    """Return what stands at an address; nothing while the finished site is being swapped in."""
    try:
        with urlopen(address, timeout=30) as answer:
            return str(answer.read().decode("utf-8"))
    except (OSError, HTTPException):
        return ""
