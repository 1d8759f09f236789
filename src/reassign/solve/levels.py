"""One component, level by level: fold, relax, prove, narrow, go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reassign.domain.errors import InternalError
from reassign.domain.plan import Proof
from reassign.model.formulate import Formulation
from reassign.solve.bound import Bound, bound_exactly, narrow
from reassign.solve.clock import Clock
from reassign.solve.cut import Cut
from reassign.solve.fold import Fold, fold
from reassign.solve.linear import Outcome, relax
from reassign.solve.problem import Integers, Problem, Rows, is_within, make_problem
from reassign.solve.tree import Node, closest_bound, gain_of, infeasible_bound, integral_point, search

FOLD_BITS = 32
"""Folded ranges stay below 2^32, far inside what the relaxation resolves in floating point."""

FIRST_ROUNDS = 5
"""Most vertices that are cut off before CP-SAT is asked for a point."""

FIRST_EFFORT = 10_000
"""Columns relaxed in all these rounds together: where a relaxation is dear, CP-SAT is asked sooner."""

SEARCH_EFFORT = 1_000_000
"""Columns relaxed in all nodes of a search together."""


@dataclass(frozen=True, slots=True)
class Stage:
    """Consecutive levels that were settled together.

    Attributes:
        first: Index of the first level.
        fold: How the levels were added up.
        value: Folded gain of the solution.
        root: Bound at the root, whose multipliers narrow what follows.
        tree: Splits where the root leaves a gap; None if the root is proof enough.
        proof: Who vouches for the value.
        cuts: Rows that were added before all this, each derived from those before it.
    """

    first: int
    fold: Fold
    value: int
    root: Bound
    tree: Node | None
    proof: Proof
    cuts: tuple[Cut, ...] = ()


@dataclass(frozen=True, slots=True)
class Settled:
    """Best point of a component.

    Attributes:
        values: Value of each column, shape (columns,), int64.
        stages: How each level was settled; levels after the last stage ran out of time.
        rest: Bounds on the gains of the levels that ran out of time.
        added: What the rows after those of the problem are: a settled level, by its index, or a cut.
    """

    values: Integers
    stages: tuple[Stage, ...]
    rest: tuple[int, ...] = ()
    added: tuple[int | Cut, ...] = ()


def settle(formulation: Formulation, clock: Clock, *, engine: str = "auto") -> Settled | None:
    """Best point in every level, first to last; None if no point exists.

    Args:
        formulation: Columns, rows and objectives.
        clock: When to stop proving; a point is found in any case.
        engine: ``"auto"`` for relaxations first, ``"quick"`` for CP-SAT wherever a relaxation is fractional, so without
            splitting for a certificate, ``"cp-sat"`` for CP-SAT alone (the second opinion of the tests).
    """
    gains = [objective.gains for objective in formulation.objectives]
    return settle_problem(make_problem(formulation), gains, clock, engine=engine)


def settle_problem(
    problem: Problem,
    gains: Sequence[Integers],
    clock: Clock,
    *,
    engine: str = "auto",
    known: Integers | None = None,
    steps: Sequence[int] | None = None,
    counts: Mapping[int, int] | None = None,
    is_trial: bool = False,
) -> Settled | None:
    """Best point of a problem for gains that are ordered strictly; see ``settle``.

    Args:
        problem: Boxes and rows.
        gains: Gain of each column by level, most important first.
        clock: When to stop proving; a point is found in any case.
        engine: As for ``settle``.
        known: A point of the problem to start from.
        steps: For each level a number that divides the difference of any two of its values; None for 1. A bound is
            then met by what is less than a step below it, which no certificate of the plan's format says.
        counts: How many levels to settle at once from a level on, where it is known what works; None for all that fit.
        is_trial: Whether a relaxation without a solution is answer enough, so that None is no proof.
    """
    if _has_starved_member(problem):
        return None
    stages: list[Stage] = []
    values = known
    added: list[int | Cut] = []
    open_stage: Stage | None = None
    first = 0
    most = counts.get(0) if counts is not None else None
    while first < len(gains):
        if clock.is_over() and values is not None:
            break
        folded = fold(problem, gains[first:], bits=FOLD_BITS, most=most)
        spare = 0 if steps is None or folded.count > 1 else steps[first] - 1
        manner = _Manner(spare, keeps_known=known is not None, is_trial=is_trial)
        found = _settle_fold(problem, folded, first, values, clock, engine, manner)
        if found is None:
            return None
        if isinstance(found, _Retry):
            most = max(1, folded.count // 2)
            continue
        stage, values, problem = found.stage, found.values, found.problem
        added.extend(stage.cuts)
        most = counts.get(first + folded.count) if counts is not None else None
        if stage.proof is Proof.NONE:
            open_stage = stage
            break
        stages.append(stage)
        problem = narrow(problem, stage.root, stage.value)
        if stage.root.gap(stage.value) > 0:
            settled = gains[first : first + folded.count]
            added.extend(range(first, first + folded.count))
            problem = _with_levels(problem, settled, [gain_of(level, values) for level in settled])
        first += folded.count
    if values is None:
        return None
    rest = _open_bounds(problem, gains[first:], open_stage)
    return Settled(values, tuple(stages), rest, tuple(added))


@dataclass(frozen=True, slots=True)
class _Manner:
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
class _Retry:
    """The fold was too much at once; try fewer levels."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A fold that is settled.

    Attributes:
        stage: How.
        values: The point.
        problem: The problem with the cuts of the stage.
    """

    stage: Stage
    values: Integers
    problem: Problem


def _settle_fold(
    problem: Problem,
    folded: Fold,
    first: int,
    known: Integers | None,
    clock: Clock,
    engine: str,
    manner: _Manner,
) -> _Found | _Retry | None:
    """Settle one fold: by the relaxation, else with cuts, by splitting, by CP-SAT. None if no point exists."""
    gains = folded.gains
    if engine == "cp-sat":
        return _by_constraint(problem, folded, first, known, clock)
    relaxation = relax(problem, gains)
    is_impossible = relaxation.outcome is Outcome.INFEASIBLE and known is None
    if is_impossible and (manner.is_trial or infeasible_bound(problem, gains, -1) is not None):
        return None
    if relaxation.outcome is not Outcome.OPTIMAL:
        return _by_constraint(problem, folded, first, known, clock) if folded.count == 1 else _Retry()
    point = integral_point(problem, relaxation)
    root = closest_bound(problem, gains, relaxation, None if point is None else gain_of(gains, point))
    points = (known, point) if manner.keeps_known else (point, known)
    for found in points:
        if found is not None and root.floor <= gain_of(gains, found) + manner.spare and is_within(problem, found):
            stage = Stage(first, folded, gain_of(gains, found), root, None, Proof.CERTIFICATE)
            return _Found(stage, found, problem)
    if folded.count > 1:
        return _Retry()
    if engine == "quick":
        return _by_constraint(problem, folded, first, known, clock)
    return _by_cuts(problem, folded, first, root, known, clock, manner.spare)


def _by_cuts(
    problem: Problem, folded: Fold, first: int, root: Bound, known: Integers | None, clock: Clock, spare: int
) -> _Found | None:
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
        return _Found(replace(stage, root=lean.root, cuts=lean.cuts), point, lean.problem)
    return _by_splitting(_Found(replace(stage, proof=claimed), point, strong.problem), clock)


def _by_splitting(found: _Found, clock: Clock) -> _Found:
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


def _by_constraint(problem: Problem, folded: Fold, first: int, known: Integers | None, clock: Clock) -> _Found | None:
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
    return _Found(Stage(first, folded, gain_of(folded.gains, values), root, None, proof), values, problem)


def _affordable(problem: Problem, effort: int) -> int:
    """Relaxations that an effort allows, one at least. A count, not a clock: every machine stops at the same one."""
    free = int((problem.low < problem.high).sum())
    return max(1, effort // max(1, free))


def _has_starved_member(problem: Problem) -> bool:
    """Whether some member has no candidate at all."""
    return bool((np.bincount(problem.member, minlength=problem.members) == 0).any())


def _open_bounds(problem: Problem, gains: Sequence[Integers], stage: Stage | None) -> tuple[int, ...]:
    """Bounds on the levels without proof; the relaxation of the first one may say more than the boxes."""
    bounds = [_box_bound(problem, level) for level in gains]
    if stage is not None and stage.fold.count == 1:
        bounds[0] = min(bounds[0], stage.root.floor)
    return tuple(bounds)


def _box_bound(problem: Problem, gains: Integers) -> int:
    """Bound on the gain from the boxes alone."""
    return bound_exactly(problem, gains, np.zeros(problem.rows.count, dtype=np.int64), 1).floor


def _with_levels(problem: Problem, gains: Sequence[Integers], totals: Sequence[int]) -> Problem:
    """The problem with a row per settled level: its gain is what it is."""
    rows = problem.rows
    columns = [np.flatnonzero(level) for level in gains]
    fixed = np.array(totals, dtype=np.int64)
    sides = np.ones(len(totals), dtype=bool)
    ends = rows.starts[-1] + np.cumsum([len(part) for part in columns])
    return replace(
        problem,
        rows=Rows(
            starts=np.concatenate([rows.starts, ends]).astype(np.intp),
            columns=np.concatenate([rows.columns, *columns]),
            coefficients=np.concatenate(
                [rows.coefficients, *(level[part] for level, part in zip(gains, columns, strict=True))]
            ),
            lower=np.concatenate([rows.lower, fixed]),
            upper=np.concatenate([rows.upper, fixed]),
            has_lower=np.concatenate([rows.has_lower, sides]),
            has_upper=np.concatenate([rows.has_upper, sides]),
        ),
    )
