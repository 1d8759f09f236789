"""When to stop proving."""

from __future__ import annotations

import time
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clock:
    """When to stop.

    Attributes:
        deadline: Value of ``time.monotonic()`` [s]; None for never.
    """

    deadline: float | None = None

    def remaining(self) -> float | None:
        """Seconds left, at least 0; None without a limit."""
        return None if self.deadline is None else max(0.0, self.deadline - time.monotonic())

    def is_over(self) -> bool:
        """Whether the time is up."""
        return self.deadline is not None and time.monotonic() >= self.deadline
