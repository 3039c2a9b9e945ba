"""Documents for Word: real styles, a table of contents, boxes that can be ticked."""

import re
import tempfile
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from build_tools.steps.documents.adapting import adapted
from build_tools.steps.documents.archives import unzipped, zipped
from build_tools.steps.documents.contents import Heading, named, outline
from build_tools.steps.documents.layout import imprint, laid_out, opening
from build_tools.steps.documents.manuscript import Manuscript
from build_tools.steps.documents.nodes import Node, document, raw
from build_tools.steps.documents.pandoc import run_pandoc, write_document
from build_tools.translations import direction

_FONT = "Calibri"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACES = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_RELATIONS}"'
_PAGE_BREAK = raw("openxml", '<w:p><w:r><w:br w:type="page"/></w:r></w:p>', is_block=True)
# Space before and after (twentieths of a point), more paragraph properties, size (half points), more run properties.
_STYLES: dict[str, tuple[int, int, str, int, str]] = {
    "BodyText": (60, 120, "", 21, ""),
    "Compact": (30, 30, "", 21, ""),
    "Title": (600, 120, "", 56, "<w:b/><w:bCs/>{primary}"),
    "Subtitle": (0, 60, "", 26, "{quiet}"),
    "Author": (0, 0, "", 22, "{quiet}"),
    "Date": (0, 240, "", 22, "{quiet}"),
    "Heading1": (360, 120, "<w:keepNext/><w:keepLines/>", 32, "<w:b/><w:bCs/>{primary}"),
    "Heading2": (280, 80, "<w:keepNext/><w:keepLines/>", 26, "<w:b/><w:bCs/>{primary}"),
    "Heading3": (220, 60, "<w:keepNext/><w:keepLines/>", 23, "<w:b/><w:bCs/>{primary}"),
    "FootnoteText": (0, 40, "", 17, ""),
    "TOCHeading": (360, 120, "<w:keepNext/>", 28, "<w:b/><w:bCs/>{primary}"),
}
_OWN_STYLES: dict[str, tuple[int, int, str, int, str]] = {
    "Summary": (120, 240, "", 25, "{primary}"),
    "Fact": (30, 50, '<w:ind w:left="240" w:hanging="240"/>', 20, ""),
    "Checklist": (50, 50, '<w:ind w:left="400" w:hanging="400"/>', 21, ""),
    "Notice": (120, 240, '<w:shd w:val="clear" w:color="auto" w:fill="F1F1F1"/>', 20, ""),
    "TOC1": (30, 30, "", 21, ""),
    "TOC2": (10, 10, '<w:ind w:left="360"/>', 20, ""),
}
_LEVELS = {"Heading1": 0, "Heading2": 1, "Heading3": 2, "TOCHeading": 9}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="A6A6A6"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (("top", 60), ("left", 100), ("bottom", 60), ("right", 100))
)
_TABLE = (
    f"<w:tblPr><w:tblBorders>{_BORDERS}</w:tblBorders><w:tblCellMar>{_MARGINS}</w:tblCellMar></w:tblPr>"
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/><w:bCs/></w:rPr>'
    '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F1F1F1"/></w:tcPr></w:tblStylePr>'
)
_PAGE = (
    '<w:footerReference w:type="default" r:id="rId90"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="680" w:gutter="0"/>'
)
_FOOTER = (
    f'<w:ftr {_NAMESPACES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)


def as_docx(manuscript: Manuscript, root: Path, day: int) -> bytes:
    """Return a manuscript for Word; images are found below `root`.

    Raises:
        DefectError: pandoc failed; its words are in the message.

    """
    blocks = named(laid_out(manuscript) + imprint(manuscript))
    contents = _contents(manuscript.words["contents"], outline(blocks))
    whole = adapted([*opening(manuscript), contents, _PAGE_BREAK, *blocks], "docx")
    is_rtl = direction(manuscript.lang) == "rtl"
    meta = {
        "title": manuscript.title,
        "subtitle": manuscript.label,
        "author": manuscript.site,
        "date": manuscript.words["date"],
        "lang": manuscript.lang,
        "dir": "rtl" if is_rtl else "",
        "description": manuscript.summary,
    }
    with tempfile.NamedTemporaryFile(suffix=".docx") as reference:
        reference.write(_reference(manuscript.colours[0], is_rtl))
        reference.flush()
        options = ["--standalone", "--reference-doc", reference.name, "--resource-path", str(root)]
        return write_document(document(whole, meta), "docx", options, day)


def _contents(title: str, headings: Sequence[Heading]) -> Node:
    """Return a table of contents that is there before Word renews it; it names no pages, which only Word knows."""
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
    field = f'{begin}TOC \\o "1-2" \\n \\h \\z</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    lines = [
        f'<w:p><w:pPr><w:pStyle w:val="TOC{level}"/></w:pPr>{"" if place else field}'
        f'<w:hyperlink w:anchor="{name}"><w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:hyperlink></w:p>'
        for place, (level, words, name) in enumerate(headings)
    ]
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    head = f'<w:p><w:pPr><w:pStyle w:val="TOCHeading"/></w:pPr><w:r><w:t>{escape(title)}</w:t></w:r></w:p>'
    gallery = '<w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
    part = f"<w:sdtPr><w:docPartObj>{gallery}</w:docPartObj></w:sdtPr>"
    inner = f"<w:sdtContent>{head}{''.join(lines)}{end}</w:sdtContent>"
    return raw("openxml", f"<w:sdt>{part}{inner}</w:sdt>", is_block=True)


