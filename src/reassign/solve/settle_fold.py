"""One fold of levels: by the relaxation, else with cuts, by splitting, by CP-SAT."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from reassign.domain.errors import InternalError
from reassign.domain.plan import Proof
from reassign.solve.bound import Bound, bound_exactly
from reassign.solve.clock import Clock
from reassign.solve.fold import Fold
from reassign.solve.linear import Outcome, relax
from reassign.solve.problem import Integers, Problem, is_within
from reassign.solve.stage import Stage
from reassign.solve.tree import closest_bound, gain_of, infeasible_bound, integral_point, search

FIRST_ROUNDS = 5
"""Most vertices that are cut off before CP-SAT is asked for a point."""

FIRST_EFFORT = 10_000
"""Columns relaxed in all these rounds together: where a relaxation is dear, CP-SAT is asked sooner."""

SEARCH_EFFORT = 1_000_000
"""Columns relaxed in all nodes of a search together."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a fold is settled.

    Attributes:
        spare: A bound that is no more than this above a value proves it.
        keeps_known: Whether a known point that nothing beats is kept, because it may be good in the levels below.
        is_trial: Whether a relaxation without a solution is answer enough.
    """

    spare: int
    keeps_known: bool
    is_trial: bool


@dataclass(frozen=True, slots=True)
class Retry:
    """The fold was too much at once; try fewer levels."""


@dataclass(frozen=True, slots=True)
class Found:
    """A fold that is settled.

    Attributes:
        stage: How.
        values: The point.
        problem: The problem with the cuts of the stage.
    """

    stage: Stage
    values: Integers
    problem: Problem


def settle_fold(
    problem: Problem,
    folded: Fold,
    first: int,
    known: Integers | None,
    clock: Clock,
    engine: str,
    manner: Manner,
) -> Found | Retry | None:
    """Settle one fold: by the relaxation, else with cuts, by splitting, by CP-SAT. None if no point exists."""
    gains = folded.gains
    if engine == "cp-sat":
        return _by_constraint(problem, folded, first, known, clock)
    relaxation = relax(problem, gains)
    is_impossible = relaxation.outcome is Outcome.INFEASIBLE and known is None
    if is_impossible and (manner.is_trial or infeasible_bound(problem, gains, -1) is not None):
        return None
    if relaxation.outcome is not Outcome.OPTIMAL:
        return _by_constraint(problem, folded, first, known, clock) if folded.count == 1 else Retry()
    point = integral_point(problem, relaxation)
    root = closest_bound(problem, gains, relaxation, None if point is None else gain_of(gains, point))
    points = (known, point) if manner.keeps_known else (point, known)
    for found in points:
        if found is not None and root.floor <= gain_of(gains, found) + manner.spare and is_within(problem, found):
            stage = Stage(first, folded, gain_of(gains, found), root, None, Proof.CERTIFICATE)
            return Found(stage, found, problem)
    if folded.count > 1:
        return Retry()
    if engine == "quick":
        return _by_constraint(problem, folded, first, known, clock)
    return _by_cuts(problem, folded, first, root, known, clock, manner.spare)


def _by_cuts(
    problem: Problem, folded: Fold, first: int, root: Bound, known: Integers | None, clock: Clock, spare: int
) -> Found | None:
    """Settle a single level whose relaxation is fractional: a few cuts, a point by CP-SAT, more cuts, then splits."""
    from reassign.solve.strengthen import strengthen

    gains = folded.gains
    start = known if known is not None and is_within(problem, known) else None
    rounds = min(FIRST_ROUNDS, _affordable(problem, FIRST_EFFORT))
    strong = strengthen(problem, gains, root, clock, rounds=rounds, values=start, spare=spare)
    claimed = Proof.NONE
    if not strong.is_proved(gains, spare):
        answered = _by_constraint(problem, folded, first, strong.values, clock)
        if answered is None:
            return None
        claimed, values = answered.stage.proof, answered.values
        if root.floor <= answered.stage.value + spare:
            return replace(answered, stage=replace(answered.stage, root=root, proof=Proof.CERTIFICATE))
        strong = strengthen(strong.problem, gains, strong.root, clock, values=values, spare=spare, before=strong.cuts)
    point = strong.values
    if point is None:
        raise InternalError("undecided")
    stage = Stage(first, folded, gain_of(gains, point), strong.root, None, Proof.CERTIFICATE, strong.cuts)
    if strong.is_proved(gains, spare):
        lean = strong.without_idle_cuts(problem)
        return Found(replace(stage, root=lean.root, cuts=lean.cuts), point, lean.problem)
    return _by_splitting(Found(replace(stage, proof=claimed), point, strong.problem), clock)


def _by_splitting(found: Found, clock: Clock) -> Found:
    """Prove a level for which no more cuts are found; as it was where that takes too long."""
    gains = found.stage.fold.gains
    most = _affordable(found.problem, SEARCH_EFFORT)
    tree = search(found.problem, gains, clock, most_nodes=most, values=found.values)
    if tree.values is None or tree.value < found.stage.value:
        return found
    stage = replace(found.stage, value=tree.value)
    if tree.is_closed:
        stage = replace(stage, tree=tree.root, proof=Proof.CERTIFICATE)
    return replace(found, stage=stage, values=tree.values)


def _by_constraint(problem: Problem, folded: Fold, first: int, known: Integers | None, clock: Clock) -> Found | None:
    """Settle a fold by CP-SAT; what it claims is believed only for the proof ``solver``."""
    from reassign.solve.constraint import Verdict
    from reassign.solve.constraint import search as ask

    answer = ask(problem, folded.gains, seconds=clock.remaining(), hint=known)
    if answer.verdict is Verdict.UNKNOWN and known is None:
        # Some point is needed whatever the limits say: without one nobody knows whether a plan exists.
        answer = ask(problem, np.zeros_like(folded.gains), is_limited=False)
        if answer.verdict is Verdict.UNKNOWN:
            raise InternalError("undecided")
        answer = replace(answer, verdict=Verdict.FEASIBLE if answer.values is not None else answer.verdict)
    if answer.verdict is Verdict.INFEASIBLE:
        return None
    proof = Proof.SOLVER if answer.verdict is Verdict.OPTIMAL else Proof.NONE
    values = known if answer.values is None else answer.values
    if values is None:
        return None
    root = bound_exactly(problem, folded.gains, np.zeros(problem.rows.count, dtype=np.int64), 1)
    return Found(Stage(first, folded, gain_of(folded.gains, values), root, None, proof), values, problem)


def _affordable(problem: Problem, effort: int) -> int:
    """Relaxations that an effort allows, one at least. A count, not a clock: every machine stops at the same one."""
    free = int((problem.low < problem.high).sum())
    return max(1, effort // max(1, free))
