"""The implementation gap: does what is learnt in VET meet what work needs and applies (model, section 3)."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypedDict

from vetwork_benchmark.answers import GapRating, Response
from vetwork_benchmark.indicators import mean
from vetwork_benchmark.limits import reaches
from vetwork_benchmark.model import Model

HIGH = 2.5
_FIELDS = {
    (False, True): "close-the-gap",
    (True, True): "keep",
    (True, False): "use-or-slim",
    (False, False): "watch",
}
_LEARNT_BY = ("vet-provider", "learner")
_NEEDED_BY = ("company", "learner")


class Shares(TypedDict):
    """Shares (0-1) of the respondents that rated both: work needs more, the same, less than was learnt."""

    more_needed: float
    equal: float
    more_learnt: float


class Area(TypedDict):
    """One area: L and N on 0-4, gap N - L on -4..4, priority N (N - L), its field, and the two halves of a split N."""

    learnt: float
    needed: float
    gap: float
    priority: float
    field: str
    provision_gap: float | None
    transfer_gap: float | None
    shares: Shares | None


class GapIndex(TypedDict):
    """Under-provision U, under-use V, index U + V, match 100 - index, net U - V, each in points of 100."""

    under_provision: float | None
    under_use: float | None
    index: float | None
    match: float | None
    net: float | None


class Gap(GapIndex):
    """The gap module of a result; `areas` holds those with at least one L and one N."""

    scored: bool
    single_perspective: bool
    areas: dict[str, Area]


@dataclass(frozen=True, slots=True)
class _Area:
    """All ratings of one area, as far as the role of the respondent counts for them."""

    learnt: list[int] = field(default_factory=list)
    needed: list[float] = field(default_factory=list)
    split: list[tuple[int, int]] = field(default_factory=list)
    signs: list[int] = field(default_factory=list)


def gap_index(gaps: Sequence[float], weights: Sequence[float]) -> GapIndex:
    """Return the index of gaps g = N - L with positive weights.

    U = 100 sum(w max(g, 0)) / (4 sum(w)); V = 100 sum(w max(-g, 0)) / (4 sum(w)). U and V can cancel out in the net
    figure, so both are given.
    """
    most = 4 * sum(weights)
    under = 100 * sum([weight * max(gap, 0.0) for gap, weight in zip(gaps, weights, strict=True)]) / most
    unused = 100 * sum([weight * max(-gap, 0.0) for gap, weight in zip(gaps, weights, strict=True)]) / most
    return {
        "under_provision": under,
        "under_use": unused,
        "index": under + unused,
        "match": 100 - under - unused,
        "net": under - unused,
    }


def discrepancy(learnt: Sequence[float], needed: Sequence[float]) -> float:
    """Return the mean over respondents of (N_r - L_r), times the mean N (Borich's weighted discrepancy score)."""
    return mean([work - school for work, school in zip(needed, learnt, strict=True)]) * mean(needed)


def gap_of(responses: Iterable[Response], model: Model) -> Gap:
    """Return the gap module of all responses (model, section 3; design, section 5).

    L is the mean over provider and learners that rate it, N over company and learners. Where only one role answered the
    module, its own ratings serve for both and the result is a single perspective. The index needs the share of areas
    and the number per group that the model asks for.
    """
    rated = [(response.role, response.gap) for response in responses if response.gap]
    roles = {role for role, _ in rated}
    single = len(roles) == 1
    found: dict[str, _Area] = {}
    for role, ratings in rated:
        for key, rating in ratings.items():
            area = found.setdefault(key, _Area())
            _add(area, rating, single or role in _LEARNT_BY, single or role in _NEEDED_BY)
    areas = {area.id: found[area.id] for area in model.gap_areas if area.id in found}
    counted = {key: _area(area) for key, area in areas.items() if area.learnt and area.needed}
    scored = _enough(counted, model)
    index = gap_index([area["gap"] for area in counted.values()], [1.0] * len(counted)) if scored else _NO_INDEX
    return {"scored": scored, "single_perspective": single, **index, "areas": counted}


_NO_INDEX: GapIndex = {"under_provision": None, "under_use": None, "index": None, "match": None, "net": None}


def _add(area: _Area, rating: GapRating, gives_learnt: bool, gives_needed: bool) -> None:
    needed = _needed(rating)
    if rating.learnt is not None and gives_learnt:
        area.learnt.append(rating.learnt)
    if needed is not None and gives_needed:
        area.needed.append(needed)
        if rating.needed is not None and rating.applied is not None:
            area.split.append((rating.needed, rating.applied))
    if rating.learnt is not None and needed is not None:
        area.signs.append((needed > rating.learnt) - (needed < rating.learnt))


def _needed(rating: GapRating) -> float | None:
    """Return N of one respondent: the mean of needed and applied where both are given, else the one that is."""
    if rating.needed is None or rating.applied is None:
        return rating.applied if rating.needed is None else rating.needed
    return (rating.needed + rating.applied) / 2


def _area(area: _Area) -> Area:
    learnt, needed = mean(area.learnt), mean(area.needed)
    provision, transfer = _halves(area, learnt)
    return {
        "learnt": learnt,
        "needed": needed,
        "gap": needed - learnt,
        "priority": needed * (needed - learnt),
        "field": _FIELDS[reaches(learnt, HIGH), reaches(needed, HIGH)],
        "provision_gap": provision,
        "transfer_gap": transfer,
        "shares": _shares(area.signs),
    }


def _halves(area: _Area, learnt: float) -> tuple[float | None, float | None]:
    """Return provision gap N1 - L and transfer gap min(L, N1) - N2 over the respondents that split N, if any."""
    if not area.split:
        return None, None
    needed, applied = mean([split[0] for split in area.split]), mean([split[1] for split in area.split])
    return needed - learnt, min(learnt, needed) - applied


def _shares(signs: Sequence[int]) -> Shares | None:
    if not signs:
        return None
    n = len(signs)
    return {"more_needed": signs.count(1) / n, "equal": signs.count(0) / n, "more_learnt": signs.count(-1) / n}


def _enough(counted: Collection[str], model: Model) -> bool:
    groups = [model.gap_area[key].group for key in counted]
    per_group = all(groups.count(group) >= model.gap_per_group for group in {area.group for area in model.gap_areas})
    return bool(groups) and per_group and reaches(len(groups) / len(model.gap_areas), model.gap_share)
