"""Comma-separated text → rows, strictly: what cannot be read for certain is refused."""

from __future__ import annotations

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Sequence

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.guard import GUARD, unguard
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
_VIETNAMESE = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
# Letters that Vietnamese texts in the old three-byte fonts are full of when they are taken for Latin-1.
_TCVN3 = re.compile("[\xb5-\xdf\xa8\xa9\xaa\xab\xac\xad\xae]")
_VNI = re.compile("[aeouyAEOUY][\xf9\xf8\xfb\xf5\xef\xe2\xe1\xe0\xe5\xe3\xe4\xea\xe9\xe8\xfa\xfc\xeb]")
_LARGEST_CELL = 1_000_000


def read_text(file: FileBytes) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """A text file as one grid.

    UTF-8 with or without a mark and UTF-16 with one are read; the delimiter is what ``sep=`` says, else the
    one of ``, ; tab`` that splits the first lines most evenly. Quoting is strict (RFC 4180).

    Returns:
        One grid, or none with the findings that say why.
    """
    text, finding = decode(file.data, file.source.name)
    if text is None:
        return (), (finding,) if finding else ()
    delimiter, body, skipped = _delimiter(text)
    rows, lines, finding = _rows(body, delimiter, file.source.name, skipped)
    if finding:
        return (), (finding,)
    return (Grid(file.source.name, "", rows, lines=lines),), ()


def decode(data: bytes, name: str) -> tuple[str | None, Finding | None]:
    """Bytes → text; an encoding that is not certain is named as likely and refused."""
    encoding = next((encoding for mark, encoding in _MARKS if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1 if encoding == "utf-8" else 0
        parameters = {"encoding": likely_encoding(data)}
        line = 0 if parameters["encoding"] == "UTF-16" else line
        return None, Finding("R070", Severity.ERROR, CellAddress(name, row=line), "", parameters)
    place = text.find("\0")
    if place >= 0:
        half = data[:400].count(0) * 3
        if half >= min(len(data), 400):
            return None, Finding("R070", Severity.ERROR, CellAddress(name), "", {"encoding": "UTF-16"})
        line = text.count("\n", 0, place) + 1
        return None, Finding("R071", Severity.ERROR, CellAddress(name, row=line), "\\u{0}")
    return text, None


def likely_encoding(data: bytes) -> str:
    """The encoding that bytes which are no UTF-8 are most likely in; a suggestion, never a decision."""
    sample = data[:200_000]
    if sample[:200].count(0) * 3 >= len(sample[:200]):
        return "UTF-16"
    latin = sample.decode("latin-1")
    high = sum(character >= "\x80" for character in latin) or 1
    if len(_VNI.findall(latin)) * 2 > high:
        return "VNI"
    windows = sample.decode("cp1258", "replace")
    composed = unicodedata.normalize("NFC", windows)
    if composed != windows and len(_VIETNAMESE.findall(composed)) * 2 > high:
        return "Windows-1258"
    if len(_TCVN3.findall(latin)) * 4 > high * 3:
        return "TCVN3 (ABC)"
    return "Windows-1252"


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
