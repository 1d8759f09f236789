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
from typing import IO, TypeAlias

from reassign.domain.errors import InternalError
from reassign.domain.policy import Level
from reassign.domain.progress import Progress
from reassign.model.component import Component, by_itself
from reassign.solve.clock import Clock
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


def _ask(process: Process, chunk: Chunk) -> tuple[Part | None, ...]:
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
