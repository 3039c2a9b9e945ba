"""The benchmark of the fixture network as it is published: pages in both languages, data, service worker."""

import errno
import json
import os
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
import yaml

from build_tools import releases
from build_tools.build import build
from build_tools.errors import DefectError
from build_tools.finish import place
from build_tools.runtime import STORE
from build_tools.settings import read_settings
from tests.integration.network import FIXTURE, LANGUAGES, REPOSITORY, SITE_URL, Published, one, publish, replace

MODEL = FIXTURE / "benchmark" / "nour-2"
ROLES = ("vet-provider", "company", "learner")
PAGES = ("benchmark/", "benchmark/scoring/", *(f"benchmark/paper/{role}/" for role in ROLES))


def texts(lang: str) -> dict[str, Any]:
    """Return the texts of the model in a language."""
    found: dict[str, Any] = yaml.safe_load((MODEL / f"{lang}.yml").read_text(encoding="utf-8"))
    return found


def mount(network: Published, lang: str) -> dict[str, str]:
    """Return the attributes of the place where the questionnaire appears, addresses as paths from the site's root."""
    here = f"{SITE_URL}{lang}/benchmark/"
    found = one(network.page(f"{lang}/benchmark/"), "#vw-benchmark").attributes
    names = ("data-assets", "data-runtime", "data-service-worker", "data-home")
    paths = {name: urljoin(here, str(found[name])).removeprefix(SITE_URL) for name in names}
    return {**paths, "data-lang": str(found["data-lang"])}


def data(network: Published, name: str) -> dict[str, Any]:
    """Return a data file of the release."""
    found: dict[str, Any] = json.loads(network.text(mount(network, "en")["data-assets"] + name))
    return found


def release(network: Published) -> dict[str, Any]:
    """Return what the service worker knows of the release."""
    found: dict[str, Any] = json.loads(
        re.findall(r"^const RELEASE = (\{.+\});$", network.text("benchmark-worker.js"), re.M)[0]
    )
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_questionnaire_finds_everything_it_loads(network: Published, lang: str) -> None:
    found = mount(network, lang)
    assert (found["data-lang"], found["data-home"]) == (lang, f"{lang}/")
    assert re.fullmatch(r"assets/benchmark/[0-9a-f]{12}/", found["data-assets"])
    assert re.fullmatch(r"assets/pyodide/[0-9a-f]{12}/", found["data-runtime"])
    folder = network.folder / found["data-assets"]
    names = {path.name for path in folder.iterdir()}
    own = {f"{kind}.{code}.json" for kind in ("texts", "strings", "practices") for code in LANGUAGES}
    assert {"main.js", "worker.js", "benchmark.css", "model.json", *own} <= names
    assert "service-worker.js" not in names
    assert (network.folder / found["data-service-worker"]).is_file()
    assert (network.folder / found["data-runtime"] / "pyodide.mjs").is_file()
    page = network.page(f"{lang}/benchmark/")
    assert str(one(page, "script[src*='/benchmark/']").attributes["src"]).endswith(f"{found['data-assets']}main.js")
    assert page.css(f"link[href$='{found['data-assets']}benchmark.css']")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_says_what_it_is_for_without_script_too(network: Published, lang: str) -> None:
    page = network.page(f"{lang}/benchmark/")
    assert one(page, "h1").text() == texts(lang)["title"]
    assert network.page(f"{lang}/").css_first(".vw-call a") is not None
    links = {str(link.attributes["href"]) for link in page.css(".vw-benchmark-more a")}
    assert links == {f"../{address}" for address in PAGES[1:]}
    assert f"../benchmark/paper/{ROLES[0]}/" in network.text(f"{lang}/benchmark/index.html").partition("<noscript>")[2]
    assert one(page, ".vw-menu a[aria-current=page]").attributes["href"] == "../benchmark/"


@pytest.mark.parametrize("address", PAGES)
def test_machine_translated_texts_say_so(network: Published, address: str) -> None:
    assert not network.page(f"en/{address}").css(".vw-notice[role=note]")
    notice = one(network.page(f"ar/{address}"), ".vw-notice[role=note]")
    assert "ترجمة آلية" in notice.text()
    original = one(network.page(f"ar/{address}"), ".vw-notice a[hreflang=en]").attributes["href"]
    assert urljoin(f"{SITE_URL}ar/{address}", str(original)) == f"{SITE_URL}en/{address}"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", ROLES)
