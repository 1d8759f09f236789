"""Edits of a plan workbook come back as exactly the right pins, or as exactly the right finding.

Each trial opens the workbook with openpyxl, edits some cells, rows and columns at random, and keeps by itself what the
edits must come to. Forty trials run here; ``REASSIGN_EDITS=1000`` runs as many as are wanted.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from reassign.cli.main import run
from reassign.readers.policy.case import CaseFlags
from reassign.readers.rosters.rosters import Replan
from reassign.workflows.replan_case import ReplanFlags, settle_replan
from reassign.workflows.steps.reading import read_case_rosters

TRIALS = int(os.environ.get("REASSIGN_EDITS", "40"))
HEADER = 6
MEMBERS = """\
id,name,unit,residence_unit,residence_area,pinned_branch,excluded_branches,Ghi chú riêng
m1,Nguyễn An,Đa Kao,Đa Kao,KP 1,,,a
m2,Trần Bình,Đa Kao,Đa Kao,KP 2,b2,,b
m3,Lê Cúc,Đa Kao,Đa Kao,KP 3,,b1,c
m4,Phạm Dung,Đa Kao,Đa Kao,KP 1,b3,,
m5,Vũ Em,Đa Kao,Đa Kao,KP 2,,,
m6,Vũ Gia,Đa Kao,Đa Kao,KP 3,,,
m7,Đỗ Hà,Tân Định,Tân Định,KP 8,,,
m8,Hồ Hà,Tân Định,Tân Định,KP 9,b9,,
"""
BRANCHES = """\
id,name,unit,areas
b1,Chi bộ 1,Đa Kao,KP 1
b2,Chi bộ 2,Đa Kao,KP 2
b3,Chi bộ 3,Đa Kao,KP 3
b8,Chi bộ 8,Tân Định,KP 8
b9,Chi bộ 9,Tân Định,KP 9
"""
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[output]\nlanguage = "vi"\n'
NAMES = {"b1": "Chi bộ 1", "b2": "Chi bộ 2", "b3": "Chi bộ 3", "b8": "Chi bộ 8", "b9": "Chi bộ 9"}
OWN = {
    **dict.fromkeys(["m1", "m2", "m3", "m4", "m5", "m6"], ("b1", "b2", "b3")),
    "m7": ("b8", "b9"),
    "m8": ("b8", "b9"),
}
PLACED = {"m1": "b1", "m2": "b2", "m3": "b3", "m4": "b3", "m5": "b2", "m6": "b3", "m7": "b8", "m8": "b9"}
PINNED = {"m2": "b2", "m4": "b3", "m8": "b9"}
TO, PIN, ID, NAME = "Chi bộ đến", "Ghim", "Mã", "Họ và tên"

Row: TypeAlias = dict[str, Any]
Told: TypeAlias = set[tuple[str, str, str]]


@dataclass
class Sheet:
    """The table of the plan sheet, row by row, and what its edits must come to.

    Attributes:
        columns: Headings in their order.
        rows: Cells by heading; the key ``#`` tells rows apart.
        pins: Branch by member.
        told: Code, row key and heading of every finding.
    """

    columns: list[str]
    rows: list[Row]
    pins: dict[str, str] = field(default_factory=lambda: dict(PINNED))
    told: Told = field(default_factory=set)

    def say(self, code: str, row: Row, column: str) -> None:
        """Expect a finding in a cell."""
        self.told.add((code, row["#"], column))


def choose_branch(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """By name or by id, another branch of the member's unit: a pin, unless the roster rules the branch out."""
    member = row[ID]
    branch = chance.choice([each for each in OWN[member] if each != PLACED[member]])
    row[TO] = chance.choice([NAMES[branch], branch, f" {NAMES[branch]} ", NAMES[branch].upper()])
    sheet.pins[member] = branch
    if (member, branch) == ("m3", "b1"):
        sheet.say("R062", row, TO)


