from collections.abc import Mapping

import pytest

from build_tools.checks import evidence_chain
from build_tools.errors import Finding
from build_tools.load import Catalog, load
from build_tools.settings import read_settings
from tests.conftest import GOOD_PRACTICE, REPOSITORY
from tests.unit.samples import catalog, places_of, source, translated, unmark

PROJECT = load(read_settings(REPOSITORY))

HEAD = """---
lang: en
title: "A recommendation of tests"
summary: "Somebody in a test should do something that is good."
themes: [excellence]
aspects: [policy]
audience: [national]
indicators: [{id: joint-assessment}]
practices: [a, b]
added: "2026-01-01"
---

"""
LINKS = "See [a](../practices/a.md) and [b](../practices/b.md).\n\n"
FIGURE = "figures: [{statistic: work-based-learning-of-graduates, country: EU27, year: 2025, value: 66.0}]\n"
MARKED = HEAD.replace("added:", FIGURE.replace("{statistic", "▸{statistic") + "added:")
WITH_FIGURE = HEAD.replace("added:", FIGURE + "added:")

TRANSLATION = """---
title: "Eine Empfehlung der Tests"
summary: "Jemand soll in einem Test etwas tun, das gut ist."
source_hash: "000000000000-000000000000"
translation: {method: machine, reviewed: no}
---

"""

GOOD = (
    HEAD + LINKS,
    WITH_FIGURE + LINKS + "In 2025 it was 66.0% in the EU.[^1]",
    HEAD + LINKS + "The organiser of [a](../practices/a.md) counted 41%.",
    HEAD + LINKS + "- 41% of them.[^1]\n- Others.",
    HEAD.replace("added:", "frameworks: {efqea: ['3'], riga: []}\nadded:") + LINKS,
)
BAD: Mapping[str, tuple[str, str]] = {
    "too few practices": (HEAD.replace("practices: [a, b]", "practices: ▸[a]") + "[a](../practices/a.md)", "names 1"),
    "no indicator": (HEAD.replace("indicators: [{id: joint-assessment}]", "indicators: ▸[]") + LINKS, "names 0"),
    "named, not linked": (
        HEAD.replace("[a, b]", "▸[a, b]") + "See [a](../practices/a.md).",
        "says nothing of the practice `b`",
    ),
    "linked, not named": (HEAD + LINKS + "And ▸[c](../practices/c.md).", "`c` is not named"),
    "no such framework": (
        HEAD.replace("added:", "frameworks: {efqua: ▸[]}\nadded:") + LINKS,
        "there is no framework `efqua`",
    ),
    "no such point": (
        HEAD.replace("added:", "frameworks: {efqea: [▸'99']}\nadded:") + LINKS,
        "point `99` of `efqea`",
    ),
    "no such statistic": (
        MARKED.replace("-of-graduates", "-of-nobody") + LINKS,
        "there are no official figures",
    ),
    "no such row": (
        MARKED.replace("2025,", "1999,") + LINKS,
        "of EU27 in 1999",
    ),
    "another value": (
        MARKED.replace("66.0", "66.1") + LINKS,
        "is 66.0, not 66.1",
    ),
    "not quoted": (MARKED + LINKS + "In 2025 it was 66.", "does not quote 66.0 (EU27, 2025)"),
    "quoted as part of another number": (MARKED + LINKS + "2025: 166.0 or 66.05.", "does not quote 66.0"),
    "quoted without its year": (MARKED + LINKS + "It was 66.0%.[^1]", "does not quote 66.0"),
    "statement of no consultation": (
        HEAD.replace("added:", "statements: [▸first/s1]\nadded:") + LINKS,
        "no statement `first/s1`",
    ),
    "percentage without a source": (HEAD + LINKS + "A claim: 4▸1% of them.", "a percentage without a source"),
    "the next item has the source": (HEAD + LINKS + "- 4▸1 % of them.\n- Others.[^1]", "a percentage without a source"),
}


def site(text: str, *translations: str) -> Catalog:
    others = [translated(it, "content/recommendations/de/r.md") for it in translations]
    found = catalog(source(text, "content/recommendations/r.md"), *others)
    for slug in "abc":
        practice = source(GOOD_PRACTICE, f"content/practices/{slug}.md")
        found.sources[practice.key] = practice
    found.benchmark, found.statistics = PROJECT.benchmark, PROJECT.statistics
    return found


def findings_in(text: str, *translations: str) -> list[Finding]:
    subject = site(text, *translations)
    return list(evidence_chain.find(subject, subject))


@pytest.mark.parametrize("text", GOOD)
def test_a_whole_chain_passes(text: str) -> None:
    assert findings_in(text) == []


@pytest.mark.parametrize("name", BAD)
def test_a_broken_link_is_found_where_it_stands(name: str) -> None:
    text, problem = BAD[name]
    clean, places = unmark(text)
    found = findings_in(clean)
    assert places_of(found) == places
    assert problem in found[0].problem
    assert found[0].remedy


@pytest.mark.parametrize(("body", "is_quoted"), [("2025: 66,0 %.", True), ("2025: 66.0 %.", False)])
def test_a_translation_quotes_a_figure_as_its_language_writes_it(body: str, is_quoted: bool) -> None:
    found = findings_in(WITH_FIGURE + LINKS + "In 2025 it was 66.0%.[^1]", TRANSLATION + body)
    assert [finding.path for finding in found] == ([] if is_quoted else ["content/recommendations/de/r.md"])


def test_a_summary_alone_need_not_quote_anything() -> None:
    assert findings_in(WITH_FIGURE + LINKS + "In 2025 it was 66.0%.[^1]", TRANSLATION) == []


def test_a_site_without_benchmark_has_no_frameworks_to_name() -> None:
    subject = site(HEAD.replace("added:", "frameworks: {riga: []}\nadded:") + LINKS)
    subject.benchmark = None
    (finding,) = evidence_chain.find(subject, subject)
    assert finding.remedy == "delete it: the site has no benchmark"
