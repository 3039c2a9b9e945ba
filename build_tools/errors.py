"""What can be wrong, in two forms: findings in the content, and exceptions with their exit codes.

VetworkError
├── UsageError      the command was called wrongly, or a settings file is broken (exit code 2)
└── DefectError     a defect of ours: a renderer failed on checked input (exit code 3)
"""

import json
import re
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Literal

EXIT_FINE, EXIT_FINDINGS, EXIT_USAGE, EXIT_DEFECT = 0, 1, 2, 3


# Line ends and characters that steer a terminal or turn the direction of text: a file could forge findings with them.
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_UNPRINTABLE_BUT_LINES = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_WORKFLOW_ESCAPES = {"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"}


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One fault of the content: where it is, what is wrong and what to write instead.

    `line` and `column` count from 1. A `notice` is reported and does not stop a build; an `error` does.
    """

    path: str
    line: int
    column: int
    check: str
    problem: str
    remedy: str
    level: Literal["error", "notice"] = "error"

    def __str__(self) -> str:
        """Return the finding as one line, as compilers write theirs."""
        return printable(f"{self.path}:{self.line}:{self.column}: {self.check}: {self.problem}; {self.remedy}")


def printable(line: str) -> str:
    """Return a line without characters that would end it or steer a terminal."""
    return _UNPRINTABLE.sub("\ufffd", line)


class VetworkError(Exception):
    """Anything that ends a command without a result."""

    exit_code = EXIT_DEFECT


class UsageError(VetworkError):
    """The command or the settings file asks for something that does not exist."""

    exit_code = EXIT_USAGE


class DefectError(VetworkError):
    """A part of ours failed on input that had passed every check."""


class ContentError(VetworkError):
    """The content has findings of level `error`; nothing was built."""

    exit_code = EXIT_FINDINGS

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = sorted(findings)
        super().__init__(f"{len(self.findings)} findings in the content")


def as_text(findings: Iterable[Finding]) -> str:
    """Return one line per finding, in the order of the files."""
    return "\n".join(map(str, sorted(findings)))


def as_json(findings: Iterable[Finding]) -> str:
    """Return the findings as a JSON list of objects with the fields of `Finding`."""
    return json.dumps([asdict(finding) for finding in sorted(findings)], indent=2, ensure_ascii=False)


def as_annotations(findings: Iterable[Finding]) -> str:
    """Return the findings as workflow commands that a GitHub host shows beside the changed lines."""
    return "\n".join(_annotation(finding) for finding in sorted(findings))


def _annotation(finding: Finding) -> str:
    level = "error" if finding.level == "error" else "notice"
    place = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.check}
    properties = ",".join(f"{name}={_escaped(str(value), '%\r\n:,')}" for name, value in place.items())
    return f"::{level} {properties}::{_escaped(f'{finding.problem}; {finding.remedy}', '%\r\n')}"


def _escaped(text: str, characters: str) -> str:
    return "".join(_WORKFLOW_ESCAPES[c] if c in characters else c for c in _UNPRINTABLE_BUT_LINES.sub("\ufffd", text))
