"""No e-mail address or telephone number of a person stands in the content."""

import re
from collections.abc import Iterator

from build_tools.document import Position
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated

NAME = "personal-data"
SCOPE = "entry"

_EMAIL = re.compile(r"[\w.+-]{1,64}(?:@|\s?\(at\)\s?|\s?\[at\]\s?)[\w-]{1,63}\.[\w.-]{0,99}\w")
_TELEPHONE = re.compile(r"(?<![\w/.=-])(?:\+|00)[1-9]\d{0,2}[ /.-]?(?:\(0\))?(?:[ /.-]?\d){6,12}(?![\w-])")
_ADDRESS = re.compile(r"https?://\S+")


def find(subject: Source | Translated, _: Catalog) -> Iterator[Finding]:
    """Return e-mail addresses and telephone numbers in body and front matter; web addresses are left out."""
    document = subject.document
    body = _ADDRESS.sub(lambda match: " " * len(match[0]), document.body)
    for pattern, what in ((_EMAIL, "an e-mail address"), (_TELEPHONE, "a telephone number")):
        for match in pattern.finditer(body):
            yield _finding(subject, document.in_body(match.start()), what)
        for path, text in document.texts():
            if pattern.search(_ADDRESS.sub("", text)):
                yield _finding(subject, document.position(path), what)


def _finding(subject: Source | Translated, place: Position, what: str) -> Finding:
    remedy = "delete it; link to a contact page of the organisation instead"
    return Finding(subject.document.path, *place, NAME, f"{what} stands here", remedy)
