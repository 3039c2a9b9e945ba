"""A translation that its source has overtaken says so on the page and in the notices of a build."""

from pathlib import Path

from build_tools.build import build
from build_tools.settings import read_settings
from tests.integration.network import Published, replace

STALE = "تغير الأصل بعد إعداد هذه الترجمة."
PRACTICES = ("bakery-days", "solar-workshop")


def rebuilt(root: Path) -> tuple[list[str], dict[str, str]]:
    """Build, and return the files with notices and the notice on the Arabic page of each practice."""
    settings = read_settings(root)
    findings = build(settings)
    assert all(finding.check == "stale-translations" for finding in findings)
    site = Published(settings.site)
    pages = {slug: site.page(f"ar/practices/{slug}/") for slug in PRACTICES}
    notices = {slug: " ".join(node.text() for node in page.css(".vw-notice")) for slug, page in pages.items()}
    return [finding.path for finding in findings], notices


def test_a_changed_body_makes_a_full_translation_stale_and_no_other(sources: Path) -> None:
    replace(sources / "content" / "practices" / "bakery-days.md", "study on three", "study on four")
    replace(sources / "content" / "practices" / "solar-workshop.md", "for four weeks", "for five weeks")
    paths, notices = rebuilt(sources)
    assert paths == ["content/practices/ar/bakery-days.md"]
    assert STALE in notices["bakery-days"]
    assert STALE not in notices["solar-workshop"]


def test_a_changed_summary_makes_a_summary_translation_stale(sources: Path) -> None:
    replace(
        sources / "content" / "practices" / "solar-workshop.md", "trains two of its people", "trains all its people"
    )
    paths, notices = rebuilt(sources)
    assert paths == ["content/practices/ar/solar-workshop.md"]
    assert STALE in notices["solar-workshop"]
    assert STALE not in notices["bakery-days"]


def test_white_space_and_composition_of_accents_make_nothing_stale(sources: Path) -> None:
    replace(sources / "content" / "practices" / "bakery-days.md", "study on three", "study\non three")
    paths, notices = rebuilt(sources)
    assert paths == []
    assert STALE not in notices["bakery-days"]
