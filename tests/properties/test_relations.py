"""How the answer must change, or not, when the question does (metamorphic relations)."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.domain.policy import DEFAULT_ORDER, Priority
from reassign.workflows.steps.solving import make_plan
from tests.builders import branch, member
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import candidates
from tests.properties.planner import goodness, placements_of, plan_of, renamed, values_of

LOCAL = EVERY_FEATURE - {Feature.LIMITS, Feature.APART, Feature.TOGETHER, Feature.QUOTAS, Feature.SHORTFALL}
"""Features under which moving one member out of a branch without use can break no rule."""


def planned(asked: Instance) -> Plan:
    """The plan, or another case if there is none."""
    answer = make_plan(asked)
    assume(isinstance(answer, Plan))
    assert isinstance(answer, Plan)
    return answer


@given(instances())
def test_renaming_ids_changes_nothing_above_the_draw(asked: Instance) -> None:
    # New ids sort the other way round.
    names = {f"m{index}": f"x{9 - index}" for index in range(10)} | {
        f"b{index}": f"y{9 - index}" for index in range(10)
    }
    other = renamed(asked, names)
    before, after = make_plan(asked), make_plan(other)
    assert isinstance(before, Plan) == isinstance(after, Plan)
    if isinstance(before, Plan) and isinstance(after, Plan):
        assert values_of(after)[:-1] == values_of(before)[:-1]


@given(instances(features=LOCAL, priorities=[name for name in DEFAULT_ORDER if name is not Priority.BALANCE]))
def test_a_branch_without_use_changes_nothing_above_the_draw(asked: Instance) -> None:
    plan = planned(asked)
    useless = branch("b9", asked.branches[0].unit, name="Thừa", areas=("Thừa",), min=0)
    distances = asked.distances and {
        person.id: {**asked.distances.get(person.id, {}), "b9": 100} for person in asked.members
    }
    # Neither its unit as a residence nor a missing coordinate may make it attractive.
    members = tuple(replace(person, residence_unit="", latitude=None) for person in asked.members)
    plain = replace(asked, members=members)
    plan = planned(plain)
    wider = replace(
        plain,
        branches=(*asked.branches, useless),
        minimum={**asked.minimum, "b9": 0},
        maximum={**asked.maximum, "b9": None},
        distances=distances,
    )
    assert values_of(plan_of(wider))[:-1] == values_of(plan)[:-1]


@given(instances())
def test_pinning_the_optimum_keeps_it(asked: Instance) -> None:
    plan = planned(asked)
    pinned = plan_of(replace(asked, pins=placements_of(plan)))
    assert values_of(pinned) == values_of(plan)
    assert placements_of(pinned) == placements_of(plan)


@given(instances(), st.integers(0, 20))
def test_forbidding_an_unused_pair_keeps_the_plan(asked: Instance, choice: int) -> None:
    plan = planned(asked)
    chosen = placements_of(plan)
    unused = [
        (person.id, place)
        for person in asked.members
        for place in candidates(asked, person)
        if chosen[person.id] != place
    ]
    assume(unused)
    forbidden = unused[choice % len(unused)]
    after = plan_of(replace(asked, exclusions=asked.exclusions | {forbidden}))
    assert values_of(after) == values_of(plan)
    assert placements_of(after) == chosen


@given(instances())
def test_relaxing_a_maximum_is_never_worse(asked: Instance) -> None:
    bound = asked.maximum[asked.branches[0].id]
    assume(bound is not None)
    assert bound is not None
    wider = replace(asked, maximum={**asked.maximum, asked.branches[0].id: bound + 1})
    before, after = goodness(asked, make_plan(asked)), goodness(wider, make_plan(wider))
    assert before is None or (after is not None and after >= before)


@given(instances(features=EVERY_FEATURE - {Feature.QUOTAS}))
def test_a_leaver_who_came_and_went_leaves_no_trace(asked: Instance) -> None:
    """Somebody with a branch of their own joins, is planned, and leaves: the others stay where they were."""
    assume(asked.policy.scope == "unit")
    assume(asked.policy.is_order_given)
    plan = planned(asked)
    with_guest = replace(
        asked,
        members=(*asked.members, member("m9", "P9")),
        branches=(*asked.branches, branch("b9", "P9")),
        minimum={**asked.minimum, "b9": 1},
        maximum={**asked.maximum, "b9": 1},
        distances=asked.distances and {**asked.distances, "m9": {"b9": 0}},
        pins={**asked.pins, "m9": "b9"},
    )
    during = placements_of(plan_of(with_guest))
    assert during.pop("m9") == "b9"
    assert during == placements_of(plan)
    assert make_plan(asked) == plan
