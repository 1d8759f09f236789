"""Why here, why not there: what the plan becomes when a member must go to another branch, found by solving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from reassign.domain.explanation import Alternative, Explanation, Obstacle
from reassign.domain.instance import Instance
from reassign.domain.plan import Conflict, Plan
from reassign.domain.progress import Progress
from reassign.domain.roster import Branch, Member
from reassign.insight.infeasible import conflicts_of
from reassign.insight.standing import Standing
from reassign.model.component import Component
from reassign.solve.clock import Clock
from reassign.solve.forced import Forced, Ground, Trial, ground
from reassign.solve.side_by_side import force_side_by_side


def explain(
    standing: Standing, plan: Plan, member: str, branch: str | None, clock: Clock, progress: Progress
) -> Explanation:
    """Why a member is where the plan puts them, and what every other place would cost.

    Args:
        standing: The plan taken apart.
        plan: The plan itself.
        member: Member id.
        branch: The one other branch that is asked about, candidate or not; None for every other candidate. Nothing
            follows from the branch where the member is.
        clock: When to stop proving.
        progress: Told of each branch.
    """
    placement = next(one for one in plan.placements if one.member == member)
    explainer = Explainer(standing, clock)
    asked = explainer.candidates(member) if branch is None else (branch,)
    others = [one for one in asked if one != placement.branch]
    progress.stage("explaining", len(others))
    alternatives = []
    for other in others:
        alternatives.append(explainer.alternative(member, other))
        progress.advance()
    return Explanation(placement, tuple(alternatives))


WORTH_SHARING = 300
"""Candidate pairs of a component from which on more processes than one are quicker, their start included."""


def explain_all(
    standing: Standing, plan: Plan, clock: Clock, progress: Progress, *, jobs: int = 1
) -> tuple[Explanation, ...]:
    """Every member's place and what each other place would cost, in the order of the plan.

    Args:
        standing: The plan taken apart.
        plan: The plan itself.
        clock: When to stop proving.
        progress: Told of each member.
        jobs: Processes that may share the work; the answers do not depend on it.
    """
    explainer = Explainer(standing, clock, jobs=jobs)
    progress.stage("explaining", len(plan.placements))
    explanations = []
    for placement in plan.placements:
        others = (branch for branch in explainer.candidates(placement.member) if branch != placement.branch)
        alternatives = tuple(explainer.alternative(placement.member, branch) for branch in others)
        explanations.append(Explanation(placement, alternatives))
        progress.advance()
    return tuple(explanations)


class Explainer:
    """Answers what-ifs about one plan; a component is settled when it is first asked about, and only once."""

    def __init__(self, standing: Standing, clock: Clock, *, jobs: int = 1) -> None:
        """Begin with nothing settled.

        Args:
            standing: The plan taken apart.
            clock: When to stop proving.
            jobs: Processes that may share the work; more than 1 where everybody will be asked about.
        """
        self._jobs = jobs
        self._shared: dict[int, tuple[tuple[Forced | None, ...], ...]] = {}
        self._standing = standing
        self._clock = clock
        self._grounds: dict[int, Ground | None] = {}
        self._candidates: dict[str, tuple[str, ...]] = {}
        self._trials: dict[str, Trial | None] = {}
        self._members = {member.id: member for member in standing.instance.members}
        self._branches = {branch.id: branch for branch in standing.instance.branches}

    def candidates(self, member: str) -> tuple[str, ...]:
        """Ids of the branches that may receive the member, in their order."""
        if member not in self._candidates:
            component = self._component(member)
            for one, columns in component.by_member():
                places = component.pair_branch[columns].tolist()
                self._candidates[one.id] = tuple(component.branches[branch].id for branch in places)
        return self._candidates[member]

    def alternative(self, member: str, branch: str) -> Alternative:
        """What follows if the member goes to a branch: the best plan with that pair, or why there is none."""
        if branch not in self.candidates(member):
            return self._ruled_out(member, branch)
        number = self._standing.component_of[member]
        component = self._standing.components[number]
        index = _index_of(component, member)
        found = self._forced(member, number, index, self.candidates(member).index(branch))
        if found is None:
            conflict = conflicts_of(_pinned(component, index, branch))[0]
            return Alternative(branch, conflict=conflict)
        return Alternative(
            branch=branch,
            levels=self._standing.compared({number: found.values}),
            moves=self._standing.moved(found.branch_of, besides=member),
            proof=found.proof,
        )

    def _component(self, member: str) -> Component:
        return self._standing.components[self._standing.component_of[member]]

    def _forced(self, member: str, number: int, index: int, choice: int) -> Forced | None:
        """The best placement of a component with one candidate of a member."""
        component = self._standing.components[number]
        if self._jobs > 1 and component.pairs >= WORTH_SHARING:
            if number not in self._shared:
                levels = self._standing.levels
                self._shared[number] = force_side_by_side(component, levels, self._clock, jobs=self._jobs)
            return self._shared[number][index][choice]
        trial = self._trial(member, number, index)
        column = int(np.searchsorted(component.pair_member, index)) + choice
        return None if trial is None else trial.force(column, self._clock)

    def _trial(self, member: str, number: int, index: int) -> Trial | None:
        if member not in self._trials:
            start = self._ground(number)
            self._trials[member] = None if start is None else Trial(start, index)
        return self._trials[member]

    def _ground(self, number: int) -> Ground | None:
        if number not in self._grounds:
            self._grounds[number] = ground(self._standing.components[number], self._standing.levels, self._clock)
        return self._grounds[number]

    def _ruled_out(self, member: str, branch: str) -> Alternative:
        """A branch that is no candidate: nothing is solved, one rule says it."""
        obstacle = obstacle_of(self._standing.instance, self._members[member], self._branches[branch])
        conflict = Conflict("rules", self._branches[branch].unit, (branch,), (member,), 1, 0, (obstacle,))
        return Alternative(branch, conflict=conflict, obstacle=obstacle)


def obstacle_of(instance: Instance, member: Member, branch: Branch) -> Obstacle:
    """Why a branch that is no candidate of a member is none."""
    if member.id in instance.pins:
        return "pin"
    if instance.policy.scope == "unit" and branch.unit != member.unit:
        return "unit"
    return "forbid" if (member.id, branch.id) in instance.exclusions else "distance"


def _index_of(component: Component, member: str) -> int:
    return next(index for index, one in enumerate(component.members) if one.id == member)


def _pinned(component: Component, index: int, branch: str) -> Component:
    """The component in which a member has one candidate left."""
    place = _place_of(component.branches, branch)
    is_kept = (component.pair_member != index) | (component.pair_branch == place)
    instance = component.instance
    return replace(
        component,
        instance=replace(instance, pins={**instance.pins, component.members[index].id: branch}),
        pair_member=component.pair_member[is_kept],
        pair_branch=component.pair_branch[is_kept],
        distance=component.distance[is_kept],
    )


def _place_of(branches: Sequence[Branch], branch: str) -> int:
    return next(index for index, one in enumerate(branches) if one.id == branch)
