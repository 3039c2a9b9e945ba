import pytest

from build_tools.checks import translation_structure
from build_tools.errors import Finding
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

BODY = "## One\n\n[x](home.md)\n\n### Two\n\nText.\n\n## Three\n\n[y](https://elsewhere.example/)\n"
PRACTICES = ("content/practices/de-sample.md", "content/practices/de/de-sample.md")


def findings_in(text: str) -> list[Finding]:
    subject = catalog(source(PAGE_HEAD + BODY), translated(text))
    return list(translation_structure.find(subject, subject))


@pytest.mark.parametrize("body", ["", "\n\n", BODY.replace("One", "Eins").replace("Text", "Wörter")])
def test_same_structure_or_no_body_passes(body: str) -> None:
    assert findings_in(TRANSLATION_HEAD + body) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("### Two", "▸## Zwei", "`Zwei` has level 2, in the source `Two` has level 3"),
        ("## One", "▸### Eins", "`Eins` has level 3, in the source `One` has level 2"),
        ("## One\n\n", "▸", "`Two` has level 3, in the source `One` has level 2"),
    ],
)
def test_other_level_is_found_at_the_first_heading_that_differs(old: str, new: str, problem: str) -> None:
    marked = TRANSLATION_HEAD + BODY.replace(old, new, 1)
    if new == "▸":
        marked = marked.replace("▸", "").replace("### Two", "▸### Two")
    text, places = unmark(marked)
    (finding,) = findings_in(text)
    assert places_of([finding]) == places
    assert (finding.path, finding.problem) == ("content/pages/de/a-page.md", problem)


@pytest.mark.parametrize(("body", "number"), [(BODY + "## Vier\n\nText.\n", 4), (BODY.replace("## Three\n\n", ""), 2)])
def test_other_number_of_headings_is_found_at_the_start_of_the_text(body: str, number: int) -> None:
    (finding,) = findings_in(TRANSLATION_HEAD + body)
    assert (finding.line, finding.column) == (TRANSLATION_HEAD.count("\n"), 1)
    assert finding.problem == f"the text has {number} headings, the source has 3"


@pytest.mark.parametrize(
    ("old", "new", "odd"),
    [
        ("home.md", "other.md", "home.md, other.md"),
        ("[x](home.md)", "x", "home.md"),
        ("[x](home.md)", "[x](home.md) [x](home.md)", "one of them appears more often"),
    ],
)
def test_other_links_are_found_at_the_start_of_the_text(old: str, new: str, odd: str) -> None:
    (finding,) = findings_in(TRANSLATION_HEAD + BODY.replace(old, new))
    assert (finding.line, finding.column) == (TRANSLATION_HEAD.count("\n"), 1)
    assert finding.problem == f"the links differ from those of the source: {odd}"


@pytest.mark.parametrize(
    ("field", "problem"),
    [
        ('innovative_elements: ▸["Eins"]', "`innovative_elements` has 1 items, the source has 3"),
        ('outcomes:\n  ▸- "Eins"\n  - "Zwei"\n  - "Drei"', "`outcomes` has 3 items, the source has 2"),
    ],
)
def test_list_of_another_length_is_found_at_the_list(field: str, problem: str) -> None:
    original, path = PRACTICES
    text, places = unmark(TRANSLATION_HEAD.replace("translation:", f"{field}\ntranslation:"))
    subject = catalog(source(GOOD_PRACTICE, original), translated(text, path))
    (finding,) = translation_structure.find(subject, subject)
    assert places_of([finding]) == places
    assert finding.problem == problem


def test_list_of_the_same_length_passes() -> None:
    original, path = PRACTICES
    text = TRANSLATION_HEAD.replace("translation:", 'outcomes: ["Eins", "Zwei"]\ntranslation:')
    subject = catalog(source(GOOD_PRACTICE, original), translated(text, path))
    assert list(translation_structure.find(subject, subject)) == []


def test_list_that_the_kind_lacks_is_found() -> None:
    (finding,) = findings_in(TRANSLATION_HEAD.replace("translation:", 'outcomes: ["Eins"]\ntranslation:'))
    assert finding.problem == "`outcomes` has 1 items, the source has 0"


def test_translation_without_an_original_is_left_to_another_check() -> None:
    subject = catalog(translated(TRANSLATION_HEAD + BODY))
    assert list(translation_structure.find(subject, subject)) == []
