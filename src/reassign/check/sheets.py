"""What the sheets of a plan workbook show is what its plan says, whatever order the rows were put in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from reassign.check.result import Violation
from reassign.domain.cells import column_letters

Rows = Sequence[Sequence[str]]

_DIGITS = 9


def check_sheet(sheet: str, found: Rows, expected: Rows) -> Iterator[Violation]:
    """Every row is there and no other, in any order, as far as the columns of the program go.

    Args:
        sheet: Name of the sheet.
        found: Texts of the cells as the file has them.
        expected: Texts of the cells as they follow from the plan.
    """
    width = max(map(len, expected), default=0)
    here, there = ([_row(row, width) for row in rows] for rows in (found, expected))
    missing, surplus = Counter(filter(any, there)), Counter(filter(any, here))
    missing, surplus = missing - surplus, surplus - missing
    told = set()
    for number, row in enumerate(here):
        if surplus[row]:
            surplus[row] -= 1
            meant = there[number] if number < len(there) else ()
            yield _violation(sheet, number, _first_difference(row, meant))
            missing[meant] -= 1
            told.add(number)
    for number, row in enumerate(there):
        if number not in told and missing[row] > 0:
            missing[row] -= 1
            yield _violation(sheet, number)


def check_table(
    sheet: str, found: Rows, expected: Rows, header: int, key: str, editable: frozenset[str]
) -> Iterator[Violation]:
    """Every row of a table is there, known by its key, each column by its heading; rows and columns may be added.

    Args:
        sheet: Name of the sheet.
        found: Texts of the cells as the file has them.
        expected: Texts of the cells as they follow from the plan.
        header: Zero-based row of the headings in ``expected``.
        key: Heading of the column whose text tells rows apart.
        editable: Headings of the columns in which people may write.
    """
    wanted = _by_key(expected, header, key)
    top = next((number for number, row in enumerate(found) if key in row), None)
    if top is None:
        yield _violation(sheet, header)
        return
    shown = _by_key(found, top, key)
    column = {heading: index for index, heading in reversed(list(enumerate(found[top])))}
    for identity, (number, cells) in wanted.items():
        if identity not in shown:
            yield _violation(sheet, number)
            continue
        place, texts = shown[identity]
        for heading, text in cells.items():
            if heading not in editable and _same(texts.get(heading, "")) != _same(text):
                yield _violation(sheet, place, column.get(heading))


def _by_key(rows: Rows, header: int, key: str) -> Mapping[str, tuple[int, Mapping[str, str]]]:
    """Row number and texts by heading, by the text of the key column."""
    headings = rows[header]
    table: dict[str, tuple[int, Mapping[str, str]]] = {}
    for number, row in enumerate(rows[header + 1 :], start=header + 1):
        cells = {heading: text for heading, text in zip(headings, row, strict=False) if heading}
        if cells.get(key):
            table.setdefault(cells[key], (number, cells))
    return table


def _row(row: Sequence[str], width: int) -> tuple[str, ...]:
    cells = [_same(text) for text in row[:width]]
    return tuple(cells + [""] * (width - len(cells)))


def _same(text: str) -> str:
    """One text for a number however a spreadsheet program writes it; other texts without spaces around them."""
    stripped = text.strip()
    if not stripped[:1].isdigit() and not stripped.startswith("-"):
        return stripped
    try:
        return f"{round(float(stripped), _DIGITS):g}" if "." in stripped or "e" in stripped.lower() else stripped
    except ValueError:
        return stripped


def _first_difference(row: Sequence[str], meant: Sequence[str]) -> int | None:
    """Column of the first cell that differs; None if there is nothing to compare with."""
    pairs = enumerate(zip(row, meant, strict=False))
    return next((column for column, (one, other) in pairs if one != other), None)


def _violation(sheet: str, row: int, column: int | None = None) -> Violation:
    letters = "" if column is None else column_letters(column + 1)
    return Violation("sheet", parameters={"sheet": sheet, "cell": f"{letters}{row + 1}"})
