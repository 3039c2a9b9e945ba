import pytest

from build_tools.checks import markup
from tests.unit.samples import PAGE_HEAD, TRANSLATION_HEAD, catalog, places_of, source, translated, unmark

GOOD = (
    "Plain *text* with [a link](https://elsewhere.example/) and 3 < 4 > 2.",
    "An address: <https://elsewhere.example/a?b=c>.",
    "Code such as `x = 1` and the sign &lt;.",
    "- [a link](https://elsewhere.example/)\n- [ab] item\n- []\n",
    "1. first\n2. second",
    "Braces {like these} and 50 % { of them }.",
    "Two slashes // and one /.",
)
HTML, TASKS, DIRECTIVE, TEMPLATE = "HTML", "a task list", "a directive (///)", "template code"
CODE, NESTED, UNDERLINED = "a block of code", "a heading in a list or quote", "an underlined heading"
BAD = (
    ("ä ▸<b>bold▸</b>", HTML),
    ("▸<script>alert(1)▸</script>", HTML),
    ('▸<img src=x onerror="alert(1)">', HTML),
    ("text ▸<!-- comment -->", HTML),
    ("▸<?php echo 1 ?>", HTML),
    ("▸<javascript:alert(1)>", HTML),
    ("▸<someone@elsewhere.example>", HTML),
    ("▸<https://elsewhere.example/ onclick=x>", HTML),
    ("> quoted ▸<b", HTML),
    ("Code is no hiding place: `▸<b>`", HTML),
    ("An open tick ` here.\n\n▸<i>x▸</i>\n\nAnother tick ` there.", HTML),
    ("▸- [ ] open\n▸- [x] done\n▸* [X] done", TASKS),
    ("Text\n\n▸1. [ ] open\n▸  - [x] done", TASKS),
    ("▸/// note\ntext\n▸///", DIRECTIVE),
    ("A ▸{{ name }}", TEMPLATE),
    ("Text\n\n▸```\ncode\n▸```", CODE),
    ("▸> ~~~\n", CODE),
    ("▸- ## One", NESTED),
    ("Text\n\n▸> ## One", NESTED),
    ("▸12. # One", NESTED),
    ("▸{% include 'x' %} and ▸{# note #}", TEMPLATE),
)


@pytest.mark.parametrize("body", GOOD)
def test_plain_markdown_passes(body: str) -> None:
    assert list(markup.find(source(PAGE_HEAD + body), catalog())) == []


@pytest.mark.parametrize(("body", "what"), BAD)
def test_markup_is_found_where_it_starts(body: str, what: str) -> None:
    text, places = unmark(PAGE_HEAD + body)
    findings = list(markup.find(source(text), catalog()))
    assert places_of(findings) == places
    assert {finding.problem for finding in findings} == {f"{what} in the text"}


@pytest.mark.parametrize("value", ["A <b>bold</b> title", "A {{ config }} title", "A {% raw %} title", "Mr </script>"])
def test_markup_in_a_field_is_found_at_its_value(value: str) -> None:
    text, places = unmark(PAGE_HEAD.replace('"A page of text"', f'▸"{value}"'))
    (finding,) = markup.find(source(text), catalog())
    assert [(finding.line, finding.column)] == places
    assert finding.problem == "HTML or template code in `title`"


def test_markup_deep_in_the_front_matter_is_found() -> None:
    sources = 'sources:\n  - {n: 1, title: ▸"<i>T</i>", publisher: "P p", url: "https://p.example/", year: null}\n'
    text, places = unmark(PAGE_HEAD.replace("added:", sources + "added:"))
    (finding,) = markup.find(source(text), catalog())
    assert [(finding.line, finding.column)] == places
    assert finding.problem == "HTML or template code in `sources.0.title`"


def test_translations_are_looked_at_too() -> None:
    text, places = unmark(TRANSLATION_HEAD.replace("Eine Seite Text", "Seite").replace('"Seite"', '▸"Seite <b>"'))
    findings = list(markup.find(translated(text + "Ein <b>"), catalog()))
    assert places_of(findings)[:1] == places
    assert len(findings) == 2


@pytest.mark.parametrize("body", ["One\n===", "Text\n\nOne  \n---\n", "- One\n  ---"])
def test_underlined_heading_is_found_in_the_line_of_its_text_or_its_line(body: str) -> None:
    (finding,) = markup.find(source(PAGE_HEAD + body), catalog())
    lines = body.split("\n")
    number = finding.line - PAGE_HEAD.count("\n") - 1
    assert finding.problem == f"{UNDERLINED} in the text"
    assert "One" in "".join(lines[max(number - 1, 0) : number + 1])
