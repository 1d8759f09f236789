"""A sweep as a csv table for other programs: one row per value."""

from __future__ import annotations

import csv
import io

from reassign.domain.guard import guard
from reassign.domain.sweep import Sweep


def render_sweep_csv(sweep: Sweep) -> bytes:
    r"""The points in their order: ``value, status``, the levels by their names joined with ``+``, then the counts.

    UTF-8 without a byte order mark and with ``\n`` line ends. Cells of a value without a plan are empty.
    """
    names = ["+".join(level.names) for point in sweep.feasible[:1] for level in point.levels]
    measures = [key for point in sweep.feasible[:1] for key in point.measures]
    counts = ("moved", "changed", "uncovered", "lowest", "highest")
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(["value", "status", *names, *counts, *(guard(f"measured {key}") for key in measures)])
    for point in sweep.points:
        value = "none" if point.value is None else point.value
        if not point.is_feasible:
            writer.writerow([value, point.status, *[""] * (len(names) + len(counts) + len(measures))])
            continue
        changed = "" if point.changed is None else point.changed
        figures = (point.moved, changed, point.uncovered, point.lowest, point.highest)
        levels = [level.value for level in point.levels]
        writer.writerow([value, point.status, *levels, *figures, *(point.measures[key] for key in measures)])
    return stream.getvalue().encode()
