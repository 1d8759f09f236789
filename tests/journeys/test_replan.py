"""A plan, something that changes, and the plan after it: only who must move, moves."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any, TypeAlias

import openpyxl
import pytest

from reassign.cli.main import run

Document: TypeAlias = dict[str, Any]

MEMBERS = """\
id,name,unit,status,post,residence_unit,residence_area,fields,key_cadre
m1,Nguyễn An,Đa Kao,official,Công chức,Đa Kao,KP 1,an ninh,x
m2,Trần Bình,Đa Kao,official,Công chức,Đa Kao,KP 1,,
m3,Lê Cúc,Đa Kao,probationary,Công chức,Đa Kao,KP 2,môi trường,
m4,Phạm Dung,Đa Kao,official,Công chức,Đa Kao,KP 2,,
"""
BRANCHES = """\
id,name,unit,areas,members_now,officials_now,needs
b1,Chi bộ 1,Đa Kao,KP 1,10,9,an ninh
b2,Chi bộ 2,Đa Kao,KP 2,20,18,môi trường
"""
CASE = """\
[inputs]
members = "members.csv"
branches = "branches.csv"
[policy]
effective = 2019-09-02
[output]
language = "vi"
"""


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json", "-o", "plan.xlsx"], {}, tmp_path) == 0
    return tmp_path


def document(path: Path) -> Document:
    told = json.loads(path.read_text(encoding="utf-8"))
    assert isinstance(told, dict)
    return told


def placed(told: Document) -> dict[str, str]:
    return {placement["member"]: placement["branch"] for placement in told["placements"]}


def moves(told: Document) -> list[tuple[str, str, str | None]]:
    return [(move["member"], move["reason"], move["subject"]) for move in told["replan"]["moves"]]


def changes(folder: Path) -> list[list[str]]:
    """Rows of the sheet of changes, empty cells left out."""
    page = openpyxl.load_workbook(folder / "new.xlsx")["Thay đổi"]
    return [[str(cell) for cell in row if cell is not None] for row in page.iter_rows(values_only=True) if any(row)]


def replan(folder: Path, *arguments: str, code: int = 0) -> Document:
    assert run(["replan", *arguments, "-q", "-o", "new.json", "-o", "new.xlsx", "--force"], {}, folder) == code
    told = document(folder / "new.json")
    assert run(["verify", "-q", "new.json"], {}, folder) == 0
    assert run(["verify", "-q", "new.xlsx"], {}, folder) == 0
    return told


def edit(
    folder: Path, cells: dict[tuple[str, str], str | None], name: str = "edited.xlsx", source: str = "plan.xlsx"
) -> None:
    """Write texts into the cells of members, by member id and heading."""
    book = openpyxl.load_workbook(folder / source)
    page = book.worksheets[0]
    headings = {str(cell.value): cell.column for cell in page[6]}
    rows = {page.cell(row, headings["Mã"]).value: row for row in range(7, page.max_row + 1)}
    for (member, heading), text in cells.items():
        if heading not in headings:
            headings[heading] = len(headings) + 1
            page.cell(6, headings[heading]).value = heading
        page.cell(rows[member], headings[heading]).value = text
    book.save(folder / name)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("letters", "edited.xlsx", "-o", "papers", "--kind", "list"), 3, id="letters"),
        pytest.param(("report", "edited.xlsx", "-o", "page.html"), 3, id="report"),
        pytest.param(("explain", "edited.xlsx", "m1"), 3, id="explain"),
        pytest.param(("compare", "edited.xlsx", "plan.json"), 3, id="compare"),
        pytest.param(("verify", "edited.xlsx"), 1, id="verify names the cell itself"),
        pytest.param(("replan", "edited.xlsx", "--dry-run"), 0, id="replan warns"),
    ],
)
def test_no_command_passes_over_a_name_that_was_changed_by_hand(
    case: Path, words: tuple[str, ...], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(case, {("m1", "Họ và tên"): "Nguyễn Ân"})
    capsys.readouterr()
    assert run([*words, "--lang", "vi"], {}, case) == code
    assert "B7" in capsys.readouterr().err
    assert not (case / "papers").exists()


@pytest.mark.parametrize("plan", ["plan.json", "plan.xlsx"])
def test_an_unchanged_case_moves_nobody(case: Path, plan: str) -> None:
    told = replan(case, plan)

    assert placed(told) == placed(document(case / "plan.json"))
    assert (told["replan"]["moves"], told["replan"]["stayed"], told["replan"]["fewest_moves"]) == ([], 4, 0)
    assert told["priorities"][0]["names"] == ["continuity"]
    assert {file["role"] for file in told["inputs"]} == {"members", "branches", "current", "policy"}


def test_a_closed_branch_moves_its_members_and_nobody_else(case: Path) -> None:
    (case / "branches.csv").write_text(BRANCHES.replace("b2,Chi bộ 2", "b3,Chi bộ 3"), encoding="utf-8")

    told = replan(case, "plan.json")

    assert moves(told) == []
    assert told["replan"]["joiners"] == []
    assert told["replan"]["closed"] == [
        {"member": "m3", "from": "b2", "to": "b3"},
        {"member": "m4", "from": "b2", "to": "b3"},
    ]
    assert not any(placement["moved"] for placement in told["placements"]), "they have nowhere to stay"
    assert [row for row in changes(case) if "m3" in row] == [
        ["1", "Lê Cúc", "Công chức", "Chi bộ 2", "Chi bộ 3", "Chi bộ 2 không còn", "Đa Kao", "m3"]
    ]
    (case / "lineage.csv").write_text("from_branch,to_branch\nb2,b1\n", encoding="utf-8")
    told = replan(case, "plan.json", "--lineage", "lineage.csv")
    assert moves(told) == [("m4", "minimum", "b3")] or moves(told) == [("m3", "minimum", "b3")]


def test_a_changed_post_moves_a_member_where_needs_come_first(case: Path) -> None:
    swapped = MEMBERS.replace(",an ninh,x", ",môi trường,x").replace("KP 2,môi trường", "KP 2,an ninh")
    (case / "members.csv").write_text(swapped, encoding="utf-8")
    policy = CASE.replace("[output]", '[policy.priorities]\norder = ["needs", "continuity"]\n[output]')
    (case / "reassign.toml").write_text(policy, encoding="utf-8")

    told = replan(case, "plan.json")

    assert moves(told) == [("m3", "raises", "needs"), ("m1", "raises", "needs")]
    assert [move["need"] for move in told["replan"]["moves"]] == ["an ninh", "môi trường"]
    assert told["replan"]["fewest_moves"] == 0
    assert told["replan"]["changed"] == ["members", "policy"]


def test_by_default_a_changed_post_moves_nobody_and_the_lost_owner_is_told(case: Path) -> None:
    (case / "members.csv").write_text(MEMBERS.replace(",an ninh,x", ",y tế,x"), encoding="utf-8")

    told = replan(case, "plan.json")

    assert moves(told) == []
    assert told["replan"]["lost_owners"] == [{"branch": "b1", "need": "an ninh", "before": "m1", "after": None}]


def test_leavers_and_joiners_are_named(case: Path) -> None:
    changed = MEMBERS.replace("m4,Phạm Dung", "m9,Vũ Em")
    (case / "new-members.csv").write_text(changed, encoding="utf-8")

    told = replan(case, "plan.json", "--members", "new-members.csv")

    assert (told["replan"]["joiners"], told["replan"]["leavers"]) == (["m9"], ["m4"])
    assert told["replan"]["changed"] == ["members"]
    told_rows = [row for row in changes(case) if row[-1] in {"m4", "m9"}]
    assert told_rows == [
        ["1", "Vũ Em", "Công chức", "Chi bộ 2", "Đa Kao", "m9"],
        ["1", "Phạm Dung", "Chi bộ 2", "Đa Kao", "m4"],
    ]


def test_of_many_new_people_the_first_few_are_told_and_all_when_asked(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "".join(f"n{number},Vũ Em {number},Đa Kao,official,,Đa Kao,KP 1,,\n" for number in range(1, 8))
    (case / "members.csv").write_text(MEMBERS + more, encoding="utf-8")
    capsys.readouterr()

    assert run(["replan", "plan.json", "--dry-run", "--lang", "en"], {}, case) == 0
    assert "New: Vũ Em 1 (n1), " in (told := " ".join(capsys.readouterr().out.split()))
    assert "Vũ Em 5 (n5) … and 2 more (-v shows all)" in told
    assert run(["replan", "plan.json", "--dry-run", "--lang", "en", "-v"], {}, case) == 0
    assert "Vũ Em 7 (n7)" in capsys.readouterr().out.partition("Đa Kao")[0]


def test_the_price_of_an_edit_names_what_is_lost_besides_the_move(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 2"})
    capsys.readouterr()
    assert run(["replan", "edited.xlsx", "--dry-run", "--lang", "vi"], {}, case) == 0
    told = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert "Giữ nguyên nơi sinh hoạt: 3 thay vì 4; Gần nơi cư trú: 7 thay vì 8" in told


def test_of_two_people_of_one_name_the_ids_are_told(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "members.csv").write_text(MEMBERS.replace("Lê Cúc", "Nguyễn An"), encoding="utf-8")
    capsys.readouterr()
    assert run(["replan", "plan.json", "--dry-run", "--lang", "vi"], {}, case) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "Nguyễn An (m1)" in told
    assert "Nguyễn An (m3)" in told


def test_an_edited_branch_is_a_pin_with_its_price(case: Path) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 2", ("m2", "Ý kiến"): "xin ở lại", ("m3", "Cột thêm"): "của tôi"})

    told = replan(case, "edited.xlsx")

    assert placed(told)["m1"] == "b2"
    assert told["replan"]["pins"] == [{"member": "m1", "branch": "b2"}]
    price = told["replan"]["edits"][0]
    assert (price["kind"], price["before"], price["after"]) == ("branch", "Chi bộ 1", "Chi bộ 2")
    assert price["first_loss"] == ["continuity"]
    assert price["levels"][0] == {"names": ["continuity"], "with": 3, "without": 4}
    assert moves(told) == [("m1", "edited", None)]
    book = openpyxl.load_workbook(case / "new.xlsx")
    rows = list(book.worksheets[0].iter_rows(min_row=6, values_only=True))
    found = {row[rows[0].index("Mã")]: dict(zip(rows[0], row, strict=True)) for row in rows[1:5]}
    assert (found["m2"]["Ý kiến"], found["m3"]["Cột thêm"], found["m1"]["Ghim"]) == ("xin ở lại", "của tôi", "x")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_an_edit_comes_back_the_same_from_libreoffice(case: Path) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 2", ("m4", "Ghim"): "x", ("m2", "Ý kiến"): "xin ở lại"})
    expected = replan(case, "edited.xlsx")
    profile = f"-env:UserInstallation=file://{case}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(case / "saved"), "edited.xlsx"]
    subprocess.run(command, cwd=case, check=True, capture_output=True, timeout=120)
    shutil.copy(case / "saved" / "edited.xlsx", case / "edited.xlsx")

    told = replan(case, "edited.xlsx")

    assert placed(told) == placed(expected)
    assert told["replan"] == expected["replan"]
    book = openpyxl.load_workbook(case / "new.xlsx")
    assert "xin ở lại" in [cell.value for row in book.worksheets[0].iter_rows() for cell in row]


def test_a_pin_of_the_workbook_lasts_until_it_is_taken_away(case: Path) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 2"})
    assert run(["replan", "edited.xlsx", "-q", "-o", "second.xlsx", "-o", "second.json"], {}, case) == 0

    third = replan(case, "second.xlsx")
    assert (
        third["replan"]["pins"] == replan(case, "second.json")["replan"]["pins"] == [{"member": "m1", "branch": "b2"}]
    )

    edit(case, {("m1", "Ghim"): None}, source="second.xlsx")
    freed = replan(case, "edited.xlsx")
    assert freed["replan"]["pins"] == []
    assert [entry["kind"] for entry in freed["replan"]["edits"]] == ["unpin"]
    assert not any(placement["pinned"] for placement in freed["placements"])


def test_edits_that_cannot_stand_together_are_named_with_their_cells(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cells: dict[tuple[str, str], str | None] = {(member, "Chi bộ đến"): "Chi bộ 2" for member in ("m1", "m2")}
    edit(case, cells | {(member, "Ghim"): "x" for member in ("m3", "m4")})

    assert run(["replan", "edited.xlsx", "--json"], {}, case) == 4

    told = json.loads(capsys.readouterr().out)
    assert told["status"] == "infeasible"
    assert {entry["member"]: entry["branch"] for entry in told["edits"]} == dict.fromkeys(
        ("m1", "m2", "m3", "m4"), "b2"
    )
    assert all(entry["cell"] for entry in told["edits"])


def test_another_command_names_the_edited_cells(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 2", ("m2", "Ghim"): "x"})

    assert run(["verify", "edited.xlsx", "--json"], {}, case) == 3

    findings = json.loads(capsys.readouterr().out)["findings"]
    assert [(finding["code"], finding["value"]) for finding in findings] == [("R069", "Chi bộ 2"), ("R069", "x")]
    assert all(finding["cell"] for finding in findings)


def test_an_event_may_name_the_member_by_a_name_that_only_one_has(case: Path) -> None:
    events = "date,member,event,value\n2019-10-01,phạm  dung,left,\n"
    (case / "events.csv").write_text(events, encoding="utf-8")

    assert replan(case, "plan.json", "--events", "events.csv")["replan"]["leavers"] == ["m4"]


def test_events_are_applied_by_date(case: Path) -> None:
    (case / "events.csv").write_text(
        "date,member,event,value\n"
        "2020-03-01,m4,left,\n"
        "2020-02-01,m3,post,Phó Chủ tịch | an ninh\n"
        "2020-05-01,m2,away,\n"
        "2020-06-01,m2,back,\n"
        "2020-07-01,m2,away,\n",
        encoding="utf-8",
    )

    told = replan(case, "plan.json", "--events", "events.csv")

    assert told["replan"]["leavers"] == ["m4"]
    assert told["replan"]["lost_owners"] == [{"branch": "b2", "need": "môi trường", "before": "m3", "after": None}]
    assert replan(case, "plan.json", "--events", "events.csv", "--as-of", "2020-02-15")["replan"]["leavers"] == []


def test_the_number_of_moves_is_limited_and_members_are_protected(case: Path) -> None:
    policy = CASE.replace("[output]", '[policy.priorities]\norder = ["residence", "continuity"]\n[output]')
    (case / "reassign.toml").write_text(policy, encoding="utf-8")
    swapped = MEMBERS.replace("KP 1", "KP x").replace("KP 2", "KP 1").replace("KP x", "KP 2")
    (case / "members.csv").write_text(swapped, encoding="utf-8")

    assert len(moves(replan(case, "plan.json"))) == 4
    assert len(moves(replan(case, "plan.json", "--max-moves", "2"))) == 2
    assert "m1" not in [move[0] for move in moves(replan(case, "plan.json", "--protect", "key_cadre=true"))]
    protected = replan(case, "plan.json", "--protect", "key_cadre=true", "--protect", "status=probationary")
    assert len(moves(protected)) == 4, "several attributes mean and"


def test_strengths_are_carried_through_a_merger(case: Path) -> None:
    (case / "merged.csv").write_text(
        "id,name,unit,areas,needs\nb7,Chi bộ 7,Đa Kao,KP 1;KP 2,an ninh\n", encoding="utf-8"
    )
    (case / "lineage.csv").write_text("from_branch,to_branch\nb1,b7\nb2,b7\n", encoding="utf-8")

    told = replan(case, "plan.json", "--branches", "merged.csv", "--lineage", "lineage.csv")

    assert moves(told) == []
    assert told["replan"]["strength"] == {"b7": {"members": 34, "officials": 30}}


def test_a_split_asks_about_members_whose_home_does_not_tell(case: Path) -> None:
    (case / "split.csv").write_text(
        "id,name,unit,areas,min\nb1,Chi bộ 1,Đa Kao,KP 1,0\nb3,Chi bộ 3,Đa Kao,KP 2,0\nb4,Chi bộ 4,Đa Kao,KP 4,0\n",
        encoding="utf-8",
    )
    (case / "lineage.csv").write_text("from_branch,to_branch\nb2,b3\nb2,b4\n", encoding="utf-8")
    moved = MEMBERS.replace(
        "m4,Phạm Dung,Đa Kao,official,Công chức,Đa Kao,KP 2", "m4,Phạm Dung,Đa Kao,official,,Quận 7,"
    )
    (case / "members.csv").write_text(moved, encoding="utf-8")

    told = replan(case, "plan.json", "--branches", "split.csv", "--lineage", "lineage.csv")

    assert moves(told) == []
    assert [item["member"] for item in told["review"] if item["code"] == "successor_undetermined"] == ["m4"]
    assert told["replan"]["strength"] == {"b1": {"members": 12, "officials": 11}}


def test_the_price_of_moves_is_part_of_the_document(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["replan", "plan.json", "--curve", "--json"], {}, case) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["curve"][0]["moves"] == 0
    assert {"names", "value"} <= told["curve"][0]["levels"][0].keys()


def test_too_few_moves_are_told_with_the_number_needed(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    swapped = BRANCHES.replace("id,name,unit,areas,", "id,name,unit,areas,min,").replace(",KP 1,", ",KP 1,4,")
    (case / "branches.csv").write_text(swapped.replace(",KP 2,", ",KP 2,0,"), encoding="utf-8")

    assert run(["replan", "plan.json", "--max-moves", "1", "--json"], {}, case) == 4
    assert json.loads(capsys.readouterr().out)["fewest_moves"] == 2

    assert run(["replan", "plan.json", "--protect", "status=probationary", "--json"], {}, case) == 4
    assert json.loads(capsys.readouterr().out)["must_move"] == ["m3"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        pytest.param(["plan.json", "-o", "plan.json"], 2, id="the old plan as output"),
        pytest.param(["plan.json", "--max-moves", "-1"], 2, id="negative moves"),
        pytest.param(["plan.json", "--protect", "key_cadre"], 2, id="no value"),
        pytest.param(["plan.json", "--protect", "kay=1"], 2, id="unknown key"),
        pytest.param(["plan.json", "--protect", "key_cadre=perhaps"], 2, id="neither yes nor no"),
        pytest.param(["plan.json", "--as-of", "hôm nay"], 2, id="no day"),
        pytest.param(["nothing.json"], 3, id="no plan"),
        pytest.param(["members.csv"], 3, id="a table without branches"),
        pytest.param(["plan.json", "--members", "nothing.csv"], 3, id="no roster"),
    ],
)
def test_what_cannot_be_done_is_refused(case: Path, arguments: list[str], code: int) -> None:
    before = {path.name: path.read_bytes() for path in case.iterdir()}

    assert run(["replan", *arguments], {}, case) == code

    assert {path.name: path.read_bytes() for path in case.iterdir()} == before


def test_the_workbook_is_written_beside_the_old_one(case: Path) -> None:
    assert run(["replan", "plan.xlsx", "-q"], {}, case) == 0
    assert run(["replan", "plan-2.xlsx", "-q"], {}, case) == 0

    assert (case / "plan-3.xlsx").is_file()


def test_a_table_of_members_and_branches_is_a_plan_too(case: Path) -> None:
    (case / "now.csv").write_text("member,branch\nm1,b1\nm2,b2\nm3,b2\nm4,Cơ quan\n", encoding="utf-8")

    told = replan(case, "now.csv")

    assert (told["replan"]["joiners"], told["replan"]["stayed"], told["replan"]["moves"]) == (["m4"], 3, [])


OTHERS = MEMBERS.replace("m4,Phạm Dung,", "m5,Võ Em,")


def test_what_the_case_names_now_counts_once_it_was_changed(case: Path) -> None:
    (case / "members-2026.csv").write_text(OTHERS, encoding="utf-8")
    (case / "reassign.toml").write_text(CASE.replace("members.csv", "members-2026.csv"), encoding="utf-8")
    assert run(["replan", "plan.json", "-q", "-o", "new.json"], {}, case) == 0
    assert "m5" in placed(document(case / "new.json"))


def test_the_files_of_the_old_plan_count_while_the_case_is_unchanged(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (case / "others.csv").write_text(OTHERS, encoding="utf-8")
    assert run(["plan", "--members", "others.csv", "-q", "-o", "plan.json", "--force"], {}, case) == 0
    assert run(["replan", "plan.json", "-o", "new.json", "--lang", "en"], {}, case) == 0
    assert "m5" in placed(document(case / "new.json"))
    assert "the member roster (members) “others.csv” of the old plan is still used, against reassign.toml" in (
        capsys.readouterr().err
    )


@pytest.mark.parametrize(
    ("is_gone", "branch"), [pytest.param(True, "b2", id="gone"), pytest.param(False, "b1", id="still-there")]
)
def test_a_file_that_the_case_does_not_name_any_more(case: Path, is_gone: bool, branch: str) -> None:
    (case / "pins.csv").write_text("member,branch,reason\nm4,b1,QĐ 1\n", encoding="utf-8")
    pinned = CASE.replace("[policy]", 'pins = "pins.csv"\n[policy]')
    (case / "reassign.toml").write_text(pinned, encoding="utf-8")
    assert run(["plan", "-q", "-o", "plan.json", "--force"], {}, case) == 0
    order = '[policy.priorities]\norder = ["residence"]\n'
    (case / "reassign.toml").write_text(CASE + order, encoding="utf-8")
    if is_gone:
        (case / "pins.csv").unlink()
    assert run(["replan", "plan.json", "-q", "-o", "new.json"], {}, case) == 0
    assert placed(document(case / "new.json"))["m4"] == branch


def test_a_sheet_of_the_plan_that_was_renamed_is_no_sheet_added_by_hand(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    book["Phương án"].title = "PA cuối"
    book.save(case / "edited.xlsx")

    assert run(["replan", "edited.xlsx", "-o", "new.json"], {}, case) == 0
    assert "R138" not in capsys.readouterr().err


def test_both_rows_of_a_member_are_named_by_the_same_column(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    sheet = book["Phương án"]
    first = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "m1")
    sheet.append([cell.value for cell in sheet[first.row]])
    book.save(case / "edited.xlsx")

    assert run(["replan", "edited.xlsx", "-o", "new.json"], {}, case) == 0
    told = next(line for line in capsys.readouterr().err.splitlines() if "R133" in line)
    assert f"{first.column_letter}{sheet.max_row}:" in told
    assert f"dòng kia ở {first.coordinate} " in f"{told} "


@pytest.mark.parametrize("typed", ["b2", "KP2", "chi bộ 2", "Chi bộ 2 (Đa Kao)", "Chi bộ 2 (b2, Đa Kao)"])
def test_a_branch_may_be_typed_as_people_and_the_program_write_it(case: Path, typed: str) -> None:
    edit(case, {("m1", "Chi bộ đến"): typed})

    assert placed(replan(case, "edited.xlsx"))["m1"] == "b2"


def test_a_branch_that_there_is_not_is_answered_with_names_and_ids(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(case, {("m1", "Chi bộ đến"): "Chi bộ 7 (Đa Kao)"})

    assert run(["replan", "edited.xlsx", "-o", "new.json"], {}, case) == 3
    assert "Chi bộ 2 (b2, Đa Kao)" in capsys.readouterr().err


def test_a_text_that_is_called_a_workbook_is_told_so(case: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (case / "t.xlsx").write_text("abc", encoding="utf-8")

    assert run(["replan", "t.xlsx", "-o", "new.json"], {}, case) == 3
    assert "tệp mang đuôi .xlsx nhưng thật ra là csv" in capsys.readouterr().err
