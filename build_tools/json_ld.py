"""What the page of an entry says of itself to other programs: words of schema.org, as JSON-LD.

A practice or a recommendation is an `Article`: the page reports on something. A guideline is a `LearningResource`
too: people learn from it how to do a thing. A page that shows the text of another language names its original as
canonical, and says what the original says.
"""

import json
from collections.abc import Mapping
from typing import Any

from build_tools.addresses import entry_address, kind_address
from build_tools.api_model import API, LICENCE_ADDRESSES
from build_tools.load import Source as CatalogSource
from build_tools.model import SEVERAL_COUNTRIES, Period, Practice, Source
from build_tools.terms import terms_of
from build_tools.translations import Localized
from build_tools.views import View

TYPES: Mapping[str, str | list[str]] = {
    "practice": "Article",
    "guideline": ["Article", "LearningResource"],
    "recommendation": "Article",
}
_ABOUT = ("themes", "indicators")
_KEYWORDS = ("sectors", "target-groups", "phases", "wbl-models", "tracks")

# What could end a script element, or start another one, in an HTML parser; the last two end lines in old scripts.
_UNSAFE = "<>&\u2028\u2029"


def entry_data(view: View, entry: Localized) -> str:
    """Return the text of the data block of an entry's page, safe inside a script element; empty for a text page."""
    if entry.source.kind not in TYPES:
        return ""
    shown = view.site.views[entry.body_lang]
    original = shown.entries[entry.source.key]
    key = "json-ld", shown.lang, original.source, original.translated, tuple(_languages(shown, original))
    return view.site.remember(key, lambda: script_text(_graph(shown, original)))


def script_text(data: Mapping[str, Any]) -> str:
    """Return data as JSON that no HTML parser takes for markup."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    for character in _UNSAFE:
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text


def _graph(view: View, entry: Localized) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": [_work(view, entry), _way_to(view, entry)]}


def _work(view: View, entry: Localized) -> dict[str, Any]:
    meta, settings = entry.source.entry, view.catalog.settings
    here = _page(view, view.lang, entry)
    publisher = {"@type": "Organization", "name": settings.site_name, "url": settings.site_url}
    return {
        "@type": TYPES[entry.source.kind],
        "name": entry.title,
        "headline": entry.title,
        "description": entry.summary,
        "url": here,
        "mainEntityOfPage": here,
        "inLanguage": view.lang,
        "isPartOf": {"@type": "WebSite", "name": settings.site_name, "url": settings.site_url},
        "author": publisher,
        "publisher": publisher,
        "datePublished": meta.added,
        "dateModified": meta.updated,
        "license": LICENCE_ADDRESSES[meta.licence],
        "isAccessibleForFree": True,
        **_subjects(view, entry),
        "citation": [_cited(source) for source in meta.sources],
        **_translations(view, entry),
        **(_place_and_time(view, meta) if isinstance(meta, Practice) else {}),
    }


def _page(view: View, lang: str, entry: Localized) -> str:
    return view.catalog.settings.address(lang, entry_address(entry.source.kind, entry.slug))


def _subjects(view: View, entry: Localized) -> dict[str, Any]:
    found = view.site.remember(("terms", entry.source), lambda: _terms(entry.source))
    audiences = [view.label(*term) for term in found if term[0] == "audiences"]
    return {
        "about": [_defined_term(view, *term) for term in found if term[0] in _ABOUT],
        "keywords": [view.label(*term) for term in found if term[0] in _KEYWORDS],
        **({"audience": [{"@type": "Audience", "audienceType": label} for label in audiences]} if audiences else {}),
    }


def _terms(source: CatalogSource) -> list[tuple[str, str]]:
    """Return the terms of an entry as (vocabulary, term), each once."""
    return list(dict.fromkeys((vocabulary, term) for _, vocabulary, term in terms_of(source.entry)))


def _defined_term(view: View, vocabulary: str, term: str) -> dict[str, str]:
    return {
        "@type": "DefinedTerm",
        "name": view.label(vocabulary, term),
        "termCode": term,
        "inDefinedTermSet": view.catalog.settings.address(f"{API}vocabularies/{vocabulary}.json"),
    }


def _cited(source: Source) -> dict[str, Any]:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "publisher": {"@type": "Organization", "name": source.publisher},
        "url": source.url,
        **({"datePublished": str(source.year)} if source.year else {}),
    }


def _translations(view: View, entry: Localized) -> dict[str, Any]:
    """Return the original of a translation, or the translations of an original."""
    original = entry.source.entry.lang
    if view.lang != original:
        return {"translationOfWork": _version(view, original, entry)}
    others = [lang for lang in _languages(view, entry) if lang != original]
    return {"workTranslation": [_version(view, lang, entry) for lang in others]} if others else {}


def _languages(view: View, entry: Localized) -> list[str]:
    return view.site.own_text[entry.source.key]


def _version(view: View, lang: str, entry: Localized) -> dict[str, Any]:
    return {"@type": TYPES[entry.source.kind], "url": _page(view, lang, entry), "inLanguage": lang}


def _place_and_time(view: View, practice: Practice) -> dict[str, Any]:
    places = [_place(view, code) for code in practice.countries]
    period = _interval(practice.period)
    return {"spatialCoverage": places, **({"temporalCoverage": period} if period else {})}


def _place(view: View, code: str) -> dict[str, str]:
    if code == SEVERAL_COUNTRIES:
        return {"@type": "Place", "name": view.country(code)}
    return {"@type": "Country", "name": view.country(code), "identifier": code}


def _interval(period: Period) -> str:
    """Return a period as ISO 8601 writes it; two points stand for an end that is open. Empty without a start."""
    return f"{period.start}/{period.end or '..'}" if period.start else ""


def _way_to(view: View, entry: Localized) -> dict[str, Any]:
    kind, settings = entry.source.kind, view.catalog.settings
    steps = (
        (view.text("home"), settings.address(view.lang, "")),
        (view.text(f"{kind}s"), settings.address(view.lang, kind_address(kind))),
        (entry.title, _page(view, view.lang, entry)),
    )
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
