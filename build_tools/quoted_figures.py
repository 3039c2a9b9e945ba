"""The official figures that a recommendation quotes, in the words and number format of its readers."""

from typing import NamedTuple

from build_tools.addresses import statistic_address
from build_tools.model import Figure, Recommendation
from build_tools.statistics_files import Row, Series
from build_tools.views import View


class QuotedFigure(NamedTuple):
    """An official figure: its name, the address of its page, area, year and value, and its flags in words."""

    title: str
    address: str
    area: str
    year: int
    value: str
    flags: str


def quoted_figures(view: View, recommendation: Recommendation) -> list[QuotedFigure]:
    """Return the figures that a recommendation quotes, in its order."""
    return [_quoted(view, *quoted_row(view, figure)) for figure in recommendation.figures]


def quoted_row(view: View, figure: Figure) -> tuple[Series, Row]:
    """Return the row that a figure names, and the series that it stands in."""
    series = view.catalog.statistics[figure.statistic]
    row = series.row(figure.country, figure.year)
    assert row  # noqa: S101 - the check of the evidence chain has looked
    return series, row


def _quoted(view: View, series: Series, row: Row) -> QuotedFigure:
    return QuotedFigure(
        title=series.meta.words(view.lang).title,
        address=statistic_address(series.id),
        area=view.country(row.country),
        year=row.year,
        value=view.figure(row.text, series.meta.kind == "percentage"),
        flags=view.listed([view.label("statistic-flags", flag) for flag in row.flags]) if row.flags else "",
    )
