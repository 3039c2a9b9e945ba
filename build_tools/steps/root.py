"""Files at the root of the site: the choice of language, the page for unknown addresses, colours, robots."""

from collections.abc import Mapping

from build_tools.addresses import HOME
from build_tools.settings import Settings
from build_tools.templates import environment
from build_tools.translations import direction
from build_tools.views import Site, own_name


def files(site: Site) -> Mapping[str, str]:
    """Return the root page, the root 404 page, the network's colours and robots.txt."""
    settings = site.catalog.settings
    return {
        "index.html": _page(site, "root.html.j2", "./"),
        "404.html": _page(site, "root_404.html.j2", settings.base_path),
        "assets/network.css": _colours(settings),
        "robots.txt": f"User-agent: *\nAllow: /\nSitemap: {settings.address('sitemap.xml')}\n",
    }


def _page(site: Site, template: str, root: str) -> str:
    settings = site.catalog.settings
    languages = [
        {
            "code": lang,
            "dir": direction(lang),
            "name": own_name(lang),
            "summary": view.entries[HOME].summary,
            "summary_lang": view.entries[HOME].text_lang,
            "not_found": view.text("not-found-title"),
        }
        for lang in settings.languages
        for view in (site.views[lang],)
    ]
    return environment().get_template(template).render(settings=settings, languages=languages, root=root)


def _colours(settings: Settings) -> str:
    colours = settings.extra.colours
    return f":root {{\n  --vw-primary: {colours.primary};\n  --vw-accent: {colours.accent};\n}}\n"
