"""Feeds: which entries, in which order, with which dates; contributed text stays text."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.load import Source, Strings, Translated, load
from build_tools.settings import read_settings
from build_tools.steps import feeds
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, HOME, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

ATOM = {"a": "http://www.w3.org/2005/Atom"}
GUIDELINE = """---
lang: en
title: {title}
summary: "A guideline that exists in tests and nowhere else."
audience: ["company"]
phases: ["planning"]
themes: {themes}
added: "{added}"
{reviewed}
---

Text.
"""


@cache
def strings() -> dict[str, Strings]:
    """Return the interface of the project."""
    interface = load(read_settings(REPOSITORY)).interface
    return {lang: interface[lang] for lang in SETTINGS.languages}


def guideline(slug: str, added: str = "2026-01-01", reviewed: str = "", title: str = "", themes: str = "[]") -> Source:
    line = f'reviewed: "{reviewed}"' if reviewed else ""
    name = json.dumps(title or f"Guideline {slug}", ensure_ascii=False)
    text = GUIDELINE.format(title=name, added=added, reviewed=line, themes=themes)
    return source(text, f"content/guidelines/{slug}.md")


def files(subjects: Iterable[Source | Translated]) -> dict[str, str]:
    found = catalog(source(HOME, "content/pages/home.md"), *subjects)
    found.interface = strings()
    return dict(feeds.files(Site(found)))


def atom(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314 - our own file


def titles(found: dict[str, str], path: str = "feeds/en") -> list[str]:
    """Return the titles of a feed, which are the same in both forms."""
    items = json.loads(found[f"{path}.json"])["items"]
    entries = atom(found[f"{path}.atom"]).iterfind("a:entry/a:title", ATOM)
    assert [item["title"] for item in items] == [entry.text for entry in entries]
    return [item["title"] for item in items]


def item(found: dict[str, str]) -> dict[str, Any]:
    (only,) = json.loads(found["feeds/en.json"])["items"]
    result: dict[str, Any] = only
    return result


def test_the_newest_come_first_and_those_of_one_day_by_slug() -> None:
    days = {"b": "2026-01-02", "a": "2026-01-02", "d": "2026-01-03", "c": "2026-01-01"}
    found = files(guideline(slug, day) for slug, day in days.items())
    assert titles(found) == ["Guideline d", "Guideline a", "Guideline b", "Guideline c"]


def test_a_review_does_not_move_an_entry() -> None:
    found = files([guideline("old", "2026-01-01", "2026-05-05"), guideline("new", "2026-01-02")])
    assert titles(found) == ["Guideline new", "Guideline old"]
    assert json.loads(found["feeds/en.json"])["items"][1]["date_modified"] == "2026-05-05T00:00:00Z"
    assert atom(found["feeds/en.atom"]).findtext("a:updated", namespaces=ATOM) == "2026-05-05T00:00:00Z"


@pytest.mark.parametrize(
    ("reviewed", "updated"), [("", "2026-03-03"), ("2026-04-01", "2026-04-01"), ("2025-04-01", "2026-03-03")]
)
def test_an_entry_changed_when_it_was_added_or_reviewed(reviewed: str, updated: str) -> None:
    found = files([guideline("one", "2026-03-03", reviewed)])
    assert (item(found)["date_published"], item(found)["date_modified"]) == (
        "2026-03-03T00:00:00Z",
        f"{updated}T00:00:00Z",
    )


def test_a_feed_holds_fifty_entries_at_most() -> None:
    found = files(guideline(f"g-{number:02}", f"2026-01-{number % 28 + 1:02}") for number in range(60))
    assert len(titles(found)) == feeds.MOST == 50


def test_an_entry_without_title_in_the_language_is_not_in_its_feed() -> None:
    path = "content/guidelines/de/{}.md"
    whole, summary_only = TRANSLATION_HEAD + "Text.\n", TRANSLATION_HEAD.replace("Eine Seite Text", "Nur das Wichtige")
    found = files(
        [
            *(guideline(slug) for slug in ("a", "b", "c")),
            translated(whole, path.format("a")),
            translated(summary_only, path.format("b")),
        ]
    )
    assert titles(found, "feeds/de") == ["Eine Seite Text", "Nur das Wichtige"]
    assert len(titles(found)) == 3
    links = [
        link.attrib["hreflang"]
        for link in atom(found["feeds/de.atom"]).iterfind("a:entry/a:link[@rel='alternate']", ATOM)
    ]
    assert links == ["de", "en"]


def test_plain_pages_are_in_no_feed() -> None:
    assert titles(files([])) == []


def test_an_empty_feed_says_when_the_site_changed() -> None:
    assert atom(files([])["feeds/en.atom"]).findtext("a:updated", namespaces=ATOM) == "2026-01-01T00:00:00Z"


def test_a_theme_has_a_feed_where_it_has_a_list() -> None:
    practice = source(GOOD_PRACTICE, "content/practices/p.md")
    theme = practice.entry.themes[0]  # type: ignore[attr-defined]
    others = [
        guideline("with", themes=f'["{theme}"]'),
        guideline("without"),
        guideline("mobile", themes='["mobility"]'),
    ]
    found = files([practice, *others])
    assert "Guideline with" in titles(found, f"feeds/en/{theme}")
    assert "Guideline without" not in titles(found, f"feeds/en/{theme}")
    feed = json.loads(found[f"feeds/en/{theme}.json"])
    assert feed["home_page_url"] == f"https://test.example/en/browse/theme/{theme}/"
    assert feed["title"].startswith("Test network: ")
    listed = {path.removeprefix("feeds/en/") for path in found if path.startswith("feeds/en/")}
    assert listed == {f"{term}{form}" for term in practice.entry.themes for form in (".atom", ".json")}  # type: ignore[attr-defined]


def test_addresses_are_absolute_and_ids_are_addresses_of_pages() -> None:
    found = files([guideline("one")])
    here = "https://test.example/en/guidelines/one/"
    assert (item(found)["id"], item(found)["url"]) == (here, here)
    tree = atom(found["feeds/en.atom"])
    assert tree.findtext("a:entry/a:id", namespaces=ATOM) == here
    assert tree.findtext("a:id", namespaces=ATOM) == "https://test.example/feeds/en.atom"
    assert all(link.attrib["href"].startswith("https://") for link in tree.iterfind(".//a:link", ATOM))


def test_themes_are_categories_with_labels() -> None:
    found = files([guideline("one", themes='["mobility", "excellence"]')])
    categories = [category.attrib for category in atom(found["feeds/en.atom"]).iterfind("a:entry/a:category", ATOM)]
    assert categories == [{"term": "mobility", "label": "Mobility"}, {"term": "excellence", "label": "Excellence"}]
    assert item(found)["tags"] == ["Mobility", "Excellence"]


LINES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=5, max_size=60)


@given(LINES)
def test_every_title_arrives_as_it_is(title: str) -> None:
    assert titles(files([guideline("one", title=title)])) == [title]
