"""What hypothesis draws: answers to the published model, models with any weights, and arbitrary JSON."""

from typing import Any

from hypothesis import settings
from hypothesis import strategies as st

from tests.unit.benchmark.answer_files import (
    COMPANY,
    FORMAT,
    LEARNER,
    PROVIDER,
    answer_data,
    published,
    small_model_data,
)

FEW = settings(max_examples=20)
SOME = settings(max_examples=100)
ROLES = (PROVIDER, COMPANY, LEARNER)
LEVELS = st.integers(0, 4)
MODEL = published()
WEIGHTS = st.floats(0.001, 1000)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
PROFILES = st.fixed_dictionaries(
    {},
    optional={
        "country": TEXTS,
        "sector": TEXTS,
        "size": st.sampled_from(["1-9", "10-49", "50-249", "250+"]),
        "wbl_model": TEXTS,
        "track": TEXTS,
        "eqf_level": st.integers(1, 8),
        "learners": st.integers(0, 10**9),
        "period": TEXTS,
    },
)


def answer_of(byte: int, na: bool, text: str) -> dict[str, Any] | None:
    """Return the answer that a byte stands for: mostly levels, else missing, not applicable, or none at all."""
    kind, target = byte % 12, byte // 12 % 5
    if kind < 6:
        return {"level": kind} if kind < 5 else {"level": target, "evidence": text, "target": target}
    if kind < 8:
        return {"missing": True} if kind == 6 else {"missing": True, "evidence": text, "target": target}
    return {"na": f"because {text}"} if kind == 8 and na else None


def rating_of(byte: int) -> dict[str, int]:
    """Return the rating that a byte stands for, each of its three levels or not."""
    levels = {"learnt": byte % 6, "needed": byte // 6 % 6, "applied": byte // 36}
    return {key: level for key, level in levels.items() if level < 5}


def response_of(role: str, answers: bytes, ratings: bytes, text: str) -> dict[str, Any]:
    given = {
        item.id: answer_of(byte, item.na, text)
        for item, byte in zip(MODEL.indicators, answers, strict=True)
        if role in item.roles
    }
    gap = {area.id: rating_of(byte) for area, byte in zip(MODEL.gap_areas, ratings, strict=False)}
    return {
        "role": role,
        "answers": {name: answer for name, answer in given.items() if answer},
        "gap": {name: rating for name, rating in gap.items() if rating},
    }


def of_length(length: int) -> st.SearchStrategy[bytes]:
    return st.binary(min_size=length, max_size=length)


def responses(*roles: str) -> st.SearchStrategy[dict[str, Any]]:
    """Return responses to the published model, drawn as bytes: a strategy per answer would take seconds."""
    ratings = st.sampled_from([0, len(MODEL.gap_areas)]).flatmap(of_length)
    return st.builds(response_of, st.sampled_from(roles or ROLES), of_length(len(MODEL.indicators)), ratings, TEXTS)


def files(most: int = 4) -> st.SearchStrategy[dict[str, Any]]:
    given = st.lists(responses(), max_size=most)
    return st.builds(
        lambda found, form, lang, profile: answer_data(found, form=form, profile=profile) | lang,
        given,
        st.sampled_from(["full", "short"]),
        st.fixed_dictionaries({}, optional={"lang": st.sampled_from(["de", "pt-BR", ""])}),
        PROFILES,
    )


@st.composite
def weighted_models(draw: st.DrawFn) -> dict[str, Any]:
    """Return a small model with any positive weights."""
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    dimensions = {f"d{d}": {f"i{d}-{i}": draw(WEIGHTS) for i in range(size)} for d, size in enumerate(sizes)}
    return small_model_data(dimensions, {name: draw(WEIGHTS) for name in dimensions})


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from([FORMAT, "vetwork/1", "full", PROVIDER, "law", *(item.id for item in MODEL.indicators[:12])]),
)
KEYS = st.one_of(
    st.text(max_size=5),
    st.sampled_from(
        ["format", "model", "form", "responses", "lang", "profile", "role", "answers", "gap", "level", "na", "missing"]
    ),
    st.sampled_from(["evidence", "target", "learnt", "size", "eqf_level", "partnership-agreement", "teamwork"]),
    st.sampled_from(["file", "files", "before", "after", "code", "name", "arguments", "levels", "scores", "weights"]),
)
ANY_JSON = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=6), max_leaves=30
)


@st.composite
def damaged_files(draw: st.DrawFn) -> Any:
    """Return an answer file in which one or two values, at any depth, are replaced by arbitrary JSON."""
    data: Any = draw(files(2))
    for _ in range(draw(st.integers(1, 2))):
        place = data
        while isinstance(place, dict | list) and place:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            key = draw(st.sampled_from(keys))
            inner = place[key]
            if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
                place[key] = draw(ANY_JSON)
                break
            place = inner
    return data
