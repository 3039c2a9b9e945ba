from collections.abc import Sequence
from time import process_time

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from build_tools.load import Source
from build_tools.model import Organisation
from build_tools.organisation_files import Alias
from build_tools.organisations import Organisations, find_organisations, organisation_addresses, slug_of
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import source

SAMPLE = source(GOOD_PRACTICE, "content/practices/a.md")


def practice(slug: str, *names: str, role: str = "company", url: str | None = None, **fields: object) -> Source:
    """Return a practice that names these organisations, all in one role."""
    organisations = [Organisation(name=name, role=role, url=url) for name in names]
    entry = SAMPLE.entry.model_copy(update={"organisations": organisations, **fields})
    return Source("practice", slug, entry, SAMPLE.document)


def alias(text: str) -> Alias:
    return Alias.model_validate(yaml.safe_load(text))


def slugs(found: Organisations) -> dict[str, str]:
    return {one.slug: one.name for one in found.listed}


def partners(found: Organisations, slug: str) -> list[tuple[str, int]]:
    (organisation,) = [one for one in found.listed if one.slug == slug]
    return [(one.name, shared) for one, shared in found.partners(organisation)]


def test_every_name_is_an_organisation() -> None:
    found = find_organisations([practice("p", "Firm", "School"), practice("q", "Firm")])
    assert [(one.name, [p.slug for p in one.practices]) for one in found.listed] == [
        ("Firm", ["p", "q"]),
        ("School", ["p"]),
    ]


def test_an_organisation_has_what_its_practices_say() -> None:
    one = practice("p", "Firm", url="https://firm.example/", countries=["AT", "DE"], sectors=["C"])
    two = practice("q", "Firm", role="network", countries=["DE"], sectors=["F", "C"], lang="de")
    three = practice("r", "Firm", role="network", countries=["DE"], sectors=["C"])
    (firm,) = find_organisations([one, two, three]).listed
    assert firm.roles == ["network", "company"]
    assert firm.countries == ["DE", "AT"]
    assert firm.sectors == ["C", "F"]
    assert firm.web_addresses == ["https://firm.example/"]
    assert firm.lang == "en"


def test_the_name_stands_in_the_language_of_the_first_practice() -> None:
    (firm,) = find_organisations([practice("p", "Firma", lang="de"), practice("q", "Firma")]).listed
    assert firm.lang == "de"


def test_an_organisation_named_twice_in_one_practice_has_it_once() -> None:
    found = find_organisations([practice("p", "Firm", "Firm", "School")])
    assert [len(one.practices) for one in found.listed] == [1, 1]
    assert partners(found, "firm") == [("School", 1)]


def test_an_alias_joins_names() -> None:
    joined = alias("{name: Firm, also: [Firm (funder), The Firm]}")
    found = find_organisations([practice("p", "Firm (funder)"), practice("q", "The Firm")], [joined])
    (firm,) = found.listed
    assert (firm.slug, firm.name, firm.other_names) == ("firm", "Firm", ["Firm (funder)", "The Firm"])
    assert found.named_in("p") == {"Firm (funder)": firm}


def test_an_alias_tells_apart_what_has_the_same_name() -> None:
    aliases = [
        alias("{name: Ministry (Norway), also: [Ministry], practices: [p]}"),
        alias("{name: Ministry (Estonia), also: [Ministry], practices: [q]}"),
    ]
    found = find_organisations([practice(slug, "Ministry") for slug in "pqr"], aliases)
    assert slugs(found) == {
        "ministry": "Ministry",
        "ministry-estonia": "Ministry (Estonia)",
        "ministry-norway": "Ministry (Norway)",
    }
    assert found.named_in("r")["Ministry"].slug == "ministry"


def test_an_alias_for_some_practices_goes_before_one_for_all() -> None:
    aliases = [alias("{name: Ministry, group: true}"), alias("{name: Ministry, slug: one, practices: [p]}")]
    found = find_organisations([practice("p", "Ministry"), practice("q", "Ministry")], aliases)
    assert [[p.slug for p in one.practices] for one in found.listed] == [["p"]]


def test_a_group_is_no_organisation_and_nobodys_partner() -> None:
    group = alias("{name: Companies, also: [companies], group: true}")
    found = find_organisations([practice("p", "Firm", "Companies", "companies")], [group])
    assert slugs(found) == {"firm": "Firm"}
    assert list(found.named_in("p")) == ["Firm"]
    assert partners(found, "firm") == []


def test_partners_come_by_the_number_of_practices_in_common_then_by_name() -> None:
    found = find_organisations(
        [practice("p", "Firm", "Zoo", "École"), practice("q", "Zoo", "Firm"), practice("r", "Firm", "Bank")]
    )
    assert partners(found, "firm") == [("Zoo", 2), ("Bank", 1), ("École", 1)]
    assert partners(found, "bank") == [("Firm", 1)]


def test_no_practices_no_organisations() -> None:
    found = find_organisations([])
    assert found.listed == []
    assert found.named_in("p") == {}
    assert organisation_addresses(found) == ["organisations/"]


