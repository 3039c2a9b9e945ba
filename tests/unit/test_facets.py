import pytest

from build_tools.facets import FACETS, entries_by_term
from build_tools.load import Source
from build_tools.views import Site, View
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, catalog, source

BY_NAME = {facet.name: facet for facet in FACETS}


def practice(slug: str, old: str = "", new: str = "", title: str = "") -> Source:
    text = GOOD_PRACTICE.replace(old, new) if old else GOOD_PRACTICE
    text = text.replace("ValiKom: chambers certify", title) if title else text
    return source(text, f"content/practices/{slug}.md")


def view(*practices: Source, lang: str = "en") -> View:
    subject = catalog(source(PAGE_HEAD, "content/pages/home.md"), *practices)
    subject.interface = {lang: {"several-countries": "Several European countries"} for lang in ("en", "de")}
    return Site(subject).views[lang]


def slugs(found: View, facet: str) -> dict[str, list[str]]:
    return {term: [entry.slug for entry in entries] for term, entries in entries_by_term(found, BY_NAME[facet]).items()}


def test_every_facet_but_countries_has_its_vocabulary() -> None:
    assert {facet.vocabulary for facet in FACETS} - set(catalog().vocabularies) == {"countries"}


@pytest.mark.parametrize(
    ("facet", "terms"),
    [
        ("theme", ["quality-assurance", "assessment-and-certification"]),
        ("sector", ["cross-sector"]),
        ("evidence", ["organiser-measured"]),
        ("country", ["DE"]),
    ],
)
def test_terms_of_a_practice_in_the_order_of_the_vocabulary(facet: str, terms: list[str]) -> None:
    assert slugs(view(practice("a")), facet) == {term: ["a"] for term in terms}


def test_target_groups_follow_their_vocabulary() -> None:
    order = list(catalog().vocabularies["target-groups"])
    found = list(slugs(view(practice("a")), "target-group"))
    assert found == sorted(found, key=order.index)
    assert len(found) == 5


def test_entries_of_a_term_stand_in_the_order_of_their_titles() -> None:
    found = view(practice("a", title="Zulu"), practice("b", title="Ändern"), practice("c", title="beta"))
    assert slugs(found, "country") == {"DE": ["b", "c", "a"]}


@pytest.mark.parametrize(("lang", "order"), [("en", ["AT", "DE", "CH", "EU"]), ("de", ["DE", "AT", "CH", "EU"])])
def test_countries_stand_in_the_order_of_their_names_and_several_last(lang: str, order: list[str]) -> None:
    text = '["EU", "CH", "DE", "AT"]'
    found = slugs(view(practice("a", '["DE"]', text), lang=lang), "country")
    assert list(found) == order


def test_terms_that_nobody_uses_are_left_out() -> None:
    assert slugs(view(), "theme") == {}
