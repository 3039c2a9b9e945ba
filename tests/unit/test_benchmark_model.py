"""The form of a benchmark model and of its texts: what one file can say of itself, with places and remedies."""

import pytest

from tests.unit.benchmark_samples import FOLDER, TEXTS, benchmark, changed
from tests.unit.samples import places_of

FAULTS = (
    ("model", "id: nour/2", "id: ▸nour-2", "`id` has the wrong form: `nour-2`", "such as vetwork/1"),
    ("model", "weight: 2}", "weight: ▸0}", "`dimensions.0.weight` is `0`", "above 0"),
    ("model", "weight: 2}", "weight: ▸'2'}", "`dimensions.0.weight` is not a number", "without quotes"),
    ("model", "effort: 2", "effort: ▸4", "`indicators.0.effort` is `4`", "up to 3"),
    ("model", "effort: 2", "effort: ▸0", "`indicators.0.effort` is `0`", "from 1 on"),
    ("model", "na: false", "na: ▸never", "`indicators.0.na` is not yes or no", "yes or no"),
    ("model", "[company, learner]", "[company, ▸boss]", "`indicators.3.roles.1` is `boss`", "'learner'"),
    ("model", '"1/2"', '▸"2"', "`gap.share` has the wrong form: `2`", "a fraction in quotes"),
    ("model", '"1/2"', "▸0.5", "`gap.share` is not a text", "write a text"),
    ("model", '"1/2"', '▸"3/2"', "3/2 is more than the whole", "a fraction up to 1"),
    ("model", "from: 35", "from: ▸101", "`bands.1.from` is `101`", "up to 100"),
    ("model", "from: 0}", "from: 10}", "the bands do not rise from 0", "begin at 0"),
    ("model", "from: 35", "from: 80", "the bands do not rise from 0", "above the band before"),
    (
        "model",
        "roles: [vet-provider, company, learner]",
        "roles: [company]",
        "the two roles that carry",
        "vet-provider",
    ),
    ("model", "at_most: 0", "at_most: ▸5", "`contradictions.0.at_most` is `5`", "up to 4"),
    ("model", "use-or-slim", "▸use", "`gap.signals.1.field` is `use`", "'close-the-gap'"),
    ("model", "group: technical}", "group: ▸other}", "`gap.areas.2.group` is `other`", "'transversal' or 'technical'"),
    (
        "model",
        '"https://example.org/charter"',
        '▸"charter"',
        "`frameworks.nour-charter` has the wrong form",
        "https://",
    ),
    ("model", "scored_dimensions: 2", "scored_dimensions: ▸0", "`scored_dimensions` is `0`", "from 1 on"),
    (
        "model",
        "per_group: 1",
        "per_group: 1\n  ▸colour: red",
        "the key `gap.colour` is not known here",
        "benchmark-model",
    ),
    ("en", '"No plan"', '▸""', "`indicators.joint-plan.levels.0` has 0 characters", "at least 1"),
    ("en", '      - "No plan"\n', "", "`indicators.joint-plan.levels` has 4 items", "at least 5"),
    ("en", 'title: "Seed"', 'title: ▸""', "`bands.seed.title` has 0 characters", "at least 1"),
    ("en", 'title: "Results"', "title: ▸No", "`dimensions.results.title` is a word that YAML reads", "in quotes"),
    ("en", '"Wiring"', '▸" Wiring"', "`gap.areas.wiring` has the wrong form", "remove spaces"),
    ("en", "  seed:", "  ▸Seed:", "`bands.Seed` has the wrong form: `Seed`", "small letters"),
    ("en", '  learner: "Learner"', '  ▸boss: "Boss"', "`roles.boss` is `boss`", "'learner'"),
    (
        "en",
        '      start: "Put',
        '      begin: "Put',
        "the key `indicators.joint-plan.advice.start` is missing",
        "`start:`",
    ),
    ("ar", "method: machine", "method: ▸magic", "`translation.method` is `magic`", "'machine' or 'human'"),
    ("ar", "reviewed: no", "reviewed: ▸perhaps", "`translation.reviewed` is not yes or no", "yes or no"),
)


@pytest.mark.parametrize(("name", "old", "new", "problem", "remedy"), FAULTS, ids=[row[3] for row in FAULTS])
def test_wrong_data_is_found_at_its_place(name: str, old: str, new: str, problem: str, remedy: str) -> None:
    texts, places = changed(name, old, new)
    _, findings = benchmark(texts)
    (finding,) = [finding for finding in findings if problem in finding.problem]
    assert remedy in finding.remedy
    assert (finding.path, finding.check) == (f"{FOLDER}/{name}.yml", "schema")
    assert not places or places_of([finding]) == places


def test_model_answers_what_pages_ask_of_it() -> None:
    found, _ = benchmark(TEXTS)
    assert found
    model = found.model
    assert [item.id for item in model.of_dimension("planning-together")] == ["joint-plan", "first-weeks"]
    assert [item.id for item in model.asked_of("learner")] == [
        "first-weeks",
        "trained-trainers",
        "tools-and-places",
        "shared-assessment",
    ]
    assert list(model.word_points()) == ["shared-duties"]
    assert model.migrations[0].indicators == {"plan-of-training": "joint-plan", "old-visits": None}
