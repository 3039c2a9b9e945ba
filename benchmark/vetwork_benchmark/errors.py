"""What can be wrong with a file that somebody gives us: every fault with its place, never a guess.

BenchmarkError
├── ModelError    the benchmark model itself is broken (a defect of the network that wrote it)
└── AnswerError   an answer file or the arguments of a call are not what the format allows
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

type Path = tuple[str | int, ...]
type Json = bool | int | float | str | list["Json"] | dict[str, "Json"] | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its place in the file, a code that pages translate, the values the words need, and English words.

    `path` is the way through objects and lists, such as `("responses", 0, "role")`.
    """

    path: Path
    code: str
    problem: str
    values: Mapping[str, str | int | float] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Return the path as people write it, such as `responses[0].role`."""
        parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in self.path)
        return "".join(parts).removeprefix(".") or "(whole file)"

    def as_json(self) -> dict[str, Json]:
        """Return the fault as a JSON object: `place`, `code`, `problem`, `values`."""
        return {"place": self.place, "code": self.code, "problem": self.problem, "values": dict(self.values)}


class BenchmarkError(Exception):
    """Anything that ends a call without a result; `faults` says what is wrong, all of it."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(f"{fault.place}: {fault.problem}" for fault in self.faults))

    def __iter__(self) -> Iterator[Fault]:
        """Walk over the faults."""
        return iter(self.faults)


class ModelError(BenchmarkError):
    """The benchmark model cannot be used."""


class AnswerError(BenchmarkError):
    """An answer file, or the arguments of a call, break the format."""
