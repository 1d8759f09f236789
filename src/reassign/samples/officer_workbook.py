"""The member roster as an officer keeps it: titles, a two-line header, sections, totals, signatures, NFD."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from reassign.messages.columns import MEMBER_HEADERS
from reassign.samples.case import Row
from reassign.samples.workbook import finished, open_workbook, spoken

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

NUMBER = "STT"
MEN, WOMEN = "birth_date male", "birth_date female"

COLUMNS = (
    *(NUMBER, "name", MEN, WOMEN, "ethnicity", "joined", "official_date", "card_number", "post", "unit"),
    *("registered_residence", "current_residence", "fields", "in_charge_of", "key_cadre", "committee_eligible"),
    *("eligible_posts", "exempt", "current_branch", "note"),
)
"""What stands in the columns; the date of birth has one column for men and one for women, no column holds an id."""

GROUPS = {
    MEN: ("Ngày sinh", "Nam"),
    WOMEN: ("Ngày sinh", "Nữ"),
    "registered_residence": ("Nơi cư trú", MEMBER_HEADERS["registered_residence"].vi),
    "current_residence": ("Nơi cư trú", MEMBER_HEADERS["current_residence"].vi),
}
"""Columns under a merged heading: what stands above and below."""

WIDTHS = {NUMBER: 5, "name": 26, "registered_residence": 50, "current_residence": 50, "post": 40, "fields": 26}

HEADER_ROW = 5
"""Zero-based row of the upper header line."""


def officer_workbook(titles: tuple[str, str, str], rows: Sequence[Row]) -> bytes:
    """The list of members by unit, dates as text, every seventh name in NFD.

    Args:
        titles: The body above, the issuing body, the title of the list.
        rows: Members, those of a unit together.
    """
    target = io.BytesIO()
    book = open_workbook(target)
    sheet = book.add_worksheet("Danh sách")
    font = {"font_name": "Times New Roman", "font_size": 12}
    plain = book.add_format({**font, "border": 1})
    bold = book.add_format({**font, "bold": True})
    header = book.add_format(
        {**font, "bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
    )
    centred = book.add_format({**font, "bold": True, "align": "center"})
    for column, key in enumerate(COLUMNS):
        sheet.set_column(column, column, WIDTHS.get(key, 14))
    last = len(COLUMNS) - 1
    sheet.merge_range(0, 0, 0, 4, titles[0], centred)
    sheet.merge_range(1, 0, 1, 4, titles[1], centred)
    sheet.merge_range(0, last - 4, 0, last, "ĐẢNG CỘNG SẢN VIỆT NAM", centred)
    sheet.merge_range(3, 0, 3, last, titles[2], centred)
    _write_header(sheet, header)
    line = HEADER_ROW + 2
    for unit, members in groupby(rows, key=lambda row: row["unit"]):
        sheet.merge_range(line, 0, line, last, unit.upper(), bold)
        line += 1
        for number, row in enumerate(members, start=1):
            for column, key in enumerate(COLUMNS):
                sheet.write_string(line, column, _cell(key, row, number), plain)
            line += 1
    sheet.write_string(line, 1, f"Tổng cộng: {len(rows)} đảng viên", bold)
    sheet.merge_range(line + 2, last - 4, line + 2, last, "T/M BAN THƯỜNG VỤ", centred)
    sheet.merge_range(line + 3, last - 4, line + 3, last, "PHÓ BÍ THƯ", centred)
    sheet.write_string(line + 3, 1, "Người lập danh sách", bold)
    sheet.merge_range(line + 7, last - 4, line + 7, last, "(ký tên, đóng dấu)", centred)
    sheet.set_landscape()
    sheet.set_paper(9)
    return finished(book, target)


def _write_header(sheet: Worksheet, style: Format) -> None:
    upper, lower = HEADER_ROW, HEADER_ROW + 1
    for column, key in enumerate(COLUMNS):
        if key in GROUPS:
            sheet.write_string(lower, column, GROUPS[key][1], style)
        else:
            sheet.merge_range(upper, column, lower, column, NUMBER if key == NUMBER else MEMBER_HEADERS[key].vi, style)
    for title in dict.fromkeys(title for title, _ in GROUPS.values()):
        columns = [column for column, key in enumerate(COLUMNS) if GROUPS.get(key, ("",))[0] == title]
        sheet.merge_range(upper, columns[0], upper, columns[-1], title, style)


def _cell(key: str, row: Row, number: int) -> str:
    if key == NUMBER:
        return str(number)
    if key in (MEN, WOMEN):
        return row["birth_date"] if key == f"birth_date {row['sex']}" else ""
    text = spoken(key, row.get(key, ""))
    return unicodedata.normalize("NFD", text) if key in ("name", "registered_residence") and number % 7 == 3 else text
