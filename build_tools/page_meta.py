"""The front matter of generated Markdown: what the page skeleton (theme/main.html) needs to know of a page."""

from typing import Any

from build_tools.json_ld import entry_data
from build_tools.translations import Localized, direction
from build_tools.views import View


def page_meta(view: View, title: str, summary: str, section: str = "", **more: Any) -> dict[str, Any]:
    """Return the front matter of a page that exists in every language in full."""
    return {
        "title": title,
        "summary": summary,
        "lang": view.lang,
        "dir": direction(view.lang),
        "section": section,
        "languages": view.catalog.settings.languages,
        "canonical": view.lang,
        "layout": "plain",
        **more,
    }


def list_title(view: View, title: str, page: int, pages: int) -> str:
    """Return the title of a page of a list: from the second on it says which one."""
    return title if page == 1 else f"{title} ({view.text('page-of', page=page, pages=pages)})"


def entry_meta(view: View, entry: Localized, address: str, section: str = "") -> dict[str, Any]:
    """Return the front matter of an entry's page; a fallback names the language of its original as canonical."""
    return page_meta(
        view,
        entry.title,
        entry.summary,
        section or (address.partition("/")[0] if entry.source.kind != "page" else entry.slug),
        lang=entry.text_lang,
        dir=direction(entry.text_lang),
        languages=view.site.own_text[entry.source.key],
        canonical=entry.body_lang,
        fallback=entry.is_fallback,
        layout=entry.source.kind,
        json_ld=entry_data(view, entry),
    )
