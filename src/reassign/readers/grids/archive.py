"""Looking through a zipped workbook before anything inflates it."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Kind
from reassign.readers.grids.plain_parts import is_plain_list, is_plain_sheet, most_cells
from reassign.readers.grids.spans import merged_cells

LARGEST_PART = 400 * 1024 * 1024
"""Largest part after inflating [bytes]."""

LARGEST_WHOLE = 600 * 1024 * 1024
"""Largest sum of all parts after inflating [bytes]."""

LARGEST_RATIO = 200
"""Highest ratio of inflated to packed size for parts above one mebibyte."""

MOST_PARTS = 5_000

MOST_REPEATED_ROWS = 10_000
"""Most copies of a row that holds something."""

MOST_CELLS = 8_000_000
"""Largest box of rows × columns around the cells of one sheet."""

MOST_CELLS_IN_ALL = 5 * MOST_CELLS
"""Largest sum of the boxes of all sheets."""

# Every box without such a corner has at most MOST_CELLS cells: 26 × 99,999 or 702 × 9,999.
_SUSPICIOUS = re.compile(rb'r="(?:[A-Z]{3}|[A-Z]{2}[0-9]{5}|[A-Z][0-9]{6})')
# A tag that is never closed ends at the next one here, so that a file full of them costs no more than another.
_CELL = re.compile(rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_ERROR_CELL = re.compile(
    rb'<(?:\w+:)?c (?=[^<>]*\bt="e")[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*>(?:(?!</?(?:\w+:)?c[ >]).)*?'
    rb"<(?:\w+:)?v>([^<]*)<",
    re.DOTALL,
)
_FORMULA_CELL = re.compile(
    rb'<(?:\w+:)?c [^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^<>]*>\s*<(?:\w+:)?f\b(?:[^<>]*/>|[^<>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>\s*|<(?:\w+:)?v>\s*</(?:\w+:)?v>\s*)?</(?:\w+:)?c>"
)
_END_OF_ARCHIVE = b"PK\x05\x06"
_END_LENGTH = 22
"""Length of the end record without its comment, whose length is its last field [bytes]."""

_UNIQUE_COUNT = re.compile(rb'\buniqueCount="([0-9]+)"')
_REPEATED_ROW = re.compile(
    rb'<table:table-row[^>]*number-rows-repeated="([0-9]+)"(?:[^>]*[^/>])?>(.*?)</table:table-row>', re.DOTALL
)
_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]+)"')
_VALUE_CELL = re.compile(rb"<table:table-cell[^>]*office:value-type[^>]*>")
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\b[^<>]*?\bref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"')


@dataclass(frozen=True, slots=True)
class Scan:
    """What the text of a workbook says that its reader does not.

    Attributes:
        marks: Kind and shown text of error cells and formulas without value, by part name and zero-based
            (row, column).
        parts: Part name of each sheet by sheet name.
        merged: Merged cells by part name, in OpenDocument by sheet name: zero-based first row and column, last row
            and column.
        is_plain: Whether it is certain that the workbook does its reader no harm.
    """

    marks: Mapping[str, Mapping[tuple[int, int], tuple[Kind, str]]] = field(default_factory=dict)
    parts: Mapping[str, str] = field(default_factory=dict)
    merged: Mapping[str, tuple[tuple[int, int, int, int], ...]] = field(default_factory=dict)
    is_plain: bool = False


def scan_archive(file: FileBytes) -> tuple[Scan | None, tuple[Finding, ...]]:
    """Refuse what could harm the reader; remember error cells and formulas without a value.

    Returns:
        The scan, or None with the finding of the first thing refused.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
            refusal = _refusal(archive.infolist())
            if refusal is not None:
                return None, (_finding(file, *refusal),)
            return _scan(file, archive)
    except (
        *(zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, OSError, ValueError),
        *(EOFError, NotImplementedError, RuntimeError, UnicodeDecodeError),
    ):
        return None, (_finding(file, "R009"),)


def left_over(file: FileBytes) -> tuple[Finding, ...]:
    """A warning if a zipped workbook goes on behind its end, as a file does that two programs wrote into."""
    if file.kind not in ("xlsx", "ods"):
        return ()
    start = file.data.rfind(_END_OF_ARCHIVE)
    if start < 0 or len(file.data) < start + _END_LENGTH:
        return ()
    comment = int.from_bytes(file.data[start + _END_LENGTH - 2 : start + _END_LENGTH], "little")
    count = len(file.data) - start - _END_LENGTH - comment
    if count <= 0:
        return ()
    return (Finding("R086", Severity.WARNING, CellAddress(file.source.name), "", {"count": count}),)


def _refusal(parts: list[zipfile.ZipInfo]) -> tuple[str, str] | None:
    """Code and value of what is wrong with the list of parts."""
    names = [part.filename for part in parts]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_WHOLE:
        return "R080", ""
    seen: set[str] = set()
    for part, name in zip(parts, names, strict=True):
        if part.file_size > LARGEST_PART:
            return "R080", name
        if part.file_size > 1024 * 1024 and part.file_size > LARGEST_RATIO * max(part.compress_size, 1):
            return "R080", name
        path = name.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or re.match(r"[A-Za-z]:", path) or "\0" in name:
            return "R082", name
        if path.casefold() in seen:
            return "R082", name
        seen.add(path.casefold())
    return None


