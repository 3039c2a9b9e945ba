"""What a document is made from: plain data, so that its hash says whether a file must be made anew.

A manuscript holds every word of a document in one language; a layout turns it into pandoc's document tree.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from build_tools.downloads import Format
from build_tools.steps.documents.nodes import Nodes

type Style = Literal["handout", "text", "book", "form"]


class Linked(NamedTuple):
    """Words, and the web address that they lead to, empty for none."""

    words: str
    address: str = ""


class Fact(NamedTuple):
    """A label and what it stands for, such as countries."""

    label: str
    values: tuple[Linked, ...]


class Reference(NamedTuple):
    """A source by the number that marks it in the text: its title, the rest of its description, its address."""

    number: int
    title: str
    rest: str
    address: str


class Figure(NamedTuple):
    """An official figure as a row of a table: name with address, area, year, value with its flags in words."""

    title: Linked
    area: str
    year: str
    value: str


@dataclass(frozen=True)
class Part:
    """A text of a document: a whole one, or a chapter of a compendium.

    `name` keeps ids of chapters apart. `body` is checked Markdown, `anchors` are the ids of its headings, `images`
    leads from addresses in it to files, `checklists` are the headings whose lists are boxes to tick. `lists` are headed
    lists that stand after the body, each item with the number of its source or 0. `blocks` is for what is no Markdown.
    """

    name: str = ""
    title: str = ""
    summary: str = ""
    facts: tuple[Fact, ...] = ()
    body: str = ""
    anchors: tuple[str, ...] = ()
    images: tuple[tuple[str, str], ...] = ()
    checklists: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()
    figures: tuple[Figure, ...] = ()
    references: tuple[Reference, ...] = ()
    blocks: Nodes | None = None


@dataclass(frozen=True)
class Manuscript:
    """A document in one language: what stands on its cover, its parts, and the words around them.

    `date` is the day of the content (ISO), which is the time of every file made from it. `label` says what kind of
    document it is, `about` is the imprint. `words` are strings of the interface that the layout needs,
    `data` is a table (CSV) and `method` a note that go with the document.
    """

    kind: str
    slug: str
    lang: str
    style: Style
    formats: tuple[Format, ...]
    label: str
    title: str
    summary: str
    date: str
    site: str
    address: str
    notice: tuple[Linked, ...]
    parts: tuple[Part, ...]
    about: tuple[Fact, ...]
    words: Mapping[str, str]
    colours: tuple[str, str]
    data: bytes = b""
    method: "Manuscript | None" = None
