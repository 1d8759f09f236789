"""Every conflict is true, and no rule of it could be left out: by enumeration of what the named rules alone allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import assume, event, given

from reassign.domain.instance import Instance
from reassign.domain.plan import Cause, Conflict
from reassign.domain.policy import Quota
from reassign.insight.infeasible import conflicts_of
from reassign.model.component import Component, split
from tests.properties.instances import instances
from tests.properties.oracle import candidates, feasible_plans


def is_plain(asked: Instance) -> bool:
    """Whether no pin contradicts an exclusion of the same pair, which is bad input and no question."""
    return not any(pair in asked.exclusions for pair in asked.pins.items())


def failing(asked: Instance) -> list[tuple[Instance, Component]]:
    """The components without a placement, each with the question of its members and all branches in force there."""
    found = []
    for component in split(asked):
        own = {branch.id for branch in component.branches}
        alone = replace(
            asked,
            members=component.members,
            minimum={branch: least if branch in own else 0 for branch, least in asked.minimum.items()},
            maximum={branch: most if branch in own else None for branch, most in asked.maximum.items()},
            policy=replace(
                asked.policy, quotas=tuple(quota_within(asked, quota, own) for quota in asked.policy.quotas)
            ),
        )
        if next(feasible_plans(alone), None) is None:
            found.append((alone, component))
    return found


def concerned(asked: Instance, quota: Quota) -> tuple[str, ...]:
    return tuple(
        branch.id
        for branch in asked.branches
        if quota.branches == "all" or (branch.special if quota.branches == "special" else branch.id in quota.branches)
    )


def quota_within(asked: Instance, quota: Quota, own: set[str]) -> Quota:
    return replace(quota, branches=tuple(branch for branch in concerned(asked, quota) if branch in own))


def only_by(asked: Instance, causes: Sequence[Cause]) -> Instance:
    """The question in which nothing but these rules holds."""
    named = {(cause.rule, cause.branch, cause.member) for cause in causes}
    labels = {(cause.rule, cause.label) for cause in causes}
    quotas = [asked.policy.quotas[cause.quota] for cause in causes if cause.rule == "quota"]
    bounds = [cause for cause in causes if cause.rule == "quota"]
    protected = {cause.member for cause in causes if cause.rule == "protect"}
    return replace(
        asked,
        members=tuple(
            replace(
                member,
                together=tuple(label for label in member.together if ("together", label) in labels),
                apart=tuple(label for label in member.apart if ("apart", label) in labels),
            )
            for member in asked.members
        ),
        minimum={branch: least if ("min", branch, "") in named else 0 for branch, least in asked.minimum.items()},
        maximum={branch: most if ("max", branch, "") in named else None for branch, most in asked.maximum.items()},
        # Whoever is protected and could move is pinned down by an exclusion of every move.
        pins={m: b for m, b in asked.pins.items() if ("pin", b, m) in named},
        exclusions=frozenset((m, b) for m, b in asked.exclusions if ("forbid", b, m) in named)
        | frozenset(
            (member, branch.id)
            for member in protected
            for branch in asked.branches
            if member in asked.incumbents
            and branch.id != asked.incumbents[member]
            and branch.id not in asked.successors.get(asked.incumbents[member], frozenset())
        ),
        policy=replace(
            asked.policy,
            protect=None,
            max_moves=asked.policy.max_moves if any(cause.rule == "max_moves" for cause in causes) else None,
            quotas=tuple(
                replace(
                    quota,
                    branches=(cause.branch,),
                    min=quota.min if cause.bound == "min" else None,
                    max=quota.max if cause.bound == "max" else None,
                )
                for quota, cause in zip(quotas, bounds, strict=True)
            ),
        ),
    )


def is_possible(asked: Instance, causes: Sequence[Cause]) -> bool:
    question = only_by(asked, causes)
    protected = {cause.member for cause in causes if cause.rule == "protect"}
    pinned_move = any(
        (member, branch) in question.exclusions for member, branch in question.pins.items() if member in protected
    )
    return not pinned_move and next(feasible_plans(question), None) is not None


def is_counted(asked: Instance, conflict: Conflict) -> bool:
    """Whether members and places come out as the conflict says, counted anew."""
    branches = set(conflict.branches)
    reach = {member.id: set(candidates(asked, member)) for member in asked.members}
    if conflict.kind == "too_many_members":
        room = [asked.maximum[branch] for branch in conflict.branches]
        limits = [most for most in room if most is not None]
        return (
            len(limits) == len(room)
            and all(reach[member] <= branches for member in conflict.members)
            and conflict.need == len(conflict.members) > conflict.have == sum(limits)
        )
    able = {member for member, found in reach.items() if found & branches}
    need = sum(asked.minimum[branch] for branch in conflict.branches)
    return set(conflict.members) == able and conflict.need == need > conflict.have == len(able)


@given(instances())
def test_what_has_no_plan_has_a_conflict_and_every_conflict_is_true(asked: Instance) -> None:
    assume(is_plain(asked))
    for alone, component in failing(asked):
        found = conflicts_of(component)
        assert found
        for conflict in found:
            event(conflict.kind)
            if conflict.kind == "rules":
                assert not is_possible(alone, conflict.causes), conflict
            else:
                assert is_counted(asked, conflict), conflict


@given(instances())
def test_no_rule_of_a_conflict_can_be_left_out(asked: Instance) -> None:
    assume(is_plain(asked))
    for alone, component in failing(asked):
        for conflict in conflicts_of(component):
            for cause in conflict.causes:
                event(cause.rule)
                others = [one for one in conflict.causes if one != cause]
                assert is_possible(alone, others), (cause, conflict)


@given(instances())
def test_conflicts_of_rules_share_no_rule(asked: Instance) -> None:
    assume(is_plain(asked))
    for _, component in failing(asked):
        counts = Counter(cause for conflict in conflicts_of(component) for cause in conflict.causes)
        assert set(counts.values()) <= {1}


@given(instances())
def test_a_component_with_a_placement_has_no_conflict(asked: Instance) -> None:
    assume(is_plain(asked))
    bad = {id(component) for _, component in failing(asked)}
    for component in split(asked):
        if id(component) not in bad and next(feasible_plans(asked), None) is not None:
            assert conflicts_of(component) == ()
