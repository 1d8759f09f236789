"""Processes share the components and change nothing about what comes out."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest

from reassign.domain.errors import InternalError
from reassign.domain.progress import NoProgress
from reassign.model.component import by_itself, split
from reassign.model.priorities.registry import levels_of
from reassign.solve import side_by_side
from reassign.solve.clock import Clock
from reassign.solve.forced import Trial, ground
from reassign.solve.part import solve_part
from reassign.solve.side_by_side import solve_side_by_side
from reassign.solve.solve import WORTH_SHARING, Solution, solve
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


class Counting(NoProgress):
    """Adds up what it is told."""

    def __init__(self) -> None:
        self.stages = list[tuple[str, int]]()
        self.done = 0

    def stage(self, name: str, total: int) -> None:
        """Keep it."""
        self.stages.append((name, total))

    def advance(self, steps: int = 1) -> None:
        """Count it."""
        self.done += steps


def test_every_component_is_told_once_however_many_processes() -> None:
    components, levels = split(ASKED), levels_of(ASKED)
    progress = Counting()
    solve_side_by_side(components, levels, progress, FREE, engine="auto", jobs=2)
    assert progress.done == len(components) == 20
    alone = Counting()
    solve(components, levels, alone, FREE)
    assert (alone.stages, alone.done) == ([("solving", 20)], 20)


@pytest.mark.parametrize(
    ("jobs", "components", "is_shared"),
    [
        pytest.param(2, WORTH_SHARING, True, id="enough work for two"),
        pytest.param(2, WORTH_SHARING - 1, False, id="too little"),
        pytest.param(1, WORTH_SHARING, False, id="one process"),
    ],
)
def test_work_is_shared_where_that_is_quicker(
    monkeypatch: pytest.MonkeyPatch, jobs: int, components: int, *, is_shared: bool
) -> None:
    part = solve_part(split(ASKED)[0], levels_of(ASKED), FREE)
    shared = list[int]()

    def counted(each: Sequence[object], *_: object, **__: object) -> tuple[object, ...]:
        shared.append(len(each))
        return (part,) * len(each)

    monkeypatch.setattr(side_by_side, "solve_side_by_side", counted)
    answer = solve([split(ASKED)[0]] * components, levels_of(ASKED), NoProgress(), FREE, jobs=jobs)
    assert isinstance(answer, Solution)
    assert bool(shared) is is_shared


def answers_of(*chunks: side_by_side.Chunk | side_by_side.TrialChunk) -> list[object]:
    """What a process says to all chunks."""
    incoming, outgoing = io.BytesIO(), io.BytesIO()
    for chunk in chunks:
        side_by_side._send(incoming, chunk)
    side_by_side.serve(io.BytesIO(incoming.getvalue()), outgoing)
    return list(side_by_side._received(io.BytesIO(outgoing.getvalue())))


def test_a_process_answers_each_chunk_with_its_parts_or_its_trials() -> None:
    levels = levels_of(ASKED)
    first, *_, last = (by_itself(component) for component in split(ASKED))
    start = ground(first, levels, FREE)
    assert start is not None
    assert answers_of(
        side_by_side.Chunk((first, last), levels, FREE, "auto"), side_by_side.TrialChunk(first, levels, FREE, (1, 0))
    ) == [
        (solve_part(first, levels, FREE), None),
        (Trial(start, 1).force_each(FREE), Trial(start, 0).force_each(FREE)),
    ]
    assert answers_of(side_by_side.TrialChunk(last, levels, FREE, (0,))) == []


def test_the_engine_that_is_asked_for_is_the_one_that_answers() -> None:
    levels, first = levels_of(ASKED), by_itself(split(ASKED)[0])
    part = solve_part(first, levels, FREE, engine="cp-sat")
    assert part is not None
    assert {proof.value for proof in part.proofs} == {"solver"}
    assert answers_of(side_by_side.Chunk((first,), levels, FREE, "cp-sat")) == [(part,)]
