"""Links inside the site lead to a file, and an anchor to a heading; other links start with http(s).

Entries that the front matter names must exist as well.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from urllib.parse import urlsplit

from build_tools.addresses import linked_entry
from build_tools.backlinks import named_entries
from build_tools.bodies import heading_ids
from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import Link, link_definitions, links
from build_tools.model import KINDS

NAME = "links"
SCOPE = "catalog"

_SCHEMES = ("http", "https", "")


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return links that lead nowhere, use a foreign scheme, or are written in a form that is not checked."""
    for source in catalog.sources.values():
        yield from _named(source, catalog)
    for subject in catalog.subjects:
        for link in links(subject.document.body):
            yield from _link(subject, link, catalog)
        for offset in link_definitions(subject.document.body):
            problem, remedy = "a link defined apart from its text", "write [text](address) in place"
            yield _finding(subject, offset, problem, remedy)


def _named(source: Source, catalog: Catalog) -> Iterator[Finding]:
    places: Counter[str] = Counter()
    for kind, slug in named_entries(source):
        folder = KINDS[kind].folder
        if (kind, slug) not in catalog.sources:
            place = source.document.position((folder, places[kind]))
            remedy = f"write the name of a file in content/{folder}/ without .md, or delete it"
            yield Finding(source.document.path, *place, NAME, f"there is no {kind} `{slug}`", remedy)
        places[kind] += 1


def _link(subject: Source | Translated, link: Link, catalog: Catalog) -> Iterator[Finding]:
    if link.target is None:
        problem, remedy = "a link that cannot be read", "write [text](address) without spaces in the address"
        yield _finding(subject, link.offset, problem, remedy)
    elif not link.is_image:
        yield from _readable(subject, link, link.target, catalog)


def _readable(subject: Source | Translated, link: Link, target: str, catalog: Catalog) -> Iterator[Finding]:
    try:
        scheme = urlsplit(target).scheme.lower()
    except ValueError:
        scheme = "invalid"
    if scheme not in _SCHEMES or target.startswith("//"):
        remedy = "use https:// or the path of a file in content/"
        yield _finding(subject, link.offset, f"the link `{target}` has a scheme that is not allowed", remedy)
    elif not link.text.strip():
        yield _finding(subject, link.offset, "the link has no text", "say in words where it leads")
    elif not scheme:
        yield from _internal(subject, link.offset, target, catalog)


def _internal(subject: Source | Translated, offset: int, target: str, catalog: Catalog) -> Iterator[Finding]:
    path, _, anchor = target.partition("#")
    key = linked_entry(subject.kind, target) if path else (subject.kind, subject.slug)
    source = catalog.sources.get(key) if key else None
    if source is None or not target:
        remedy = "write the path from this file to the other, such as ../practices/de-my-practice.md"
        yield _finding(subject, offset, f"the link `{target}` leads to no entry", remedy)
    elif anchor and anchor not in (known := heading_ids(catalog, source)):
        remedy = f"use one of: {', '.join(islice(known, 20))}" if known else "delete the part from # on"
        yield _finding(subject, offset, f"the anchor `#{anchor}` is no heading of that page", remedy)


def _finding(subject: Source | Translated, offset: int, problem: str, remedy: str) -> Finding:
    return Finding(subject.document.path, *subject.document.in_body(offset), NAME, problem, remedy)
