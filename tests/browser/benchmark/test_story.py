"""The whole story: a provider and a company answer, look at their result together, plan, share, and delete it all."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.benchmark.answer_files import COMPANY, PROVIDER, asked, levels, native_score, ratings, written
from tests.browser.benchmark.network_log import NetworkLog
from tests.browser.benchmark.story import WAITING, Visitor, beginning
from tests.browser.conftest import Opener
from tests.browser.looks import PHONE

NAME = "Metall 2026"
NOTE = "<b>Protokoll</b> vom Mai"
PLANNED = {"who": "Frau Petersen, =1+1", "until": "2027-03-31"}
KEPT = """async () => {
  const names = (await indexedDB.databases()).map(({name}) => name);
  const databases = await Promise.all(names.map((name) => new Promise((resolve) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
  })));
  const count = (database, store) => new Promise((resolve) => {
    const request = database.transaction(store).objectStore(store).count();
    request.onsuccess = () => resolve(request.result);
  });
  const counts = databases.flatMap((database) => [...database.objectStoreNames].map((store) => count(database, store)));
  const records = (await Promise.all(counts)).reduce((sum, one) => sum + one, 0);
  databases.forEach((database) => database.close());
  return records + localStorage.length + sessionStorage.length;
}"""
LEFT = """async () => [
  ...(await indexedDB.databases()).map(({name}) => `database ${name}`),
  ...(await caches.keys()),
  ...(await navigator.serviceWorker.getRegistrations()).map(({scope}) => `service worker of ${scope}`),
]"""


@pytest.mark.parametrize("lang", ["de", "en"])
def test_the_whole_story(open_page: Opener, tmp_path: Path, lang: str) -> None:
    page = open_page(f"{lang}/benchmark/")
    page.wait_for_load_state("load")
    log = NetworkLog(page.context, page.url)
    provider = provider_answers_all(Visitor(page, lang))
    visitor = Visitor(comes_back(page), lang)
    everything_is_there(visitor, provider)
    company = company_answers_short_then_full(Visitor(open_page(f"{lang}/benchmark/", PHONE), lang))
    they_become_a_pair(visitor, written(tmp_path / "company.json", company))
    result = native_score(provider, company)
    the_result_says_it_all(visitor, result)
    next_steps_lead_to_pages(visitor)
    the_plan_is_exported(visitor)
    the_report_is_printed(visitor.page)
    link = a_link_is_made(visitor)
    the_link_shows_the_same(Visitor(open_page(link), lang), visitor.score_sentence(result))
    it_works_without_network(visitor)
    nothing_is_left_after_deletion(visitor)
    assert log.faults() == []
    assert len(log.requests) > 10


def provider_answers_all(visitor: Visitor) -> dict[str, Any]:
    """Answer every question and rate every area, with a note and a target, and return the file."""
    visitor.start(PROVIDER, name=NAME)
    visitor.page.get_by_label(visitor.say("profile-country")).select_option("DE")
    visitor.page.get_by_label(visitor.say("profile-sector")).select_option("C")
    visitor.page.get_by_label(visitor.say("profile-learners"), exact=True).fill("35")
    visitor.answer(PROVIDER, levels(PROVIDER))
    last = asked(PROVIDER)[-1]
    visitor.page.locator("summary", has_text=visitor.words.indicator(last)).click()
    visitor.page.get_by_label(visitor.say("evidence-note")).last.fill(NOTE)
    visitor.page.get_by_label(visitor.say("target-level")).last.select_option("4")
    visitor.rate(ratings())
    visitor.view("files")
    file = visitor.saved("download-all")
    (response,) = file["responses"]
    assert {name: answer["level"] for name, answer in response["answers"].items()} == levels(PROVIDER)
    assert response["answers"][last] == {
        "level": levels(PROVIDER)[last],
        "evidence": "<b>Protokoll</b> vom Mai",
        "target": 4,
    }
    assert (response["gap"], file["profile"]) == (ratings(), {"country": "DE", "sector": "C", "learners": 35})
    return file


def comes_back(page: Page) -> Page:
    """Close the tab and open the benchmark in another one."""
    address = page.url.split("#")[0]
    again = page.context.new_page()
    page.close()
    again.goto(address)
    return again


def everything_is_there(visitor: Visitor, file: dict[str, Any]) -> None:
    """Find the assessment again, with each answer in its place."""
    visitor.page.get_by_role("link", name=NAME, exact=True).click()
    expect(visitor.page.get_by_text(visitor.say("nothing-missing"))).to_be_visible()
    first = asked(PROVIDER)[0]
    visitor.view("form")
    expect(visitor.choice(PROVIDER, first, levels(PROVIDER)[first])).to_be_checked()
    visitor.view("files")
    assert visitor.saved("download-all") == file


def company_answers_short_then_full(visitor: Visitor) -> dict[str, Any]:
    """Answer the short form up to its score, then what the full form asks beyond it, and return the file."""
    visitor.start(COMPANY, "short")
    chosen = levels(COMPANY)
    short = asked(COMPANY, "short")
    visitor.answer(COMPANY, {name: chosen[name] for name in short}, "short")
    visitor.results()
    expect(visitor.page.get_by_text(visitor.say("kind-short"))).to_be_visible()
    visitor.view("overview")
    visitor.radio(visitor.say("form-full")).check()
    count = visitor.say("count-of", answered=len(short), total=len(asked(COMPANY)))
    expect(visitor.page.get_by_role("row", name=beginning(visitor.say("all-parts")))).to_contain_text(count)
    visitor.answer(COMPANY, {name: level for name, level in chosen.items() if name not in short})
    visitor.results()
    file = visitor.saved("download")
    assert {name: answer["level"] for name, answer in file["responses"][0]["answers"].items()} == chosen
    return file


def they_become_a_pair(visitor: Visitor, company: Path) -> None:
    """Add the company's file to the provider's assessment."""
    visitor.view("files")
    visitor.give("add-files", [company])
    visitor.status("responses-added", name=company.name, count=1)
    visitor.results()
    expect(visitor.page.get_by_text(visitor.say("kind-pair"))).to_be_visible()


def the_result_says_it_all(visitor: Visitor, result: dict[str, Any]) -> None:
    """Read disagreement first, then the score that the scorer gives elsewhere, and everything after it."""
    headings = visitor.page.get_by_role("main").get_by_role("heading", level=3).all_inner_texts()
    order = ("disagreement", "score", "dimensions", "reasons", "gap", "readings", "steps", "plan", "agenda")
    assert headings[: len(order)] == [visitor.say(f"{name}-title") for name in order]
    expect(visitor.section("score-title")).to_contain_text(visitor.score_sentence(result))
    expect(visitor.section("disagreement-title")).to_contain_text(visitor.say("disagreement-talk"))


def next_steps_lead_to_pages(visitor: Visitor) -> None:
    """Follow what the next steps name: practices and guidelines, on pages that exist."""
    steps = visitor.section("steps-title")
    expect(steps.get_by_text(visitor.say("step-because"), exact=True)).to_have_count(5)
    expect(steps.get_by_role("link", name=visitor.like("step-about"))).to_have_count(5)
    links = steps.get_by_role("link")
    addresses: list[str] = links.evaluate_all("(links) => links.map((link) => link.href)")
    assert len(set(addresses)) >= 3
    assert [visitor.page.request.get(address).status for address in addresses] == [200] * len(addresses)


def the_plan_is_exported(visitor: Visitor) -> None:
    """Take the first step into the plan, say who and until when, and read both files."""
    visitor.section("steps-title").get_by_role("button", name=visitor.like("step-to-plan-named")).first.click()
    plan = visitor.section("plan-title")
    plan.get_by_label(visitor.say("plan-who"), exact=True).fill(PLANNED["who"])
    plan.get_by_label(visitor.say("plan-until"), exact=True).fill(PLANNED["until"])
    step = plan.get_by_role("group").get_by_label(visitor.say("plan-what"), exact=True).input_value()
    table = visitor.downloaded("plan-csv").read_text(encoding="utf-8-sig")
    assert step[:40] in table
    assert f'"{PLANNED["who"]}","{PLANNED["until"]}"' in table
    calendar = visitor.downloaded("plan-ics").read_bytes().decode()
    assert "DTSTART;VALUE=DATE:20270331\r\n" in calendar
    assert calendar.count("BEGIN:VEVENT") == 1


def the_report_is_printed(page: Page) -> None:
    """Print a report of several pages without anything to press."""
    printed = page.pdf()
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) > 1
    page.emulate_media(media="print")
    expect(page.locator("button:visible, input:visible, select:visible, textarea:visible")).to_have_count(0)
    page.emulate_media(media="screen")


def a_link_is_made(visitor: Visitor) -> str:
    """Look at what the link contains, then take it."""
    section = visitor.section("share-title")
    expect(section.get_by_label(visitor.say("share-link"), exact=True)).to_have_count(0)
    visitor.button("share-prepare").click()
    for number, role in enumerate((PROVIDER, COMPANY), 1):
        name = visitor.say("share-response", number=number, role=visitor.words.role(role))
        rows = section.get_by_role("table", name=name, exact=True).get_by_role("row")
        expect(rows).to_have_count(1 + len(asked(role)) + (len(ratings()) if role == PROVIDER else 0))
    return section.get_by_label(visitor.say("share-link"), exact=True).input_value()


def the_link_shows_the_same(visitor: Visitor, sentence: str) -> None:
    """See the same score on a device that has never seen the answers, and keep nothing there."""
    expect(visitor.scored()).to_contain_text(sentence)
    expect(visitor.page.get_by_text(visitor.say("shared-read-only"))).to_be_visible()
    expect(visitor.page.get_by_role("radio")).to_have_count(0)
    expect(visitor.section("plan-title")).to_have_count(0)
    assert visitor.page.evaluate(KEPT) == 0


def it_works_without_network(visitor: Visitor) -> None:
    """Load the page again without network, change an answer, see another score, and save the file."""
    page = visitor.page
    expect(page.get_by_text(visitor.say("works-offline"))).to_be_visible(timeout=WAITING)
    page.context.set_offline(True)
    page.reload()
    before = visitor.scored().inner_text()
    name = asked(PROVIDER)[0]
    visitor.view("form")
    visitor.choice(PROVIDER, name, 0).check()
    visitor.view("results")
    expect(visitor.scored()).not_to_have_text(before, use_inner_text=True)
    file = visitor.saved("download")
    assert file["responses"][0]["answers"][name]["level"] == 0
    expect(visitor.scored()).to_contain_text(visitor.score_sentence(native_score(file)))
    page.context.set_offline(False)


def nothing_is_left_after_deletion(visitor: Visitor) -> None:
    """Delete everything, and find no database, cache or service worker."""
    visitor.link("back-to-list").click()
    visitor.button("forget-all").click()
    visitor.button("forget-yes").click()
    visitor.status("forgotten")
    expect(visitor.page.get_by_role("link", name=NAME, exact=True)).to_have_count(0)
    assert visitor.page.evaluate(LEFT) == []
