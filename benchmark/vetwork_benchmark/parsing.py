"""The parser of answer files: says every fault with its place, guesses nothing, and never ends in a traceback."""

import re
from collections.abc import Mapping
from typing import Any

from vetwork_benchmark.answers import (
    FORMAT,
    FORMS,
    Answer,
    AnswerFile,
    GapRating,
    Level,
    Missing,
    NotApplicable,
    Response,
)
from vetwork_benchmark.errors import AnswerError, Json, Path
from vetwork_benchmark.faults import Faults, shown
from vetwork_benchmark.model import Indicator, Model

MOST_RESPONSES = 500
SIZES = ("1-9", "10-49", "50-249", "250+")
_LANG_LENGTH = 35
_REASON_LENGTH = 500
_EVIDENCE_LENGTH = 2000
_PROFILE_TEXTS = {"country": 80, "sector": 80, "size": 80, "wbl_model": 80, "track": 80, "period": 40}
_PROFILE_NUMBERS = {"eqf_level": (1, 8), "learners": (0, 1_000_000_000)}
_REQUIRED = ("format", "model", "form", "responses")
_FILE_KEYS = (*_REQUIRED, "lang", "profile")
_RESPONSE_KEYS = ("role", "answers", "gap")
_ANSWER_KEYS = {"level": ("level", "evidence", "target"), "na": ("na",), "missing": ("missing", "evidence", "target")}
_RATING_KEYS = ("learnt", "needed", "applied")


def parse_answers(data: object, model: Model, at: Path = ()) -> AnswerFile:
    """Return the answer file of a JSON value (`vetwork-answers/1`); `at` is its place in a larger value.

    Raises:
        AnswerError: all faults; in a file of another format or model only those of its head, since its ids mean
            nothing here.

    """
    parser = _Parser(model)
    file = parser.file(data, at)
    if parser.faults:
        raise AnswerError(parser.faults)
    return file


def model_fault(faults: Faults, found: object, model: Model, at: Path) -> None:
    """Add a fault when `found` is not the id of the model, and say so when it is a newer one."""
    if found == model.id:
        return
    code = "newer-model" if _is_newer(found, model.id) else "other-model"
    problem = f"this file is for the model {shown(found)}; this benchmark is {model.id}"
    faults.add(at, code, problem, found=shown(found), wanted=model.id)


def _edition(model: str) -> tuple[str, int]:
    """Return name and number of a model id such as `vetwork/1`; no number counts as 0."""
    name, _, number = model.rpartition("/")
    return name, int(number) if re.fullmatch("[0-9]{1,9}", number) else 0


def _is_newer(found: object, own: str) -> bool:
    if not isinstance(found, str):
        return False
    (name, number), (own_name, own_number) = _edition(found), _edition(own)
    return name == own_name and number > own_number


