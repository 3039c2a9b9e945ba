"""Feeds and JSON-LD as they are published: valid by the grammars of their formats, and announced by the right pages."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree  # type: ignore[import-untyped]

from build_tools.build import build
from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import feeds
from build_tools.views import Site
from tests.integration.network import FIXTURE, LANGUAGES, REPOSITORY, SITE_URL, Published, one, replace

SCHEMAS = REPOSITORY / "tests" / "fixtures" / "schemas"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
FORMS = {"application/atom+xml": ".atom", "application/feed+json": ".json"}
HOSTILE = "Two days </script><script>alert(1)</script> & <!-- ]]>"


@cache
def files(root: Path) -> dict[str, str]:
    """Return the feeds of a site by path."""
    return dict(feeds.files(Site(load(read_settings(root)))))


def parsed(text: str) -> Any:
    return etree.fromstring(text.encode())


def atom_faults(text: str) -> list[str]:
    """Return what the grammar of RFC 4287 refuses in a feed."""
    grammar = etree.RelaxNG(etree.parse(SCHEMAS / "atom.rng"))
    return [] if grammar.validate(parsed(text)) else [str(error) for error in grammar.error_log]


def json_faults(data: Any) -> list[str]:
    """Return what the schema of JSON Feed 1.1 refuses in a feed."""
    schema = json.loads((SCHEMAS / "json-feed-1.1.schema.json").read_text(encoding="utf-8"))
    return [error.message for error in Draft202012Validator(schema).iter_errors(data)]


@pytest.mark.parametrize("root", [REPOSITORY, FIXTURE], ids=["real", "network"])
def test_every_feed_is_valid(root: Path) -> None:
    found = files(root)
    assert len(found) >= 2 * len(read_settings(root).languages)
    for path, text in found.items():
        faults = atom_faults(text) if path.endswith(".atom") else json_faults(json.loads(text))
        assert faults == [], path


@pytest.mark.parametrize("root", [REPOSITORY, FIXTURE], ids=["real", "network"])
def test_what_the_rfc_says_beside_its_grammar(root: Path) -> None:
    trees = {path: parsed(text) for path, text in files(root).items() if path.endswith(".atom")}
    for path, tree in trees.items():
        address = f"{read_settings(root).site_url}{path}"
        assert tree.findtext("a:id", namespaces=ATOM) == address
        assert [link.get("href") for link in tree.findall("a:link[@rel='self']", ATOM)] == [address]
        assert len(tree.findall("a:author", ATOM)) == 1
        entries = tree.findall("a:entry", ATOM)
        ids = [entry.findtext("a:id", namespaces=ATOM) for entry in entries]
        assert len(set(ids)) == len(ids) <= feeds.MOST
        assert all(len(entry.findall("a:link[@rel='alternate']", ATOM)) == 1 for entry in entries)
        days = [entry.findtext("a:published", namespaces=ATOM) for entry in entries]
        assert days == sorted(days, reverse=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<id>", "<no-id>"),
        ("T00:00:00Z", ""),
        ('rel="alternate" type="text/html"', 'rel="alternate" type="html"'),
        ("<summary>", "<summary>Twice</summary><summary>"),
        ('xml:lang="en"', 'xml:lang="e_n"'),
        ("</feed>", "<pubDate>2026</pubDate></feed>"),
    ],
)
def test_the_grammar_of_atom_sees_faults(old: str, new: str) -> None:
    text = files(FIXTURE)["feeds/en.atom"]
    assert old in text
    broken = text.replace(old, new).replace("</id>", "</no-id>" if new == "<no-id>" else "</id>")
    assert atom_faults(broken)


@pytest.mark.parametrize(
    "change",
    [
        {"version": "https://jsonfeed.org/version/2"},
        {"items": [{"content_text": "x"}]},
        {"items": [{"id": "x"}]},
        {"items": [{"id": "x", "content_text": "x", "date_published": "2026-01-01"}]},
        {"home_page_url": "../"},
        {"licence": "x"},
        {"authors": {"name": "x"}},
    ],
)
def test_the_schema_of_json_feed_sees_faults(change: dict[str, Any]) -> None:
    data = json.loads(files(FIXTURE)["feeds/en.json"])
    assert json_faults(data) == []
    assert json_faults({**data, **change})


def announced(network: Published, address: str) -> dict[str, str]:
    """Return the feeds that a page announces in its head: the published file by media type."""
    links = network.page(address).css("link[rel=alternate][type]")
    ways = {str(link.attributes["type"]): str(link.attributes["href"]) for link in links}
    places = {kind: (network.folder / address / way).resolve() for kind, way in ways.items()}
    return {kind: place.relative_to(network.folder.resolve()).as_posix() for kind, place in places.items()}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "feed"),
    [("", ""), ("practices/", ""), ("browse/theme/learning-by-doing/", "/learning-by-doing")],
)
def test_pages_announce_their_feeds_and_link_to_them(network: Published, lang: str, page: str, feed: str) -> None:
    address = f"{lang}/{page}"
    expected = {kind: f"feeds/{lang}{feed}{suffix}" for kind, suffix in FORMS.items()}
    assert announced(network, address) == expected
    assert all((network.folder / path).is_file() for path in expected.values())
    visible = [str(a.attributes["type"]) for a in network.page(address).css("main a[type]")]
    assert visible == list(FORMS)
    home_page = json.loads(network.text(f"feeds/{lang}{feed}.json"))["home_page_url"]
    assert home_page == f"{SITE_URL}{lang}/{page if feed else ''}"


def test_no_other_page_announces_a_feed(network: Published) -> None:
    for address in ("en/about/", "en/practices/bakery-days/", "en/browse/country/jo/"):
        assert announced(network, address) == {}


def test_entries_of_a_feed_are_published_pages(network: Published) -> None:
    for lang in LANGUAGES:
        items = json.loads(network.text(f"feeds/{lang}.json"))["items"]
        assert items
        for item in items:
            page = network.page(item["url"].removeprefix(SITE_URL))
            assert one(page, "h1").text() == item["title"]


def data_of(network: Published, address: str) -> list[dict[str, Any]]:
    """Return what a page says in JSON-LD, one dictionary for each thing."""
    graph: list[dict[str, Any]] = json.loads(one(network.page(address), "script[type='application/ld+json']").text())[
        "@graph"
    ]
    return graph


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("en/practices/bakery-days/", "Article"),
        ("ar/practices/bakery-days/", "Article"),
        ("ar/guidelines/welcome-learners/", ["Article", "LearningResource"]),
        ("en/recommendations/fund-trainers/", "Article"),
    ],
)
def test_a_page_says_in_json_ld_what_it_is(network: Published, address: str, kind: object) -> None:
    page, (work, way) = network.page(address), data_of(network, address)
    assert work["@type"] == kind
    assert work["name"] == one(page, "h1").text()
    assert work["url"] == one(page, "link[rel=canonical]").attributes["href"]
    assert work["inLanguage"] == one(page, "html").attributes["lang"]
    required = ("headline", "description", "isPartOf", "publisher", "license", "datePublished", "dateModified", "about")
    assert [name for name in required if not work[name]] == []
    steps = [step["item"] for step in way["itemListElement"]]
    assert steps[-1] == work["url"]
    assert all((network.folder / step.removeprefix(SITE_URL) / "index.html").is_file() for step in steps)


@pytest.mark.parametrize("address", ["practices/guest-house/", "practices/solar-workshop/"])
def test_a_page_with_the_text_of_another_language_says_what_the_original_says(network: Published, address: str) -> None:
    assert data_of(network, f"ar/{address}") == data_of(network, f"en/{address}")
    assert data_of(network, f"ar/{address}")[0]["inLanguage"] == "en"


def test_every_entry_and_no_other_page_has_json_ld(network: Published) -> None:
    with_data = {name for name, page in network.pages() if page.css("script[type='application/ld+json']")}
    folders = tuple(f"{lang}/{kind}/" for lang in LANGUAGES for kind in ("practices", "guidelines", "recommendations"))
    entries = {name for name, _ in network.pages() if name.startswith(folders) and name.count("/") == 3}
    moved = {name for name, page in network.pages() if page.css("meta[http-equiv=refresh]")}
    assert with_data == entries - moved
    assert len(with_data) == 10


def test_a_hostile_title_stays_text_even_without_the_checks(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.build.run_checks", lambda *_: [])
    replace(sources / "content/practices/bakery-days.md", "Example: two days a week in a bakery", HOSTILE)
    settings = read_settings(sources)
    build(settings, ["en"])
    published = Published(settings.site)
    work, way = data_of(published, "en/practices/bakery-days/")
    assert (work["name"], way["itemListElement"][-1]["name"]) == (HOSTILE, HOSTILE)
    assert HOSTILE in [item["title"] for item in json.loads(published.text("feeds/en.json"))["items"]]
    titles = parsed(published.text("feeds/en.atom")).findall("a:entry/a:title", ATOM)
    assert HOSTILE in [title.text for title in titles]
