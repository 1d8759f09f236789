"""Two engines, one answer: relaxations with certificates and CP-SAT alone reach the same plan."""

from __future__ import annotations

from hypothesis import given

from reassign.domain.instance import Instance
from reassign.domain.plan import Infeasible, Proof
from reassign.workflows.steps.solving import make_plan
from tests.properties.instances import instances


@given(instances(most_branches=4))
def test_both_engines_agree_on_every_level_and_placement(instance: Instance) -> None:
    relaxed, searched = make_plan(instance), make_plan(instance, engine="cp-sat")
    if isinstance(relaxed, Infeasible) or isinstance(searched, Infeasible):
        assert isinstance(relaxed, Infeasible)
        assert isinstance(searched, Infeasible)
        return
    assert [level.value for level in relaxed.levels] == [level.value for level in searched.levels]
    assert [level.bound for level in relaxed.levels] == [level.bound for level in searched.levels]
    assert [item.branch for item in relaxed.placements] == [item.branch for item in searched.placements]


@given(instances())
def test_small_instances_are_certified_on_every_level(instance: Instance) -> None:
    plan = make_plan(instance)
    if not isinstance(plan, Infeasible):
        assert {level.proof for level in plan.levels} == {Proof.CERTIFICATE}
