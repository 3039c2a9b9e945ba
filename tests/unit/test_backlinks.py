from collections.abc import Iterable
from time import process_time

import pytest

from build_tools.backlinks import MOST_SHARING, Reference, by_indicator, find_references, indicator_ids, named_entries
from build_tools.load import Key, Source
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import PAGE_HEAD, source

FACTS = {
    "guideline": "audience: [company]\nphases: [planning]\n",
    "recommendation": "audience: [x]\nthemes: [y]\naspects: [z]\n",
}
ADDED = 'added: "2026-01-01"\n'


def entry(kind: str, slug: str, indicators: Iterable[str] = (), **names: list[str]) -> Source:
    """Return a guideline or recommendation that names entries and indicators."""
    links = "".join(f"  - id: {indicator}\n" for indicator in indicators)
    own = "".join(f"{key}: {slugs}\n" for key, slugs in names.items())
    text = PAGE_HEAD.replace(ADDED, f"{FACTS[kind]}{own}{'indicators:' if links else ''}\n{links}{ADDED}")
    return source(text, f"content/{kind}s/{slug}.md")


def practice(slug: str) -> Source:
    """Return a practice that names `certification-transparency` and two other indicators."""
    return source(GOOD_PRACTICE, f"content/practices/{slug}.md")


def references(*sources: Source) -> dict[Key, list[Reference]]:
    found = find_references({it.key: it for it in sources}, by_indicator(sources))
    return {key: list(others) for key, others in found.items()}


def slugs(found: Iterable[Reference]) -> list[str]:
    return [other.source.slug for other in found]


def test_front_matter_names_entries_and_indicators() -> None:
    recommendation = entry("recommendation", "r", ["a", "b"], practices=["p"], guidelines=["g"])
    assert named_entries(recommendation) == [("practice", "p"), ("guideline", "g")]
    assert indicator_ids(recommendation) == ["a", "b"]
    assert "certification-transparency" in indicator_ids(practice("p"))
    assert (named_entries(practice("p")), indicator_ids(source(PAGE_HEAD))) == ([], [])


def test_entries_of_an_indicator_stand_by_kind_and_once_each() -> None:
    one, other = entry("guideline", "g", ["a", "a"]), entry("recommendation", "r", ["a", "b"])
    assert by_indicator([one, other, source(PAGE_HEAD)]) == {
        "a": {"practice": [], "guideline": [one], "recommendation": [other]},
        "b": {"practice": [], "guideline": [], "recommendation": [other]},
    }


def test_a_name_is_seen_from_both_ends() -> None:
    guideline, named = entry("guideline", "g", practices=["p"]), practice("p")
    found = references(guideline, named)
    assert found[guideline.key] == [Reference(named, True, False, ())]
    assert found[named.key] == [Reference(guideline, False, True, ())]


def test_a_shared_indicator_is_seen_from_both_ends() -> None:
    guideline, sharing = entry("guideline", "g", ["x", "certification-transparency"]), practice("p")
    found = references(guideline, sharing)
    assert found[guideline.key] == [Reference(sharing, False, False, ("certification-transparency",))]
    assert found[sharing.key] == [Reference(guideline, False, False, ("certification-transparency",))]


def test_two_practices_are_left_to_related_practices() -> None:
    found = references(practice("p"), practice("q"))
    assert list(found.values()) == [[], []]


def test_kinds_follow_each_other_and_text_pages_have_none() -> None:
    recommendation = entry("recommendation", "a", ["x"], guidelines=["z"], practices=["p"])
    found = references(recommendation, practice("p"), entry("guideline", "z"), entry("recommendation", "b", ["x"]))
    assert slugs(found[recommendation.key]) == ["p", "z", "b"]
    assert ("page", "a-page") not in references(source(PAGE_HEAD))


def test_named_entries_come_before_sharing_ones_and_most_shared_indicators_first() -> None:
    own = entry("guideline", "g", ["x", "y", "z"])
    others = [
        entry("recommendation", "a", ["x"]),
        entry("recommendation", "b", ["x", "y"]),
        entry("recommendation", "c", guidelines=["g"]),
        entry("recommendation", "d", ["x", "y"]),
    ]
    assert slugs(references(own, *others)[own.key]) == ["c", "b", "d", "a"]


def test_only_some_of_those_that_share_are_given_but_all_that_name() -> None:
    sharing = [entry("guideline", f"s{number}", ["x"]) for number in range(MOST_SHARING + 3)]
    naming = [entry("recommendation", f"n{number}", guidelines=["g"]) for number in range(MOST_SHARING + 3)]
    own = entry("guideline", "g", ["x"])
    found = references(own, *sharing, *naming)[own.key]
    assert slugs(found) == [*(f"s{n}" for n in range(MOST_SHARING)), *(f"n{n}" for n in range(MOST_SHARING + 3))]


def test_an_entry_that_names_itself_is_not_its_own_neighbour() -> None:
    own = entry("guideline", "g", ["x"])
    naming = entry("recommendation", "g", ["x"], guidelines=["g", "g"])
    assert slugs(references(own, naming)[naming.key]) == ["g"]
    assert references(own)[own.key] == []


@pytest.mark.parametrize("kind", ["guideline", "recommendation"])
def test_work_grows_with_the_number_of_entries(kind: str) -> None:
    def seconds(number: int) -> float:
        sources = [entry(kind, f"e{place}", ["x", f"y{place % 7}"]) for place in range(number)]
        start = process_time()
        references(*sources)
        return process_time() - start

    assert min(seconds(400) for _ in range(3)) < 5 * min(seconds(200) for _ in range(3))