def test_the_paper_questionnaire_asks_what_the_role_is_asked(network: Published, lang: str, role: str) -> None:
    words = texts(lang)["indicators"]
    asked = [item for item in words.values() if role in item["questions"]]
    items = network.page(f"{lang}/benchmark/paper/{role}/").css(".vw-paper__item")
    assert [item.css("p")[0].text() for item in items] == [item["questions"][role] for item in asked]
    for item, wanted in zip(items, asked, strict=True):
        assert [level.text() for level in item.css(".vw-levels li")] == wanted["levels"]
        assert ("na" in wanted) == (wanted.get("na", "none") in item.text())
        assert len(item.css(".vw-numbers span")) == 5


def test_indicators_keep_their_number_on_every_paper(network: Published) -> None:
    titles = [item.text() for item in network.page("en/benchmark/paper/learner/").css(".vw-paper__item h3")]
    assert [title.partition(".")[0] for title in titles] == ["2", "3", "4", "5"]
    assert [title.endswith("short form") for title in titles] == [False, True, False, True]


def test_every_area_can_be_rated_on_paper(network: Published) -> None:
    page = network.page("en/benchmark/paper/company/")
    rows = [row.text() for row in page.css(".vw-paper__gap tbody th")]
    assert rows == list(texts("en")["gap"]["areas"].values())
    assert len(page.css(".vw-paper__gap td .vw-numbers span")) == 4 * 3 * 5


def test_the_page_about_the_score_shows_weights_bands_and_the_example(network: Published) -> None:
    page = network.page("en/benchmark/scoring/")
    cells = [[cell.text(strip=True) for cell in row.css("th, td")] for row in page.css("tbody tr")]
    assert cells[:3] == [
        ["Seed", "0", "There is little in common yet."],
        ["Sprout", "35", "Much is agreed, some of it is done."],
        ["Tree", "70", "Both sides carry the training together."],
    ]
    assert "“Tree” also needs every dimension at 30 or more, and at most 1/4" in one(page, ".vw-scoring").text()
    assert "Weight of the dimension: 2" in one(page, "#planning-together + p").text()
    plan = next(row for row in cells if row[0].startswith("A training plan made together"))
    assert plan[1:] == ["2", "2", "Training centre, Workshop", "Nour charter (example)(1, shared duties)"]
    assert len(page.css("tbody a[href='https://example.org/charter']")) == 3


def test_the_worked_example_gives_the_numbers_of_the_method(network: Published) -> None:
    text = one(network.page("en/benchmark/scoring/"), ".vw-scoring").text()
    assert "= 56.2053." in text
    assert "A = 60, and A − G = 3.7947" in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_model_texts_and_strings_are_published_as_they_stand(network: Published, lang: str) -> None:
    assert data(network, "model.json") == yaml.safe_load((MODEL / "model.yml").read_text(encoding="utf-8"))
    assert data(network, f"texts.{lang}.json") == texts(lang)
    strings = data(network, f"strings.{lang}.json")
    english = yaml.safe_load((REPOSITORY / "theme/interface/benchmark/en.yml").read_text(encoding="utf-8"))
    assert set(strings) == set(english)


def test_next_steps_know_practices_and_guidelines_by_indicator(network: Published) -> None:
    found = data(network, "practices.ar.json")
    practices = {practice["slug"]: practice for practice in found["practices"]}
    assert practices["guest-house"] == {
        **practices["guest-house"],
        "address": "practices/guest-house/",
        "lang": "en",
        "indicators": ["shared-assessment"],
        "countries": ["JO"],
    }
    assert practices["bakery-days"]["lang"] == "ar"
    assert [guideline["indicators"] for guideline in found["guidelines"]] == [["joint-plan"]]
    assert found["vocabularies"]["sectors"]["bakery"] == "المخابز"
    assert found["vocabularies"]["countries"]["EG"] == "مصر"
    assert "EU" not in found["vocabularies"]["countries"]
    for practice in found["practices"]:
        assert (network.folder / "ar" / practice["address"] / "index.html").is_file()


