"""The words with which the search of one language reads what readers of any language type."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from build_tools.glossary import Glossary
from build_tools.load import load
from build_tools.settings import read_settings
from build_tools.steps import search_files
from build_tools.views import Site
from tests.conftest import HOME, REPOSITORY
from tests.unit.samples import catalog, source

CONCEPTS = [
    {"en": ["trainer"], "de": ["Ausbilder", "Ausbilderin"], "pl": ["szkoleniowiec"]},
    {"en": ["dual system"], "de": ["duales System"]},
    {"de": ["Łódź-Modell (Probe)"], "en": ["model of Łódź"]},
    {"en": ["trainer"], "de": ["Trainer"]},
]
SECTORS = {
    "F": {"en": "Construction", "de": "Baugewerbe"},
    "Q": {"en": "Human health and social work", "de": "Gesundheit"},
}


@pytest.fixture
def site() -> Site:
    """A site in English and German with a glossary and a vocabulary."""
    content = catalog(source(HOME, "content/pages/home.md"))
    content.glossary = Glossary.model_validate({"concepts": CONCEPTS})
    content.vocabularies["sectors"] = SECTORS
    content.interface = load(read_settings(REPOSITORY)).interface
    return Site(content)


def vocabulary(site: Site, lang: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(search_files.files(site)[f"assets/search/vocabulary.{lang}.json"])
    return found


def test_terms_of_any_language_lead_to_those_of_the_own_one(site: Site) -> None:
    terms = vocabulary(site, "de")["terms"]
    assert terms["szkoleniowiec"] == ["Ausbilder", "Ausbilderin"]
    assert terms["dual system"] == ["duales System"]
    assert terms["construction"] == ["Baugewerbe"]


def test_a_term_of_two_concepts_leads_to_both_and_never_to_itself(site: Site) -> None:
    terms = vocabulary(site, "de")["terms"]
    assert terms["trainer"] == ["Ausbilder", "Ausbilderin"]
    assert terms["ausbilder"] == ["Ausbilderin"]
    assert "duales system" not in terms


def test_terms_are_written_as_they_are_compared(site: Site) -> None:
    assert vocabulary(site, "en")["terms"]["lodz modell probe"] == ["model of Łódź"]


def test_long_labels_are_no_terms(site: Site) -> None:
    assert "gesundheit" not in vocabulary(site, "en")["terms"]
    assert "human health and social work" not in vocabulary(site, "de")["terms"]


def test_stop_words_are_those_of_the_language_and_of_the_default_one(site: Site) -> None:
    stop = {lang: vocabulary(site, lang)["stop"] for lang in ("en", "de")}
    assert ("of" in stop["en"], "fur" in stop["en"]) == (True, False)
    assert ("of" in stop["de"], "fur" in stop["de"]) == (True, True)


def test_the_words_of_the_interface_and_the_languages_are_there(site: Site) -> None:
    found = vocabulary(site, "de")
    assert found["languages"] == {"en": "English", "de": "Deutsch"}
    assert "{words}" in found["strings"]["search-corrected"]
    assert "search-stop-words" not in found["strings"]


def test_scripts_stand_below_the_digest_that_pages_name(site: Site) -> None:
    scripts = [path for path in search_files.files(site) if path.endswith((".js", ".css"))]
    assert {path.rsplit("/", 1)[1] for path in scripts} >= {"search.js", "pagefind.js", "search.css"}
    assert len({path.rsplit("/", 1)[0] for path in scripts}) == 1
