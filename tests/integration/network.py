"""The fixture network: another network's site, copied into a temporary folder, built, and read page by page."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from build_tools.build import build
from build_tools.settings import read_settings

REPOSITORY = Path(__file__).resolve().parent.parent.parent
FIXTURE = REPOSITORY / "tests" / "fixtures" / "network"
SITE_URL = "https://nour.example/learn/"
LANGUAGES = ("en", "ar")


def copy_network(root: Path, theme: Path = REPOSITORY / "theme") -> Path:
    """Copy the sources of the fixture network into `root`, with the theme at its place or at another."""
    shutil.copytree(FIXTURE, root, ignore=shutil.ignore_patterns("build", "site"))
    replace(root / "mkdocs.yml", "../../../theme", str(theme))
    return root


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text in a file where it stands exactly once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    path.write_text(text.replace(old, new), encoding="utf-8")


@dataclass(frozen=True)
class Published:
    """A built site: the folder to publish."""

    folder: Path

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def page(self, address: str) -> LexborHTMLParser:
        """Return the page of an address such as `en/about/`, or of a path such as `404.html`."""
        return LexborHTMLParser(self.text(address if address.endswith(".html") else f"{address}index.html"))

    def files(self) -> dict[str, bytes]:
        found = (path for path in sorted(self.folder.glob("**/*")) if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def pages(self) -> Iterator[tuple[str, LexborHTMLParser]]:
        for path in sorted(self.folder.glob("**/*.html")):
            name = path.relative_to(self.folder).as_posix()
            yield name, self.page(name)


def publish(root: Path) -> Published:
    """Build the site in `root` and return the folder to publish."""
    settings = read_settings(root)
    build(settings)
    return Published(settings.site)


def one(tree: LexborHTMLParser, selector: str) -> LexborNode:
    """Return the only node that a selector finds."""
    nodes = tree.css(selector)
    assert len(nodes) == 1, f"{selector} finds {len(nodes)} nodes"
    return nodes[0]
