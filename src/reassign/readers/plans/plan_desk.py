"""The sheet of a plan workbook that people edit: where everybody is put, who is pinned, what was remarked.

Rows may be sorted, columns moved, rows and columns added: a row is known by its member id, a column by its heading.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan_workbook import (
    HIDDEN_SHEET,
    KEY_BRANCH_COLUMN,
    KEY_BRANCH_HEADING,
    KEY_CELLS,
    KEY_COMMENT_HEADING,
    KEY_HEADER_ROW,
    KEY_HEADING,
    KEY_ID_HEADING,
    KEY_MEMBER_COLUMN,
    KEY_NAME_HEADING,
    KEY_PIN_COLUMN,
    KEY_PIN_HEADING,
    KEY_SHEET,
    LIST_SHEET,
    PIN_MARK,
    UNMARKED,
    cell_mark,
    seal,
)
from reassign.domain.replanning import Desk, EditKind
from reassign.domain.vietnamese import tidy
from reassign.readers.cells.nearest import nearest
from reassign.readers.cells.values import composed, yes_or_no
from reassign.readers.grids.cell_notes import cell_notes
from reassign.readers.grids.grid import Grid, Kind
from reassign.readers.plans.plan_document import DocumentReading

_NEEDED = (KEY_ID_HEADING, KEY_BRANCH_HEADING, KEY_PIN_HEADING)
_BROKEN: Mapping[Kind | None, str] = {Kind.ERROR: "R050", Kind.EMPTY_FORMULA: "R051"}
_NUMBERED = {
    KEY_ID_HEADING: KEY_MEMBER_COLUMN,
    KEY_BRANCH_HEADING: KEY_BRANCH_COLUMN,
    KEY_PIN_HEADING: KEY_PIN_COLUMN,
}


@dataclass(frozen=True, slots=True)
class Written:
    """What the plan says about a member, as it was written.

    Attributes:
        branch: Branch id.
        label: What the branch is called in the sheet.
        is_pinned: Whether the member is pinned.
        called: Name and id of the member, for messages.
    """

    branch: str
    label: str
    is_pinned: bool
    called: str


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A row of the sheet as it is now.

    Attributes:
        member: Member id.
        branch: Text of the branch cell.
        is_pinned: Whether the pin cell says yes.
        branch_cell: Address of the branch cell.
        pin_cell: Address of the pin cell.
    """

    member: str
    branch: str
    is_pinned: bool
    branch_cell: CellAddress
    pin_cell: CellAddress


@dataclass(frozen=True, slots=True)
class DeskChange:
    """A row that does not say what was written.

    Attributes:
        kind: What was done; another branch goes before a pin.
        row: The row.
        written: What it said.
    """

    kind: EditKind
    row: DeskRow
    written: Written

    @property
    def address(self) -> CellAddress:
        """The cell that was edited."""
        return self.row.branch_cell if self.kind == "branch" else self.row.pin_cell

    @property
    def before(self) -> str:
        """What the cell said."""
        if self.kind == "branch":
            return self.written.label
        return PIN_MARK if self.written.is_pinned else ""

    @property
    def after(self) -> str:
        """What the cell says now."""
        return self.row.branch if self.kind == "branch" else (PIN_MARK if self.row.is_pinned else "")


@dataclass(frozen=True, slots=True)
class DeskReading:
    """The sheet as read.

    Attributes:
        rows: Rows by member id, one for each member of the plan that still has one.
        written: What was written, by member id.
        labels: Branch ids by what they are called; a name may stand for branches of several units.
        desk: What people added.
        findings: What cannot be understood, and what was left out.
    """

    rows: Mapping[str, DeskRow]
    written: Mapping[str, Written]
    labels: Mapping[str, tuple[str, ...]]
    desk: Desk
    findings: tuple[Finding, ...]

    def seal(self) -> str:
        """Digest of the cells that people may edit, as they are now."""
        return seal((row.member, row.branch, PIN_MARK if row.is_pinned else "") for row in self.rows.values())

    def changes(self) -> tuple[DeskChange, ...]:
        """Rows that were edited, in the order of the sheet; both cells of a row may have been."""
        return tuple(change for row in self.rows.values() for change in _changes(row, self.written[row.member]))


