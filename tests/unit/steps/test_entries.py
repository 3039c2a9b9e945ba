"""Pages kept from one build to the next: what they say must not be older than the content."""

import json

from build_tools.load import Translated, load
from build_tools.settings import read_settings
from build_tools.steps import entries
from build_tools.views import Site
from tests.conftest import GOOD_PRACTICE, HOME, REPOSITORY
from tests.unit.samples import SETTINGS, TRANSLATION_HEAD, catalog, source, translated

INTERFACE = load(read_settings(REPOSITORY)).interface
PRACTICE = source(GOOD_PRACTICE, "content/practices/p.md")


def languages(memory: dict[object, object], *others: Translated) -> tuple[list[str], bool]:
    """Return the languages that the English page announces, and whether its JSON-LD names a translation."""
    found = catalog(source(HOME, "content/pages/home.md"), PRACTICE, *others)
    found.interface = {lang: INTERFACE[lang] for lang in SETTINGS.languages}
    text = dict(entries.pages(Site(found, memory).views["en"]))["practices/p/"]
    meta = json.loads(text.split("\n")[1])["page"]
    return meta["languages"], "workTranslation" in meta["json_ld"]


def test_a_new_translation_is_announced_by_the_page_of_the_original() -> None:
    memory: dict[object, object] = {}
    german = translated(TRANSLATION_HEAD + "Text.\n", "content/practices/de/p.md")
    assert languages(memory) == (["en"], False)
    assert languages(memory, german) == (["en", "de"], True)
    assert languages(memory) == (["en"], False)
