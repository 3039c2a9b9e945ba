import pytest

from build_tools.checks import attributes
from tests.unit.samples import PAGE_HEAD, catalog, places_of, source, unmark

GOOD = (
    "Round (brackets) and [square] ones.",
    "Two open { braces { here.",
)
BAD = (
    "Code is no hiding place: `▸{: .class}`.",
    'A word ▸{: onclick="alert()" } here.',
    "## Heading ▸{#own-id}",
    "ä ö ▸{.class} and ▸{key=value}.",
    "## A heading ▸{ hidden }",
    "A *word*▸{hidden} here.",
    "A paragraph.\n▸{ hidden }",
    "First line.\n\n- item\n▸{: .class}\n",
    "An open one ▸{: never closed",
)


@pytest.mark.parametrize("body", GOOD)
def test_text_without_attribute_lists_passes(body: str) -> None:
    assert list(attributes.find(source(PAGE_HEAD + body), catalog())) == []


@pytest.mark.parametrize("body", BAD)
def test_attribute_list_is_found_where_it_starts(body: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    findings = list(attributes.find(source(text), catalog()))
    assert places_of(findings) == places
    assert all("`{" in finding.problem for finding in findings)


def test_a_long_attribute_list_is_shown_shortened() -> None:
    (finding,) = attributes.find(source(PAGE_HEAD + "{: class=" + "x" * 500 + "}"), catalog())
    assert len(finding.problem) < 120
