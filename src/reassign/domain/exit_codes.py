"""Exit codes of the commands (docs/reference/exit-codes.md)."""

from __future__ import annotations

OK = 0
WRONG = 1
"""``verify`` found something that is not true, or ``compare --fail-on-change`` a difference."""
USAGE = 2
INPUT = 3
INFEASIBLE = 4
UNPROVED = 5
"""A plan was written but not proved optimal."""
OUTPUT = 6
INTERNAL = 70
"""``EX_SOFTWARE`` of sysexits.h."""
INTERRUPTED = 130
"""128 + SIGINT, as shells and Typer have it."""


def code_of(status: str) -> int:
    """What a command leaves with that made a plan, or found that there is none (``infeasible``)."""
    return {"optimal": OK, "feasible": UNPROVED, "infeasible": INFEASIBLE}[status]
