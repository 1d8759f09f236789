"""Workers that plan cases side by side, each in a process of its own."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from types import TracebackType
from typing import Self

from reassign.domain.batch import CaseRecord
from reassign.workflows.batch.journal import record_of
from reassign.workflows.batch.one_case import CaseOrder, lost_case

_COMMAND = (sys.executable, "-P", "-m", "reassign.workflows.batch.worker")


class Crew:
    """A number of workers; whatever happens to one of them, the others go on."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._running: dict[int, subprocess.Popen[bytes]] = {}
        self._threads: list[threading.Thread] = []
        self._is_over = threading.Event()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._is_over.set()
        for process in list(self._running.values()):
            process.kill()
        for thread in self._threads:
            thread.join()

    def plan(self, orders: Sequence[CaseOrder]) -> Iterator[CaseRecord]:
        """Records in the order in which the cases are done; what is not begun when the crew is left stays so."""
        waiting: queue.SimpleQueue[CaseOrder] = queue.SimpleQueue()
        for order in orders:
            waiting.put(order)
        done: queue.SimpleQueue[CaseRecord] = queue.SimpleQueue()
        for number in range(min(self._size, len(orders))):
            thread = threading.Thread(target=self._work, args=(number, waiting, done), daemon=True)
            self._threads.append(thread)
            thread.start()
        for _ in orders:
            yield done.get()

    def _work(self, number: int, waiting: queue.SimpleQueue[CaseOrder], done: queue.SimpleQueue[CaseRecord]) -> None:
        """Feed one worker; a worker that dies takes no more than its case with it."""
        while not self._is_over.is_set():
            try:
                order = waiting.get_nowait()
            except queue.Empty:
                break
            done.put(self._ask(number, order))
        process = self._running.pop(number, None)
        if process is not None:
            _dismiss(process)

    def _ask(self, number: int, order: CaseOrder) -> CaseRecord:
        process = self._running.get(number)
        if process is None:
            process = self._running[number] = subprocess.Popen(  # noqa: S603 - our own module, our own interpreter
                _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
        answer = b""
        if process.stdin is not None and process.stdout is not None:
            with contextlib.suppress(OSError):
                process.stdin.write((json.dumps(asdict(order)) + "\n").encode())
                process.stdin.flush()
                answer = process.stdout.readline()
        if answer.endswith(b"\n"):
            return record_of(json.loads(answer))
        process.kill()
        _dismiss(self._running.pop(number))
        return lost_case(order)


def _dismiss(process: subprocess.Popen[bytes]) -> None:
    """Let a worker see the end of its orders, and wait until it is gone."""
    with contextlib.suppress(OSError):
        process.communicate()
