"""The form of the JSON data of official figures; `api_model` says what stands around them."""

from build_tools.model import Model
from build_tools.statistics_model import Statistic


class ShortStatistic(Model):
    """An official figure in short: `titles` and `units` by language, `values` the number of its values.

    `countries` are ISO 3166-1 codes, without the European Union; `item` is the address of the whole record, `table`
    that of the values as CSV, `page` that of its page in the first language of the site.
    """

    id: str
    titles: dict[str, str]
    units: dict[str, str]
    kind: str
    code: str | None
    themes: list[str]
    indicators: list[str]
    countries: list[str]
    years: list[int]
    values: int
    item: str
    table: str
    page: str


class FigureValue(Model):
    """A value: `country` is an ISO 3166-1 code or EU27, `source` the number of the source in the metadata.

    `flags` are terms of the vocabulary `statistic-flags`, `reliability` is one of `reliabilities`.
    """

    country: str
    year: int
    value: float
    flags: list[str]
    reliability: str
    source: int


class WholeStatistic(Model):
    """An official figure with its metadata and all values.

    The licence of the file is that of the metadata; each source in them says under which terms its values may be used.
    """

    id: str
    statistic: Statistic
    values: list[FigureValue]
    page: str
