"""Documents to download: accessible PDFs, the same bytes every time, only changed ones made, no dead links."""

import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace as changed
from pathlib import Path
from typing import NamedTuple

import pytest

from build_tools.downloads import MEDIA_TYPES, Download, Downloads, Format
from build_tools.errors import DefectError
from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import make_documents
from build_tools.steps.documents import manuscripts
from build_tools.steps.documents.archives import unzipped
from build_tools.steps.documents.manuscript import Manuscript, Part
from build_tools.steps.documents.typeset import as_pdf
from build_tools.views import Site
from tests.integration.network import Published, copy_network, one, publish, replace
from tests.integration.published_pdf import examine, share_in_order, words_of
from tests.outside_validators import is_there

needs_pdftotext = pytest.mark.skipif(not is_there("pdftotext"), reason="pdftotext is not installed")
needs_epubcheck = pytest.mark.skipif(not is_there("epubcheck"), reason="epubcheck is not installed")
needs_office = pytest.mark.skipif(not is_there("soffice"), reason="LibreOffice is not installed")


class Documented(NamedTuple):
    """The fixture network with its documents: its sources, what is published, and the documents."""

    root: Path
    published: Published
    downloads: Downloads

    def file(self, path: str) -> Path:
        return self.published.folder / "downloads" / path


def with_documents(root: Path) -> Path:
    copy_network(root)
    replace(root / "mkdocs.yml", "downloads: false", "downloads: true")
    return root


def site_of(root: Path) -> Site:
    return Site(load(read_settings(root)))


def make(root: Path, languages: Sequence[str] = ("en", "ar")) -> tuple[Downloads, list[str]]:
    """Make the documents of a site and return them with what was said about progress."""
    said: list[str] = []
    return make_documents(site_of(root), languages, said.append), said


@pytest.fixture(scope="module")
def documented(tmp_path_factory: pytest.TempPathFactory) -> Documented:
    """Give the fixture network, built with its documents; nobody changes it."""
    root = with_documents(tmp_path_factory.mktemp("documents") / "network")
    return Documented(root, publish(root), make(root)[0])


def manuscript_of(root: Path, kind: str, slug: str, lang: str) -> Manuscript:
    return next(it for it in manuscripts(site_of(root)) if (it.kind, it.slug, it.lang) == (kind, slug, lang))


def test_every_document_of_the_network_is_there(documented: Documented) -> None:
    found = {(it.kind, it.slug, it.lang, it.format) for it in documented.downloads.found}
    books = {"pdf", "docx", "odt", "epub"}
    assert {form for kind, slug, lang, form in found if (kind, lang) == ("recommendation", "en")} == books
    assert {
        form for kind, slug, lang, form in found if (kind, slug, lang) == ("questionnaire", "company", "ar")
    } == books
    assert ("practice", "guest-house", "en", "pdf") in found
    assert ("practice", "guest-house", "ar", "pdf") not in found, "its translation is not there in full"
    assert ("guideline", "welcome-learners", "en", "pdf") not in found
    assert ("brief", "fair-access", "en", "zip") in found


def test_every_pdf_is_tagged_titled_and_whole(documented: Documented) -> None:
    for it in documented.downloads.found:
        if it.format == "pdf":
            pdf = examine(it.file)
            assert (pdf.title, pdf.language, pdf.conformance) == (it.title, it.lang, "1"), it.path
            assert pdf.is_tagged, it.path
            assert pdf.shows_title, it.path
            assert pdf.bookmarks, it.path
            assert pdf.fonts, it.path
            assert pdf.loose_fonts == frozenset(), it.path
            assert {"H1", "P"} <= pdf.tags, it.path


@needs_pdftotext
@pytest.mark.parametrize("page", ["recommendations/fund-trainers", "practices/solar-workshop", "practices/bakery-days"])
def test_a_pdf_is_read_in_the_order_of_its_page(documented: Documented, page: str) -> None:
    folder, _, slug = page.partition("/")
    shown = one(documented.published.page(f"en/{page}/"), ".vw-body").text(separator=" ")
    assert share_in_order(shown, words_of(documented.file(f"en/{folder}/{slug}-en.pdf"))) >= 0.9


def test_words_in_another_order_are_noticed() -> None:
    sections = [
        f"The {name} section says what is to be done by {name} first." for name in ("one", "two", "three", "four")
    ]
    assert share_in_order(" ".join(sections), " ".join(sections)) == 1
    assert share_in_order(" ".join(sections), " ".join(reversed(sections))) < 0.4


def test_two_runs_in_two_folders_give_the_same_bytes(documented: Documented, tmp_path: Path) -> None:
    again, _ = make(with_documents(tmp_path / "network"))
    first = {it.path: it.file.read_bytes() for it in documented.downloads.found}
    assert {it.path: it.file.read_bytes() for it in again.found} == first


def test_a_second_run_makes_nothing(documented: Documented) -> None:
    assert make(documented.root)[1] == []


