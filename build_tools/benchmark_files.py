"""Reads a network's benchmark: the model and its texts, with positions. Finds, never fixes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from build_tools.benchmark_model import BenchmarkModel, BenchmarkTexts
from build_tools.document import Document
from build_tools.errors import Finding
from build_tools.model import Model
from build_tools.settings import Settings
from build_tools.validation import validate

type Parsed = tuple[Document | None, list[Finding]]


class ReadFile(Protocol):
    """Reads a file, or remembers what was read of it."""

    def __call__(self, path: Path, name: str) -> Parsed:
        """Return the file as a document, and what is wrong with its form."""


@dataclass(frozen=True, eq=False)
class Benchmark:
    """A benchmark: its model, its texts by language, and the documents they came from.

    `documents` has every file that could be read, also one that is no model or no texts, by file name without `.yml`.
    """

    folder: str
    model: BenchmarkModel
    texts: Mapping[str, BenchmarkTexts]
    documents: Mapping[str, Document]

    @property
    def data(self) -> dict[str, Any]:
        """The model as it stands in its file."""
        return self.documents["model"].data

    @property
    def source_lang(self) -> str:
        """The language that the texts were written in: the one that is no translation."""
        return next((lang for lang, texts in self.texts.items() if texts.translation is None), "")

    def named_frameworks(self, lang: str, frameworks: Mapping[str, Sequence[str]]) -> list[tuple[str, str, list[str]]]:
        """Return name in a language, web address and points in words of frameworks given by id and points."""
        texts = self.texts[lang]
        return [
            (texts.frameworks[name], self.model.frameworks[name], [texts.framework_points.get(it, it) for it in points])
            for name, points in frameworks.items()
        ]


def load_benchmark(settings: Settings, read: ReadFile) -> tuple[Benchmark | None, list[Finding]]:
    """Return the benchmark of a site, None where the site has none or its model is broken, and all findings."""
    if settings.extra.benchmark is None:
        return None, []
    folder = settings.root / settings.extra.benchmark.model
    documents, findings = _documents(settings, folder, read)
    model, faults = _validated(BenchmarkModel, documents.get("model"))
    texts = {}
    for lang in settings.languages:
        found, more = _validated(BenchmarkTexts, documents.get(lang))
        faults += more
        if found:
            texts[lang] = found
    findings += faults
    return (Benchmark(settings.relative(folder), model, texts, documents) if model else None), findings


def _documents(settings: Settings, folder: Path, read: ReadFile) -> tuple[dict[str, Document], list[Finding]]:
    documents: dict[str, Document] = {}
    findings: list[Finding] = []
    for name in ("model", *settings.languages):
        path = folder / f"{name}.yml"
        if path.is_file():
            document, faults = read(path, settings.relative(path))
            findings += faults
            if document:
                documents[name] = document
        else:
            remedy = "write it" if name == "model" else f"translate the texts of another language into {name}.yml"
            findings.append(Finding(settings.relative(path), 1, 1, "benchmark", "there is no such file", remedy))
    return documents, findings


def _validated[M: Model](model: type[M], document: Document | None) -> tuple[M | None, list[Finding]]:
    return validate(model, document) if document else (None, [])
