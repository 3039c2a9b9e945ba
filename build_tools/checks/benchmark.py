"""The benchmark fits together: ids lead somewhere, every language has every text, vocabularies name the same ids."""

from collections.abc import Collection, Iterable, Iterator

from build_tools.benchmark_files import Benchmark
from build_tools.benchmark_model import CORE_ROLES, BenchmarkModel
from build_tools.document import Document, Path
from build_tools.errors import Finding
from build_tools.load import Catalog
from build_tools.markdown import NOT_PLAIN

NAME = "benchmark"
SCOPE = "catalog"

type Ids = Collection[str]


def find(_: Catalog, catalog: Catalog) -> Iterator[Finding]:
    """Return ids that lead nowhere, missing and surplus texts, HTML in texts, and vocabularies that differ."""
    if benchmark := catalog.benchmark:
        document = benchmark.documents["model"]
        yield from _twice(document, benchmark.model)
        yield from _references(document, benchmark.model)
        yield from _composition(document, benchmark.model)
        yield from _vocabularies(catalog, benchmark)
        for lang in benchmark.texts:
            yield from _texts(benchmark, lang)


def _twice(document: Document, model: BenchmarkModel) -> Iterator[Finding]:
    """Return ids and roles that stand in their list a second time."""
    lists: dict[Path, Iterable[str]] = {
        ("roles",): model.roles,
        ("phases",): model.phases,
        ("themes",): model.themes,
        ("bands",): (band.id for band in model.bands),
        ("dimensions",): (dimension.id for dimension in model.dimensions),
        ("indicators",): (indicator.id for indicator in model.indicators),
        ("gap", "areas"): (area.id for area in model.gap.areas),
    }
    for path, ids in lists.items():
        seen: set[str] = set()
        for index, name in enumerate(ids):
            if name in seen:
                yield _finding(document, (*path, index), f"`{name}` stands here a second time", "keep one of the two")
            seen.add(name)


def _references(document: Document, model: BenchmarkModel) -> Iterator[Finding]:
    """Return ids that name nothing in the model."""
    for path, name, known in _referenced(model):
        if name not in known:
            yield _finding(document, path, f"the model has no `{name}`", f"write one of: {', '.join(known)}")


def _referenced(model: BenchmarkModel) -> Iterator[tuple[Path, str, Ids]]:
    """Return every id that points at another part of the model: its place, itself, and what it may be."""
    dimensions = [dimension.id for dimension in model.dimensions]
    indicators = [indicator.id for indicator in model.indicators]
    for index, indicator in enumerate(model.indicators):
        yield ("indicators", index, "dimension"), indicator.dimension, dimensions
        for key in ("roles", "phases", "themes"):
            names, known = getattr(indicator, key), getattr(model, key)
            yield from ((("indicators", index, key, n), name, known) for n, name in enumerate(names))
        for name in indicator.frameworks:
            yield ("indicators", index, "frameworks", name), name, model.frameworks
    for index, pair in enumerate(model.contradictions):
        yield ("contradictions", index, "high"), pair.high, indicators
        yield ("contradictions", index, "low"), pair.low, indicators
    for index, signal in enumerate(model.gap.signals):
        here = "gap", "signals", index, "indicators"
        yield from (((*here, n), name, indicators) for n, name in enumerate(signal.indicators))
    yield from _migrated(model, indicators)


def _migrated(model: BenchmarkModel, indicators: Ids) -> Iterator[tuple[Path, str, Ids]]:
    areas = [area.id for area in model.gap.areas]
    for index, migration in enumerate(model.migrations):
        for key, mapping, known in (
            ("indicators", migration.indicators, indicators),
            ("gap_areas", migration.gap_areas, areas),
        ):
            yield from ((("migrations", index, key, old), new, known) for old, new in mapping.items() if new)


