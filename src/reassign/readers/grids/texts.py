"""Comma-separated text → rows, strictly: what cannot be read for certain is refused."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Sequence

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.guard import GUARD, unguard
from reassign.readers.grids.encodings import ENCODINGS, decode_as, likely_encoding, looks_like_utf_16, sample_line
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.grid import Grid

DELIMITERS = ",;\t"

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATOR_LINE = re.compile(r'"?sep=(.)"?\r?\n?', re.IGNORECASE)
_LARGEST_CELL = 1_000_000


def read_text(file: FileBytes) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """A text file as one grid.

    UTF-8 with or without a mark and UTF-16 with one are read, other encodings if they were asked for; the delimiter
    is what ``sep=`` says, else the one of ``, ; tab`` that splits the first lines most evenly. Quoting is strict
    (RFC 4180).

    Returns:
        One grid, or none with the findings that say why.
    """
    text, finding = decode(file.data, file.source.name, file.source.encoding)
    if text is None:
        return (), (finding,) if finding else ()
    # Systems of old ended a text with this mark; it is no row.
    delimiter, body, skipped = _delimiter(text.removesuffix("\x1a"))
    rows, lines, finding = _rows(body, delimiter, file.source.name, skipped)
    if finding:
        return (), (finding,)
    return (Grid(file.source.name, "", rows, lines=lines),), ()


def decode(data: bytes, name: str, encoding: str = "") -> tuple[str | None, Finding | None]:
    """Bytes → text: by their mark, else as UTF-8, else in the encoding that was asked for.

    Args:
        data: Bytes of a text file.
        name: The file as the user named it.
        encoding: One of ``ENCODINGS``; empty if nobody asked for one. Then a likely one is named, and nothing is read.
    """
    mark = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "")
    text = _marked(data, mark) if mark else None if looks_like_utf_16(data) else decode_as(data, "utf-8")
    likely = "" if text is not None or mark or encoding == "utf-8" else likely_encoding(data, encoding)
    if text is None and not mark and encoding and likely in ("", encoding):
        text = decode_as(data, encoding)
    if text is None:
        return None, _unreadable(data, name, mark or encoding, likely)
    place = text.find("\0")
    if place >= 0:
        line = text.count("\n", 0, place) + 1
        return None, Finding("R071", Severity.ERROR, CellAddress(name, row=line), "\\u{0}")
    return text, None


def _marked(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError:
        return None


def _unreadable(data: bytes, name: str, tried: str, likely: str) -> Finding:
    """The likely encoding with a line that shows whether it is right, else what could not be read."""
    text = decode_as(data, likely) if likely not in ("", tried) else None
    if not text:
        encoding = ENCODINGS.get(tried, tried.upper() or "UTF-8")
        address = CellAddress(name, row=_first_line(data, tried))
        return Finding("R076", Severity.ERROR, address, "", {"encoding": encoding})
    row, sample = sample_line(text)
    parameters = {"encoding": ENCODINGS[likely], "flag": likely}
    return Finding("R070", Severity.ERROR, CellAddress(name, row=row), sample, parameters)


def _first_line(data: bytes, tried: str) -> int:
    """The first line that is no UTF-8; 0 where lines were not meant to be."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return data.count(b"\n", 0, error.start) + 1 if tried in ("", "utf-8") else 0
    return 0


def _delimiter(text: str) -> tuple[str, str, int]:
    """Delimiter, text without a ``sep=`` line, and how many lines were taken away."""
    first = _SEPARATOR_LINE.match(text)
    if first:
        return first.group(1), text[first.end() :], 1
    lines = _outside_quotes(text[:20_000]).splitlines()[:40]
    best = max(DELIMITERS, key=lambda delimiter: _evenness(lines, delimiter))
    return best, text, 0


def _outside_quotes(text: str) -> str:
    return "".join(part for number, part in enumerate(text.split('"')) if number % 2 == 0)


def _evenness(lines: Sequence[str], delimiter: str) -> tuple[int, int]:
    """In how many lines the most common count above zero occurs, and that count."""
    counts = [line.count(delimiter) for line in lines if line.strip(" ")]
    positive = [count for count in counts if count]
    if not positive:
        return 0, 0
    common = max(set(positive), key=lambda count: (positive.count(count), count))
    return positive.count(common), common


def _rows(text: str, delimiter: str, name: str, skipped: int) -> tuple[list[list[str]], list[int], Finding | None]:
    rows: list[list[str]] = []
    lines: list[int] = []
    csv.field_size_limit(_LARGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    start = 1
    try:
        for row in reader:
            # What our own writer guarded against being run as a formula gets its text back.
            rows.append([unguard(cell) for cell in row] if any(cell[:1] == GUARD for cell in row) else row)
            lines.append(start + skipped)
            start = reader.line_num + 1
    except csv.Error as error:
        code = "R072" if "unexpected end" in str(error) else "R074" if "expected after" in str(error) else "R075"
        return [], [], Finding(code, Severity.ERROR, CellAddress(name, row=start + skipped), "")
    return rows, lines, None
