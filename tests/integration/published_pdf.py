"""What tests read in a PDF: its marks for screen readers, its fonts, its bookmarks, and its words in reading order."""

import re
import subprocess
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
from pypdf import PdfReader


@dataclass(frozen=True)
class Examined:
    """A PDF as programs for blind readers see it."""

    title: str
    shows_title: bool
    language: str
    is_tagged: bool
    tags: frozenset[str]
    conformance: str
    fonts: frozenset[str]
    loose_fonts: frozenset[str]
    bookmarks: tuple[str, ...]
    pages: int


def examine(path: Path) -> Examined:
    """Return what the standard for accessible PDF asks for and a program can see."""
    with pikepdf.open(path) as pdf:
        root = pdf.Root
        with pdf.open_metadata() as metadata:
            part = str(metadata.get("pdfuaid:part", ""))
        fonts = [
            it for it in pdf.objects if isinstance(it, pikepdf.Dictionary) and it.get("/Type") == "/FontDescriptor"
        ]
        loose = [str(it.FontName) for it in fonts if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(it.keys())]
        tags = [
            str(it.S) for it in pdf.objects if isinstance(it, pikepdf.Dictionary) and it.get("/Type") == "/StructElem"
        ]
        return Examined(
            title=str(pdf.docinfo.get("/Title", "")),
            shows_title="/ViewerPreferences" in root and bool(root.ViewerPreferences.get("/DisplayDocTitle", False)),
            language=str(root.get("/Lang", "")),
            is_tagged="/MarkInfo" in root and bool(root.MarkInfo.get("/Marked", False)) and "/StructTreeRoot" in root,
            tags=frozenset(tag.removeprefix("/") for tag in tags),
            conformance=part,
            fonts=frozenset(str(it.FontName) for it in fonts),
            loose_fonts=frozenset(loose),
            bookmarks=tuple(_titles(PdfReader(path).outline)),
            pages=len(pdf.pages),
        )


def _titles(outline: Any) -> list[str]:
    return [title for it in outline for title in (_titles(it) if isinstance(it, list) else [it.title])]


def words_of(path: Path) -> str:
    """Return the words of a PDF in the order of its content, as pdftotext reads them."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


# Words that stand together, and how far apart two places may be: a page's foot and its footnotes lie between.
_TOGETHER, _FAR = 5, 250


def letters(text: str) -> list[str]:
    """Return the words of a text without marks of footnotes, hyphens and forms of letters."""
    plain = unicodedata.normalize("NFKC", re.sub(r"[-\u00ad]\s*\n", "", text))
    return re.findall(r"[^\W\d]{2,}", plain)


def share_in_order(expected: str, read: str) -> float:
    """Return the share (0 to 1) of what is expected, five words at a time, that is read in the same order."""
    wanted, found = _pieces(expected), 0
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, piece in enumerate(_pieces(read)):
        places[piece].append(place)
    last = -1
    for piece in wanted:
        near = places[piece]
        number = bisect_right(near, last)
        if number < len(near) and (last < 0 or near[number] - last < _FAR):
            last, found = near[number], found + 1
    return found / len(wanted)


def share_kept(expected: str, read: str) -> float:
    """Return the share (0 to 1) of the words expected that are read, in any order."""
    wanted = Counter(letters(expected))
    return (wanted & Counter(letters(read))).total() / wanted.total()


def _pieces(text: str) -> list[tuple[str, ...]]:
    words = letters(text)
    return [tuple(words[place : place + _TOGETHER]) for place in range(len(words) - _TOGETHER + 1)]
