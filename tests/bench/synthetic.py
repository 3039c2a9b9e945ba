"""Writes sites of any size: synthetic practices in two languages, marked as such, the same ones for the same seed.

Terms come from the real vocabularies, words from the real practices by how often they stand there, so that facets,
related practices and the search index have something like their real work.
"""

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from build_tools.build import check
from build_tools.settings import read_settings
from build_tools.translations import source_hash
from tests.bench.sites import copy_of_site

SEED = 20261123
LANGUAGES = ["en", "de"]
WORDS_IN_BODY = 400
HOME = {
    "lang": "en",
    "title": "Synthetic site",
    "summary": "A synthetic site to measure builds.",
    "added": "2026-01-01",
}
_WORD = re.compile(r"\b[a-z]{2,14}\b")
_COUNTRIES = re.compile(r"^countries: (.*)$", re.M)


@dataclass(frozen=True)
class Stock:
    """What practices are made from: the folder of the real content."""

    content: Path

    @cached_property
    def texts(self) -> list[str]:
        """The real practices."""
        return [path.read_text(encoding="utf-8") for path in sorted((self.content / "practices").glob("*.md"))]

    @cached_property
    def words(self) -> list[str]:
        """Every word of the real practices, as often as it stands there."""
        return [word for text in self.texts for word in _WORD.findall(text.rpartition("\n---\n")[2])]

    @cached_property
    def countries(self) -> list[str]:
        """Every country of the real practices, as often as it stands there."""
        return [code for text in self.texts for code in re.findall("[A-Z]{2}", "".join(_COUNTRIES.findall(text)))]

    @cached_property
    def vocabularies(self) -> Mapping[str, Mapping[str, Mapping[str, str]]]:
        """The vocabularies by name."""
        paths = sorted((self.content / "vocabularies").glob("*.yml"))
        return {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in paths}

    def terms(self, chance: random.Random, vocabulary: str, most: int) -> list[str]:
        """Return between one and `most` terms of a vocabulary."""
        return chance.sample(sorted(self.vocabularies[vocabulary]), chance.randint(1, most))


def synthetic_site(name: str, count: int) -> Path:
    """Return the folder of a site with `count` synthetic practices and a German title and summary for each."""
    root = copy_of_site(name)
    stock = Stock(root / "content")
    files = practices(stock, count)
    for path in sorted(stock.content.glob("*/**/*.md")):
        path.unlink()
    (stock.content / "organisations.yml").unlink(missing_ok=True)
    _write(root, {**files, "content/pages/home.md": _entry(HOME, "This site is synthetic.\n")})
    _use_two_languages(root / "mkdocs.yml")
    _write(root, translations(root))
    return root


def practices(stock: Stock, count: int) -> dict[str, str]:
    """Return the files of synthetic practices by their path in a site."""
    return {f"content/practices/{_slug(n)}.md": _practice(stock, n) for n in range(1, count + 1)}


def translations(root: Path) -> dict[str, str]:
    """Return a German title and summary for every practice of the site in `root`."""
    catalog, _ = check(read_settings(root))
    return {
        f"content/practices/de/{source.slug}.md": _entry(_translation(number, source_hash(source)), "")
        for number, source in enumerate(catalog.of_kind("practice"), 1)
    }


