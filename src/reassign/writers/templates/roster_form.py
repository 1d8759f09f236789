"""A roster to fill in: headings with notes, dropdowns, cells that keep what is typed, and a guide."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal, TypeAlias

from reassign.domain.language import Language
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS, SEX_WORDS, STATUS_WORDS
from reassign.messages.forms import BRANCH_NOTES, FORM, MEMBER_NOTES
from reassign.messages.text import Text
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.page import A4, FONT, FONT_SIZE

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

Kind: TypeAlias = Literal["members", "branches"]

ROWS = 2_000
"""Rows with dropdowns and formats below the heading."""

_REQUIRED = {"members": {"name", "unit"}, "branches": {"name", "unit"}}
_MARKS = frozenset({"key_cadre", "committee_eligible", "exempt", "special"})
_COUNTS = frozenset({"min", "max", "members_now", "officials_now", "committee_size", "committee_vacancies"})
_DEGREES = frozenset({"latitude", "longitude"})
_WIDTHS = {"name": 28, "registered_residence": 44, "current_residence": 44, "post": 28, "organisation": 28, "areas": 28}


def render_form(kind: Kind, language: Language) -> bytes:
    """An empty roster as xlsx; the same language gives the same bytes.

    Everything but counts and degrees is formatted as text, so that a spreadsheet program changes no id and no date.
    """
    headers = MEMBER_HEADERS if kind == "members" else BRANCH_HEADERS
    notes = MEMBER_NOTES if kind == "members" else BRANCH_NOTES
    stream = io.BytesIO()
    book = open_document(stream)
    font = {"font_name": FONT, "font_size": FONT_SIZE}
    framed = {**font, "bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
    heading = book.add_format({**framed, "bg_color": "#F2F2F2"})
    required = book.add_format({**framed, "bg_color": "#FFE699"})
    text = book.add_format({**font, "num_format": "@"})
    number = book.add_format(font)
    sheet = book.add_worksheet(FORM[kind].say(language))
    sheet.set_row(0, 40)
    for column, (key, header) in enumerate(headers.items()):
        sheet.set_column(column, column, _WIDTHS.get(key, 16), number if key in _COUNTS | _DEGREES else text)
        sheet.write_string(0, column, header.say(language), required if key in _REQUIRED[kind] else heading)
        sheet.write_comment(0, column, notes[key].say(language), {"x_scale": 1.6, "author": ""})
        _validate(sheet, key, column, language)
    sheet.freeze_panes(1, 2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    _write_guide(book, headers, notes, kind, language)
    return finished(book, stream)


def _validate(sheet: Worksheet, key: str, column: int, language: Language) -> None:
    """Dropdowns where there are few answers, whole numbers where something is counted."""
    choices = {"sex": SEX_WORDS, "status": STATUS_WORDS}
    options: dict[str, object]
    if key in choices:
        options = {"validate": "list", "source": [word.say(language) for word in choices[key].values()]}
    elif key in _MARKS:
        options = {"validate": "list", "source": ["x"]}
    elif key in _COUNTS:
        options = {"validate": "integer", "criteria": ">=", "value": 0}
    else:
        return
    kind = "number" if key in _COUNTS else "choice"
    told = {"error_title": FORM[f"{kind}-title"].say(language), "error_message": FORM[kind].say(language)}
    sheet.data_validation(1, column, ROWS, column, {**options, **told})


def _write_guide(
    book: Workbook, headers: Mapping[str, Text], notes: Mapping[str, Text], kind: Kind, language: Language
) -> None:
    """What goes into each column, down the rows, so that nobody takes it for a roster."""
    font = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "top", "text_wrap": True}
    plain, bold = book.add_format(font), book.add_format({**font, "bold": True})
    sheet = book.add_worksheet(FORM["guide"].say(language))
    sheet.set_column(0, 0, 32)
    sheet.set_column(1, 1, 90)
    sheet.merge_range(0, 0, 0, 1, FORM["welcome"].say(language), plain)
    sheet.set_row(0, 36)
    sheet.merge_range(1, 0, 1, 1, FORM["required"].say(language), plain)
    sheet.write_string(3, 0, FORM["column"].say(language), bold)
    sheet.write_string(3, 1, FORM["content"].say(language), bold)
    for row, (key, header) in enumerate(headers.items(), start=4):
        sheet.write_string(row, 0, header.say(language), bold if key in _REQUIRED[kind] else plain)
        sheet.write_string(row, 1, notes[key].say(language), plain)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
