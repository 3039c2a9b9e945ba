"""How much of the machine other programs took meanwhile: without that, a figure from a shared machine says little."""

import os
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

_STAT = Path("/proc/stat")


@dataclass(frozen=True)
class Moment:
    """A moment: the clock, the processor seconds of this program and its children, and those of all programs."""

    clock: float = field(default_factory=perf_counter)
    own: float = field(default_factory=lambda: sum(os.times()[:4]))
    all: float = field(default_factory=lambda: busy_seconds(_STAT.read_text()) if _STAT.is_file() else 0.0)


def busy_seconds(stat: str) -> float:
    """Return the processor seconds that all programs have used, from the text of `/proc/stat`."""
    user, nice, system, _idle, _waiting, *interrupts = map(int, stat.splitlines()[0].split()[1:8])
    return (user + nice + system + sum(interrupts)) / os.sysconf("SC_CLK_TCK")


def share_of_others(before: Moment, after: Moment, processors: int) -> float:
    """Return the part of the machine, from 0 to 1, that other programs used between two moments."""
    others = (after.all - before.all) - (after.own - before.own)
    return max(0.0, others) / (processors * max(after.clock - before.clock, 0.001))
