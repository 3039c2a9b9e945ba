import pytest

from build_tools.addresses import (
    RESERVED_PAGES,
    entry_address,
    facet_address,
    kind_address,
    linked_entry,
    source_file,
    way_up,
)


@pytest.mark.parametrize(
    ("kind", "slug", "address"),
    [
        ("page", "home", ""),
        ("page", "about", "about/"),
        ("practice", "de-sample", "practices/de-sample/"),
        ("practice", "home", "practices/home/"),
        ("guideline", "start", "guidelines/start/"),
        ("recommendation", "fund", "recommendations/fund/"),
    ],
)
def test_address_of_an_entry(kind: str, slug: str, address: str) -> None:
    assert entry_address(kind, slug) == address


def test_addresses_of_lists_are_numbered_from_the_second_page() -> None:
    assert [kind_address("practice", page) for page in (1, 2, 10)] == ["practices/", "practices/2/", "practices/10/"]
    assert facet_address("sector", "C") == "browse/sector/c/"
    assert facet_address("theme", "excellence", 3) == "browse/theme/excellence/3/"


@pytest.mark.parametrize(
    ("kind", "target", "expected"),
    [
        ("practice", "other.md", ("practice", "other")),
        ("practice", "./other.md#part", ("practice", "other")),
        ("practice", "../pages/about.md", ("page", "about")),
        ("page", "../guidelines/start.md#x", ("guideline", "start")),
        ("page", "practices/other.md", None),
        ("page", "../other.md", None),
        ("page", "../../content/pages/about.md", None),
        ("page", "about", None),
        ("page", "about.html", None),
        ("page", "/about.md", None),
        ("page", "de/about.md", None),
        ("page", "#part", None),
        ("page", "", None),
        ("page", "../vocabularies/themes.md", None),
        ("page", "https://elsewhere.example/about.md", None),
    ],
)
def test_entry_that_a_link_means(kind: str, target: str, expected: tuple[str, str] | None) -> None:
    assert linked_entry(kind, target) == expected


@pytest.mark.parametrize(
    ("address", "file", "way"),
    [
        ("", "index.md", "./"),
        ("about/", "about/index.md", "../"),
        ("practices/a/", "practices/a/index.md", "../../"),
        ("browse/theme/a/2/", "browse/theme/a/2/index.md", "../../../../"),
    ],
)
def test_file_and_way_up_of_an_address(address: str, file: str, way: str) -> None:
    assert (source_file(address), way_up(address)) == (file, way)


def test_no_page_may_take_the_address_of_a_list() -> None:
    lists = {kind_address(kind).strip("/") for kind in ("practice", "guideline", "recommendation")}
    assert lists | {"browse", "search", "index", "404"} <= RESERVED_PAGES