@cache
def _reference(primary: str, is_rtl: bool) -> bytes:
    """Return a document whose styles, page and footer pandoc takes over: A4, the colour of the network."""
    files = unzipped(run_pandoc(["--print-default-data-file", "reference.docx"]))
    types, relations = "[Content_Types].xml", "word/_rels/document.xml.rels"
    footer_type = "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"
    override = f'<Override PartName="/word/footer1.xml" ContentType="{footer_type}"/></Types>'
    relation = f'<Relationship Type="{_RELATIONS}/footer" Id="rId90" Target="footer1.xml"/></Relationships>'
    styles = _restyled(files["word/styles.xml"].decode(), primary)
    way = "<w:pPrDefault><w:pPr><w:bidi/>" if is_rtl else "<w:pPrDefault><w:pPr>"
    files["word/styles.xml"] = re.sub(r"<w:pPrDefault>\s*<w:pPr>", way, styles).encode()
    files["word/footer1.xml"] = _FOOTER.encode()
    files[types] = files[types].replace(b"</Types>", override.encode())
    files[relations] = files[relations].replace(b"</Relationships>", relation.encode())
    section = re.compile(rb"<w:sectPr>.*?</w:sectPr>|<w:sectPr\s*/>", re.S)
    files["word/document.xml"] = section.sub(f"<w:sectPr>{_PAGE}</w:sectPr>".encode(), files["word/document.xml"])
    return zipped(files)


def _restyled(styles: str, primary: str) -> str:
    for name, form in _STYLES.items():
        styles = _with_form(styles, name, _properties(name, form, primary))
    own = "".join(
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{_shown(name)}"/><w:basedOn w:val="Normal"/>'
        f"<w:qFormat/>{_properties(name, form, primary)}</w:style>"
        for name, form in _OWN_STYLES.items()
    )
    styles = _with_form(styles, "Table", _TABLE)
    fonts = f'<w:rFonts w:ascii="{_FONT}" w:hAnsi="{_FONT}" w:eastAsia="{_FONT}" w:cs="Arial"/>'
    styles = re.sub(r"<w:rFonts[^>]*/>", fonts, styles)
    return styles.replace("</w:styles>", f"{own}</w:styles>")


def _shown(name: str) -> str:
    """Return the name of a style as Word lists it."""
    return f"toc {name[-1]}" if name.startswith("TOC") else name


def _properties(name: str, form: tuple[int, int, str, int, str], primary: str) -> str:
    before, after, paragraph, size, run = form
    colours = {"primary": f'<w:color w:val="{primary.removeprefix("#")}"/>', "quiet": '<w:color w:val="555555"/>'}
    level = f'<w:outlineLvl w:val="{_LEVELS[name]}"/>' if name in _LEVELS else ""
    keep, rest = (paragraph, "") if "keep" in paragraph else ("", paragraph)
    shade, indent = (rest, "") if "shd" in rest else ("", rest)
    spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="264" w:lineRule="auto"/>'
    return (
        f"<w:pPr>{keep}{shade}{spacing}{indent}{level}</w:pPr>"
        f'<w:rPr><w:rFonts/>{run.format(**colours)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    )


def _with_form(styles: str, name: str, properties: str) -> str:
    """Return the styles with other properties in one of them."""
    found = re.search(rf'<w:style [^>]*w:styleId="{name}"\s*>(.*?)</w:style>', styles, re.S)
    assert found, name  # noqa: S101 - pandoc's own file has it
    kept = re.sub(r"<w:(pPr|rPr|tblPr|tblStylePr)\b.*?</w:\1>", "", found[1], flags=re.S)
    return styles[: found.start(1)] + kept.replace("<w:semiHidden />", "") + properties + styles[found.end(1) :]
