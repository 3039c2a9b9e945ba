"""The documents of the project's own site, each one of them: made once, kept in `build/`, shared by all tests."""

import shutil
import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from filelock import FileLock
from selectolax.lexbor import LexborHTMLParser

from build_tools.build import build
from build_tools.downloads import Download
from build_tools.load import load
from build_tools.settings import Settings, read_settings
from build_tools.steps import make_documents
from build_tools.views import Site
from tests.integration.network import REPOSITORY
from tests.integration.published_pdf import examine, share_in_order, share_kept, words_of
from tests.integration.test_documents import needs_epubcheck, needs_office, needs_pdftotext

SETTINGS = read_settings(REPOSITORY)
BOOKS = {"pdf", "docx", "odt", "epub"}


@pytest.fixture(scope="module")
def settings() -> Settings:
    """Give the settings of the project's own site, built; the tests of the browser look at the same folder."""
    with FileLock(REPOSITORY / "build" / "real-site.lock"):
        build(SETTINGS)
    return SETTINGS


@pytest.fixture(scope="module")
def documents(settings: Settings) -> tuple[Download, ...]:
    """Give the documents that the build made; none is made here."""
    said: list[str] = []
    found = make_documents(Site(load(settings)), settings.languages, said.append).found
    assert said == []
    return found


def of_form(documents: tuple[Download, ...], form: str) -> Iterator[Download]:
    return (it for it in documents if it.format == form)


def test_every_language_has_every_guideline_recommendation_compendium_questionnaire_and_brief(
    documents: tuple[Download, ...],
) -> None:
    wanted = {(kind, path.stem) for kind in ("guideline", "recommendation") for path in originals(kind)}
    wanted |= {("compendium", "guidelines"), ("compendium", "recommendations")}
    wanted |= {("questionnaire", role) for role in ("vet-provider", "company", "learner")}
    for lang in SETTINGS.languages:
        found = {(it.kind, it.slug, it.format) for it in documents if it.lang == lang}
        assert {(*it, form) for it in wanted for form in BOOKS} <= found, lang
        assert sum(form == "zip" for _, _, form in found) == 5, lang


def originals(kind: str) -> list[Path]:
    return list((REPOSITORY / "content" / f"{kind}s").glob("*.md"))


def test_every_pdf_is_tagged_titled_and_whole(documents: tuple[Download, ...]) -> None:
    for it in of_form(documents, "pdf"):
        pdf = examine(it.file)
        assert (pdf.title, pdf.language, pdf.conformance) == (it.title, it.lang, "1"), it.path
        assert (pdf.is_tagged, pdf.shows_title, bool(pdf.bookmarks)) == (True, True, True), it.path
        assert (bool(pdf.fonts), pdf.loose_fonts) == (True, frozenset()), it.path


@needs_pdftotext
@pytest.mark.parametrize("lang", SETTINGS.languages)
def test_pdfs_are_read_in_the_order_of_their_pages(settings: Settings, lang: str) -> None:
    for kind in ("guideline", "recommendation"):
        for path in originals(kind):
            page = settings.site / lang / f"{kind}s" / path.stem / "index.html"
            shown = LexborHTMLParser(page.read_text(encoding="utf-8")).css_first(".vw-body")
            assert shown
            pdf = settings.site / "downloads" / lang / f"{kind}s" / f"{path.stem}-{lang}.pdf"
            assert share_in_order(shown.text(separator=" "), words_of(pdf)) >= 0.92, pdf


@needs_epubcheck
def test_epubcheck_finds_no_fault_in_a_compendium_of_any_language(documents: tuple[Download, ...]) -> None:
    books = [it.file for it in of_form(documents, "epub") if (it.kind, it.slug) == ("compendium", "recommendations")]
    assert len(books) == len(SETTINGS.languages)
    with ThreadPoolExecutor(2) as pool:
        assert [fault for fault in pool.map(epub_fault, books) if fault] == []


def epub_fault(path: Path) -> str:
    # Debian's command is a Java archive that not every shell can start.
    check = subprocess.run(["java", "-jar", str(shutil.which("epubcheck")), str(path)], capture_output=True, text=True)
    return check.stdout + check.stderr if check.returncode else ""


@needs_office
@needs_pdftotext
@pytest.mark.parametrize("form", ["docx", "odt"])
def test_libreoffice_loses_nothing_of_a_recommendation_or_guideline(
    documents: tuple[Download, ...], tmp_path: Path, form: str
) -> None:
    slugs = {"longer-stays-abroad", "provider-planning"}
    chosen = [it for it in of_form(documents, form) if it.slug in slugs]
    assert len(chosen) == len(slugs) * len(SETTINGS.languages)
    for it in chosen:
        shutil.copy(it.file, tmp_path / Path(it.path).name)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = sorted(map(str, tmp_path.glob(f"*.{form}")))
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), *files]
    subprocess.run(command, capture_output=True, check=True, timeout=300)
    for it in chosen:
        name = Path(it.path)
        ours = words_of(SETTINGS.site / name.with_suffix(".pdf"))
        theirs = words_of(tmp_path / f"{name.stem}.pdf")
        assert share_kept(ours, theirs) >= 0.95, it.path
