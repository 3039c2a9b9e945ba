import pytest

from build_tools.checks import ids
from build_tools.load import Source, Translated
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

HOME = source(PAGE_HEAD, "content/pages/home.md")


def problems(*subjects: Source | Translated) -> list[tuple[str, int, int, str]]:
    subject = catalog(HOME, *subjects)
    return [(f.path, f.line, f.column, f.problem) for f in ids.find(subject, subject)]


def page(name: str, text: str = PAGE_HEAD) -> Source:
    return source(text, f"content/pages/{name}.md")


def translation(name: str, lang: str = "de") -> Translated:
    return translated(TRANSLATION_HEAD, f"content/pages/{lang}/{name}.md")


def test_good_names_aliases_and_languages_pass() -> None:
    moved = page("a-page", PAGE_HEAD.replace("added:", 'aliases: ["old-page", "older"]\nadded:'))
    assert problems(moved, translation("a-page"), translation("home")) == []


def test_a_site_needs_its_home_page() -> None:
    subject = catalog(page("a-page"))
    (finding,) = ids.find(subject, subject)
    assert (finding.path, finding.line, finding.column) == ("content/pages/home.md", 1, 1)
    assert "home page is missing" in finding.problem


@pytest.mark.parametrize("name", ["A-page", "a_page", "a--page", "-a", "a-", "seite-ä", "a page", "a.b", "a\n"])
def test_name_that_is_no_id_is_found(name: str) -> None:
    expected = f"the file name `{name}` is not an id"
    assert problems(page(name)) == [(f"content/pages/{name}.md", 1, 1, expected)]


def test_name_of_a_translation_is_looked_at_too() -> None:
    found = problems(page("A-page"), translation("A-page"))
    assert [path for path, *_ in found] == ["content/pages/A-page.md", "content/pages/de/A-page.md"]


@pytest.mark.parametrize("name", ["browse", "search", "benchmark", "index", "404", "practices", "guidelines", "pages"])
def test_address_of_a_generated_page_is_taken(name: str) -> None:
    assert problems(page(name)) == [(f"content/pages/{name}.md", 1, 1, f"the address `{name}` is taken")]


@pytest.mark.parametrize("alias", ["browse", "search", "index", "404", "practices"])
def test_alias_cannot_take_the_address_of_a_generated_page(alias: str) -> None:
    text, (place,) = unmark(PAGE_HEAD.replace("added:", f'aliases: [▸"{alias}"]\nadded:'))
    (found,) = problems(page("a-page", text))
    assert found[:3] == ("content/pages/a-page.md", *place)


@pytest.mark.parametrize("name", ["2", "index"])
def test_name_of_a_further_list_page_or_of_the_list_as_data_is_taken(name: str) -> None:
    path = f"content/practices/{name}.md"
    assert [found[:3] for found in problems(source(GOOD_PRACTICE, path))] == [(path, 1, 1)]


def test_language_that_the_site_lacks_is_found_at_its_value() -> None:
    text, (place,) = unmark(PAGE_HEAD.replace("lang: en", "lang: ▸fr"))
    assert problems(page("a-page", text)) == [
        ("content/pages/a-page.md", *place, "the site has no language `fr`"),
    ]


@pytest.mark.parametrize("taken", ["b-page", "a-page", "home"])
def test_alias_that_is_an_id_is_found_where_it_stands(taken: str) -> None:
    text, (place,) = unmark(PAGE_HEAD.replace("added:", f'aliases: ["old", ▸"{taken}"]\nadded:'))
    found = problems(page("a-page", text), page("b-page"))
    expected = f"the alias `{taken}` belongs to content/pages/{taken}.md"
    assert found == [("content/pages/a-page.md", *place, expected)]


def test_alias_claimed_twice_is_found_at_the_second() -> None:
    first = PAGE_HEAD.replace("added:", 'aliases: ["old"]\nadded:')
    second, places = unmark(PAGE_HEAD.replace("added:", "aliases: [▸old]\nadded:"))
    subject = catalog(HOME, page("a-page", first), page("b-page", second))
    findings = list(ids.find(subject, subject))
    assert [finding.path for finding in findings] == ["content/pages/b-page.md"]
    assert places_of(findings) == places


@pytest.mark.parametrize(
    ("lang", "name", "problem"),
    [
        ("xx", "a-page", "the folder `xx` is no language of the site"),
        ("de", "b-page", "there is no entry of this name to translate"),
        ("en", "a-page", "the original is in this language already"),
    ],
)
def test_translation_that_fits_nothing_is_found(lang: str, name: str, problem: str) -> None:
    found = problems(page("a-page"), translation(name, lang))
    assert found == [(f"content/pages/{lang}/{name}.md", 1, 1, problem)]
