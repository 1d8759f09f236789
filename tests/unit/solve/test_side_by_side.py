"""Processes share the components and change nothing about what comes out."""

from __future__ import annotations

import io

import pytest

from reassign.domain.errors import InternalError
from reassign.domain.progress import NoProgress
from reassign.model.component import by_itself, split
from reassign.model.priorities.registry import levels_of
from reassign.solve import side_by_side
from reassign.solve.clock import Clock
from reassign.solve.part import solve_part
from reassign.solve.side_by_side import solve_side_by_side
from tests.builders import branch, instance, member

UNITS = [f"P{number:02}" for number in range(20)]
ASKED = instance(
    members=[
        member(f"{unit}-{number}", unit, residence_unit=unit, residence_area=f"KP {number}")
        for unit in UNITS
        for number in (1, 2)
    ],
    # The last unit has two members and room for one.
    branches=[branch(f"{unit}-b", unit, max=1 if unit == "P19" else 7, areas=("KP 1",)) for unit in UNITS],
)
FREE = Clock(None)


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_the_parts_are_those_of_one_process_in_the_same_order(jobs: int) -> None:
    components, levels = split(ASKED), levels_of(ASKED)
    alone = tuple(solve_part(component, levels, FREE) for component in components)
    shared = solve_side_by_side(components, levels, NoProgress(), FREE, engine="auto", jobs=jobs)
    assert shared == alone
    assert [part is None for part in shared] == [False] * 19 + [True]


def test_a_component_by_itself_is_settled_alike() -> None:
    levels = levels_of(ASKED)
    for component in split(ASKED):
        alone = by_itself(component)
        assert len(alone.instance.members) == 2
        assert solve_part(alone, levels, FREE) == solve_part(component, levels, FREE)


def test_a_process_that_dies_is_a_bug_and_not_a_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(side_by_side, "_COMMAND", (*side_by_side._COMMAND[:1], "-c", ""))
    with pytest.raises(InternalError, match="worker-lost"):
        solve_side_by_side(split(ASKED), levels_of(ASKED), NoProgress(), FREE, engine="auto", jobs=2)


def test_a_torn_message_is_no_message() -> None:
    outgoing = io.BytesIO()
    side_by_side.serve(io.BytesIO(b"\x10\0\0\0\0\0\0\0half"), outgoing)
    assert outgoing.getvalue() == b""
