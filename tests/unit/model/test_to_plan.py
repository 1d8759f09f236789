"""From a placement to what people read."""

from __future__ import annotations

from reassign.domain.plan import LevelResult, Proof, ReviewItem
from reassign.model.to_plan import to_plan
from tests.builders import branch, instance, member
from tests.unit.model.placing import put

ASKED = instance(
    [
        member("m1", fields=("y tế",), committee_eligible=True, residence_unit="P1"),
        member("m2", "P2", current_branch="b1", current_branch_id="b1", eligible_posts=("phó",), residence_unit="P2"),
        member("m3"),
    ],
    [
        branch("b1", min=0, max=2),
        branch("b2", needs=("an ninh", "y tế"), committee_vacancies=1),
        branch("a3", "P2", vacant_posts=("phó",)),
    ],
    pins={"m3": "a3"},
)
PLACED = put(ASKED, {"m1": "b2", "m2": "a3", "m3": "a3"})
PROVED = LevelResult(("draw",), "min", 5, 5, Proof.CERTIFICATE)


def test_branches_come_by_unit_then_id_and_placements_follow_them() -> None:
    plan = to_plan(PLACED, [PROVED], {})
    assert [load.branch for load in plan.branches] == ["b1", "b2", "a3"]
    assert [(item.branch, item.member) for item in plan.placements] == [("b2", "m1"), ("a3", "m2"), ("a3", "m3")]


def test_a_load_says_what_the_branch_receives_and_still_lacks() -> None:
    empty, second, third = to_plan(PLACED, [PROVED], {}).branches
    assert (empty.received, empty.min, empty.max) == (0, 0, 2)
    assert (dict(second.covered), second.uncovered, second.committee_candidates) == (
        {"y tế": "m1"},
        ("an ninh",),
        ("m1",),
    )
    assert (third.received, dict(third.posts), third.committee_candidates) == (2, {"phó": ("m2",)}, ())


def test_a_placement_says_where_from_whether_pinned_and_whether_moved() -> None:
    first, second, third = to_plan(PLACED, [PROVED], {}).placements
    assert (first.from_branch, first.is_pinned, first.has_moved, first.tasks) == (None, False, False, ("y tế",))
    assert (second.from_branch, second.is_pinned, second.has_moved) == ("b1", False, True)
    assert (third.is_pinned, third.reasons[0]) == (True, "pinned")


def test_what_a_person_has_to_decide() -> None:
    review = [(item.code, item.member, item.branch) for item in to_plan(PLACED, [PROVED], {}).review]
    assert review == [("pin_crosses_units", "m3", "a3"), ("residence_unknown", "m3", "a3")]


def test_a_missing_distance_is_reported_where_distance_counts() -> None:
    asked = instance([member("m1")], [branch("b1")], distances={})
    assert to_plan(put(asked, {"m1": "b1"}), [PROVED], {}).review == (
        ReviewItem("distance_missing", parameters={"count": 1}),
    )


def test_a_level_without_proof_makes_the_plan_feasible_only() -> None:
    open_level = LevelResult(("needs",), "max", 1, 2, Proof.NONE)
    assert to_plan(PLACED, [open_level, PROVED], {}).status == "feasible"
    assert to_plan(PLACED, [PROVED], {"format": 1}).status == "optimal"
