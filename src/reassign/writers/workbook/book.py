"""What the sheets of one workbook share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.domain.plan_workbook import branch_labels
from reassign.domain.report import Report
from reassign.messages.workbook import COLUMNS, REMARKS, SHEETS, TITLES
from reassign.writers.figures import Received, UnitFigures, unit_figures
from reassign.writers.workbook.page import Column, Page, Styles, make_styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

LIST_SEPARATOR = "; "


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook in the making with everything that more than one sheet needs.

    Attributes:
        workbook: Where sheets are added.
        styles: Its formats.
        report: What is reported.
        units: Figures per unit, in Vietnamese order.
        labels: What each branch is called, by id.
        is_across_units: Whether some member may be placed outside their unit.
    """

    workbook: Workbook
    styles: Styles
    report: Report
    units: tuple[UnitFigures, ...]
    labels: dict[str, str]
    is_across_units: bool

    def page(self, key: str) -> Page:
        """A new sheet, named in the language of the report."""
        return Page(self.workbook.add_worksheet(SHEETS[key].say(self.report.language)), self.styles)

    def sheet_name(self, key: str) -> str:
        """Name of a visible sheet."""
        return SHEETS[key].say(self.report.language)

    def title(self, key: str, **parameters: object) -> str:
        """A heading."""
        return TITLES[key].say(self.report.language, parameters)

    def remark(self, key: str, **parameters: object) -> str:
        """A remark."""
        return REMARKS[key].say(self.report.language, parameters)

    def left(self, key: str, width: float) -> Column:
        """A column of texts."""
        return Column(self.header(key), width, self.styles.left)

    def center(self, key: str, width: float) -> Column:
        """A column of dates, numbers or marks."""
        return Column(self.header(key), width, self.styles.center)

    def header(self, key: str) -> str:
        """Heading of a column."""
        return COLUMNS[key].say(self.report.language)

    def received(self) -> tuple[Received, ...]:
        """Every placement by unit, branch and given name."""
        return tuple(each for unit in self.units for each in unit.received)

    def origin(self, each: Received) -> str:
        """Where a member comes from, by name if it is a branch of the roster."""
        written = each.placement.from_branch or ""
        return self.labels.get(written, written)

    def residence(self, each: Received) -> str:
        """Where a member lives: as written by the policy's basis, else as it was understood."""
        member = each.member
        is_registered = self.report.instance.policy.residence_basis == "registered"
        written = member.registered_residence if is_registered else member.current_residence
        return written or ", ".join(part for part in (member.residence_area, member.residence_unit) if part)

    def names(self, ids: tuple[str, ...], unit: UnitFigures) -> str:
        """Names of members of a unit, joined."""
        known = {each.member.id: each.member.name for each in unit.received}
        return ", ".join(known.get(identity, identity) for identity in ids)


def open_book(workbook: Workbook, report: Report) -> Book:
    """Formats, figures and labels for a report."""
    units = unit_figures(report)
    is_across = report.instance.policy.scope == "any" or any(
        each.member.unit != each.branch.unit for unit in units for each in unit.received
    )
    return Book(
        workbook=workbook,
        styles=make_styles(workbook),
        report=report,
        units=units,
        labels=branch_labels(report.instance.branches, is_across_units=is_across),
        is_across_units=is_across,
    )


def shown_date(written: str) -> str:
    """An ISO date of any precision as Vietnamese lists write it: 02/03/1975, 03/1975, 1975."""
    return "/".join(reversed(written.split("-")))
