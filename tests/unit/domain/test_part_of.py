"""A part of a question holds its own members, branches and rulings, and those of nobody else."""

from __future__ import annotations

from dataclasses import replace

from reassign.domain.instance import part_of
from tests.builders import branch, instance, member


def test_a_part_has_its_own_rulings_and_no_others() -> None:
    whole = instance(
        [member("m1"), member("m2"), member("m3", unit="P2")],
        [branch("b1"), branch("b2"), branch("b3", unit="P2")],
        pins={"m1": "b1", "m3": "b3"},
        forbids=[("m2", "b1"), ("m3", "b2")],
        current={"m1": "b2", "m3": "b3"},
        distances={"m1": {"b1": 5}, "m3": {"b3": 7}},
    )
    whole = replace(
        whole,
        task_owners={("b1", "y tế"): "m1", ("b3", "y tế"): "m3"},
        lots={member: {"b1": 1} for member in ("m1", "m2", "m3")},
    )

    part = part_of(whole, whole.members[:2], whole.branches[:2])

    assert [each.id for each in part.members] == ["m1", "m2"]
    assert [each.id for each in part.branches] == ["b1", "b2"]
    assert (set(part.minimum), set(part.maximum)) == ({"b1", "b2"}, {"b1", "b2"})
    assert part.pins == {"m1": "b1"}
    assert part.exclusions == {("m2", "b1")}
    assert part.incumbents == {"m1": "b2"}
    assert set(part.origins) <= {"m1", "m2"}
    assert part.distances == {"m1": {"b1": 5}}
    assert part.task_owners == {("b1", "y tế"): "m1"}
    assert part.lots is not None
    assert set(part.lots) == {"m1", "m2"}
    assert (part.policy, part.seed, part.successors) == (whole.policy, whole.seed, whole.successors)
