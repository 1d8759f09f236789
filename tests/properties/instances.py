"""Random small instances that use every rule and every priority, feasible or not."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Literal

from hypothesis import strategies as st

from reassign.domain.instance import Instance
from reassign.domain.policy import (
    DEFAULT_ORDER,
    BranchLimit,
    Level,
    Limits,
    MemberFilter,
    Policy,
    Priority,
    Quota,
    single_level,
)
from reassign.domain.roster import Branch, Member
from tests.builders import branch, instance, member

UNITS = ("P1", "P2")
AREAS = ("KP 1", "KP 2", "Ấp Đông")
FIELDS = ("an ninh", "môi trường")
POSTS = ("bí thư", "trưởng khu phố")
SIZES = st.sampled_from((1, 3, 6, 2, 4, 5, 6, 4, 5))
OLD_BRANCHES = ("cũ 1", "cũ 2")


class Feature(StrEnum):
    """What an instance may contain."""

    UNITS = "units"
    LIMITS = "limits"
    PINS = "pins"
    EXCLUSIONS = "exclusions"
    TOGETHER = "together"
    APART = "apart"
    QUOTAS = "quotas"
    REPLAN = "replan"
    SHORTFALL = "shortfall"
    WEIGHTS = "weights"
    MISSING = "missing"


EVERY_FEATURE = frozenset(Feature)


@st.composite
def instances(
    draw: st.DrawFn,
    *,
    most_members: int = 6,
    most_branches: int = 3,
    features: frozenset[Feature] = EVERY_FEATURE,
    priorities: Sequence[Priority] = DEFAULT_ORDER,
) -> Instance:
    """An instance with a random part of the allowed features and all priorities in random order."""
    allowed = [feature for feature in Feature if feature in features]
    features = frozenset(draw(st.lists(st.sampled_from(allowed), max_size=4)) if allowed else ())
    units = UNITS if Feature.UNITS in features else UNITS[:1]
    branches = [
        draw(branches_of(f"b{index}", units, features)) for index in range(1, draw(st.integers(1, most_branches)) + 1)
    ]
    lineage = draw(lineages(branches)) if Feature.REPLAN in features else []
    incumbents = [place.id for place in branches] + sorted({old for old, _ in lineage}) if lineage else []
    homes = sorted({place.unit for place in branches})
    members = [
        draw(members_of(f"m{index}", homes, branches, incumbents, features))
        for index in range(1, min(most_members, draw(SIZES)) + 1)
    ]
    return instance(
        members,
        branches,
        policy=draw(policies(branches, features, priorities)),
        seed=draw(st.integers(0, 3)),
        lineage=lineage,
        distances=draw(st.one_of(st.none(), distances(members, branches, features))),
    )


def branches_of(identity: str, units: Sequence[str], features: frozenset[Feature]) -> st.SearchStrategy[Branch]:
    """A branch with everything a priority may ask for."""
    has_limits = Feature.LIMITS in features
    return st.builds(
        branch,
        st.just(identity),
        st.sampled_from(units),
        name=st.sampled_from(AREAS),
        areas=st.lists(st.sampled_from(AREAS), min_size=1, max_size=2, unique=True).map(tuple),
        min=st.sampled_from((None, None, 0, 1, 2)) if has_limits else st.none(),
        max=st.sampled_from((None, None, 1, 2, 3)) if has_limits else st.none(),
        members_now=st.one_of(st.none(), st.integers(0, 3)),
        needs=st.lists(st.sampled_from(FIELDS), max_size=2, unique=True).map(tuple),
        special=st.booleans(),
        committee_vacancies=st.integers(0, 2),
        vacant_posts=st.lists(st.sampled_from(POSTS), max_size=3).map(tuple),
        latitude=st.one_of(st.none(), latitudes),
        longitude=longitudes,
    )


def members_of(
    identity: str,
    units: Sequence[str],
    branches: Sequence[Branch],
    incumbents: Sequence[str],
    features: frozenset[Feature],
) -> st.SearchStrategy[Member]:
    """A member of one of the units; references are to branches that exist."""
    ids = [place.id for place in branches]
    no_ids: st.SearchStrategy[tuple[str, ...]] = st.just(())
    no_labels: st.SearchStrategy[tuple[str, ...]] = st.just(())
    labels = st.sampled_from(((), (), ("x",), ("y",), ("x", "y")))
    return st.builds(
        member,
        st.just(identity),
        st.sampled_from(units),
        status=st.sampled_from(("official", "probationary")),
        residence_unit=st.sampled_from(("", *UNITS, "P9")),
        residence_area=st.sampled_from(("", *AREAS)),
        fields=st.lists(st.sampled_from(FIELDS), max_size=2, unique=True).map(tuple),
        in_charge_of=st.lists(st.sampled_from((*ids, *AREAS)), max_size=1).map(tuple),
        key_cadre=st.booleans(),
        committee_eligible=st.booleans(),
        eligible_posts=st.lists(st.sampled_from(POSTS), max_size=2, unique=True).map(tuple),
        exempt=st.booleans(),
        current_branch_id=st.one_of(st.none(), st.sampled_from(incumbents)) if incumbents else st.none(),
        pinned_branch_id=(st.sampled_from((None, None, None, *ids)) if Feature.PINS in features else st.none()),
        excluded_branch_ids=(
            st.lists(st.sampled_from(ids), max_size=1).map(tuple) if Feature.EXCLUSIONS in features else no_ids
        ),
        together=labels if Feature.TOGETHER in features else no_labels,
        apart=labels if Feature.APART in features else no_labels,
        latitude=st.one_of(st.none(), latitudes),
        longitude=longitudes,
    )


latitudes = st.sampled_from((10.77, 10.7712, 10.783))
longitudes = st.sampled_from((106.69, 106.7004))


@st.composite
def lineages(draw: st.DrawFn, branches: Sequence[Branch]) -> list[tuple[str, str]]:
    """Old branches, and sometimes one that goes on to exist, with their successors."""
    olds = (*OLD_BRANCHES, branches[0].id)
    steps = st.tuples(st.sampled_from(olds), st.sampled_from([place.id for place in branches]))
    return draw(st.lists(steps, min_size=1, max_size=4, unique=True))


@st.composite
def distances(
    draw: st.DrawFn, members: Sequence[Member], branches: Sequence[Branch], features: frozenset[Feature]
) -> Mapping[str, Mapping[str, int]]:
    """A table of small distances, with pairs absent if allowed."""
    cells = (
        st.one_of(st.integers(0, 3), st.integers(0, 3), st.none()) if Feature.MISSING in features else st.integers(0, 3)
    )
    table: dict[str, dict[str, int]] = {}
    for person in members:
        for place in branches:
            value = draw(cells)
            if value is not None:
                table.setdefault(person.id, {})[place.id] = value
    return table


@st.composite
def policies(
    draw: st.DrawFn, branches: Sequence[Branch], features: frozenset[Feature], priorities: Sequence[Priority]
) -> Policy:
    """A policy that orders the priorities at random."""
    order, is_order_given = draw(orders(features, priorities))
    return Policy(
        scope=draw(st.sampled_from(("unit", "unit", "any"))),
        limits=draw(limits(branches, features)),
        order=order,
        is_order_given=is_order_given,
        needs_weights=draw(st.sampled_from(({}, {FIELDS[0]: 3}, {FIELDS[0]: 0, FIELDS[1]: 2}))),
        balance_count=draw(st.sampled_from(("received", "total"))),
        distance_missing=draw(st.sampled_from(("zero", "forbidden"))) if Feature.MISSING in features else "zero",
        quotas=tuple(draw(st.lists(quotas(branches), min_size=1, max_size=2))) if Feature.QUOTAS in features else (),
        protect=draw(st.one_of(st.none(), filters)) if Feature.REPLAN in features else None,
        is_shortfall_allowed=Feature.SHORTFALL in features,
        max_moves=draw(st.one_of(st.none(), st.integers(0, 3))) if Feature.REPLAN in features else None,
    )


@st.composite
def orders(
    draw: st.DrawFn, features: frozenset[Feature], priorities: Sequence[Priority]
) -> tuple[tuple[Level, ...], bool]:
    """Levels and whether the policy named them; some priorities share a weighted level, some may be absent."""
    shuffled = draw(st.permutations(priorities))
    if draw(st.booleans()):
        return tuple(single_level(priority) for priority in shuffled), False
    shuffled = shuffled[: draw(st.integers(0, len(shuffled)))]
    levels: list[Level] = []
    while shuffled:
        size = draw(st.integers(1, 3)) if Feature.WEIGHTS in features else 0
        group, shuffled = shuffled[: max(1, size)], shuffled[max(1, size) :]
        terms = tuple((priority, draw(st.integers(0, 3)) if size else 1) for priority in group)
        levels.append(Level(terms, is_weighted=bool(size)))
    return tuple(levels), True


@st.composite
def limits(draw: st.DrawFn, branches: Sequence[Branch], features: frozenset[Feature]) -> Limits:
    """Defaults of the policy and, sometimes, an exception for one branch."""
    if Feature.LIMITS not in features:
        return Limits(min=draw(st.sampled_from((0, 1))), max=None)
    exceptions = st.builds(
        BranchLimit,
        min=st.sampled_from((None, 0, 1)),
        max=st.sampled_from((None, 1, 2)),
        is_unlimited=st.booleans(),
    )
    return Limits(
        min=draw(st.sampled_from((0, 1, 1))),
        max=draw(st.sampled_from((None, 2, 3, 7))),
        branches=draw(st.dictionaries(st.sampled_from([place.id for place in branches]), exceptions, max_size=1)),
    )


filters = st.sampled_from(
    (
        MemberFilter((("status", "official"),)),
        MemberFilter((("key_cadre", True),)),
        MemberFilter((("fields", FIELDS[0]), ("exempt", False))),
    )
)


def quotas(branches: Sequence[Branch]) -> st.SearchStrategy[Quota]:
    """Bounds on matching members in all, special or listed branches."""
    scopes: list[Literal["all", "special"] | tuple[str, ...]] = ["all", "special", (branches[0].id,)]
    return st.builds(
        Quota,
        members=filters,
        branches=st.sampled_from(scopes),
        min=st.sampled_from((None, 0, 1)),
        max=st.sampled_from((None, None, 1, 2)),
    )
