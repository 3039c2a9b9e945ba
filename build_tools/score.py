"""Scores answer files on this machine, merged as in the browser: the only module that knows the scorer."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from build_tools.benchmark_model import BenchmarkModel
from build_tools.errors import Finding, UsageError, printable
from build_tools.frontmatter import parse_mapping
from build_tools.settings import Settings
from build_tools.validation import validate
from vetwork_benchmark.calls import Session
from vetwork_benchmark.errors import AnswerError
from vetwork_benchmark.reading import read_json

_PLACE = re.compile(r"files\[(\d+)\]\.?(.*)")


@dataclass(frozen=True)
class Score:
    """The assessment of answer files, or what is wrong with them: lines of the form `path: place: problem`."""

    assessment: Mapping[str, Any]
    faults: Sequence[str] = ()

    def as_json(self) -> str:
        """Return the result as JSON text (`vetwork-result/1`)."""
        return json.dumps(self.assessment["result"], indent=2, ensure_ascii=False)

    def as_table(self) -> str:
        """Return what people look at first: dimensions, the whole, differences, gap and hints."""
        return "\n".join(_table(self.assessment["result"], self.assessment["hints"]))


def score_files(settings: Settings, paths: Sequence[Path], model: Path | None = None) -> Score:
    """Return the score of answer files; `model` is `model.yml` or its folder, by default that of the site.

    Raises:
        UsageError: a file cannot be read, or there is no model to score with.

    """
    data, findings = _read_model(settings, model)
    files, faults = _read_files(paths)
    if findings or faults:
        return Score({}, [*map(str, findings), *map(printable, faults)])
    session = Session(json.dumps(data))
    answer = json.loads(session.call("assess", json.dumps({"files": files})))
    if "error" in answer:
        return Score({}, [printable(_fault(paths, fault)) for fault in answer["error"]["faults"]])
    return Score(answer["result"])


def _read_model(settings: Settings, path: Path | None) -> tuple[dict[str, Any], list[Finding]]:
    if path is None:
        if settings.extra.benchmark is None:
            raise UsageError("the site has no benchmark; say with --model which one to use")
        path = settings.root / settings.extra.benchmark.model
    file = path / "model.yml" if path.is_dir() else path
    document, findings = parse_mapping(settings.relative(file), _read(file))
    if document is None:
        return {}, findings
    _, faults = validate(BenchmarkModel, document)
    return document.data, findings + faults


def _read_files(paths: Sequence[Path]) -> tuple[list[Any], list[str]]:
    files, faults = [], []
    for path in paths:
        try:
            files.append(read_json(_read(path).decode("utf-8-sig")))
        except UnicodeDecodeError:
            faults.append(f"{path}: (whole file): the text is not UTF-8")
        except AnswerError as error:
            faults += [f"{path}: {fault.place}: {fault.problem}" for fault in error]
    return files, faults


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from None


def _fault(paths: Sequence[Path], fault: Mapping[str, Any]) -> str:
    match = _PLACE.fullmatch(fault["place"])
    where = f"{paths[int(match[1])]}: {match[2] or '(whole file)'}" if match else f"{paths[0]}: {fault['place']}"
    return f"{where}: {fault['problem']}"


def _table(result: Mapping[str, Any], hints: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    overall = result["overall"]
    yield f"model {result['model']}, {result['form']} form, perspective: {result['perspective']}"
    yield _row("dimension", "score", "bounds", "coverage")
    for name, dimension in result["dimensions"].items():
        yield _scores(name, dimension)
    yield _scores("overall", overall)
    if overall["scored"]:
        robust = "robust" if overall["robust"] else "not robust"
        yield f"band: {overall['band']} (bounds: {' to '.join(overall['bands'])}), {robust} against other weights"
        yield f"arithmetic mean: {overall['arithmetic']:.1f}, imbalance: {overall['imbalance']:.1f}"
    yield from _sides(result["disagreement"], result["gap"])
    for hint in hints:
        values = ", ".join(f"{key} {value}" for key, value in hint.items() if key != "code")
        yield f"hint: {hint['code']} ({values})"


def _sides(differences: Mapping[str, Any], gap: Mapping[str, Any]) -> Iterator[str]:
    if differences["n"]:
        shares = f"{differences['differs']:.0%} differ, {differences['differs_strongly']:.0%} strongly"
        mean = f"provider minus company {differences['signed']:+.1f} on average"
        yield f"differences over {differences['n']} indicators: {shares}; {mean}"
    if gap["scored"]:
        halves = f"under-provision {gap['under_provision']:.1f}, under-use {gap['under_use']:.1f}"
        yield f"gap index: {gap['index']:.1f} ({halves})"


def _scores(name: str, item: Mapping[str, Any]) -> str:
    bounds = "-" if item["lower"] is None else f"{item['lower']:.1f} to {item['upper']:.1f}"
    coverage = "-" if item["coverage"] is None else f"{item['coverage']:.0%}"
    return _row(name, f"{item['score']:.1f}" if item["scored"] else "-", bounds, coverage)


def _row(name: str, score: str, bounds: str, coverage: str) -> str:
    return f"{name:40}{score:>7}  {bounds:16}{coverage:>8}"
