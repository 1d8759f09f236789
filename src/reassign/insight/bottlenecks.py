"""Where a plan is tight: full and starved branches, needs nobody covers, limits that cost something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reassign.domain.explanation import Bottlenecks, Cover, OpenNeed, Relaxation, cheapness
from reassign.domain.instance import Instance
from reassign.domain.plan import BranchLoad, LevelResult, Plan, Proof, weakest
from reassign.domain.progress import NoProgress, Progress
from reassign.insight.explain import Explainer
from reassign.insight.standing import Standing
from reassign.model.filters import is_concerned, is_matching
from reassign.model.instance import is_move
from reassign.model.priorities.needs import can_cover
from reassign.solve.clock import Clock
from reassign.solve.solve import Solution, solve


@dataclass(frozen=True, slots=True)
class _Change:
    """A binding limit and the question in which it is relaxed by one.

    Attributes:
        relaxation: The limit; nothing is known yet of what it gains.
        instance: The question with the relaxed limit.
        concerned: Indices of the components in which it binds.
    """

    relaxation: Relaxation
    instance: Instance
    concerned: tuple[int, ...]


def bottlenecks_of(standing: Standing, plan: Plan, clock: Clock, progress: Progress) -> Bottlenecks:
    """What holds a plan back.

    Args:
        standing: The plan taken apart.
        plan: The plan itself, for what each branch receives and lacks.
        clock: When to stop proving.
        progress: Told of each need and each limit.
    """
    loads = plan.branches
    needs = [(load, field) for load in loads for field in load.uncovered]
    changes = list(_changes(standing, loads))
    progress.stage("explaining", len(needs) + len(changes))
    explainer = Explainer(standing, clock)
    open_needs = []
    holders = {
        field: [member.id for member in standing.instance.members if can_cover(member, field)]
        for field in sorted({field for _, field in needs})
    }
    for load, field in needs:
        open_needs.append(_open_need(standing, explainer, load.branch, field, holders[field]))
        progress.advance()
    relaxations = []
    for change in changes:
        relaxations.append(_relaxed(standing, change, clock))
        progress.advance()
    return Bottlenecks(
        full=tuple(load.branch for load in loads if load.max is not None and load.received >= load.max),
        starved=tuple(load.branch for load in loads if load.min and load.received <= load.min),
        open_needs=tuple(open_needs),
        relaxations=tuple(sorted((each for each in relaxations if each is not None), key=_most_gained)),
    )


def _most_gained(relaxation: Relaxation) -> tuple[tuple[int, ...], str, str, int, str]:
    gains = tuple(-level.gain for level in relaxation.levels)
    return gains, relaxation.what, relaxation.branch, relaxation.quota or 0, relaxation.bound


def _open_need(standing: Standing, explainer: Explainer, branch: str, field: str, holders: Sequence[str]) -> OpenNeed:
    """Which holders of a field could cover a need of it, and what each of them would cost."""
    able = [member for member in holders if branch in explainer.candidates(member)]
    covers = [Cover(member, standing.branch_of[member], explainer.alternative(member, branch)) for member in able]
    elsewhere = sorted(set(holders).difference(able))
    covers.sort(key=lambda cover: (cheapness(cover.alternative), cover.member))
    weight = standing.instance.policy.needs_weights.get(field, 1)
    return OpenNeed(branch, field, weight, tuple(covers), tuple(elsewhere))


def _changes(standing: Standing, loads: tuple[BranchLoad, ...]) -> Iterator[_Change]:
    """Every limit that the plan meets exactly, relaxed by one."""
    instance = standing.instance
    for load in loads:
        concerned: tuple[int, ...] = (standing.component_at[load.branch],)
        if load.min and load.received <= load.min:
            relaxed = replace(instance, minimum={**instance.minimum, load.branch: load.min - 1})
            yield _Change(_limit("min", load.min, load.min - 1, load.branch), relaxed, concerned)
        if load.max is not None and load.received >= load.max:
            relaxed = replace(instance, maximum={**instance.maximum, load.branch: load.max + 1})
            yield _Change(_limit("max", load.max, load.max + 1, load.branch), relaxed, concerned)
    yield from _quota_changes(standing)
    most = instance.policy.max_moves
    moves = [member for member, branch in standing.branch_of.items() if is_move(instance, member, branch)]
    if most is not None and len(moves) >= most:
        relaxed = replace(instance, policy=replace(instance.policy, max_moves=most + 1))
        concerned = tuple(sorted({standing.component_of[member] for member in instance.incumbents}))
        yield _Change(_limit("max_moves", most, most + 1), relaxed, concerned)


def _limit(what: Literal["min", "max", "max_moves"], before: int, after: int, branch: str = "") -> Relaxation:
    return Relaxation(what, before, after, (), (), Proof.CERTIFICATE, branch)


def _quota_changes(standing: Standing) -> Iterator[_Change]:
    """Every bound of a quota that some branch meets exactly, relaxed for all its branches."""
    instance = standing.instance
    members = {member.id: member for member in instance.members}
    for index, quota in enumerate(instance.policy.quotas):
        counts = {branch.id: 0 for branch in instance.branches if is_concerned(branch, quota)}
        for member, branch in standing.branch_of.items():
            if branch in counts and is_matching(members[member], quota.members):
                counts[branch] += 1
        bounds: tuple[tuple[Literal["min", "max"], int | None, int], ...] = (
            ("min", quota.min, -1),
            ("max", quota.max, 1),
        )
        for bound, before, step in bounds:
            binding = [branch for branch, count in counts.items() if count == before]
            if before is None or (bound == "min" and not before) or not binding:
                continue
            changed = replace(quota, min=before + step) if bound == "min" else replace(quota, max=before + step)
            quotas = (*instance.policy.quotas[:index], changed, *instance.policy.quotas[index + 1 :])
            relaxed = replace(instance, policy=replace(instance.policy, quotas=quotas))
            relaxation = Relaxation("quota", before, before + step, (), (), Proof.CERTIFICATE, "", index, bound)
            yield _Change(relaxation, relaxed, tuple(sorted({standing.component_at[branch] for branch in binding})))


def _relaxed(standing: Standing, change: _Change, clock: Clock) -> Relaxation | None:
    """The best plan with a relaxed limit; None if the time ended before one was found."""
    values: dict[int, tuple[int, ...]] = {}
    branch_of: dict[str, str] = {}
    proof = Proof.CERTIFICATE
    for number in change.concerned:
        component = replace(standing.components[number], instance=change.instance)
        solution = solve((component,), standing.levels, NoProgress(), clock)
        if not isinstance(solution, Solution):
            return None
        values[number] = tuple(level.value for level in solution.levels)
        branch_of.update(solution.branch_of)
        proof = weakest((proof, *_proofs(solution.levels)))
    return replace(change.relaxation, levels=standing.compared(values), moves=standing.moved(branch_of), proof=proof)


def _proofs(levels: tuple[LevelResult, ...]) -> Iterator[Proof]:
    return (level.proof for level in levels)
