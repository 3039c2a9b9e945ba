"""Sets PDFs with Typst, which refuses what breaks PDF/UA-1: the only module that names `typst`."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from build_tools.errors import DefectError
from build_tools.steps.documents.adapting import adapted
from build_tools.steps.documents.contents import DEPTH
from build_tools.steps.documents.layout import imprint, laid_out
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.nodes import document
from build_tools.steps.documents.pandoc import write_document
from build_tools.translations import direction

PROGRAM = Path(__file__).resolve().parents[3]
_FONTS = PROGRAM / "node_modules" / "@expo-google-fonts"
_FACES = {
    "noto-sans": ("400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"),
    "noto-sans-arabic": ("400Regular", "700Bold"),
}
TEMPLATE = PROGRAM / "build_tools" / "templates" / "document.typ"


def font_files() -> list[Path]:
    """Return the font files that documents are set in.

    Raises:
        DefectError: an npm package is not installed.

    """
    files = [
        path for family, faces in _FACES.items() for face in faces for path in (_FONTS / family / face).glob("*.ttf")
    ]
    if len(files) < sum(len(faces) for faces in _FACES.values()):
        raise DefectError("documents need the npm packages @expo-google-fonts/*; run `make setup`")
    return files


def as_pdf(manuscript: Manuscript, root: Path, day: int) -> bytes:
    """Return a manuscript as tagged PDF; images are found below `root`.

    Raises:
        DefectError: Typst refused the document; its words are in the message.

    """
    import typst  # imported here so that `vetwork check` starts fast

    has_cover = manuscript.style in ("text", "book")  # where the imprint stands
    blocks = laid_out(manuscript) + ([] if has_cover else imprint(manuscript))
    text = write_document(document(adapted(blocks, "typst"), {}), "typst", ["--wrap", "none"]).decode()
    source = f"{TEMPLATE.read_text(encoding='utf-8')}\n{text}".encode()
    compiler = typst.Compiler(source, root=root, font_paths=_fonts())
    try:
        pdf = compiler.compile(
            format="pdf", sys_inputs={"data": json.dumps(_data(manuscript))}, pdf_standards=["ua-1"], timestamp=day
        )
    except typst.TypstError as error:
        name = f"{manuscript.kind} {manuscript.slug} ({manuscript.lang})"
        raise DefectError(f"the PDF of {name} was refused: {error.message}\n{error.diagnostic}") from None
    assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file
    return pdf


@cache
def _fonts() -> Any:
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[path.parent for path in font_files()]
    )


def _data(manuscript: Manuscript) -> Mapping[str, Any]:
    language, _, region = manuscript.lang.partition("-")
    return {
        "title": manuscript.title,
        "summary": manuscript.summary,
        "label": manuscript.label,
        "site": manuscript.site,
        "style": manuscript.style,
        "language": language,
        "region": region or None,
        "rtl": direction(manuscript.lang) == "rtl",
        "colours": manuscript.colours,
        "contents": manuscript.words["contents"],
        "depth": 1 if manuscript.kind == "brief" else DEPTH,
        "about": manuscript.about,
        "notice": manuscript.notice,
    }
