"""The glossary is optional; what is wrong with it is found with its place."""

import pytest

from build_tools.load import load
from build_tools.settings import read_settings
from tests.conftest import REPOSITORY, SiteWriter

FILE = "content/glossary.yml"


def test_the_file_is_read(write_site: SiteWriter) -> None:
    text = 'concepts:\n  - en: ["trainer"]\n    de: ["Ausbilder", "Ausbilderin"]\n'
    catalog = load(read_settings(write_site({FILE: text})))
    assert catalog.glossary.concepts == [{"en": ["trainer"], "de": ["Ausbilder", "Ausbilderin"]}]
    assert catalog.findings == []


def test_a_site_needs_no_glossary(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({})))
    assert (catalog.glossary.concepts, catalog.findings) == ([], [])


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", (1, 1), "not a list of keys"),
        ("terms: []\n", (1, 1), "`terms` is not known here"),
        ("concepts: {}\n", (1, 11), "`concepts` is not a list"),
        ("concepts:\n  - {en: trainer}\n", (2, 10), "`concepts.0.en` is not a list"),
        ("concepts:\n  - {en: []}\n", (2, 10), "`concepts.0.en`"),
        ("concepts:\n  - {English: [trainer]}\n", (2, 6), "`concepts.0.English` has the wrong form"),
        ("concepts:\n  - {en: ['']}\n", (2, 11), "`concepts.0.en.0`"),
    ],
)
def test_faults_are_found_with_their_place(
    write_site: SiteWriter, text: str, place: tuple[int, int], problem: str
) -> None:
    catalog = load(read_settings(write_site({FILE: text})))
    assert [(finding.path, (finding.line, finding.column)) for finding in catalog.findings] == [(FILE, place)]
    assert problem in catalog.findings[0].problem
    assert catalog.glossary.concepts == []


def test_the_glossary_of_the_site_has_every_concept_in_english_and_no_term_twice() -> None:
    concepts = load(read_settings(REPOSITORY)).glossary.concepts
    assert len(concepts) >= 113
    assert [concept for concept in concepts if "en" not in concept] == []
    assert [terms for concept in concepts for terms in concept.values() if len(set(terms)) < len(terms)] == []