def test_addresses_are_those_of_the_list_and_of_every_organisation() -> None:
    found = find_organisations([practice("p", "Firm", "Bank")])
    assert organisation_addresses(found) == ["organisations/", "organisations/bank/", "organisations/firm/"]


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Škoda Auto", "skoda-auto"),
        ("Rambøll", "ramboll"),
        ("Ugdymo plėtotės centras", "ugdymo-pletotes-centras"),
        ("Zespół Szkół nr 1", "zespol-szkol-nr-1"),
        ("STRAßE & Söhne", "strasse-sohne"),
        ("Employers' Confederation", "employers-confederation"),
        ("Collège de l’Europe", "college-de-leurope"),
        ("3F", "3f"),
        (" -- ", "organisation-"),
        ("مخبز", "organisation-"),
        ("2024", "organisation-"),
        ("a" * 100, "a" * 80),
        ("a" * 79 + " bcd", "a" * 79),
        ("ab " * 40, "ab-" * 26 + "ab"),
    ],
)
def test_slug_of_a_name(name: str, slug: str) -> None:
    found = slug_of(name)
    assert found.startswith(slug) if slug.endswith("-") else found == slug


@given(st.text(max_size=200))
def test_every_name_gives_a_slug_that_is_an_address(name: str) -> None:
    slug = slug_of(name)
    assert len(slug) <= 80
    assert not slug.isdigit()
    alias(f"{{name: x, slug: {slug!r}}}")


def test_names_that_fold_to_one_slug_get_numbers_by_age() -> None:
    old = practice("z", "Škoda", added="2025-01-01")
    new = practice("a", "Skoda", "SKODA", added="2026-01-01")
    assert slugs(find_organisations([new, old])) == {"skoda": "Škoda", "skoda-2": "SKODA", "skoda-3": "Skoda"}


def test_a_newcomer_changes_no_address() -> None:
    old = [practice("b", "Firm", "firm 2", added="2025-01-01"), practice("c", "FIRM", added="2025-06-01")]
    before = find_organisations(old)
    after = find_organisations([practice("a", "firm", "Firm!", added="2026-01-01"), *old])
    assert slugs(before).items() <= slugs(after).items()
    assert len(after.listed) == 5


def test_a_slug_of_the_alias_list_goes_before_all_others() -> None:
    aliases = [alias("{name: Newcomer, slug: firm}")]
    old, new = practice("p", "Firm", added="2025-01-01"), practice("q", "Newcomer", added="2026-01-01")
    assert slugs(find_organisations([old, new], aliases)) == {"firm": "Newcomer", "firm-2": "Firm"}


def test_a_number_fits_into_the_longest_slug() -> None:
    found = find_organisations([practice("p", "a" * 90, "a" * 91)])
    assert sorted(slugs(found)) == ["a" * 78 + "-2", "a" * 80]


def test_the_list_goes_from_digits_to_z_and_on_to_other_letters() -> None:
    names = ["zoo", "Österreich", "«Atelier»", "Łódź", "3F", "Ärzte", "مخبز", "Oslo", "…!"]
    found = find_organisations([practice("p", *names)])
    assert [(one.letter, one.name) for one in found.listed] == [
        ("0–9", "…!"),
        ("0–9", "3F"),
        ("A", "Ärzte"),
        ("A", "«Atelier»"),
        ("L", "Łódź"),
        ("O", "Oslo"),
        ("O", "Österreich"),
        ("Z", "zoo"),
        ("م", "مخبز"),
    ]


NAMES = st.lists(st.sampled_from(["Firm", "firm", "FIRM", "School", "Zoo", "Ministry", "22"]), min_size=1, max_size=4)


@given(st.lists(NAMES, max_size=6))
def test_slugs_are_unique_well_formed_and_the_same_in_any_order(names: list[list[str]]) -> None:
    practices = [practice(f"p{n}", *some, added=f"2026-01-{n + 1:02}") for n, some in enumerate(names)]
    found = find_organisations(practices)
    assert len({one.slug for one in found.listed}) == len(found.listed)
    assert slugs(find_organisations(practices[::-1])) == slugs(found)


@given(st.lists(NAMES, max_size=6))
def test_partnership_is_mutual(names: list[list[str]]) -> None:
    found = find_organisations([practice(f"p{n}", *some) for n, some in enumerate(names)])
    pairs = {(one.slug, other.slug, shared) for one in found.listed for other, shared in found.partners(one)}
    assert pairs == {(other, one, shared) for one, other, shared in pairs}
    assert all(one != other for one, other, _ in pairs)


def many(count: int) -> Sequence[Source]:
    """Return practices with 2 * `count` organisations, among them one that is in all and one slug for all."""
    return [practice(f"p{n}", "Everywhere", f"Firm {n}", f"Firm  {n}", f"{'!' * (n % 150)}Same") for n in range(count)]


def seconds(count: int) -> float:
    practices = many(count)
    start = process_time()
    found = find_organisations(practices)
    for one in found.listed:
        found.partners(one)
    return process_time() - start


def test_eight_thousand_organisations_cost_each_as_much_as_two_thousand() -> None:
    assert len(find_organisations(many(4000)).listed) >= 8000
    seconds(100)
    small, large = (min(seconds(count) for _ in range(2)) for count in (1000, 4000))
    assert large < 4 * 2.5 * small
