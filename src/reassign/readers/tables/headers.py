"""Where the header of a table is and what its columns mean."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.cells import column_letters
from reassign.domain.findings import Finding, Severity
from reassign.domain.vietnamese import tidy
from reassign.readers.grids.grid import Grid
from reassign.readers.tables.header_words import header_key, heading_title

NEAR_MISS = 0.85
"""How much of two headings has to agree for one to be a slip of the other."""

_NOTED = re.compile(r"([^()]+)\(([^()]+)\)\s*")
"""A heading with a note in brackets at its end."""

_KINDS = ({"registered_residence", "current_residence"}, {"joined", "official_date"})
"""Columns that are two kinds of one thing."""

_TOLD_AT_LENGTH = frozenset({"registered_residence", "current_residence", "fields", "in_charge_of"})
"""Columns without which whole priorities have no effect, and whose headings officers like to lengthen."""

DEEPEST_HEADER = 30
"""The header is looked for in so many rows."""


@dataclass(frozen=True, slots=True)
class Header:
    """The header of a table.

    Attributes:
        row: Zero-based row of its first line.
        first_row: Zero-based row below it.
        keys: Canonical key by zero-based column; empty where the heading is unknown.
        titles: Heading as written by zero-based column; empty where there is none.
    """

    row: int
    first_row: int
    keys: tuple[str, ...]
    titles: tuple[str, ...]

    def columns(self) -> Mapping[str, int]:
        """Zero-based column by canonical key; the first one if a key stands twice."""
        found: dict[str, int] = {}
        for column, key in enumerate(self.keys):
            if key:
                found.setdefault(key, column)
        return found

    def known(self) -> int:
        """How many different keys are recognised."""
        return len({key for key in self.keys if key})


def find_header(grid: Grid, headings: Mapping[str, str], aliases: Mapping[str, str]) -> Header | None:
    """The row, or two rows, with the most recognised headings among the first 30; None if there are none.

    Args:
        grid: The sheet.
        headings: Canonical key by comparison key.
        aliases: The officer's own: heading → canonical key.
    """
    table = {**headings, **{header_key(heading): key for heading, key in aliases.items()}}
    best: Header | None = None
    is_first = True
    for row in range(min(DEEPEST_HEADER, len(grid.rows))):
        texts = _titles(grid, row)
        if not any(texts):
            continue
        single = Header(row, row + 1, tuple(_key(text, table) for text in texts), texts)
        double = _double(grid, row, texts, table)
        header = double if double is not None and double.known() > single.known() else single
        # One word alone may be chance, so it counts only at the very top.
        if header.known() >= (1 if is_first else 2) and (best is None or header.known() > best.known()):
            best = header
        is_first = False
    if best is None:
        return None
    return _without_numbers(grid, best)


def header_findings(
    grid: Grid, header: Header, required: Sequence[tuple[str, ...]], headings: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Columns that stand twice, required ones that are absent, and headings that look misspelt.

    Args:
        grid: The sheet.
        header: Its header.
        required: Groups of keys; one of each group is enough.
        headings: Canonical key by comparison key, to name the heading that was probably meant.
    """
    findings: list[Finding] = []
    first: dict[str, int] = {}
    for column, (key, title) in enumerate(zip(header.keys, header.titles, strict=True)):
        name = key or (f"={title}" if title else "")
        if name in first:
            severity = Severity.ERROR if key else Severity.WARNING
            other = grid.address(header.row, first[name]).cell
            address = grid.address(header.row, column)
            findings.append(Finding("R022", severity, address, title, {"key": key or title, "other": other}))
        elif name:
            first[name] = column
    missing = [group for group in required if not any(key in first for key in group)]
    findings += (missing_column(grid, header, group, headings) for group in missing)
    told = {key for group in missing for key in group}
    return (*findings, *_near_misses(grid, header, headings, told))


def missing_column(grid: Grid, header: Header, group: Sequence[str], headings: Mapping[str, str]) -> Finding:
    """That none of a group of columns is there, with the headings that were probably meant for it."""
    unknown = [title for key, title in zip(header.keys, header.titles, strict=True) if title and not key]
    near = _meant(group, unknown, headings)
    return Finding("R021", Severity.ERROR, grid.address(header.row), "", {"key": group[0]}, near)


