import pytest

from build_tools.checks import organisations
from build_tools.errors import Finding
from build_tools.frontmatter import parse_mapping
from build_tools.load import Catalog
from build_tools.organisation_files import AliasFile, AliasList
from build_tools.validation import validate
from tests.unit.samples import catalog, places_of, source, unmark
from tests.unit.test_organisations import practice

FILE = "content/organisations.yml"


def subject(text: str) -> Catalog:
    """Return a catalog of two practices with this list of aliases."""
    result = catalog(practice("p", "Firm", "Firm (funder)", "Ministry"), practice("q", "The Firm", "Ministry"))
    document, faults = parse_mapping(FILE, f"organisations:\n{text}".encode())
    assert document, faults
    file, more = validate(AliasFile, document)
    assert file, more
    result.aliases = AliasList(tuple(file.organisations), document)
    return result


def findings_in(text: str) -> list[Finding]:
    found = subject(text)
    return list(organisations.find(found, found))


@pytest.mark.parametrize(
    "text",
    [
        "  []",
        '  - {name: "Firm", also: ["Firm (funder)", "The Firm"], slug: firm}',
        '  - {name: "A name that no practice uses", also: ["Firm", "The Firm"]}',
        '  - {name: "Firm", also: ["The Firm"], group: true}',
        '  - {name: "Firm", slug: the-firm}',
        '  - {name: "Ministry", practices: [p]}\n  - {name: "Ministry", practices: [q], slug: other}',
        '  - {name: "Ministry"}\n  - {name: "Other", also: ["Ministry"], practices: [q]}',
    ],
)
def test_a_list_that_fits_the_practices_passes(text: str) -> None:
    assert findings_in(text) == []


def test_a_site_without_list_passes() -> None:
    result = catalog(practice("p", "Firm"))
    assert list(organisations.find(result, result)) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("  - {name: ▸Firma}", "`Firma` is no organisation of any practice"),
        ("  - {name: ▸Firma, group: true}", "`Firma` is no organisation of any practice"),
        ("  - {name: Firm, also: [The Firm, ▸the Firm]}", "`the Firm` is no organisation of any practice"),
        ("  - {name: Firm, also: [▸The Firm], practices: [p]}", "`The Firm` is no organisation of these practices"),
        ("  - {name: Ministry, practices: [p, ▸r]}", "no practice `r` names this organisation"),
        ("  - {name: Firm, practices: [p, ▸q]}", "no practice `q` names this organisation"),
        ("  - {name: Firm, also: [The Firm, ▸The Firm]}", "`The Firm` stands here a second time"),
        ("  - {name: Firm, also: [▸Firm]}", "`Firm` stands here a second time"),
        ("  - {name: Firm}\n  - {name: The Firm, also: [▸Firm]}", "`Firm` stands here a second time"),
        ("  - {name: Firm}\n  - {name: ▸Firm, group: true}", "`Firm` stands here a second time"),
        (
            "  - {name: Ministry, practices: [p]}\n  - {name: ▸Ministry, practices: [p, q]}",
            "`Ministry` stands here a second time",
        ),
        ("  - {name: Firm, slug: one}\n  - {name: The Firm, slug: ▸one}", "`one` stands here a second time"),
        ("  - {name: Firm, slug: ▸the-firm, group: true}", "a group has no page"),
        ('  - {name: Firm, slug: ▸"2024"}', "numbers are the pages of the list"),
    ],
)
def test_what_does_not_fit_is_found_at_its_place(text: str, problem: str) -> None:
    bare, places = unmark(f"organisations:\n{text}")
    (finding,) = findings_in(bare.removeprefix("organisations:\n"))
    assert places_of([finding]) == places
    assert (finding.path, finding.check, finding.problem) == (FILE, "organisations", problem)
    assert finding.remedy


def test_pages_and_guidelines_name_no_organisations() -> None:
    page = source('---\nlang: en\ntitle: "A page"\nsummary: "A page that exists in tests."\nadded: "2026-01-01"\n---\n')
    found = subject("  - {name: Firm}")
    found.sources[page.key] = page
    assert list(organisations.find(found, found)) == []
