"""Pages as readers and search engines get them: languages, notices, canonicals, redirects, unknown addresses."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.integration.network import LANGUAGES, SITE_URL, Published, one

FALLBACKS = [
    ("ar", "practices/solar-workshop/", "en", "ltr"),
    ("ar", "practices/guest-house/", "en", "ltr"),
    ("ar", "method/", "en", "ltr"),
    ("ar", "", "en", "ltr"),
    ("en", "guidelines/welcome-learners/", "ar", "rtl"),
]
TRANSLATED = ["about/", "practices/bakery-days/", "recommendations/fund-trainers/"]
INTERFACE_DIRECTION = {"en": "ltr", "ar": "rtl"}


def alternates(tree: LexborHTMLParser) -> dict[str, str]:
    """Return the addresses that a page announces for other languages."""
    return {
        str(link.attributes["hreflang"]): str(link.attributes["href"])
        for link in tree.css("link[rel=alternate][hreflang]")
    }


@pytest.mark.parametrize(("lang", "address", "source", "direction"), FALLBACKS)
def test_a_fallback_page_says_whose_language_it_speaks(
    network: Published, lang: str, address: str, source: str, direction: str
) -> None:
    page = network.page(f"{lang}/{address}")
    html, body = one(page, "html").attributes, one(page, ".vw-body").attributes
    assert (html["lang"], html["dir"]) == (lang, INTERFACE_DIRECTION[lang])
    assert (body["lang"], body["dir"]) == (source, direction)
    original = one(page, f".vw-notice a[hreflang={source}]").attributes["href"]
    here = f"{SITE_URL}{lang}/{address}"
    assert urljoin(here, str(original)) == f"{SITE_URL}{source}/{address}"


@pytest.mark.parametrize(("lang", "address", "source", "direction"), FALLBACKS)
def test_the_text_of_a_fallback_page_stays_out_of_search(
    network: Published, lang: str, address: str, source: str, direction: str
) -> None:
    page = network.page(f"{lang}/{address}")
    assert one(page, "link[rel=canonical]").attributes["href"] == f"{SITE_URL}{source}/{address}"
    assert "noindex" in str(one(page, "meta[name=robots]").attributes["content"])
    assert alternates(page) == {}
    assert not page.css(
        f"article[data-pagefind-body], [data-pagefind-body] .vw-body, .vw-title[lang={source}][data-pagefind-body]"
    )


@pytest.mark.parametrize("address", TRANSLATED)
def test_a_translated_page_announces_both_languages(network: Published, address: str) -> None:
    for lang in LANGUAGES:
        page = network.page(f"{lang}/{address}")
        assert one(page, ".vw-body").attributes["lang"] == lang
        assert one(page, "link[rel=canonical]").attributes["href"] == f"{SITE_URL}{lang}/{address}"
        assert alternates(page) == {other: f"{SITE_URL}{other}/{address}" for other in LANGUAGES}
        assert page.css("[data-pagefind-body]")
        assert not page.css("meta[name=robots]")


def test_the_original_of_a_fallback_announces_itself_alone(network: Published) -> None:
    page = network.page("en/practices/solar-workshop/")
    assert alternates(page) == {"en": f"{SITE_URL}en/practices/solar-workshop/"}
    assert not page.css(".vw-notice")


def test_a_machine_translation_says_so_and_a_human_one_does_not(network: Published) -> None:
    about, bakery = network.page("ar/about/"), network.page("ar/practices/bakery-days/")
    assert "ترجمة آلية لم يراجعها شخص بعد." in one(about, ".vw-notice").text()
    assert not bakery.css(".vw-notice")


def test_title_and_summary_carry_their_own_language(network: Published) -> None:
    summary_only = one(network.page("ar/practices/solar-workshop/"), ".vw-title").attributes
    missing = one(network.page("ar/practices/guest-house/"), ".vw-title").attributes
    assert (summary_only["lang"], summary_only["dir"]) == ("ar", "rtl")
    assert (missing["lang"], missing["dir"]) == ("en", "ltr")


def test_every_word_in_another_language_is_marked_as_such(network: Published) -> None:
    """Titles without a translation stand in lists, menus and footers too."""
    for name, page in network.pages():
        if name.startswith("ar/"):
            foreign = [link for link in page.css("a") if link.text().strip() == "How the examples are graded"]
            unmarked = [link.html for link in foreign if link.attributes.get("lang") != "en"]
            assert unmarked == [], name


def test_every_page_has_exactly_one_canonical_address(network: Published) -> None:
    for name, page in network.pages():
        found = [str(link.attributes["href"]) for link in page.css("link[rel=canonical]")]
        assert len(found) == (0 if name.endswith("404.html") else 1), name
        for address in found:
            assert (network.folder / address.removeprefix(SITE_URL) / "index.html").is_file(), name


def test_the_root_page_lists_the_languages_without_script(network: Published) -> None:
    page = network.page("index.html")
    links = {str(a.attributes["hreflang"]): str(a.attributes["href"]) for a in page.css("main a[hreflang]")}
    assert links == {"en": "./en/", "ar": "./ar/"}
    assert [(li.attributes["lang"], li.attributes["dir"]) for li in page.css("main li")] == [
        ("en", "ltr"),
        ("ar", "rtl"),
    ]
    assert alternates(page) == {lang: f"{SITE_URL}{lang}/" for lang in LANGUAGES} | {"x-default": SITE_URL}
    assert "العربية" in one(page, "main").text()


@pytest.mark.parametrize("name", ["404.html", "en/404.html", "ar/404.html"])
def test_pages_for_unknown_addresses_point_at_files_from_anywhere(network: Published, name: str) -> None:
    page = network.page(name)
    addresses = [str(node.attributes.get("href") or node.attributes.get("src")) for node in page.css("[href], [src]")]
    wanted = [address for address in addresses if not address.startswith("#")]
    assert wanted
    for address in wanted:
        assert address.startswith("/learn/")
        assert "//" not in address
        path = urlsplit(urljoin(SITE_URL, address)).path.removeprefix("/learn/")
        assert (network.folder / path / ("index.html" if address.endswith("/") else "")).is_file(), address
    assert "noindex" in str(one(page, "meta[name=robots]").attributes["content"])


def test_the_page_for_unknown_addresses_speaks_the_language_of_its_folder(network: Published) -> None:
    assert one(network.page("en/404.html"), "h1").text() == "This page does not exist"
    page = network.page("ar/404.html")
    assert one(page, "html").attributes["lang"] == "ar"
    assert one(page, "h1").text() == "هذه الصفحة غير موجودة"
    assert "هذه الصفحة غير موجودة" in one(network.page("404.html"), "li[lang=ar]").text()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_alias_leads_to_the_new_address(network: Published, lang: str) -> None:
    page = network.page(f"{lang}/practices/bread-days/")
    target = f"{SITE_URL}{lang}/practices/bakery-days/"
    refresh = str(one(page, "meta[http-equiv=refresh]").attributes["content"]).partition("url=")[2]
    for address in (refresh, str(one(page, "a").attributes["href"])):
        assert urljoin(f"{SITE_URL}{lang}/practices/bread-days/", address) == target
    assert one(page, "link[rel=canonical]").attributes["href"] == target


@pytest.mark.parametrize("address", TRANSLATED)
def test_anchors_of_sections_are_the_same_in_every_language(network: Published, address: str) -> None:
    anchors = [
        [heading.attributes["id"] for heading in network.page(f"{lang}/{address}").css(".vw-body h2, .vw-body h3")]
        for lang in LANGUAGES
    ]
    assert len(anchors[0]) > 0
    assert anchors[0] == anchors[1]


def test_sections_of_a_practice_have_the_ids_of_the_vocabulary(network: Published) -> None:
    headings = network.page("ar/practices/bakery-days/").css(".vw-body h2")
    assert [heading.attributes["id"] for heading in headings] == ["reason", "working", "findings", "open-questions"]


def test_sources_and_outcomes_are_shown_with_their_numbers(network: Published) -> None:
    page = network.page("en/practices/bakery-days/")
    assert len(page.css(".footnote li")) == 3
    assert "Example report on *bread* & _days_" in page.css(".footnote li")[0].text()
    assert page.css('.footnote a[href="https://example.org/archive/bakery/plan"]')
    assert one(page, "ul > li > sup > a.footnote-ref").attributes["href"] == "#fn:3"


def test_citations_name_the_text_that_they_lead_to(network: Published) -> None:
    cited = one(network.page("ar/practices/solar-workshop/"), ".vw-cite").text()
    assert "Example: a workshop that trains its own trainers" in cited
    assert f"{SITE_URL}en/practices/solar-workshop/" in cited


def test_wide_tables_and_images_reach_the_page(network: Published) -> None:
    for lang in LANGUAGES:
        page = network.page(f"{lang}/practices/bakery-days/")
        assert len(page.css(".vw-body table thead th")) == 8
        image = one(page, ".vw-body img").attributes
        assert image["alt"]
        assert (network.folder / lang / "practices" / "bakery-days" / str(image["src"])).resolve().is_file()


def test_the_language_switch_stays_on_the_page(network: Published) -> None:
    for lang in LANGUAGES:
        links = network.page(f"{lang}/browse/theme/fair-access/").css(".vw-language a")
        here = f"{SITE_URL}{lang}/browse/theme/fair-access/"
        found = [urljoin(here, str(link.attributes["href"])) for link in links]
        assert found == [f"{SITE_URL}{other}/browse/theme/fair-access/" for other in LANGUAGES]


def test_colours_and_name_are_those_of_the_network(network: Published) -> None:
    assert "--vw-primary: #5a2a0c;" in network.text("assets/network.css")
    assert one(network.page("ar/about/"), ".vw-brand").text() == "Nour Skills Network"
    everything = " ".join(network.text(name) for name, _ in network.pages())
    assert not re.search(r"\bVETWORK\b", everything)
