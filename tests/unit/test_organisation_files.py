from pathlib import Path

import pytest
from pydantic import ValidationError

from build_tools.errors import as_text
from build_tools.load import load
from build_tools.organisation_files import Alias
from build_tools.settings import read_settings
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, REPOSITORY, SiteWriter

FILE = "content/organisations.yml"


def test_the_file_is_read(write_site: SiteWriter) -> None:
    text = 'organisations:\n  - name: "Firm"\n    also: ["The Firm"]\n  - {name: "Companies", group: true}\n'
    catalog = load(read_settings(write_site({FILE: text})))
    assert [alias.names for alias in catalog.aliases.aliases] == [["Firm", "The Firm"], ["Companies"]]
    assert [alias.group for alias in catalog.aliases.aliases] == [False, True]
    assert catalog.findings == []


def test_a_site_needs_no_such_file(write_site: SiteWriter) -> None:
    catalog = load(read_settings(write_site({"content/practices/a.md": GOOD_PRACTICE})))
    assert (catalog.aliases.aliases, catalog.aliases.document, catalog.findings) == ((), None, [])
    assert len(Site(catalog).organisations.listed) > 2


@pytest.mark.parametrize(
    ("text", "place", "problem"),
    [
        ("", (1, 1), "not a list of keys"),
        ("- name: Firm\n", (1, 1), "not a list of keys"),
        ("organisations: {}\n", (1, 16), "`organisations` is not a list"),
        ("groups: []\norganisations: []\n", (1, 1), "`groups` is not known here"),
        ("organisations:\n  - slug: firm\n", (2, 5), "`organisations.0.name` is missing"),
        ("organisations:\n  - name: Firm\n    slug: The_Firm\n", (3, 11), "`organisations.0.slug` has the wrong form"),
        ("organisations:\n  - name: Firm\n    url: x\n", (3, 5), "`organisations.0.url` is not known here"),
        ("organisations:\n  - {name: Firm, also: The Firm}\n", (2, 24), "`organisations.0.also` is not a list"),
        ("organisations:\n  - {name: Firm, group: 1}\n", (2, 25), "`organisations.0.group` is not yes or no"),
        ('organisations:\n  - name: ""\n', (2, 11), "`organisations.0.name` has 0 characters"),
    ],
)
def test_a_broken_file_is_found_at_its_place(
    write_site: SiteWriter, text: str, place: tuple[int, int], problem: str
) -> None:
    catalog = load(read_settings(write_site({FILE: text})))
    assert catalog.aliases.aliases == ()
    (finding,) = catalog.findings
    assert (finding.path, finding.line, finding.column) == (FILE, *place)
    assert problem in finding.problem
    assert finding.remedy


def test_what_an_alias_speaks_for() -> None:
    everywhere = Alias(name="Firm", also=["The Firm"])
    assert everywhere.meanings == [(None, "Firm"), (None, "The Firm")]
    there = Alias(name="Firm", practices=["p", "q"])
    assert there.meanings == [("p", "Firm"), ("q", "Firm")]


def test_a_slug_is_not_longer_than_an_address_may_be() -> None:
    with pytest.raises(ValidationError):
        Alias(name="Firm", slug="a" * 81)


def test_the_real_list_joins_and_parts_what_it_should() -> None:
    site = Site(load(read_settings(Path(REPOSITORY))))
    assert site.catalog.findings == [], as_text(site.catalog.findings)
    found = {one.slug: one for one in site.organisations.listed}
    assert [source.slug for source in found["ramboll"].practices] == [
        "dk-igu-basic-integration-training",
        "dk-vet-knowledge-centres",
    ]
    assert len(found["basque-government"].practices) == 3
    norway, estonia = (found[f"ministry-of-education-and-research-{place}"] for place in ("norway", "estonia"))
    assert (norway.countries, estonia.countries) == (["NO"], ["EE"])
    assert "training-companies" not in found
    assert "ministry-of-education-and-research" not in found
