import pytest

from build_tools.checks import interface
from build_tools.errors import Finding
from build_tools.frontmatter import parse_yaml
from build_tools.settings import read_settings
from tests.unit.benchmark_samples import NETWORK
from tests.unit.samples import catalog, unmark

ENGLISH = {"hello": "Hello {name}", "pages": "{a} of {b}"}
GERMAN = {"hello": "Hallo {name}", "pages": "{b}, davon {a}"}


def strings(german: dict[str, str], english: dict[str, str] = ENGLISH) -> list[Finding]:
    subject = catalog()
    subject.vocabularies, subject.interface = {}, {"en": english, "de": german}
    return list(interface.find(subject, subject))


def benchmark_strings(arabic: dict[str, str]) -> list[Finding]:
    subject = catalog(settings=read_settings(NETWORK))
    subject.vocabularies, subject.interface = {}, {"en": {}, "ar": {}}
    subject.benchmark_strings = {"en": ENGLISH, "ar": arabic}
    return list(interface.find(subject, subject))


def labels(text: str) -> list[Finding]:
    document, faults = parse_yaml("content/vocabularies/sizes.yml", text)
    assert document, faults
    subject = catalog()
    subject.interface = {"en": {}, "de": {}}
    subject.vocabularies = {"sizes": document.data}
    subject.documents[document.path] = document
    return list(interface.find(subject, subject))


def test_same_keys_and_names_in_every_language_pass() -> None:
    assert strings(GERMAN) == []


@pytest.mark.parametrize(
    ("german", "problem"),
    [
        ({"hello": "Hallo {name}"}, "the string `pages` is missing"),
        ({**GERMAN, "hello": "Hallo"}, "`hello` has other names in braces"),
        ({**GERMAN, "hello": "Hallo {Name}"}, "`hello` has other names in braces"),
        ({**GERMAN, "hello": "{name}, {name}"}, "`hello` has other names in braces"),
    ],
)
def test_string_that_differs_is_found_in_the_file_of_its_language(german: dict[str, str], problem: str) -> None:
    (finding,) = strings(german)
    assert finding.path.endswith("theme/interface/de.yml")
    assert (finding.line, finding.column, finding.problem) == (1, 1, problem)


def test_string_that_the_fullest_language_lacks_is_found() -> None:
    (finding,) = strings({"hello": "Hallo {name}", "bye": "Tschüss"})[1:]
    assert finding.problem == "`bye` is not a string of the interface"


def test_strings_of_the_benchmark_are_compared_too() -> None:
    assert benchmark_strings({"hello": "أهلا {name}", "pages": "{a} من {b}"}) == []
    (finding,) = benchmark_strings({"hello": "أهلا {name}"})
    assert finding.path == "content/interface/benchmark/ar.yml"
    assert finding.problem == "the string `pages` is missing"


def test_every_language_is_compared_with_the_one_that_has_most() -> None:
    (finding,) = strings(GERMAN, english={"hello": "Hello {name}"})
    assert finding.path.endswith("theme/interface/en.yml")


def test_other_names_are_found_at_the_key() -> None:
    document, _ = parse_yaml("file", 'pages: "{a} von {b}"\nhello: "Hallo"\n')
    assert document
    subject = catalog()
    subject.vocabularies, subject.interface = {}, {"en": ENGLISH, "de": document.data}
    path = next(finding.path for finding in interface.find(subject, subject))
    subject.documents[path] = document
    (finding,) = interface.find(subject, subject)
    assert (finding.line, finding.column) == (2, 1)


def test_vocabulary_with_all_labels_passes() -> None:
    assert labels('small: {en: "Small", de: "Klein"}\nlarge:\n  en: "Large"\n  de: "Groß"\n  fr: "Grand"\n') == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('a: {en: "A", de: "A"}\n▸b: {en: "B"}\n', "`b` has no label in `de`"),
        ('# sizes\n▸b: {en: "B", de: " "}\n', "`b` has no label in `de`"),
        ('▸b: {en: "B", de: 5}\n', "`b` has no label in `de`"),
        ("▸b: Large\n", "`b` has no labels"),
        ("▸b:\n", "`b` has no labels"),
        ('▸b: {en: "B", de: "<b>B</b>"}\n', "the label of `b` in `de` has HTML in it"),
        ('▸b: {en: "B", de: "{{ config }}"}\n', "the label of `b` in `de` has HTML in it"),
    ],
)
def test_bad_label_is_found_at_its_term(text: str, problem: str) -> None:
    text, places = unmark(text)
    (finding,) = labels(text)
    assert [(finding.line, finding.column)] == places
    assert (finding.path, finding.problem) == ("content/vocabularies/sizes.yml", problem)