def read_desk(reading: DocumentReading) -> DeskReading:
    """Read the sheet of a plan workbook that has a document."""
    facts = dict(reading.facts or ())
    labels = _labels(reading)
    written = _written(reading.document or {}, labels)
    by_label: dict[str, list[str]] = {}
    for branch, label in labels.items():
        by_label.setdefault(tidy(label), []).append(branch)
    choices = {label: tuple(branches) for label, branches in by_label.items()}
    found = _find(reading, facts)
    if isinstance(found, Finding):
        return DeskReading({}, written, choices, Desk(), (found,))
    sheet, header, columns = found
    rows, findings = _rows(sheet, header, columns, written)
    added = [Finding("R138", Severity.WARNING, grid.whole(), grid.sheet) for grid in _added_sheets(reading, sheet)]
    known = {tidy(text) for key, text in reading.facts or () if key == KEY_HEADING}
    desk = _desk(sheet, header, columns, rows, known)
    lost = (*_untaken(reading, sheet, header, rows, written), *_notes(reading))
    return DeskReading({row.member: row for row in rows.values()}, written, choices, desk, (*findings, *added, *lost))


def _labels(reading: DocumentReading) -> Mapping[str, str]:
    """What each branch is called in the sheet, by id."""
    labels: dict[str, str] = {}
    listed = next((grid for grid in reading.grids if grid.sheet == LIST_SHEET), None)
    branches = (reading.document or {}).get("branches")
    for entry in branches if isinstance(branches, list) else ():
        if isinstance(entry, dict):
            labels[str(entry.get("branch"))] = str(entry.get("name"))
    for row in listed.rows if listed is not None else ():
        if len(row) >= 2 and row[0] and row[1]:
            labels[row[1]] = row[0]
    return labels


def _written(document: Mapping[str, object], labels: Mapping[str, str]) -> Mapping[str, Written]:
    written: dict[str, Written] = {}
    placements = document.get("placements")
    for entry in placements if isinstance(placements, list) else ():
        told = entry if isinstance(entry, dict) else {}
        member, branch = str(told.get("member")), str(told.get("branch"))
        called = f"{told.get('name', '')} ({member})"
        written[member] = Written(branch, labels.get(branch, branch), told.get("pinned") is True, called)
    return written


def _find(reading: DocumentReading, facts: Mapping[str, str]) -> tuple[Grid, int, Mapping[str, int]] | Finding:
    """The sheet, its zero-based header row and its columns by key; what is missing if it cannot be found."""
    named = [grid for grid in reading.grids if grid.sheet == facts.get(KEY_SHEET)]
    others = [grid for grid in reading.grids if grid not in named and grid.sheet not in (HIDDEN_SHEET, LIST_SHEET)]
    headings = _headings(named, facts)
    best: tuple[Grid, int, Mapping[str, int]] | None = None
    for grid in (*named, *others):
        for number, row in enumerate(grid.rows):
            texts = [tidy(text) if text else "" for text in row]
            columns: Mapping[str, int] = {
                key: texts.index(heading) for key, heading in headings.items() if heading in texts
            }
            if all(key in columns for key in _NEEDED):
                return grid, number, columns
            if best is None or len(columns) > len(best[2]):
                best = grid, number, columns
    missing = next((headings.get(key, "") for key in _NEEDED if best is None or key not in best[2]), "")
    where = CellAddress(reading.file.source.name if reading.file else "", facts.get(KEY_SHEET, ""))
    near: tuple[str, ...] = ()
    if best is not None and best[2]:
        grid, number, columns = best
        where = grid.address(number)
        near = nearest(missing, [tidy(text) for text in grid.rows[number] if text])
    return Finding("R130", Severity.ERROR, where, missing, {}, near)


