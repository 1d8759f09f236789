"""A case for every finding that the rosters in ``findings`` do not show: what lies in the folder, and the command."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
import xlsxwriter

from reassign.cli.main import run

MEMBERS = """\
id,name,unit,residence_unit,residence_area
m1,Nguyễn An,Đa Kao,Đa Kao,KP 1
m2,Trần Bình,Đa Kao,Đa Kao,KP 2
m3,Lê Cúc,Đa Kao,Đa Kao,KP 2
"""
BRANCHES = "id,name,unit,areas,needs\nb1,Chi bộ 1,Đa Kao,KP 1,y tế\nb2,Chi bộ 2,Đa Kao,KP 2,\n"
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n'
CHECK = ("check",)
MEMBERS_BOOK = ("check", "--members", "members.xlsx")
_DRAWN = (2000, 1, 1, 0, 0, 0)

Rows = Sequence[Sequence[object]]


@dataclass(frozen=True, slots=True)
class Case:
    """One folder and one command.

    Attributes:
        code: The finding that it shows.
        prepare: Writes what differs from the plain case.
        words: The command.
    """

    code: str
    prepare: Callable[[Path], None]
    words: Sequence[str] = CHECK


def _placed(table: str, *points: str) -> str:
    """A table with coordinates, or without, behind each row."""
    head, *rows = table.splitlines()
    return "\n".join(
        [f"{head},latitude,longitude", *(f"{row},{point}" for row, point in zip(rows, points, strict=True)), ""]
    )


def _near(table: str) -> str:
    return _placed(table, *["10.78,106.70"] * (len(table.splitlines()) - 1))


def _dated(members: str) -> Callable[[Path], None]:
    """These members in a case with a day."""
    return lambda folder: put(
        folder, {"members.csv": members, "reassign.toml": CASE + "[policy]\neffective = 2019-05-16\n"}
    )


def begin(folder: Path) -> None:
    """The plain case: three members, two branches."""
    put(folder, {"members.csv": MEMBERS, "branches.csv": BRANCHES, "reassign.toml": CASE})


def put(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts as UTF-8."""
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def policy(*lines: str) -> Callable[[Path], None]:
    """The case with a policy."""
    return lambda folder: put(folder, {"reassign.toml": CASE + "\n".join(lines) + "\n"})


def texts(**files: str) -> Callable[[Path], None]:
    """Tables beside the rosters, each named as an input; ``members`` and ``branches`` replace the plain ones."""

    def prepare(folder: Path) -> None:
        put(folder, {f"{role}.csv": text for role, text in files.items()})
        others = [f'{role} = "{role}.csv"' for role in files if role not in {"members", "branches"}]
        put(folder, {"reassign.toml": CASE + "\n".join([*others, ""])})

    return prepare


def content(name: str, data: bytes) -> Callable[[Path], None]:
    """A file with these bytes."""
    return lambda folder: _write(folder / name, data)


def _write(path: Path, data: bytes) -> None:
    path.write_bytes(data)


def table(text: str) -> Rows:
    """The cells of a text without quotes."""
    return [line.split(",") for line in text.splitlines()]


