"""The command `vetwork`: what it may be asked, and the exit codes (see `errors`)."""

import argparse
import gc
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from build_tools.build import build, check
from build_tools.errors import (
    EXIT_FINDINGS,
    EXIT_FINE,
    ContentError,
    Finding,
    UsageError,
    VetworkError,
    as_annotations,
    as_json,
    as_text,
)
from build_tools.fix import fixed
from build_tools.settings import Settings, read_settings
from build_tools.steps.schemas import schema_files, scorer_model


def run() -> None:
    """Run the command with the arguments of the process and leave with its exit code."""
    gc.freeze()  # what the imports made stays: looking through it again and again costs a fifth of a build
    sys.exit(main(sys.argv[1:]))


def main(arguments: Sequence[str]) -> int:
    """Run the command and return its exit code; errors are words on standard error, never a traceback."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(read_settings(options.root), options))
    except ContentError as error:
        _show(error.findings, "text")
        print(f"{error}; nothing was built, the old site stands", file=sys.stderr)
        return error.exit_code
    except VetworkError as error:
        print(error, file=sys.stderr)
        return error.exit_code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vetwork", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(), help="folder with mkdocs.yml (default: this one)")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    checks = commands.add_parser("check", help="say everything that is wrong with the content")
    checks.add_argument("paths", nargs="*", metavar="PATH", help="show only findings in these files or folders")
    checks.add_argument("--format", choices=("text", "json"), default="text")
    checks.add_argument("--fix", action="store_true", help="repair mechanical faults first")
    checks.set_defaults(run=_check)

    builds = commands.add_parser("build", help="build the folder site/")
    builds.add_argument("--lang", action="append", metavar="L", help="only this language (may be repeated)")
    builds.set_defaults(run=_build)

    serves = commands.add_parser("serve", help="build, serve on 127.0.0.1, rebuild on change")
    serves.add_argument("--port", type=int, default=8000, choices=range(65536), metavar="PORT")
    serves.set_defaults(run=_serve)

    scores = commands.add_parser("score", help="score answer files of the benchmark, merged as in the browser")
    scores.add_argument("files", nargs="+", type=Path, metavar="FILE")
    scores.add_argument("--table", action="store_true", help="a table for people instead of the result as JSON")
    scores.add_argument("--model", type=Path, metavar="M", help="model.yml, or its folder, instead of the site's")
    scores.set_defaults(run=_score)

    schemas = commands.add_parser("schemas", help="write schemas/*.json and the scorer's copy of the model")
    schemas.set_defaults(run=_schemas)
    return parser


def _check(settings: Settings, options: argparse.Namespace) -> int:
    if options.fix:
        _fix(settings)
    _, findings = check(settings)
    findings = _below(settings, findings, options.paths)
    _show(findings, options.format)
    errors = sum(finding.level == "error" for finding in findings)
    if options.format == "text":
        print(f"{errors} errors, {len(findings) - errors} notices", file=sys.stderr)
    return EXIT_FINDINGS if errors else EXIT_FINE


def _below(settings: Settings, findings: Sequence[Finding], paths: Sequence[str]) -> list[Finding]:
    for path in paths:
        if not Path(path).exists():
            raise UsageError(f"{path}: no such file or folder")
    wanted = [Path(path).resolve() for path in paths]
    return [f for f in findings if not wanted or any((settings.root / f.path).is_relative_to(w) for w in wanted)]


def _show(findings: Sequence[Finding], form: str) -> None:
    if form == "json":
        print(as_json(findings))
    elif findings:
        print(as_text(findings))
        if os.environ.get("GITHUB_ACTIONS"):
            print(as_annotations(findings))


def _fix(settings: Settings) -> None:
    for path in sorted(settings.content.glob("**/*.md")):
        if path.is_symlink() or not path.is_file():
            continue
        raw = path.read_bytes()
        if (better := fixed(raw)) != raw:
            path.write_bytes(better)
            print(f"repaired {path.relative_to(settings.root)}", file=sys.stderr)


def _build(settings: Settings, options: argparse.Namespace) -> int:
    unknown = set(options.lang or ()) - set(settings.languages)
    if unknown:
        raise UsageError(
            f"no such language: {', '.join(sorted(unknown))}; the site has {', '.join(settings.languages)}"
        )
    _show(build(settings, options.lang, say=_say), "text")
    _say(f"built {settings.site}")
    return EXIT_FINE


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    from build_tools.serve import serve  # imported here so that `vetwork check` starts fast

    serve(settings, options.port, _say)
    return EXIT_FINE


def _schemas(settings: Settings, _: argparse.Namespace) -> int:
    catalog, _findings = check(settings)
    (settings.root / "schemas").mkdir(exist_ok=True)
    _write(settings.root / "schemas", schema_files(catalog))
    if (package := settings.root / "benchmark" / "vetwork_benchmark").is_dir():
        _write(package, scorer_model(catalog))
    return EXIT_FINE


def _write(folder: Path, files: Mapping[str, str]) -> None:
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _score(settings: Settings, options: argparse.Namespace) -> int:
    from build_tools.score import score_files  # imported here so that `vetwork check` starts fast

    score = score_files(settings, options.files, options.model)
    if score.faults:
        print("\n".join(score.faults))
        return EXIT_FINDINGS
    print(score.as_table() if options.table else score.as_json())
    return EXIT_FINE


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)
