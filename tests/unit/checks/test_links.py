import pytest

from build_tools.checks import links
from build_tools.errors import Finding
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

HOME = source(PAGE_HEAD + "## Our aim\n\nText.", "content/pages/home.md")
GUIDELINE = source(
    PAGE_HEAD.replace("added:", "audience: [company]\nphases: [planning]\nadded:") + "## Start\n\nText.",
    "content/guidelines/a-guideline.md",
)

GOOD = (
    "[home](home.md)",
    "[aim](home.md#our-aim) and [up](#a-heading)",
    "[guideline](../guidelines/a-guideline.md#start)",
    "[there](https://elsewhere.example/a_(b)?c=d#e) and [there](http://elsewhere.example)",
    "[in angles](<home.md>)",
    '[titled](home.md "A title")',
    "![image](images/nowhere.png)",
    "A mark.[^1]",
    "<https://elsewhere.example/>",
)
SCHEME, NOWHERE = "has a scheme that is not allowed", "leads to no entry"
BAD = (
    ("ä ▸[x](javascript:alert(1))", SCHEME),
    ("▸[x](JaVaScript:alert(1))", SCHEME),
    ("▸[a [b [c]]](javascript:alert(1))", SCHEME),
    ("`▸[x](javascript:alert(1))`", SCHEME),
    ("▸[x](data:text/html,hello)", SCHEME),
    ("▸[x](mailto:someone)", SCHEME),
    ("▸[x](//elsewhere.example/)", SCHEME),
    ("▸[x](http://[broken)", SCHEME),
    ("▸[x](java&#115;cript:alert(1))", NOWHERE),
    ("First.\n\n- item\n- ▸[x](nowhere.md)", NOWHERE),
    ("▸[x](home)", NOWHERE),
    ("▸[x](/en/home/)", NOWHERE),
    ("▸[x](../practices/home.md)", NOWHERE),
    ("▸[x](de/home.md)", NOWHERE),
    ("▸[x](../../README.md)", NOWHERE),
    ("▸[x]()", NOWHERE),
    ("▸[x](#nowhere)", "#nowhere"),
    ("▸[x](home.md#nowhere)", "#nowhere"),
    ("▸[](home.md)", "the link has no text"),
    ("▸[ ](https://elsewhere.example/)", "the link has no text"),
)


def findings_in(text: str) -> list[Finding]:
    subject = catalog(HOME, GUIDELINE, source(text))
    return list(links.find(subject, subject))


@pytest.mark.parametrize("body", GOOD)
def test_link_that_leads_somewhere_passes(body: str) -> None:
    assert findings_in(PAGE_HEAD + "## A heading\n\n" + body) == []


@pytest.mark.parametrize(("body", "problem"), BAD)
def test_bad_link_is_found_where_it_starts(body: str, problem: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    findings = findings_in(text)
    assert places_of(findings) == places
    assert problem in findings[0].problem


@pytest.mark.parametrize(
    "body",
    [
        "ä\n\n[x▸](javascript:alert((1)))",
        "[x▸](jav ascript:alert(1))",
        '[x▸](https://elsewhere.example/ "a title that never ends)',
        "[x▸](two words.md)",
    ],
)
def test_link_that_cannot_be_read_is_found_where_its_address_begins(body: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    (finding,) = findings_in(text)
    assert places_of([finding]) == places
    assert finding.problem == "a link that cannot be read"


@pytest.mark.parametrize(
    "body",
    [
        "See [x].\n\n▸[x]: https://elsewhere.example/",
        "See [x].\n\n   ▸[x]: home.md",
        "See [x].\n\n> ▸[x]: javascript:alert(1)",
        "See [x].\n\n- ▸[x]: javascript:alert(1)",
        "See [x].\n\n12. ▸[x]: javascript:alert(1)",
    ],
)
def test_link_defined_apart_from_its_text_is_found_in_its_line(body: str) -> None:
    text, ((line, _),) = unmark(PAGE_HEAD + body)
    (finding,) = findings_in(text)
    assert finding.line == line
    assert finding.problem == "a link defined apart from its text"


def test_links_of_a_translation_count_from_the_folder_of_the_original() -> None:
    text, places = unmark(TRANSLATION_HEAD + "[gut](home.md) ▸[schlecht](../home.md)")
    subject = catalog(HOME, source(PAGE_HEAD), translated(text))
    findings = list(links.find(subject, subject))
    assert places_of(findings) == places
    assert findings[0].path == "content/pages/de/a-page.md"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("practices: [home, ▸gone]", "there is no practice `home`"),
        ("guidelines: [a-guideline, ▸gone]", "there is no guideline `gone`"),
    ],
)
def test_entry_that_the_front_matter_names_must_exist(line: str, problem: str) -> None:
    head = PAGE_HEAD.replace("added:", f"audience: [company]\nthemes: [mobility]\naspects: [policy]\n{line}\nadded:")
    text, places = unmark(head)
    subject = catalog(HOME, GUIDELINE, source(text, "content/recommendations/a.md"))
    found = list(links.find(subject, subject))
    assert found[0].problem == problem
    assert places_of(found)[-1:] == places


def test_named_entries_that_exist_pass() -> None:
    head = PAGE_HEAD.replace(
        "added:", "audience: [company]\nthemes: [mobility]\naspects: [policy]\nguidelines: [a-guideline]\nadded:"
    )
    subject = catalog(HOME, GUIDELINE, source(head, "content/recommendations/a.md"))
    assert list(links.find(subject, subject)) == []
