"""Repairs faults that need no judgement: line ends, invisible characters, tabs, and values YAML would misread."""

import re
import unicodedata

_FENCED = re.compile(r"\A---[ ]*\n(?P<front>.*?)^---[ ]*$(?P<body>.*)\Z", re.M | re.S)
_INVISIBLE = re.compile("[\ufeff\u200b\u2060]")
_BARE_DATE = re.compile(r"(?<=[:\[,\-] )(\d{4}-\d{2}-\d{2})(?=\s*(?:[,\]}#]|$))", re.M)
_COUNTRIES = re.compile(r"^countries:.*(?:\n[ ]*- .*)*", re.M)
_BARE_COUNTRY = re.compile(r"(?<![\"'\w])([A-Z]{2})(?![\"'\w])")
_HEADING = re.compile(r"\n*^(#{1,6} .*)$\n*", re.M)


def fixed(raw: bytes) -> bytes:
    """Return the bytes of a content file with its mechanical faults repaired; other files come back as they are."""
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")))
    text = "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n") + "\n"
    parts = _FENCED.match(text)
    if parts:
        text = f"---\n{_front_matter(parts['front'])}---{_body(parts['body'])}"
    return text.encode()


def _front_matter(text: str) -> str:
    lines = [re.sub(r"^\s+", lambda match: match[0].replace("\t", "  "), line) for line in text.split("\n")]
    text = _BARE_DATE.sub(r'"\1"', "\n".join(lines))
    return _COUNTRIES.sub(lambda match: _BARE_COUNTRY.sub(r'"\1"', match[0]), text)


def _body(text: str) -> str:
    if "```" in text or "~~~" in text:
        return text
    return _HEADING.sub(r"\n\n\1\n\n", text).rstrip("\n") + "\n"
