"""What the page printer acts on, the checks must see: they read Markdown with another parser than the printer."""

from itertools import chain

import markdown  # type: ignore[import-untyped]
import pytest

from build_tools.checks import attributes, images, links, markup, sections
from build_tools.errors import Finding
from tests.conftest import SETTINGS
from tests.unit.samples import PAGE_HEAD, catalog, source

HTML, SCRIPT, PICTURE = "<i>", 'href="javascript:', 'src="https://'
NAME = "b" * 201
HIDDEN = (
    ("plain HTML", "<i>x</i>", HTML),
    ("HTML behind an escaped tick", r"\`<i>x</i>\`", HTML),
    ("HTML between ticks of two paragraphs", "`a\n\n<i>x</i>\n\nb`", HTML),
    ("HTML in a fence of ticks", "```\n\n<i>x</i>\n\n```", HTML),
    ("HTML in a fence of tildes", "~~~\n<i>x</i>\n~~~", HTML),
    ("HTML behind a fence that never ends", "```\n\n<i>x</i>", HTML),
    ("HTML behind a tick of the line above", "a ` b\n`<i>x</i>` c", HTML),
    ("HTML behind a tick of the paragraph above", "a ` b\n\nc ` `<i>x</i>`", HTML),
    ("HTML behind ticks of a line above and its own", "a ` b\n# c ` `<i>x</i>`", HTML),
    ("link in a fence", "```\n\n[a](javascript:alert(1))\n\n```", SCRIPT),
    ("link with nested brackets", "[a [b [c]]](javascript:alert(1))", SCRIPT),
    ("link with nested parentheses", "[a](javascript:alert((1)))", SCRIPT),
    ("link with a title that never ends", '[a](javascript:alert(1) "x)', SCRIPT),
    ("link with spaces in angles", "[a]( <javascript:alert(1)> )", SCRIPT),
    ("link with spaces", "[a](javascript: alert(1))", SCRIPT),
    ("link on two lines", "[a](\njavascript:alert(1))", SCRIPT),
    ("link defined apart", "[a][b]\n\n[b]: javascript:alert(1)", SCRIPT),
    ("link defined in a quote", "[a][b]\n\n> [b]: javascript:alert(1)", SCRIPT),
    ("link defined in a list", "[a][b]\n\n- [b]: javascript:alert(1)", SCRIPT),
    ("link defined in a numbered list", "[a][b]\n\n12. [b]: javascript:alert(1)", SCRIPT),
    ("link defined in many quotes", f"[a][b]\n\n{'> ' * 11}[b]: javascript:alert(1)", SCRIPT),
    ("link defined by a long name", f"[a][{NAME}]\n\n[{NAME}]: javascript:alert(1)", SCRIPT),
    ("link that is its own definition", "[b][]\n\n   [b]: <javascript:alert(1)>", SCRIPT),
    ("link around an image", "[![a](images/a.png)](javascript:alert(1))", SCRIPT),
    ("image in a link", "[![a](https://elsewhere.example/a.png)](home.md)", PICTURE),
    ("image in angles", "![a](<https://elsewhere.example/a.png>)", PICTURE),
    ("image defined apart", "![a][b]\n\n[b]: https://elsewhere.example/a.png", PICTURE),
    ("attribute list of a block", "text\n{: onclick=alert(1) }", "onclick="),
    ("attribute list without a colon", "*text*{ onclick=alert(1) }", "onclick="),
    ("attribute of one word", "## text { hidden }", "<h2 hidden"),
    ("attribute list in a cell", "| a |\n|---|\n| b { onclick=alert(1) } |", "onclick="),
    ("title in a fence", "```\n# A comment\n```", "<h1"),
    ("title in a list in a list", "- - # A title", "<h1"),
    ("title in a quote in a list", "- > # A title", "<h1"),
    ("title in the second paragraph of an item", "- a\n\n    # A title", "<h1"),
    ("title in many quotes", "> " * 60 + "# A title", "<h1"),
    ("underlined hard space", "\u00a0\n=======", "<h1"),
    ("underlined title", "A title\n=======", "<h1"),
    ("underlined title in the second paragraph of an item", "- a\n\n    A title\n    =======", "<h1"),
    ("underlined title that ends with a hard space", "A title\u00a0\n=======", "<h1"),
    ("title without a space", "#hashtag", "<h1"),
    ("attribute list in a fence", "```\n\n*a*{: onclick=alert(1) }\n\n```", "onclick="),
)


def findings_in(body: str) -> list[Finding]:
    entry = source(PAGE_HEAD + body)
    subject = catalog(source(PAGE_HEAD, "content/pages/home.md"), entry, images=[])
    seen = (check.find(entry, subject) for check in (markup, attributes, sections))
    return list(chain(*seen, links.find(subject, subject), images.find(subject, subject)))


@pytest.mark.parametrize(("body", "printed"), [row[1:] for row in HIDDEN], ids=[row[0] for row in HIDDEN])
def test_what_the_printer_acts_on_is_found(body: str, printed: str) -> None:
    extensions = SETTINGS["markdown_extensions"]
    assert isinstance(extensions, list)
    assert printed in markdown.markdown(body, extensions=extensions), "the printer leaves this alone: drop the case"
    assert findings_in(body)
