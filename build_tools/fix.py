"""Repairs faults that need no judgement: line ends, invisible characters, tabs, and values YAML would misread."""

import re
import unicodedata
from collections.abc import Iterator

from build_tools.document import Document, Position
from build_tools.frontmatter import parse_document

_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
_INDENT = re.compile(r"^[ \t]+", re.M)
_VALUE = re.compile(r"[^\s,\]}#]+")
_HEADING = re.compile(r"#{1,6} ")


def fixed(raw: bytes) -> bytes:
    """Return the bytes of a content file with its mechanical faults repaired; other files come back as they are."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    lines = text.rstrip().split("\n")
    bare = [line.rstrip() for line in lines]
    if bare[0] == "---" and "---" in bare[1:]:
        end = bare.index("---", 1) + 1
        bare = [*_front_matter(bare[:end]), *_body([_without_trailing_space(line) for line in lines[end:]])]
    return ("\n".join(bare) + "\n").encode()


def _without_trailing_space(line: str) -> str:
    """Return a line without spaces at its end, except the two that stand for a line break."""
    bare = line.rstrip()
    return f"{bare}  " if bare and line == f"{bare}  " else bare


def _front_matter(lines: list[str]) -> list[str]:
    lines = [_INDENT.sub(lambda match: match[0].replace("\t", "  "), line) for line in lines]
    document, _ = parse_document("", "\n".join(lines).encode())
    for place in sorted(_misread(document), reverse=True) if document else ():
        line = lines[place.line - 1]
        value = _VALUE.match(line, place.column - 1)
        if value:
            lines[place.line - 1] = f'{line[: value.start()]}"{value[0]}"{line[value.end() :]}'
    return lines


def _misread(document: Document) -> Iterator[Position]:
    """Return the places of unquoted values that stand for a text: dates, odd numbers, and countries such as NO."""
    yield from document.traps
    countries = document.data.get("countries")
    for index, value in enumerate(countries if isinstance(countries, list) else ()):
        if isinstance(value, bool):
            yield document.position(("countries", index))


def _body(lines: list[str]) -> list[str]:
    """Put one empty line before and after every heading, and none twice; blocks of code stay as they are."""
    if any(line.startswith(("```", "~~~", "    ")) for line in lines):
        return lines
    spaced: list[str] = []
    for line in lines:
        heading = bool(_HEADING.match(line))
        after_heading = bool(spaced) and bool(_HEADING.match(spaced[-1]))
        if (heading or after_heading) and line and (not spaced or spaced[-1]):
            spaced.append("")
        spaced.append(line)
    return [line for index, line in enumerate(spaced) if line or index == 0 or spaced[index - 1]]
