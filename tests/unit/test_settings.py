from pathlib import Path
from typing import Any

import pytest
import yaml

from build_tools.errors import UsageError
from build_tools.settings import Settings, read_settings
from tests.conftest import REPOSITORY

LEAST: dict[str, Any] = {
    "site_name": "Test",
    "site_url": "https://test.example/some/path",
    "theme": {"name": "material"},
    "extra": {"languages": ["en", "pt-BR"]},
}


def read(root: Path, **changes: Any) -> Settings:
    (root / "mkdocs.yml").write_text(yaml.safe_dump({**LEAST, **changes}), encoding="utf-8")
    return read_settings(root)


def problem(root: Path, **changes: Any) -> str:
    with pytest.raises(UsageError) as caught:
        read(root, **changes)
    return str(caught.value)


def test_least_settings_get_sensible_values(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.languages == ["en", "pt-BR"]
    assert settings.site_url == "https://test.example/some/path/"
    assert (settings.repo_url, settings.extra.page_size, settings.extra.menu) == ("", 100, [])
    assert settings.theme_folder == tmp_path / "theme"


def test_folders_lie_below_the_root(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.content == tmp_path / "content"
    assert (settings.work, settings.site) == (tmp_path / "build", tmp_path / "site")


def test_root_is_made_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read(tmp_path)
    monkeypatch.chdir(tmp_path)
    assert read_settings(Path()).root == tmp_path


@pytest.mark.parametrize(
    ("url", "base"),
    [("https://a.example", "/"), ("https://a.example/b", "/b/"), ("http://localhost:8000/b/c//", "/b/c/")],
)
def test_base_path_has_a_slash_at_both_ends(tmp_path: Path, url: str, base: str) -> None:
    assert read(tmp_path, site_url=url).base_path == base


def test_address_joins_parts(tmp_path: Path) -> None:
    assert read(tmp_path).address("de", "about/") == "https://test.example/some/path/de/about/"


def test_paths_are_shown_from_the_root(tmp_path: Path) -> None:
    settings = read(tmp_path)
    assert settings.relative(tmp_path / "content" / "a.md") == "content/a.md"
    assert settings.relative(Path("/elsewhere/theme/x.yml")) == "/elsewhere/theme/x.yml"


def test_the_project_has_its_eight_languages() -> None:
    assert read_settings(REPOSITORY).languages == ["en", "de", "fr", "es", "it", "pt", "nl", "pl"]


def test_keys_of_other_programs_are_left_to_them(tmp_path: Path) -> None:
    assert read(tmp_path, plugins=[], watch=["theme"]).site_name == "Test"


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ({"site_name": 5}, "site_name"),
        ({"site_url": "test.example"}, "site_url"),
        ({"site_url": "ftp://test.example/"}, "site_url"),
        ({"theme": "material"}, "theme"),
        ({"extra": {}}, "extra.languages"),
        ({"extra": {"languages": []}}, "extra.languages"),
        ({"extra": {"languages": ["english"]}}, "extra.languages.0"),
        ({"extra": {"languages": [False]}}, "extra.languages.0"),
        ({"extra": {"languages": ["en"], "lagnuages": []}}, "extra.lagnuages"),
        ({"extra": {"languages": ["en"], "page_size": 5}}, "extra.page_size"),
        ({"extra": {"languages": ["en"], "benchmark": {}}}, "extra.benchmark.model"),
        ({"extra": {"languages": ["en"], "benchmark": {"model": "../elsewhere"}}}, "extra.benchmark.model"),
        ({"extra": {"languages": ["en"], "benchmark": {"model": "content/model"}}}, "extra.benchmark.model"),
        ({"extra": {"languages": ["en"], "colours": {"primary": "red"}}}, "extra.colours.primary"),
        ({"extra": {"languages": ["en"], "repository": {"delete": ""}}}, "extra.repository.delete"),
    ],
)
def test_wrong_key_is_named(tmp_path: Path, changes: dict[str, Any], key: str) -> None:
    assert problem(tmp_path, **changes).startswith(f"{tmp_path / 'mkdocs.yml'}: {key}: ")


def test_every_wrong_key_is_named_at_once(tmp_path: Path) -> None:
    lines = problem(tmp_path, site_name=5, theme=5).split("\n")
    assert [line.split(": ")[1] for line in lines] == ["site_name", "theme"]


@pytest.mark.parametrize("raw", [b"a: [", b"\xff\xfe", b"a: !!python/name:os.system", b"\x00", b"- a\n", b"", b"text"])
def test_file_that_is_not_a_settings_file_is_a_wrong_use(tmp_path: Path, raw: bytes) -> None:
    (tmp_path / "mkdocs.yml").write_bytes(raw)
    with pytest.raises(UsageError, match=r"mkdocs\.yml"):
        read_settings(tmp_path)


def test_missing_file_is_a_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give --root"):
        read_settings(tmp_path / "nowhere")


def test_root_that_is_a_file_is_a_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(UsageError):
        read_settings(tmp_path / "file")


def test_settings_file_that_is_a_folder_is_a_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").mkdir()
    with pytest.raises(UsageError):
        read_settings(tmp_path)
