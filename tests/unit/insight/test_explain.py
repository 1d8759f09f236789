"""Prices of other places on the smallest questions, and where a plan is tight."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.domain.explanation import Alternative, Bottlenecks, ComparedLevel, Explanation, cheapness, first_gain
from reassign.domain.explanation import first_loss as loss_of
from reassign.domain.instance import Instance
from reassign.domain.plan import Conflict, Plan, Proof
from reassign.domain.policy import Limits, MemberFilter, Policy, Quota
from reassign.domain.progress import NoProgress
from reassign.insight.bottlenecks import bottlenecks_of
from reassign.insight.explain import explain, explain_all
from reassign.insight.standing import Standing, stand
from reassign.solve.best_plan import best_plan
from reassign.solve.clock import Clock
from tests.builders import branch, instance, member, ordered

HOMES = instance(
    [
        member("m1", residence_unit="P1", residence_area="KP 1"),
        member("m2", residence_unit="P1", residence_area="KP 2"),
        member("m3", residence_unit="P1", residence_area="KP 2"),
    ],
    [branch("b1", areas=("KP 1",)), branch("b2", areas=("KP 2",))],
    policy=Policy(limits=Limits(1, 2), order=ordered("residence"), is_order_given=True),
)
"""Everybody lives in the area of a branch: m1 in b1, m2 and m3 in b2. Residence is 6."""


def planned(asked: Instance) -> tuple[Standing, Plan]:
    plan = best_plan(asked, Clock())
    assert isinstance(plan, Plan)
    return stand(asked, {placement.member: placement.branch for placement in plan.placements}), plan


def explained(asked: Instance, person: str, place: str | None = None) -> Explanation:
    standing, plan = planned(asked)
    return explain(standing, plan, person, place, Clock(), NoProgress())


def tight(asked: Instance) -> Bottlenecks:
    standing, plan = planned(asked)
    return bottlenecks_of(standing, plan, Clock(), NoProgress())


def test_a_move_that_leaves_a_branch_empty_pulls_somebody_in() -> None:
    (other,) = explained(HOMES, "m1").alternatives
    assert other.branch == "b2"
    loss = loss_of(other.levels)
    assert loss is not None
    assert (loss.level.names, loss.level.here, loss.level.there, loss.by) == (("residence",), 6, 4, 2)
    assert [(move.before, move.after) for move in other.moves] == [("b2", "b1")]
    assert other.proof is Proof.CERTIFICATE


def test_a_move_within_the_limits_moves_nobody_else() -> None:
    (other,) = explained(HOMES, "m2").alternatives
    loss = loss_of(other.levels)
    assert loss is not None
    assert (loss.by, other.moves) == (1, ())


def test_only_the_branch_that_is_asked_about_is_answered() -> None:
    places = [branch(f"b{number}", areas=(f"KP {number}",), min=0) for number in (1, 2, 3)]
    found = explained(instance([member("m1", residence_unit="P1", residence_area="KP 1")], places), "m1", "b3")
    assert [each.branch for each in found.alternatives] == ["b3"]


def test_nothing_follows_from_the_branch_where_the_member_is() -> None:
    assert explained(HOMES, "m1", "b1").alternatives == ()


def test_a_place_that_breaks_a_maximum_names_the_conflict() -> None:
    asked = instance([member("m1"), member("m2")], [branch("b1"), branch("b2")], pins={"m2": "b2"})
    (other,) = explained(asked, "m1").alternatives
    assert other.is_feasible is False
    assert other.levels == ()
    assert other.conflict == Conflict("too_few_members", "P1", ("b1",), (), 1, 0)


@pytest.mark.parametrize(
    ("asked", "place", "obstacle"),
    [
        pytest.param(replace(HOMES, pins={"m1": "b1"}), "b2", "pin", id="pinned-elsewhere"),
        pytest.param(replace(HOMES, exclusions=frozenset({("m1", "b2")})), "b2", "forbid", id="ruled-out"),
        pytest.param(
            instance([member("m1")], [branch("b1"), branch("b9", "P9", min=0)]), "b9", "unit", id="another-unit"
        ),
        pytest.param(
            instance(
                [member("m1")],
                [branch("b1"), branch("b2", min=0)],
                policy=Policy(distance_missing="forbidden"),
                distances={"m1": {"b1": 5}},
            ),
            "b2",
            "distance",
            id="no-distance",
        ),
    ],
)
def test_a_branch_that_is_no_candidate_says_which_rule_forbids_it(asked: Instance, place: str, obstacle: str) -> None:
    (other,) = explained(asked, "m1", place).alternatives
    assert other.obstacle == obstacle
    assert other.conflict is not None
    assert (other.conflict.kind, other.conflict.rules) == ("rules", (obstacle,))


def test_a_pinned_member_has_no_alternatives_to_be_listed() -> None:
    assert explained(replace(HOMES, pins={"m1": "b1"}), "m1").alternatives == ()


def test_everybody_is_explained_in_the_order_of_the_plan() -> None:
    standing, plan = planned(HOMES)
    found = explain_all(standing, plan, Clock(), NoProgress())
    assert [each.placement for each in found] == list(plan.placements)
    assert [len(each.alternatives) for each in found] == [1, 1, 1]


def test_without_time_an_answer_says_that_it_is_not_proved() -> None:
    standing, plan = planned(HOMES)
    found = explain(standing, plan, "m1", None, Clock(deadline=0.0), NoProgress())
    assert [each.proof for each in found.alternatives] == [Proof.NONE]


def test_an_empty_branch_that_needs_somebody_is_a_need_with_its_price() -> None:
    asked = instance(
        [
            member("m1", fields=("môi trường",), residence_unit="P1", residence_area="KP 1"),
            member("m2", residence_unit="P1", residence_area="KP 2"),
            member("m3", "P2", fields=("môi trường",)),
        ],
        [branch("b1", areas=("KP 1",)), branch("b2", areas=("KP 2",), needs=("môi trường",)), branch("b3", "P2")],
        policy=Policy(order=ordered("residence", "needs"), is_order_given=True),
    )
    (need,) = tight(asked).open_needs
    assert (need.branch, need.field, need.elsewhere) == ("b2", "môi trường", ("m3",))
    (cover,) = need.covers
    assert (cover.member, cover.before) == ("m1", "b1")
    loss = loss_of(cover.alternative.levels)
    assert loss is not None
    assert (loss.level.names, loss.by) == (("residence",), 2)


def test_a_maximum_that_keeps_somebody_from_home_is_the_limit_that_gains_most() -> None:
    asked = instance(
        [member(f"m{number}", residence_unit="P1", residence_area="KP 1") for number in (1, 2, 3)],
        [branch("b1", areas=("KP 1",), max=1), branch("b2", areas=("KP 2",), max=2)],
        policy=Policy(order=ordered("residence"), is_order_given=True),
    )
    found = tight(asked)
    assert (found.full, found.starved) == (("b1", "b2"), ("b1",))
    best = found.relaxations[0]
    assert (best.what, best.branch, best.before, best.after) == ("max", "b1", 1, 2)
    gain = first_gain(best.levels)
    assert gain is not None
    assert (gain.level.names, gain.by, len(best.moves)) == (("residence",), 1, 1)


def test_a_quota_is_relaxed_for_all_its_branches() -> None:
    quota = Quota(MemberFilter((("key_cadre", True),)), "all", min=1)
    asked = instance(
        [
            member("m1", key_cadre=True, residence_unit="P1", residence_area="KP 1"),
            member("m2", key_cadre=True, residence_unit="P1", residence_area="KP 1"),
        ],
        [branch("b1", areas=("KP 1",), min=0), branch("b2", areas=("KP 2",), min=0)],
        policy=Policy(quotas=(quota,), order=ordered("residence"), is_order_given=True),
    )
    (found,) = tight(asked).relaxations
    assert (found.what, found.quota, found.bound, found.before, found.after) == ("quota", 0, "min", 1, 0)
    gain = first_gain(found.levels)
    assert gain is not None
    assert gain.by == 1


def test_a_limit_on_moves_that_binds_is_relaxed() -> None:
    asked = instance(
        [
            member("m1", current_branch_id="b1", residence_unit="P1", residence_area="KP 2"),
            member("m2", current_branch_id="b1", residence_unit="P1", residence_area="KP 2"),
            member("m3", current_branch_id="b1"),
        ],
        [branch("b1", areas=("KP 1",)), branch("b2", areas=("KP 2",))],
        policy=Policy(max_moves=1, order=ordered("residence"), is_order_given=True),
    )
    found = {each.what: each for each in tight(asked).relaxations}
    gain = first_gain(found["max_moves"].levels)
    assert gain is not None
    assert (found["max_moves"].after, gain.level.names, gain.by) == (2, ("residence",), 1)


def level(here: int, there: int) -> ComparedLevel:
    return ComparedLevel(("residence",), "max", here, there)


def test_what_loses_least_comes_first_and_what_is_impossible_last() -> None:
    conflict = Conflict("rules", "P1", (), (), 1, 0)
    dear, cheap = Alternative("b1", (level(6, 4),)), Alternative("b2", (level(6, 5),))
    never = Alternative("b0", conflict=conflict)
    assert sorted([never, dear, cheap], key=cheapness) == [cheap, dear, never]


def test_a_first_difference_for_the_better_is_no_loss() -> None:
    levels = (level(6, 7), level(6, 1))
    assert loss_of(levels) is None
    gain = first_gain(levels)
    assert gain is not None
    assert gain.by == 1
