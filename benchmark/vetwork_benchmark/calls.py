"""The door for pages and command line: JSON text in, JSON text out, never an exception.

A `Session` holds one model. A call gives `{"result": ...}` or `{"error": {"faults": [...]}}`, each fault with `place`,
`code`, `problem` and `values`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from json import dumps
from typing import Any

from vetwork_benchmark.advise import advise
from vetwork_benchmark.agenda import agenda
from vetwork_benchmark.answers import AnswerFile
from vetwork_benchmark.compare import compare
from vetwork_benchmark.consistency import consistency
from vetwork_benchmark.errors import AnswerError, BenchmarkError, Fault, ModelError, Path
from vetwork_benchmark.faults import Faults, shown
from vetwork_benchmark.formulas import formula
from vetwork_benchmark.merge import merge
from vetwork_benchmark.migrate import migrate
from vetwork_benchmark.model import read_model
from vetwork_benchmark.parsing import MOST_RESPONSES, parse_answers
from vetwork_benchmark.reading import read_json
from vetwork_benchmark.result import score
from vetwork_benchmark.serialise import answers_as_json
from vetwork_benchmark.share import decode_share, encode_share
from vetwork_benchmark.stamp import digest, stamp

MOST_FILES = 1000
MOST_CHARACTERS = 2_000_000
_FILE_LISTS = ("files", "before", "after")

type Arguments = Mapping[str, Any]


class Session:
    """Calls on one benchmark model, given as the JSON text of its file.

    Raises:
        ModelError: the text is no benchmark model.

    """

    def __init__(self, model_json: str) -> None:
        try:
            data = read_json(model_json)
        except AnswerError as error:
            raise ModelError(error) from None
        self._model = read_model(data)  # type: ignore[arg-type]  # refuses whatever is no object
        self._model_hash = digest(data)
        self._methods: Mapping[str, tuple[Callable[[Arguments], object], tuple[str, ...]]] = {
            "check": (self._check, ("file",)),
            "merge": (self._merge, ("files",)),
            "score": (self._score, ("files",)),
            "assess": (self._assess, ("files",)),
            "compare": (self._compare, ("before", "after")),
            "migrate": (self._migrate, ("file",)),
            "encode": (self._encode, ("files",)),
            "decode": (self._decode, ("code",)),
            "formula": (formula, ("name", "arguments")),
        }

    def call(self, method: str, arguments_json: str) -> str:
        """Return the answer of a method to its arguments, both JSON text; whatever is wrong is in the answer."""
        try:
            return _text({"result": self._result(method, arguments_json)})
        except BenchmarkError as error:
            return _text({"error": {"faults": [fault.as_json() for fault in error]}})
        except Exception as error:
            problem = f"the scorer itself failed ({type(error).__name__}: {shown(str(error))}); please report it"
            return _text({"error": {"faults": [Fault((), "defect", problem).as_json()]}})

    def _result(self, method: str, arguments_json: str) -> object:
        faults = Faults()
        run, keys = self._methods.get(method, (None, ()))
        if run is None:
            problem = f"there is no method {shown(method)}; possible: {', '.join(self._methods)}"
            faults.add((), "unknown-method", problem, found=shown(method))
            raise AnswerError(faults)
        given = read_json(arguments_json)
        arguments = faults.mapping(given, ())
        if isinstance(given, dict):
            faults.keys(arguments, (), keys, keys)
        if len(arguments_json) > MOST_CHARACTERS:
            _check_sizes(arguments, faults)
        if faults:
            raise AnswerError(faults)
        return run(arguments)

    def _check(self, arguments: Arguments) -> object:
        file = parse_answers(arguments["file"], self._model, ("file",))
        return {
            "responses": len(file.responses),
            "roles": {role: [item.role for item in file.responses].count(role) for role in self._model.roles},
            "form": file.form,
            "lang": file.lang,
            "profile": file.profile,
        }

    def _merge(self, arguments: Arguments) -> object:
        merged = self._merged(arguments)
        if len(merged.responses) > MOST_RESPONSES:
            problem = f"one file holds at most {MOST_RESPONSES} responses, these are {len(merged.responses)}"
            raise AnswerError([Fault(("files",), "too-large", problem, {"limit": MOST_RESPONSES})])
        return {"file": answers_as_json(merged)}

    def _score(self, arguments: Arguments) -> object:
        return score(self._merged(arguments), self._model)

    def _assess(self, arguments: Arguments) -> object:
        file = self._merged(arguments)
        result = score(file, self._model)
        return {
            "result": result,
            "advice": advise(result, file, self._model),
            "hints": consistency(file, self._model),
            "agenda": agenda(result, self._model),
            "stamp": stamp(result, file, self._model, self._model_hash),
        }

    def _compare(self, arguments: Arguments) -> object:
        given, notes = self._migrated(arguments["before"])
        before, after = self._files(given, ("before",)), self._files(arguments["after"], ("after",))
        models = [file["model"] for file in arguments["before"]]
        earlier = next((model for model in models if model != self._model.id), None)
        return compare(before, after, self._model, earlier, notes)

    def _migrate(self, arguments: Arguments) -> object:
        file, notes = self._migrated_file(arguments["file"], ("file",))
        return {"file": file, "notes": notes}

    def _encode(self, arguments: Arguments) -> object:
        return encode_share(self._merged(arguments), self._model)

    def _decode(self, arguments: Arguments) -> object:
        return {"file": decode_share(arguments["code"], self._model)}

    def _merged(self, arguments: Arguments) -> AnswerFile:
        return merge(self._files(arguments["files"], ("files",)))

    def _files(self, given: object, at: Path) -> list[AnswerFile]:
        """Return all files of a list, or all faults of all files."""
        faults = Faults()
        files = []
        for index, data in enumerate(faults.items(given, at, MOST_FILES)):
            try:
                files.append(parse_answers(data, self._model, (*at, index)))
            except AnswerError as error:
                faults.extend(error)
        if not files and not faults:
            faults.add(at, "no-files", "give at least one answer file")
        if faults:
            raise AnswerError(faults)
        return files

    def _migrated(self, given: object) -> tuple[list[object], list[Mapping[str, Any]]]:
        """Return the files with those of earlier models brought to this one, and the notes on what changed."""
        faults = Faults()
        files: list[object] = []
        notes: list[Mapping[str, Any]] = []
        for index, data in enumerate(faults.items(given, ("before",), MOST_FILES)):
            try:
                file, more = self._migrated_file(data, ("before", index))
            except AnswerError as error:
                faults.extend(error)
                continue
            files.append(file)
            notes.extend(more)
        if faults:
            raise AnswerError(faults)
        return files, notes

    def _migrated_file(self, data: object, at: Path) -> tuple[Mapping[str, Any], Sequence[Mapping[str, Any]]]:
        try:
            return migrate(data, self._model)
        except AnswerError as error:
            raise AnswerError(replace(fault, path=(*at, *fault.path)) for fault in error) from None


def _check_sizes(arguments: Arguments, faults: Faults) -> None:
    """Add a fault for every file of more than 2 MB as JSON text."""
    places: list[tuple[Path, object]] = [(("file",), arguments.get("file"))]
    for key in _FILE_LISTS:
        files = arguments.get(key)
        places += [((key, index), file) for index, file in enumerate(files if isinstance(files, list) else [])]
    for place, file in places:
        if len(dumps(file, ensure_ascii=False)) > MOST_CHARACTERS:
            problem = f"an answer file has at most {MOST_CHARACTERS} characters"
            faults.add(place, "too-large", problem, limit=MOST_CHARACTERS)


def _text(value: object) -> str:
    return dumps(value, allow_nan=False, separators=(",", ":"))
