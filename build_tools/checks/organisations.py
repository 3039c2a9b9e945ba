"""The alias list of organisations says one thing about each name, and nothing about names that nobody uses."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from build_tools.document import Document, Path
from build_tools.errors import Finding
from build_tools.load import Catalog
from build_tools.organisation_files import Alias

NAME = "organisations"
SCOPE = "catalog"

type Uses = Mapping[str, set[str]]


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return names that no practice uses or that stand in the list twice, and slugs that cannot be addresses."""
    aliases, document = catalog.aliases.aliases, catalog.aliases.document
    if document:
        uses = _uses(catalog)
        for index, alias in enumerate(aliases):
            yield from _unused(document, ("organisations", index), alias, uses)
        yield from _twice(document, aliases)
        yield from _slugs(document, aliases)


def _uses(catalog: Catalog) -> Uses:
    """Return the slugs of the practices that use a name, by name."""
    found: dict[str, set[str]] = defaultdict(set)
    for source in catalog.of_kind("practice"):
        for organisation in source.practice.organisations:
            found[organisation.name].add(source.slug)
    return found


def _unused(document: Document, here: Path, alias: Alias, uses: Uses) -> Iterator[Finding]:
    """Return other names, the only name, and practices that make no difference to any practice."""
    where = "of these practices" if alias.practices else "of any practice"
    remedy = "write it as the practice does, with every sign, or delete it"
    paths: list[tuple[Path, str]] = [((*here, "also", n), name) for n, name in enumerate(alias.also)]
    for path, name in paths or [((*here, "name"), alias.name)]:
        found = uses.get(name, set())
        if not (found & set(alias.practices) if alias.practices else found):
            yield _finding(document, path, f"`{name}` is no organisation {where}", remedy)
    for n, practice in enumerate(alias.practices):
        if not any(practice in uses.get(name, ()) for name in alias.names):
            problem = f"no practice `{practice}` names this organisation"
            yield _finding(document, (*here, "practices", n), problem, "write the slug of a practice that does")


def _twice(document: Document, aliases: tuple[Alias, ...]) -> Iterator[Finding]:
    """Return names that stand in the list a second time for the same practices."""
    seen: set[tuple[str | None, str]] = set()
    for index, alias in enumerate(aliases):
        own: set[tuple[str | None, str]] = set()
        for n, name in enumerate(alias.names):
            meanings = {meaning for meaning in alias.meanings if meaning[1] == name}
            if meanings & (seen | own):
                path = ("organisations", index, *(("also", n - 1) if n else ("name",)))
                yield _finding(document, path, f"`{name}` stands here a second time", "keep one of the two")
            own |= meanings
        seen |= own


def _slugs(document: Document, aliases: tuple[Alias, ...]) -> Iterator[Finding]:
    """Return slugs of groups, slugs of digits alone, and slugs given twice."""
    seen: set[str] = set()
    for index, alias in enumerate(aliases):
        path = "organisations", index, "slug"
        if alias.slug and alias.group:
            yield _finding(document, path, "a group has no page", "delete the slug")
        if alias.slug and alias.slug.isdigit():
            yield _finding(document, path, "numbers are the pages of the list", "write a slug with a letter")
        if alias.slug in seen:
            yield _finding(document, path, f"`{alias.slug}` stands here a second time", "write another slug")
        seen |= {alias.slug} if alias.slug else set()


def _finding(document: Document, path: Path, problem: str, remedy: str) -> Finding:
    return Finding(document.path, *document.position(path), NAME, problem, remedy)
