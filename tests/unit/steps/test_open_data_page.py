"""The page about open data: its links, its numbers, its example."""

import json

import pytest
from selectolax.lexbor import LexborHTMLParser

from build_tools.steps import api, data_package, open_data_page, openapi
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE
from tests.unit.open_data_samples import page, site
from tests.unit.samples import SETTINGS, source


def small_site() -> Site:
    return site(page(), source(GOOD_PRACTICE, "content/practices/a-practice.md"))


def content(subject: Site, lang: str = "en") -> LexborHTMLParser:
    ((address, text),) = open_data_page.pages(subject.views[lang])
    assert address == "open-data/"
    return LexborHTMLParser(text.split("---\n", 2)[2])


@pytest.mark.parametrize("lang", SETTINGS.languages)
def test_every_link_leads_to_a_file(lang: str) -> None:
    subject = small_site()
    links = [str(node.attributes["href"]) for node in content(subject, lang).css("a")]
    own = {link.removeprefix("../../") for link in links if link.startswith("../../")}
    files = {**api.files(subject), **openapi.files(subject), **data_package.files(subject)}
    assert own - files.keys() == {f"feeds/{lang}.atom", f"feeds/{lang}.json"}
    assert {path for path in files if path.endswith((".csv", ".zip"))} <= own


def test_the_numbers_are_those_of_the_files() -> None:
    subject = small_site()
    index = json.loads(api.files(subject)["api/v1/index.json"])
    counts = {it["address"].removeprefix("https://test.example/"): it["count"] for it in index["data"]}
    listed = [item for item in content(subject).css("li") if item.css("code")]
    assert len(listed) == 8
    for item in listed:
        path = str(item.css("a")[0].attributes["href"]).removeprefix("../../")
        assert f"({counts[path]}) {path}" in item.text(), path


def test_the_example_is_a_program_that_finds_something() -> None:
    subject = small_site()
    (code,) = content(subject).css("pre code")
    answer = api.files(subject)["api/v1/practices/index.json"]
    printed: list[object] = []
    program = code.text().replace("from urllib.request import urlopen", "")
    names = {"urlopen": lambda _: _Answer(str(answer)), "print": lambda *values: printed.append(values)}
    exec(compile(program, "example", "exec"), names)  # noqa: S102 - our own example, on our own data
    assert printed == [(subject.practices[0].entry.title, "https://test.example/en/practices/a-practice/")]


class _Answer:
    """What `urlopen` would give."""

    def __init__(self, text: str) -> None:
        self.text = text

    def __enter__(self) -> "_Answer":
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""

    def read(self) -> str:
        return self.text