def test_the_service_worker_lists_files_and_pages_that_exist(network: Published) -> None:
    found = release(network)
    assert list(found["pages"]) == list(LANGUAGES)
    listed = [path.partition("?")[0] for path in [*found["files"], *found["pages"]["en"], *found["pages"]["ar"]]]
    assert [path for path in listed if not (network.folder / path).exists()] == []
    assert {f"ar/{address}" for address in PAGES} <= set(found["pages"]["ar"])
    assert any(path.endswith("texts.ar.json") for path in found["pages"]["ar"])
    assert not any(path.endswith("texts.ar.json") for path in [*found["files"], *found["pages"]["en"]])


def test_every_file_that_a_page_of_the_benchmark_loads_is_kept_for_offline_use(network: Published) -> None:
    found = release(network)
    for lang in LANGUAGES:
        for address in PAGES:
            nodes = network.page(f"{lang}/{address}").css("script[src], link[rel=stylesheet], link[rel=icon], img[src]")
            loaded = [str(node.attributes.get("src") or node.attributes.get("href")) for node in nodes]
            here = f"{SITE_URL}{lang}/{address}"
            assert {urljoin(here, way).removeprefix(SITE_URL) for way in loaded} <= set(found["files"])


def test_an_edited_text_gives_a_new_release_and_leaves_the_runtime_alone(sources: Path) -> None:
    first = publish(sources)
    before, known = mount(first, "en"), release(first)
    replace(sources / "benchmark" / "nour-2" / "en.yml", '"Wiring"', '"Wiring a house"')
    second = publish(sources)
    after = mount(second, "en")
    assert after["data-assets"] != before["data-assets"]
    assert after["data-runtime"] == before["data-runtime"]
    assert release(second)["digest"] != known["digest"]
    assert not (second.folder / before["data-assets"]).exists()


def test_a_language_built_alone_leaves_the_other_one_whole(sources: Path) -> None:
    first = publish(sources)
    before = mount(first, "ar")
    replace(sources / "benchmark" / "nour-2" / "en.yml", '"Wiring"', '"Wiring a house"')
    build(read_settings(sources), ["en"])
    assert mount(first, "ar") == before
    assert mount(first, "en") != before
    for lang in LANGUAGES:
        assert (first.folder / mount(first, lang)["data-assets"] / "main.js").is_file()


def test_a_network_without_a_benchmark_publishes_nothing_of_it(sources: Path) -> None:
    replace(sources / "mkdocs.yml", "  benchmark: {model: benchmark/nour-2}\n", "")
    shutil.rmtree(sources / "benchmark")
    site = publish(sources)
    assert [path for path in site.files() if "benchmark" in path or "pyodide" in path] == []
    assert not site.page("en/").css(".vw-call")
    assert not site.page("en/").css(".vw-menu a[href*=benchmark]")


def test_a_runtime_that_cannot_be_made_leaves_the_old_site(sources: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = publish(sources).files()

    def fail() -> None:
        raise DefectError("no tool to make it")

    monkeypatch.setattr(releases, "runtime", fail)
    replace(sources / "benchmark" / "nour-2" / "en.yml", '"Wiring"', '"Wiring a house"')
    with pytest.raises(DefectError, match="no tool"):
        build(read_settings(sources))
    assert Published(sources / "site").files() == before


def test_the_runtime_is_linked_on_the_same_disk_and_copied_to_another(
    network: Published, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if network.folder.stat().st_dev == STORE.stat().st_dev:
        folder = network.folder / mount(network, "en")["data-runtime"]
        assert all(path.stat().st_nlink > 1 for path in folder.iterdir())

    def refuse(*_: object) -> None:
        raise OSError(errno.EXDEV, "another disk")

    monkeypatch.setattr(os, "link", refuse)
    source = tmp_path / "python.wasm"
    source.write_bytes(b"wasm")
    place({"assets/pyodide/0/python.wasm": source}, tmp_path / "site")
    assert (tmp_path / "site/assets/pyodide/0/python.wasm").read_bytes() == b"wasm"
