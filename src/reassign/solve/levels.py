"""One component, level by level: fold as many as fit, settle them, narrow, go on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from reassign.domain.plan import Proof
from reassign.model.formulate import Formulation
from reassign.solve.bound import bound_exactly, narrow
from reassign.solve.clock import Clock
from reassign.solve.cut import Cut
from reassign.solve.fold import fold
from reassign.solve.problem import Integers, Problem, Rows, make_problem
from reassign.solve.settle_fold import Manner, Retry, settle_fold
from reassign.solve.stage import Stage
from reassign.solve.tree import gain_of

FOLD_BITS = 32
"""Folded ranges stay below 2^32, far inside what the relaxation resolves in floating point."""


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
        manner = Manner(spare, keeps_known=known is not None, is_trial=is_trial)
        found = settle_fold(problem, folded, first, values, clock, engine, manner)
        if found is None:
            return None
        if isinstance(found, Retry):
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
