"""What the sheets of one workbook share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reassign.domain.replanning import Desk
from reassign.domain.report import Report
from reassign.messages.workbook import COLUMNS, SHEETS, TITLES
from reassign.writers.figures import Received, UnitFigures
from reassign.writers.telling import Telling, shown_date, tell
from reassign.writers.workbook.page import Column, Page, Styles, make_styles

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

__all__ = ["Book", "open_book", "shown_date"]


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook in the making with everything that more than one sheet needs.

    Attributes:
        workbook: Where sheets are added.
        styles: Its formats.
        report: What is reported.
        telling: Figures and words that all documents share.
    """

    workbook: Workbook
    styles: Styles
    report: Report
    telling: Telling

    @property
    def units(self) -> tuple[UnitFigures, ...]:
        """Figures per unit, in Vietnamese order."""
        return self.telling.units

    @property
    def labels(self) -> Mapping[str, str]:
        """What each branch is called, by id."""
        return self.telling.labels

    @property
    def desk(self) -> Desk:
        """What people added to the workbook of the old plan."""
        revision = self.report.rosters.revision
        return Desk() if revision is None else revision.desk

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
        return self.telling.remark(key, **parameters)

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
        return self.telling.received()

    def origin(self, each: Received) -> str:
        """Where a member is at present, by name if it is known."""
        return self.telling.origin(each)

    def residence(self, each: Received) -> str:
        """Where a member lives."""
        return self.telling.residence(each)


def open_book(workbook: Workbook, report: Report) -> Book:
    """Formats, figures and labels for a report."""
    return Book(workbook, make_styles(workbook), report, tell(report))
