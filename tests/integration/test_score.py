"""`vetwork score`: files merged as in the browser, the result as JSON or as a table, and faults with their place."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_tools.cli import main
from tests.conftest import REPOSITORY, SiteWriter
from tests.integration.network import FIXTURE

type Answers = dict[str, Any]

LEVELS = {"joint-plan": 3, "first-weeks": 2, "trained-trainers": 1, "shared-assessment": 4}


def answers(role: str, levels: dict[str, int] = LEVELS, **changes: Any) -> Answers:
    """Return an answer file of one respondent."""
    rated = {name: {"level": level} for name, level in levels.items()}
    response = {"role": role, "answers": rated, "gap": {"baking": {"learnt": 2, "needed": 4}}}
    return {"format": "vetwork-answers/1", "model": "nour/2", "form": "full", "responses": [response], **changes}


@pytest.fixture
def provider(tmp_path: Path) -> Path:
    """Give the answer file of a VET provider."""
    return write(tmp_path / "provider.json", answers("vet-provider"))


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """Give the answer file of a company, which is less content."""
    return write(tmp_path / "company.json", answers("company", {**LEVELS, "joint-plan": 0, "tools-and-places": 2}))


def write(path: Path, value: Answers) -> Path:
    path.write_text(json.dumps(value), encoding="utf-8")
    return path


def score(capsys: pytest.CaptureFixture[str], *arguments: str | Path, root: Path = FIXTURE) -> tuple[int, str, str]:
    """Return exit code, standard output and standard error of the command."""
    code = main(["--root", str(root), "score", *map(str, arguments)])
    return code, *capsys.readouterr()


def test_the_result_is_json_of_the_pair(capsys: pytest.CaptureFixture[str], provider: Path, company: Path) -> None:
    code, out, err = score(capsys, provider, company)
    assert (code, err) == (0, "")
    result = json.loads(out)
    assert (result["format"], result["model"], result["perspective"]) == ("vetwork-result/1", "nour/2", "pair")
    assert result["indicators"]["joint-plan"]["score"] == 37.5
    assert result["indicators"]["joint-plan"]["flag"] == "differs-strongly"


def test_several_files_are_merged_in_their_order(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, provider: Path, company: Path
) -> None:
    both = answers("vet-provider")
    both["responses"] += json.loads(company.read_text(encoding="utf-8"))["responses"]
    _, apart, _ = score(capsys, provider, company)
    _, together, _ = score(capsys, write(tmp_path / "both.json", both))
    assert apart == together


def test_the_model_of_another_network_can_be_named(capsys: pytest.CaptureFixture[str], provider: Path) -> None:
    for model in (FIXTURE / "benchmark/nour-2", FIXTURE / "benchmark/nour-2/model.yml"):
        code, out, _ = score(capsys, provider, "--model", model, root=REPOSITORY)
        assert (code, json.loads(out)["model"]) == (0, "nour/2")


def test_the_table_shows_dimensions_the_whole_and_what_differs(
    capsys: pytest.CaptureFixture[str], provider: Path, company: Path
) -> None:
    code, out, _ = score(capsys, provider, company, "--table")
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == "model nour/2, full form, perspective: pair"
    assert [line.split()[0] for line in lines[1:6]] == [
        "dimension",
        "planning-together",
        "learning-at-work",
        "results",
        "overall",
    ]
    assert lines[2].split()[1:] == ["41.7", "41.7", "to", "41.7", "100%"]
    assert any(line.startswith("band: ") for line in lines)
    assert any(line.startswith("differences over 4 indicators: 25% differ, 25% strongly") for line in lines)


def test_the_table_says_what_cannot_be_scored(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    few = write(tmp_path / "few.json", answers("company", {"joint-plan": 4}))
    code, out, _ = score(capsys, few, "--table")
    assert code == 0
    assert out.splitlines()[3].split() == ["learning-at-work", "-", "0.0", "to", "100.0", "0%"]
    assert "band:" not in out
    assert "top-without-evidence" in out


FAULTS: tuple[tuple[str, str], ...] = (
    ('{"format": ', "(whole file): this is not JSON"),
    ("[]", "(whole file): "),
    ("{}", "`responses` is missing"),
    (json.dumps(answers("boss")), "responses[0].role: "),
    (json.dumps(answers("company", {"joint-plan": 5})), "responses[0].answers.joint-plan.level: "),
    (json.dumps(answers("company", model="vetwork/1")), "model: "),
    (json.dumps(answers("company", {"a\x1b[31m": 1})), "a\ufffd[31m"),
)


@pytest.mark.parametrize(("text", "words"), FAULTS)
def test_faults_name_file_and_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, provider: Path, text: str, words: str
) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text(text, encoding="utf-8")
    code, out, err = score(capsys, provider, broken)
    assert (code, err) == (1, "")
    assert all(line.startswith(f"{broken}: ") for line in out.splitlines())
    assert words in out


def test_files_that_do_not_go_together_are_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, provider: Path
) -> None:
    short = write(tmp_path / "short.json", answers("company", form="short"))
    code, out, _ = score(capsys, provider, short)
    assert code == 1
    assert out.startswith(f"{short}: form: ")


def test_text_in_another_encoding_is_a_fault(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "latin.json").write_bytes('{"lang": "é"}'.encode("latin-1"))
    code, out, _ = score(capsys, tmp_path / "latin.json")
    assert (code, out) == (1, f"{tmp_path / 'latin.json'}: (whole file): the text is not UTF-8\n")


def test_the_mark_that_windows_puts_before_a_text_does_no_harm(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    marked = tmp_path / "marked.json"
    marked.write_text(json.dumps(answers("company")), encoding="utf-8-sig")
    assert score(capsys, marked)[0] == 0


def test_a_broken_model_is_said_with_its_place(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, provider: Path
) -> None:
    text = (FIXTURE / "benchmark/nour-2/model.yml").read_text(encoding="utf-8")
    (tmp_path / "model.yml").write_text(text.replace("effort: 2", "effort: 9", 1), encoding="utf-8")
    code, out, _ = score(capsys, provider, "--model", tmp_path)
    assert code == 1
    assert "schema: `indicators.0.effort` is `9`; write a number up to 3" in out


def test_what_cannot_be_read_is_wrong_use(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, provider: Path, write_site: SiteWriter
) -> None:
    missing = tmp_path / "missing.json"
    assert score(capsys, missing) == (2, "", f"{missing}: cannot be read: No such file or directory\n")
    assert score(capsys, tmp_path)[0] == 2
    assert score(capsys, provider, "--model", tmp_path / "nowhere")[0] == 2
    code, _, err = score(capsys, provider, root=write_site({}))
    assert code == 2
    assert "the site has no benchmark" in err
