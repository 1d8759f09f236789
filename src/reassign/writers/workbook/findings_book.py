"""The workbook of a check: a list of the findings, then the officer's own sheets with the cells marked."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.language import Language
from reassign.domain.sheet_copy import CopiedCell, SheetCopy
from reassign.domain.visible import in_one_line
from reassign.messages.console import CONSOLE
from reassign.messages.finding import say_any_finding, say_fix
from reassign.messages.findings_workbook import FINDINGS_WORKBOOK
from reassign.writers.workbook.document import finished, open_document
from reassign.writers.workbook.page import A4, FONT, FONT_SIZE, Cell, Column, Page, Styles, make_styles
from reassign.writers.workbook.sheet_names import copy_names

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

_HEADER_ROW = 3
_LONGEST_TEXT = 32_767
_MOST_LINKS = 60_000
"""Links on one sheet; Excel drops them all above 65,530."""
_MOST_NOTED = 5
"""Findings told in the note of one cell."""
_WIDEST = 48
_NARROWEST = 5
_FIRST_DAY = datetime.date(1899, 12, 30)
_SERIALS_FROM = datetime.date(1900, 3, 1)
_RED = "#FFC7CE"
_YELLOW = "#FFEB9C"
_CELL_COLUMN = 5


@dataclass(frozen=True, slots=True)
class _Looks:
    """Formats of copied cells, plain and marked; dates have formats of their own."""

    plain: Mapping[Severity | None, Format]
    dates: Mapping[Severity | None, Format]

    def of(self, value: CopiedCell, severity: Severity | None) -> Format:
        return (self.dates if isinstance(value, datetime.date) else self.plain)[severity]


def render_findings(findings: Sequence[Finding], copies: Sequence[SheetCopy], language: Language) -> bytes:
    """An xlsx whose bytes depend on the arguments alone.

    Args:
        findings: What was found, in the order of the list.
        copies: The sheets to mark.
        language: Language of the words.

    Raises:
        OutputError: More rows or columns than a sheet has (``output-sheet-full`` with ``sheet`` and ``row``).
    """
    stream = io.BytesIO()
    workbook = open_document(stream)
    styles = make_styles(workbook)
    first = FINDINGS_WORKBOOK["sheet"].say(language)
    names = dict(zip(((copy.file, copy.sheet) for copy in copies), copy_names(copies, [first]), strict=True))
    page = Page(workbook.add_worksheet(first), styles)
    looks = _looks(workbook)
    _write_list(page, findings, names, looks, language)
    by_sheet: dict[tuple[str, str], list[Finding]] = {}
    for finding in findings:
        by_sheet.setdefault((finding.address.file, finding.address.sheet), []).append(finding)
    for copy in copies:
        place = (copy.file, copy.sheet)
        sheet = Page(workbook.add_worksheet(names[place]), styles)
        _write_copy(sheet, copy, by_sheet.get(place, ()), looks, language)
    return finished(workbook, stream)


def _looks(workbook: Workbook) -> _Looks:
    base = {"font_name": FONT, "font_size": FONT_SIZE, "valign": "top", "border": 1, "border_color": "#BFBFBF"}
    colours: Mapping[Severity | None, Mapping[str, object]] = {
        None: {},
        Severity.ERROR: {"bg_color": _RED},
        Severity.WARNING: {"bg_color": _YELLOW},
    }
    return _Looks(
        {key: workbook.add_format({**base, "text_wrap": True, **colour}) for key, colour in colours.items()},
        {key: workbook.add_format({**base, "num_format": "dd/mm/yyyy", **colour}) for key, colour in colours.items()},
    )


def _write_list(
    page: Page,
    findings: Sequence[Finding],
    names: Mapping[tuple[str, str], str],
    looks: _Looks,
    language: Language,
) -> None:
    """Sheet 1: every finding with a link to its cell."""
    words = {key: text.say(language) for key, text in FINDINGS_WORKBOOK.items() if not _has_placeholder(text.en)}
    columns = _columns(page.styles, words)
    last = len(columns) - 1
    page.widths(columns)
    page.across(0, 0, last, words["title"], page.styles.heading)
    errors = sum(finding.is_error for finding in findings)
    counts = {"errors": errors, "warnings": len(findings) - errors}
    told = CONSOLE["counts"].say(language, counts) if findings else words["clean"]
    page.across(1, 0, last, told, page.styles.issuer)
    page.across(2, 0, last, words["how"], page.styles.italic)
    rows = [_row(number, finding, words, language) for number, finding in enumerate(findings, start=1)]
    end = page.table(_HEADER_ROW, columns, rows)
    for index, finding in enumerate(findings):
        row = _HEADER_ROW + 1 + index
        for column in (1, _CELL_COLUMN):
            page.put(row, column, rows[index][column], looks.plain[finding.severity])
        target = _target(finding.address, names)
        if target and index < _MOST_LINKS:
            text = str(rows[index][_CELL_COLUMN] or words["in-sheet"])
            page.sheet.write_url(row, _CELL_COLUMN, target, looks.plain[finding.severity], text)
    page.sheet.freeze_panes(_HEADER_ROW + 1, 0)
    if findings:
        page.sheet.autofilter(_HEADER_ROW, 0, end - 1, last)
    page.print_landscape(_HEADER_ROW, words["page"])


def _has_placeholder(text: str) -> bool:
    return "{" in text


def _columns(styles: Styles, words: Mapping[str, str]) -> list[Column]:
    return [
        Column(words["number"], 6, styles.center),
        Column(words["severity"], 11, styles.center),
        Column(words["code"], 8, styles.center),
        Column(words["file"], 20, styles.left),
        Column(words["in-sheet"], 18, styles.left),
        Column(words["cell"], 9, styles.center),
        Column(words["value"], 24, styles.left),
        Column(words["sentence"], 46, styles.left),
        Column(words["suggestion"], 24, styles.left),
        Column(words["fix"], 46, styles.left),
    ]


def _row(number: int, finding: Finding, words: Mapping[str, str], language: Language) -> tuple[Cell, ...]:
    address = finding.address
    return (
        number,
        words[str(finding.severity)],
        finding.code,
        _shown(_file(address)),
        _shown(address.sheet),
        address.cell,
        _shown(finding.value),
        _shown(say_any_finding(finding, language)),
        _shown("; ".join(finding.suggestions)),
        _shown(say_fix(finding, language)),
    )


def _file(address: CellAddress) -> str:
    """The file as it was named, without the folders of a machine."""
    path = PurePath(address.file)
    return path.name if path.is_absolute() else address.file


def _shown(text: str) -> str:
    """A text that says what it hides, at most as long as a cell may be."""
    return in_one_line(text)[:_LONGEST_TEXT]


def _target(address: CellAddress, names: Mapping[tuple[str, str], str]) -> str:
    """A link to the cell, the row or the sheet; empty if the sheet is not in the workbook."""
    name = names.get((address.file, address.sheet))
    if name is None:
        return ""
    cell = CellAddress("", "", max(address.row, 1), max(address.column, 1)).cell
    quoted = name.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"


def _write_copy(page: Page, copy: SheetCopy, findings: Sequence[Finding], looks: _Looks, language: Language) -> None:
    """The cells at the addresses that findings name, the marked ones in colour and with a note."""
    for column, width in enumerate(_widths(copy)):
        page.sheet.set_column(column, column, width)
    page.sheet.set_paper(A4)
    page.sheet.set_landscape()
    page.sheet.fit_to_pages(1, 0)
    cells = {
        (number, column): value
        for number, row in zip(copy.numbers, copy.rows, strict=True)
        for column, value in enumerate(row, start=1)
        if value != ""
    }
    merged = _merged(page, copy, cells, looks)
    marks: dict[tuple[int, int], list[Finding]] = {}
    shades: dict[tuple[int, int], Severity] = {}
    filled: dict[int, list[int]] = {}
    for row, column in cells:
        filled.setdefault(row, []).append(column)
    for finding in findings:
        if not finding.address.row:
            continue
        row, columns = finding.address.row, [finding.address.column]
        if not finding.address.column:
            columns = sorted(filled.get(row, ())) or [1]
        places = list(dict.fromkeys(merged.get((row, column), (row, column)) for column in columns))
        marks.setdefault(places[0], []).append(finding)
        for place in places:
            if finding.is_error or place not in shades:
                shades[place] = finding.severity
    for place in dict.fromkeys((*cells, *shades)):
        value = cells.get(place, "")
        _put(page, place, value, looks.of(value, shades.get(place)))
    for (row, column), told in marks.items():
        text = _note(told, language)
        lines = sum(1 + len(line) // 46 for line in text.split("\n"))
        size = {"width": 340, "height": min(20 + 17 * lines, 400), "font_size": 9}
        page.sheet.write_comment(row - 1, column - 1, text, size)


def _put(page: Page, place: tuple[int, int], value: CopiedCell, style: Format) -> None:
    row, column = place[0] - 1, place[1] - 1
    if isinstance(value, bool):
        page.sheet.write_boolean(row, column, value, style)
    elif isinstance(value, datetime.date):
        serial: Cell = (value - _FIRST_DAY).days if value >= _SERIALS_FROM else value.isoformat()
        page.put(row, column, serial, style)
    elif isinstance(value, str):
        page.put(row, column, value if len(value) <= _LONGEST_TEXT else f"{value[: _LONGEST_TEXT - 1]}…", style)
    else:
        page.put(row, column, value, style)


def _merged(
    page: Page, copy: SheetCopy, cells: Mapping[tuple[int, int], CopiedCell], looks: _Looks
) -> dict[tuple[int, int], tuple[int, int]]:
    """Merge what was merged, unless something would be hidden; the first cell by every other one."""
    first: dict[tuple[int, int], tuple[int, int]] = {}
    for top, left, bottom, right in copy.merged:
        inside = [(row, column) for row in range(top, bottom + 1) for column in range(left, right + 1)]
        others = inside[1:]
        if not others or any(place in cells for place in others) or any(place in first for place in inside):
            continue
        value = cells.get((top, left), "")
        page.sheet.merge_range(top - 1, left - 1, bottom - 1, right - 1, "", looks.of(value, None))
        first |= dict.fromkeys(inside, (top, left))
    return first


def _widths(copy: SheetCopy) -> list[float]:
    """Widths that most cells fit in; lines with one text, such as titles, run over their neighbours."""
    lengths: list[list[int]] = []
    for row in copy.rows:
        if sum(value != "" for value in row) < 2:
            # A title, a section line or nothing.
            continue
        for column, value in enumerate(row):
            while len(lengths) <= column:
                lengths.append([])
            if value != "":
                lengths[column].append(10 if isinstance(value, datetime.date) else len(str(value)))
    widths = []
    for known in lengths:
        usual = sorted(known)[-1 - len(known) // 50] if known else 0
        widths.append(min(max(1.15 * usual + 2, _NARROWEST), _WIDEST))
    return widths


def _note(findings: Sequence[Finding], language: Language) -> str:
    """What the note of a cell says: each finding, its suggestions and its fix."""
    parts: list[str] = []
    for finding in findings[:_MOST_NOTED]:
        severity = FINDINGS_WORKBOOK[str(finding.severity)].say(language)
        sentence = say_any_finding(finding, language)
        words = {"severity": severity, "code": finding.code, "sentence": sentence}
        lines = [FINDINGS_WORKBOOK["note"].say(language, words)]
        if finding.suggestions:
            suggestions = {"suggestions": ", ".join(finding.suggestions)}
            lines.append(FINDINGS_WORKBOOK["note-suggestion"].say(language, suggestions))
        lines.append(FINDINGS_WORKBOOK["note-fix"].say(language, {"fix": say_fix(finding, language)}))
        parts.append("\n".join(in_one_line(line)[:2000] for line in lines))
    if len(findings) > _MOST_NOTED:
        parts.append(FINDINGS_WORKBOOK["note-more"].say(language, {"count": len(findings) - _MOST_NOTED}))
    return "\n\n".join(parts)
