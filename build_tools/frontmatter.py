"""Turns the bytes of a content file into data with positions, and refuses what YAML tools read differently.

We read YAML events ourselves because no library gives values, positions of keys and values, duplicate keys,
a depth limit and the traps of YAML 1.1 (a bare date is a date, 12:30 is 750) in one pass. `NO` is a yes/no value,
as every YAML 1.1 tool reads it: the content model refuses it where a text is due.
"""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import yaml

from build_tools.document import Document, Lines, Path, Position
from build_tools.errors import Finding

MAX_BYTES = 200_000
MAX_DEPTH = 8
CHECK = "front-matter"

_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]")
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"-?[0-9]+\.[0-9]+")
_TRUE = frozenset({"true", "yes", "on"})


def decode(path: str, raw: bytes) -> tuple[str, list[Finding]]:
    """Return the text of a file, or an empty text and the reason why it cannot be read."""
    if len(raw) > MAX_BYTES:
        return "", [
            _fault(path, Position(1, 1), f"the file has {len(raw):,} bytes", f"keep it under {MAX_BYTES:,} bytes")
        ]
    if b"\x00" in raw:
        return "", [
            _fault(path, _byte_position(raw, raw.index(0)), "this is not a text file", "write plain UTF-8 text")
        ]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        place = _byte_position(raw, error.start)
        return "", [_fault(path, place, "the text is not UTF-8", "save the file with the encoding UTF-8")]
    text = text.replace("\r\n", "\n")
    return text, list(_control_faults(path, text))


def parse_document(path: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """Return a Markdown file with front matter as a document, and everything that is wrong with its form."""
    text, findings = decode(path, raw)
    if findings:
        return None, findings
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end()) if opening else None
    if not opening or not closing:
        where, what = (1, "starts") if not opening else (text.count("\n") + 1, "ends")
        remedy = "put a line with three hyphens (---) before and after the front matter"
        return None, [_fault(path, Position(where, 1), f"no line --- {what} the front matter", remedy)]
    document, findings = parse_yaml(path, text[opening.end() + 1 : closing.start()], first_line=2)
    if document:
        document.body = text[closing.end() + 1 :]
        document.body_line = text.count("\n", 0, closing.end()) + 2
    return document, findings


def parse_mapping(path: str, raw: bytes) -> tuple[Document | None, list[Finding]]:
    """Return a YAML file as a document without body, and everything that is wrong with its form."""
    text, findings = decode(path, raw)
    return (None, findings) if findings else parse_yaml(path, text)


def parse_yaml(path: str, text: str, first_line: int = 1) -> tuple[Document | None, list[Finding]]:
    """Return a YAML mapping as a document without body, and everything that is wrong with its form."""
    document = Document(path, {})
    reader = _Reader(document, first_line)
    try:
        data = reader.read(text)
    except _StopReadingError as stop:
        return None, [*reader.findings, stop.finding]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.findings, _syntax_fault(path, text, error, first_line)]
    except yaml.YAMLError:
        fault = _fault(path, Position(first_line, 1), "this is not YAML", "write `key: value` lines")
        return None, [*reader.findings, fault]
    if not isinstance(data, dict):
        fault = _fault(
            path, Position(first_line, 1), "the front matter is not a list of keys", "write `key: value` lines"
        )
        return None, [*reader.findings, fault]
    document.data = data
    return document, reader.findings


class _StopReadingError(Exception):
    def __init__(self, finding: Finding) -> None:
        self.finding = finding


