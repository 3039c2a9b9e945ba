import os
from pathlib import Path

import pytest

from build_tools.load import FileMemory, interface_files, load
from build_tools.settings import read_settings
from tests.conftest import GOOD_PRACTICE, SiteWriter
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD


def test_site_is_read_into_entries_translations_and_lists(write_site: SiteWriter) -> None:
    files: dict[str, str | bytes] = {
        "content/practices/de-sample.md": GOOD_PRACTICE,
        "content/pages/about.md": PAGE_HEAD + "Text.",
        "content/pages/de/about.md": TRANSLATION_HEAD,
        "content/pages/images/plan.png": b"\x89PNG",
    }
    catalog = load(read_settings(write_site(files)))
    assert catalog.findings == []
    assert sorted(catalog.sources) == [("page", "about"), ("page", "home"), ("practice", "de-sample")]
    assert list(catalog.translations) == [("page", "about", "de")]
    assert catalog.images == {"content/pages/images/plan.png"}
    assert "hello" not in catalog.interface["de"]
    assert catalog.interface["de"].keys() == catalog.interface["en"].keys()
    assert len(catalog.subjects) == 4


def test_catalog_gives_kinds_in_order_and_labels(write_site: SiteWriter) -> None:
    files = {f"content/pages/{name}.md": PAGE_HEAD for name in ("b", "a-b", "a")}
    catalog = load(read_settings(write_site(files)))
    assert [source.slug for source in catalog.of_kind("page")] == ["a", "a-b", "b", "home"]
    assert catalog.of_kind("practice") == []
    assert catalog.label("phases", "planning", "de") == "Planung"


def test_own_strings_of_a_network_stand_before_those_of_the_theme(write_site: SiteWriter) -> None:
    settings = read_settings(write_site({"content/interface/de.yml": 'home: "Anfang"\n'}))
    assert load(settings).interface["de"]["home"] == "Anfang"
    assert [path.parent.parent.name for path in interface_files(settings, "de")] == ["theme", "content"]
    assert len(interface_files(settings, "en")) == 1
    assert interface_files(settings, "xx") == []


def test_string_that_is_no_text_is_found(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({"content/interface/de.yml": "search: Suche\nhome: No\n"})))
    assert [(f.path, f.line) for f in catalog.findings] == [("content/interface/de.yml", 2)]


def test_file_that_cannot_be_read_is_a_finding_and_no_entry(write_site: SiteWriter) -> None:
    files: dict[str, str | bytes] = {
        "content/pages/a.md": b"\xff",
        "content/pages/b.md": PAGE_HEAD.replace("added", "addde"),
        "content/vocabularies/phases.yml": "a: [",
        "content/vocabularies/themes.yml": "é: a".encode("latin-1"),
    }
    catalog = load(read_settings(write_site(files)))
    paths = [finding.path for finding in catalog.findings]
    assert sorted(set(paths)) == sorted(files)
    assert list(catalog.sources) == [("page", "home")]
    assert not {"phases", "themes"} & set(catalog.vocabularies)


def test_symbolic_link_is_a_finding(write_site: SiteWriter) -> None:
    root = write_site({"elsewhere.md": PAGE_HEAD})
    (root / "content/pages/a.md").symlink_to(root / "elsewhere.md")
    (root / "content/pages/b.md").symlink_to(root / "nowhere.md")
    catalog = load(read_settings(root))
    assert [(f.path, f.check) for f in catalog.findings] == [
        ("content/pages/a.md", "ids"),
        ("content/pages/b.md", "ids"),
    ]
    assert list(catalog.sources) == [("page", "home")]


def test_folder_with_the_name_of_a_file_is_a_finding(write_site: SiteWriter) -> None:
    files = {"content/pages/a.md/b.txt": "", "content/pages/de/a.md/b.txt": "", "content/vocabularies/a.yml/b": ""}
    catalog = load(read_settings(write_site(files)))
    assert {finding.path for finding in catalog.findings} == {path.rpartition("/")[0] for path in files}


@pytest.mark.parametrize("path", ["content/pages/de/deeper/a.md", "content/page/a.md", "content/pages/a.MD"])
def test_text_in_a_place_where_nobody_looks_is_a_finding(write_site: SiteWriter, path: str) -> None:
    catalog = load(read_settings(write_site({path: PAGE_HEAD})))
    assert [finding.path for finding in catalog.findings] == [path]


def test_memory_reads_only_what_changed(write_site: SiteWriter) -> None:
    root = write_site({"content/pages/a.md": PAGE_HEAD, "content/pages/b.md": PAGE_HEAD})
    settings, memory = read_settings(root), FileMemory()
    first = load(settings, memory)
    (root / "content/pages/b.md").write_text(PAGE_HEAD + "More text.", encoding="utf-8")
    second = load(settings, memory)
    assert second.sources["page", "a"] is first.sources["page", "a"]
    assert second.sources["page", "b"].document.body.endswith("More text.")


def test_memory_sees_a_change_of_time_alone(tmp_path: Path) -> None:
    path, memory = tmp_path / "a", FileMemory()
    path.write_bytes(b"one")
    assert memory.read(path, "a", lambda _, raw: raw) == b"one"
    path.write_bytes(b"two")
    os.utime(path, ns=(1, 1))
    assert memory.read(path, "a", lambda _, raw: raw) == b"two"


def test_broken_file_is_reported_from_memory_again(write_site: SiteWriter) -> None:
    settings, memory = read_settings(write_site({"content/pages/a.md": "no front matter"})), FileMemory()
    first, second = load(settings, memory).findings, load(settings, memory).findings
    assert len(first) == 1
    assert first == second
