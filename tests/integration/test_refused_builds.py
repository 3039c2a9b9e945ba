"""A build that fails leaves the published folder as it was, and says why."""

import shutil
from pathlib import Path

import pytest

from build_tools.build import build
from build_tools.errors import ContentError, DefectError
from build_tools.search_index import search_index
from build_tools.settings import read_settings
from tests.integration.network import REPOSITORY, Published, copy_network, publish, replace

SKELETON_FAULTS = [
    ("</body>", "<script>alert(1)</script></body>", "a script that is not ours"),
    ("</body>", '<script src="https://else.example/x.js"></script></body>', "an address that is not ours"),
    ("</body>", '<iframe src="./"></iframe></body>', "<iframe> is not allowed"),
    ("</body>", '<a href="javascript:alert(1)">x</a></body>', "a link with a scheme that is not allowed"),
    ("</body>", '<p onclick="x()">x</p></body>', "the handler onclick on <p>"),
    ("</body>", '<a href="no/such/page/">x</a></body>', "leads nowhere"),
    ("</body>", '<a href="#no-such-anchor">x</a></body>', "there is no anchor #no-such-anchor"),
    ("</body>", '<p id="vw-content">x</p></body>', "the id vw-content stands on the page twice"),
    ("</body>", '<img src="./x.png"></body>', "an image without description"),
    ("</body>", "<h6>x</h6></body>", "a heading of level 6 follows"),
    ("</body>", "<h1>x</h1></body>", "2 headings of the first level"),
    ('<html lang="{{ lang }}"', "<html", "the page does not say its language"),
]


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    """Give a copy of the theme that a test may break."""
    return shutil.copytree(REPOSITORY / "theme", tmp_path / "theme")


def test_an_error_in_the_content_stops_before_anything_is_written(sources: Path) -> None:
    before = publish(sources).files()
    replace(sources / "content" / "practices" / "guest-house.md", "themes: [", "topics: [")
    with pytest.raises(ContentError) as caught:
        build(read_settings(sources))
    own = [finding for finding in caught.value.findings if finding.path.endswith("/practices/guest-house.md")]
    assert [finding.check for finding in own] == ["schema", "schema"]
    assert Published(sources / "site").files() == before


def test_several_broken_files_are_reported_together(sources: Path) -> None:
    replace(sources / "content" / "practices" / "guest-house.md", "countries: [", "countrys: [")
    replace(sources / "content" / "pages" / "about.md", "example address](https:", "example address](ftp:")
    with pytest.raises(ContentError) as caught:
        build(read_settings(sources))
    assert {finding.path for finding in caught.value.findings} >= {
        "content/practices/guest-house.md",
        "content/pages/about.md",
    }
    assert not (sources / "site").exists()


def test_a_link_to_an_anchor_that_is_nowhere_is_a_finding(sources: Path) -> None:
    replace(sources / "content" / "pages" / "method.md", "(about.md)", "(about.md#no-such-section)")
    with pytest.raises(ContentError) as caught:
        build(read_settings(sources))
    assert [(finding.path, finding.line, finding.check) for finding in caught.value.findings] == [
        ("content/pages/method.md", 10, "links")
    ]


@pytest.mark.parametrize(("old", "new", "words"), SKELETON_FAULTS, ids=[fault[2] for fault in SKELETON_FAULTS])
def test_the_gate_refuses_what_must_never_be_published(
    tmp_path: Path, theme: Path, old: str, new: str, words: str
) -> None:
    root = copy_network(tmp_path / "network", theme)
    (root / "site").mkdir()
    (root / "site" / "old.html").write_text("the old site", encoding="utf-8")
    replace(theme / "main.html", old, new)
    with pytest.raises(DefectError, match="the last gate refused") as caught:
        build(read_settings(root), ["en"])
    assert words in str(caught.value)
    assert Published(root / "site").files() == {"old.html": b"the old site"}


def test_the_gate_refuses_a_page_again_although_its_facts_are_kept(tmp_path: Path, theme: Path) -> None:
    root = copy_network(tmp_path / "network", theme)
    replace(theme / "main.html", "</body>", "<script>alert(1)</script></body>")
    settings = read_settings(root)
    for _ in range(2):
        with pytest.raises(DefectError, match="a script that is not ours"):
            build(settings, ["en"])


def test_the_gate_reads_the_page_for_unknown_addresses_too(tmp_path: Path, theme: Path) -> None:
    root = copy_network(tmp_path / "network", theme)
    replace(theme / "404.html", "</article>", "<script>alert(1)</script></article>")
    with pytest.raises(DefectError, match=r"en/404\.html: a script that is not ours"):
        build(read_settings(root), ["en"])


def test_a_printer_that_fails_is_quoted_and_leaves_the_old_site(tmp_path: Path, theme: Path) -> None:
    root = copy_network(tmp_path / "network", theme)
    before = publish(root).files()
    replace(theme / "main.html", "</body>", "{{ no_such_function() }}</body>")
    with pytest.raises(DefectError, match="no_such_function"):
        build(read_settings(root))
    assert Published(root / "site").files() == before
    replace(theme / "main.html", "{{ no_such_function() }}</body>", "</body>")
    assert publish(root).files() == before


def test_a_search_index_that_fails_is_a_defect_with_the_words_of_pagefind(tmp_path: Path) -> None:
    with pytest.raises(DefectError, match="Pagefind was not able to build an index"):
        search_index(tmp_path / "empty", tmp_path / "store", "key")


RESERVED_HEADINGS = ["Content", "Sources", "Improve", "Related", "BibTeX", "By theme", "Newest"]


def test_headings_of_a_text_never_clash_with_those_of_the_page_around_it(sources: Path) -> None:
    levels = {"pages/home.md": "##", "pages/method.md": "##", "recommendations/fund-trainers.md": "###"}
    for name, level in levels.items():
        body = "".join(f"\n{level} {heading}\n\nExample text.\n" for heading in RESERVED_HEADINGS)
        file = sources / "content" / name
        file.write_text(file.read_text(encoding="utf-8") + body, encoding="utf-8")
    (sources / "content" / "recommendations" / "ar" / "fund-trainers.md").unlink()
    site = publish(sources)
    for address in ("en/", "ar/", "en/method/", "en/recommendations/fund-trainers/"):
        ids = [node.attributes["id"] for node in site.page(address).css("[id]")]
        assert len(ids) == len(set(ids))
