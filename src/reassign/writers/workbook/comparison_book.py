"""The workbook of a comparison: overview, loads, members who are elsewhere."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.domain.comparison import Comparison
from reassign.domain.language import Language
from reassign.messages.compare import COMPARE, plan_letter, say_effect, say_limits, say_outcome, say_value
from reassign.messages.policy_keys import say_policy_key
from reassign.messages.reasons import say_level, say_reason
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.page import Cell, Column, Page, Styles, make_styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

_HEADER_ROW = 2
_KEY_WIDTH, _VALUE_WIDTH = 34.0, 22.0


def render_comparison(comparison: Comparison, language: Language) -> bytes:
    """An xlsx whose bytes depend on the comparison and the language alone.

    Raises:
        OutputError: The rows do not fit on a sheet (``output-sheet-full``).
    """
    stream = io.BytesIO()
    workbook = open_document(stream)
    _Book(workbook, make_styles(workbook), comparison, language).write()
    return finished(workbook, stream)


@dataclass(frozen=True, slots=True)
class _Book:
    """The workbook in the making."""

    workbook: Workbook
    styles: Styles
    comparison: Comparison
    language: Language

    def write(self) -> None:
        """All sheets in their order."""
        self._overview()
        self._loads()
        self._changes()

    def _say(self, key: str, parameters: Mapping[str, object] | None = None) -> str:
        return COMPARE[key].say(self.language, parameters)

    def _letters(self) -> list[str]:
        return [plan_letter(index) for index in range(len(self.comparison.plans))]

    def _page(self, sheet: str, title: str, columns: Sequence[Column]) -> Page:
        page = Page(self.workbook.add_worksheet(self._say(sheet)), self.styles)
        page.widths(columns)
        page.across(0, 0, max(len(columns) - 1, 1), title, self.styles.heading)
        return page

    def _overview(self) -> None:
        """The plans, what was asked differently, and the levels."""
        letters = self._letters()
        columns = [
            Column(self._say("plan"), _KEY_WIDTH, self.styles.left),
            *(Column(letter, _VALUE_WIDTH, self.styles.center) for letter in letters),
        ]
        page = self._page("sheet-overview", self._say("title"), columns)
        plans = self.comparison.plans
        rows: list[list[Cell]] = [
            [self._say("file"), *(plan.file for plan in plans)],
            [self._say("name"), *(plan.title for plan in plans)],
            [self._say("status"), *(self._say(plan.status) for plan in plans)],
            [self._say("members"), *(plan.members for plan in plans)],
            [self._say("branches"), *(plan.branches for plan in plans)],
            [self._say("moved"), *(plan.moved for plan in plans)],
            [self._say("uncovered"), *(plan.uncovered for plan in plans)],
        ]
        end = page.table(_HEADER_ROW, columns, rows)
        differences = self.comparison.differences
        page.put(end + 1, 0, self._say("differences" if differences else "no-differences"), self.styles.section)
        if differences:
            told: list[list[Cell]] = [
                [
                    say_policy_key(one.key, self.language),
                    *(say_value(one.key, value, self.language) for value in one.values),
                ]
                for one in differences
            ]
            end = page.table(end + 2, [Column(self._say("key"), _KEY_WIDTH, self.styles.left), *columns[1:]], told)
        else:
            end += 2
        page.put(end + 1, 0, self._say("levels"), self.styles.section)
        heads = [Column(self._say("level"), _KEY_WIDTH, self.styles.left)]
        heads += [Column(letter, _VALUE_WIDTH, self.styles.integer) for letter in letters]
        heads.append(Column(self._say("better"), _VALUE_WIDTH, self.styles.center))
        levels: list[list[Cell]] = [
            [say_level(level.names, self.language), *level.values, self._say(level.sense)]
            for level in self.comparison.levels
        ]
        page.table(end + 2, heads, levels)
        page.sheet.set_column(len(letters) + 1, len(letters) + 1, _VALUE_WIDTH)
        page.print_landscape(_HEADER_ROW, self._say("page"))

    def _loads(self) -> None:
        """Every branch with its load and limits in every plan."""
        columns = [
            Column(self._say("unit"), 24, self.styles.left),
            Column(self._say("branch"), 34, self.styles.left),
            Column(self._say("id"), 16, self.styles.left),
        ]
        for letter in self._letters():
            columns.append(Column(self._say("received", {"plan": letter}), 12, self.styles.center))
            columns.append(Column(self._say("limits", {"plan": letter}), 12, self.styles.center))
        page = self._page("sheet-loads", self._say("title-loads"), columns)
        rows: list[list[Cell]] = []
        for load in self.comparison.loads:
            row: list[Cell] = [load.unit, load.name, load.branch]
            for plan, received in enumerate(load.received):
                row += [received, say_limits(load, plan, self.language)]
            rows.append(row)
        self._finish(page, columns, page.table(_HEADER_ROW, columns, rows))

    def _changes(self) -> None:
        """One row per member and plan; who joined or left last."""
        columns = [
            Column(self._say("plan"), 9, self.styles.center),
            Column(self._say("unit"), 22, self.styles.left),
            Column(self._say("member"), 26, self.styles.left),
            Column(self._say("id"), 14, self.styles.left),
            Column(self._say("before", {"plan": plan_letter(0)}), 28, self.styles.left),
            Column(self._say("after"), 28, self.styles.left),
            Column(self._say("outcome"), 12, self.styles.center),
            Column(self._say("effects"), 40, self.styles.left),
            Column(self._say("reasons"), 36, self.styles.left),
        ]
        page = self._page("sheet-changes", self._say("title-changes", {"plan": plan_letter(0)}), columns)
        rows: list[list[Cell]] = [
            [
                plan_letter(change.plan),
                change.unit,
                change.name,
                change.member,
                change.before_name,
                change.after_name,
                say_outcome(change, self.language),
                "; ".join(say_effect(effect, self.language) for effect in change.effects),
                "; ".join(say_reason(reason, self.language) for reason in change.reasons_after),
            ]
            for change in self.comparison.changes
        ]
        for change in self.comparison.successions:
            sides = [change.before_name, change.after_name]
            rows.append(
                [
                    plan_letter(change.plan),
                    change.unit,
                    change.name,
                    change.member,
                    *sides,
                    "",
                    self._say("succeeds"),
                    "",
                ]
            )
        for passage in self.comparison.passages:
            told = self._say("joined" if passage.has_joined else "left", {"branch": passage.branch_name})
            sides = ["", passage.branch_name] if passage.has_joined else [passage.branch_name, ""]
            rows.append([plan_letter(passage.plan), "", passage.name, passage.member, *sides, "", told, ""])
        end = page.table(_HEADER_ROW, columns, rows)
        if not rows:
            page.put(end, 0, self._say("none"), self.styles.plain)
        self._finish(page, columns, end)

    def _finish(self, page: Page, columns: Sequence[Column], end: int) -> None:
        page.sheet.freeze_panes(_HEADER_ROW + 1, 3)
        page.sheet.autofilter(_HEADER_ROW, 0, max(end - 1, _HEADER_ROW), len(columns) - 1)
        page.print_landscape(_HEADER_ROW, self._say("page"))
