"""Which address shows which kind of page, on the project's own site and on the fixture network."""

from typing import Literal

from tests.browser.looks import Look

type SiteName = Literal["real", "network"]

SOURCE_PRACTICE = "practices/ie-wind-turbine-maintenance-apprenticeship/"
REAL = {
    "home": "",
    "browse": "browse/",
    "list": "practices/",
    "practice": SOURCE_PRACTICE,
    "guideline": "guidelines/provider-planning/",
    "recommendation": "recommendations/longer-stays-abroad/",
    "text": "method/",
    "explore": "explore/",
    "map": "map/",
    "search": "search/",
    "organisations": "organisations/",
    "organisation": "organisations/tknika-basque-vet-applied-research-centre/",
    "indicators": "indicators/",
    "indicator": "indicators/curriculum-training-plan-alignment/",
    "statistics": "statistics/",
    "statistic": "statistics/work-based-learning-of-graduates/",
    "countries": "statistics/countries/",
    "country": "statistics/countries/pl/",
    "compare": "compare/?p=de-valikom-chamber-validation&p=dk-boss-ladies&p=eu-women-can-build",
    "selection": "selection/?p=dk-boss-ladies&p=eu-women-can-build",
    "benchmark": "benchmark/",
    "scoring": "benchmark/scoring/",
    "paper": "benchmark/paper/company/",
    "open-data": "open-data/",
    "downloads": "downloads/",
    "not-found": "no-such-page/",
}
NETWORK = {
    "home": "",
    "browse": "browse/",
    "list": "practices/",
    "practice": "practices/bakery-days/",
    "fallback-practice": "practices/guest-house/",
    "text": "about/",
    "explore": "explore/",
    "map": "map/",
    "search": "search/",
    "guideline": "guidelines/welcome-learners/",
    "recommendation": "recommendations/fund-trainers/",
    "organisations": "organisations/",
    "organisation": "organisations/example-school-a/",
    "indicators": "indicators/",
    "indicator": "indicators/joint-plan/",
    "statistics": "statistics/",
    "statistic": "statistics/days-at-the-bench/",
    "countries": "statistics/countries/",
    "country": "statistics/countries/eg/",
    "compare": "compare/?p=bakery-days&p=guest-house",
    "selection": "selection/?p=bakery-days&p=guest-house",
    "benchmark": "benchmark/",
    "scoring": "benchmark/scoring/",
    "paper": "benchmark/paper/company/",
    "open-data": "open-data/",
    "not-found": "no-such-page/",
}


def page_cases(*languages: str) -> list[tuple[SiteName, str]]:
    """Return site and path of every kind of page in these languages, and the root page of each site once."""
    cases: list[tuple[SiteName, str]] = []
    for lang in languages:
        site: SiteName = "network" if lang == "ar" else "real"
        paths = (NETWORK if site == "network" else REAL).values()
        cases += [(site, f"{lang}/{path}") for path in paths]
        cases += [] if (site, "") in cases else [(site, "")]
    return cases


def case_id(value: object) -> str | None:
    """Return how pytest names a path or a look; the root page would have an empty name."""
    if isinstance(value, Look):
        return f"{value.width}"
    return "root" if value == "" else None
