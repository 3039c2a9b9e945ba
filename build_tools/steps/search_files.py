"""The files of the search: its scripts, and per language the words with which it reads what a reader types."""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.releases import assets_digest, compact_json
from build_tools.search_scripts import FOLDER, search_scripts
from build_tools.sorting import sort_key
from build_tools.views import Site, View, own_name

STOP_WORDS = "search-stop-words"

# Labels and terms of more words are descriptions, which nobody types.
_LONGEST_LABEL = 3
_LONGEST_TERM = 6
_VOCABULARIES = ("sectors", "target-groups", "themes", "wbl-models", "phases")

# Letters that stay whole when accents are taken off; theme/web/search_query.js has the same.
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe"})

type Concept = Mapping[str, Sequence[str]]


def files(site: Site) -> dict[str, str]:
    """Return the scripts and the vocabularies by path."""
    folder = f"{FOLDER}{assets_digest(site)}/"
    scripts = {folder + name: text for name, text in search_scripts().items()}
    return scripts | {f"{FOLDER}vocabulary.{lang}.json": _vocabulary(view) for lang, view in site.views.items()}


def _vocabulary(view: View) -> str:
    strings = view.catalog.interface[view.lang]
    data = {
        "strings": {key: strings[key] for key in sorted(strings) if key.startswith("search-") and key != STOP_WORDS},
        "languages": {code: own_name(code) for code in view.catalog.settings.languages},
        "stop": _stop_words(view),
        "terms": _terms(view),
    }
    return compact_json(data)


def _stop_words(view: View) -> list[str]:
    """Return the words of the language that tell nothing, and those of the default language, which many type."""
    languages = {view.lang, view.catalog.settings.languages[0]}
    return sorted({sort_key(word) for lang in languages for word in view.site.views[lang].text(STOP_WORDS).split()})


def _terms(view: View) -> dict[str, list[str]]:
    """Return, by each term of any language, the terms with the same meaning that the pages of this language use."""
    found: dict[str, dict[str, None]] = {}
    for concept in _concepts(view):
        own = concept.get(view.lang, [])
        for term in (term for terms in concept.values() for term in terms if len(term.split()) <= _LONGEST_TERM):
            others = [other for other in own if sort_key(other) != sort_key(term)]
            found.setdefault(_typed(term), {}).update(dict.fromkeys(others))
    return {term: list(others) for term, others in sorted(found.items()) if others}


def _concepts(view: View) -> Iterator[Concept]:
    """Return the concepts of the glossary, then countries and vocabularies: the labels of a term mean the same."""
    views = view.site.views
    yield from view.catalog.glossary.concepts
    for code in sorted({code for source in view.site.practices for code in source.practice.countries}):
        yield {lang: [other.country(code)] for lang, other in views.items()}
    for name in _VOCABULARIES:
        for labels in view.catalog.vocabularies.get(name, {}).values():
            yield {lang: [labels[lang]] for lang in views if len(labels[lang].split()) <= _LONGEST_LABEL}


def _typed(term: str) -> str:
    """Return a term as the search compares it: its words without accents and signs."""
    return " ".join("".join(c if c.isalnum() else " " for c in sort_key(term).translate(_LETTERS)).split())
