import pytest

from build_tools.gate import Fault, PageFacts, check_links, read_page

PAGE = '<!doctype html><html lang="en"><head><title>T</title>{}</head><body><h1>One</h1>{}</body></html>'
PATH = "en/about/index.html"


def facts_of(body: str, head: str = "", base: str = "/") -> PageFacts:
    return read_page(PATH, PAGE.format(head, body), base)


def targets(body: str, base: str = "/") -> set[tuple[str, str]]:
    return set(facts_of(body, base=base).targets)


GOOD = (
    "<p>Text with <a href='../'>a link</a> and <a href='https://elsewhere.example/'>another</a>.</p>",
    "<h2>Two</h2><h3>Three</h3><h2>Two</h2>",
    "<img src='../../media/a.png' alt=''><img src='a.png' alt='A plan'>",
    "<script src='../../assets/network.js'></script>",
    "<script src='../../assets/network.js?1a2b'></script><script src='../../assets/search/1a2b3c/search.js'></script>",
    "<script type='module' src='../../assets/benchmark/0a1b2c/main.js'></script>",
    '<script type=\'application/ld+json\'>{"@context": "https://schema.org", "name": "\\u003c/script"}</script>',
    "<p>The words onclick = and javascript: in a text</p>",
    "<code>&lt;script&gt;</code>",
    "<svg viewBox='0 0 1 1'><path d='M0 0'/></svg>",
)
BAD = (
    ("<script>alert(1)</script>", "a script that is not ours"),
    ("<script src='https://elsewhere.example/assets/a.js'></script>", "a script that is not ours"),
    ("<script src='//elsewhere.example/assets/a.js'></script>", "an address that is not ours"),
    ("<script src='../../assets/a.js'>alert(1)</script>", "a script that is not ours"),
    ("<script src='data:text/javascript,alert(1)'></script>", "a script that is not ours"),
    ("<script type='module' src='../own/a.js'></script>", "a script that is not ours"),
    ("<script type='module' src='../../assets/benchmark/other/a.js'></script>", "a script that is not ours"),
    ("<script type='module' src='../../assets/benchmark/0a/../../../x/a.js'></script>", "a script that is not ours"),
    ("<script type='application/ld+json'></script>", "a script that is not ours"),
    ("<script type='application/ld+json'>alert(1)</script>", "a script that is not ours"),
    ("<script type='application/ld+json'>\"a text\"</script>", "a script that is not ours"),
    ("<script type='application/ld+json'>{'name': 1}</script>", "a script that is not ours"),
    ("<script type='application/ld+json'>{}</script><script>alert(1)</script>", "a script that is not ours"),
    (
        "<script type='application/ld+json' src='https://elsewhere.example/a.js'>{}</script>",
        "a script that is not ours",
    ),
    ("<script type='application/ld+json' src='../../a.json'>{}</script>", "a script that is not ours"),
    ("<script type='application/ld+json' id='a'>{}</script>", "a script that is not ours"),
    ("<script type='application/json'>{}</script>", "a script that is not ours"),
    ("<script type='text/javascript'>{}</script>", "a script that is not ours"),
    ("<p onclick='alert(1)'>x</p>", "the handler onclick on <p>"),
    ("<p OnMouseOver=alert(1)>x</p>", "the handler onmouseover on <p>"),
    ("<img src=a.png alt=''onerror=alert(1)>", "the handler onerror on <img>"),
    ("<iframe src='https://elsewhere.example/'></iframe>", "<iframe> is not allowed"),
    ("<object data='a'></object>", "<object> is not allowed"),
    ("<form action='a'></form>", "<form> is not allowed"),
    ("<style>p {color: red}</style>", "<style> is not allowed"),
    ("<a href='javascript:alert(1)'>x</a>", "a link with a scheme that is not allowed"),
    ("<a href=' JavaScript:alert(1)'>x</a>", "a link with a scheme that is not allowed"),
    ("<a href='mailto:a@b.example'>x</a>", "a link with a scheme that is not allowed"),
    ("<a href='java&#115;cript:alert(1)'>x</a>", "a link with a scheme that is not allowed"),
    ("<img src='https://elsewhere.example/a.png' alt=''>", "an address that is not ours"),
    ("<img src='//elsewhere.example/a.png' alt=''>", "an address that is not ours"),
    ("<p id='a'>x</p><p id='a'>y</p>", "the id a stands on the page twice"),
    ("<h1>Another</h1>", "the page has 2 headings of the first level"),
    ("<h3>Three</h3>", "a heading of level 3 follows one of level 1"),
    ("<img src='a.png'>", "an image without description"),
)
ELSEWHERE = (
    "<img src='a.png' srcset='https://elsewhere.example/a.png 2x' alt=''>",
    "<picture><source srcset='https://elsewhere.example/a.png'><img src='a.png' alt=''></picture>",
    "<video src='https://elsewhere.example/a.mp4'></video>",
    "<video poster='https://elsewhere.example/a.png'></video>",
    "<audio src='https://elsewhere.example/a.mp3'></audio>",
    "<p style='background: url(https://elsewhere.example/a.png)'>x</p>",
    "<svg><image href='https://elsewhere.example/a.png'/></svg>",
    "<input type='image' src='https://elsewhere.example/a.png' alt='x'>",
)


