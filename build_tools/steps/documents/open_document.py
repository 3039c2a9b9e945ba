"""Documents for LibreOffice and its like: OpenDocument text with real styles and a table of contents."""

import re
import tempfile
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from build_tools.steps.documents.adapting import adapted
from build_tools.steps.documents.archives import unzipped, zipped
from build_tools.steps.documents.contents import DEPTH, Heading, named, outline
from build_tools.steps.documents.layout import imprint, laid_out, opening
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.nodes import Node, document, raw
from build_tools.steps.documents.pandoc import run_pandoc, write_document
from build_tools.translations import direction

# Paragraph properties and text properties of styles; {primary} is the colour of the network.
_SPACE = 'fo:margin-top="{}cm" fo:margin-bottom="{}cm" '
_BOLD = 'fo:font-weight="bold" style:font-weight-complex="bold" fo:color="{primary}" '
_SIZE = 'fo:font-size="{0}pt" style:font-size-complex="{0}pt" style:font-size-asian="{0}pt" '
_STYLES = {
    "Title": (_SPACE.format(1, 0.3), _BOLD + _SIZE.format(26)),
    "Subtitle": (_SPACE.format(0, 0.1), 'fo:color="#555555" ' + _SIZE.format(13)),
    "Author": (_SPACE.format(0, 0), 'fo:color="#555555" ' + _SIZE.format(11)),
    "Date": (_SPACE.format(0, 0.4), 'fo:color="#555555" ' + _SIZE.format(11)),
    "Heading_20_1": (_SPACE.format(0.6, 0.2), _BOLD + _SIZE.format(16)),
    "Heading_20_2": (_SPACE.format(0.5, 0.15), _BOLD + _SIZE.format(13)),
    "Heading_20_3": (_SPACE.format(0.4, 0.1), _BOLD + _SIZE.format(11.5)),
    "Footnote": ("", _SIZE.format(8.5)),
    "Summary": (_SPACE.format(0.2, 0.4), 'fo:color="{primary}" ' + _SIZE.format(12.5)),
    "Fact": (_SPACE.format(0.05, 0.08) + 'fo:margin-left="0.4cm" fo:text-indent="-0.4cm" ', _SIZE.format(10)),
    "Checklist": (_SPACE.format(0.08, 0.08) + 'fo:margin-left="0.7cm" fo:text-indent="-0.7cm" ', ""),
    "Notice": (_SPACE.format(0.2, 0.4) + 'fo:background-color="#f1f1f1" ', _SIZE.format(10)),
    "Contents_20_Heading": (_SPACE.format(0.6, 0.2) + 'fo:break-after="auto" ', _BOLD + _SIZE.format(14)),
    "Contents_20_1": (_SPACE.format(0.04, 0.04), ""),
    "Contents_20_2": (_SPACE.format(0, 0) + 'fo:margin-left="0.6cm" ', _SIZE.format(10)),
}


def as_odt(manuscript: Manuscript, root: Path, day: int) -> bytes:
    """Return a manuscript as OpenDocument text; images are found below `root`.

    Raises:
        DefectError: pandoc failed; its words are in the message.

    """
    blocks = named(laid_out(manuscript) + imprint(manuscript))
    contents = _contents(manuscript.words["contents"], outline(blocks))
    whole = adapted([*opening(manuscript), contents, *blocks], "odt")
    meta = {
        "title": manuscript.title,
        "subtitle": manuscript.label,
        "author": manuscript.site,
        "date": manuscript.words["date"],
        "lang": manuscript.lang,
        "description": manuscript.summary,
    }
    with tempfile.NamedTemporaryFile(suffix=".odt") as reference:
        reference.write(_reference(manuscript.colours[0], direction(manuscript.lang)))
        reference.flush()
        options = ["--standalone", "--reference-doc", reference.name, "--resource-path", str(root)]
        return _with_borders(write_document(document(whole, meta), "odt", options, day))


def _contents(title: str, headings: Sequence[Heading]) -> Node:
    """Return a table of contents that is there before the program renews it; pages appear when it does."""
    templates = "".join(
        f'<text:table-of-content-entry-template text:outline-level="{level}" text:style-name="Contents_20_{level}">'
        "<text:index-entry-link-start/><text:index-entry-text/><text:index-entry-link-end/>"
        "</text:table-of-content-entry-template>"
        for level in range(1, DEPTH + 1)
    )
    lines = "".join(
        f'<text:p text:style-name="Contents_20_{level}"><text:a xlink:type="simple" xlink:href="#{name}">'
        f"{escape(words)}</text:a></text:p>"
        for level, words, name in headings
    )
    head = '<text:index-title text:name="Contents1"><text:p text:style-name="Contents_20_Heading">'
    code = (
        f'<text:table-of-content text:name="Contents"><text:table-of-content-source text:outline-level="{DEPTH}">'
        f"{templates}</text:table-of-content-source><text:index-body>{head}{escape(title)}</text:p></text:index-title>{lines}</text:index-body>"
        "</text:table-of-content>"
    )
    return raw("opendocument", code, is_block=True)


@cache
def _reference(primary: str, way: str) -> bytes:
    """Return a document whose styles and page pandoc takes over: A4, the colour of the network, its direction."""
    files = unzipped(run_pandoc(["--print-default-data-file", "reference.odt"]))
    styles = files["styles.xml"].decode()
    for name, (paragraph, run) in _STYLES.items():
        styles = _with_style(styles, name, paragraph, run.format(primary=primary))
    mode = "rl-tb" if way == "rtl" else "lr-tb"
    standard = (
        '<style:style style:name="Standard" style:family="paragraph" style:class="text"><style:paragraph-properties '
        f'style:writing-mode="{mode}" fo:text-align="start"/><style:text-properties style:font-name="Arial" '
        'fo:font-size="10.5pt" style:font-size-complex="10.5pt"/></style:style>'
    )
    styles = re.sub(
        r'<style:style style:name="Standard" style:family="paragraph"\s+style:class="text" />', standard, styles
    )
    for old, new in (("8.5in", "21cm"), ("11in", "29.7cm")):
        styles = styles.replace(old, new)
    styles = re.sub(r'writing-mode="(page|lr-tb)"', f'writing-mode="{mode}"', styles)
    files["styles.xml"] = re.sub(r'fo:margin-(left|right)="1in"', r'fo:margin-\1="2.2cm"', styles).encode()
    return zipped(files, "mimetype")


def _with_style(styles: str, name: str, paragraph: str, run: str) -> str:
    """Return the styles with one of them made anew; its parent and level stay."""
    form = f"<style:paragraph-properties {paragraph}/><style:text-properties {run}/>"
    found = re.search(rf'(<style:style\s+style:name="{name}"[^>]*?)(/>|>.*?</style:style>)', styles, re.S)
    if found:
        return f"{styles[: found.start()]}{found[1]}>{form}</style:style>{styles[found.end() :]}"
    head = f'<style:style style:name="{name}" style:family="paragraph" style:parent-style-name="Text_20_body">'
    return styles.replace("</office:styles>", f"{head}{form}</style:style></office:styles>")


def _with_borders(odt: bytes) -> bytes:
    """Return a document whose tables have lines: pandoc gives every cell a style of its own, without any."""
    files = unzipped(odt)
    cells = r'(<style:table-cell-properties[^>]*?)fo:border="none"'
    content = re.sub(cells, r'\1fo:border="0.5pt solid #a6a6a6" fo:padding="0.12cm"', files["content.xml"].decode())
    files["content.xml"] = content.encode()
    return zipped(files, "mimetype")
