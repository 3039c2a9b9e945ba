"""Decides, for every entry and language, which text a reader sees and in which state it is.

The state comes from `source_hash`, not from dates: two halves of twelve hexadecimal digits, the first over
title and summary, the second over every other text field and the body. A translation of title and summary
alone grows stale only when these change.
"""

import hashlib
import json
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Literal

from build_tools.load import Catalog, Source, Translated
from build_tools.model import Practice, TranslationMark

type State = Literal["source", "current", "stale", "summary-only", "missing"]

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "ug", "ur", "yi"})


@dataclass(frozen=True, eq=False)
class Localized:
    """An entry as the readers of one interface language see it.

    `lang` is the language of the interface, `body_lang` that of the body; `title` and `summary` are in
    `lang` unless the state is `missing`. `stale` is true when the source changed after the translation.
    """

    source: Source
    translated: Translated | None
    lang: str
    body_lang: str
    state: State
    stale: bool
    title: str
    summary: str
    body: str
    mark: TranslationMark | None
    innovative_elements: list[str]
    outcomes: list[str]

    @property
    def text_lang(self) -> str:
        """The language of title and summary."""
        return self.body_lang if self.state == "missing" else self.lang

    @property
    def is_fallback(self) -> bool:
        """Whether the body stands in another language than the interface."""
        return self.body_lang != self.lang

    @cached_property
    def slug(self) -> str:
        """The slug of the entry, the same in every language."""
        return self.source.slug


def direction(lang: str) -> str:
    """Return the writing direction of a language: `rtl` or `ltr`."""
    return "rtl" if lang.partition("-")[0] in RIGHT_TO_LEFT else "ltr"


@lru_cache(maxsize=16384)
def source_hash(source: Source) -> str:
    """Return the hash that a translation of this entry carries while it is up to date."""
    entry = source.entry
    rest = [_statements(source), list(getattr(entry, "innovative_elements", [])), source.document.body]
    return f"{_digest([entry.title, entry.summary])}-{_digest(rest)}"


def is_stale(translated: Translated, source: Source) -> bool:
    """Return whether the texts that were translated have changed in the source since."""
    ours, theirs = source_hash(source), translated.translation.source_hash
    return ours[:12] != theirs[:12] if _is_summary_only(translated) else ours != theirs


def resolve(catalog: Catalog, source: Source, lang: str) -> Localized:
    """Return the entry as the readers of `lang` see it; the source text stands in where none was translated."""
    translated = catalog.translations.get((*source.key, lang))
    if lang == source.entry.lang:
        return _localized(source, lang, "source")
    if translated is None:
        return _localized(source, lang, "missing")
    stale = is_stale(translated, source)
    if _is_summary_only(translated):
        return _localized(source, lang, "summary-only", translated, stale)
    return _localized(source, lang, "stale" if stale else "current", translated, stale)


def _localized(
    source: Source, lang: str, state: State, translated: Translated | None = None, stale: bool = False
) -> Localized:
    entry, text = source.entry, translated.translation if translated else None
    whole = translated is not None and state in ("current", "stale")
    return Localized(
        source=source,
        translated=translated,
        lang=lang,
        body_lang=lang if whole or state == "source" else entry.lang,
        state=state,
        stale=stale,
        title=text.title if text else entry.title,
        summary=text.summary if text else entry.summary,
        body=translated.document.body if translated and whole else source.document.body,
        mark=text.translation if text else None,
        innovative_elements=(text and text.innovative_elements) or list(getattr(entry, "innovative_elements", [])),
        outcomes=(text and text.outcomes) or _statements(source),
    )


def _statements(source: Source) -> list[str]:
    entry = source.entry
    return [outcome.statement for outcome in entry.outcomes] if isinstance(entry, Practice) else []


def _is_summary_only(translated: Translated) -> bool:
    return not translated.document.body.strip()


def _digest(value: Any) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(_normalised(text).encode()).hexdigest()[:12]


def _normalised(text: str) -> str:
    """Return the text without differences that no reader sees: composition of accents, runs of white space."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\\n", " ").split())
