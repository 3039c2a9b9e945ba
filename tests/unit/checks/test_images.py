from dataclasses import replace
from pathlib import Path

import pytest

from build_tools.checks import images
from build_tools.errors import Finding
from build_tools.load import Catalog
from tests.unit.samples import PAGE_HEAD, SETTINGS, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 100
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 100
WEBP = b"RIFF\x00\x00\x00\x00WEBP" + b"\x00" * 100
PICTURE = "content/pages/images/plan.png"

NO_TEXT, NO_FILE = "the image has no description", "there is no image `"
BAD = (
    ("`▸![](images/plan.png)`", NO_TEXT),
    ("Text ▸![](images/plan.png)", NO_TEXT),
    ("Text ▸![  ](images/plan.png)", NO_TEXT),
    ("ä\n\n- ▸![A plan](images/other.png)", NO_FILE),
    ("▸![A plan](https://elsewhere.example/plan.png)", NO_FILE),
    ("▸![A plan](../practices/images/plan.png)", NO_FILE),
    ("▸![A plan](plan.png)", NO_FILE),
    ("[▸![](images/plan.png)](home.md)", NO_TEXT),
    ("[see ▸![A plan](https://elsewhere.example/plan.png)](home.md)", NO_FILE),
)


def with_files(root: Path, files: dict[str, bytes]) -> Catalog:
    for name, content in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(content)
    return catalog(settings=replace(SETTINGS, root=root), images=files)


def in_text(text: str) -> list[Finding]:
    subject = catalog(source(text))
    subject.images = frozenset({PICTURE})
    return [finding for finding in images.find(subject, subject) if finding.path.endswith(".md")]


@pytest.fixture(autouse=True)
def _no_files(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """Let tests of texts name pictures that no disk holds."""
    if "tmp_path" not in request.fixturenames:
        monkeypatch.setattr(images, "_file", lambda path, catalog: iter(()))


@pytest.mark.parametrize("body", ["![A plan](images/plan.png)", '![A plan](images/plan.png "Title")', "[text](x.md)"])
def test_described_image_beside_the_page_passes(body: str) -> None:
    assert in_text(PAGE_HEAD + body) == []


@pytest.mark.parametrize(("body", "problem"), BAD)
def test_bad_image_is_found_where_it_starts(body: str, problem: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    findings = in_text(text)
    assert places_of(findings) == places
    assert problem in findings[0].problem


def test_a_translation_uses_the_images_of_its_original() -> None:
    text, places = unmark(TRANSLATION_HEAD + "![Plan](images/plan.png) ▸![](images/plan.png)")
    subject = catalog(translated(text), images=[PICTURE])
    findings = list(images.find(subject, subject))
    assert places_of(findings) == places
    assert findings[0].path == "content/pages/de/a-page.md"


@pytest.mark.parametrize(
    ("name", "content"),
    [("plan.png", PNG), ("plan.jpg", JPEG), ("plan.jpeg", JPEG), ("plan.webp", WEBP), ("PLAN.PNG", PNG)],
)
def test_file_that_is_what_its_name_says_passes(tmp_path: Path, name: str, content: bytes) -> None:
    subject = with_files(tmp_path, {f"content/pages/images/{name}": content})
    assert list(images.find(subject, subject)) == []


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("plan.png", JPEG, "not an image of the type"),
        ("plan.jpg", b"<svg onload='alert(1)'>", "not an image of the type"),
        ("plan.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not an image of the type"),
        ("plan", PNG, "not an image of the type"),
        ("plan.png", b"", "not an image of the type"),
        ("plan.webp", b"RIFF\x00\x00\x00\x00WAVE" + b"\x00" * 100, "not an image of the type"),
        ("plan.png", PNG + b"\x00" * 500_000, "the image has 500,108 bytes"),
    ],
)
def test_bad_file_is_found(tmp_path: Path, name: str, content: bytes, problem: str) -> None:
    subject = with_files(tmp_path, {f"content/pages/images/{name}": content})
    (finding,) = images.find(subject, subject)
    assert (finding.path, finding.line, finding.column) == (f"content/pages/images/{name}", 1, 1)
    assert problem in finding.problem


def test_symbolic_link_is_found(tmp_path: Path) -> None:
    (tmp_path / "elsewhere.png").write_bytes(PNG)
    folder = tmp_path / "content/pages/images"
    folder.mkdir(parents=True)
    (folder / "plan.png").symlink_to(tmp_path / "elsewhere.png")
    subject = catalog(settings=replace(SETTINGS, root=tmp_path), images=[PICTURE])
    (finding,) = images.find(subject, subject)
    assert (finding.path, finding.problem) == (PICTURE, "the image is a symbolic link")
