"""Builds: the files that come out, the same bytes every time, and only changed pages printed."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

import build_tools.build as build_module
from build_tools.build import build
from build_tools.load import load
from build_tools.render import Rendered, render
from build_tools.settings import read_settings
from build_tools.steps import all_pages
from build_tools.views import Site, View
from tests.integration.network import FIXTURE, LANGUAGES, Published, copy_network, one, publish, replace

GOLDEN = Path(__file__).resolve().parent.parent / "golden" / "network_paths.txt"

type Printed = dict[str, frozenset[str]]


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> Printed:
    """Give a table that fills with the addresses handed to the page printer, by language, in every build."""
    table: Printed = {}

    def noting(view: View, pages: Mapping[str, str], assets: str) -> Rendered:
        rendered = render(view, pages, assets)
        table[view.lang] = rendered.printed
        return rendered

    monkeypatch.setattr(build_module, "render", noting)
    return table


def generated(root: Path) -> dict[str, dict[str, str]]:
    """Return the generated Markdown by language and address."""
    site = Site(load(read_settings(root)))
    return {lang: all_pages(site.views[lang]) for lang in LANGUAGES}


def test_the_published_paths_are_those_of_the_golden_file(network: Published) -> None:
    """UPDATE_GOLDEN=1 writes the file anew; the diff is for review."""
    with_digests = ("pagefind/", "assets/benchmark/", "assets/find/", "assets/pyodide/", "assets/search/")
    paths = [path for path in network.files() if not path.startswith(with_digests)]
    text = "\n".join(paths) + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.parent.mkdir(exist_ok=True)
        GOLDEN.write_text(text, encoding="utf-8")
    assert text == GOLDEN.read_text(encoding="utf-8")


def test_two_builds_in_two_folders_give_the_same_bytes(network: Published, sources: Path) -> None:
    assert publish(sources).files() == network.files()


def test_a_build_that_changes_nothing_prints_nothing_and_gives_the_same_bytes(sources: Path, printed: Printed) -> None:
    first = publish(sources).files()
    second = publish(sources).files()
    assert printed == {"en": frozenset(), "ar": frozenset()}
    assert second == first


def test_a_lost_page_of_the_cache_is_printed_again(sources: Path, printed: Printed) -> None:
    first = publish(sources).files()
    (sources / "build" / "render" / "ar" / "html" / "about" / "index.html").unlink()
    assert publish(sources).files() == first
    assert printed == {"en": frozenset(), "ar": frozenset({"about/"})}


def test_a_broken_cache_file_is_no_reason_to_fail(sources: Path, printed: Printed) -> None:
    first = publish(sources).files()
    (sources / "build" / "render" / "ar" / "keys.json").write_text("{broken", encoding="utf-8")
    assert publish(sources).files() == first
    assert printed["en"] == frozenset()
    assert "about/" in printed["ar"]


def test_an_edited_body_hands_its_own_page_alone_to_the_printer(sources: Path, printed: Printed) -> None:
    publish(sources)
    replace(sources / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
    after = publish(sources)
    own = frozenset({"practices/guest-house/"})
    assert printed == {"en": own, "ar": own}
    assert "for nine weeks" in after.text("ar/practices/guest-house/index.html")


def test_edit_addition_and_removal_equal_a_full_build(sources: Path, printed: Printed, tmp_path: Path) -> None:
    publish(sources)
    before = generated(sources)
    practices = sources / "content" / "practices"
    replace(practices / "solar-workshop.md", "for four weeks", "for five weeks")
    new = (practices / "guest-house.md").read_text(encoding="utf-8").replace("guest house", "ferry")
    (practices / "guest-house.md").unlink()
    (practices / "ferry.md").write_text(new, encoding="utf-8")
    guideline = sources / "content" / "guidelines" / "welcome-learners.md"
    guideline.write_text(guideline.read_text(encoding="utf-8").replace("guest-house", "ferry"), encoding="utf-8")

    incremental = publish(sources)
    after = generated(sources)
    changed = {lang: frozenset(a for a in after[lang] if after[lang][a] != before[lang].get(a)) for lang in LANGUAGES}
    assert printed == changed
    assert {"practices/ferry/", "practices/solar-workshop/", "practices/", ""} <= printed["en"]
    assert "about/" not in printed["en"] | printed["ar"]

    full = publish(_sources_again(sources, tmp_path / "elsewhere"))
    assert incremental.files() == full.files()
    assert "en/practices/guest-house/index.html" not in full.files()


def _sources_again(root: Path, target: Path) -> Path:
    shutil.copytree(root, target, ignore=shutil.ignore_patterns("build", "site"))
    return target


def test_a_change_of_the_theme_prints_every_page(tmp_path: Path, printed: Printed) -> None:
    theme = shutil.copytree(FIXTURE / "../../../theme", tmp_path / "theme")
    root = copy_network(tmp_path / "network", theme)
    publish(root)
    replace(theme / "main.html", 'class="vw-footer"', 'class="vw-footer" data-changed')
    after = publish(root)
    assert printed["en"] == frozenset(generated(root)["en"])
    assert all(tree.css("footer[data-changed]") for name, tree in after.pages() if "vw-footer" in after.text(name))


def test_languages_built_one_after_the_other_equal_one_whole_build(network: Published, sources: Path) -> None:
    settings = read_settings(sources)
    build(settings, ["ar"])
    alone = Published(settings.site)
    assert not (alone.folder / "en" / "about").exists()
    assert (alone.folder / "ar" / "about" / "index.html").is_file()
    build(settings, ["en"])
    assert Published(settings.site).files() == network.files()


def test_without_search_the_index_stays_as_it_was(sources: Path) -> None:
    before = publish(sources).files()
    replace(sources / "content" / "practices" / "guest-house.md", "for three weeks", "for nine weeks")
    settings = read_settings(sources)
    build(settings, ["en"], whole=False)
    after = Published(settings.site).files()
    assert {path for path in before if before[path] != after[path]} == {
        "en/practices/guest-house/index.html",
        "api/v1/practices/guest-house.json",
        "downloads/nour-skills-network-data.zip",
    }
    build(settings)
    assert Published(settings.site).files().keys() != before.keys()


def test_a_build_says_what_it_does_step_by_step(sources: Path) -> None:
    lines: list[str] = []
    build(read_settings(sources), say=lines.append)
    words = [line.rpartition(" (")[0] for line in lines]
    assert words[0] == "checked 8 entries and 5 translations"
    assert words[1] == "gathered the files of the benchmark"
    assert words[2:4] == ["en: printed 57 of 57 pages", "ar: printed 57 of 57 pages"]
    assert words[4].startswith("finished 114 pages")


def test_long_lists_are_split_into_pages(sources: Path) -> None:
    practices = sources / "content" / "practices"
    text = (practices / "guest-house.md").read_text(encoding="utf-8")
    for number in range(1, 9):
        copy = text.replace("Example: weeks in a guest house", f"Example: weeks in inn {number}")
        (practices / f"inn-{number}.md").write_text(copy, encoding="utf-8")
    site = publish(sources)

    first, second = site.page("en/practices/"), site.page("en/practices/2/")
    assert (len(first.css(".vw-card")), len(second.css(".vw-card"))) == (10, 1)
    assert one(first, "a[rel=next]").attributes["href"] == "../practices/2/"
    assert one(second, "a[rel=prev]").attributes["href"] == "../../practices/"
    assert one(second, "h1").text() == "All practices (Page 2 of 2)"
    assert not first.css("a[rel=prev]")
    assert not second.css("a[rel=next]")
    assert not site.page("en/browse/country/eg/").css(".vw-pager")
