"""Share codes: levels and profile come back, everything else is refused with a word on why."""

import string
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import crc32
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark.answers import Answer, AnswerFile, GapRating, Level, Missing, NotApplicable, Response
from vetwork_benchmark.errors import AnswerError
from vetwork_benchmark.model import load_model
from vetwork_benchmark.parsing import parse_answers
from vetwork_benchmark.share import LONGEST_CODE, decode_share, encode_share

MODEL = load_model()
AREAS = [area.id for area in MODEL.gap_areas]
PROFILE = {
    "country": "ES",
    "sector": "C",
    "size": "10-49",
    "wbl_model": "apprenticeship",
    "track": "initial",
    "eqf_level": 4,
    "period": "2026",
}
SHARED = [key for key in PROFILE if key != "eqf_level"]


def file_of(*responses: Response, form: str = "full", profile: dict[str, Any] | None = None) -> AnswerFile:
    return AnswerFile(MODEL.id, form, None, profile or {}, responses)


def asked(role: str) -> list[str]:
    return [item.id for item in MODEL.indicators if role in item.roles]


def full(role: str) -> Response:
    answers = {key: Level(place % 5, "a note", 4) for place, key in enumerate(asked(role))}
    return Response(role, answers, {area: GapRating(place % 5, 3, 4) for place, area in enumerate(AREAS)})


PAIR = file_of(*map(full, MODEL.roles), profile=PROFILE)
SMALL = file_of(Response("company", {"joint-assessment": Level(3)}, {"digital": GapRating(needed=0)}))


def bytes_of(code: str) -> bytes:
    return urlsafe_b64decode(code[3:] + "==")[:-4]


def code_of(body: bytes) -> str:
    """Return the code of any bytes, with a right checksum."""
    checked = body + crc32(body).to_bytes(4, "little")
    return "v1." + urlsafe_b64encode(checked).decode().rstrip("=")


def fault_codes(code: object) -> list[str]:
    with pytest.raises(AnswerError) as caught:
        decode_share(code, MODEL)
    return [fault.code for fault in caught.value]


def test_a_pair_with_learners_and_gap_fits_into_a_link() -> None:
    code = encode_share(PAIR, MODEL)["code"]
    assert len(code) <= 230
    assert set(code) <= set(string.ascii_letters + string.digits + "-_.")


def test_contents_say_what_a_reader_will_see() -> None:
    file = file_of(
        Response(
            "vet-provider",
            {
                "partnership-agreement": Level(3, "kept at home", 4),
                "learner-status-and-compensation": NotApplicable("kept at home"),
                "joint-assessment": Missing("kept at home", 2),
            },
            {"digital": GapRating(0, None, 4)},
        ),
        form="short",
        profile=PROFILE | {"learners": 35},
    )
    shared = encode_share(replace(file, lang="es"), MODEL)
    assert shared["contents"] == {
        "model": "vetwork/1",
        "form": "short",
        "profile": PROFILE,
        "responses": [
            {
                "role": "vet-provider",
                "levels": {"partnership-agreement": 3, "learner-status-and-compensation": "na"},
                "gap": {"digital": {"learnt": 0, "applied": 4}},
            }
        ],
    }
    assert decode_share(shared["code"], MODEL) == {
        "format": "vetwork-answers/1",
        "model": "vetwork/1",
        "form": "short",
        "profile": PROFILE,
        "responses": [
            {
                "role": "vet-provider",
                "answers": {"partnership-agreement": {"level": 3}, "learner-status-and-compensation": {"na": "-"}},
                "gap": {"digital": {"learnt": 0, "applied": 4}},
            }
        ],
    }


def test_a_code_of_version_one_can_be_read_for_ever() -> None:
    code = "v1.dmV0d29yay8x__________xc-cIAAwAAABq0iPNXQNQkX5Q_GwAAAAAAAAAAAAAAAAAAAAAAq9s45g"
    assert encode_share(SMALL, MODEL)["code"] == code
    assert decode_share(code, MODEL)["responses"] == [
        {"role": "company", "answers": {"joint-assessment": {"level": 3}}, "gap": {"digital": {"needed": 0}}}
    ]


