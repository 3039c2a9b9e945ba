"""Share codes: the levels of an answer file in a short text that fits into the fragment of an address.

A code is `v1.` and base64url without padding of these bytes:

- the model id and six texts of the profile in UTF-8, each ended by the byte 0xFF, which UTF-8 never uses
- 4 bytes: mark of the model's layout (roles, indicators, areas), since all that follows depends on their order
- 1 byte: form and EQF level
- per response 1 byte, role and whether the gap module follows, then its symbols as one whole number of mixed radix, of
  a width that role and gap module decide: per indicator missing, 0-4, or `na` where allowed; per area three ratings
- 4 bytes: CRC-32 of all before, which finds every change of a single character

Not in a code: evidence, reasons of `na` (they come back as `-`), targets, number of learners, language.
Nothing is decompressed, so a short code cannot become a large file.
"""

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import crc32
from collections.abc import Iterator, Sequence
from json import dumps
from typing import Any, NamedTuple

from vetwork_benchmark.answers import FORMAT, FORMS, Answer, AnswerFile, GapRating, Level, NotApplicable, Response
from vetwork_benchmark.errors import AnswerError, Fault
from vetwork_benchmark.faults import Faults, shown
from vetwork_benchmark.model import LEVELS, Model
from vetwork_benchmark.parsing import model_fault, parse_answers

VERSION = 1
LONGEST_CODE = 8000
REASON = "-"
PLACE = ("code",)
TEXTS = ("country", "sector", "size", "wbl_model", "track", "period")
RATINGS = ("learnt", "needed", "applied")
_CODE = re.compile(r"v([0-9]{1,4})\.(.*)", re.DOTALL)
_WORD = re.compile(r"[A-Za-z0-9_-]+")
_END = b"\xff"
_CHECK = 4
_MISSING, _NA = 0, len(LEVELS) + 1
_HEAD = (len(FORMS), 9)


class Layout(NamedTuple):
    """Which indicators and areas the symbols of a response stand for, and how many symbols each place may have."""

    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    radices: tuple[int, ...]


def encode_share(file: AnswerFile, model: Model) -> dict[str, Any]:
    """Return `code` and `contents`: all that a reader of the code will see, read back from the code itself.

    Raises:
        AnswerError: there are so many responses that the code would be longer than 8000 characters.

    """
    texts = [file.model, *(str(file.profile.get(key, "")) for key in TEXTS)]
    head = (FORMS.index(file.form), int(str(file.profile.get("eqf_level", 0))))
    blocks = [_block(response, model) for response in file.responses]
    code = _seal(b"".join([*(text.encode() + _END for text in texts), _mark(model), _pack(head, _HEAD), *blocks]))
    if len(code) > LONGEST_CODE:
        problem = f"a share code has at most {LONGEST_CODE} characters; pass on the answer file instead"
        raise AnswerError([Fault(("responses",), "too-large", problem, {"limit": LONGEST_CODE})])
    return {"code": code, "contents": _contents(decode_share(code, model))}


def decode_share(code: object, model: Model) -> dict[str, Any]:
    """Return the answer file (JSON) of a share code; an indicator without an answer is left out.

    Raises:
        AnswerError: the code is damaged, or of a newer scorer, another model, or another edition of this model.

    """
    try:
        file = _file(_unseal(code), model)
    except ValueError:
        problem = "this share code is damaged or not complete; copy the whole link again"
        raise AnswerError([Fault(PLACE, "bad-share-code", problem)]) from None
    parse_answers(file, model)
    return file


def _seal(body: bytes) -> str:
    checked = body + crc32(body).to_bytes(_CHECK, "little")
    return f"v{VERSION}.{urlsafe_b64encode(checked).decode().rstrip('=')}"


def _unseal(code: object) -> bytes:
    """Return the bytes of a code whose checksum is right and that is written in the one possible way."""
    found = _CODE.fullmatch(code) if isinstance(code, str) and len(code) <= LONGEST_CODE else None
    if not found:
        raise ValueError
    if int(found[1]) > VERSION:
        problem = f"this share code has version {found[1]}, this page knows {VERSION}; load the page again"
        raise AnswerError([Fault(PLACE, "newer-share-code", problem, {"found": int(found[1]), "wanted": VERSION})])
    if not _WORD.fullmatch(found[2]):
        raise ValueError
    body = urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4))[:-_CHECK]
    if _seal(body) != code:
        raise ValueError
    return body


