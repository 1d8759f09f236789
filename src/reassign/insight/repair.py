"""The smallest changes of bounds, pins and forbids that make a plan possible."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reassign.domain.errors import InternalError
from reassign.domain.instance import Instance
from reassign.domain.plan import Proof, Repair, RepairChange, weakest
from reassign.domain.policy import BranchLimit, Dropped, Policy, Quota
from reassign.model.component import Component, split
from reassign.model.elastic import Elastic, make_elastic
from reassign.model.formulate import formulate
from reassign.solve.clock import Clock
from reassign.solve.levels import settle_problem
from reassign.solve.problem import Integers, Problem, make_problem
from reassign.solve.tree import is_empty

MOST = 5
"""Repairs that are told."""

_TRIES = 24


def repairs_of(instance: Instance, failed: Sequence[Component], clock: Clock) -> tuple[Repair, ...]:
    """Smallest repairs of an infeasible instance, by their total change, then by what the policy changes more readily.

    All of them have the same, least total change in units of minima, maxima, pins, forbids and quotas, as far
    as the policy lets these flex; each was verified by solving with it. What cannot be proved in time is not told.

    Args:
        instance: The question.
        failed: Its components that have no placement.
        clock: When to stop.

    Raises:
        InternalError: A repair does not make a plan possible.
    """
    flexible = instance.policy.repair_flex
    wide = replace(
        instance,
        pins={} if "pin" in flexible else instance.pins,
        exclusions=frozenset() if "forbid" in flexible else instance.exclusions,
    )
    pins = instance.pins if "pin" in flexible else {}
    exclusions = instance.exclusions if "forbid" in flexible else frozenset()
    people = {member.id for component in failed for member in component.members}
    places = {branch.id for component in failed for branch in component.branches}
    ranked: list[Sequence[Repair]] = []
    for component in split(wide, tuple(pins.items())):
        is_concerned = any(member.id in people for member in component.members) or any(
            branch.id in places for branch in component.branches
        )
        if not is_concerned:
            continue
        found = _ranked(make_elastic(component, flexible, pins, exclusions), flexible, clock)
        if not found:
            return ()
        ranked.append(found)
    repairs = tuple(itertools.islice((_together(parts) for parts in _combinations(ranked)), MOST))
    for repair in repairs:
        if not _is_possible(repaired(instance, repair), clock):
            raise InternalError("repair-refuted")
    return repairs


def _is_possible(instance: Instance, clock: Clock) -> bool:
    """Whether a question has a placement; which one does not matter."""
    for component in split(instance):
        problem = make_problem(formulate(component, ()))
        nothing = np.zeros(component.pairs, dtype=np.int64)
        if is_empty(problem) or settle_problem(problem, (nothing,), clock, engine="quick") is None:
            return False
    return True


def repaired(instance: Instance, repair: Repair) -> Instance:
    """The question after a repair."""
    minimum, maximum = dict(instance.minimum), dict(instance.maximum)
    dropped = {(change.member, change.branch) for change in repair.changes if change.what in ("pin", "forbid")}
    for change in repair.changes:
        if change.what == "min":
            minimum[change.branch] = change.after
        elif change.what == "max":
            maximum[change.branch] = change.after
    return replace(
        instance,
        minimum=minimum,
        maximum=maximum,
        pins={member: branch for member, branch in instance.pins.items() if (member, branch) not in dropped},
        exclusions=instance.exclusions - dropped,
        policy=replace(instance.policy, quotas=repaired_quotas(instance, repair.changes)),
    )


def repaired_policy(policy: Policy, instance: Instance, repair: Repair) -> Policy:
    """The policy that asks the repaired question of the same rosters."""
    limits = dict(policy.limits.branches)
    for change in repair.changes:
        known = limits.get(change.branch, BranchLimit())
        if change.what == "min":
            limits[change.branch] = replace(known, min=change.after)
        elif change.what == "max":
            limits[change.branch] = replace(known, max=change.after, is_unlimited=False)
    dropped = [
        Dropped("pin" if change.what == "pin" else "forbid", change.member, change.branch)
        for change in repair.changes
        if change.what in ("pin", "forbid")
    ]
    return replace(
        policy,
        limits=replace(policy.limits, branches=limits),
        quotas=repaired_quotas(instance, repair.changes),
        dropped=(*policy.dropped, *dropped),
    )


def repaired_quotas(instance: Instance, changes: Iterable[RepairChange]) -> tuple[Quota, ...]:
    """The quotas after a repair: a branch whose bound changes gets a quota of its own."""
    altered: dict[int, dict[str, dict[str, int]]] = {}
    for change in changes:
        if change.quota is not None and change.bound is not None:
            altered.setdefault(change.quota, {}).setdefault(change.branch, {})[change.bound] = change.after
    quotas: list[Quota] = []
    for index, quota in enumerate(instance.policy.quotas):
        own = altered.get(index, {})
        if not own:
            quotas.append(quota)
            continue
        concerned = _concerned(instance, quota)
        rest = tuple(branch for branch in concerned if branch not in own)
        if rest:
            quotas.append(replace(quota, branches=rest))
        for branch, bounds in sorted(own.items()):
            alone = replace(
                quota, branches=(branch,), min=bounds.get("min", quota.min), max=bounds.get("max", quota.max)
            )
            if alone.min or alone.max is not None:
                quotas.append(alone)
    return tuple(quotas)


def _concerned(instance: Instance, quota: Quota) -> tuple[str, ...]:
    if quota.branches == "all":
        return tuple(branch.id for branch in instance.branches)
    if quota.branches == "special":
        return tuple(branch.id for branch in instance.branches if branch.special)
    return quota.branches


@dataclass(frozen=True, slots=True)
class _Found:
    """A least change within a part of the possibilities."""

    total: int
    amounts: tuple[int, ...]
    gains: tuple[int, ...]
    proof: Proof


def _ranked(elastic: Elastic, flexible: Sequence[str], clock: Clock) -> list[Repair]:
    """Repairs of one component with the least total change, best first.

    What is not the best change lies below it in one of its amounts: each further one is the best with the first
    amounts at least, and one amount less, than in a change that is known already (Lawler, 1972).
    """
    root = make_problem(elastic.formulation)
    # What the policy lists last is changed last: less of it is better, before less of what it lists earlier.
    gains = [elastic.gains(flexible), *(elastic.gains([kind]) for kind in reversed(flexible)), elastic.lots()]
    first = _least(elastic, root, gains, clock)
    if first is None or first.proof is Proof.NONE:
        return []
    waiting: list[tuple[tuple[int, ...], int, _Found, Problem]] = [(_order(first), 0, first, root)]
    told: list[Repair] = []
    seen: set[tuple[int, ...]] = set()
    tries = itertools.count(1)
    while waiting and len(told) < MOST:
        _, _, found, problem = heapq.heappop(waiting)
        if found.amounts not in seen:
            seen.add(found.amounts)
            told.append(_repair(elastic, found))
        for part in _below(elastic, problem, found.amounts):
            number = next(tries)
            if number > _TRIES or clock.is_over():
                break
            other = _least(elastic, part, gains, clock)
            if other is not None and other.total == first.total and other.proof is not Proof.NONE:
                heapq.heappush(waiting, (_order(other), number, other, part))
    return told


def _order(found: _Found) -> tuple[int, ...]:
    return tuple(-gain for gain in found.gains)


def _least(elastic: Elastic, problem: Problem, gains: Sequence[Integers], clock: Clock) -> _Found | None:
    settled = None if is_empty(problem) else settle_problem(problem, gains, clock, engine="quick")
    if settled is None:
        return None
    amounts = tuple(flex.amount(settled.values) for flex in elastic.flexes)
    values = tuple(int(gain.astype(object) @ settled.values.astype(object)) if len(gain) else 0 for gain in gains)
    proof = weakest((stage.proof for stage in settled.stages), default=Proof.NONE)
    if settled.rest:
        proof = Proof.NONE
    return _Found(sum(amounts), amounts, values, proof)


def _below(elastic: Elastic, problem: Problem, amounts: Sequence[int]) -> Iterator[Problem]:
    """Parts of the possibilities that hold every change but those that change at least as much everywhere."""
    low, high = problem.low.copy(), problem.high.copy()
    for flex, amount in zip(elastic.flexes, amounts, strict=True):
        if not amount:
            continue
        is_pin = flex.change.what == "pin"
        less_low, less_high = low.copy(), high.copy()
        if is_pin:
            less_low[flex.column] = 1
        else:
            less_high[flex.column] = amount - 1
        if bool((less_low <= less_high).all()):
            yield replace(problem, low=less_low, high=less_high)
        if is_pin:
            high[flex.column] = 0
        else:
            low[flex.column] = np.maximum(low[flex.column], amount)


def _repair(elastic: Elastic, found: _Found) -> Repair:
    changes = [flex.changed(amount) for flex, amount in zip(elastic.flexes, found.amounts, strict=True) if amount]
    return Repair(tuple(changes), found.proof)


def _combinations(ranked: Sequence[Sequence[Repair]]) -> Iterator[tuple[Repair, ...]]:
    """One repair of each component, those of low rank first."""
    for total in range(sum(len(part) - 1 for part in ranked) + 1):
        yield from _ranks(ranked, total)


def _ranks(ranked: Sequence[Sequence[Repair]], total: int) -> Iterator[tuple[Repair, ...]]:
    if not ranked:
        if total == 0:
            yield ()
        return
    for rank in range(min(total, len(ranked[0]) - 1) + 1):
        for rest in _ranks(ranked[1:], total - rank):
            yield (ranked[0][rank], *rest)


def _together(parts: Sequence[Repair]) -> Repair:
    changes = sorted(
        (change for part in parts for change in part.changes),
        key=lambda change: (change.branch, change.what, change.member, change.quota or 0, change.bound or ""),
    )
    return Repair(tuple(changes), weakest(part.proof for part in parts))