def test_too_many_responses_for_a_link_are_refused() -> None:
    with pytest.raises(AnswerError) as caught:
        encode_share(file_of(*[full("company")] * 250), MODEL)
    assert [(fault.place, fault.code, fault.values) for fault in caught.value] == [
        ("responses", "too-large", {"limit": LONGEST_CODE})
    ]


def test_a_hundred_responses_fit() -> None:
    assert len(decode_share(encode_share(file_of(*[full("company")] * 100), MODEL)["code"], MODEL)["responses"]) == 100


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (None, "bad-share-code"),
        (7, "bad-share-code"),
        ("", "bad-share-code"),
        ("v1.", "bad-share-code"),
        ("v1.A", "bad-share-code"),
        ("v1.AAAAAAA", "bad-share-code"),
        ("v0.AAAAAAA", "bad-share-code"),
        ("v01" + encode_share(SMALL, MODEL)["code"][2:], "bad-share-code"),
        ("x1.AAAA", "bad-share-code"),
        ("v\u0661.AAAA", "bad-share-code"),
        ("v1.A*AA", "bad-share-code"),
        ("v2.anything", "newer-share-code"),
        ("v9999.", "newer-share-code"),
        ("v99999.", "bad-share-code"),
        ("v1." + "A" * LONGEST_CODE, "bad-share-code"),
        (encode_share(SMALL, MODEL)["code"] + "=", "bad-share-code"),
        (encode_share(SMALL, MODEL)["code"] + "\n", "bad-share-code"),
        (encode_share(SMALL, MODEL)["code"][:-1], "bad-share-code"),
    ],
)
def test_what_is_no_code_is_refused(code: object, expected: str) -> None:
    assert fault_codes(code) == [expected]


@pytest.mark.parametrize("file", [SMALL, PAIR], ids=["small", "pair"])
def test_every_change_of_one_character_is_found(file: AnswerFile) -> None:
    code = encode_share(file, MODEL)["code"]
    characters = string.ascii_letters + string.digits + "-_" if file is SMALL else "AB_8"
    for place in range(len(code)):
        for character in characters:
            if character != code[place]:
                changed = code[:place] + character + code[place + 1 :]
                assert fault_codes(changed) in (["bad-share-code"], ["newer-share-code"]), changed


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda body: b"", ["bad-share-code"]),
        (lambda body: body[:20], ["bad-share-code"]),
        (lambda body: body[:-1], ["bad-share-code"]),
        (lambda body: body + b"\x00", ["bad-share-code"]),
        (lambda body: body + b"\x09", ["bad-share-code"]),
        (lambda body: body[:21] + b"\xfe" * (len(body) - 21), ["bad-share-code"]),
        (lambda body: body[:22] + b"\xff" * (len(body) - 22), ["bad-share-code"]),
        (lambda body: body[:20] + b"\x12" + body[21:], ["bad-share-code"]),
        (lambda body: b"\xc3" + body, ["bad-share-code"]),
        (lambda body: body.replace(b"vetwork/1", b"vetwork/2"), ["newer-model"]),
        (lambda body: body.replace(b"vetwork/1", b"another/1"), ["other-model"]),
        (lambda body: body[:16] + b"\x00\x00\x00\x00" + body[20:], ["other-model"]),
        (lambda body: body.replace(b"vetwork/1\xff\xff\xff", b"vetwork/1\xff\xffS\xff"), []),
        (lambda body: body.replace(b"vetwork/1\xff\xff\xff", b"vetwork/1\xff\xff\xffS"), ["unknown-size"]),
        (lambda body: body.replace(b"vetwork/1\xff", b"vetwork/1\xff" + b"S" * 81), ["text-too-long"]),
    ],
)
def test_a_forged_checksum_does_not_help(change: Callable[[bytes], bytes], expected: list[str]) -> None:
    body = bytes_of(encode_share(SMALL, MODEL)["code"])
    changed = code_of(change(body))
    if expected:
        assert fault_codes(changed) == expected
    else:
        assert decode_share(changed, MODEL)["profile"] == {"sector": "S"}


