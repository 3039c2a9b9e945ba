"""The last gate: reads every finished page as a browser would and refuses what must never be published.

It looks for scripts, handlers, frames and addresses that are not ours, broken links and anchors, and faults of
structure that make a page hard to use (headings, ids, images without description).
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple
from urllib.parse import unquote, urljoin

from selectolax.lexbor import LexborHTMLParser, LexborNode

FORBIDDEN = "iframe, frame, object, embed, applet, base, form, style, svg script, math, link[rel=import]"
_HANDLER = re.compile(r"[\s\"'/]on[a-z]+\s*=", re.I)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*:", re.I)
_OWN_SCRIPT = re.compile(
    r"(?:\.{0,2}/)*[\w/.-]*(?:assets|assets/(?:benchmark|find|search)/[0-9a-f]+)/[\w.-]+\.js(?:\?\w+)?"
)
_LOADED = "[src], [srcset], [poster], [data], [background], image, use, link:not([rel=canonical]):not([rel=alternate])"
_LOADING = ("src", "srcset", "poster", "data", "background", "href", "xlink:href")


class Fault(NamedTuple):
    """Something on a finished page that must not be there."""

    page: str
    what: str


@dataclass(frozen=True)
class PageFacts:
    """What the gate needs to know of a page: its anchors, where its links lead, and its own faults."""

    anchors: frozenset[str]
    targets: frozenset[tuple[str, str]]
    faults: tuple[str, ...]


def read_page(path: str, html: str, base_path: str) -> PageFacts:
    """Return the facts of a page; `path` is its place below the folder to publish, such as `en/about/index.html`."""
    tree = LexborHTMLParser(html)
    ids = [str(node.attributes["id"]) for node in tree.css("[id]")]
    targets = frozenset(_targets(tree, path, base_path))
    return PageFacts(frozenset(ids), targets, tuple(_faults(tree, html, ids)))


def check_links(facts: Mapping[str, PageFacts], other_files: frozenset[str]) -> list[Fault]:
    """Return links between pages that lead to no file or no anchor, and every fault of the pages themselves."""
    found = [Fault(page, fault) for page, own in facts.items() for fault in own.faults]
    known = facts.keys() | other_files
    for page, own in facts.items():
        for target, anchor in own.targets:
            if target not in known:
                found.append(Fault(page, f"the link to {target} leads nowhere"))
            elif anchor and target in facts and anchor not in facts[target].anchors:
                found.append(Fault(page, f"there is no anchor #{anchor} in {target}"))
    return sorted(found)


def _targets(tree: LexborHTMLParser, path: str, base_path: str) -> Iterator[tuple[str, str]]:
    here = base_path + path.removesuffix("index.html")
    for node in tree.css("a[href], img[src], script[src], link[href]:not([rel=canonical]):not([rel=alternate])"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if not _SCHEME.match(address) and not address.startswith("//"):
            way, _, anchor = address.partition("#")
            place = unquote(_resolve(here, way.partition("?")[0]))
            yield _file(place.removeprefix(base_path)), unquote(anchor)


def _resolve(here: str, way: str) -> str:
    """Return where a relative address leads from `here`, as browsers resolve it."""
    if not way or way == "./":
        return here
    folder = here.rpartition("/")[0].split("/")
    while way.startswith(("../", "./")):
        folder = folder[:-1] if way.startswith("../") and len(folder) > 1 else folder
        way = way.partition("/")[2]
    return urljoin("/".join(folder) + "/", way) if ".." in way or way.startswith("/") else "/".join((*folder, way))


def _file(path: str) -> str:
    return f"{path}index.html" if not path or path.endswith("/") else path


def _faults(tree: LexborHTMLParser, html: str, ids: list[str]) -> Iterator[str]:
    yield from (f"<{node.tag}> is not allowed" for node in tree.css(FORBIDDEN))
    yield from (
        f"a script that is not ours: {node.html or ''}"[:120]
        for node in tree.css("script")
        if not _is_ours(node) and not _is_data(node)
    )
    yield from (f"an address with an empty part: {address}" for address in _broken(tree))
    yield from (f"an address that is not ours: {address}" for address in _foreign(tree))
    if _HANDLER.search(html):
        yield from _handlers(tree)
    for node in tree.css("a[href]"):
        address = (node.attributes["href"] or "").strip()
        if _SCHEME.match(address) and not address.lower().startswith(("https://", "http://")):
            yield f"a link with a scheme that is not allowed: {address[:80]}"
    yield from (f"the id {name} stands on the page twice" for name, count in Counter(ids).items() if count > 1)
    yield from _structure(tree)


def _is_ours(node: LexborNode) -> bool:
    return bool(_OWN_SCRIPT.fullmatch(node.attributes.get("src") or "")) and not node.text().strip()


def _is_data(node: LexborNode) -> bool:
    """Return whether a script element is a block of JSON-LD and nothing else: browsers do not run that."""
    if node.attributes != {"type": "application/ld+json"}:
        return False
    try:
        return isinstance(json.loads(node.text()), dict)
    except ValueError:
        return False


def _foreign(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css(_LOADED):
        for address in filter(None, map(node.attributes.get, _LOADING)):
            if _SCHEME.match(address) or "//" in address:
                yield address[:120]
    for node in tree.css("[style*='url']"):
        yield str(node.attributes["style"])[:120]
    for node in tree.css("meta[http-equiv=refresh]"):
        if "//" in (node.attributes.get("content") or ""):
            yield str(node.attributes["content"])[:120]


def _broken(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("[href], [src]"):
        address = node.attributes.get("href") or node.attributes.get("src") or ""
        if not _SCHEME.match(address) and "//" in address:
            yield address[:120]


def _handlers(tree: LexborHTMLParser) -> Iterator[str]:
    for node in tree.css("*"):
        yield from (f"the handler {name} on <{node.tag}>" for name in node.attributes if name.lower().startswith("on"))


def _structure(tree: LexborHTMLParser) -> Iterator[str]:
    levels = [int(str(node.tag)[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
    if levels.count(1) != 1:
        yield f"the page has {levels.count(1)} headings of the first level"
    for above, level in pairwise(levels):
        if level > above + 1:
            yield f"a heading of level {level} follows one of level {above}"
    if not tree.css_first("html[lang]"):
        yield "the page does not say its language"
    yield from ("an image without description" for node in tree.css("img") if "alt" not in node.attributes)
