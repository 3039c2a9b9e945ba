"""Old addresses lead to new ones: a page per alias, in every language, that works on any static host."""

from collections.abc import Mapping

from build_tools.addresses import entry_address, way_up
from build_tools.templates import environment
from build_tools.views import Site


def files(site: Site) -> Mapping[str, str]:
    """Return one redirecting page per alias and language."""
    return {
        f"{lang}/{entry_address(source.kind, alias)}index.html": _page(site, lang, source.key, alias)
        for source in site.catalog.sources.values()
        for alias in source.entry.aliases
        for lang in site.catalog.settings.languages
    }


def _page(site: Site, lang: str, key: tuple[str, str], alias: str) -> str:
    view = site.views[lang]
    target = entry_address(*key)
    return (
        environment()
        .get_template("moved.html.j2")
        .render(
            t=view.text,
            lang=lang,
            title=view.entries[key].title,
            address=way_up(entry_address(key[0], alias)) + target,
            canonical=site.catalog.settings.address(lang, target),
        )
    )