def test_another_edition_of_the_model_is_named() -> None:
    edition = replace(MODEL, indicators=MODEL.indicators[::-1])
    with pytest.raises(AnswerError, match="another edition of the model vetwork/1"):
        decode_share(encode_share(SMALL, edition)["code"], MODEL)


def test_weights_are_no_part_of_the_layout() -> None:
    heavier = replace(MODEL, indicators=tuple(replace(item, weight=2.0) for item in MODEL.indicators))
    code = encode_share(SMALL, heavier)["code"]
    assert code == encode_share(SMALL, MODEL)["code"]


def answers(role: str) -> st.SearchStrategy[dict[str, Answer]]:
    level = st.builds(Level, st.integers(0, 4), st.none() | st.text(max_size=5), st.none() | st.integers(0, 4))
    every = st.dictionaries(st.sampled_from(asked(role)), level | st.just(Missing()), max_size=12)
    na = [item.id for item in MODEL.indicators if item.na and role in item.roles]
    return st.tuples(every, st.dictionaries(st.sampled_from(na), st.just(NotApplicable("why")))).map(
        lambda parts: parts[0] | parts[1]
    )


LEVELS = st.none() | st.integers(0, 4)
RATINGS = st.builds(GapRating, LEVELS, LEVELS, LEVELS).filter(lambda rating: rating != GapRating())
GAPS = st.dictionaries(st.sampled_from(AREAS), RATINGS, max_size=8)
RESPONSES = st.sampled_from(MODEL.roles).flatmap(lambda role: st.builds(Response, st.just(role), answers(role), GAPS))
TEXT = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40)
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        **{key: TEXT for key in SHARED if key != "size"},
        "size": st.sampled_from(["1-9", "10-49", "50-249", "250+"]),
        "eqf_level": st.integers(1, 8),
        "learners": st.integers(0, 999),
    },
)
FILES = st.builds(
    lambda responses, form, profile: file_of(*responses, form=form, profile=profile),
    st.lists(RESPONSES, max_size=3),
    st.sampled_from(["full", "short"]),
    PROFILES,
)


def levels_of(file: AnswerFile) -> list[tuple[str, dict[str, int | str], dict[str, GapRating]]]:
    """Return what a code keeps of the responses."""
    return [
        (
            item.role,
            {key: answer.level for key, answer in item.answers.items() if isinstance(answer, Level)}
            | {key: "na" for key, answer in item.answers.items() if isinstance(answer, NotApplicable)},
            dict(item.gap),
        )
        for item in file.responses
    ]


@given(FILES)
def test_levels_form_and_profile_come_back(file: AnswerFile) -> None:
    found = parse_answers(decode_share(encode_share(file, MODEL)["code"], MODEL), MODEL)
    assert levels_of(found) == levels_of(file)
    assert found.form == file.form
    assert dict(found.profile) == {key: value for key, value in file.profile.items() if key != "learners"}


@given(FILES)
def test_a_code_is_the_only_one_of_its_contents(file: AnswerFile) -> None:
    code = encode_share(file, MODEL)["code"]
    assert encode_share(parse_answers(decode_share(code, MODEL), MODEL), MODEL)["code"] == code


@given(st.text() | st.from_regex(r"v1\.[A-Za-z0-9_-]{0,80}", fullmatch=True))
def test_any_text_is_refused_without_a_crash(text: str) -> None:
    with pytest.raises(AnswerError):
        decode_share(text, MODEL)


@given(st.binary(max_size=60), st.integers(0, 200))
def test_any_bytes_behind_a_right_checksum_are_an_answer_file_or_a_fault(tail: bytes, cut: int) -> None:
    code = code_of(bytes_of(encode_share(PAIR, MODEL)["code"])[:cut] + tail)
    with suppress(AnswerError):
        parse_answers(decode_share(code, MODEL), MODEL)
