"""How to cite a page."""

import json
from dataclasses import dataclass

from build_tools.settings import Settings
from build_tools.translations import Localized


@dataclass(frozen=True)
class Citation:
    """How to cite a page: as a sentence, for BibTeX, for programs that read RIS, and for CSL processors."""

    text: str
    bibtex: str
    ris: str
    csl: str


def cite(settings: Settings, entry: Localized, address: str) -> Citation:
    """Return the citation of a page; the date is that of its last change, so that it names the version."""
    meta = entry.source.entry
    title = meta.title if entry.is_fallback else entry.title
    url = settings.address(entry.body_lang, address)
    date = meta.updated
    year = date[:4]
    fields = {
        "title": title,
        "author": settings.site_name,
        "year": year,
        "date": date,
        "url": url,
        "langid": entry.body_lang,
    }
    bibtex = "".join(f"  {key} = {{{_plain(value)}}},\n" for key, value in fields.items())
    ris = {"TY": "ELEC", "TI": title, "AU": settings.site_name, "PY": year, "DA": date.replace("-", "/"), "UR": url}
    csl = {
        "id": entry.slug,
        "type": "webpage",
        "title": title,
        "author": [{"literal": settings.site_name}],
        "issued": {"date-parts": [[int(part) for part in date.split("-")]]},
        "URL": url,
        "language": entry.body_lang,
    }
    text = f"{settings.site_name} ({year}). {title}. {url}"
    return Citation(
        text=text,
        bibtex=f"@misc{{{entry.slug},\n{bibtex}}}",
        ris="".join(f"{tag}  - {value}\n" for tag, value in {**ris, "LA": entry.body_lang, "ER": ""}.items()),
        csl=json.dumps(csl, ensure_ascii=False, indent=2),
    )


def _plain(text: str) -> str:
    return text.replace("{", "").replace("}", "").replace("\\", "")
