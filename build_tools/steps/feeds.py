"""Feeds of what is new, as Atom (RFC 4287) and as JSON Feed 1.1: per language, and per language and theme.

A feed has the entries whose title and summary are in its language. No clock: an entry counts as changed on the day of
its last review, at midnight.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from build_tools.addresses import entry_address, facet_address, feed_address
from build_tools.api_model import LICENCE_ADDRESSES
from build_tools.api_records import content_date
from build_tools.templates import environment
from build_tools.translations import Localized
from build_tools.views import Site, View

MOST = 50
_VERSION = "https://jsonfeed.org/version/1.1"


class Item(NamedTuple):
    """An entry in a feed: its address, which is its id too, the moments of its addition and last change, its themes."""

    entry: Localized
    address: str
    published: str
    updated: str
    themes: Sequence[tuple[str, str]]


class Feed(NamedTuple):
    """A feed: its path without suffix, its title, the page that it belongs to, its last change, its items."""

    path: str
    title: str
    page: str
    updated: str
    items: Sequence[Item]


def files(site: Site) -> Mapping[str, str]:
    """Return both forms of every feed, by path."""
    found: dict[str, str] = {}
    for view in site.views.values():
        for feed in feeds(view):
            found[f"{feed.path}.atom"] = _atom(view, feed)
            found[f"{feed.path}.json"] = _json(view, feed)
    return found


def feeds(view: View) -> Iterator[Feed]:
    """Return the feed of a language, then those of its themes, in the order of the vocabulary."""
    name = view.catalog.settings.site_name
    entries = newest(view)
    yield _feed(view, feed_address(view.lang), name, "", entries)
    for theme in view.catalog.vocabularies.get("themes", {}):
        if theme in view.site.listed_themes:
            title = f"{name}: {view.label('themes', theme)}"
            own = [entry for entry in entries if theme in _themes(entry)]
            yield _feed(view, feed_address(view.lang, theme), title, facet_address("theme", theme), own)


def newest(view: View) -> list[Localized]:
    """Return the entries with title and summary in the language, the newest first; those of one day by slug."""
    found = [entry for kind in view.site.kinds for entry in view.of_kind(kind) if entry.state != "missing"]
    by_slug = sorted(found, key=lambda entry: entry.slug)
    return sorted(by_slug, key=lambda entry: entry.source.entry.added, reverse=True)


def _feed(view: View, path: str, title: str, page: str, entries: Iterable[Localized]) -> Feed:
    items = [_item(view, entry) for entry in list(entries)[:MOST]]
    updated = max((item.updated for item in items), default=_midnight(content_date(view.site)))
    return Feed(path, title, view.catalog.settings.address(view.lang, page), updated, items)


def _item(view: View, entry: Localized) -> Item:
    meta = entry.source.entry
    address = view.catalog.settings.address(view.lang, entry_address(entry.source.kind, entry.slug))
    themes = [(theme, view.label("themes", theme)) for theme in _themes(entry)]
    return Item(entry, address, _midnight(meta.added), _midnight(meta.updated), themes)


def _themes(entry: Localized) -> Sequence[str]:
    themes: Sequence[str] = getattr(entry.source.entry, "themes", ())
    return themes


def _midnight(day: str) -> str:
    return f"{day}T00:00:00Z"


def _atom(view: View, feed: Feed) -> str:
    values = {"address": view.catalog.settings.address(f"{feed.path}.atom"), "licences": LICENCE_ADDRESSES}
    return environment().get_template("feed.atom.j2").render(view=view, feed=feed, **values)


def _json(view: View, feed: Feed) -> str:
    settings = view.catalog.settings
    data = {
        "version": _VERSION,
        "title": feed.title,
        "home_page_url": feed.page,
        "feed_url": settings.address(f"{feed.path}.json"),
        "description": view.text("feed-lead"),
        "authors": [{"name": settings.site_name, "url": settings.site_url}],
        "language": view.lang,
        "items": [_json_item(view, item) for item in feed.items],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _json_item(view: View, item: Item) -> dict[str, object]:
    return {
        "id": item.address,
        "url": item.address,
        "title": item.entry.title,
        "content_text": item.entry.summary,
        "date_published": item.published,
        "date_modified": item.updated,
        "tags": [label for _, label in item.themes],
        "language": view.lang,
    }