class _Reader:
    """Builds values from YAML events; keeps findings and positions beside them."""

    def __init__(self, document: Document, first_line: int) -> None:
        self.document = document
        self.first_line = first_line
        self.findings: list[Finding] = []

    def read(self, text: str) -> Any:
        self.loader = yaml.CSafeLoader(text)
        try:
            self.events: Iterator[yaml.Event] = iter(self.loader.get_event, None)
            return self._document()
        finally:
            self.loader.dispose()

    def _document(self) -> Any:
        value: Any = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    fault = (
                        "a second document begins here",
                        "keep one; --- stands before and after the front matter only",
                    )
                    raise _StopReadingError(_fault(self.document.path, self._place(event), *fault))
                value = self._value(next(self.events), ())
        return value

    def _value(self, event: yaml.Event, path: Path) -> Any:
        place = self._place(event)
        self._refuse_references(event, place, path)
        self.document.values[path] = place
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(path)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        raise AssertionError(f"libyaml gave a value that starts with {event}")

    def _mapping(self, path: Path) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            place = self._place(event)
            self._refuse_references(event, place, path)
            if not isinstance(event, yaml.ScalarEvent):
                raise _StopReadingError(_fault(self.document.path, place, "a key is a list", "write a plain key"))
            key = event.value
            self._refuse_control(key, place)
            if key in result:
                self._report(place, f"the key `{key}` stands here a second time", "keep one of the two")
            self.document.keys[(*path, key)] = place
            result[key] = self._value(next(self.events), (*path, key))
        return result

    def _sequence(self, path: Path) -> list[Any]:
        result: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            result.append(self._value(event, (*path, len(result))))
        return result

    def _scalar(self, event: yaml.ScalarEvent, place: Position) -> Any:
        text: str = event.value
        self._refuse_control(text, place)
        if not event.implicit[0]:
            return text
        tag = str(self.loader.resolve(yaml.ScalarNode, text, (True, False))).rpartition(":")[2]  # type: ignore[no-untyped-call]
        if tag == "null":
            return None
        if tag == "bool":
            return text.lower() in _TRUE
        if tag == "int" and _INTEGER.fullmatch(text):
            return int(text) if len(text) < 16 else text
        if tag == "float" and _FLOAT.fullmatch(text):
            return float(text)
        if tag != "str":
            self.document.traps.append(place)
            self._report(place, f"`{text}` is read as {_TRAPS.get(tag, tag)} by YAML", f"write it in quotes: '{text}'")
        return text

    def _refuse_references(self, event: yaml.Event, place: Position, path: Path) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            fault = "anchors and aliases (& and *) are not allowed", "write the value out, or put the text in quotes"
        elif tag := getattr(event, "tag", None):
            fault = f"the tag {tag} is not allowed", "write the value without a tag"
        elif len(path) > MAX_DEPTH:
            fault = f"values are nested more than {MAX_DEPTH} deep", "use the form that CONTRIBUTING.md shows"
        else:
            return
        raise _StopReadingError(_fault(self.document.path, place, *fault))

    def _refuse_control(self, text: str, place: Position) -> None:
        if found := _CONTROL.search(text):
            problem = f"an escape stands for a control character (U+{ord(found[0]):04X})"
            raise _StopReadingError(_fault(self.document.path, place, problem, "delete it"))

    def _report(self, place: Position, problem: str, remedy: str) -> None:
        self.findings.append(_fault(self.document.path, place, problem, remedy))

    def _place(self, event: yaml.Event) -> Position:
        mark = event.start_mark
        return Position(mark.line + self.first_line, mark.column + 1) if mark else Position(self.first_line, 1)


_TRAPS = {"timestamp": "a date object", "int": "another number", "merge": "a merge key"}


def _syntax_fault(path: str, text: str, error: yaml.MarkedYAMLError, first_line: int) -> Finding:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    source = lines[line] if line < len(lines) else ""
    if "\t" in source[: len(source) - len(source.lstrip())] or source[column : column + 1] == "\t":
        fault = "a tab stands where YAML wants spaces", "indent with spaces"
    else:
        fault = f"YAML cannot be read here: {error.problem}", "put text with : # [ ] { } or quotes in it in quotes"
    return _fault(path, Position(line + first_line, column + 1), *fault)


def _control_faults(path: str, text: str) -> Iterator[Finding]:
    lines = Lines(text)
    for match in islice(_CONTROL.finditer(text), 20):
        problem = f"an invisible control character (U+{ord(match[0]):04X}) stands here"
        yield _fault(path, lines.position(match.start()), problem, "delete it")


def _byte_position(raw: bytes, index: int) -> Position:
    return Position(raw.count(b"\n", 0, index) + 1, index - raw.rfind(b"\n", 0, index))


def _fault(path: str, place: Position, problem: str, remedy: str) -> Finding:
    return Finding(path, place.line, place.column, CHECK, problem, remedy)
