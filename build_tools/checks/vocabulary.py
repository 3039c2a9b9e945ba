"""Terms are ids of the closed lists in `content/vocabularies/`."""

import difflib
from collections.abc import Iterator

from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.terms import terms_of

NAME = "vocabulary"
SCOPE = "entry"


def find(subject: Source | Translated, catalog: Catalog) -> Iterator[Finding]:
    """Return terms that are not in their list, with the nearest term that is, and terms given twice."""
    if isinstance(subject, Translated):
        return
    seen: set[tuple[object, ...]] = set()
    for path, vocabulary, term in terms_of(subject.entry):
        place = subject.document.position(path)
        if term not in catalog.vocabularies.get(vocabulary, {}):
            remedy = _remedy(term, list(catalog.vocabularies.get(vocabulary, {})), vocabulary)
            yield Finding(subject.document.path, *place, NAME, f"`{term}` is not a term of `{vocabulary}`", remedy)
        elif (vocabulary, path[0], term) in seen and vocabulary != "organisation-roles":
            yield Finding(
                subject.document.path, *place, NAME, f"`{term}` stands here a second time", "keep one of the two"
            )
        seen.add((vocabulary, path[0], term))


def _remedy(term: str, terms: list[str], vocabulary: str) -> str:
    near = difflib.get_close_matches(term, terms, n=1)
    place = f"a term of content/vocabularies/{vocabulary}.yml"
    return f"write `{near[0]}` or another term of content/vocabularies/{vocabulary}.yml" if near else f"write {place}"
