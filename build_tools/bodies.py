"""Prepares checked bodies for printing: stable ids on sections, links as addresses of the built site."""

from markupsafe import Markup

from build_tools.addresses import entry_address, linked_entry, way_up
from build_tools.load import Catalog
from build_tools.markdown import headings, links, rewrite_targets
from build_tools.model import KINDS
from build_tools.translations import Localized


def entry_body(catalog: Catalog, entry: Localized, address: str) -> Markup:
    """Return the checked body, ready to print: stable ids on sections, links as addresses of the built site."""
    body = _with_section_ids(catalog, entry)
    targets = {link.target: _target(entry, link.target, link.is_image, way_up(address)) for link in links(body)}
    return Markup(rewrite_targets(body, targets))  # noqa: S704 - the checks have refused HTML in it


def _with_section_ids(catalog: Catalog, entry: Localized) -> str:
    vocabulary = KINDS[entry.source.kind].sections_vocabulary
    if vocabulary is None:
        return entry.body
    ids = {labels[entry.body_lang]: section for section, labels in catalog.vocabularies[vocabulary].items()}
    lines = entry.body.split("\n")
    for heading in headings(entry.body):
        if heading.text in ids:
            lines[heading.line] += f" {{#{ids[heading.text]}}}"
    return "\n".join(lines)


def _target(entry: Localized, target: str, is_image: bool, root: str) -> str:
    if is_image:
        return f"{root}../media/{KINDS[entry.source.kind].folder}/{target.removeprefix('images/')}"
    key = linked_entry(entry.source.kind, target)
    if key is None or target.startswith("#"):
        return target
    _, hash_sign, anchor = target.partition("#")
    return f"{root}{entry_address(*key)}{hash_sign}{anchor}"
