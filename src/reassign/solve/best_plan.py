"""The best plan of an instance, or the components that have none."""

from __future__ import annotations

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.domain.progress import NoProgress, Progress
from reassign.model.component import split
from reassign.model.placed import place
from reassign.model.priorities.registry import levels_of
from reassign.model.to_plan import to_plan
from reassign.solve.clock import Clock
from reassign.solve.solve import Unsolvable, solve


def best_plan(
    instance: Instance, clock: Clock, *, engine: str = "auto", progress: Progress | None = None, jobs: int = 1
) -> Plan | Unsolvable:
    """Split the instance, settle every component, and describe the placement.

    Args:
        instance: The question.
        clock: When to stop proving.
        engine: ``"auto"``, or ``"cp-sat"`` for the second opinion of the tests.
        progress: Told of the stages; None for nobody.
        jobs: Processes that may share the work.
    """
    levels = levels_of(instance)
    components = split(instance)
    solution = solve(components, levels, progress or NoProgress(), clock, engine=engine, jobs=jobs)
    if isinstance(solution, Unsolvable):
        return solution
    return to_plan(place(instance, components, levels, solution.branch_of), solution.levels, solution.certificate)
