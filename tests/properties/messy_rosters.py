"""Messy rosters over clean ones: every layout and every slip of the pen that officers' lists are known for.

A mess is either harmless, so that the list has to read back exactly, or it is damage: then the place of the damage
is remembered, and a finding has to name it.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import xlsxwriter

from tests.properties.clean_rosters import CleanRosters, Person
from tests.properties.messy_words import (
    Cell,
    messy_address,
    messy_area,
    messy_date,
    messy_text,
    messy_unit,
    two_dates,
)

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEADINGS = {
    "id": ("Mã", "Mã đảng viên", "id", "Mã số"),
    "name": ("Họ và tên", "HỌ TÊN", "Họ và tên đảng viên", "name"),
    "unit": ("Phường", "Phường, xã", "unit", "Xã, phường, thị trấn"),
    "birth_date": ("Ngày sinh", "Năm sinh", "Ngày, tháng, năm sinh"),
    "male": ("Ngày sinh Nam", "Nam"),
    "female": ("Ngày sinh Nữ", "Nữ"),
    "sex": ("Giới tính", "Phái"),
    "card_number": ("Số thẻ đảng", "Số thẻ đảng viên"),
    "joined": ("Ngày vào Đảng", "Ngày kết nạp"),
    "official_date": ("Ngày chính thức", "Chính thức"),
    "both": ("Ngày vào Đảng, ngày chính thức", "Ngày kết nạp, ngày chính thức"),
    "address": ("Hộ khẩu thường trú", "HKTT", "Nơi đăng ký thường trú"),
    "residence_unit": ("Phường nơi cư trú", "residence_unit"),
    "residence_area": ("Khu phố nơi cư trú", "residence_area"),
    "fields": ("Lĩnh vực phụ trách", "Lĩnh vực", "fields"),
    "key_cadre": ("Chủ chốt", "Cán bộ chủ chốt"),
    "current_branch": ("Chi bộ hiện nay", "Chi bộ đang sinh hoạt"),
    "latitude": ("Vĩ độ", "latitude"),
    "longitude": ("Kinh độ", "longitude"),
    "number": ("STT", "TT"),
    "extra": ("Điện thoại", "Tôn giáo"),
}


@dataclass(slots=True)
class Sheet:
    """One sheet while it is put together: rows of cells, zero-based rows of the people, merged ranges."""

    name: str
    rows: list[list[Cell]] = field(default_factory=list)
    people: dict[str, int] = field(default_factory=dict)
    columns: list[str] = field(default_factory=list)
    header: int = 0
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class MessyRosters:
    """Files on disk and what is known about them.

    Attributes:
        members: What to give as the member roster.
        rows: File name, sheet and one-based row of every person by id.
        damage: File name, sheet and one-based row of every damage.
    """

    members: str
    rows: dict[str, tuple[str, str, int]]
    damage: frozenset[tuple[str, str, int]]


def messy_rosters(random: Random, clean: CleanRosters, folder: Path, *, is_damaged: bool) -> MessyRosters:
    """Write ``branches.csv`` and a messy member roster into a folder."""
    (folder / "branches.csv").write_text(clean.branches, encoding="utf-8")
    units = list(dict.fromkeys(person.unit for person in clean.people))
    shape = random.choice(("one", "one", "sections", "merged", "title", "sheets", "folder", "folder"))
    groups = {unit: [person for person in clean.people if person.unit == unit] for unit in units}
    if shape in ("one", "sections", "merged"):
        sheets = [(_sheet(random, groups, shape, "Danh sách"), "")]
    else:
        sheets = [(_sheet(random, {unit: groups[unit]}, shape, _sheet_name(random, unit)), unit) for unit in units]
    damage: set[tuple[int, int]] = set()
    if is_damaged:
        victim = random.randrange(len(sheets))
        damage = {(victim, row) for row in _damage(random, sheets[victim][0], units, clean.people)}
    return _written(random, sheets, folder, shape, damage)


def _sheet_name(random: Random, unit: str) -> str:
    return random.choice((unit, f"Phường {unit}")) if not unit.startswith("Phường") else unit


def _sheet(random: Random, groups: dict[str, list[Person]], shape: str, name: str) -> Sheet:
    sheet = Sheet(name)
    wanted = ["number", "id", "name", "card_number", "address", "fields", "key_cadre", "latitude", "longitude", "extra"]
    wanted += random.choice((["birth_date", "sex"], ["male", "female"]))
    wanted += random.choice((["joined", "official_date"], ["both"]))
    wanted += ["unit"] if shape in ("one", "merged") or (shape == "folder" and random.random() < 0.4) else []
    by_columns = random.random() < 0.3
    wanted += ["residence_unit", "residence_area"] if by_columns else []
    wanted.remove("address") if by_columns else None
    has_branch_lines = shape == "sections" and random.random() < 0.5
    wanted += [] if has_branch_lines else ["current_branch"]
    random.shuffle(wanted)
    sheet.columns = wanted
    _titles(random, sheet, next(iter(groups)) if len(groups) == 1 else "")
    _header(random, sheet)
    for number, (unit, people) in enumerate(groups.items()):
        if shape == "sections":
            name = unit if unit.startswith("Phường") else f"Phường {unit}"
            _line(random, sheet, number, random.choice((name, name.upper())))
        elif random.random() < 0.2:
            sheet.rows.append([])
        _people(random, sheet, people, shape, has_branch_lines=has_branch_lines)
        if shape == "sections" and random.random() < 0.5:
            _put(sheet, "name", f"Cộng: {len(people)} đồng chí")
    _footer(random, sheet)
    return sheet


def _titles(random: Random, sheet: Sheet, unit: str) -> None:
    words: list[list[Cell]] = [
        ["ĐẢNG BỘ QUẬN 1", None, None, None, "ĐẢNG CỘNG SẢN VIỆT NAM"],
        [None, "DANH SÁCH ĐẢNG VIÊN"],
    ]
    for row in words[: random.randint(0, 2)]:
        sheet.rows.append(list(row))
    if unit and "unit" not in sheet.columns:
        name = unit if unit.startswith("Phường") else f"Phường {unit}"
        sheet.rows.append([random.choice((f"ĐẢNG ỦY {name.upper()}", f"Danh sách đảng viên {name} năm 2019"))])
    if sheet.rows and random.random() < 0.4:
        sheet.rows.append([])


def _header(random: Random, sheet: Sheet) -> None:
    sheet.header = len(sheet.rows)
    row: list[Cell] = [random.choice(HEADINGS[key]) for key in sheet.columns]
    below: list[Cell] = [None] * len(row)
    place = sheet.columns.index("male") if "male" in sheet.columns else -1
    if place >= 0 and sheet.columns[place + 1 : place + 2] == ["female"] and random.random() < 0.9:
        row[place], row[place + 1] = "Ngày sinh", None
        below[place], below[place + 1] = "Nam", "Nữ"
    sheet.rows.append(row)
    if any(below):
        sheet.rows.append(below)
    if random.random() < 0.2:
        sheet.rows.append([float(number) for number in range(1, len(row) + 1)])


def _line(random: Random, sheet: Sheet, number: int, text: str) -> None:
    """A section line, with its number in front or in the column of numbers."""
    roman = ("I", "II", "III", "IV")[number]
    tail = random.choice(("", "", " (5 đồng chí)", ":"))
    if random.random() < 0.5:
        _put(sheet, "name", f"{roman}. {text}{tail}")
    else:
        row = _put(sheet, "name", f"{text}{tail}")
        row[sheet.columns.index("number")] = roman


def _put(sheet: Sheet, key: str, text: str) -> list[Cell]:
    row: list[Cell] = [None] * len(sheet.columns)
    row[sheet.columns.index(key)] = text
    sheet.rows.append(row)
    return row


def _people(random: Random, sheet: Sheet, people: Sequence[Person], shape: str, *, has_branch_lines: bool) -> None:
    ordered = sorted(people, key=lambda person: person.current_branch) if has_branch_lines else list(people)
    first = len(sheet.rows)
    branch = ""
    for number, person in enumerate(ordered, start=1):
        if has_branch_lines and person.current_branch != branch:
            branch = person.current_branch
            _line(random, sheet, number % 4, branch)
        row = [_cell(random, person, key, number) for key in sheet.columns]
        if shape == "merged" and number > 1:
            row[sheet.columns.index("unit")] = None
        sheet.people[person.id] = len(sheet.rows)
        sheet.rows.append(row)
        if random.random() < 0.05:
            sheet.rows.append([])
    if shape == "merged" and len(sheet.rows) > first + 1:
        column = sheet.columns.index("unit")
        sheet.merged.append((first, column, len(sheet.rows) - 1, column))


def _cell(random: Random, person: Person, key: str, number: int) -> Cell:
    if key in ("male", "female"):
        return messy_date(random, person.birth_date) if person.sex == key else None
    plain: dict[str, Callable[[], Cell]] = {
        "number": lambda: random.choice((float(number), str(number))),
        "id": lambda: person.id,
        "card_number": lambda: person.card_number,
        "name": lambda: messy_text(random, person.name),
        "unit": lambda: messy_unit(random, person.unit),
        "birth_date": lambda: messy_date(random, person.birth_date),
        "sex": lambda: random.choice(("Nam", "nam", "M") if person.sex == "male" else ("Nữ", "NỮ", "female")),
        "joined": lambda: messy_date(random, person.joined),
        "official_date": lambda: messy_date(random, person.official_date),
        "both": lambda: (
            two_dates(random, person.joined, person.official_date)
            if person.official_date
            else messy_date(random, person.joined)
        ),
        "address": lambda: messy_address(random, person.street, person.residence_unit, person.residence_area) or None,
        "residence_unit": lambda: messy_unit(random, person.residence_unit) if person.residence_unit else None,
        "residence_area": lambda: messy_area(random, person.residence_area) if person.residence_area else None,
        "fields": lambda: (
            random.choice(("; ", ";", "\n")).join(messy_text(random, one) for one in person.fields) or None
        ),
        "key_cadre": lambda: random.choice(("x", "X", "có", True, 1.0)) if person.key_cadre else None,
        "current_branch": lambda: messy_text(random, person.current_branch) or None,
        "latitude": lambda: _degrees(random, person.latitude),
        "longitude": lambda: _degrees(random, person.longitude),
        "extra": lambda: random.choice((None, "không", "0903 000 111")),
    }
    return plain[key]()


def _degrees(random: Random, value: float | None) -> Cell:
    return None if value is None else random.choice((value, str(value), str(value).replace(".", ",")))


def _footer(random: Random, sheet: Sheet) -> None:
    if random.random() < 0.5:
        _put(sheet, random.choice(("name", "number")), f"Tổng cộng: {len(sheet.people)} đảng viên")
    if random.random() < 0.5:
        row: list[Cell] = [None] * len(sheet.columns)
        row[0], row[-1] = "Người lập", "T/M ĐẢNG ỦY"
        sheet.rows += [[], row, [], []]
        names: list[Cell] = [None] * len(sheet.columns)
        names[0], names[-1] = "Trần Văn Ký", "Lê Văn Đóng"
        sheet.rows.append(names)
    if random.random() < 0.2:
        sheet.rows += [[""] * len(sheet.columns) for _ in range(200)]


def _damage(random: Random, sheet: Sheet, units: Sequence[str], people: Sequence[Person]) -> set[int]:
    """Spoil one thing; returns the zero-based rows that a finding may name."""
    person, row = random.choice(sorted(sheet.people.items()))
    cells = sheet.rows[row]
    named = [unit for unit in units if not unit.startswith("Phường")]
    # Initials and slips mean something only where the roster has such a unit; elsewhere they are another place.
    initials = "P." + "".join(word[0] for word in named[0].split()) if named else None
    slip = f"Phường {named[-1][:-1]}" if named else None

    at_home = {one.id for one in people if one.residence_unit in units}

    def spoil(key: str, value: Cell) -> set[int]:
        if key not in sheet.columns:
            key, value = "id", None
        cells[sheet.columns.index(key)] = value
        return {row}

    def misspell(key: str) -> set[int]:
        if key not in sheet.columns:
            return spoil("name", None)
        heading = str(HEADINGS[key][0])
        sheet.rows[sheet.header][sheet.columns.index(key)] = heading[:-2] + heading[-1]
        return {sheet.header}

    damages: tuple[Callable[[], set[int]], ...] = (
        lambda: spoil("id", 7.9e16),
        lambda: spoil("id", datetime.date(2019, 12, 1)),
        lambda: spoil("id", True),
        lambda: spoil("id", float(int(person))),
        lambda: spoil("id", f"{person[:2]}\u200b{person[2:]}"),
        lambda: spoil("id", None),
        lambda: spoil("id", "=A1&B1"),
        lambda: spoil("name", None),
        lambda: spoil("name", "Lê\x07 An"),
        lambda: spoil("birth_date", "31/02/1975"),
        lambda: spoil("birth_date", 27428.0),
        lambda: spoil("unit", slip or "phường Sài Gòn"),
        lambda: spoil("unit", "P.99"),
        lambda: spoil("sex", "khác"),
        lambda: spoil("joined", "=TODAY()"),
        lambda: spoil("official_date", "chưa"),
        lambda: spoil("address", f"KP 77, phường {units[0].removeprefix('Phường ')}"),
        lambda: spoil("address", initials) if initials else spoil("id", None),
        lambda: spoil("residence_unit", slip) if slip else spoil("id", None),
        lambda: spoil("residence_area", "Khu phố 77") if person in at_home else spoil("id", None),
        lambda: spoil("key_cadre", "có lẽ"),
        lambda: spoil("latitude", 106.7),
        lambda: spoil("latitude", "mười"),
        lambda: misspell("fields"),
        lambda: misspell("address"),
    )
    return random.choice(damages)()


def _written(
    random: Random, sheets: Sequence[tuple[Sheet, str]], folder: Path, shape: str, damage: set[tuple[int, int]]
) -> MessyRosters:
    """The sheets as files, and where everything stands."""
    spoilt: set[tuple[str, str, int]] = set()
    rows: dict[str, tuple[str, str, int]] = {}

    def remember(number: int, file: str, name: str, lines: Sequence[int] = ()) -> None:
        def line(row: int) -> int:
            return lines[row] if lines else row + 1

        spoilt.update((file, name, line(row)) for victim, row in damage if victim == number)
        rows.update({person: (file, name, line(row)) for person, row in sheets[number][0].people.items()})

    needs_workbook = any(sheet.merged for sheet, _ in sheets) or _has_cells_of_a_workbook(sheets, damage)
    if shape == "sheets" or (len(sheets) == 1 and (needs_workbook or random.random() < 0.5)):
        write_workbook(folder / "members.xlsx", [sheet for sheet, _ in sheets], is_1904=random.random() < 0.2)
        for number, (sheet, _) in enumerate(sheets):
            remember(number, "members.xlsx", sheet.name)
        return MessyRosters("members.xlsx", rows, frozenset(spoilt))
    if len(sheets) == 1:
        remember(0, "members.csv", "", _write_text(random, folder / "members.csv", sheets[0][0]))
        return MessyRosters("members.csv", rows, frozenset(spoilt))
    (folder / "members").mkdir()
    for number, (sheet, unit) in enumerate(sheets):
        name = random.choice((f"Phường {unit.removeprefix('Phường ')}", f"danh sách {number}"))
        if needs_workbook or random.random() < 0.5:
            write_workbook(folder / "members" / f"{name}.xlsx", [sheet], is_1904=random.random() < 0.2)
            remember(number, f"members/{name}.xlsx", sheet.name)
        else:
            lines = _write_text(random, folder / "members" / f"{name}.csv", sheet)
            remember(number, f"members/{name}.csv", "", lines)
    return MessyRosters("members", rows, frozenset(spoilt))


def _has_cells_of_a_workbook(sheets: Sequence[tuple[Sheet, str]], damage: set[tuple[int, int]]) -> bool:
    """Whether damage needs a workbook: text knows no rounded numbers, dates, truth values and formulas."""
    return any(
        not isinstance(cell, str) or cell.startswith("=")
        for victim, row in damage
        for cell in sheets[victim][0].rows[row]
        if cell is not None
    )


def write_workbook(path: Path, sheets: Sequence[Sheet], *, is_1904: bool = False) -> None:
    """Sheets as xlsx; texts that begin with ``=`` become formulas without a value."""
    with xlsxwriter.Workbook(str(path), {"date_1904": is_1904, "strings_to_numbers": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        frame = book.add_format({"border": 1})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            for row, cells in enumerate(sheet.rows):
                for column, cell in enumerate(cells):
                    _write_cell(page, row, column, cell, day, frame)
            for top, left, bottom, right in sheet.merged:
                page.merge_range(top, left, bottom, right, sheet.rows[top][left])


def _write_cell(page: Worksheet, row: int, column: int, cell: Cell, day: Format, frame: Format) -> None:
    if cell is None:
        return
    if cell == "":
        page.write_blank(row, column, None, frame)
    elif isinstance(cell, datetime.date):
        page.write_datetime(row, column, datetime.datetime.combine(cell, datetime.time()), day)
    elif isinstance(cell, bool):
        page.write_boolean(row, column, cell)
    elif isinstance(cell, float):
        page.write_number(row, column, cell)
    elif cell.startswith("="):
        page.write_formula(row, column, cell, None, "")
    else:
        page.write_string(row, column, cell)


def _write_text(random: Random, path: Path, sheet: Sheet) -> list[int]:
    """A sheet as text in one of the dialects that spreadsheets write; returns the line where each row begins."""
    delimiter = random.choice((",", ";", "\t"))
    rows = [[_as_text(cell) for cell in row] for row in sheet.rows]
    width = max(map(len, rows))
    head = f"sep={delimiter}\n" if random.random() < 0.2 else ""
    with path.open("w", encoding=random.choice(("utf-8", "utf-8-sig")), newline="") as file:
        file.write(head)
        writer = csv.writer(file, delimiter=delimiter, quoting=random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))
        writer.writerows(row + [""] * (width - len(row)) for row in rows)
    lines = [2 if head else 1]
    for row in rows:
        lines.append(lines[-1] + 1 + sum(cell.count("\n") for cell in row))
    return lines


def _as_text(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime.date):
        return cell.strftime("%d/%m/%Y")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else str(cell)
    return cell
