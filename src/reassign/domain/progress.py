"""How long work reports on itself without knowing about a terminal."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Receives the stage that began and how far it is."""

    def stage(self, name: str, total: int) -> None:
        """A stage of ``total`` steps begins; ``name`` is a key of ``messages``."""
        ...

    def advance(self, steps: int = 1) -> None:
        """``steps`` more steps of the current stage are done."""
        ...


class NoProgress:
    """Reports to nobody."""

    def stage(self, name: str, total: int) -> None:
        """Ignore the stage."""

    def advance(self, steps: int = 1) -> None:
        """Ignore the steps."""
