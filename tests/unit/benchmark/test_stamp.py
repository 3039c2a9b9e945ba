"""The stamp of a result, and the canonical form its hashes are made of."""

from hashlib import sha256
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vetwork_benchmark import __version__
from vetwork_benchmark.answers import AnswerFile, Level, Response
from vetwork_benchmark.model import load_model
from vetwork_benchmark.stamp import digest, stamp

MODEL = load_model()
FILE = AnswerFile(MODEL.id, "full", None, {}, (Response("company", {"joint-assessment": Level(3)}),))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def hash_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:16]


@pytest.mark.parametrize(
    ("value", "canonical"),
    [
        ({"b": 1, "a": [None, True]}, '{"a":[null,true],"b":1}'),
        ({"é": "ü"}, '{"é":"ü"}'),
        (1 / 3, "0.3333333333333333"),
        (1.0, "1.0"),
        ([], "[]"),
    ],
)
def test_canonical_form(value: object, canonical: str) -> None:
    assert digest(value) == hash_of(canonical)


def test_stamp_names_model_scorer_and_hashes() -> None:
    answers = (
        '{"form":"full","format":"vetwork-answers/1","model":"vetwork/1",'
        '"responses":[{"answers":{"joint-assessment":{"level":3}},"role":"company"}]}'
    )
    assert stamp({"score": 50.0}, FILE, MODEL, digest({"id": "vetwork/1"})) == {
        "model": "vetwork/1",
        "model_hash": hash_of('{"id":"vetwork/1"}'),
        "scorer": __version__,
        "answers_hash": hash_of(answers),
        "result_hash": hash_of('{"score":50.0}'),
    }


def test_half_of_a_surrogate_pair_can_be_hashed() -> None:
    assert digest({"title": "\ud83d"}) != digest({"title": "\ud83e"})


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_json_is_a_defect(value: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        digest(value)


@given(st.dictionaries(st.text(), VALUES, max_size=6), st.randoms())
def test_order_of_keys_does_not_matter(value: dict[str, Any], random: Any) -> None:
    assert digest(dict(random.sample(list(value.items()), len(value)))) == digest(value)


@given(VALUES, VALUES)
def test_another_value_has_another_hash(value: object, other: object) -> None:
    assert (digest(value) == digest(other)) is (repr_of(value) == repr_of(other))


def repr_of(value: object) -> str:
    """Return a text that differs where JSON texts differ: keys sorted, 1, 1.0 and true told apart."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{key!r}:{repr_of(value[key])}" for key in sorted(value)) + "}"
    return "[" + ",".join(map(repr_of, value)) + "]" if isinstance(value, list) else repr(value)
