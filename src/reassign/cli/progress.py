"""Progress on a terminal, and silence elsewhere."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reassign.domain.language import Language
from reassign.domain.progress import NoProgress, Progress
from reassign.messages.console import STAGES

if TYPE_CHECKING:
    from rich.progress import Progress as Bar
    from rich.progress import TaskID


@contextmanager
def show_progress(language: Language, *, is_wanted: bool) -> Iterator[Progress]:
    """A bar on stderr while the block runs, if stderr is a terminal."""
    if not is_wanted or not sys.stderr.isatty():
        yield NoProgress()
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        yield TerminalProgress(bar, language)


class TerminalProgress:
    """One bar, renamed at every stage."""

    def __init__(self, bar: Bar, language: Language) -> None:
        self._bar = bar
        self._language = language
        self._task: TaskID | None = None

    def stage(self, name: str, total: int) -> None:
        """Begin a stage; the bar of the last one goes away."""
        if self._task is not None:
            self._bar.remove_task(self._task)
        text = STAGES.get(name)
        self._task = self._bar.add_task(text.say(self._language) if text else name, total=total or None)

    def advance(self, steps: int = 1) -> None:
        """Move the bar."""
        if self._task is not None:
            self._bar.advance(self._task, steps)
