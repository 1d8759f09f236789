"""A plan workbook is believed in no cell: what its sheets show has to follow from the plan in it."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from reassign.cli.main import run
from reassign.domain.plan_workbook import HIDDEN_SHEET, KEY_COMMENT_HEADING
from reassign.messages.workbook import SHEETS

MEMBERS = (
    "id,name,unit,residence_unit,residence_area,fields,current_branch,sex,joined\n"
    "m1,Nguyễn An,Đa Kao,Đa Kao,KP 1,y tế,b2,female,2001\n"
    "m2,Trần Bình,Đa Kao,Tân Định,,,b2,male,1999\n"
    "m3,Lê Chi,Đa Kao,,,an ninh,Chi bộ cơ quan,female,2010\n"
)
BRANCHES = (
    "id,name,unit,areas,needs,members_now,officials_now\n"
    "b1,Chi bộ 1,Đa Kao,KP 1,y tế;môi trường,8,8\nb2,Chi bộ 2,Đa Kao,KP 2,,5,5\n"
)
CASE = '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\n[policy]\nname = "Thử"\neffective = 2026-01-05\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with its plan workbook."""
    for name, text in (("members.csv", MEMBERS), ("branches.csv", BRANCHES), ("reassign.toml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run(["plan", "-o", "plan.xlsx", "-q", "--lang", "vi"], {}, tmp_path) == 0
    return tmp_path


def verified(folder: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[tuple[str, str, str]]]:
    """Exit code, and code, sheet and cell of each violation."""
    capsys.readouterr()
    code = run(["verify", "plan.xlsx", "--json"], {}, folder)
    document = json.loads(capsys.readouterr().out)
    told = [
        (found["code"], str(found["parameters"].get("sheet")), str(found["parameters"].get("cell")))
        for found in document.get("violations", [])
    ]
    return code, told


def sheets(folder: Path) -> list[str]:
    """Visible sheets of the workbook."""
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    return [sheet.title for sheet in book.worksheets if sheet.sheet_state == "visible"]


def test_an_untouched_workbook_is_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(folder, capsys) == (0, [])


@pytest.mark.parametrize(
    ("policy", "files", "words"),
    [
        pytest.param('[policy.needs]\nweights = { "chăn nuôi" = 2 }\n', {}, (), id="warning-about-the-policy"),
        pytest.param("[policy.limits]\nmin = 2\n", {}, ("--allow-shortfall",), id="shortfall"),
        pytest.param('[aliases.area]\n"KP 1" = "KP 2"\n', {}, (), id="aliases"),
        pytest.param("", {"holidays": "date,name\n2026-02-17,Tết\n"}, (), id="holidays"),
        pytest.param("", {"pins": "member,branch,reason\nm1,b2,QĐ 1\n"}, (), id="pins"),
        pytest.param("", {"forbids": "member,branch,reason\nm1,b1,QĐ 2\n"}, (), id="forbids"),
        pytest.param("", {"distances": "member,branch,distance\nm1,b2,7\n"}, (), id="distances"),
        pytest.param("", {"lineage": "from_branch,to_branch\nb2,b1\n"}, (), id="lineage"),
        pytest.param("", {"current": "unit,branch,member\nĐa Kao,b1,m3\n"}, (), id="incumbent-plan"),
        pytest.param("", {}, ("--seed", "7"), id="seed"),
        pytest.param("", {}, ("--time-limit", "0.000001"), id="out-of-time"),
    ],
)
@pytest.mark.parametrize("place", ["plan.xlsx", "kế hoạch/plan.xlsx"])
def test_every_workbook_that_is_written_is_right(
    folder: Path, place: str, policy: str, files: dict[str, str], words: tuple[str, ...]
) -> None:
    inputs = "".join(f'{role} = "{role}.csv"\n' for role in files)
    case = CASE.replace("[policy]\n", f"{inputs}[policy]\n", 1) + policy
    (folder / "reassign.toml").write_text(case, encoding="utf-8")
    for role, text in files.items():
        (folder / f"{role}.csv").write_text(text, encoding="utf-8")
    (folder / place).parent.mkdir(exist_ok=True)
    assert run(["plan", "-o", place, "-q", "--force", *words], {}, folder) in (0, 5)
    assert run(["verify", place, "-q"], {}, folder) == 0


def test_every_sheet_is_compared(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last text of each sheet but the first is falsified, sheet by sheet."""
    original = (folder / "plan.xlsx").read_bytes()
    names = sheets(folder)
    assert len(names) > 6
    for name in names[1:]:
        (folder / "plan.xlsx").write_bytes(original)
        book = openpyxl.load_workbook(folder / "plan.xlsx")
        cell = [cell for row in book[name].iter_rows() for cell in row if cell.value is not None][-1]
        cell.value = "giả"
        book.save(folder / "plan.xlsx")
        assert verified(folder, capsys) == (1, [("sheet", name, cell.coordinate)]), name


def plan_cell(book: openpyxl.Workbook, heading: str, name: str) -> openpyxl.cell.Cell:
    """The cell of a member in a column of the first sheet."""
    sheet = book.worksheets[0]
    (header,) = [row for row in sheet.iter_rows() if any(cell.value == "Họ và tên" for cell in row)]
    column = {cell.value: cell.column for cell in header}
    (line,) = [
        row for row in range(header[0].row + 1, sheet.max_row + 1) if sheet.cell(row, column["Họ và tên"]).value == name
    ]
    return sheet.cell(line, column[heading])


@pytest.mark.parametrize("heading", ["Họ và tên", "Căn cứ phân công", "Chi bộ đi", "Lĩnh vực phụ trách", "Nhiệm vụ"])
def test_a_falsified_cell_of_the_plan_is_named(folder: Path, heading: str, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    cell = plan_cell(book, heading, "Nguyễn An")
    cell.value = "giả"
    book.save(folder / "plan.xlsx")
    assert verified(folder, capsys) == (1, [("sheet", book.worksheets[0].title, cell.coordinate)])


def test_comments_and_added_columns_are_the_officers_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    facts = dict(book[HIDDEN_SHEET].iter_rows(max_col=2, values_only=True))
    comment = plan_cell(book, str(facts[KEY_COMMENT_HEADING]), "Nguyễn An")
    comment.value = "đã trao đổi"
    sheet = book.worksheets[0]
    sheet.cell(comment.row, sheet.max_column + 1, "thêm")
    book.save(folder / "plan.xlsx")
    assert verified(folder, capsys) == (0, [])


def test_a_removed_sheet_is_missed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = openpyxl.load_workbook(folder / "plan.xlsx")
    name = SHEETS["contact"].vi
    del book[name]
    book.save(folder / "plan.xlsx")
    code, told = verified(folder, capsys)
    assert code == 1
    assert {sheet for _, sheet, _ in told} == {name}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
def test_a_workbook_that_libreoffice_saved_is_right(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*command, "--outdir", "saved", "plan.xlsx"], cwd=folder, check=True, capture_output=True)
    (folder / "plan.xlsx").write_bytes((folder / "saved" / "plan.xlsx").read_bytes())
    assert verified(folder, capsys) == (0, [])