def _near_misses(grid: Grid, header: Header, headings: Mapping[str, str], told: Collection[str]) -> Iterator[Finding]:
    """Warn about unknown headings that look like the heading of a column that is not there: a slip of the pen."""
    present = {*header.keys, *told}
    known = {heading: key for heading, key in headings.items() if key not in present and len(heading) >= 4}
    for column, (key, title) in enumerate(zip(header.keys, header.titles, strict=True)):
        written = header_key(title)
        # "Ghi chú 2" is a second column and no slip.
        if key or len(written) < 4 or any(map(str.isdigit, written)):
            continue
        scores = [
            (difflib.SequenceMatcher(None, written, heading).ratio(), heading)
            for heading in known
            if abs(len(heading) - len(written)) <= 3
        ]
        score, heading = max(scores, default=(0.0, ""))
        if score < NEAR_MISS:
            inside = (inner for inner in known if known[inner] in _TOLD_AT_LENGTH and _holds(written, inner))
            heading = max(inside, key=len, default="")
        if heading:
            meant = heading_title(known[heading])
            parameters = {"heading": meant, "key": known[heading]}
            yield Finding("R100", Severity.WARNING, grid.address(header.row, column), title, parameters, (meant,))


def _holds(written: str, heading: str) -> bool:
    """Whether a heading of several words stands in another one, as in "địa chỉ nhà riêng"."""
    return " " in heading and f" {heading} " in f" {written} "


def _meant(group: Sequence[str], titles: Sequence[str], headings: Mapping[str, str]) -> tuple[str, ...]:
    """The headings that look most like one of those of a missing column."""
    wanted = [heading for heading, key in headings.items() if key in group]
    scores = [
        (max(difflib.SequenceMatcher(None, header_key(title), heading).ratio() for heading in wanted), title)
        for title in titles
    ]
    return tuple(title for score, title in sorted(scores, reverse=True) if score >= 0.6)[:3]


def column_names(header: Header, used: Sequence[bool]) -> tuple[tuple[int, str], ...]:
    """The columns to carry through: zero-based column and name, all names different.

    The name is the canonical key, else the heading as written, else the letters of the column.

    Args:
        header: The header.
        used: Whether a column holds anything below the header.
    """
    names: list[tuple[int, str]] = []
    taken: set[str] = set()
    width = max(len(header.keys), len(used))
    for column in range(width):
        key = header.keys[column] if column < len(header.keys) else ""
        title = header.titles[column] if column < len(header.titles) else ""
        is_used = column < len(used) and used[column]
        if not (key or title or is_used):
            continue
        name = key or title or column_letters(column + 1)
        number = 2
        while name in taken:
            name = f"{key or title or column_letters(column + 1)} ({number})"
            number += 1
        taken.add(name)
        names.append((column, name))
    return tuple(names)


def _titles(grid: Grid, row: int) -> tuple[str, ...]:
    return tuple(tidy(text) if text else "" for text in grid.rows[row])


def _key(text: str, table: Mapping[str, str]) -> str:
    if not text or len(text) > 120:
        return ""
    found = _known(text, table)
    if found:
        return found
    noted = _NOTED.fullmatch(text)
    if noted is None:
        return ""
    outside, inside = _known(noted.group(1), table), _known(noted.group(2), table)
    # "Nơi cư trú (hộ khẩu thường trú)": of two kinds of one thing the note in brackets tells which.
    return inside if inside and any({inside, outside} == pair for pair in _KINDS) else outside


def _known(text: str, table: Mapping[str, str]) -> str:
    key = header_key(text)
    return table.get(key) or table.get(key.replace(" ", ""), "")


def _double(grid: Grid, row: int, upper: tuple[str, ...], table: Mapping[str, str]) -> Header | None:
    """The header of two lines that begins in ``row``, if the next row looks like its second line.

    A merged heading leaves blanks to its right above and blanks below the headings that span both lines.
    """
    if row + 1 >= len(grid.rows):
        return None
    width = max(len(upper), len(grid.rows[row + 1]))
    above = upper + ("",) * (width - len(upper))
    lower = _titles(grid, row + 1) + ("",) * (width - len(grid.rows[row + 1]))
    if not any(lower) or any(
        below and top and not (column + 1 < width and not above[column + 1])
        for column, (top, below) in enumerate(zip(above, lower, strict=True))
    ):
        return None
    keys: list[str] = []
    titles: list[str] = []
    span = ""
    for top, below in zip(above, lower, strict=True):
        span = top or span
        if not below:
            span = top
        group = span if below else ""
        together = f"{group} {below}".strip() if below else top
        key = _key(together, table) or _key(below, table)
        keys.append(key)
        titles.append(together)
    alone = {key for key in (_key(text, table) for text in lower) if key}
    header = Header(row, row + 2, tuple(keys), tuple(titles))
    # A title above a header adds nothing to what the header says by itself.
    return header if header.known() > len(alone) else None


def _without_numbers(grid: Grid, header: Header) -> Header:
    """The header with the line of column numbers (1, 2, 3 …) that lists often have below it."""
    if header.first_row >= len(grid.rows):
        return header
    texts = [text.strip(" ()") for text in grid.rows[header.first_row] if text and not text.isspace()]
    if len(texts) >= 3 and texts == [str(number) for number in range(1, len(texts) + 1)]:
        return Header(header.row, header.first_row + 1, header.keys, header.titles)
    return header
