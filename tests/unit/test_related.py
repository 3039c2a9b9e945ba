from time import process_time

from build_tools.related import Features, features_of, find_related
from tests.conftest import GOOD_PRACTICE
from tests.unit.samples import source


def terms(*words: str) -> Features:
    return tuple(("themes", word) for word in words)


def slugs(practices: list[tuple[str, Features]], slug: str, most: int = 4) -> list[str]:
    return [other for other, _ in find_related(practices, most)[slug]]


def test_practice_is_compared_by_its_terms() -> None:
    features = features_of(source(GOOD_PRACTICE, "content/practices/a.md"))
    assert ("countries", "DE") in features
    assert ("indicators", "certification-transparency") in features
    assert ("wbl-models", "recognition-of-experience") in features
    assert {vocabulary for vocabulary, _ in features} == {
        "indicators",
        "themes",
        "sectors",
        "target-groups",
        "countries",
        "wbl-models",
    }


def test_nobody_is_related_to_itself_or_to_strangers() -> None:
    practices = [("a", terms("x")), ("b", terms("x")), ("c", terms("y"))]
    assert find_related(practices) == {
        "a": [("b", [("themes", "x")])],
        "b": [("a", [("themes", "x")])],
        "c": [],
    }


def test_rare_terms_count_more_than_common_ones() -> None:
    common = [(f"z{number}", terms("common")) for number in range(5)]
    practices = [("a", terms("common", "rare")), ("zz", terms("rare")), *common]
    assert slugs(practices, "a", most=1) == ["zz"]


def test_more_shared_terms_come_first_and_equal_ones_by_name() -> None:
    practices = [("a", terms("x", "y")), ("d", terms("x")), ("c", terms("x")), ("b", terms("x", "y"))]
    assert slugs(practices, "a") == ["b", "c", "d"]
    assert slugs(practices, "a", most=2) == ["b", "c"]


def test_the_two_rarest_shared_terms_are_given() -> None:
    practices = [("a", terms("x", "y", "z")), ("b", terms("x", "y", "z")), ("c", terms("x")), ("d", terms("x", "y"))]
    ((_, shared), *_) = find_related(practices)["a"]
    assert shared == [("themes", "z"), ("themes", "y")]


def test_empty_and_single_lists() -> None:
    assert find_related([]) == {}
    assert find_related([("a", terms("x"))]) == {"a": []}
    assert find_related([("a", ())]) == {"a": []}


def test_work_grows_with_the_number_of_practices() -> None:
    def seconds(number: int) -> float:
        practices = [(str(place), terms("x", f"y{place % 7}")) for place in range(number)]
        start = process_time()
        find_related(practices)
        return process_time() - start

    assert min(seconds(800) for _ in range(3)) < 5 * min(seconds(400) for _ in range(3))
