"""`llms.txt` (https://llmstxt.org): in Markdown, what the site is and where language models find what they look for.

The file at the root is in the default language and names those of all languages.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from build_tools.addresses import (
    BENCHMARK,
    EXPLORE,
    HOME,
    INDICATORS,
    MAP,
    OPEN_DATA,
    ORGANISATIONS,
    entry_address,
    facet_address,
    feed_address,
    kind_address,
)
from build_tools.api_model import API
from build_tools.api_records import package_address
from build_tools.views import Site, View, own_name

_SPECIAL = re.compile(r"[\\`*_\[\]<>]")


class Link(NamedTuple):
    """A line of a list of files: name, absolute address, and a note on what is there."""

    name: str
    address: str
    note: str = ""


def files(site: Site) -> Mapping[str, str]:
    """Return `llms.txt` at the root and in the folder of every language."""
    default = site.views[site.catalog.settings.languages[0]]
    whole = _text(default) + _section(default.text("llms-languages"), _languages(site))
    return {"llms.txt": whole, **{f"{lang}/llms.txt": _text(view) for lang, view in site.views.items()}}


def _text(view: View) -> str:
    name, summary = _plain(view.catalog.settings.site_name), _plain(view.entries[HOME].summary)
    lists = {"llms-pages": _pages(view), "themes": _themes(view), "open-data": _data(view)}
    sections = "".join(_section(view.text(key), links) for key, links in lists.items())
    return f"# {name}\n\n> {summary}\n\n{view.text('content-licence')}\n{sections}"


def _section(title: str, links: Iterator[Link]) -> str:
    lines = (f"- [{_plain(name)}]({address}){note and f': {_plain(note)}'}\n" for name, address, note in links)
    return f"\n## {_plain(title)}\n\n{''.join(lines)}"


def _pages(view: View) -> Iterator[Link]:
    for kind in view.site.kinds:
        yield Link(view.text(f"{kind}s"), _address(view, kind_address(kind)))
    if view.catalog.benchmark:
        yield Link(view.text("benchmark"), _address(view, BENCHMARK), view.text("benchmark-call-text"))
    if view.catalog.vocabularies.get("indicators"):
        yield Link(view.text("indicators"), _address(view, INDICATORS), view.text("indicators-lead"))
    yield Link(view.text("explore-title"), _address(view, EXPLORE), view.text("explore-lead"))
    yield Link(view.text("browse"), _address(view, "browse/"), view.text("browse-lead"))
    yield Link(view.text("map"), _address(view, MAP), view.text("map-lead"))
    yield Link(view.text("organisations"), _address(view, ORGANISATIONS), view.text("organisations-lead"))
    for entry in view.of_kind("page"):
        if entry.source.key != HOME and not entry.is_fallback:
            yield Link(entry.title, _address(view, entry_address("page", entry.slug)), entry.summary)


def _themes(view: View) -> Iterator[Link]:
    for theme in view.catalog.vocabularies.get("themes", {}):
        if theme in view.site.listed_themes:
            yield Link(view.label("themes", theme), _address(view, facet_address("theme", theme)))


def _data(view: View) -> Iterator[Link]:
    settings = view.catalog.settings
    yield Link(view.text("open-data"), _address(view, OPEN_DATA), view.text("open-data-lead"))
    yield Link(view.text("open-data-index"), settings.address(f"{API}index.json"))
    yield Link(view.text("open-data-openapi"), settings.address(f"{API}openapi.json"))
    yield Link(view.text("open-data-package"), settings.address(package_address(view.site)))
    yield Link(view.text("llms-feed"), settings.address(f"{feed_address(view.lang)}.atom"))
    yield Link(view.text("llms-sitemap"), settings.address("sitemap.xml"))


def _languages(site: Site) -> Iterator[Link]:
    for lang in site.views:
        yield Link(own_name(lang), site.catalog.settings.address(lang, "llms.txt"))


def _address(view: View, address: str) -> str:
    return view.catalog.settings.address(view.lang, address)


def _plain(text: str) -> str:
    """Return a text in which Markdown finds nothing to act on."""
    return _SPECIAL.sub(r"\\\g<0>", text)