def _file(body: bytes, model: Model) -> dict[str, Any]:
    name, *texts, rest = body.split(_END, len(TEXTS) + 1)
    _check_model(name.decode(), rest[:_CHECK], model)
    form, eqf_level = _unpack(rest[_CHECK : _CHECK + 1], _HEAD)
    profile: dict[str, Any] = {key: text.decode() for key, text in zip(TEXTS, texts, strict=True) if text}
    return {
        "format": FORMAT,
        "model": model.id,
        "form": FORMS[form],
        "profile": profile | ({"eqf_level": eqf_level} if eqf_level else {}),
        "responses": list(_responses(rest[_CHECK + 1 :], model)),
    }


def _check_model(name: str, mark: bytes, model: Model) -> None:
    faults = Faults()
    model_fault(faults, name, model, PLACE)
    if not faults and mark != _mark(model):
        problem = f"this share code was made with another edition of the model {model.id}; ask for the answer file"
        faults.add(PLACE, "other-model", problem, found=shown(name), wanted=model.id)
    if faults:
        raise AnswerError(faults)


def _mark(model: Model) -> bytes:
    indicators = [[item.id, item.roles, item.na] for item in model.indicators]
    parts = [model.roles, indicators, [area.id for area in model.gap_areas]]
    return crc32(dumps(parts).encode()).to_bytes(_CHECK, "little")


def _layout(role: str, rated: bool, model: Model) -> Layout:
    asked = [item for item in model.indicators if role in item.roles]
    areas = tuple(area.id for area in model.gap_areas) if rated else ()
    radices = [_NA + item.na for item in asked] + [len(LEVELS) + 1] * (len(RATINGS) * len(areas))
    return Layout(tuple(item.id for item in asked), areas, tuple(radices))


def _block(response: Response, model: Model) -> bytes:
    rated = bool(response.gap)
    layout = _layout(response.role, rated, model)
    symbols = [_symbol(response.answers.get(indicator)) for indicator in layout.indicators]
    ratings = [response.gap.get(area, GapRating()) for area in layout.areas]
    symbols += [_after_missing(getattr(rating, key)) for rating in ratings for key in RATINGS]
    return bytes([2 * model.roles.index(response.role) + rated]) + _pack(symbols, layout.radices)


def _symbol(answer: Answer | None) -> int:
    if isinstance(answer, NotApplicable):
        return _NA
    return _after_missing(answer.level if isinstance(answer, Level) else None)


def _after_missing(level: int | None) -> int:
    return _MISSING if level is None else level + 1


def _responses(data: bytes, model: Model) -> Iterator[dict[str, Any]]:
    while data:
        place, rated = divmod(data[0], 2)
        if place >= len(model.roles):
            raise ValueError
        layout = _layout(model.roles[place], bool(rated), model)
        end = 1 + _width(layout.radices)
        yield _response(model.roles[place], layout, _unpack(data[1:end], layout.radices))
        data = data[end:]


def _response(role: str, layout: Layout, symbols: Sequence[int]) -> dict[str, Any]:
    given = zip(layout.indicators, symbols, strict=False)
    answers = {key: {"na": REASON} if symbol == _NA else {"level": symbol - 1} for key, symbol in given if symbol}
    ratings = iter(symbols[len(layout.indicators) :])
    gap = {area: {key: rating - 1 for key in RATINGS if (rating := next(ratings))} for area in layout.areas}
    return {"role": role, "answers": answers, "gap": {area: rating for area, rating in gap.items() if rating}}


def _width(radices: Sequence[int]) -> int:
    """Return how many bytes hold the largest number of these radices."""
    size = 1
    for radix in radices:
        size *= radix
    return ((size - 1).bit_length() + 7) // 8


def _pack(symbols: Sequence[int], radices: Sequence[int]) -> bytes:
    number = 0
    for symbol, radix in zip(reversed(symbols), reversed(radices), strict=True):
        number = number * radix + symbol
    return number.to_bytes(_width(radices), "little")


def _unpack(data: bytes, radices: Sequence[int]) -> list[int]:
    number, symbols = int.from_bytes(data, "little"), []
    for radix in radices:
        number, symbol = divmod(number, radix)
        symbols.append(symbol)
    if number or len(data) != _width(radices):
        raise ValueError
    return symbols


def _contents(file: dict[str, Any]) -> dict[str, Any]:
    responses = [
        {
            "role": response["role"],
            "levels": {key: answer.get("level", "na") for key, answer in response["answers"].items()},
            "gap": response["gap"],
        }
        for response in file["responses"]
    ]
    return {"model": file["model"], "form": file["form"], "profile": file["profile"], "responses": responses}