def cross_units(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """A branch of another unit: a pin and a warning."""
    member = row[ID]
    branch = chance.choice([each for each in NAMES if each not in OWN[member]])
    row[TO] = NAMES[branch]
    sheet.pins[member] = branch
    sheet.say("R064", row, TO)


def write_nonsense(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """No branch at all."""
    sheet.pins.pop(row[ID], None)
    if row[ID] in PINNED:
        sheet.pins[row[ID]] = PINNED[row[ID]]
    row[TO] = chance.choice(["Chi bộ 77", "không rõ", "b77"])
    sheet.say("R018", row, TO)


def set_pin(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """A pin where the member is."""
    row[PIN] = chance.choice(["x", "X", "có", 1])
    sheet.pins[row[ID]] = PLACED[row[ID]]


def clear_pin(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """Nobody is pinned whose pin is taken away."""
    row[PIN] = chance.choice([None, "", "không"])
    sheet.pins.pop(row[ID], None)


def smudge_pin(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """Neither yes nor no."""
    row[PIN] = chance.choice(["?", "có thể", "7"])
    sheet.say("R044", row, PIN)


def empty_branch(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """No branch: the plan decides, unless somebody is pinned to nothing."""
    row[TO] = chance.choice([None, "", "  "])
    if row[ID] in PINNED:
        sheet.say("R136", row, TO)
    else:
        sheet.say("R135", row, TO)


def space_out(_sheet: Sheet, row: Row, _chance: random.Random) -> None:
    """The same branch with more room around it."""
    row[TO] = f"  {row[TO]} "


def rename_member(sheet: Sheet, row: Row, _chance: random.Random) -> None:
    """An id that nobody has; the member it had loses the row."""
    if row[ID] in PINNED:
        sheet.pins[row[ID]] = PINNED[row[ID]]
    row[ID] = f"?{row[ID]}"
    sheet.say("R132", row, ID)
    sheet.told.add(("R134", "", ""))


def delete_row(sheet: Sheet, row: Row, _chance: random.Random) -> None:
    """The row goes, the member stays."""
    sheet.rows.remove(row)
    sheet.told.add(("R134", "", ""))


def repeat_row(sheet: Sheet, row: Row, chance: random.Random) -> None:
    """Twice the same is a slip, twice different is a contradiction; both are told at the lower row."""
    again = {**row, "#": f"{row['#']}+"}
    if chance.random() < 0.5:
        again[TO] = NAMES[next(each for each in OWN[row[ID]] if each != PLACED[row[ID]])]
    sheet.rows.append(again)
    sheet.told.add(("R133", "later", row[ID]))


def remark(_sheet: Sheet, row: Row, _chance: random.Random) -> None:
    """A comment decides nothing."""
    row["Ý kiến"] = "xem lại"


PLAIN: tuple[Callable[[Sheet, Row, random.Random], None], ...] = (
    choose_branch,
    choose_branch,
    cross_units,
    set_pin,
    space_out,
    remark,
)
BROKEN: tuple[Callable[[Sheet, Row, random.Random], None], ...] = (
    write_nonsense,
    smudge_pin,
    empty_branch,
    rename_member,
    delete_row,
    repeat_row,
)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edits")
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (folder / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.xlsx"], {}, folder) == 0
    return folder


def edited(case: Path, chance: random.Random) -> Sheet:
    """Edit the workbook at random and save it as ``edited.xlsx``."""
    book = openpyxl.load_workbook(case / "plan.xlsx")
    page = book.worksheets[0]
    columns = [str(cell.value) for cell in page[HEADER]]
    rows = [
        {"#": str(number), **{name: page.cell(number, place + 1).value for place, name in enumerate(columns)}}
        for number in range(HEADER + 1, HEADER + 1 + len(PLACED))
    ]
    assert {row[ID]: row[TO] for row in rows} == {member: NAMES[branch] for member, branch in PLACED.items()}
    sheet = Sheet(columns, rows)
    kinds = PLAIN if chance.random() < 0.6 else (*PLAIN, *BROKEN)
    for row in chance.sample(rows, chance.randint(1, 5)):
        kind = chance.choice(kinds)
        if row[ID] in PINNED and kind is set_pin:
            kind = clear_pin
        kind(sheet, row, chance)
    if chance.random() < 0.5:
        chance.shuffle(sheet.rows)
    if chance.random() < 0.3:
        chance.shuffle(sheet.columns)
    if chance.random() < 0.3:
        sheet.columns.insert(chance.randrange(len(sheet.columns)), "Cột thêm")
    top = HEADER + chance.choice([0, 0, 2])
    page.delete_rows(HEADER, page.max_row)
    for place, name in enumerate(sheet.columns):
        page.cell(top, place + 1).value = name
        for offset, row in enumerate(sheet.rows):
            row["at"] = top + 1 + offset
            page.cell(row["at"], place + 1).value = row.get(name)
    book.save(case / "edited.xlsx")
    return sheet


def expected(sheet: Sheet) -> set[tuple[str, str]]:
    """Code and cell of every finding."""
    places = {row["#"]: row["at"] for row in sheet.rows}
    letters = {name: openpyxl.utils.get_column_letter(place + 1) for place, name in enumerate(sheet.columns)}
    found = set()
    for code, row, column in sheet.told:
        if code == "R134":
            found.add((code, ""))
        elif row == "later":
            found.add((code, f"{letters[ID]}{max(each['at'] for each in sheet.rows if each[ID] == column)}"))
        else:
            found.add((code, f"{letters[column]}{places[row]}"))
    return found


@pytest.mark.parametrize("seed", range(TRIALS))
def test_edits_come_back_as_pins_or_findings(case: Path, seed: int) -> None:
    chance = random.Random(seed)
    sheet = edited(case, chance)

    settings = settle_replan(case, "edited.xlsx", CaseFlags(), ReplanFlags(), {}, "en")
    rosters, findings = read_case_rosters(settings.case, Replan())

    told = {(finding.code, finding.address.cell) for finding in findings if finding.address.file == "edited.xlsx"}
    assert told == expected(sheet)
    if rosters is not None and not any(finding.is_error for finding in findings):
        pins = {member.id: member.pinned_branch_id for member in rosters.members if member.pinned_branch_id}
        assert pins | {pin.member: pin.branch for pin in rosters.pins} == sheet.pins
