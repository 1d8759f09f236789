"""What a plan tells beside the placements: swaps at no loss, tasks, moves."""

from __future__ import annotations

from hypothesis import assume, given

from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.workflows.steps.solving import make_plan
from tests.properties.instances import instances
from tests.properties.oracle import (
    best_task_score,
    candidates,
    has_moved,
    interchangeable,
    most_filled,
    owners,
    placed,
    task_score,
)
from tests.properties.planner import placements_of


def planned(asked: Instance) -> Plan:
    """The plan, or another case if there is none."""
    answer = make_plan(asked)
    assume(isinstance(answer, Plan))
    assert isinstance(answer, Plan)
    return answer


@given(instances())
def test_interchangeable_members_are_those_whose_swap_costs_nothing(asked: Instance) -> None:
    plan = planned(asked)
    assert {placement.member: placement.interchangeable_with for placement in plan.placements} == interchangeable(
        asked, placements_of(plan)
    )


@given(instances())
def test_tasks_are_the_best_distribution(asked: Instance) -> None:
    plan = planned(asked)
    chosen = placements_of(plan)
    loads = {load.branch: load for load in plan.branches}
    for branch in asked.branches:
        load = loads[branch.id]
        coverable = {needed for needed in branch.needs if owners(asked, chosen, branch, needed)}
        assert set(load.covered) == coverable
        assert set(load.uncovered) == set(branch.needs) - coverable
        for needed, responsible in load.covered.items():
            assert responsible in {member.id for member in owners(asked, chosen, branch, needed)}
        assert task_score(asked.seed, branch.id, load.covered) == best_task_score(asked, chosen, branch)
    for placement in plan.placements:
        covered = loads[placement.branch].covered
        assert set(placement.tasks) == {needed for needed, member in covered.items() if member == placement.member}


@given(instances())
def test_pins_and_moves_are_marked(asked: Instance) -> None:
    plan = planned(asked)
    chosen = placements_of(plan)
    members = {member.id: member for member in asked.members}
    for placement in plan.placements:
        assert placement.is_pinned == (placement.member in asked.pins)
        assert placement.has_moved == has_moved(asked, members[placement.member], chosen)
        assert placement.branch in candidates(asked, members[placement.member])


@given(instances())
def test_posts_are_held_by_a_largest_set_of_members(asked: Instance) -> None:
    plan = planned(asked)
    chosen = placements_of(plan)
    loads = {load.branch: load for load in plan.branches}
    for branch in asked.branches:
        here = {member.id: member for member in placed(asked, chosen, branch)}
        held = [(post, holder) for post, holders in loads[branch.id].posts.items() for holder in holders]
        holders = [holder for _, holder in held]
        assert len(set(holders)) == len(holders) == most_filled(list(branch.vacant_posts), list(here.values()))
        for post, holder in held:
            assert post in here[holder].eligible_posts
            assert len(loads[branch.id].posts[post]) <= branch.vacant_posts.count(post)
        candidates_here = {member.id for member in here.values() if member.committee_eligible}
        assert set(loads[branch.id].committee_candidates) == (candidates_here if branch.committee_vacancies else set())
