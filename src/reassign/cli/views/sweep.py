"""A sweep on a terminal: a row per value, why a value has no plan, and a small plot of what changes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.cli.screen import show, write_result
from reassign.cli.views.plot import bars
from reassign.cli.visible import visible
from reassign.domain.language import Language
from reassign.domain.sweep import SweepPoint
from reassign.messages.curve import CURVE, LEVEL_SENSES
from reassign.messages.infeasible import Teller
from reassign.messages.reasons import say_level
from reassign.messages.sweep import SWEEP, say_measure, say_point
from reassign.workflows.sweep import SweepOutcome

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLOT_WIDTH = 60
_COUNTS = ("moved", "changed", "uncovered", "loads")


def show_sweep(
    outcome: SweepOutcome, language: Language, environment: Mapping[str, str], *, is_verbose: bool = False
) -> None:
    """Print the table; levels that are the same with every value are named once, the draw not at all."""
    view = _View(outcome, language, environment, is_verbose=is_verbose)
    view.head()
    view.table()
    view.conflicts()
    view.plot()
    view.proof()


@dataclass(frozen=True, slots=True)
class _View:
    """The parts of the view."""

    outcome: SweepOutcome
    language: Language
    environment: Mapping[str, str]
    is_verbose: bool

    def _say(self, key: str, parameters: Mapping[str, object] | None = None) -> str:
        return SWEEP[key].say(self.language, parameters)

    def head(self) -> None:
        """Title, the letters of the columns, and what never changes."""
        sweep = self.outcome.sweep
        ends = [say_point(point.value, self.language) for point in (sweep.points[0], sweep.points[-1])]
        title = self._say("title", {"key": sweep.key, "values": " … ".join(dict.fromkeys(ends))})
        current = self._say("current", {"value": say_point(sweep.current, self.language)})
        write_result(visible(f"{title} {current}"))
        if not sweep.feasible:
            return
        levels = sweep.feasible[0].levels
        for letter, index in zip(_LETTERS, sweep.varying, strict=False):
            named = {"level": say_level(levels[index].names, self.language)}
            write_result(f"  {letter}  {LEVEL_SENSES[levels[index].sense].say(self.language, named)}")
        for letter, key in zip(_LETTERS[len(sweep.varying) :], self._measures(), strict=False):
            write_result(visible(f"  {letter}  {say_measure(key, self.language)}"))
        constant = [level for index, level in enumerate(levels[:-1]) if index not in sweep.varying]
        if constant:
            told = (
                CURVE["level-value"].say(
                    self.language, {"level": say_level(level.names, self.language), "value": level.value}
                )
                for level in constant
            )
            write_result(self._say("constant", {"levels": "; ".join(told)}))

    def _measures(self) -> list[str]:
        return [key for point in self.outcome.sweep.feasible[:1] for key in point.measures]

    def table(self) -> None:
        """A row per value."""
        from rich.table import Table

        sweep = self.outcome.sweep
        letters = _LETTERS[: len(sweep.varying) + len(self._measures())]
        table = Table(show_edge=False, pad_edge=False)
        for heading in (self._say("value"), *letters, *(self._say(key) for key in _COUNTS)):
            table.add_column(heading, justify="right", no_wrap=True)
        for point in sweep.points:
            star = "*" if point.is_current else ""
            table.add_row(f"{say_point(point.value, self.language)}{star}", *self._cells(point))
        show(table, self.environment)
        write_result(self._say("columns"))

    def _cells(self, point: SweepPoint) -> list[str]:
        sweep = self.outcome.sweep
        if not point.is_feasible:
            return ["×" for _ in range(len(sweep.varying) + len(self._measures()) + len(_COUNTS))]
        return [
            *(str(point.levels[index].value) for index in sweep.varying),
            *(str(point.measures[key]) for key in self._measures()),
            str(point.moved),
            "" if point.changed is None else str(point.changed),
            str(point.uncovered),
            f"{point.lowest}–{point.highest}",
        ]

    def conflicts(self) -> None:
        """Why a value has no plan: the first conflict, or all of them."""
        outcome = self.outcome
        teller = Teller(outcome.instance, self.language)
        for point in outcome.sweep.points:
            shown = point.conflicts if self.is_verbose else point.conflicts[:1]
            for conflict in shown:
                words = teller.conflict(conflict)
                named = {"key": outcome.sweep.key, "value": say_point(point.value, self.language), "conflict": words}
                more = len(point.conflicts) - len(shown)
                rest = self._say("more-conflicts", {"count": more}) if more else ""
                write_result(visible(f"× {self._say('why', named)}{rest}"))

    def plot(self) -> None:
        """A line of blocks per level that changes."""
        sweep = self.outcome.sweep
        if not sweep.varying:
            return
        ends = {
            "first": say_point(sweep.points[0].value, self.language),
            "last": say_point(sweep.points[-1].value, self.language),
        }
        write_result(self._say("plot", ends))
        for letter, index in zip(_LETTERS, sweep.varying, strict=False):
            sign = 1 if sweep.feasible[0].levels[index].sense == "max" else -1
            heights = [sign * point.levels[index].value if point.is_feasible else None for point in sweep.points]
            first, last = sweep.feasible[0].levels[index].value, sweep.feasible[-1].levels[index].value
            write_result(f"  {letter} {bars(heights, _PLOT_WIDTH)}  {first} → {last}")

    def proof(self) -> None:
        """Whether every value is settled."""
        sweep = self.outcome.sweep
        if not sweep.feasible:
            write_result(self._say("none"))
            return
        unproved = sum(point.status == "feasible" for point in sweep.points)
        write_result(self._say("unproved" if unproved else "proved", {"count": unproved}))
