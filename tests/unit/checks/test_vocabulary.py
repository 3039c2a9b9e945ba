import pytest

from build_tools.checks import vocabulary
from build_tools.errors import Finding
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

PRACTICE = "content/practices/de-sample.md"


def findings_in(text: str) -> list[Finding]:
    return list(vocabulary.find(source(text, PRACTICE), catalog()))


def test_terms_of_the_vocabularies_pass() -> None:
    assert findings_in(GOOD_PRACTICE) == []


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"cross-sector"', '▸"Z"', "`Z` is not a term of `sectors`"),
        ('"quality-assurance"', '▸"quality"', "`quality` is not a term of `themes`"),
        ('"planning"', '▸"plannin"', "`plannin` is not a term of `phases`"),
        ("wbl_model: recog", "wbl_model: ▸Recog", "`Recognition-of-experience` is not a term of `wbl-models`"),
        ('track: ["continuing"]', "track:\n  - ▸both", "`both` is not a term of `tracks`"),
        ("status: ended", "status: ▸over", "`over` is not a term of `statuses`"),
        ("role: public-authority", "role: ▸ministry", "`ministry` is not a term of `organisation-roles`"),
        ("id: certification-transparency", "id: ▸transparency", "`transparency` is not a term of `indicators`"),
        ("grade: organiser-measured", "grade: ▸measured", "`measured` is not a term of `evidence-grades`"),
        ('"unemployed-people"]', '▸""]', "`` is not a term of `target-groups`"),
    ],
)
def test_unknown_term_is_found_at_its_value(old: str, new: str, problem: str) -> None:
    text, places = unmark(GOOD_PRACTICE.replace(old, new, 1))
    (finding,) = findings_in(text)
    assert places_of([finding]) == places
    assert finding.problem == problem


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('"quality-assurance"]', '"quality-assurance", ▸"quality-assurance"]', "quality-assurance"),
        ("id: certification-transparency", "id: ▸assessment-authenticity-reliability", "assessment-authenticity"),
    ],
)
def test_term_given_twice_is_found_at_the_second(old: str, new: str, problem: str) -> None:
    text, places = unmark(GOOD_PRACTICE.replace(old, new))
    (finding,) = findings_in(text)
    assert places_of([finding]) == places
    assert problem in finding.problem
    assert finding.problem.endswith("stands here a second time")


def test_remedy_names_the_nearest_term() -> None:
    (finding,) = findings_in(GOOD_PRACTICE.replace('"planning"', '"plannin"'))
    assert finding.remedy.startswith("write `planning` or another term of content/vocabularies/phases.yml")


def test_remedy_without_a_near_term_names_the_file() -> None:
    (finding,) = findings_in(GOOD_PRACTICE.replace('"planning"', '"zzzzzz"'))
    assert finding.remedy == "write a term of content/vocabularies/phases.yml"


def test_terms_of_a_vocabulary_that_is_missing_are_all_unknown() -> None:
    subject = catalog()
    del subject.vocabularies["phases"]
    findings = list(vocabulary.find(source(GOOD_PRACTICE, PRACTICE), subject))
    assert len(findings) == 3


def test_translations_have_no_terms() -> None:
    assert list(vocabulary.find(translated(TRANSLATION_HEAD), catalog())) == []