def _composition(document: Document, model: BenchmarkModel) -> Iterator[Finding]:
    """Return dimensions that cannot be scored, and rules that can never be met."""
    for index, dimension in enumerate(model.dimensions):
        indicators = model.of_dimension(dimension.id)
        if not indicators:
            yield _finding(document, ("dimensions", index), f"`{dimension.id}` has no indicator", "give it one")
        elif not any(indicator.short for indicator in indicators):
            problem = f"`{dimension.id}` has no indicator in the short form"
            yield _finding(document, ("dimensions", index), problem, "set `short: true` for one of its indicators")
    for index, indicator in enumerate(model.indicators):
        if not set(CORE_ROLES) & set(indicator.roles):
            problem = f"nobody who carries the score is asked about `{indicator.id}`"
            yield _finding(document, ("indicators", index, "roles"), problem, f"add {' or '.join(CORE_ROLES)}")
    if model.scored_dimensions > len(model.dimensions):
        problem = f"the model has {len(model.dimensions)} dimensions"
        yield _finding(document, ("scored_dimensions",), problem, "ask for no more of them than there are")
    for index, migration in enumerate(model.migrations):
        if migration.earlier == model.id:
            yield _finding(document, ("migrations", index, "from"), "this is the model itself", "name an earlier one")


def _vocabularies(catalog: Catalog, benchmark: Benchmark) -> Iterator[Finding]:
    """Return terms of vocabularies that the model does not know, and indicators without a label."""
    model = benchmark.model
    indicators = [indicator.id for indicator in model.indicators]
    known = {"indicators": indicators, "phases": model.phases, "themes": model.themes}
    for vocabulary, ids in known.items():
        path = f"content/vocabularies/{vocabulary}.yml"
        terms = catalog.documents.get(path, Document(path, {}))
        for term in catalog.vocabularies.get(vocabulary, {}):
            if term not in ids:
                problem = f"the model of the benchmark has no `{term}`"
                yield _finding(terms, (term,), problem, f"write one of: {', '.join(ids)}", at_key=True)
    for index, name in enumerate(indicators):
        if name not in catalog.vocabularies.get("indicators", {}):
            problem = f"`{name}` is no term of content/vocabularies/indicators.yml"
            yield _finding(benchmark.documents["model"], ("indicators", index, "id"), problem, "add it there")


def _texts(benchmark: Benchmark, lang: str) -> Iterator[Finding]:
    document, texts = benchmark.documents[lang], benchmark.texts[lang]
    if texts.lang != lang:
        yield _finding(document, ("lang",), f"the file says `{texts.lang}`", f"write {lang}, the name of the file")
    for path, wanted, found in _keys(benchmark, lang):
        yield from _differing(document, path, wanted, found)
    for path, text in document.texts():
        if NOT_PLAIN.search(text):
            yield _finding(document, path, "HTML or template code in a text", "write plain text")


def _keys(benchmark: Benchmark, lang: str) -> Iterator[tuple[Path, Ids, Ids]]:
    """Return every group of texts: its place, the keys that the model asks for, and those that are there."""
    model, texts = benchmark.model, benchmark.texts[lang]
    indicators = {indicator.id: indicator for indicator in model.indicators}
    yield ("roles",), model.roles, texts.roles
    yield ("dimensions",), [dimension.id for dimension in model.dimensions], texts.dimensions
    yield ("indicators",), indicators, texts.indicators
    for name, words in texts.indicators.items():
        if name in indicators:
            here = "indicators", name
            yield (*here, "questions"), indicators[name].roles, words.questions
            yield here, ["na"] if indicators[name].na else [], ["na"] if words.na else []
    yield ("gap", "groups"), {area.group for area in model.gap.areas}, texts.gap.groups
    yield ("gap", "areas"), [area.id for area in model.gap.areas], texts.gap.areas
    yield ("bands",), [band.id for band in model.bands], texts.bands
    yield ("phases",), model.phases, texts.phases
    yield ("themes",), model.themes, texts.themes
    yield ("frameworks",), model.frameworks, texts.frameworks
    yield ("framework_points",), list(model.word_points()), texts.framework_points


def _differing(document: Document, path: Path, wanted: Ids, found: Ids) -> Iterator[Finding]:
    for key in wanted:
        if key not in found:
            where = ".".join(map(str, path))
            yield _finding(document, path, f"`{where}` has no text for `{key}`", f"add a line `{key}:`", at_key=True)
    for key in found:
        if key not in wanted:
            yield _finding(document, (*path, key), f"the model has no `{key}` here", "delete it", at_key=True)


def _finding(document: Document, path: Path, problem: str, remedy: str, at_key: bool = False) -> Finding:
    place = document.key_position(path) if at_key else document.position(path)
    return Finding(document.path, *place, NAME, problem, remedy)
