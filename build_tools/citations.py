"""How to cite a page."""

import json
from dataclasses import dataclass

from build_tools.settings import Settings
from build_tools.translations import Localized


@dataclass(frozen=True)
class Citation:
    """How to cite a page: as a sentence, for BibTeX and for CSL processors."""

    text: str
    bibtex: str
    csl: str


def cite(settings: Settings, entry: Localized, address: str) -> Citation:
    """Return the citation of a page; the year is that of its last review, or of its addition."""
    meta = entry.source.entry
    title = meta.title if entry.is_fallback else entry.title
    url = settings.address(entry.body_lang, address)
    year = (meta.reviewed or meta.added)[:4]
    fields = {"title": title, "author": settings.site_name, "year": year, "url": url, "langid": entry.body_lang}
    bibtex = "".join(f"  {key} = {{{_plain(value)}}},\n" for key, value in fields.items())
    csl = {
        "id": entry.slug,
        "type": "webpage",
        "title": title,
        "author": [{"literal": settings.site_name}],
        "issued": {"date-parts": [[int(year)]]},
        "URL": url,
        "language": entry.body_lang,
    }
    text = f"{settings.site_name} ({year}). {title}. {url}"
    return Citation(text, f"@misc{{{entry.slug},\n{bibtex}}}", json.dumps(csl, ensure_ascii=False, indent=2))


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("\\", "")
