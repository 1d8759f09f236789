"""Make the best plan of a question and have it checked: the plan of one workflow, a step of another."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from reassign.domain.errors import InternalError
from reassign.domain.plan import Infeasible, Plan
from reassign.domain.progress import Progress

if TYPE_CHECKING:
    from reassign.domain.instance import Instance
    from reassign.domain.roster import Rosters


def make_checked_plan(
    rosters: Rosters,
    instance: Instance,
    *,
    time_limit: float | None,
    progress: Progress,
    jobs: int,
) -> Plan | Infeasible:
    """The best plan of an instance, or why there is none; whoever checks it trusts no solver.

    Args:
        rosters: What the instance was made from.
        instance: The question.
        time_limit: Seconds after which proving stops; None for no limit.
        progress: Told of the stages.
        jobs: Processes that may share the work.

    Raises:
        InternalError: The checker refuses the plan that the solver made.
    """
    from reassign.check.check_answer import check_answer

    plan = make_plan(instance, time_limit=time_limit, progress=progress, jobs=jobs)
    if isinstance(plan, Infeasible):
        return plan
    refused = check_answer(rosters, instance.policy, plan, instance.seed)
    if refused:
        raise InternalError("plan-refused", {"codes": ", ".join(sorted({violation.code for violation in refused}))})
    return plan


def make_plan(
    instance: Instance,
    *,
    time_limit: float | None = None,
    engine: str = "auto",
    progress: Progress | None = None,
    jobs: int = 1,
) -> Plan | Infeasible:
    """The best plan of an instance, or why there is none.

    Args:
        instance: The question.
        time_limit: Seconds after which proving stops; None for no limit.
        engine: ``"auto"``, or ``"cp-sat"`` for the second opinion of the tests.
        progress: Told of the stages; None for nobody.
        jobs: Processes that may share the work.
    """
    from reassign.solve.best_plan import best_plan
    from reassign.solve.clock import Clock
    from reassign.solve.solve import Unsolvable

    clock = Clock(None if time_limit is None else time.monotonic() + time_limit)
    plan = best_plan(instance, clock, engine=engine, progress=progress, jobs=jobs)
    if isinstance(plan, Unsolvable):
        from reassign.insight.helpful import helpful_kinds
        from reassign.insight.infeasible import all_conflicts
        from reassign.insight.repair import repairs_of

        repairs = repairs_of(instance, plan.components, clock)
        helpful = () if repairs else helpful_kinds(instance, plan.components, clock)
        return Infeasible(all_conflicts(plan.components), repairs, helpful)
    return plan
