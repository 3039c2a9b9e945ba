"""Official figures fit the site: their languages, terms, countries, flags, sources, and what not to mix them with."""

from collections.abc import Collection, Iterator
from itertools import islice

from build_tools.document import Path
from build_tools.errors import Finding
from build_tools.load import Catalog
from build_tools.markdown import NOT_PLAIN
from build_tools.statistics_files import COLUMNS, EU, Series
from build_tools.statistics_model import TEXTS
from build_tools.terms import terms_of
from build_tools.views import country_codes

NAME = "statistics"
SCOPE = "catalog"

# One wrong letter may stand in every row.
_MOST_OF_A_FILE = 20


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return what official figures name and the site does not have, and texts that a language lacks."""
    for series in catalog.statistics.values():
        yield from _languages(series, catalog.settings.languages)
        yield from _plain(series)
        yield from _terms(series, catalog)
        yield from _not_with(series, catalog.statistics)
        yield from _sources(series)
        yield from islice(_rows(series, catalog), _MOST_OF_A_FILE)


def _languages(series: Series, languages: Collection[str]) -> Iterator[Finding]:
    """Return texts that are missing in their original language or in one of the site, and translations without mark."""
    meta = series.meta
    if meta.lang not in languages:
        yield _at(series, ("lang",), f"the site has no language `{meta.lang}`", f"write one of: {', '.join(languages)}")
    for name in TEXTS:
        for lang in languages:
            if lang not in getattr(meta, name):
                yield _at(
                    series, (name,), f"`{name}` has no text in `{lang}`", f'add a line {lang}: "..."', at_key=True
                )
    if len(meta.title) > 1 and meta.translation is None:
        remedy = "add a line `translation: {method: machine, reviewed: no}`, or what is true"
        yield _at(series, ("title",), "nothing says how the translations were made", remedy, at_key=True)


def _plain(series: Series) -> Iterator[Finding]:
    for path, text in series.document.texts():
        if NOT_PLAIN.search(text):
            yield _at(series, path, f"`{path[0]}` has HTML in it", "write plain text")


def _terms(series: Series, catalog: Catalog) -> Iterator[Finding]:
    for path, vocabulary, term in terms_of(series.meta):
        if term not in catalog.vocabularies.get(vocabulary, {}):
            remedy = f"write a term of content/vocabularies/{vocabulary}.yml"
            yield _at(series, path, f"`{term}` is not a term of `{vocabulary}`", remedy)


def _not_with(series: Series, known: Collection[str]) -> Iterator[Finding]:
    for index, other in enumerate(series.meta.not_with):
        if other not in known or other == series.id:
            remedy = "write the name of another file in content/statistics/"
            yield _at(series, ("not_with", index), f"there are no other figures `{other}`", remedy)


def _sources(series: Series) -> Iterator[Finding]:
    """Return numbers of sources that stand for two of them or for none."""
    numbers = [source.n for source in series.meta.sources]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            yield _at(series, ("sources", index, "n"), f"source {number} stands here a second time", "number it anew")
    for index, target in enumerate(series.meta.targets):
        if target.source not in numbers:
            place = ("targets", index, "source")
            yield _at(series, place, f"there is no source {target.source}", "write the number of a source")


def _rows(series: Series, catalog: Catalog) -> Iterator[Finding]:
    """Return codes in the file of the values that mean nothing, with the column of the cell."""
    flags, letters = (catalog.vocabularies.get(name, {}) for name in ("statistic-flags", "reliabilities"))
    areas = {*country_codes(), EU}
    for row in series.rows:
        cells = (row.country, str(row.year), row.text, row.flags, row.reliability)
        is_known = (row.country in areas, True, True, set(row.flags) <= flags.keys(), row.reliability in letters)
        for index, cell in enumerate(cells):
            if not is_known[index]:
                column = len(",".join(cells[:index])) + (2 if index else 1)
                problem = f"`{cell}` is no {COLUMNS[index].name}"
                yield Finding(series.csv_path, row.line, column, NAME, problem, COLUMNS[index].remedy)


def _at(series: Series, path: Path, problem: str, remedy: str, at_key: bool = False) -> Finding:
    place = series.document.key_position(path) if at_key else series.document.position(path)
    return Finding(series.document.path, *place, NAME, problem, remedy)
