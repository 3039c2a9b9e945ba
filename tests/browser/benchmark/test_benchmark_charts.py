"""In every language, each chart has a table and a sentence beside it, and no view shows a key in place of a word."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Page

from tests.browser.benchmark.answer_files import pair, published, written
from tests.browser.benchmark.story import Visitor
from tests.browser.benchmark.words import LANGUAGES, Words
from tests.browser.conftest import Opener

CHARTS = """() => [...document.querySelectorAll("svg[role=img]")].map((chart) => {
  const section = chart.closest("section");
  const sentence = document.getElementById(chart.getAttribute("aria-describedby"));
  return {
    name: chart.getAttribute("aria-label"),
    sentence: section.contains(sentence) ? sentence.innerText.trim() : "",
    numbers: [...section.querySelectorAll("td")].filter((cell) => /[0-9]/.test(cell.textContent)).length,
  };
})"""
TEXTS = """() => {
  const root = document.getElementById("vw-benchmark");
  const named = ["aria-label", "placeholder", "title", "alt"];
  const elements = [...root.querySelectorAll("*")];
  const attributes = elements.flatMap((element) => named.map((name) => element.getAttribute(name)));
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode.data);
  return [...attributes.filter(Boolean), ...texts];
}"""
VIEWS = ("overview", "profile", "form", "gap", "files", "results")
KEBAB = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+")
LEFT_OVER = re.compile(r"\{[\w-]+\}|\bundefined\b|\bNaN\b|\[object")


class Named(Protocol):
    """A part of the model that has an id."""

    @property
    def id(self) -> str: ...


def keys(words: Words) -> set[str]:
    """Return what no visitor should read: keys of strings and ids of the model that look like no word."""
    model = published()
    parts: list[Iterable[Named]] = [model.indicators, model.dimensions, model.gap_areas, model.bands]
    ids = {item.id for part in parts for item in part}
    themes = {theme for item in model.indicators for theme in item.themes}
    known = set(words.strings) | ids | themes | set(model.roles)
    return {key for key in known if KEBAB.fullmatch(key)}


def raw(page: Page, words: Words) -> list[str]:
    """Return texts of the page that hold a key, an id, or a {name} that was never filled in."""
    texts: list[str] = page.evaluate(TEXTS)
    unwanted = keys(words)
    return [text for text in texts if LEFT_OVER.search(text) or unwanted & set(KEBAB.findall(text))]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_charts_are_told_in_words_and_no_view_shows_a_key(open_page: Opener, tmp_path: Path, lang: str) -> None:
    visitor = Visitor(open_page(f"{lang}/benchmark/"), lang)
    found = {"list": raw(visitor.page, visitor.words)}
    visitor.open_file(written(tmp_path / "pair.json", pair(leave_out=3)))
    for view in VIEWS:
        visitor.show_everything() if view == "results" else visitor.view(view)
        found[view] = raw(visitor.page, visitor.words)
    assert {view: texts for view, texts in found.items() if texts} == {}
    every_chart_is_told_in_words(visitor)


def every_chart_is_told_in_words(visitor: Visitor) -> None:
    """Find a sentence and a table with numbers beside each chart of the results."""
    charts: list[dict[str, object]] = visitor.page.evaluate(CHARTS)
    assert {chart["name"] for chart in charts} == {
        visitor.say(f"{name}-title") for name in ("score", "dimensions", "gap")
    }
    assert [chart for chart in charts if len(str(chart["sentence"])) < 20 or not chart["numbers"]] == []


def test_a_key_in_place_of_a_word_would_be_found(open_page: Opener) -> None:
    visitor = Visitor(open_page("en/benchmark/"), "en")
    spoiled = ["reason-low-level", "Higher: vet-provider.", "Score: {score}"]
    visitor.page.evaluate("(texts) => document.querySelector('#vw-benchmark').append(...texts)", spoiled)
    assert raw(visitor.page, visitor.words) == spoiled
