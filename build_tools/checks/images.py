"""Images say what they show, are small, and are what their name says they are."""

from collections.abc import Iterator

from build_tools.errors import Finding
from build_tools.load import Catalog, Source, Translated
from build_tools.markdown import Link, links
from build_tools.model import KINDS

NAME = "images"
SCOPE = "catalog"

MAX_BYTES = 500_000
SIGNATURES = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".webp": (b"RIFF",),
}
WEBP = slice(8, 12), b"WEBP"


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return images without description, from elsewhere, missing, and files that are too large or of another type."""
    for subject in catalog.subjects:
        for link in links(subject.document.body):
            if link.is_image and link.target is not None:
                yield from _image(subject, link, link.target, catalog)
    for path in sorted(catalog.images):
        yield from _file(path, catalog)


def _fits(suffix: str, start: bytes) -> bool:
    is_webp = start[WEBP[0]] == WEBP[1]
    return start.startswith(SIGNATURES.get(suffix, ())) and (is_webp or suffix != ".webp")


def image_path(subject: Source | Translated, target: str) -> str:
    """Return the file that an image target means: a name in the folder `images` beside the entries."""
    return f"content/{KINDS[subject.kind].folder}/{target}"


def _image(subject: Source | Translated, link: Link, target: str, catalog: Catalog) -> Iterator[Finding]:
    place = subject.document.in_body(link.offset)
    if not link.text.strip():
        yield Finding(
            subject.document.path,
            *place,
            NAME,
            "the image has no description",
            "write ![what it shows](images/name.png)",
        )
    if image_path(subject, target) not in catalog.images:
        remedy = "put the file into the folder images beside the page and write images/name.png"
        yield Finding(subject.document.path, *place, NAME, f"there is no image `{target}`", remedy)


def _file(path: str, catalog: Catalog) -> Iterator[Finding]:
    file = catalog.settings.root / path
    if file.is_symlink():
        yield Finding(path, 1, 1, NAME, "the image is a symbolic link", "put the file itself here")
        return
    if file.stat().st_size > MAX_BYTES:
        yield Finding(
            path, 1, 1, NAME, f"the image has {file.stat().st_size:,} bytes", f"save it with at most {MAX_BYTES:,}"
        )
    with file.open("rb") as stream:
        start = stream.read(16)
    if not _fits(file.suffix.lower(), start):
        yield Finding(
            path, 1, 1, NAME, "the file is not an image of the type its name says", "save it as .png, .jpg or .webp"
        )