def _scan(file: FileBytes, archive: zipfile.ZipFile) -> tuple[Scan | None, tuple[Finding, ...]]:
    marks: dict[str, dict[tuple[int, int], tuple[Kind, str]]] = {}
    parts: dict[str, str] = {}
    merged: dict[str, tuple[tuple[int, int, int, int], ...]] = {}
    is_plain, cells = True, 0
    for part in archive.infolist():
        name = part.filename
        if not name.endswith((".xml", ".rels")):
            continue
        data = archive.read(part)
        refusal = _part_refusal(file, name, data)
        if refusal is not None:
            return None, (refusal,)
        if file.kind == "ods":
            merged.update(merged_cells(data) if name.endswith("content.xml") else {})
        elif "worksheets/" in name:
            marks[name] = dict(_marks(data))
            merged[name] = tuple(_merged(data))
            is_plain = is_plain and is_plain_sheet(data)
            cells += most_cells(data, MOST_CELLS)
        elif name.lower().endswith("sharedstrings.xml"):
            is_plain = is_plain and is_plain_list(data)
    if file.kind == "xlsx":
        parts = sheet_parts(archive)
    is_seen = bool(parts) and all(part in marks for part in parts.values())
    return Scan(marks, parts, merged, is_plain=is_plain and is_seen and cells <= MOST_CELLS_IN_ALL), ()


def _part_refusal(file: FileBytes, name: str, data: bytes) -> Finding | None:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return _finding(file, "R081", name)
    if "worksheets/" in name or name.endswith("content.xml"):
        area = _area(data) if file.kind == "xlsx" else _repeated_area(data)
        if area > MOST_CELLS:
            return _finding(file, "R083", name, cells=area)
    if name.lower().endswith("sharedstrings.xml") and _is_lying(data):
        return _finding(file, "R009", name)
    return None


def _area(data: bytes) -> int:
    """Cells in the box around all cells, counted only when an address looks far away."""
    if _SUSPICIOUS.search(data) is None:
        return 0
    column = row = 0
    for match in _CELL.finditer(data):
        column = max(column, column_number(match.group(1)))
        row = max(row, int(match.group(2)))
    return column * row


def _repeated_area(data: bytes) -> int:
    """Cells that repetitions of cells which hold something come to, in an OpenDocument sheet."""
    for match in _REPEATED_ROW.finditer(data):
        # Nobody repeats an entry thousands of times; empty rows are repeated to the end of the sheet.
        if int(match.group(1)) > MOST_REPEATED_ROWS and _VALUE_CELL.search(match.group(2)):
            return max(int(match.group(1)), MOST_CELLS + 1)
    largest = 0
    for match in _VALUE_CELL.finditer(data):
        for repeated in _REPEATED.findall(match.group()):
            largest = max(largest, int(repeated))
    rows = max((int(count) for count in _REPEATED.findall(data)), default=1)
    return largest * rows if largest > 1 else 0


def _is_lying(data: bytes) -> bool:
    """Whether a list of strings says that it holds more strings than it can; its reader believes it."""
    head = data[:2000]
    return any(int(count) > len(data) for count in _UNIQUE_COUNT.findall(head))


def _marks(data: bytes) -> Iterator[tuple[tuple[int, int], tuple[Kind, str]]]:
    if b't="e"' in data:
        for match in _ERROR_CELL.finditer(data):
            yield _place(match), (Kind.ERROR, match.group(3).decode("utf-8", "replace"))
    if b"<f" in data or b":f" in data:
        for match in _FORMULA_CELL.finditer(data):
            yield _place(match), (Kind.EMPTY_FORMULA, "")


def _merged(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """Merged cells of a sheet; they are told after its rows."""
    for match in _MERGED.finditer(data, max(data.rfind(b"sheetData>"), 0)):
        first, top, last, bottom = match.groups()
        yield int(top) - 1, column_number(first) - 1, int(bottom) - 1, column_number(last) - 1


def _place(match: re.Match[bytes]) -> tuple[int, int]:
    return int(match.group(2)) - 1, column_number(match.group(1)) - 1


def column_number(letters: bytes) -> int:
    """One-based column of spreadsheet letters: A → 1, AA → 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Part name by sheet name; empty if the workbook says it in a way we do not know."""
    from html import unescape

    names = {name.lower().lstrip("/"): name for name in archive.namelist()}
    if "xl/workbook.xml" not in names or "xl/_rels/workbook.xml.rels" not in names:
        return {}
    book = archive.read(names["xl/workbook.xml"]).decode("utf-8", "replace")
    relations = archive.read(names["xl/_rels/workbook.xml.rels"]).decode("utf-8", "replace")
    targets: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?Relationship\b[^<>]*>", relations):
        attributes = dict(re.findall(r'\b(\w+)="([^"]*)"', tag))
        target = attributes.get("Target", "").lstrip("/")
        targets[attributes.get("Id", "")] = target if target.startswith("xl/") else f"xl/{target}"
    found: dict[str, str] = {}
    for tag in re.findall(r"<(?:\w+:)?sheet\b[^<>]*>", book):
        attributes = dict(re.findall(r'(?<![\w:])([\w:]+)="([^"]*)"', tag))
        relation = next((value for key, value in attributes.items() if key.endswith(":id")), "")
        found[unescape(attributes.get("name", ""))] = names.get(targets.get(relation, "").lower(), "")
    return found


def _finding(file: FileBytes, code: str, value: str = "", **parameters: int) -> Finding:
    limits: dict[str, str | int] = {"limit": LARGEST_WHOLE // (1024 * 1024)} if code == "R080" else {}
    return Finding(code, Severity.ERROR, CellAddress(file.source.name), value, {**limits, **parameters})
