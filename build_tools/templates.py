"""The templates of generated Markdown, and the little that writing Markdown and HTML safely needs."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from build_tools.addresses import (
    country_address,
    entry_address,
    facet_address,
    indicator_address,
    kind_address,
    organisation_address,
    organisations_address,
    paper_address,
    statistic_address,
    way_up,
)
from build_tools.downloads import MEDIA_TYPES
from build_tools.translations import Localized, direction
from build_tools.views import View, own_name

_SPECIAL = re.compile(r"[^\w\s.,;:'’“”„–—/+%€()-]|_")


@cache
def environment() -> Environment:
    """Return the environment of all templates: every value is escaped, an unknown name is an error."""
    folder = Path(__file__).with_name("templates")
    env = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.globals.update(entry_address=entry_address, facet_address=facet_address, kind_address=kind_address)
    env.globals.update(indicator_address=indicator_address, paper_address=paper_address, direction=direction, card=card)
    env.globals.update(organisation_address=organisation_address, organisations_address=organisations_address)
    env.globals.update(statistic_address=statistic_address, country_address=country_address)
    env.globals.update(media_types=MEDIA_TYPES, own_name=own_name, size_words=size_words)
    env.filters["inert"] = inert
    return env


def render_page(template: str, view: View, address: str, meta: dict[str, Any], **values: Any) -> str:
    """Return a generated Markdown file: its front matter for the page printer, then the filled template."""
    text = (
        environment()
        .get_template(template)
        .render(view=view, t=view.text, address=address, root=way_up(address), meta=meta, **values)
    )
    return f"---\n{json.dumps({'page': meta}, ensure_ascii=False)}\n---\n{text}"


def card(view: View, entry: Localized, root: str, level: int, note: str = "") -> Markup:
    """Return an entry as an item of a list, with a note on why it stands there.

    `root` is the way to the language's folder, `level` that of its heading.
    """
    module = environment().get_template("card.html.j2").module
    key = "card", view.lang, entry.source, entry.translated, root, level, note
    return view.site.remember(key, lambda: Markup(module.card(view, entry, root, level, note)))  # type: ignore[attr-defined] # noqa: S704


def size_words(view: View, size: int) -> str:
    """Return the size of a file in words, rounded: kilobytes, or megabytes with a decimal."""
    if size >= 1_000_000:
        return view.text("download-megabytes", n=view.number(size / 1_000_000, 1))
    return view.text("download-kilobytes", n=view.number(max(size / 1000, 1)))


def inert(text: str) -> Markup:
    """Return a text in which neither Markdown nor HTML finds anything to act on."""
    return Markup(_SPECIAL.sub(lambda match: f"&#{ord(match[0])};", text))  # noqa: S704 - only entities are added
