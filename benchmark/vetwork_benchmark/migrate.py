"""Answer files of an earlier model, brought to this one by its published mappings; nothing in them is lost."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from vetwork_benchmark.model import Migration, Model
from vetwork_benchmark.parsing import parse_answers
from vetwork_benchmark.serialise import answers_as_json

type Note = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Notes:
    """What happened: ids that moved, once per id, and content that found no place, once per response."""

    moved: dict[tuple[str, str], str] = field(default_factory=dict)
    lost: list[Note] = field(default_factory=list)

    def lose(self, code: str, kind: str, ids: tuple[str, str | None], response: int, content: object) -> None:
        self.lost.append(
            {"code": code, "kind": kind, "from": ids[0], "to": ids[1], "response": response, "content": content}
        )

    def as_json(self) -> list[Note]:
        moved = [
            {"code": "moved", "kind": kind, "from": old, "to": new} for (kind, old), new in sorted(self.moved.items())
        ]
        return moved + self.lost


def migrate(data: object, model: Model) -> tuple[dict[str, Any], list[Note]]:
    """Return an answer file (JSON) for this model, made from one for an earlier model, and notes on what changed.

    The migrations of a model stand oldest first: each leads to the model at which the next one starts, the last one to
    this model, and a file walks the chain from its own model on. Ids that no mapping names stay. Notes:

    - `moved`: the id `from` is now `to` (`kind` is `indicator` or `area`)
    - `dropped`: nothing follows the id, or what follows does not take this answer (the role is not asked, `na` is not
      allowed); `to` is null
    - `merged`: two old ids lead to one new id; the one that kept its name stays, else the first by the alphabet, and
      the other one is in the note

    The last two carry the place of the response and its `content`, so nothing is lost. A file for this model comes back
    as it is, without notes.

    Raises:
        AnswerError: no migration starts at the model of the file, or the file has other faults.

    """
    head = data if isinstance(data, dict) else {}
    chain = _chain(head.get("model"), model)
    if not chain:
        return answers_as_json(parse_answers(data, model)), []
    notes = _Notes()
    migrated = head | {"model": model.id}
    if isinstance(responses := head.get("responses"), list):
        migrated["responses"] = [_response(item, at, chain, model, notes) for at, item in enumerate(responses)]
    return answers_as_json(parse_answers(migrated, model)), notes.as_json()


def _chain(found: object, model: Model) -> tuple[Migration, ...]:
    """Return the migrations from a model to this one, none where there is no way."""
    starts: list[object] = [migration.earlier for migration in model.migrations]
    return model.migrations[starts.index(found) :] if found in starts else ()


def _response(data: object, at: int, chain: Iterable[Migration], model: Model, notes: _Notes) -> object:
    if not isinstance(data, dict):
        return data
    migrated = dict(data)
    if isinstance(answers := data.get("answers"), dict):
        ways = {old: _indicator(old, answer, data.get("role"), chain, model) for old, answer in answers.items()}
        migrated["answers"] = _place("indicator", answers, ways, at, notes)
    if isinstance(gap := data.get("gap"), dict):
        ways = {old: _area(old, chain, model) for old in gap}
        migrated["gap"] = _place("area", gap, ways, at, notes)
    return migrated


def _indicator(old: str, answer: object, role: object, chain: Iterable[Migration], model: Model) -> str | None:
    """Return the indicator that takes this answer now, or None."""
    new = _follow(old, [migration.indicators for migration in chain])
    indicator = model.indicator.get(new) if new else None
    if indicator is None or (role in model.roles and role not in indicator.roles):
        return None
    return None if isinstance(answer, dict) and "na" in answer and not indicator.na else new


def _area(old: str, chain: Iterable[Migration], model: Model) -> str | None:
    new = _follow(old, [migration.gap_areas for migration in chain])
    return new if new in model.gap_area else None


def _follow(old: str, mappings: Iterable[Mapping[str, str | None]]) -> str | None:
    found: str | None = old
    for mapping in mappings:
        if found is not None:
            found = mapping.get(found, found)
    return found


def _place(
    kind: str, given: Mapping[str, object], ways: Mapping[str, str | None], at: int, notes: _Notes
) -> dict[str, object]:
    """Return the answers or ratings under their new ids; who comes first does not depend on the order of keys."""
    placed: dict[str, object] = {}
    for old in sorted(given, key=lambda old: (ways[old] != old, old)):
        new = ways[old]
        if new is None or new in placed:
            notes.lose("merged" if new else "dropped", kind, (old, new), at, given[old])
            continue
        placed[new] = given[old]
        if new != old:
            notes.moved[kind, old] = new
    return placed