class _Parser:
    """Reads one answer file; what it returns is of use only when there is no fault."""

    def __init__(self, model: Model) -> None:
        self.model = model
        self.faults = Faults()

    def file(self, data: object, at: Path) -> AnswerFile:
        head = self.faults.mapping(data, at)
        if isinstance(data, dict):
            self.faults.keys(head, at, _FILE_KEYS, _REQUIRED)
            self._head(head, at)
        known = head.get("format") == FORMAT and head.get("model") == self.model.id
        given = self.faults.items(head.get("responses", []), (*at, "responses"), MOST_RESPONSES) if known else []
        return AnswerFile(
            model=self.model.id,
            form=head.get("form", ""),
            lang=self.faults.text(head["lang"], (*at, "lang"), _LANG_LENGTH) if "lang" in head else None,
            profile=self._profile(head.get("profile", {}), (*at, "profile")),
            responses=tuple([self._response(item, (*at, "responses", index)) for index, item in enumerate(given)]),
        )

    def _head(self, head: Mapping[str, Any], at: Path) -> None:
        if head.get("format", FORMAT) != FORMAT:
            found = shown(head["format"])
            self.faults.add((*at, "format"), "other-format", f"this must be {FORMAT}, not {found}", found=found)
        if "model" in head:
            model_fault(self.faults, head["model"], self.model, (*at, "model"))
        if head.get("form", "full") not in FORMS:
            found = shown(head["form"])
            self.faults.add((*at, "form"), "unknown-form", f"write `full` or `short`, not {found}", found=found)

    def _profile(self, data: object, at: Path) -> dict[str, Json]:
        given = self.faults.mapping(data, at)
        self.faults.keys(given, at, (*_PROFILE_TEXTS, *_PROFILE_NUMBERS))
        profile: dict[str, Json] = {}
        for key, value in given.items():
            if key in _PROFILE_TEXTS:
                profile[key] = self.faults.text(value, (*at, key), _PROFILE_TEXTS[key])
            elif key in _PROFILE_NUMBERS:
                profile[key] = self.faults.whole(value, (*at, key), *_PROFILE_NUMBERS[key])
        size = given.get("size")
        if isinstance(size, str) and size not in SIZES:
            problem = f"write one of {', '.join(SIZES)}, not {shown(size)}"
            self.faults.add((*at, "size"), "unknown-size", problem, found=shown(size))
        return profile

    def _response(self, data: object, at: Path) -> Response:
        given = self.faults.mapping(data, at)
        self.faults.keys(given, at, _RESPONSE_KEYS, ("role",))
        role = self._role(given["role"], (*at, "role")) if "role" in given else ""
        answers = self.faults.mapping(given.get("answers", {}), (*at, "answers"))
        gap = self.faults.mapping(given.get("gap", {}), (*at, "gap"))
        return Response(
            role,
            {name: self._answer(name, answer, role, (*at, "answers")) for name, answer in answers.items()},
            {name: self._rating(name, rating, (*at, "gap")) for name, rating in gap.items()},
        )

    def _role(self, role: object, at: Path) -> str:
        if isinstance(role, str) and role in self.model.roles:
            return role
        problem = f"write one of {', '.join(self.model.roles)}, not {shown(role)}"
        self.faults.add(at, "unknown-role", problem, found=shown(role))
        return ""

    def _answer(self, name: str, data: object, role: str, within: Path) -> Answer:
        indicator = self.model.indicator.get(name)
        if indicator is None:
            self._unknown(name, within, "indicator")
            return Missing()
        at = (*within, name)
        if role and role not in indicator.roles:
            self.faults.add(at, "not-asked", f"the role {role} is not asked for {name}", indicator=name, role=role)
        given = self.faults.mapping(data, at)
        kinds = [kind for kind in _ANSWER_KEYS if kind in given]
        if len(kinds) == 1 and given.get("missing", True) is True:
            return self._of_kind(kinds[0], given, indicator, at)
        if isinstance(data, dict):
            problem = 'write exactly one of "level": 0 to 4, "na": "the reason" and "missing": true'
            self.faults.add(at, "ambiguous-answer", problem)
        return Missing()

    def _of_kind(self, kind: str, given: Mapping[str, Any], indicator: Indicator, at: Path) -> Answer:
        self.faults.keys(given, at, _ANSWER_KEYS[kind])
        if kind == "na":
            return self._not_applicable(given["na"], indicator, at)
        evidence = target = None
        if "evidence" in given:
            evidence = self.faults.text(given["evidence"], (*at, "evidence"), _EVIDENCE_LENGTH)
        if "target" in given:
            target = self.faults.level(given["target"], (*at, "target"))
        if kind == "missing":
            return Missing(evidence, target)
        return Level(self.faults.level(given["level"], (*at, "level")), evidence, target)

    def _unknown(self, name: str, within: Path, kind: str) -> None:
        problem = f"the model {self.model.id} has no {kind} {shown(name)}; it may belong to another model"
        self.faults.add((*within, shown(name)), f"unknown-{kind}", problem, found=shown(name))

    def _not_applicable(self, reason: object, indicator: Indicator, at: Path) -> NotApplicable:
        text = self.faults.text(reason, (*at, "na"), _REASON_LENGTH)
        if not indicator.na:
            problem = f"{indicator.id} applies to everybody; give a level, or missing"
            self.faults.add((*at, "na"), "na-not-allowed", problem, indicator=indicator.id)
        elif isinstance(reason, str) and not reason.strip():
            self.faults.add((*at, "na"), "empty-reason", "write why it does not apply")
        return NotApplicable(text)

    def _rating(self, name: str, data: object, within: Path) -> GapRating:
        if name not in self.model.gap_area:
            self._unknown(name, within, "area")
            return GapRating()
        at = (*within, name)
        given = self.faults.mapping(data, at)
        self.faults.keys(given, at, _RATING_KEYS)
        if isinstance(data, dict) and not given:
            self.faults.add(at, "empty-rating", f"give at least one of {', '.join(_RATING_KEYS)}, each 0 to 4")
        return GapRating(**{key: self.faults.level(given[key], (*at, key)) for key in _RATING_KEYS if key in given})
