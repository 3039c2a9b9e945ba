"""What the comparison of practices shows beyond the catalog of the explore page, in the words of one language."""

from typing import Any

from build_tools.translations import Localized, direction
from build_tools.views import View


def comparison(view: View) -> dict[str, Any]:
    """Return the facts of every practice by slug; names and regions are in the language of its source."""
    return {entry.slug: _facts(view, entry) for entry in view.practices}


def _facts(view: View, entry: Localized) -> dict[str, Any]:
    practice = entry.source.practice
    return {
        "organisations": [
            {"name": named.name, "role": view.label("organisation-roles", named.role)}
            for named in practice.organisations
        ],
        "region": practice.region or "",
        "source": _language(practice.lang),
        "period": view.period(practice.period),
        "status": view.label("statuses", practice.status),
        "track": [view.label("tracks", term) for term in practice.track],
        "outcomes": entry.outcomes,
        "text": _language(entry.body_lang),
    }


def _language(lang: str) -> dict[str, str]:
    return {"lang": lang, "dir": direction(lang)}
