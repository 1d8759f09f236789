"""Make a plan: read, solve, describe, write."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Plan
from reassign.domain.progress import NoProgress, Progress

if TYPE_CHECKING:
    from reassign.solve.solve import Solution


def make_plan(
    instance: Instance,
    *,
    time_limit: float | None = None,
    engine: str = "auto",
    progress: Progress | None = None,
) -> Plan | Infeasible:
    """The best plan of an instance, or why there is none.

    Args:
        instance: The question.
        time_limit: Seconds after which proving stops; None for no limit.
        engine: ``"auto"``, or ``"cp-sat"`` for the second opinion of the tests.
        progress: Told of the stages; None for nobody.
    """
    import time

    from reassign.insight.infeasible import conflicts_of
    from reassign.model.component import split
    from reassign.model.placed import place
    from reassign.model.priorities.registry import levels_of
    from reassign.model.to_plan import to_plan
    from reassign.solve.levels import Clock
    from reassign.solve.solve import Unsolvable, solve

    clock = Clock(None if time_limit is None else time.monotonic() + time_limit)
    levels = levels_of(instance)
    components = split(instance)
    solution: Solution | Unsolvable = solve(components, levels, progress or NoProgress(), clock, engine=engine)
    if isinstance(solution, Unsolvable):
        return Infeasible(tuple(conflict for part in solution.components for conflict in conflicts_of(part)))
    return to_plan(place(instance, components, levels, solution.branch_of), solution.levels, solution.certificate)