def _headings(named: Sequence[Grid], facts: Mapping[str, str]) -> Mapping[str, str]:
    """Headings by key, as written; of an older workbook those that stand where it says."""
    keys = (*_NEEDED, KEY_NAME_HEADING, KEY_COMMENT_HEADING)
    headings = {key: tidy(facts[key]) for key in keys if facts.get(key)}
    row = facts.get(KEY_HEADER_ROW, "")
    if named and row.isdigit() and 0 < int(row) <= len(named[0].rows):
        for key, number in _NUMBERED.items():
            column = facts.get(number, "")
            if key not in headings and column.isdigit() and int(column) > 0:
                headings[key] = tidy(named[0].text(int(row) - 1, int(column) - 1))
    return {key: heading for key, heading in headings.items() if heading}


def _rows(
    sheet: Grid, header: int, columns: Mapping[str, int], written: Mapping[str, Written]
) -> tuple[dict[int, DeskRow], tuple[Finding, ...]]:
    """Rows of members by zero-based row, and what is wrong with the others."""
    rows: dict[int, DeskRow] = {}
    findings: list[Finding] = []
    first: dict[str, DeskRow | None] = {}
    for number in range(header + 1, len(sheet.rows)):
        member = composed(sheet.text(number, columns[KEY_ID_HEADING]))
        row, wrong = _row(sheet, number, columns, written)
        findings += wrong
        earlier = first.get(member)
        if row is not None and earlier is not None:
            findings.append(_twice(earlier, row, sheet.address(number, columns[KEY_ID_HEADING])))
        elif row is not None and member not in first:
            rows[number] = row
        if member in written:
            first.setdefault(member, row)
    findings += [
        Finding("R134", Severity.WARNING, sheet.whole(), member, {"member": told.called})
        for member, told in written.items()
        if member not in first
    ]
    return rows, tuple(findings)


def _row(
    sheet: Grid, number: int, columns: Mapping[str, int], written: Mapping[str, Written]
) -> tuple[DeskRow | None, tuple[Finding, ...]]:
    """A row of a member, None if it is none or cannot be understood, and what is wrong with it."""
    texts = {key: composed(sheet.text(number, column)) for key, column in columns.items()}
    cells = {key: sheet.address(number, column) for key, column in columns.items()}
    broken = tuple(
        Finding(_BROKEN[kind], Severity.ERROR, cells[key], texts[key])
        for key in _NEEDED
        if (kind := sheet.kinds.get((number, columns[key]))) in _BROKEN
    )
    member = texts[KEY_ID_HEADING]
    if broken:
        return None, broken
    if not member:
        name = texts.get(KEY_NAME_HEADING, "")
        return None, (Finding("R131", Severity.ERROR, cells[KEY_ID_HEADING], name),) if name else ()
    if member not in written:
        near = nearest(member, written)
        return None, (Finding("R132", Severity.ERROR, cells[KEY_ID_HEADING], member, {}, near),)
    is_pinned, code = yes_or_no(texts[KEY_PIN_HEADING])
    if code:
        return None, (Finding(code, Severity.ERROR, cells[KEY_PIN_HEADING], texts[KEY_PIN_HEADING]),)
    branch = texts[KEY_BRANCH_HEADING]
    return DeskRow(member, branch, is_pinned, cells[KEY_BRANCH_HEADING], cells[KEY_PIN_HEADING]), ()


def _twice(first: DeskRow, second: DeskRow, cell: CellAddress) -> Finding:
    """A member with two rows: harmless if both say the same."""
    is_same = tidy(first.branch) == tidy(second.branch) and first.is_pinned == second.is_pinned
    severity = Severity.WARNING if is_same else Severity.ERROR
    # Both rows are named by the same column, whichever cell the first is known by.
    parameters = {"cell": replace(cell, row=first.branch_cell.row).seen_from(cell)}
    return Finding("R133", severity, cell, second.member, parameters)


