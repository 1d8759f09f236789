"""A comparison on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.cli.screen import show, write_message, write_result
from reassign.cli.visible import visible
from reassign.domain.comparison import Change, ComparedLoad, Comparison, Passage
from reassign.domain.language import Language
from reassign.messages.compare import COMPARE, plan_letter, say_effect, say_limits, say_outcome, say_value
from reassign.messages.policy_keys import say_policy_key
from reassign.messages.reasons import say_level

if TYPE_CHECKING:
    from rich.table import Table

MOST_LOADS = 20
MOST_CHANGES = 30
"""Rows printed unless everything is asked for."""


def show_comparison(
    comparison: Comparison, language: Language, environment: Mapping[str, str], *, is_verbose: bool = False
) -> None:
    """Print the plans, what was asked differently, levels, loads that differ, and everybody who is elsewhere."""
    view = _View(comparison, language, environment, is_verbose=is_verbose)
    write_result(COMPARE["title"].say(language))
    view.plans()
    view.differences()
    view.levels()
    view.loads()
    for index in range(1, len(comparison.plans)):
        view.changes(index)
    unmeasured = [plan.file for plan in comparison.plans if not plan.is_measured]
    if unmeasured and comparison.changes:
        write_message(visible(COMPARE["not-measured"].say(language, {"files": ", ".join(unmeasured)})))
    if comparison.is_same:
        write_result(COMPARE["same"].say(language))


@dataclass(frozen=True, slots=True)
class _View:
    """The parts of the view."""

    comparison: Comparison
    language: Language
    environment: Mapping[str, str]
    is_verbose: bool

    def _say(self, key: str, parameters: Mapping[str, object] | None = None) -> str:
        return COMPARE[key].say(self.language, parameters)

    def _letters(self) -> list[str]:
        return [plan_letter(index) for index in range(len(self.comparison.plans))]

    def _table(self, *headings: str, numbers: Sequence[str] = ()) -> Table:
        from rich.table import Table

        table = Table(show_edge=False, pad_edge=False)
        for heading in headings:
            table.add_column(heading, overflow="fold")
        for heading in numbers:
            table.add_column(heading, justify="right")
        return table

    def plans(self) -> None:
        """A line per plan with its letter."""
        from rich.text import Text

        table = self._table("", self._say("file"), self._say("name"), self._say("status"), numbers=[self._say("moved")])
        for letter, plan in zip(self._letters(), self.comparison.plans, strict=True):
            cells = (plan.file, plan.title, self._say(plan.status))
            table.add_row(letter, *(Text(visible(cell)) for cell in cells), str(plan.moved))
        show(table, self.environment)
        write_result("")

    def differences(self) -> None:
        """A line per key that is not the same."""
        from rich.text import Text

        if not self.comparison.differences:
            write_result(self._say("no-differences"))
            write_result("")
            return
        write_result(self._say("differences"))
        table = self._table(self._say("key"), *self._letters())
        for one in self.comparison.differences:
            told = (say_value(one.key, value, self.language) for value in one.values)
            cells = (say_policy_key(one.key, self.language), *told)
            table.add_row(*(Text(visible(cell)) for cell in cells))
        show(table, self.environment)
        write_result("")

    def levels(self) -> None:
        """A line per level; what was only measured carries a star."""
        from rich.text import Text

        table = self._table(self._say("level"), numbers=self._letters())
        table.add_column(self._say("better"))
        for level in self.comparison.levels:
            values = (
                self._say("absent") if value is None else f"{value}{'' if is_ordered else '*'}"
                for value, is_ordered in zip(level.values, level.is_ordered, strict=True)
            )
            table.add_row(Text(say_level(level.names, self.language)), *values, self._say(level.sense))
        show(table, self.environment)
        measured = any(
            value is not None and not is_ordered
            for level in self.comparison.levels
            for value, is_ordered in zip(level.values, level.is_ordered, strict=True)
        )
        if measured:
            write_result(self._say("measured"))
        write_result("")

    def loads(self) -> None:
        """Branches whose load or limits differ."""
        from rich.text import Text

        differing = [load for load in self.comparison.loads if len({*load.received}) > 1]
        if not differing:
            write_result(self._say("same-loads"))
            write_result("")
            return
        write_result(self._say("loads"))
        table = self._table(self._say("unit"), self._say("branch"), numbers=self._letters())
        shown = differing if self.is_verbose else differing[:MOST_LOADS]
        for load in shown:
            table.add_row(Text(visible(load.unit)), Text(visible(load.name)), *self._cells(load))
        show(table, self.environment)
        self._more(len(differing) - len(shown))
        write_result("")

    def _cells(self, load: ComparedLoad) -> list[str]:
        return [
            self._say("absent") if received is None else f"{received} / {say_limits(load, plan, self.language)}"
            for plan, received in enumerate(load.received)
        ]

    def changes(self, index: int) -> None:
        """Everybody who is elsewhere in another plan than in the first, and what they have from it."""
        from rich.table import Table

        changes, passages = self.comparison.changes_of(index), self.comparison.passages_of(index)
        write_result(self._heading(index, changes, passages))
        rows = [(change.unit, *self._change(change)) for change in changes]
        rows += [("", *self._passage(passage)) for passage in passages]
        if not rows:
            return
        shown = rows if self.is_verbose else rows[:MOST_CHANGES]
        table = Table(show_edge=False, pad_edge=False, expand=True)
        for key, ratio in (("member", 3), ("move", 4), ("outcome", 4)):
            table.add_column(self._say(key), ratio=ratio, overflow="fold")
        self._add(table, shown)
        show(table, self.environment)
        self._more(len(rows) - len(shown))
        write_result("")

    def _add(self, table: Table, rows: Sequence[tuple[str, str, str, str]]) -> None:
        """The rows, each unit named once above its first."""
        from rich.text import Text

        known = ""
        for unit, *cells in rows:
            if unit and unit != known:
                table.add_row(Text(visible(unit), "bold"), "", "")
                known = unit
            table.add_row(*(Text(visible(cell)) for cell in cells))

    def _heading(self, index: int, changes: Sequence[Change], passages: Sequence[Passage]) -> str:
        names = {"first": plan_letter(0), "other": plan_letter(index), "count": len(changes)}
        heading = self._say("against", names)
        if changes and all(change.outcome is not None for change in changes):
            counts = Counter(change.outcome for change in changes)
            heading += self._say("outcomes", {key: counts[key] for key in ("gains", "loses", "even")})
        succeeded = len(self.comparison.successions_of(index))
        if succeeded:
            heading += self._say("successions", {"count": succeeded})
        if passages:
            joined = sum(passage.has_joined for passage in passages)
            heading += self._say("passages", {"joined": joined, "left": len(passages) - joined})
        return heading

    def _change(self, change: Change) -> tuple[str, str, str]:
        effects = "; ".join(say_effect(effect, self.language) for effect in change.effects)
        outcome = say_outcome(change, self.language)
        told = f"{outcome}: {effects}" if effects else outcome
        way = self._say("from-to", {"before": change.before_name, "after": change.after_name})
        return self._label(change.member, change.name), way, told

    def _passage(self, passage: Passage) -> tuple[str, str, str]:
        key = "joined" if passage.has_joined else "left"
        return self._label(passage.member, passage.name), self._say(key, {"branch": passage.branch_name}), ""

    def _label(self, member: str, name: str) -> str:
        return f"{name} ({member})" if member in self.comparison.namesakes else name

    def _more(self, count: int) -> None:
        if count > 0:
            write_result(self._say("more", {"count": count}))
