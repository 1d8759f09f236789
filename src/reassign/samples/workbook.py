"""Rosters as clean workbooks with Vietnamese headings and real dates and numbers."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reassign.messages.columns import SEX_WORDS, STATUS_WORDS, YES
from reassign.messages.text import Text
from reassign.samples.case import Row

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

CREATED = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
"""Fixed creation time, so that the bytes repeat."""

DATES = frozenset({"birth_date", "joined", "official_date"})
NUMBERS = frozenset(
    {"min", "max", "members_now", "officials_now", "committee_size", "committee_vacancies", "latitude", "longitude"}
)
WIDTHS = {"id": 10, "name": 26, "registered_residence": 52, "current_residence": 52, "post": 40, "organisation": 36}


def open_workbook(target: io.BytesIO) -> Workbook:
    """A workbook in memory without author and with a fixed date; no text becomes a formula or a link."""
    from xlsxwriter.workbook import Workbook

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(target, options)
    book.set_properties({"created": CREATED})
    return book


def finished(book: Workbook, target: io.BytesIO) -> bytes:
    """Close the workbook; its bytes depend on its contents alone.

    The parts are stored, not deflated, and marked as made on one kind of system: compressed bytes differ
    between builds of zlib and XlsxWriter lets the machine name itself.
    """
    book.close()
    stored = io.BytesIO()
    with zipfile.ZipFile(target) as parts, zipfile.ZipFile(stored, "w", zipfile.ZIP_STORED) as package:
        for part in parts.infolist():
            entry = zipfile.ZipInfo(part.filename, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            package.writestr(entry, parts.read(part))
    return stored.getvalue()


def roster_workbook(sheet_name: str, headers: Mapping[str, Text], rows: Sequence[Row]) -> bytes:
    """A roster with the columns that hold anything, one header row, nothing else."""
    keys = [key for key in headers if any(row.get(key) for row in rows)]
    target = io.BytesIO()
    book = open_workbook(target)
    sheet = book.add_worksheet(sheet_name)
    font = {"font_name": "Times New Roman", "font_size": 12}
    bold = book.add_format({**font, "bold": True, "text_wrap": True, "border": 1, "align": "center"})
    plain = book.add_format(font)
    date = book.add_format({**font, "num_format": "dd/mm/yyyy"})
    for column, key in enumerate(keys):
        sheet.set_column(column, column, WIDTHS.get(key, 15))
        sheet.write_string(0, column, headers[key].vi, bold)
    for line, row in enumerate(rows, start=1):
        for column, key in enumerate(keys):
            value = row.get(key, "")
            if value and key in DATES:
                sheet.write_datetime(line, column, _date(value), date)
            elif value and key in NUMBERS:
                sheet.write_number(line, column, float(value), plain)
            elif value:
                sheet.write_string(line, column, spoken(key, value), plain)
    sheet.freeze_panes(1, 0)
    return finished(book, target)


def spoken(key: str, value: str) -> str:
    """A canonical value in the words of an officer."""
    if value == "yes":
        return YES.vi
    words = {"sex": SEX_WORDS, "status": STATUS_WORDS}.get(key, {})
    return words[value].vi if value in words else value.replace(";", "; ")


def _date(text: str) -> datetime.date:
    day, month, year = text.split("/")
    return datetime.date(int(year), int(month), int(day))