def book(sheets: Mapping[str, Rows], merged: Sequence[str] = ()) -> bytes:
    """A workbook; a text that begins with ``=`` is a formula, ``#REF!`` an error."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False}) as made:
        for name, rows in sheets.items():
            page = made.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, cell in enumerate(cells):
                    if cell == "#REF!":
                        page.write_formula(row, column, "=A1", None, "#REF!")
                    elif isinstance(cell, str) and cell.startswith("="):
                        page.write_formula(row, column, cell, None, "")
                    elif cell != "":
                        page.write(row, column, cell)
            for area in merged:
                page.merge_range(area, rows[1][1])
    return stream.getvalue()


def sheets(merged: Sequence[str] = (), **named: Rows) -> Callable[[Path], None]:
    """``members.xlsx`` with these sheets."""
    return content("members.xlsx", book(named, merged))


def packed(data: bytes, changes: Mapping[str, bytes]) -> bytes:
    """A zipped document with parts replaced or added."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(part, _DRAWN), changes.get(part, old.read(part)))
        for part, added in changes.items():
            if part not in old.namelist():
                new.writestr(zipfile.ZipInfo(part, _DRAWN), added, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def spoilt(changes: Callable[[Mapping[str, bytes]], Mapping[str, bytes]]) -> Callable[[Path], None]:
    """``members.xlsx`` with parts changed."""

    def prepare(folder: Path) -> None:
        data = book({"Danh sách": table(MEMBERS)})
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = {part: package.read(part) for part in package.namelist()}
        _write(folder / "members.xlsx", packed(data, changes(parts)))

    return prepare


def _far_cell(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    name = "xl/worksheets/sheet1.xml"
    return {name: parts[name].replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"/></row></sheetData>')}


def _disguised_cell(parts: Mapping[str, bytes]) -> Mapping[str, bytes]:
    """A far cell that only the reader itself comes upon."""
    name = "xl/worksheets/sheet1.xml"
    row = b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>"
    return {name: parts[name].replace(b"</sheetData>", row)}


def folder_of(files: Mapping[str, str]) -> Callable[[Path], None]:
    """A folder ``lists`` of member rosters."""

    def prepare(folder: Path) -> None:
        (folder / "lists").mkdir()
        put(folder / "lists", files)

    return prepare


def planned(*outputs: str) -> Callable[[Path], None]:
    """The plain case with its plan in these files."""

    def prepare(folder: Path) -> None:
        named = [word for output in outputs for word in ("-o", output)]
        assert run(["plan", "-q", *named], {}, folder) == 0

    return prepare


def then(*steps: Callable[[Path], None]) -> Callable[[Path], None]:
    """One step after the other."""

    def prepare(folder: Path) -> None:
        for step in steps:
            step(folder)

    return prepare


def changed_plan(change: Callable[[dict[str, Any]], object]) -> Callable[[Path], None]:
    """The plan as JSON with something changed."""

    def prepare(folder: Path) -> None:
        planned("plan.json")(folder)
        path = folder / "plan.json"
        document = json.loads(path.read_text(encoding="utf-8"))
        change(document)
        put(folder, {"plan.json": json.dumps(document, ensure_ascii=False)})

    return prepare


def edited(edit: Callable[[Any, Mapping[str, int], int], object]) -> Callable[[Path], None]:
    """The plan as a workbook with its plan sheet edited: the sheet, columns by heading, row of the header."""

    def prepare(folder: Path) -> None:
        planned("plan.xlsx")(folder)
        opened = openpyxl.load_workbook(folder / "plan.xlsx")
        sheet = opened.worksheets[0]
        header = next(row[0].row for row in sheet.iter_rows() if row[0].value in {"STT", "No."})
        columns = {str(cell.value): cell.column for cell in sheet[header]}
        edit(sheet, columns, header)
        opened.save(folder / "plan.xlsx")

    return prepare


def template(text: str, parts: Mapping[str, bytes] | None = None) -> Callable[[Path], None]:
    """A Word template ``notice.docx`` with one paragraph."""

    def prepare(folder: Path) -> None:
        document = docx.Document()
        document.add_paragraph(text)
        stream = io.BytesIO()
        document.save(stream)
        _write(folder / "notice.docx", packed(stream.getvalue(), parts or {}))

    return prepare


def put_cell(column: str, value: object, offset: int = 1) -> Callable[[Any, Mapping[str, int], int], object]:
    """Put a value into a row below the header."""

    def edit(sheet: Any, columns: Mapping[str, int], header: int) -> None:
        sheet.cell(header + offset, columns[column]).value = value

    return edit


def _copy_row(sheet: Any, columns: Mapping[str, int], header: int) -> None:
    end = header + 4
    for column in columns.values():
        sheet.cell(end, column, sheet.cell(header + 1, column).value)


def _new_row(sheet: Any, columns: Mapping[str, int], header: int) -> None:
    sheet.cell(header + 4, columns["Name"], "Phạm Dung")


def _events(text: str) -> Callable[[Path], None]:
    return texts(events=f"date,member,event,value\n{text}\n")


VERIFY = ("verify", "plan.json")
REPLAN = ("replan", "plan.xlsx", "-o", "new.json")
LETTERS = ("letters", "--check", "--template", "notice.docx")
_SPLIT = "from_branch,to_branch\nb1,b3\nb1,b4\n"
_TWO_NEW = "id,name,unit,areas,needs\nb3,Chi bộ 3,Đa Kao,KP 1,\nb4,Chi bộ 4,Đa Kao,KP 2,\nb2,Chi bộ 2,Đa Kao,KP 5,\n"


def _pinned_then(*steps: Callable[[Path], None]) -> Callable[[Path], None]:
    """A plan in which m1 is pinned to b1 by a file, after which things change."""
    pins = texts(pins="member,branch,reason\nm1,b1,theo phân công\n")
    return then(pins, planned("plan.xlsx"), *steps)


def policy_cases() -> Iterator[Case]:
    """What is wrong with a policy."""
    yield Case("P001", policy("[policy.limit]", "min = 1"))
    yield Case("P002", policy("[policy]", "limits = 3"))
    yield Case("P003", policy("[policy.limits]", "min = -1"))
    yield Case("P004", policy("[policy.limits]", "max = 2.5"))
    yield Case("P005", policy("[policy.scope]", 'within = "ward"'))
    yield Case("P006", policy("[policy.priorities]", 'order = ["residence", "needs", "residence"]'))
    yield Case("P007", policy("[policy.limits]", "min = 5", "max = 2"))
    yield Case("P008", policy("[[policy.quota]]", 'members = { status = "official" }'))
    yield Case("P009", policy("[[policy.quota]]", "min = 1"))
    yield Case("P010", policy("[policy.limits]", "min = một"))
    yield Case("P011", policy('[policy.limits.branch."b99"]', "max = 9"))
    yield Case("P012", policy("[policy.needs]", 'weights = { "y te cong dong" = 3 }'))
    bounded = "id,name,unit,areas,max\nb1,Chi bộ 1,Đa Kao,KP 1,3\nb2,Chi bộ 2,Đa Kao,KP 2,2\n"
    yield Case("P014", then(texts(branches=bounded), policy("[policy.limits]", "max = 4")))
    yield Case("P013", policy("[[policy.repair.drop]]", 'what = "pin"', 'member = "m11"', 'branch = "b1"'))


def file_cases() -> Iterator[Case]:
    """Files that cannot be opened or read."""
    yield Case("R001", lambda folder: (folder / "members.csv").unlink())
    yield Case("R002", lambda folder: (folder / "pins").mkdir(), ("check", "--pins", "pins"))
    yield Case("R003", policy(), ("check", "--members", "members\0.csv"))
    yield Case("R004", content("members.csv", b""))
    yield Case("R005", content("members.xlsx", MEMBERS.encode()), MEMBERS_BOOK)
    yield Case("R006", content("members.pdf", b"%PDF-1.7\n"), ("check", "--members", "members.pdf"))
    yield Case("R007", content("~$members.xlsx", b"\x05admin"), ("check", "--members", "~$members.xlsx"))
    protected = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
    yield Case("R008", content("members.xlsx", protected + b"\0" * 512), MEMBERS_BOOK)
    yield Case("R009", content("members.xlsx", book({"Danh sách": table(MEMBERS)})[:3000]), MEMBERS_BOOK)
    yield Case("R076", content("members.csv", b"id,name,unit\nm1,M\xfcller,\xc5bo\n"))
    yield Case("R075", texts(members=MEMBERS + f"m4,{'A' * 1_000_001},Đa Kao,,\n"))
    bomb = {"xl/bomb.xml": b" " * 30_000_000}
    yield Case("R080", spoilt(lambda _: bomb), MEMBERS_BOOK)
    entity = {"xl/entity.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a/>'}
    yield Case("R081", spoilt(lambda _: entity), MEMBERS_BOOK)
    yield Case("R082", spoilt(lambda _: {"../outside.xml": b"<a/>"}), MEMBERS_BOOK)
    yield Case("R083", spoilt(_far_cell), MEMBERS_BOOK)
    yield Case("R084", spoilt(_disguised_cell), MEMBERS_BOOK)


def shape_cases() -> Iterator[Case]:
    """How sheets and folders are laid out."""
    rows = table(MEMBERS)
    yield Case("R024", sheets(A=rows, B=rows), MEMBERS_BOOK)
    yield Case("R025", sheets(A=rows), ("check", "--members", "members.xlsx#C"))
    born = MEMBERS.replace("residence_area\n", "residence_area,birth_date\n").replace("KP 1\n", "KP 1,03/02/2035\n")
    late = MEMBERS.replace("residence_area\n", "residence_area,birth_date,joined\n").replace(
        "KP 1\n", "KP 1,1990,1985\n"
    )
    yield Case("R171", texts(members=late.replace("KP 2\n", "KP 2,,\n")))
    yield Case("R087", policy(), ("check", "--members", "branches.csv", "--branches", "members.csv"))
    yield Case("R169", texts(members=MEMBERS.replace("Nguyễn An", "../../x")))
    yield Case("R170", _dated(born.replace("KP 2\n", "KP 2,\n")))
    yield Case("R028", policy(), ("check", "--members", "branches.csv"))
    yield Case("R029", sheets(A=[]), MEMBERS_BOOK)
    yield Case("R036", sheets(A=[rows[0], [True, *rows[1][1:]]]), MEMBERS_BOOK)
    yield Case("R050", sheets(A=[rows[0], ["m1", "#REF!", *rows[1][2:]]]), MEMBERS_BOOK)
    yield Case("R051", sheets(A=[rows[0], ["m1", "=B1", *rows[1][2:]]]), MEMBERS_BOOK)
    dates = "id,name,unit,Nam,Nữ\nm1,Nguyễn An,Đa Kao,01/02/1980,03/04/1981\n"
    yield Case("R055", texts(members=dates))
    yield Case("R063", texts(distances="member,branch,distance\nm1,b1,100\nm1,b1,200\n"))
    told = [["DANH SÁCH PHƯỜNG ĐA KAO"], [], *rows]
    other = [["DANH SÁCH PHƯỜNG TÂN ĐỊNH"], [], rows[0], ["m7", "Đỗ Hà", "", "", ""]]
    parts = {"Đa Kao": _without_unit(told), "Tân Định": _without_unit(other), "Ghi chú": [["Lập ngày 16/5"]]}
    two_units = texts(branches=BRANCHES + "b3,Chi bộ 3,Tân Định,KP 8,\n")
    yield Case("R102", then(two_units, content("members.xlsx", book(parts))), MEMBERS_BOOK)
    lists = {"a.csv": MEMBERS, "ghi-chu.doc": "x"}
    yield Case("R103", folder_of(lists), ("check", "--members", "lists"))
    shared = [rows[0], ["m1", "Nguyễn An", "Đa Kao", "Đa Kao", "KP 1"], ["m2", "Trần Bình", "", "Đa Kao", "KP 1"]]
    yield Case("R104", content("members.xlsx", _merged(shared, "C2:C3", "Đa Kao")), MEMBERS_BOOK)
    yield Case("R105", folder_of({}), ("check", "--members", "lists"))
    double = [rows[0], ["m1", "Nguyễn An", "Đa Kao", "", ""], ["m2", "", "Đa Kao", "", ""]]
    yield Case("R106", content("members.xlsx", _merged(double, "B2:B3", "Nguyễn An")), MEMBERS_BOOK)
    yield Case("R117", texts(members=MEMBERS.replace("Đa Kao,KP 1", ",")))
    unread = [line.rsplit(",", 2)[0] for line in MEMBERS.splitlines()]
    nowhere = "\n".join([f"{unread[0]},Nơi sinh sống", *(f"{line},Huế" for line in unread[1:]), ""])
    yield Case("R118", texts(members=nowhere))
    yield Case("R167", texts(members=_placed(MEMBERS, "10.78,106.70", "10.79,106.71", ","), branches=_near(BRANCHES)))
    yield Case("R168", texts(members=_near(MEMBERS), branches=_placed(BRANCHES, "10.78,106.70", ",")))
    careful = [
        f"{line},{field}" for line, field in zip(MEMBERS.splitlines(), ("fields", "y tê", "", "y tê"), strict=True)
    ]
    yield Case("R119", texts(members="\n".join([*careful, ""])))
    yield Case("R115", texts(crosswalk="old_unit,new_unit,valid_from,share\nBến Nghé,Sài Gòn,1/7/2025,tất cả\n"))


def _without_unit(rows: Rows) -> Rows:
    return [[cell for column, cell in enumerate(cells) if column != 2] if len(cells) > 2 else cells for cells in rows]


def _merged(rows: Rows, area: str, text: str) -> bytes:
    stream = io.BytesIO(book({"A": rows}))
    opened = openpyxl.load_workbook(stream)
    opened.worksheets[0].merge_cells(area)
    opened.worksheets[0][area.split(":", maxsplit=1)[0]] = text
    made = io.BytesIO()
    opened.save(made)
    return made.getvalue()


def plan_cases() -> Iterator[Case]:
    """Earlier plans, edits of a plan workbook, events."""
    yield Case("R066", content("plan.json", b'{"schema_version": 1}'), VERIFY)
    yield Case("R067", changed_plan(lambda plan: plan.update(schema_version=99)), VERIFY)
    yield Case("R069", edited(put_cell("To branch", "Chi bộ 2")), ("verify", "plan.xlsx"))
    yield Case("R090", then(planned("plan.json"), texts(members=MEMBERS + "m4,Phạm Dung,Đa Kao,,\n")), VERIFY)
    yield Case("R091", changed_plan(lambda plan: plan["placements"][0].pop("branch")), VERIFY)
    yield Case("R130", edited(lambda sheet, columns, header: sheet.cell(header, columns["To branch"], "x")), REPLAN)
    yield Case("R131", edited(_new_row), REPLAN)
    yield Case("R132", edited(put_cell("Id", "m8")), REPLAN)
    yield Case("R133", edited(_copy_row), REPLAN)
    yield Case("R134", edited(lambda sheet, _, header: sheet.delete_rows(header + 1)), REPLAN)
    yield Case("R135", edited(put_cell("To branch", None)), REPLAN)
    pinned_nowhere = edited(lambda *place: (put_cell("To branch", None)(*place), put_cell("Pin", "x")(*place)))
    yield Case("R136", pinned_nowhere, REPLAN)
    left = texts(members="".join(line for line in MEMBERS.splitlines(keepends=True) if "m1," not in line))
    yield Case("R137", then(edited(put_cell("To branch", "Chi bộ 2")), left), REPLAN)
    yield Case("R138", edited(lambda sheet, *_: sheet.parent.create_sheet("Ghi chú").append(["Hỏi lại"])), REPLAN)
    yield Case("R139", then(planned("plan.xlsx"), texts(members=MEMBERS + "m4,Phạm Dung,Đa Kao,,\n")), REPLAN)
    split = texts(lineage=_SPLIT, branches=_TWO_NEW)
    yield Case("R140", then(edited(put_cell("Pin", "x")), split), REPLAN)
    yield Case("R141", _pinned_then(texts(branches=_TWO_NEW)), REPLAN)
    decided = texts(pins="member,branch,reason\nm1,b1,mới\n")
    yield Case("R142", then(edited(put_cell("To branch", "Chi bộ 2")), decided), REPLAN)
    yield Case("R145", _events("2019-05-01,m1,moved,"))
    yield Case("R146", _events("2019-05-01,m1,post,"))
    yield Case("R147", _events("2019-05-01,m1,left,\n2019-05-02,m1,away,"))
    yield Case("R148", _events("2019-05-01,m9,left,"))
    pinned = then(texts(pins="member,branch,reason\nm1,b1,QĐ 1\n"), _append("[policy]\n"), planned("plan.xlsx"))
    yield Case("R155", then(pinned, policy("[policy]")), REPLAN)
    renamed = texts(members=MEMBERS.replace("Lê Cúc", "Hồ Hoa"))
    yield Case("R157", then(planned("plan.xlsx"), renamed), REPLAN)
    strangers = texts(members=MEMBERS.replace("Lê Cúc", "Hồ Hoa").replace("Nguyễn An", "Vũ Sen"))
    yield Case("R158", then(planned("plan.xlsx"), strangers), REPLAN)
    yield Case("R159", edited(put_cell("Post", "Bí thư")), REPLAN)
    yield Case("R160", edited(_note), REPLAN)
    nowhere = then(planned("plan.xlsx"), texts(lineage="from_branch,to_branch\nb11,b1\n"))
    yield Case("R161", nowhere, (*REPLAN, "--lineage", "lineage.csv"))
    yield Case("R162", texts(lineage="from_branch,to_branch\nb1,b2\n"), (*CHECK, "--lineage", "lineage.csv"))
    lots = texts(lots="member,branch,lot\nm1,b1,1048576\n")
    yield Case("R165", lots, (*CHECK, "--lots", "lots.csv"))
    keyless = then(planned("plan.csv"), texts(key="member,pseudonym\n"))
    yield Case("R166", keyless, ("identify", "plan.csv", "--key", "key.csv", "-o", "names.csv"))
    yield Case("R163", planned("plan.xlsx"), (*REPLAN, "--protect", "Phường, xã=Đa Cao"))
    namesakes = MEMBERS.replace("Lê Cúc", "Nguyễn An")
    event = "date,member,event,value\n2019-05-01,Nguyễn An,left,\n"
    yield Case("R164", texts(members=namesakes, events=event))
    later = then(_events("2019-06-01,m1,left,"), _append("[policy]\neffective = 2019-05-16\n"))
    yield Case("R149", later)


def _note(sheet: Any, columns: Mapping[str, int], header: int) -> None:
    sheet.cell(header + 1, columns["To branch"]).comment = openpyxl.comments.Comment("Hỏi lại", "")


def _append(text: str) -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        path = folder / "reassign.toml"
        put(folder, {path.name: path.read_text(encoding="utf-8") + text})

    return prepare


def template_cases() -> Iterator[Case]:
    """Templates of letters."""
    yield Case("R150", template("x", {"word/document.xml": b""}), LETTERS)
    yield Case("R151", template("{{ name"), LETTERS)
    yield Case("R152", template("{{ nmae }}"), LETTERS)
    yield Case("R153", template("x", {"word/vbaProject.bin": b"x"}), LETTERS)
    filled = ("letters", "plan.json", "-o", "letters", "--kind", "notice", "--template", "notice.docx")
    yield Case("R154", then(planned("plan.json"), template("{{ 1 // 0 }}")), filled)


CASES: tuple[Case, ...] = (*policy_cases(), *file_cases(), *shape_cases(), *plan_cases(), *template_cases())
