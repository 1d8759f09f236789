"""Rosters in, plan out: what the command line writes is the best plan there is, read from real files."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, assume, given, settings

from reassign.cli.main import run
from reassign.domain.instance import Instance
from reassign.domain.policy import Policy
from tests.journeys.case_folder import write_case
from tests.properties import oracle
from tests.properties.instances import instances


def as_asked_by_plan(instance: Instance) -> Instance:
    """The question as a case can ask it: nothing that only a re-plan asks, and the default order if none is named."""
    policy = replace(instance.policy, protect=None, max_moves=None)
    return replace(instance, policy=policy if policy.is_order_given else replace(policy, order=Policy().order))


def is_contradictory(instance: Instance) -> bool:
    """Whether rosters or policy contradict themselves, which is bad input and not a question."""
    return (
        any((member, branch) in instance.exclusions for member, branch in instance.pins.items())
        or any(place.min is not None and place.max is not None and place.min > place.max for place in instance.branches)
        or any(
            limit.min is not None and limit.max is not None and not limit.is_unlimited and limit.min > limit.max
            for limit in instance.policy.limits.branches.values()
        )
        or any(quota.min is None and quota.max is None for quota in instance.policy.quotas)
        or any(
            quota.min is not None and quota.max is not None and quota.min > quota.max
            for quota in instance.policy.quotas
        )
    )


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow])
@given(instances())
def test_the_written_plan_is_the_best_by_enumeration(drawn: Instance) -> None:
    instance = as_asked_by_plan(drawn)
    assume(not is_contradictory(instance))
    best = oracle.best(instance)
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_case(folder, instance)
        shortfall = ["--allow-shortfall"] if instance.policy.is_shortfall_allowed else []
        words = ["plan", "-o", "plan.json", "--seed", str(instance.seed), "-q", *shortfall]
        code = run(words, {}, folder)
        if best is None:
            assert code == 4
            assert not (folder / "plan.json").exists()
            return
        assert code == 0
        plan = json.loads((folder / "plan.json").read_text(encoding="utf-8"))
    found = [(level["names"], level["value"]) for level in plan["priorities"]]
    assert found == [(list(level.names), level.value) for level in best.levels]
    assert {item["member"]: item["branch"] for item in plan["placements"]} in best.plans
    assert plan["status"] == "optimal"
