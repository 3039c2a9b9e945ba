"""Who may import whom (design.md, section 4): each module only what stands in an earlier row."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import build_tools

SOURCE = Path(build_tools.__file__).parent
ROWS: tuple[tuple[str, ...], ...] = (
    ("errors",),
    ("settings", "document", "runtime_archives", "drawing"),
    ("document", "runtime", "bundle", "boundaries", "charts"),
    ("frontmatter", "model", "markdown", "search_scripts"),
    (
        "sorting",
        "terms",
    ),
    ("validation", "fix", "benchmark_model", "statistics_model"),
    ("optional_files",),
    ("benchmark_files", "glossary", "organisation_files", "score", "statistics_files"),
    ("statistics",),
    ("load",),
    ("strength",),
    ("translations", "backlinks"),
    ("api_statistics_model",),
    ("api_model",),
    ("addresses", "organisations", "related", "downloads"),
    ("views", "facets", "bodies", "citations", "json_ld", "page_meta", "templates", "releases"),
    ("comparison", "quoted_figures", "statistic_charts"),
    ("statistic_words",),
    ("find_release",),
    ("api_table_forms",),
    ("api_statistics",),
    ("api_records", "api_tables"),
    ("checks.*", "steps.*"),
    ("checks", "steps"),
    ("render", "gate", "search_index"),
    ("finish",),
    ("build",),
    ("serve",),
    ("cli",),
    ("__main__",),
)
LEVELS = {name: level for level, row in enumerate(ROWS) for name in row}
NOWHERE = ("mkdocs", "material", "tests")
DOCUMENTS = "steps.documents"


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): ast.parse(path.read_text(encoding="utf-8")) for path in sorted(SOURCE.rglob("*.py"))}
MODULES.pop("__init__")


def imports_of(tree: ast.Module) -> Iterator[str]:
    """Return the whole name of everything that a module imports, wherever in it the line stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write imports from the root: from build_tools.x import y"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def own_imports(name: str) -> set[str]:
    """Return the modules of ours that a module imports."""
    found = set()
    for whole in imports_of(MODULES[name]):
        parts = whole.removeprefix("build_tools.").split(".")
        if whole.startswith("build_tools."):
            candidates = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
            found.add(next((candidate for candidate in candidates if candidate in MODULES), whole))
    return found


def level_of(name: str) -> int:
    package, dot, _ = name.partition(".")
    return LEVELS[f"{package}.*" if dot else name]


@pytest.mark.parametrize("name", MODULES)
def test_module_has_its_row(name: str) -> None:
    assert level_of(name) >= 0


@pytest.mark.parametrize("name", MODULES)
def test_module_imports_nothing_from_a_later_row(name: str) -> None:
    assert {other for other in own_imports(name) if level_of(other) > level_of(name)} == set()


@pytest.mark.parametrize("name", [name for name in MODULES if name.startswith(("checks.", "steps."))])
def test_check_imports_no_other_check_and_step_no_other_step(name: str) -> None:
    own = f"{DOCUMENTS}." if f"{name}.".startswith(f"{DOCUMENTS}.") else f"{name}."
    others = {other for other in own_imports(name) if other.split(".")[0] in ("checks", "steps")}
    assert {other for other in others if not f"{other}.".startswith(own)} == set()


def test_imports_run_in_no_circle() -> None:
    left = {name: own_imports(name) - {name} for name in MODULES}
    while free := [name for name, others in left.items() if not others & left.keys()]:
        for name in free:
            del left[name]
    assert left == {}


def test_repairs_need_nothing_but_positions() -> None:
    assert own_imports("fix") == {"document", "frontmatter"}
    assert {name for name in MODULES if "fix" in own_imports(name)} == {"cli"}


def test_only_the_command_imports_a_single_step() -> None:
    importers = {name for name in MODULES for other in own_imports(name) if other.startswith("steps.")}
    assert {name for name in importers if not name.startswith(DOCUMENTS)} <= {"steps", "cli"}


@pytest.mark.parametrize(("package", "module"), [("pypandoc", "pandoc"), ("typst", "typeset")])
def test_one_module_of_the_documents_names_each_of_their_programs(package: str, module: str) -> None:
    assert importers_of(package) == {f"{DOCUMENTS}.{module}"}


def test_only_the_module_for_scores_knows_the_scorer() -> None:
    assert importers_of("vetwork_benchmark") == {"score"}
    assert {name for name in MODULES if "score" in own_imports(name)} == {"cli"}


def importers_of(package: str) -> set[str]:
    return {name for name, tree in MODULES.items() for whole in imports_of(tree) if whole.split(".")[0] == package}


def test_only_the_module_for_official_figures_imports_pandas() -> None:
    assert importers_of("pandas") == {"statistics"}


@pytest.mark.parametrize("package", NOWHERE)
def test_package_is_imported_nowhere(package: str) -> None:
    assert importers_of(package) == set()


def test_a_look_at_the_content_starts_without_what_it_does_not_need() -> None:
    code = "import sys, build_tools.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(result.stdout.split())
    assert {"build_tools", "pydantic", "yaml"} <= loaded
    unneeded = {
        "watchfiles",
        "playwright",
        "mkdocs",
        "material",
        "pandas",
        "pagefind",
        "pypandoc",
        "typst",
        "hypothesis",
    }
    assert loaded.isdisjoint({*unneeded, "vetwork_benchmark"})


def test_the_walk_sees_every_form_of_import() -> None:
    tree = ast.parse("import a.b\nfrom c import d\ndef f():\n    from e.f import g, h\n")
    assert set(imports_of(tree)) == {"a.b", "c.d", "e.f.g", "e.f.h"}
