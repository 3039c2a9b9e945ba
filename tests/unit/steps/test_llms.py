"""`llms.txt`: the form of llmstxt.org, addresses of our own, text that Markdown leaves alone."""

import re
from dataclasses import replace

import pytest

from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import llms
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

INTERFACE = load(read_settings(REPOSITORY)).interface
LINK = re.compile(r"- \[(?:\\.|[^\[\]\\])+\]\(https://test\.example/[^\s()]*\)(?:: \S.*)?")
HOME = """---
lang: en
title: "Home page of the tests"
summary: {summary}
added: "2026-01-01"
---

Welcome.
"""
PAGE = """---
lang: en
title: "About <b>us</b> [and] you"
summary: "What this network is, and *why*."
added: "2026-01-01"
---

Text.
"""


def files(
    summary: str = '"A network that exists in tests and nowhere else."', name: str = "Test network"
) -> dict[str, str]:
    """Return the files of a site with a practice, an untranslated page and a translated one."""
    found = catalog(
        source(HOME.format(summary=summary), "content/pages/home.md"),
        source(GOOD_PRACTICE, "content/practices/p.md"),
        source(PAGE, "content/pages/about.md"),
        source(PAGE, "content/pages/method.md"),
        translated(TRANSLATION_HEAD + "Text.\n", "content/pages/de/method.md"),
        settings=replace(SETTINGS, site_name=name),
    )
    found.interface = {lang: INTERFACE[lang] for lang in SETTINGS.languages}
    return dict(llms.files(Site(found)))


def test_there_is_one_at_the_root_and_one_per_language() -> None:
    found = files()
    assert list(found) == ["llms.txt", "en/llms.txt", "de/llms.txt"]
    assert found["llms.txt"].startswith(found["en/llms.txt"])
    assert "- [Deutsch](https://test.example/de/llms.txt)\n" in found["llms.txt"]


@pytest.mark.parametrize("path", ["llms.txt", "en/llms.txt", "de/llms.txt"])
def test_the_form_is_that_of_the_proposal(path: str) -> None:
    head, *sections = files()[path].split("\n## ")
    name, summary, note = head.strip().split("\n\n")
    assert name == "# Test network"
    assert summary.startswith("> ")
    assert not note.startswith(("#", "-"))
    assert len(sections) >= 3
    for section in sections:
        title, blank, *lines = section.rstrip("\n").split("\n")
        assert title
        assert blank == ""
        assert lines
        assert [line for line in lines if not LINK.fullmatch(line)] == []


def test_it_leads_to_pages_data_and_feeds() -> None:
    text = files()["llms.txt"]
    for address in (
        "en/practices/",
        "en/explore/",
        "en/map/",
        "en/organisations/",
        "en/indicators/",
        "en/open-data/",
        "en/about/",
        "api/v1/index.json",
        "api/v1/openapi.json",
        "downloads/test-network-data.zip",
        "feeds/en.atom",
        "sitemap.xml",
    ):
        assert f"](https://test.example/{address})" in text
    assert "en/guidelines/" not in text
    assert "](https://test.example/en/)" not in text


def test_a_page_stands_where_its_text_can_be_read() -> None:
    german = files()["de/llms.txt"]
    assert "- [Eine Seite Text](https://test.example/de/method/): Eine Seite, die" in german
    assert "de/about/" not in german


def test_texts_cannot_act_as_markdown() -> None:
    found = files(summary='"See [here](https://elsewhere.example/) and <b>there</b>, always."', name="A [b] *c* <d>")
    assert found["en/llms.txt"].startswith(
        "# A \\[b\\] \\*c\\* \\<d\\>\n\n> See \\[here\\](https://elsewhere.example/) and"
        " \\<b\\>there\\</b\\>, always.\n"
    )
    assert r"- [About \<b\>us\</b\> \[and\] you](https://test.example/en/about/): What this" in found["en/llms.txt"]
