import pytest

from build_tools.checks import benchmark
from build_tools.errors import Finding
from tests.unit.benchmark_samples import FOLDER, NETWORK, TEXTS, catalog, changed
from tests.unit.samples import catalog as plain_catalog
from tests.unit.samples import places_of, unmark

DIMENSION = "  - {id: results, weight: 1}\n"
BAKING = "    - {id: baking, group: technical}\n"
FINISH = "    effort: 2\n    phases: [finish]\n"
MODEL = (
    ("dimension: results", "dimension: ▸result", "the model has no `result`"),
    ("roles: [vet-provider, company, learner]", "roles: [vet-provider, company]", "the model has no `learner`"),
    ("phases: [finish]", "phases: [▸ending]", "the model has no `ending`"),
    ("themes: [fair-access]", "themes: [▸access]", "the model has no `access`"),
    ("{nour-charter: []}", "{other-charter: ▸[]}", "the model has no `other-charter`"),
    ("high: shared-assessment", "high: ▸assessment", "the model has no `assessment`"),
    ("low: joint-plan", "low: ▸plan", "the model has no `plan`"),
    ("indicators: [first-weeks]", "indicators: [first-weeks, ▸last-weeks]", "the model has no `last-weeks`"),
    ("plan-of-training: joint-plan", "plan-of-training: ▸plan", "the model has no `plan`"),
    ("safety: working-safely", "safety: ▸working", "the model has no `working`"),
    ("from: nour/1", "from: ▸nour/2", "this is the model itself"),
    ("scored_dimensions: 2", "scored_dimensions: ▸4", "the model has 3 dimensions"),
    ("phases: [start, training, finish]", "phases: [start, training, finish, ▸start]", "`start` stands here a second"),
    (BAKING, f"{BAKING}{BAKING.replace('{', '▸{')}", "`baking` stands here a second time"),
    (DIMENSION, f"{DIMENSION}  - ▸{{id: more, weight: 1}}\n", "`more` has no indicator"),
    (f"short: true\n{FINISH}", f"short: false\n{FINISH}", "`results` has no indicator in the short form"),
    ("roles: [company, learner]", "roles: ▸[learner]", "nobody who carries the score is asked"),
    ("id: first-weeks", "id: ▸last-weeks", "`last-weeks` is no term of content/vocabularies/indicators.yml"),
)
TEXT_FAULTS = (
    ("lang: en", "lang: ▸de", "the file says `de`"),
    ('roles:\n  vet-provider: "Training centre"\n', "▸roles:\n", "`roles` has no text for `vet-provider`"),
    (
        "  results:\n",
        '  ▸endings:\n    title: "E"\n    description: "E"\n  results:\n',
        "the model has no `endings` here",
    ),
    ('      learner: "How were you received?"\n', "", "`indicators.first-weeks.questions` has no text for `learner`"),
    ("  joint-plan:\n", "  joint-plan:\n    ▸na: Never\n", "the model has no `na` here"),
    ("  trained-trainers:\n", "  trainers:\n", "`indicators` has no text for `trained-trainers`"),
    ('    wiring: "Wiring"\n', "", "`gap.areas` has no text for `wiring`"),
    ('    technical: "Of the trade"\n', "", "`gap.groups` has no text for `technical`"),
    ("  seed: {", "  ▸grain: {", "the model has no `grain` here"),
    ('  start: "Start"\n', "", "`phases` has no text for `start`"),
    ('  craft-heritage: "Craft heritage"\n', "", "`themes` has no text for `craft-heritage`"),
    ('  nour-charter: "Nour charter (example)"\n', '  ▸other: "O"\n', "the model has no `other` here"),
    ("  shared-duties:", '  ▸1: "one"\n  shared-duties:', "the model has no `1` here"),
    ('"No plan"', '▸"<b>No plan</b>"', "HTML or template code"),
    ('"Baking"', '▸"{{ config }}"', "HTML or template code"),
)


def find(texts: dict[str, str], vocabularies: dict[str, str] | None = None) -> list[Finding]:
    subject = catalog(texts, vocabularies)
    return list(benchmark.find(subject, subject))


def test_model_whose_parts_fit_together_passes() -> None:
    assert find(dict(TEXTS)) == []


def test_site_without_a_benchmark_passes() -> None:
    subject = plain_catalog()
    assert list(benchmark.find(subject, subject)) == []


@pytest.mark.parametrize(("old", "new", "problem"), MODEL, ids=[row[2] for row in MODEL])
def test_fault_of_the_model_is_found_at_its_place(old: str, new: str, problem: str) -> None:
    texts, places = changed("model", old, new)
    findings = [f for f in find(texts) if problem in f.problem and f.path == f"{FOLDER}/model.yml"]
    assert {finding.check for finding in findings} == {"benchmark"}
    assert not places or places_of(findings) == places
    assert all(finding.remedy for finding in findings)


@pytest.mark.parametrize(("old", "new", "problem"), TEXT_FAULTS, ids=[row[2] for row in TEXT_FAULTS])
def test_fault_of_texts_is_found_in_the_file_of_their_language(old: str, new: str, problem: str) -> None:
    texts, places = changed("en", old, new)
    (finding,) = [finding for finding in find(texts) if problem in finding.problem]
    assert (finding.path, finding.check) == (f"{FOLDER}/en.yml", "benchmark")
    assert not places or places_of([finding]) == places


def test_text_that_is_missing_is_found_at_the_group_it_belongs_to() -> None:
    texts, _ = changed("ar", "    na: ", "    # na: ")
    (finding,) = find(texts)
    line = texts["ar"].split("\n").index("  tools-and-places:") + 1
    assert (finding.line, finding.column) == (line, 3)
    assert finding.problem == "`indicators.tools-and-places` has no text for `na`"


@pytest.mark.parametrize("name", ["indicators", "phases", "themes"])
def test_term_that_the_model_does_not_have_is_found_in_its_vocabulary(name: str) -> None:
    path = f"content/vocabularies/{name}.yml"
    own = (NETWORK / path).read_text(encoding="utf-8")
    text, places = unmark(f'{own}▸other:\n  en: "Other"\n  ar: "آخر"\n')
    (finding,) = find(dict(TEXTS), {name: text})
    assert (finding.path, finding.problem) == (path, "the model of the benchmark has no `other`")
    assert places_of([finding]) == places
