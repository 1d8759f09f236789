"""What a curve says on instances small enough to read."""

from __future__ import annotations

from reassign.domain.curve import Curve, CurveLevel, CurvePoint, first_gain
from reassign.domain.plan import Proof
from reassign.domain.policy import MemberFilter, Policy
from reassign.domain.progress import NoProgress
from reassign.insight.curve import _convolved, price_curve
from reassign.solve.clock import Clock
from reassign.solve.solve import Unsolvable
from tests.builders import branch, instance, member, ordered

RESIDENCE_ONLY = Policy(order=ordered("continuity", "residence"), is_order_given=True)


def curve_of(*units: str, policy: Policy = RESIDENCE_ONLY) -> Curve:
    """Two branches a unit; each unit has one member in the right branch and one in the wrong one."""
    members, branches = [], []
    for unit in units:
        branches += [branch(f"{unit}-1", unit, areas=("KP 1",)), branch(f"{unit}-2", unit, areas=("KP 2",))]
        for number, home in ((1, "KP 2"), (2, "KP 1")):
            members.append(
                member(
                    f"{unit}-m{number}",
                    unit,
                    residence_unit=unit,
                    residence_area=home,
                    current_branch_id=f"{unit}-{number}",
                )
            )
    curve = price_curve(instance(members, branches, policy=policy), Clock(), NoProgress())
    assert isinstance(curve, Curve)
    return curve


def residence(curve: Curve) -> list[tuple[int, int]]:
    return [(point.moves, point.levels[0].value) for point in curve.points]


def test_one_move_buys_nothing_where_two_must_swap() -> None:
    assert residence(curve_of("P1")) == [(0, 2), (1, 2), (2, 4)]


def test_moves_and_values_of_several_units_add_up() -> None:
    assert residence(curve_of("P1", "P2", "P3")) == [(0, 6), (1, 6), (2, 8), (3, 8), (4, 10), (5, 10), (6, 12)]


def test_continuity_is_no_level_of_the_curve_and_the_draw_is_the_last() -> None:
    assert [level.names for level in curve_of("P1").points[0].levels] == [("residence",), ("draw",)]


def test_continuity_within_a_weighted_level_is_taken_out() -> None:
    policy = Policy(order=ordered({"continuity": 5, "residence": 3}), is_order_given=True)
    assert residence(curve_of("P1", policy=policy)) == [(0, 6), (1, 6), (2, 12)]


def test_a_limit_on_the_moves_does_not_cut_the_curve() -> None:
    policy = Policy(order=RESIDENCE_ONLY.order, is_order_given=True, max_moves=0)
    assert residence(curve_of("P1", policy=policy)) == [(0, 2), (1, 2), (2, 4)]


def test_protected_members_stay_at_any_number_of_moves() -> None:
    policy = Policy(order=RESIDENCE_ONLY.order, is_order_given=True, protect=MemberFilter((("unit", "P1"),)))
    assert residence(curve_of("P1", "P2", policy=policy)) == [(0, 4), (1, 4), (2, 6)]


def test_it_begins_with_the_moves_that_cannot_be_avoided() -> None:
    asked = instance(
        [member("m1", current_branch_id="b1"), member("m2", current_branch_id="b1"), member("m3")],
        [branch("b1", max=1), branch("b2", max=2)],
        policy=RESIDENCE_ONLY,
    )
    curve = price_curve(asked, Clock(), NoProgress())
    assert isinstance(curve, Curve)
    assert curve.points[0].moves == 1


def test_without_anybody_who_could_move_there_is_one_point() -> None:
    curve = price_curve(instance([member("m1")], [branch("b1")], policy=RESIDENCE_ONLY), Clock(), NoProgress())
    assert isinstance(curve, Curve)
    assert [point.moves for point in curve.points] == [0]


def test_units_without_a_plan_are_named() -> None:
    asked = instance([member("m1"), member("m2", "P2")], [branch("b1", min=2), branch("b2", "P2")])
    answer = price_curve(asked, Clock(), NoProgress())
    assert isinstance(answer, Unsolvable)
    assert [component.members[0].id for component in answer.components] == ["m1"]


def test_steps_leave_out_what_the_draw_alone_changes() -> None:
    def point(moves: int, needs: int, draw: int) -> CurvePoint:
        levels = (CurveLevel(("needs",), "max", needs), CurveLevel(("draw",), "min", draw))
        return CurvePoint(moves, levels, Proof.CERTIFICATE)

    curve = Curve((point(3, 5, 90), point(4, 5, 80), point(5, 6, 85), point(6, 6, 70)))
    assert [step.moves for step in curve.steps] == [3, 5]
    assert curve.varying == (0,)
    assert first_gain(curve.points[0], curve.points[1]) == (1, -10)
    assert first_gain(curve.points[1], curve.points[2]) == (0, 1)
    assert first_gain(curve.points[1], curve.points[1]) is None


def test_a_convolution_takes_the_best_split_of_the_moves() -> None:
    assert _convolved([0, 1, 5], [0, 3]) == [0, 3, 5, 8]
