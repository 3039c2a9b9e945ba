"""The official figures of a site as records and as rows of tables. Numbers of tables stand as in their files."""

from collections.abc import Iterator, Mapping
from functools import lru_cache, partial

from build_tools.addresses import statistic_address
from build_tools.api_model import API
from build_tools.api_statistics_model import FigureValue, ShortStatistic, WholeStatistic
from build_tools.api_table_forms import SEVERAL, Column, CsvFile, Row, Table, csv_file
from build_tools.statistics_files import FOLDER, Series
from build_tools.views import Site

_STATISTIC = Column("statistic", description="id of the official figure")


def statistics(site: Site) -> list[Series]:
    """Return the official figures of a site in the order of their ids."""
    return [series for _, series in sorted(site.catalog.statistics.items())]


def short_statistic(site: Site, series: Series) -> ShortStatistic:
    """Return a statistic in short."""
    settings, meta = site.catalog.settings, series.meta
    return ShortStatistic(
        id=series.id,
        titles=meta.title,
        units=meta.unit,
        kind=meta.kind,
        code=meta.code,
        themes=meta.themes,
        indicators=meta.indicators,
        countries=list(series.countries),
        years=list(series.years),
        values=len(series.rows),
        item=settings.address(f"{API}{FOLDER}/{series.id}.json"),
        table=settings.address(f"{API}{FOLDER}/{series.id}.csv"),
        page=_page(site, series),
    )


def whole_statistic(site: Site, series: Series) -> WholeStatistic:
    """Return a statistic with its metadata and all values."""
    values = [
        FigureValue(
            country=row.country,
            year=row.year,
            value=row.value,
            flags=list(row.flags),
            reliability=row.reliability,
            source=row.source,
        )
        for row in series.rows
    ]
    return WholeStatistic(id=series.id, statistic=series.meta, values=values, page=_page(site, series))


def _statistic_rows(site: Site) -> Iterator[Row]:
    """Return one row per statistic, its texts in their original language."""
    for series in statistics(site):
        words = series.meta.words(series.meta.lang)
        yield {**series.meta.model_dump(), **words._asdict(), "statistic": series.id, "page": _page(site, series)}


def _figure_rows(site: Site) -> Iterator[Row]:
    """Return one row per value."""
    for series in statistics(site):
        yield from _series_rows(series)


def _series_rows(series: Series) -> Iterator[Row]:
    """Return one row per value of a statistic: what its file says, its unit, and where the value was read."""
    unit = series.meta.words(series.meta.lang).unit
    for row in series.rows:
        yield {
            "statistic": series.id,
            "country": row.country,
            "year": row.year,
            "value": row.text,
            "unit": unit,
            "flags": row.flags,
            "reliability": row.reliability,
            "source": row.source,
            "source_url": series.meta.source(row.source).url,
        }


def _target_rows(site: Site) -> Iterator[Row]:
    """Return one row per target of the European Union."""
    for series in statistics(site):
        yield from ({"statistic": series.id, **target.model_dump()} for target in series.meta.targets)


def _figure_source_rows(site: Site) -> Iterator[Row]:
    """Return one row per source of a statistic."""
    for series in statistics(site):
        yield from ({"statistic": series.id, **source.model_dump()} for source in series.meta.sources)


def _page(site: Site, series: Series) -> str:
    settings = site.catalog.settings
    return settings.address(settings.languages[0], statistic_address(series.id))


def _of_series(series: Series, _: Site) -> Iterator[Row]:
    return _series_rows(series)


_FIGURES = Table(
    "official-figures",
    "One row per value of a statistic; see the table statistic-sources for the terms of use.",
    (
        *(_STATISTIC, Column("country", description="ISO 3166-1 code, or EU27"), Column("year", "year")),
        *(Column("value", "number"), Column("unit")),
        Column("flags", required=False, description="letters of the vocabulary statistic-flags"),
        Column("reliability", description="term of reliabilities"),
        *(Column("source", "integer", description="number of the source"), Column("source_url")),
    ),
    ("statistic", "country", "year"),
    None,
    _figure_rows,
)

STATISTIC_TABLES = (
    Table(
        "statistics",
        "One row per official figure, its texts in their original language.",
        (
            *(_STATISTIC, Column("lang"), Column("title"), Column("definition"), Column("unit")),
            *(Column("level", description="who is counted"), Column("watch", description="what to mind")),
            *(Column("kind", description="percentage or count"), Column("code", required=False)),
            *(Column("themes", description=SEVERAL), Column("indicators", required=False, description=SEVERAL)),
            Column("not_with", required=False, description=f"never mix with these; {SEVERAL}"),
            Column("page", description="address of the page"),
        ),
        ("statistic",),
        None,
        _statistic_rows,
    ),
    _FIGURES,
    Table(
        "statistic-targets",
        "One row per target of the European Union, in the unit of the statistic.",
        (_STATISTIC, Column("year", "year"), Column("value", "number"), Column("source", "integer")),
        ("statistic", "year"),
        None,
        _target_rows,
    ),
    Table(
        "statistic-sources",
        "One row per source of a statistic: what was read, who answers for it, and who published it again.",
        (
            *(_STATISTIC, Column("n", "integer"), Column("title"), Column("publisher"), Column("url")),
            *(
                Column("year", "year", False),
                Column("licence", required=False, description="empty where none was seen"),
            ),
            *(Column("republished_by", required=False), Column("original", required=False)),
        ),
        ("statistic", "n"),
        None,
        _figure_source_rows,
    ),
)


@lru_cache(maxsize=1)
def statistic_files(site: Site) -> Mapping[str, CsvFile]:
    """Return the values of every statistic as a CSV file of its own, by id, in the form of the table of all."""
    tables = {series.id: _FIGURES._replace(rows=partial(_of_series, series)) for series in statistics(site)}
    return {name: csv_file(table, site) for name, table in tables.items()}
