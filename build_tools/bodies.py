"""Prepares checked bodies for printing: stable ids on sections, links as addresses of the built site."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from build_tools.addresses import entry_address, linked_entry, way_up
from build_tools.load import Catalog, Source
from build_tools.markdown import Link, headings, links, rewrite_targets
from build_tools.model import KINDS
from build_tools.translations import Localized


def entry_body(catalog: Catalog, entry: Localized, address: str) -> Markup:
    """Return the checked body, ready to print: stable ids on sections, links as addresses of the built site."""
    body = _with_heading_ids(catalog, entry)
    root = way_up(address)
    return Markup(_with_targets(entry, body, root, f"{root}../"))  # noqa: S704 - the checks have refused HTML in it


def portable_body(catalog: Catalog, entry: Localized) -> str:
    """Return the body as it was written, with links that lead to the built site from anywhere."""
    settings = catalog.settings
    return _with_targets(entry, entry.body, settings.address(entry.body_lang, ""), settings.address(""))


def heading_ids(catalog: Catalog, source: Source) -> Mapping[str, None]:
    """Return the anchors of the headings of an entry, in their order, the same in every language.

    Sections of a vocabulary have its ids; other anchors come from the words of the source.
    """
    if source.key not in catalog.anchors:
        catalog.anchors[source.key] = dict.fromkeys(_heading_ids(catalog, source))
    return catalog.anchors[source.key]


def _heading_ids(catalog: Catalog, source: Source) -> Iterator[str]:
    vocabulary = KINDS[source.kind].sections_vocabulary
    terms = catalog.vocabularies.get(vocabulary, {}) if vocabulary else {}
    sections = {catalog.label(vocabulary or "", term, source.entry.lang): term for term in terms}
    seen: Counter[str] = Counter()
    for heading in headings(source.document.body):
        name = sections.get(heading.text) or _anchor(heading.text) or "section"
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}--{seen[name]}"


def _anchor(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.lower())
    return "-".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _with_heading_ids(catalog: Catalog, entry: Localized) -> str:
    lines = entry.body.split("\n")
    for heading, name in zip(headings(entry.body), heading_ids(catalog, entry.source), strict=False):
        lines[heading.line] += f" {{: #{name} }}"
    return "\n".join(lines)


def _with_targets(entry: Localized, body: str, root: str, above: str) -> str:
    """Return the body with its links turned; `root` leads to the folder of the language, `above` to the site's."""
    found = {link.target: _target(entry, link, root, above) for link in links(body) if link.target}
    return rewrite_targets(body, found)


def _target(entry: Localized, link: Link, root: str, above: str) -> str:
    target = link.target or ""
    if link.is_image:
        return f"{above}media/{KINDS[entry.source.kind].folder}/{target.removeprefix('images/')}"
    key = linked_entry(entry.source.kind, target)
    if key is None or target.startswith("#"):
        return target
    _, hash_sign, anchor = target.partition("#")
    return f"{root}{entry_address(*key)}{hash_sign}{anchor}"