def _changes(row: DeskRow, written: Written) -> Iterator[DeskChange]:
    if tidy(row.branch) != tidy(written.label):
        yield DeskChange("branch", row, written)
    if row.is_pinned != written.is_pinned:
        yield DeskChange("pin" if row.is_pinned else "unpin", row, written)


def _desk(
    sheet: Grid, header: int, columns: Mapping[str, int], rows: Mapping[int, DeskRow], known: frozenset[str] | set[str]
) -> Desk:
    """Comments, and the columns whose heading was not written by the program."""
    comment = columns.get(KEY_COMMENT_HEADING)
    comments = {}
    if comment is not None:
        comments = {row.member: text for number, row in rows.items() if (text := composed(sheet.text(number, comment)))}
    added = []
    for column in range(max((len(row) for row in sheet.rows), default=0)) if known else ():
        heading = tidy(sheet.text(header, column))
        is_filled = any(sheet.text(number, column).strip() for number in rows)
        if heading not in known and (heading or is_filled):
            added.append((column, heading))
    cells = {
        row.member: tuple(composed(sheet.text(number, column)) for column, _ in added) for number, row in rows.items()
    }
    return Desk(comments, tuple(heading for _, heading in added), cells if added else {})


def _added_sheets(reading: DocumentReading, plan: Grid) -> Iterator[Grid]:
    """Visible sheets that hold something and that no plan workbook has; that of the plan may be called anything."""
    from reassign.messages.curve import CURVE
    from reassign.messages.workbook import SHEETS

    ours = {text.say(language) for text in (*SHEETS.values(), CURVE["sheet"]) for language in ("vi", "en")}
    for grid in reading.grids:
        if grid is not plan and grid.is_visible and grid.sheet not in ours and not grid.is_blank():
            yield grid


def _untaken(
    reading: DocumentReading, sheet: Grid, header: int, rows: Mapping[int, DeskRow], written: Mapping[str, Written]
) -> Iterator[Finding]:
    """Cells that were edited though nothing is taken from their column; an older workbook does not tell."""
    headings, marks = _marks(reading)
    texts = [tidy(text) if text else "" for text in sheet.rows[header]]
    places = [(number, texts.index(tidy(heading))) for number, heading in enumerate(headings) if tidy(heading) in texts]
    for row, each in rows.items():
        told = marks.get(each.member, "")
        for number, column in places:
            mark = told[4 * number : 4 * number + 4]
            text = composed(sheet.text(row, column))
            if mark not in ("", UNMARKED, cell_mark(text)):
                parameters: dict[str, str | int] = {"heading": texts[column], "member": written[each.member].called}
                yield Finding("R159", Severity.WARNING, sheet.address(row, column), text, parameters)


def _marks(reading: DocumentReading) -> tuple[Sequence[str], Mapping[str, str]]:
    """Headings of the columns from which nothing is taken, and their marks by member id."""
    text = "".join(value for key, value in reading.facts or () if key == KEY_CELLS)
    try:
        told = json.loads(text) if text else {}
    except (ValueError, RecursionError):
        told = {}
    headings, members = (told.get("headings"), told.get("members")) if isinstance(told, dict) else (None, None)
    if not isinstance(headings, list) or not isinstance(members, dict):
        return (), {}
    return [str(heading) for heading in headings], {str(member): str(marks) for member, marks in members.items()}


def _notes(reading: DocumentReading) -> Iterator[Finding]:
    """Notes pinned to cells; they are not carried over."""
    notes = {} if reading.file is None else cell_notes(reading.file)
    for grid in reading.grids:
        for place, text in sorted(notes.get(grid.sheet, {}).items()):
            yield Finding(
                "R160", Severity.WARNING, CellAddress(grid.file, grid.sheet, place[0] + 1, place[1] + 1), text
            )
