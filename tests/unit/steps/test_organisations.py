import json
import re
from functools import cache

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.load import Source, load
from build_tools.settings import read_settings
from build_tools.steps import organisations
from build_tools.views import Site, View
from tests.conftest import REPOSITORY
from tests.unit.samples import SETTINGS, catalog
from tests.unit.test_organisations import alias, practice


@cache
def strings() -> dict[str, dict[str, str]]:
    """Return the interface of the project."""
    return {lang: dict(load(read_settings(REPOSITORY)).interface[lang]) for lang in SETTINGS.languages}


def view_of(*practices: Source, lang: str = "en", aliases: str = "") -> View:
    found = catalog(*practices)
    found.interface = dict(strings())
    if aliases:
        found.aliases = type(found.aliases)((alias(aliases),))
    return Site(found).views[lang]


def pages_of(view: View) -> dict[str, tuple[dict[str, object], LexborHTMLParser]]:
    """Return front matter and content of every page by address."""
    parts = {address: text.split("---\n", 2)[1:] for address, text in organisations.pages(view)}
    return {address: (json.loads(head)["page"], LexborHTMLParser(body)) for address, (head, body) in parts.items()}


def texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [re.sub(r"\s+", " ", node.text()).strip() for node in tree.css(selector)]


def links(tree: LexborHTMLParser, selector: str = "a") -> list[str]:
    return [str(node.attributes["href"]) for node in tree.css(selector)]


def test_the_list_leads_to_every_organisation() -> None:
    pages = pages_of(view_of(practice("p", "Firm", "Bank", countries=["AT"]), practice("q", "Firm")))
    assert list(pages) == ["organisations/", "organisations/bank/", "organisations/firm/"]
    meta, tree = pages["organisations/"]
    assert (meta["title"], meta["lang"]) == ("Organisations", "en")
    assert links(tree, ".vw-index a") == ["../organisations/bank/", "../organisations/firm/"]
    assert texts(tree, ".vw-index li") == ["Bank (1) Austria · Company", "Firm (2) Austria, Germany · Company"]
    assert links(tree, ".vw-letters a") == ["#letter-b", "#letter-f"]
    assert texts(tree, "h2") == ["B", "F"]
    assert not tree.css(".vw-pager")


def test_a_long_list_has_pages_and_letters_lead_to_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisations, "LISTED", 2)
    pages = pages_of(view_of(practice("p", "Ant", "Bee", "Bug", "Cat", "3F")))
    _, first = pages["organisations/"]
    meta, second = pages["organisations/2/"]
    assert meta["title"] == "Organisations (Page 2 of 3)"
    assert texts(second, ".vw-index bdi") == ["Bee", "Bug"]
    assert links(second, ".vw-letters a") == [
        "../../organisations/#letter-0",
        "../../organisations/#letter-a",
        "#letter-b",
        "../../organisations/3/#letter-c",
    ]
    assert links(second, ".vw-pager a") == ["../../organisations/", "../../organisations/3/"]
    assert texts(first, ".vw-count") == ["Organisations: 5"]


def test_a_letter_over_two_pages_is_linked_where_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisations, "LISTED", 2)
    pages = pages_of(view_of(practice("p", "Ant", "Bee", "Bug", "Boa")))
    assert links(pages["organisations/2/"][1], ".vw-letters a")[1] == "../../organisations/#letter-b"
    assert texts(pages["organisations/2/"][1], "h2") == ["B"]


def test_no_organisations_is_an_empty_list() -> None:
    pages = pages_of(view_of())
    assert texts(pages["organisations/"][1], ".vw-count") == ["Organisations: 0"]


def test_an_organisation_shows_what_its_practices_say() -> None:
    one = practice("p", "Firm (funder)", "Bank", url="https://firm.example/", countries=["AT"], sectors=["C"])
    view = view_of(one, practice("q", "Firm", role="network"), aliases="{name: Firm, also: [Firm (funder)]}")
    meta, tree = pages_of(view)["organisations/firm/"]
    assert (meta["title"], meta["section"], meta["languages"], meta["canonical"]) == (
        "Firm",
        "browse",
        ["en", "de"],
        "en",
    )
    facts = dict(zip(texts(tree, "dt"), texts(tree, "dd"), strict=True))
    assert facts["Role in its practices"] == "Company Network"
    assert facts["Countries of its practices"] == "Austria Germany"
    assert facts["Website"] == "https://firm.example/"
    assert facts["Named in practices as"] == "Firm (funder)"
    assert links(tree, "[rel='external noopener']") == ["https://firm.example/"]
    assert links(tree, ".vw-card a") == ["../../practices/p/", "../../practices/q/"]
    assert texts(tree, "[aria-labelledby=vw-partners] li") == ["Bank (1)"]


def test_the_name_keeps_its_language_where_the_interface_has_another() -> None:
    view = view_of(practice("p", "Firm", "Bank"), lang="de")
    pages = pages_of(view)
    meta, tree = pages["organisations/firm/"]
    assert (meta["lang"], meta["summary_lang"]) == ("en", "de")
    assert "Partner" in texts(tree, "h2")
    assert [node.attributes["lang"] for node in tree.css("[aria-labelledby=vw-partners] bdi")] == ["en"]
    assert [node.attributes["lang"] for node in pages["organisations/"][1].css(".vw-index bdi")] == ["en", "en"]


def test_only_the_first_partners_and_cards_are_shown_in_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(organisations, "PARTNERS", 2)
    monkeypatch.setattr(organisations, "CARDS", 1)
    _, tree = pages_of(view_of(practice("p", "Firm", "Ant", "Bee", "Cat"), practice("q", "Firm")))[
        "organisations/firm/"
    ]
    partners = "[aria-labelledby=vw-partners]"
    assert texts(tree, f"{partners} li") == ["Ant (1)", "Bee (1)"]
    assert "Partners not listed here: 1." in texts(tree, f"{partners} p")
    assert links(tree, ".vw-card a") == ["../../practices/p/"]
    assert links(tree, ".vw-card ~ a, .vw-cards ~ ul a") == ["../../practices/q/"]


def test_nothing_in_a_name_acts_as_markup() -> None:
    name = "<img src=x onerror=alert(1)> **Firm** {{ x }} & Co"
    pages = pages_of(view_of(practice("p", name, "Bank")))
    for address in ("organisations/", "organisations/bank/"):
        _, tree = pages[address]
        assert not tree.css("img")
        assert name in texts(tree, "bdi")


def test_a_page_is_made_anew_only_when_it_changes() -> None:
    one, two = practice("p", "Firm", "Bank"), practice("q", "Zoo")
    first = view_of(one, two)
    before = dict(organisations.pages(first))
    changed = catalog(one, practice("q", "Zoo", "Firm"))
    changed.interface = first.catalog.interface
    after = dict(organisations.pages(Site(changed, first.site.memory).views["en"]))
    assert before["organisations/bank/"] is after["organisations/bank/"]
    assert before["organisations/firm/"] != after["organisations/firm/"]
    assert before["organisations/"] != after["organisations/"]
