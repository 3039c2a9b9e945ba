"""Reads `mkdocs.yml`, the one settings file, into a typed object."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import yaml
from babel import localedata
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from build_tools.errors import UsageError

LANGUAGE = r"^[a-z]{2,3}(-[A-Z]{2})?$"
COLOUR = r"^#[0-9a-fA-F]{6}$"
MODEL_FOLDER = r"^benchmark(/[a-z0-9][a-z0-9_-]*)+$"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Repository(_Strict):
    """Address patterns of the host of the sources; `{repo_url}` and `{path}` are filled in. Empty: no link."""

    edit: str = ""
    new: str = ""


class Colours(_Strict):
    """The two colours of a network: text and surfaces of the brand, and the accent on it."""

    primary: Annotated[str, Field(pattern=COLOUR)] = "#12355b"
    accent: Annotated[str, Field(pattern=COLOUR)] = "#e0a526"


class BenchmarkChoice(_Strict):
    """Which benchmark a network offers: the folder of its model, as a path from the root, somewhere in `benchmark/`."""

    model: Annotated[str, Field(pattern=MODEL_FOLDER)]


class Extra(_Strict):
    """Everything under `extra:` in `mkdocs.yml`.

    `languages`: codes of the interface languages; the first is the default. `menu`: slugs of the pages in
    the top menu. `footer`: slugs of the pages in the footer. `page_size`: entries on one browse page.
    `benchmark`: the benchmark of the network; without it the site has none. `downloads`: whether documents are made.
    """

    languages: Annotated[list[Annotated[str, Field(pattern=LANGUAGE)]], Field(min_length=1)]
    menu: list[str] = []
    footer: list[str] = []
    page_size: Annotated[int, Field(ge=10, le=500)] = 100
    contact: str = ""
    repository: Repository = Repository()
    colours: Colours = Colours()
    benchmark: BenchmarkChoice | None = None
    downloads: bool = True


class _File(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True, frozen=True)
    site_name: str
    site_url: str
    site_description: str = ""
    copyright: str = ""
    repo_url: str = ""
    theme: dict[str, Any]
    markdown_extensions: list[str | dict[str, Any]] = []
    extra: Extra


@dataclass(frozen=True)
class Settings:
    """A network's site: its root folder, and what `mkdocs.yml` says."""

    root: Path
    site_name: str
    site_url: str
    repo_url: str
    theme: Mapping[str, Any]
    markdown_extensions: tuple[str | dict[str, Any], ...]
    extra: Extra

    @property
    def languages(self) -> list[str]:
        """Codes of the interface languages, the default first."""
        return self.extra.languages

    @property
    def content(self) -> Path:
        """The folder of everything that people write."""
        return self.root / "content"

    @property
    def work(self) -> Path:
        """The folder of intermediate trees and caches; it may be deleted at any time."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """The folder to publish."""
        return self.root / "site"

    @property
    def theme_folder(self) -> Path:
        """The folder with the page skeleton, styles and interface strings."""
        return (self.root / str(self.theme["custom_dir"])).resolve()

    @property
    def base_path(self) -> str:
        """The path of `site_url`, with a slash at both ends."""
        return urlsplit(self.site_url).path

    def relative(self, path: Path) -> str:
        """Return a path as findings show it: from the root of the site; a theme elsewhere keeps its whole path."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()

    def address(self, *parts: str) -> str:
        """Return the absolute address of a path inside the site."""
        return self.site_url + "/".join(parts)


def read_settings(root: Path) -> Settings:
    """Return the settings of the site in `root`.

    Raises:
        UsageError: the file is missing, is not YAML, or a key is wrong; the message names the key.

    """
    path = root / "mkdocs.yml"
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
        file = _File.model_validate(raw)
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        raise UsageError(
            f"{path}: no such file; run the command in the folder with mkdocs.yml, or give --root"
        ) from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not readable as YAML: {error}") from None
    except ValidationError as error:
        lines = [f"{path}: {'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()]
        raise UsageError("\n".join(lines)) from None
    return _settings(root, file)


def _settings(root: Path, file: _File) -> Settings:
    if urlsplit(file.site_url).scheme not in ("http", "https"):
        raise UsageError(f"{root / 'mkdocs.yml'}: site_url: write a whole address such as https://example.org/")
    codes = file.extra.languages
    unknown = [code for code in codes if code.replace("-", "_") not in localedata.locale_identifiers()]
    if unknown or len(set(codes)) < len(codes):
        problem = f"no such language: {', '.join(unknown)}" if unknown else "a language stands there twice"
        raise UsageError(f"{root / 'mkdocs.yml'}: extra.languages: {problem}")
    return Settings(
        root=root.resolve(),
        site_name=file.site_name,
        site_url=file.site_url.rstrip("/") + "/",
        repo_url=file.repo_url.rstrip("/"),
        theme={"custom_dir": "theme", **file.theme},
        markdown_extensions=tuple(file.markdown_extensions),
        extra=file.extra,
    )