def test_a_changed_page_makes_its_own_documents_and_leaves_none_behind(tmp_path: Path) -> None:
    root = with_documents(tmp_path / "network")
    before, _ = make(root, ["en"])
    replace(root / "content" / "practices" / "guest-house.md", "weeks in a guest house", "months in a guest house")
    after, said = make(root, ["en"])
    new = {it.file for it in after.found} - {it.file for it in before.found}
    assert {it.slug for it in after.found if it.file in new and it.kind == "practice"} == {"guest-house"}
    assert said[-1].startswith(f"made {len(new)} of {len(new)}")
    assert set((root / "build" / "documents").iterdir()) == {it.file for it in after.found}


def test_a_build_of_one_language_makes_the_documents_of_that_language(tmp_path: Path) -> None:
    found, _ = make(with_documents(tmp_path / "network"), ["ar"])
    assert {it.lang for it in found.found} == {"ar"}


def test_a_site_that_wants_no_documents_has_none(network: Published) -> None:
    assert not (network.folder / "en" / "downloads").exists()
    assert network.page("en/practices/bakery-days/").css(".vw-downloads") == []


def test_a_pdf_that_breaks_the_standard_is_refused_with_its_name(documented: Documented) -> None:
    manuscript = changed(manuscript_of(documented.root, "practice", "bakery-days", "en"), title="")
    with pytest.raises(DefectError, match=r"practice bakery-days \(en\) was refused: .*title"):
        as_pdf(manuscript, documented.root, 0)


@needs_pdftotext
def test_code_of_typst_in_a_text_is_shown_and_not_run(documented: Documented, tmp_path: Path) -> None:
    manuscript = manuscript_of(documented.root, "practice", "guest-house", "en")
    hostile = 'A #read("/etc/passwd") $x$ @label <a> #pagebreak() = no // comment \\* *end*.'
    pdf = tmp_path / "hostile.pdf"
    pdf.write_bytes(as_pdf(changed(manuscript, parts=(Part(body=hostile),)), documented.root, 0))
    assert 'A #read("/etc/passwd") $x$ @label <a> #pagebreak() = no // comment * end.' in words_of(pdf)


def test_the_box_names_form_language_and_size(documented: Documented) -> None:
    page = documented.published.page("ar/recommendations/fund-trainers/")
    links = page.css(".vw-downloads__files a")
    forms: tuple[Format, ...] = ("pdf", "docx", "odt", "epub")
    assert [link.attributes["type"] for link in links] == [MEDIA_TYPES[form] for form in forms]
    sizes = [node.text() for node in page.css(".vw-downloads__files .vw-small")]
    assert all(re.fullmatch(r"العربية, [\d٠-٩]+ كيلوبايت", size) for size in sizes), sizes
    assert {link.attributes["hreflang"] for link in links} == {"ar"}
    assert documented.published.page("ar/practices/guest-house/").css(".vw-downloads") == []


def test_the_page_of_downloads_leads_to_every_file_of_its_language(documented: Documented) -> None:
    page = documented.published.page("en/downloads/")
    linked = {str(link.attributes["href"]) for link in page.css(".vw-downloads-page a[download]")}
    assert linked == {f"../../{it.path}" for it in documented.downloads.found if it.lang == "en"}


def test_a_brief_holds_document_figures_and_method(documented: Documented) -> None:
    files = unzipped(documented.file("en/briefs/fair-access-en.zip").read_bytes())
    names = ["fair-access-en-figures.csv", "fair-access-en.docx", "fair-access-en.pdf", "method-en.pdf"]
    assert sorted(files) == names
    assert files[names[0]].startswith(b"statistic,title,country,area,year,value,unit,flags,reliability,source,url\n")


@needs_epubcheck
@pytest.mark.parametrize("path", ["ar/guidelines/welcome-learners-ar.epub", "en/questionnaires/company-en.epub"])
def test_epubcheck_finds_no_fault(documented: Documented, path: str) -> None:
    # Debian's command is a Java archive that not every shell can start.
    command = ["java", "-jar", str(shutil.which("epubcheck")), str(documented.file(path))]
    check = subprocess.run(command, capture_output=True, text=True)
    assert check.returncode == 0, check.stdout + check.stderr


def book(it: Download) -> bool:
    return (it.kind, it.lang) == ("recommendation", "en") and it.format in ("docx", "odt")


@needs_office
@needs_pdftotext
def test_libreoffice_keeps_headings_tables_and_footnotes(documented: Documented, tmp_path: Path) -> None:
    files = [documented.published.folder / it.path for it in documented.downloads.found if book(it)]
    for form in ("docx", "odt"):
        chosen = next(path for path in files if path.suffix == f".{form}")
        folder = tmp_path / form
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(chosen)]
        subprocess.run(command, capture_output=True, check=True, timeout=180)
        words = words_of(folder / f"{chosen.stem}.pdf")
        assert "The problem" in words
        assert "Example leaflet. Example publisher, 2020. https://example.org/leaflet" in words
