"""Components settled by several processes at once."""

from __future__ import annotations

import pickle
import queue
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import IO, Any, TypeAlias

from reassign.domain.errors import InternalError
from reassign.domain.policy import Level
from reassign.domain.progress import Progress
from reassign.model.component import Component, by_itself
from reassign.solve.clock import Clock
from reassign.solve.forced import Forced, Trial, ground
from reassign.solve.part import Part, solve_part

CHUNK = 8
"""Components that a process is given at a time."""

Process: TypeAlias = "subprocess.Popen[bytes]"

_COMMAND = (sys.executable, "-P", "-m", "reassign.solve.worker")
_LENGTH = struct.Struct("<Q")


@dataclass(frozen=True, slots=True)
class Chunk:
    """What a process is asked at a time; see ``solve_side_by_side``."""

    components: tuple[Component, ...]
    levels: tuple[Level, ...]
    clock: Clock
    engine: str


@dataclass(frozen=True, slots=True)
class TrialChunk:
    """Members of one component who are tried in every other branch; see ``force_side_by_side``."""

    component: Component
    levels: tuple[Level, ...]
    clock: Clock
    members: tuple[int, ...]


def solve_side_by_side(
    components: Sequence[Component],
    levels: Sequence[Level],
    progress: Progress,
    clock: Clock,
    *,
    engine: str,
    jobs: int,
) -> tuple[Part | None, ...]:
    """Every component's best placement, in the order of the components; what each is worth depends on no other.

    Args:
        components: All components.
        levels: Levels, most important first.
        progress: Told of each component that is done.
        clock: When to stop proving; its moment means the same in every process of a machine.
        engine: See ``settle``.
        jobs: Processes, >= 1.

    Raises:
        InternalError: A process ended before its work was done.
    """
    chunks = [components[start : start + CHUNK] for start in range(0, len(components), CHUNK)]
    count = min(jobs, len(chunks))
    with _processes(count) as processes, ThreadPoolExecutor(count) as pool:
        idle: queue.SimpleQueue[Process] = queue.SimpleQueue()
        for process in processes:
            idle.put(process)

        def settled(chunk: Sequence[Component]) -> tuple[Part | None, ...]:
            process = idle.get()
            try:
                parts = _ask(process, Chunk(tuple(map(by_itself, chunk)), tuple(levels), clock, engine))
            finally:
                idle.put(process)
            progress.advance(len(chunk))
            return parts

        try:
            return tuple(part for parts in pool.map(settled, chunks) for part in parts)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.kill()
            raise


def force_side_by_side(
    component: Component, levels: Sequence[Level], clock: Clock, *, jobs: int
) -> tuple[tuple[Forced | None, ...], ...]:
    """What forcing each candidate of each member comes to, by member and in the order of the candidates.

    Args:
        component: A component that has a placement.
        levels: Levels, most important first.
        clock: When to stop proving.
        jobs: Processes, >= 1.

    Raises:
        InternalError: A process ended before its work was done.
    """
    count = len(component.members)
    shares = [tuple(range(first, count, jobs)) for first in range(min(jobs, count))]
    alone = by_itself(component)
    with _processes(len(shares)) as processes, ThreadPoolExecutor(len(shares)) as pool:
        chunks = [TrialChunk(alone, tuple(levels), clock, share) for share in shares]
        try:
            answers = list(pool.map(_ask, processes, chunks))
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.kill()
            raise
    found: dict[int, tuple[Forced | None, ...]] = {}
    for share, answer in zip(shares, answers, strict=True):
        found.update(zip(share, answer, strict=True))
    return tuple(found[member] for member in range(count))


@contextmanager
def _processes(count: int) -> Iterator[list[Process]]:
    """Processes that wait for work; all of them are gone afterwards."""
    processes = [subprocess.Popen(_COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(count)]  # noqa: S603 - ourselves
    try:
        yield processes
    finally:
        for process in processes:
            with suppress(OSError):
                process.communicate()


def _ask(process: Process, chunk: Chunk | TrialChunk) -> tuple[Any, ...]:
    """What a process answers.

    Raises:
        InternalError: It is gone.
    """
    answer: object = None
    with suppress(OSError):
        if process.stdin is not None and process.stdout is not None:
            _send(process.stdin, chunk)
            answer = next(_received(process.stdout), None)
    if not isinstance(answer, tuple):
        raise InternalError("worker-lost")
    return answer


def _send(stream: IO[bytes], value: object) -> None:
    content = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(content)))
    stream.write(content)
    stream.flush()


def _received(stream: IO[bytes]) -> Iterator[object]:
    """Everything that is sent until the other side ends."""
    while len(head := stream.read(_LENGTH.size)) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        content = stream.read(length)
        if len(content) < length:
            return
        # Both ends of the pipe are this program; nothing that it read from a file is run by this.
        yield pickle.loads(content)  # noqa: S301


def serve(incoming: IO[bytes], outgoing: IO[bytes]) -> None:
    """Work on chunks until there are no more."""
    for chunk in _received(incoming):
        if isinstance(chunk, Chunk):
            answer = [solve_part(each, chunk.levels, chunk.clock, engine=chunk.engine) for each in chunk.components]
            _send(outgoing, tuple(answer))
        if isinstance(chunk, TrialChunk):
            start = ground(chunk.component, chunk.levels, chunk.clock)
            if start is not None:
                _send(outgoing, tuple(Trial(start, member).force_each(chunk.clock) for member in chunk.members))
