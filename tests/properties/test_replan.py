"""Re-planning against enumeration: nobody moves for nothing, every reason and every price is true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from hypothesis import assume, event, given
from hypothesis import strategies as st

from reassign.domain.cells import CellAddress
from reassign.domain.instance import Instance
from reassign.domain.plan import Plan
from reassign.domain.policy import Priority
from reassign.domain.progress import NoProgress
from reassign.domain.replanning import Edit, Move
from reassign.insight.edit_prices import clashing_edits, price_edits, without
from reassign.insight.moves import moves_of
from reassign.insight.replanning import replanning_policy
from reassign.solve.clock import Clock
from reassign.workflows.steps.solving import make_plan
from tests.properties.instances import EVERY_FEATURE, Feature, instances
from tests.properties.oracle import (
    Placements,
    best,
    candidates,
    feasible_plans,
    has_moved,
    has_stayed,
    level_values,
    levels_of,
)
from tests.properties.planner import placements_of, values_of

FIRST_PLANS = EVERY_FEATURE - {Feature.REPLAN}
FIELDS = ((), ("an ninh",), ("môi trường",), ("an ninh", "môi trường"))
UNLIMITED = Clock(None)


def replanned(instance: Instance, old: Placements) -> Instance:
    """The question again, with everybody coming from where the old plan put them."""
    return replace(instance, incumbents=dict(old), policy=replanning_policy(instance.policy))


@st.composite
def first_plans(draw: st.DrawFn) -> tuple[Instance, Placements]:
    """A question and its plan."""
    instance = draw(instances(most_members=5, features=FIRST_PLANS))
    plan = make_plan(instance)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)
    return instance, placements_of(plan)


@st.composite
def changed_questions(draw: st.DrawFn) -> Instance:
    """A question that is re-planned after posts and limits have changed."""
    instance, old = draw(first_plans())
    changed = draw(st.sets(st.sampled_from([member.id for member in instance.members]), max_size=5))
    members = tuple(
        replace(
            member,
            fields=draw(st.sampled_from(FIELDS)),
            exempt=draw(st.booleans()),
            committee_eligible=draw(st.booleans()),
        )
        if member.id in changed
        else member
        for member in instance.members
    )
    minimum = {branch: draw(st.sampled_from((limit, 0, 1, 2))) for branch, limit in instance.minimum.items()}
    maximum = {
        branch: None if limit is None else max(draw(st.sampled_from((limit, 1, 2))), minimum[branch])
        for branch, limit in instance.maximum.items()
    }
    asked = replace(replanned(instance, old), members=members, minimum=minimum, maximum=maximum)
    closed = draw(st.sampled_from((None, None, *(branch.id for branch in instance.branches))))
    if closed is None:
        return asked
    # A branch that is gone was in no roster: those who were there come from a branch that nobody knows any more.
    return replace(asked, incumbents={member: "cũ" if at == closed else at for member, at in old.items()})


@given(first_plans())
def test_re_planning_an_unchanged_case_moves_nobody(found: tuple[Instance, Placements]) -> None:
    instance, old = found

    plan = make_plan(replanned(instance, old))

    assert isinstance(plan, Plan)
    assert placements_of(plan) == old
    assert not any(placement.has_moved for placement in plan.placements)


def goodness(instance: Instance, plan: Placements) -> tuple[int, ...]:
    """Level values with larger always better."""
    return tuple(
        value if level.sense == "max" else -value
        for level, value in zip(levels_of(instance), level_values(instance, plan), strict=True)
    )


def best_of(plans: Iterable[Placements], like: Instance) -> tuple[int, ...] | None:
    """The best level vector of some plans; the levels are those of another question."""
    return max((goodness(like, plan) for plan in plans), default=None)


def kept(instance: Instance, member: str) -> list[Placements]:
    """Every plan in which a member does not move."""
    person = next(each for each in instance.members if each.id == member)
    return [plan for plan in feasible_plans(instance) if not has_moved(instance, person, plan)]


def is_true(instance: Instance, plan: Placements, move: Move) -> bool:
    """Whether the reason of a move holds, by looking at every plan."""
    person = next(each for each in instance.members if each.id == move.member)
    ours = goodness(instance, plan)
    staying = best_of(kept(instance, move.member), instance)
    names = [level.names for level in levels_of(instance)]
    at = next((index for index, named in enumerate(names) if Priority.CONTINUITY in named), len(names))
    if move.reason == "pinned":
        return move.member in instance.pins
    if move.reason == "closed":
        return not any(has_stayed(instance, person, {**plan, move.member: branch.id}) for branch in instance.branches)
    if move.reason in {"unit", "excluded"}:
        return not any(
            has_stayed(instance, person, {**plan, move.member: branch}) for branch in candidates(instance, person)
        )
    if move.reason in {"raises", "draw"}:
        if staying is None:
            return False
        first = next(index for index in range(len(ours)) if ours[index] != staying[index])
        return first < at and "+".join(names[first]) == move.subject and ours[first] - staying[first] == move.amount
    if staying is not None and next(index for index in range(len(ours)) if ours[index] != staying[index]) < at:
        return False
    if move.reason == "minimum":
        relaxed = replace(instance, minimum={**instance.minimum, move.subject: 0})
    elif move.reason == "maximum":
        relaxed = replace(instance, maximum={**instance.maximum, move.subject: None})
    else:
        return move.reason in {"quota", "together", "apart", "limits"}
    freed = best_of(kept(relaxed, move.member), instance)
    return freed is not None and freed[: at + 1] > ours[: at + 1]


@given(changed_questions())
def test_every_move_raises_a_level_above_continuity_or_is_forced(instance: Instance) -> None:
    plan = make_plan(instance)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)

    moves = moves_of(instance, plan, frozenset(), frozenset(), UNLIMITED, NoProgress())

    assert [move.member for move in moves] == [each.member for each in plan.placements if each.has_moved]
    for move in moves:
        event(move.reason)
        assert is_true(instance, placements_of(plan), move), move


@st.composite
def edited_questions(draw: st.DrawFn) -> tuple[Instance, list[Edit]]:
    """A question with edits of a workbook: pins to any branch, or a pin that was taken away."""
    instance, old = draw(first_plans())
    asked = replanned(instance, old)
    edits = []
    pins = dict(asked.pins)
    for member in draw(st.sets(st.sampled_from(sorted(old)), min_size=1, max_size=3)):
        undone = pins.pop(member, "")
        branch = draw(st.sampled_from([branch.id for branch in asked.branches]))
        edits.append(Edit("branch", member, branch, "", "", CellAddress("plan.xlsx", "Plan", 7, 12), undone))
        pins[member] = branch
    return replace(asked, pins=pins), edits


@given(edited_questions())
def test_the_price_of_an_edit_is_the_best_plan_without_it(found: tuple[Instance, list[Edit]]) -> None:
    instance, edits = found
    plan = make_plan(instance)
    assume(isinstance(plan, Plan))
    assert isinstance(plan, Plan)

    prices = price_edits(instance, plan, edits, UNLIMITED, NoProgress())

    for price in prices:
        expected = best(without(instance, price.edit))
        assert price.is_needed == (expected is None)
        if expected is not None:
            assert tuple(level.without for level in price.levels) == expected.values
            assert tuple(level.here for level in price.levels) == values_of(plan)


@given(edited_questions())
def test_clashing_edits_are_a_smallest_set_that_cannot_stand(found: tuple[Instance, list[Edit]]) -> None:
    instance, edits = found
    old = instance.incumbents
    counts = Counter(old.values())
    # So tight that a move needs another one in return, which edits easily forbid.
    instance = replace(instance, maximum={branch.id: max(counts[branch.id], 1) for branch in instance.branches})
    if isinstance(make_plan(instance), Plan):
        event("no clash")
        return

    clash = clashing_edits(instance, edits, UNLIMITED)

    def is_possible(kept_edits: list[Edit]) -> bool:
        question = instance
        for edit in edits:
            if edit not in kept_edits:
                question = without(question, edit)
        return next(feasible_plans(question), None) is not None

    event(f"{len(clash)} edits")
    if not clash:
        assert not is_possible([])
        return
    assert not is_possible(list(clash))
    for edit in clash:
        assert is_possible([each for each in clash if each != edit])
