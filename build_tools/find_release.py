"""What the pages that find practices load: their scripts and styles, the catalog and the words of each language.

Published under the digest of it all: browsers may keep a file for ever, and versions cannot mix.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from build_tools.addresses import entry_address
from build_tools.bundle import PROGRAM, bundle
from build_tools.comparison import comparison
from build_tools.facets import EXPLORE_FACETS, LANGUAGE_STATES, entries_by_term, explore_terms, term_label
from build_tools.releases import compact_json
from build_tools.translations import Localized, direction
from build_tools.views import Site, View

_WEB = PROGRAM / "theme" / "web"
_STORE = PROGRAM / "build" / "find-web"
_ENTRIES = ("explore.js", "compare.js", "selection.js")
_TOPICS = ("compare-", "explore-", "search-", "selection-")
_TERMS = ("organisations", "outcomes", "period", "region", "reported-outcomes", "status", "track")


@dataclass(frozen=True)
class FindRelease:
    """The files by name, and the folder below the folder to publish where they stand, with a slash at its end."""

    folder: str
    files: Mapping[str, str]


@lru_cache(maxsize=1)
def find_release(site: Site) -> FindRelease:
    """Return what explore, comparison and selection load; made once per site, before threads ask for it.

    Raises:
        DefectError: the scripts could not be joined.

    """
    files = {**bundle(_WEB, _STORE, _ENTRIES), **_data_files(site)}
    text = json.dumps(sorted(files.items()), ensure_ascii=False)
    return FindRelease(f"assets/find/{hashlib.sha256(text.encode()).hexdigest()[:12]}/", files)


def _data_files(site: Site) -> dict[str, str]:
    files = {}
    for lang, view in site.views.items():
        files[f"catalog.{lang}.json"] = compact_json(catalog(view))
        files[f"comparison.{lang}.json"] = compact_json(comparison(view))
        files[f"strings.{lang}.json"] = compact_json(_strings(view))
    return files


def catalog(view: View) -> dict[str, Any]:
    """Return the labels of the terms of every facet in display order, and the practices in the order of titles."""
    return {
        "vocabularies": {
            facet.name: {term: term_label(view, facet, term) for term in entries_by_term(view, facet)}
            for facet in EXPLORE_FACETS
        },
        "practices": [_practice(entry) for entry in view.practices],
    }


def _practice(entry: Localized) -> dict[str, Any]:
    practice = entry.source.practice
    return {
        "slug": entry.slug,
        "title": entry.title,
        "summary": entry.summary,
        "lang": entry.text_lang,
        "dir": direction(entry.text_lang),
        "address": entry_address("practice", entry.slug),
        "added": practice.added,
        "year": practice.period.start,
        "facets": explore_terms(entry),
    }


def _strings(view: View) -> dict[str, str]:
    strings = view.catalog.interface[view.lang]
    plain = {*_TERMS, *(facet.name for facet in EXPLORE_FACETS), *(f"language-{state}" for state in LANGUAGE_STATES)}
    return {key: text for key, text in strings.items() if key.startswith(_TOPICS) or key in plain}
