"""What pages say of themselves: every property from the entry itself, and nothing that could end the block early."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from build_tools.json_ld import entry_data, script_text
from build_tools.load import Source, Translated, load
from build_tools.settings import read_settings
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, HOME, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

INTERFACE = load(read_settings(REPOSITORY)).interface
GUIDELINE = """---
lang: en
title: "How to receive learners"
summary: "What a company prepares before the first learner comes."
audience: ["company"]
phases: ["planning"]
themes: ["excellence"]
indicators: [{id: partnership-agreement}]
licence: CC-BY-SA-4.0
added: "2026-01-01"
reviewed: "2026-02-03"
---

Text.
"""
TRANSLATION = TRANSLATION_HEAD + "Text.\n"
PRACTICE_PATH = "content/practices/a-practice.md"


def block(subject: Source, *others: Translated, lang: str = "en") -> str:
    """Return the data block of an entry's page."""
    found = catalog(source(HOME, "content/pages/home.md"), subject, *others)
    found.interface = {lang: INTERFACE[lang] for lang in SETTINGS.languages}
    view = Site(found).views[lang]
    return entry_data(view, view.entries[subject.key])


def graph(subject: Source, *others: Translated, lang: str = "en") -> list[dict[str, Any]]:
    data = json.loads(block(subject, *others, lang=lang))
    assert data["@context"] == "https://schema.org"
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


def practice(**changes: tuple[str, str]) -> Source:
    """Return a good practice; each change is an old text and what stands there instead."""
    text = GOOD_PRACTICE
    for old, new in changes.values():
        assert old in text
        text = text.replace(old, new)
    return source(text, PRACTICE_PATH)


def guideline() -> Source:
    return source(GUIDELINE, "content/guidelines/receive.md")


def test_a_guideline_says_everything_that_it_knows() -> None:
    work, _ = graph(guideline())
    site = {"name": "Test network", "url": "https://test.example/"}
    here = "https://test.example/en/guidelines/receive/"
    vocabularies = "https://test.example/api/v1/vocabularies"
    assert work.pop("about")[0] == {
        "@type": "DefinedTerm",
        "name": "Excellence",
        "termCode": "excellence",
        "inDefinedTermSet": f"{vocabularies}/themes.json",
    }
    assert work == {
        "@type": ["Article", "LearningResource"],
        "name": "How to receive learners",
        "headline": "How to receive learners",
        "description": "What a company prepares before the first learner comes.",
        "url": here,
        "mainEntityOfPage": here,
        "inLanguage": "en",
        "isPartOf": {"@type": "WebSite", **site},
        "author": {"@type": "Organization", **site},
        "publisher": {"@type": "Organization", **site},
        "datePublished": "2026-01-01",
        "dateModified": "2026-02-03",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
        "isAccessibleForFree": True,
        "keywords": ["Planning"],
        "audience": [{"@type": "Audience", "audienceType": "Companies"}],
        "citation": [],
    }


def test_the_way_to_a_page_has_three_steps() -> None:
    _, way = graph(guideline(), translated(TRANSLATION, "content/guidelines/de/receive.md"), lang="de")
    assert way == {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": 1, "name": "Startseite", "item": "https://test.example/de/"},
            {
                "@type": "ListItem",
                "position": 2,
                "name": "Leitlinien",
                "item": "https://test.example/de/guidelines/",
            },
            {
                "@type": "ListItem",
                "position": 3,
                "name": "Eine Seite Text",
                "item": "https://test.example/de/guidelines/receive/",
            },
        ],
    }


def test_original_and_translation_name_each_other() -> None:
    german = translated(TRANSLATION, "content/guidelines/de/receive.md")
    original, translation = (graph(guideline(), german, lang=lang)[0] for lang in ("en", "de"))
    kind = ["Article", "LearningResource"]
    here = {lang: f"https://test.example/{lang}/guidelines/receive/" for lang in ("en", "de")}
    assert original["workTranslation"] == [{"@type": kind, "url": here["de"], "inLanguage": "de"}]
    assert translation["translationOfWork"] == {"@type": kind, "url": here["en"], "inLanguage": "en"}
    assert "translationOfWork" not in original
    assert "workTranslation" not in translation
    assert translation["inLanguage"] == "de"


@pytest.mark.parametrize("german", [None, TRANSLATION_HEAD])
def test_a_page_with_the_text_of_another_language_says_what_the_original_says(german: str | None) -> None:
    others = [translated(german, "content/guidelines/de/receive.md")] if german else []
    assert block(guideline(), *others, lang="de") == block(guideline(), *others, lang="en")
    work, _ = graph(guideline(), *others, lang="de")
    assert (work["inLanguage"], work["url"]) == ("en", "https://test.example/en/guidelines/receive/")
    assert "workTranslation" not in work


def test_a_text_page_says_nothing() -> None:
    assert block(source(HOME, "content/pages/about.md")) == ""


def test_a_practice_cites_every_source() -> None:
    subject = practice()
    work, _ = graph(subject)
    assert work["@type"] == "Article"
    assert [cited["url"] for cited in work["citation"]] == [one.url for one in subject.entry.sources]
    first, found = subject.entry.sources[0], work["citation"][0]
    assert (found["@type"], found["name"]) == ("CreativeWork", first.title)
    assert found["publisher"] == {"@type": "Organization", "name": first.publisher}
    assert found.get("datePublished") == (str(first.year) if first.year else None)


def test_a_practice_names_its_countries() -> None:
    work, _ = graph(practice(countries=('countries: ["DE"]', 'countries: ["DE", "EU"]')))
    assert work["spatialCoverage"] == [
        {"@type": "Country", "name": "Germany", "identifier": "DE"},
        {"@type": "Place", "name": INTERFACE["en"]["several-countries"]},
    ]


@pytest.mark.parametrize(
    ("period", "interval"),
    [
        ("{start: 2015, end: 2020}", "2015/2020"),
        ("{start: 2015, end: null}", "2015/.."),
        ("{start: null, end: 2020}", None),
        ("{start: null, end: null}", None),
    ],
)
def test_a_period_is_an_interval(period: str, interval: str | None) -> None:
    line = next(line for line in GOOD_PRACTICE.splitlines() if line.startswith("period:"))
    work, _ = graph(practice(period=(line, f"period: {period}")))
    assert work.get("temporalCoverage") == interval


def test_every_licence_has_an_address() -> None:
    for licence in ("CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"):
        subject = source(GUIDELINE.replace("CC-BY-SA-4.0", licence), "content/guidelines/receive.md")
        assert graph(subject)[0]["license"].startswith("https://creativecommons.org/")


def test_a_hostile_title_stays_text() -> None:
    title = "</script><script>alert(1)</script><!--&amp;"
    subject = guideline()
    hostile = replace(subject, entry=subject.entry.model_copy(update={"title": title}))
    text = block(hostile)
    assert not set(text) & set("<>&")
    page = LexborHTMLParser(f'<head><script type="application/ld+json">{text}</script></head><body></body>')
    (script,) = page.css("script")
    assert json.loads(script.text())["@graph"][0]["name"] == title


@given(st.text())
def test_no_text_can_leave_the_block(text: str) -> None:
    block = script_text({"name": text})
    assert not set(block) & set("<>&\u2028\u2029")
    assert json.loads(block) == {"name": text}
