"""The price curve on a terminal: a table of its steps and a small plot of every level that changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reassign.cli.screen import show, write_result
from reassign.cli.views.plot import bars
from reassign.domain.curve import Curve, CurvePoint
from reassign.domain.language import Language
from reassign.domain.plan import Proof
from reassign.messages.curve import CURVE, LEVEL_SENSES
from reassign.messages.reasons import say_level

MOST_ROWS = 24
"""Steps printed unless everything is asked for; the first and the last are always among them."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLOT_WIDTH = 60


def show_curve(curve: Curve, language: Language, environment: Mapping[str, str], *, is_verbose: bool = False) -> None:
    """Print what each number of moves buys; levels that never change are named once, the draw not at all."""
    first, last = curve.points[0], curve.points[-1]
    write_result(CURVE["title"].say(language))
    if not curve.varying:
        key = "single" if len(curve.points) == 1 else "draw-only"
        write_result(CURVE[key].say(language, {"fewest": first.moves}))
    else:
        write_result(CURVE["range"].say(language, {"fewest": first.moves, "most": last.moves}))
        for letter, index in zip(_LETTERS, curve.varying, strict=False):
            level = first.levels[index]
            write_result(
                f"  {letter}  {LEVEL_SENSES[level.sense].say(language, {'level': say_level(level.names, language)})}"
            )
    _say_constant(curve, language)
    if curve.varying:
        _show_steps(curve, language, environment, is_verbose=is_verbose)
        _show_plot(curve, language)
    unproved = sum(point.proof is Proof.NONE for point in curve.points)
    write_result(CURVE["unproved" if unproved else "proved"].say(language, {"count": unproved}))


def _say_constant(curve: Curve, language: Language) -> None:
    """Name the levels that no move changes."""
    constant = [level for index, level in enumerate(curve.points[0].levels[:-1]) if index not in curve.varying]
    if constant:
        named = (
            CURVE["level-value"].say(language, {"level": say_level(level.names, language), "value": level.value})
            for level in constant
        )
        write_result(CURVE["constant"].say(language, {"levels": "; ".join(named)}))


def _show_steps(curve: Curve, language: Language, environment: Mapping[str, str], *, is_verbose: bool) -> None:
    from rich.table import Table

    steps = curve.steps if is_verbose else spread(curve.steps, MOST_ROWS)
    table = Table(show_edge=False, pad_edge=False)
    table.add_column(CURVE["moves"].say(language), justify="right")
    for letter, _ in zip(_LETTERS, curve.varying, strict=False):
        table.add_column(letter, justify="right")
    for step in steps:
        table.add_row(str(step.moves), *(str(step.levels[index].value) for index in curve.varying[: len(_LETTERS)]))
    show(table, environment)
    if len(steps) < len(curve.steps):
        write_result(CURVE["left-out"].say(language, {"shown": len(steps), "count": len(curve.steps)}))


def _show_plot(curve: Curve, language: Language) -> None:
    first, last = curve.points[0], curve.points[-1]
    write_result(CURVE["plot"].say(language, {"fewest": first.moves, "most": last.moves}))
    for letter, index in zip(_LETTERS, curve.varying, strict=False):
        level = first.levels[index]
        sign = 1 if level.sense == "max" else -1
        heights = [sign * point.levels[index].value for point in curve.points]
        ends = f"{level.value} → {last.levels[index].value}"
        write_result(f"  {letter} {bars(heights, _PLOT_WIDTH)}  {ends}")


def spread(steps: Sequence[CurvePoint], most: int) -> list[CurvePoint]:
    """At most so many of the steps, evenly spread, the first and the last among them."""
    if len(steps) <= most:
        return list(steps)
    return [steps[round(index * (len(steps) - 1) / (most - 1))] for index in range(most)]