def _write(root: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def _use_two_languages(path: Path) -> None:
    settings = yaml.safe_load(path.read_text(encoding="utf-8"))
    settings["extra"] |= {"languages": LANGUAGES, "menu": [], "footer": [], "downloads": False}
    path.write_text(yaml.safe_dump(settings), encoding="utf-8")


def _slug(number: int) -> str:
    return f"synthetic-practice-{number:04}"


def _practice(stock: Stock, number: int) -> str:
    chance = random.Random(f"{SEED}-{number}")  # noqa: S311 - to be repeated, not to be secret
    return _entry(_front_matter(stock, chance, number), _body(stock, chance))


def _front_matter(stock: Stock, chance: random.Random, number: int) -> dict[str, Any]:
    grade, role = (chance.choice(sorted(stock.vocabularies[v])) for v in ("evidence-grades", "organisation-roles"))
    outcomes = [{"statement": _sentence(stock, chance), "source": n} for n in (1, 2)]
    start = chance.randint(1995, 2024)
    return {
        "lang": "en",
        "title": f"Synthetic practice {number:04}",
        "summary": f"This practice is synthetic and serves to measure builds: {_sentence(stock, chance)}",
        "countries": sorted(set(chance.choices(stock.countries, k=chance.choice((1, 1, 1, 2))))),
        "region": None,
        "organisations": [{"name": f"Synthetic organisation {number:04}", "role": role}],
        "eqf_levels": [chance.randint(2, 6)],
        "period": {"start": start, "end": None},
        "status": "running",
        **_terms(stock, chance),
        "outcomes": [] if grade == "described" else outcomes,
        "innovative_elements": [_sentence(stock, chance) for _ in range(3)],
        "sources": [_source(n) for n in (1, 2, 3, 4)],
        "evidence": {"grade": grade, "reason": "The grade is synthetic."},
        "licence": "CC0-1.0",
        "added": f"{start + 1}-01-01" if start > 1999 else "2000-01-01",
        "reviewed": None,
        "aliases": [],
    }


def _terms(stock: Stock, chance: random.Random) -> dict[str, Any]:
    indicators = chance.sample(sorted(stock.vocabularies["indicators"]), chance.randint(2, 4))
    return {
        "sectors": stock.terms(chance, "sectors", 2),
        "target_groups": stock.terms(chance, "target-groups", 3),
        "themes": stock.terms(chance, "themes", 3),
        "phases": stock.terms(chance, "phases", 3),
        "wbl_model": stock.terms(chance, "wbl-models", 1)[0],
        "track": stock.terms(chance, "tracks", 2),
        "indicators": [{"id": indicator} for indicator in indicators],
    }


def _source(number: int) -> dict[str, Any]:
    url = f"https://synthetic.example/{number}"
    return {"n": number, "title": f"Synthetic source {number}", "publisher": "Nobody", "url": url, "year": 2020}


def _body(stock: Stock, chance: random.Random) -> str:
    headings = [labels["en"] for labels in stock.vocabularies["practice-sections"].values()]
    paragraphs = _paragraphs(stock, chance, len(headings))
    return "".join(f"\n## {heading}\n\n{text}\n" for heading, text in zip(headings, paragraphs, strict=True))


def _paragraphs(stock: Stock, chance: random.Random, count: int) -> list[str]:
    """Return paragraphs with WORDS_IN_BODY words together; the first four sources are each cited in one."""
    share = WORDS_IN_BODY // count
    texts = []
    for place in range(count):
        sentences = ["This text is synthetic."]
        while sum(sentence.count(" ") + 1 for sentence in sentences) < share:
            sentences.append(_sentence(stock, chance))
        texts.append(" ".join(sentences) + f"[^{place % 4 + 1}]")
    return texts


def _sentence(stock: Stock, chance: random.Random) -> str:
    words = chance.choices(stock.words, k=chance.randint(8, 16))
    return f"{' '.join(words)}.".capitalize()


def _translation(number: int, digest: str) -> dict[str, Any]:
    return {
        "title": f"Synthetische Praxis {number:04}",
        "summary": f"Diese Praxis Nummer {number} ist synthetisch und dient dazu, die Dauer von Builds zu messen.",
        "source_hash": digest,
        "translation": {"method": "machine", "reviewed": False},
    }


def _entry(front_matter: Mapping[str, Any], body: str) -> str:
    """Return a content file: front matter as YAML lines (every JSON value is YAML), then the body."""
    lines: Sequence[str] = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front_matter.items()]
    return "\n".join(("---", *lines, "---", body))
