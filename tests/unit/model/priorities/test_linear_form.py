"""For any placement the linear form, completed at its best, is the value counted from the placement."""

from __future__ import annotations

from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reassign.domain.instance import Instance
from reassign.domain.policy import SENSES, Priority
from reassign.model.component import split
from reassign.model.priorities.registry import PRIORITIES
from reassign.model.rows import Row
from reassign.model.rules.branch_quota import BranchQuota
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import VALUES
from tests.unit.model.linear import best_completion, broken, chosen, pairs_of, received

SMALL = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@SMALL
@given(
    instances(most_members=4, features=EVERY_FEATURE - {Feature.MISSING}),
    st.sampled_from(sorted(Priority)),
    st.randoms(use_true_random=False),
)
def test_best_completion_is_the_value(asked: Instance, name: Priority, random: Random) -> None:
    total = 0
    placed: dict[str, str] = {}
    for component in split(asked):
        open_to: dict[str, list[str]] = {member.id: [] for member in component.members}
        for member, branch in pairs_of(component):
            open_to[member].append(branch)
        if not all(open_to.values()):
            return
        here = {member: random.choice(branches) for member, branches in open_to.items()}
        limits: list[Row] = list(BranchQuota().rows(component))
        if broken(limits, component, here):
            return
        priority = PRIORITIES[name]
        counted = priority.value(component, received(component, here))
        assert best_completion(priority.terms(component), chosen(component, here), SENSES[name]) == counted
        total += counted
        placed.update(here)
    assert total == VALUES[name](asked, placed)
