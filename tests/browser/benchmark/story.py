"""A visitor of the benchmark, who finds everything by its role and by the words of the language."""

import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page, expect

from tests.browser.benchmark.answer_files import asked, published
from tests.browser.benchmark.words import Words, words_of

WAITING = 30_000  # milliseconds, for whatever waits for the start of Python


def beginning(text: str) -> re.Pattern[str]:
    """Return a pattern for names that begin with a text."""
    return re.compile(f"^{re.escape(text)}")


class Visitor:
    """A page with the benchmark open, and the words of its language."""

    def __init__(self, page: Page, lang: str) -> None:
        self.page = page
        self.words: Words = words_of(lang)
        self.say = self.words.say

    def start(self, role: str, form: str = "full", name: str = "") -> None:
        """Begin an assessment; its profile is open then."""
        self.radio(self.words.role(role)).check()
        self.radio(self.say(f"form-{form}")).check()
        self.page.get_by_label(self.say("assessment-name")).fill(name)
        self.button("start").click()
        expect(self.heading("profile-title")).to_be_visible()

    def radio(self, name: str) -> Locator:
        """Return the choice whose name begins like this."""
        return self.page.get_by_role("radio", name=beginning(name))

    def button(self, key: str, **values: object) -> Locator:
        """Return the button that a string names."""
        return self.page.get_by_role("button", name=self.say(key, **values), exact=True)

    def link(self, key: str, **values: object) -> Locator:
        """Return the link that a string names."""
        return self.page.get_by_role("link", name=self.say(key, **values), exact=True)

    def like(self, key: str) -> re.Pattern[str]:
        """Return a pattern for a string, whatever its {names} are filled with."""
        parts = re.split(r"\{[\w-]+\}", self.words.strings[key])
        return re.compile(f"^{'.*'.join(map(re.escape, parts))}$", re.DOTALL)

    def heading(self, key: str) -> Locator:
        """Return the heading that a string names."""
        return self.page.get_by_role("heading", name=self.say(key), exact=True)

    def section(self, key: str) -> Locator:
        """Return the section of the results that a string names."""
        return self.page.get_by_role("region", name=self.say(key), exact=True)

    def status(self, key: str, **values: object) -> None:
        """Wait until the page says this."""
        said = self.page.get_by_role("status").filter(has_text=self.say(key, **values))
        expect(said.first).to_be_visible()

    def view(self, name: str) -> None:
        """Go to a view of the open assessment."""
        views = self.page.get_by_role("navigation", name=self.say("views"))
        views.get_by_role("link", name=self.say(f"view-{name}"), exact=True).click()
        expect(views.get_by_role("link", name=self.say(f"view-{name}"))).to_have_attribute("aria-current", "page")

    def question(self, role: str, indicator: str) -> Locator:
        """Return the group of an indicator's levels."""
        return self.page.get_by_role("group", name=self.words.question(indicator, role), exact=True)

    def choice(self, role: str, indicator: str, level: int) -> Locator:
        """Return a level of an indicator."""
        name = self.words.level(indicator, level)
        return self.question(role, indicator).get_by_role("radio", name=name, exact=True)

    def answer(self, role: str, levels: Mapping[str, int], form: str = "full") -> None:
        """Answer every question of the form that has a level here, all of a dimension at a time."""
        self.view("form")
        parts = parts_of(asked(role, form))
        for dimension, indicators in parts.items():
            self.part(dimension)
            for indicator in indicators:
                if indicator in levels:
                    self.choice(role, indicator, levels[indicator]).check()

    def part(self, dimension: str) -> None:
        """Go to the questions of a dimension."""
        parts = self.page.get_by_role("navigation", name=self.say("parts"), exact=True)
        if not parts.is_visible():
            self.page.locator("summary", has_text=self.like("parts-summary")).click()
        parts.get_by_role("link", name=self.words.dimension(dimension), exact=True).click()
        title = self.page.get_by_role("heading", level=2, name=self.words.dimension(dimension), exact=True)
        expect(title).to_be_visible()

    def rate(self, ratings: Mapping[str, Mapping[str, int]]) -> None:
        """Rate areas of competence."""
        self.view("gap")
        for area, rating in ratings.items():
            group = self.page.get_by_role("group", name=self.words.area(area), exact=True)
            for column, level in rating.items():
                scale = group.get_by_role("group", name=self.say(f"column-{column}"), exact=True)
                scale.get_by_role("radio", name=beginning(f"{level}:")).check()

    def saved(self, button: str) -> dict[str, Any]:
        """Return the answer file that a button gives."""
        file = json.loads(self.downloaded(button).read_text(encoding="utf-8"))
        assert isinstance(file, dict)
        return file

    def downloaded(self, button: str) -> Path:
        """Return the file that a button gives."""
        with self.page.expect_download() as download:
            self.button(button).click()
        return download.value.path()

    def give(self, label: str, files: Iterable[Path]) -> None:
        """Choose files in a field."""
        self.page.get_by_label(self.say(label)).set_input_files(list(files))

    def open_file(self, path: Path) -> None:
        """Open an answer file as an assessment of its own."""
        self.give("open-files", [path])
        expect(self.heading("standing-title")).to_be_visible()

    def results(self) -> Locator:
        """Go to the results, wait for the score, and return its section."""
        self.view("results")
        return self.scored()

    def scored(self) -> Locator:
        """Wait for the score and return its section."""
        section = self.section("score-title")
        expect(section).to_be_visible(timeout=WAITING)
        return section

    def unfold(self) -> None:
        """Open every part of the results that opens on demand."""
        self.page.evaluate("() => document.querySelectorAll('.vr-fold').forEach((fold) => { fold.open = true; })")
        expect(self.page.locator(".vr-fold:not(:has(.vr-fold__body))")).to_have_count(0)

    def show_everything(self) -> None:
        """Show the results with all their parts, a row of the plan, and what a link would contain."""
        self.results()
        self.button("share-prepare").click()
        expect(self.heading("share-contents")).to_be_visible()
        self.button("plan-add").click()
        self.unfold()

    def score_sentence(self, result: Mapping[str, Any]) -> str:
        """Return the sentence in which a result says its score."""
        values = {key: round_half_up(result["overall"][key]) for key in ("score", "lower", "upper")}
        key = "complete" if values["lower"] == values["upper"] else "range"
        return self.say(f"score-sentence-{key}", **values)


def round_half_up(value: float) -> int:
    """Return the whole number that the page shows for a score."""
    return int(value + 0.5)


def parts_of(indicators: Iterable[str]) -> dict[str, list[str]]:
    """Return indicators by dimension."""
    wanted = set(indicators)
    parts: dict[str, list[str]] = {}
    for item in published().indicators:
        if item.id in wanted:
            parts.setdefault(item.dimension, []).append(item.id)
    return parts
