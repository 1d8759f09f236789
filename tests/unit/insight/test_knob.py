"""Keys of a sweep, and the policy that each value makes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reassign.domain.errors import UsageError
from reassign.domain.policy import BranchLimit, Limits, MemberFilter, Policy, Quota
from reassign.insight.knob import find_knob, known_keys, parse_values
from tests.builders import branch, member, ordered, rosters

READ = rosters(
    [member("m1")],
    [branch("b.1", min=2, needs=("an ninh", "y tế")), branch("b2", max=5)],
)
POLICY = Policy(
    limits=Limits(branches={"b2": BranchLimit(max=4)}),
    order=ordered("residence", {"needs": 3, "balance": 1}),
    is_order_given=True,
    needs_weights={"y tế": 5},
    quotas=(Quota(MemberFilter((("status", "official"),)), "all", min=1),),
)


@pytest.mark.parametrize(
    ("key", "name", "current", "changed"),
    [
        pytest.param("limits.min", "limits.min", 1, replace(POLICY.limits, min=9), id="least"),
        pytest.param("policy.limits.max", "limits.max", 7, replace(POLICY.limits, max=9), id="most, policy before it"),
        pytest.param(
            'limits.branch."b.1".min',
            "limits.branch.b.1.min",
            2,
            replace(POLICY.limits, branches={**POLICY.limits.branches, "b.1": BranchLimit(min=9)}),
            id="a branch with a dot in its id, its row's minimum",
        ),
        pytest.param(
            "limits.branch.b2.max",
            "limits.branch.b2.max",
            4,
            replace(POLICY.limits, branches={"b2": BranchLimit(max=9)}),
            id="a branch with an exception",
        ),
    ],
)
def test_limits(key: str, name: str, current: int, changed: Limits) -> None:
    knob = find_knob(key, POLICY, READ)
    assert (knob.key, knob.current) == (name, current)
    assert knob.turned(9) == replace(POLICY, limits=changed)


def test_a_maximum_may_be_none() -> None:
    assert find_knob("limits.max", POLICY, READ).turned(None).limits.max is None
    assert find_knob("limits.branch.b2.max", POLICY, READ).turned(None).limits.branches["b2"].is_unlimited


def test_a_weight_that_the_policy_does_not_name_is_one() -> None:
    knob = find_knob("needs.weights.an ninh", POLICY, READ)
    assert knob.current == 1
    assert knob.turned(3).needs_weights == {"y tế": 5, "an ninh": 3}
    assert find_knob('needs.weights."y tế"', POLICY, READ).current == 5


@pytest.mark.parametrize("key", ["quota[1].min", "quota.1.min"])
def test_quotas_are_counted_from_one(key: str) -> None:
    knob = find_knob(key, POLICY, READ)
    assert (knob.key, knob.current) == ("quota[1].min", 1)
    assert knob.turned(2).quotas[0].min == 2


def test_weights_within_a_level() -> None:
    knob = find_knob("priorities.order[2].needs", POLICY, READ)
    assert knob.current == 3
    assert knob.turned(8).order == ordered("residence", {"needs": 8, "balance": 1})


@pytest.mark.parametrize(
    ("key", "kind", "named"),
    [
        pytest.param("limits.mx", "sweep-key", "limits.max", id="a typing error"),
        pytest.param("thresholds.large", "sweep-key", "limits.min", id="no figure that changes a plan"),
        pytest.param("needs.weights.an nin", "sweep-field", "an ninh", id="no such field"),
        pytest.param("limits.branch.b3.max", "sweep-branch", "b2", id="no such branch"),
        pytest.param("quota[2].min", "sweep-key", "quota[1].min", id="no such quota"),
        pytest.param("quota[0].min", "sweep-key", "quota[1].min", id="counted from nought"),
        pytest.param("priorities.order[1].residence", "sweep-level", "order[2].needs", id="a level without weights"),
    ],
)
def test_an_unknown_key_names_the_nearest(key: str, kind: str, named: str) -> None:
    with pytest.raises(UsageError) as caught:
        find_knob(key, POLICY, READ)
    assert caught.value.key == kind
    assert named in str(caught.value.parameters["known"])


def test_every_known_key_is_one() -> None:
    keys = known_keys(POLICY, READ)
    assert "priorities.order[2].balance" in keys
    for key in keys:
        assert find_knob(key, POLICY, READ).key.replace('"', "") == key


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("3..6", (3, 4, 5, 6), id="range"),
        pytest.param("0..100/50", (0, 50, 100), id="steps"),
        pytest.param("0..99/50", (0, 50), id="the last step may fall short"),
        pytest.param("5", (5,), id="one"),
        pytest.param(" 1, 3..4 ,3, none", (1, 3, 4, None), id="several, each once"),
        pytest.param("không", (None,), id="no limit in Vietnamese"),
    ],
)
def test_values(text: str, values: tuple[int | None, ...]) -> None:
    assert parse_values(text, find_knob("limits.max", POLICY, READ)) == values


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("6..3", "sweep-range", id="the larger first"),
        pytest.param("1..3/0", "sweep-range", id="no step"),
        pytest.param("a", "sweep-range", id="a word"),
        pytest.param("1.5", "sweep-range", id="a fraction"),
        pytest.param("-1", "sweep-range", id="below nought"),
        pytest.param("", "sweep-range", id="nothing"),
        pytest.param("²", "sweep-range", id="a digit that is no number"),
        pytest.param("0..200", "sweep-too-long", id="too many"),
        pytest.param("0..150,200..300", "sweep-too-long", id="too many together"),
        pytest.param("1..99999999999999999999", "sweep-too-long", id="far too many"),
        pytest.param("1000001", "sweep-too-large", id="too large"),
        pytest.param("none", "sweep-range", id="none where a number is needed"),
    ],
)
def test_what_is_no_value(text: str, kind: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_values(text, find_knob("limits.min", POLICY, READ))
    assert caught.value.key == kind
