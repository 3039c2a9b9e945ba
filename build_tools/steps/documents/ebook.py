"""Books for e-readers: EPUB 3."""

from pathlib import Path

from build_tools.steps.documents.adapting import adapted
from build_tools.steps.documents.contents import DEPTH, named
from build_tools.steps.documents.layout import imprint, laid_out, opening
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.nodes import document
from build_tools.steps.documents.pandoc import write_document
from build_tools.steps.documents.typeset import PROGRAM
from build_tools.translations import direction

STYLESHEET = PROGRAM / "build_tools" / "templates" / "document.css"


def as_epub(manuscript: Manuscript, root: Path, day: int) -> bytes:
    """Return a manuscript as EPUB 3; images are found below `root`.

    Raises:
        DefectError: pandoc failed; its words are in the message.

    """
    blocks = adapted(named(laid_out(manuscript) + imprint(manuscript)), "epub3")
    meta = {
        "title": manuscript.title,
        "subtitle": manuscript.label,
        "author": manuscript.site,
        "publisher": manuscript.site,
        "date": manuscript.date,
        "lang": manuscript.lang,
        "dir": direction(manuscript.lang),
        "description": manuscript.summary,
        "identifier": manuscript.address,
        "toc-title": manuscript.words["contents"],
    }
    options = ["--standalone", "--toc", f"--toc-depth={DEPTH}", "--split-level=1", "--css", str(STYLESHEET)]
    whole = document([*adapted(opening(manuscript), "epub3"), *blocks], meta)
    return write_document(whole, "epub3", [*options, "--resource-path", str(root)], day)