@pytest.mark.parametrize("body", GOOD)
def test_page_in_order_passes(body: str) -> None:
    assert facts_of(body).faults == ()


@pytest.mark.parametrize(("body", "fault"), BAD)
def test_what_must_never_be_published_is_refused(body: str, fault: str) -> None:
    assert [found for found in facts_of(body).faults if found.startswith(fault)]


@pytest.mark.parametrize("body", ELSEWHERE)
def test_whatever_loads_something_from_elsewhere_is_refused(body: str) -> None:
    assert facts_of(body).faults


@pytest.mark.parametrize(
    "head",
    [
        "<link rel='stylesheet' href='https://elsewhere.example/a.css'>",
        "<link rel='icon' href='//elsewhere.example/a.png'>",
        "<link rel='preload' as='font' href='https://elsewhere.example/a.woff2'>",
        "<link rel='stylesheet preload' href='https://elsewhere.example/a.css'>",
        "<meta http-equiv='refresh' content='0; url=https://elsewhere.example/'>",
        "<base href='https://elsewhere.example/'>",
    ],
)
def test_head_that_leads_elsewhere_is_refused(head: str) -> None:
    assert facts_of("", head).faults


@pytest.mark.parametrize(
    "head",
    [
        "<link rel='canonical' href='https://test.example/en/about/'>",
        "<link rel='alternate' hreflang='de' href='https://test.example/de/about/'>",
        "<link rel='stylesheet' href='../../assets/site.css'>",
    ],
)
def test_head_of_our_own_passes(head: str) -> None:
    assert facts_of("", head).faults == ()


def test_page_must_say_its_language_and_have_a_title() -> None:
    found = read_page(PATH, "<!doctype html><html><body><p>x</p></body></html>", "/").faults
    assert set(found) == {"the page has 0 headings of the first level", "the page does not say its language"}


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("", ("en/about/index.html", "")),
        ("./", ("en/about/index.html", "")),
        ("#part", ("en/about/index.html", "part")),
        ("../", ("en/index.html", "")),
        ("../method/", ("en/method/index.html", "")),
        ("../method/#a%20b", ("en/method/index.html", "a b")),
        ("../../", ("index.html", "")),
        ("../../assets/site.css?v=1", ("assets/site.css", "")),
        ("../caf%C3%A9/", ("en/café/index.html", "")),
        ("deeper/../page/", ("en/about/page/index.html", "")),
        ("/de/", ("de/index.html", "")),
        ("../../../../", ("index.html", "")),
        ("?lang=de", ("en/about/index.html", "")),
    ],
)
def test_links_are_resolved_as_browsers_do(href: str, target: tuple[str, str]) -> None:
    assert targets(f"<a href='{href}'>x</a>") == {target}


def test_links_below_a_path_of_the_host() -> None:
    assert targets("<a href='../'>x</a><a href='/some/path/de/'>y</a>", base="/some/path/") == {
        ("en/index.html", ""),
        ("de/index.html", ""),
    }
    ((outside, _),) = targets("<a href='/de/'>x</a>", base="/some/path/")
    assert outside != "de/index.html"


def test_links_to_other_hosts_are_not_followed() -> None:
    assert targets("<a href='https://a.example/'>x</a><a href='//b.example/'>y</a>") == set()


def test_anchors_are_the_ids_of_the_page() -> None:
    assert facts_of("<h2 id='a'>A</h2><p id='b c'>x</p>").anchors == {"a", "b c"}


def test_links_between_pages_are_followed() -> None:
    facts = {
        "a/index.html": PageFacts(
            frozenset(), frozenset({("b/index.html", "here"), ("b/index.html", "gone"), ("c/", "")}), ()
        ),
        "b/index.html": PageFacts(frozenset({"here"}), frozenset({("x.css", ""), ("feed.xml", "any")}), ("own fault",)),
    }
    assert check_links(facts, frozenset({"x.css", "feed.xml"})) == [
        Fault("a/index.html", "the link to c/ leads nowhere"),
        Fault("a/index.html", "there is no anchor #gone in b/index.html"),
        Fault("b/index.html", "own fault"),
    ]


def test_site_in_order_passes() -> None:
    facts = {PATH: facts_of("<h2 id='a'>A</h2><a href='#a'>x</a>")}
    assert check_links(facts, frozenset()) == []
