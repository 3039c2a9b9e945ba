"""Says which translations were overtaken by a change of their source. A notice: an old translation still helps."""

from collections.abc import Iterator

from build_tools.errors import Finding
from build_tools.load import Catalog
from build_tools.translations import is_stale, source_hash

NAME = "stale-translations"
SCOPE = "catalog"


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return translations whose source has changed since, with the hash to write once they are up to date."""
    for translated in catalog.translations.values():
        source = catalog.sources.get((translated.kind, translated.slug))
        if source and is_stale(translated, source):
            place = translated.document.position(("source_hash",))
            remedy = f"bring it up to date, then write source_hash: {source_hash(source)}"
            problem = "the source was changed after this translation"
            yield Finding(translated.document.path, *place, NAME, problem, remedy, "notice")
