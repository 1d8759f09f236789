"""From a plan to the documents an officer hands in: letters, templates, page, terms."""

import io
import shutil
import zipfile
from pathlib import Path

import openpyxl
import pytest

from tests.journeys.test_command_line import BRANCHES, Reassign, write_case

MEMBERS = (
    "id,name,unit,residence_unit,residence_area,fields,current_branch\n"
    "m1,../../x,Đa Kao,Đa Kao,KP 1,y tế,Chi bộ cơ quan\nm2,<script>alert(1)</script>,Đa Kao,,,,Chi bộ cơ quan\n"
)
CASE = (
    '[inputs]\nmembers = "members.csv"\nbranches = "branches.csv"\nholidays = "holidays.csv"\n'
    '[policy]\nname = "Thử"\neffective = 2019-05-16\n[output]\nlanguage = "vi"\n'
)


@pytest.fixture
def reassign(capsys: pytest.CaptureFixture[str]) -> Reassign:
    return Reassign(capsys)


@pytest.fixture
def case(tmp_path: Path, reassign: Reassign) -> Path:
    (tmp_path / "case").mkdir()
    folder = write_case(tmp_path / "case", members=MEMBERS, branches=BRANCHES, case=CASE)
    (folder / "holidays.csv").write_text("date,name\n2019-06-27,nghỉ\n", encoding="utf-8")
    assert reassign(folder, "plan", "-q", "-o", "plan.xlsx", "-o", "plan.json").code == 0
    return folder


def text_of(document: Path) -> str:
    with zipfile.ZipFile(io.BytesIO(document.read_bytes())) as package:
        return package.read("word/document.xml").decode()


def test_letters_are_written_whole_into_their_folder(case: Path, reassign: Reassign) -> None:
    ran = reassign(case, "letters", "plan.xlsx", "-o", "out/van-ban")
    written = sorted(path.name for path in (case / "out" / "van-ban").iterdir())

    assert ran.code == 0
    assert [line.rpartition("/")[2] for line in ran.out.splitlines()[1:]] == written
    assert written[0] == "001-phu-luc-phuong-an.docx"
    assert all(name[:3].isdigit() for name in written)
    assert sorted(path.name for path in case.parent.iterdir()) == [case.name], "nothing leaves the folder"


def test_the_same_plan_gives_the_same_letters_from_workbook_and_json(case: Path, reassign: Reassign) -> None:
    for name in ("xlsx", "json"):
        assert reassign(case, "letters", f"plan.{name}", "-o", name, "-q").code == 0

    assert {path.name: path.read_bytes() for path in (case / "xlsx").iterdir()} == {
        path.name: path.read_bytes() for path in (case / "json").iterdir()
    }


def test_existing_letters_are_kept_unless_forced(case: Path, reassign: Reassign) -> None:
    words = ("letters", "plan.json", "-o", "out", "--kind", "appendix")
    assert reassign(case, *words).code == 0
    assert reassign(case, *words).code == 6
    assert reassign(case, *words, "--force").code == 0
    assert sorted(path.name for path in (case / "out").iterdir()) == [
        *("001-phu-luc-phuong-an.docx", "001-phu-luc-phuong-an.docx.bak"),
    ]


def test_a_workbook_edited_by_hand_is_not_printed(case: Path, reassign: Reassign) -> None:
    book = openpyxl.load_workbook(case / "plan.xlsx")
    sheet = book["Phương án"]
    heading = next(cell for row in sheet.iter_rows() for cell in row if cell.value == "Chi bộ đến")
    sheet.cell(heading.row + 1, heading.column).value = "Chi bộ KP 2"
    sheet.cell(heading.row + 2, heading.column).value = "Chi bộ KP 1"
    book.save(case / "plan.xlsx")

    for words in (("letters", "plan.xlsx", "-o", "out"), ("report", "plan.xlsx", "-o", "r.html")):
        ran = reassign(case, *words)
        assert ran.code == 3
        assert "R069" in ran.err
    assert not (case / "out").exists()
    assert not (case / "r.html").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(('"member": "m1"', '"member": "m9"'), id="unknown-member"),
        pytest.param(('"branch": "b1"', '"branch": "b9"'), id="unknown-branch"),
    ],
)
def test_a_plan_of_other_people_is_refused(case: Path, reassign: Reassign, spoil: tuple[str, str]) -> None:
    plan = case / "plan.json"
    plan.write_text(plan.read_text("utf-8").replace(*spoil), encoding="utf-8")

    for words in (("letters", "plan.json", "-o", "out"), ("report", "plan.json", "-o", "r.html")):
        ran = reassign(case, *words)
        assert (ran.code, "R091" in ran.err) == (3, True)


def test_an_officer_changes_a_template(case: Path, reassign: Reassign) -> None:
    assert reassign(case, "letters", "--write-template", "mau", "--lang", "vi", "-q").code == 0
    template = case / "mau" / "notice.docx"
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace("THÔNG BÁO".encode(), "GIẤY MỜI".encode())
    with zipfile.ZipFile(template, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    assert reassign(case, "letters", "--check", "--template", "mau").code == 0
    assert reassign(case, "letters", "plan.json", "-o", "out", "--template", "mau", "--kind", "notice").code == 0
    (first, *_) = sorted((case / "out").iterdir())
    assert "GIẤY MỜI" in text_of(first)


def test_a_wrong_placeholder_is_told_and_nothing_is_written(case: Path, reassign: Reassign) -> None:
    reassign(case, "letters", "--write-template", "mau", "--kind", "notice", "-q")
    template = case / "mau" / "notice.docx"
    with zipfile.ZipFile(template) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"member.name", b"member.nmae")
    with zipfile.ZipFile(template, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    checked = reassign(case, "letters", "--check", "--template", "mau/notice.docx")
    ran = reassign(case, "letters", "plan.json", "-o", "out", "--template", "mau/notice.docx")
    assert (checked.code, ran.code) == (3, 3)
    assert "member.name" in checked.err
    assert "R152" in checked.err
    assert not (case / "out").exists()


@pytest.mark.parametrize(
    ("files", "words", "code", "told"),
    [
        pytest.param(["decison.docx"], (), 2, "decision.docx", id="a slip of the pen"),
        pytest.param(["list.docx", "notce.docx"], (), 2, "notice.docx", id="a slip beside a template"),
        pytest.param(["thu.docx"], (), 2, "appendix.docx", id="no template at all"),
        pytest.param([], (), 3, "decision.docx", id="an empty folder"),
        pytest.param([], ("--kind", "list"), 3, "list.docx", id="an empty folder for lists"),
        pytest.param(["list.docx"], ("--kind", "list"), 0, "", id="only the template that is asked for"),
        pytest.param(["list.docx", "~$list.docx", "ghi chu rieng.docx"], (), 0, "", id="papers of another kind beside"),
    ],
)
def test_a_folder_of_templates_is_told_what_is_no_template(
    case: Path, reassign: Reassign, files: list[str], words: tuple[str, ...], code: int, told: str
) -> None:
    assert reassign(case, "letters", "--write-template", "own", "-q").code == 0
    (case / "mau").mkdir()
    for name in files:
        (case / "mau" / name).write_bytes((case / "own" / "list.docx").read_bytes())
    ran = reassign(case, "letters", "plan.json", "-o", "out", "--template", "mau", *words)
    assert ran.code == code
    assert told in ran.err


@pytest.mark.parametrize(
    ("words", "code"),
    [
        pytest.param(("letters", "-o", "out"), 2, id="no-plan"),
        pytest.param(("letters", "plan.json"), 2, id="no-folder"),
        pytest.param(("letters", "plan.json", "-o", "out", "--kind", "poem"), 2, id="unknown-kind"),
        pytest.param(("letters", "plan.json", "-o", "out", "--one-file", "--per-member"), 2, id="one-and-many"),
        pytest.param(("letters", "plan.json", "-o", "out", "--template", "members.csv"), 2, id="template-for-what"),
        pytest.param(
            ("letters", "plan.json", "-o", "out", "--template", "members.csv", "--kind", "notice"), 3, id="no-word-file"
        ),
        pytest.param(("letters", "--check"), 2, id="check-what"),
        pytest.param(("letters", "gone.json", "-o", "out"), 3, id="plan-gone"),
        pytest.param(("letters", "plan.json", "-o", "members.csv"), 6, id="folder-is-a-file"),
        pytest.param(("report", "plan.json", "-o", "page.pdf"), 2, id="page-of-another-kind"),
        pytest.param(("report", "plan.json", "-o", "plan.json"), 2, id="page-over-the-plan"),
    ],
)
def test_what_cannot_be_done_has_its_exit_code(
    case: Path, reassign: Reassign, words: tuple[str, ...], code: int
) -> None:
    before = sorted(path.name for path in case.iterdir())

    assert reassign(case, *words).code == code
    assert sorted(path.name for path in case.iterdir()) == before


def test_the_page_comes_from_plan_and_from_report(case: Path, reassign: Reassign) -> None:
    assert reassign(case, "plan", "-q", "-o", "one.html").code == 0
    ran = reassign(case, "report", "plan.json", "-o", "two.html")

    assert ran.code == 0
    assert (case / "one.html").read_bytes().count(b"<script>alert") == 0
    assert "Bảng phân công" in (case / "two.html").read_text("utf-8")


def test_holidays_move_the_terms(case: Path, reassign: Reassign) -> None:
    sheet = openpyxl.load_workbook(case / "plan.xlsx")["Thời hạn"]
    # The thirtieth working day after 16 May 2019 is 27 June, a day off here.
    assert "28/06/2019" in {cell.value for row in sheet.iter_rows() for cell in row}

    (case / "holidays.csv").write_text("date,name\n2019-06-28,nghỉ\n", encoding="utf-8")
    assert reassign(case, "letters", "plan.json", "-o", "out").code == 3, "the calendar is part of the plan"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="no LibreOffice here")
def test_libreoffice_opens_every_kind(case: Path, reassign: Reassign) -> None:
    import subprocess

    assert reassign(case, "letters", "plan.json", "-o", "out", "-q").code == 0
    documents = sorted((case / "out").glob("*.docx"))
    finished = subprocess.run(
        [
            *("soffice", f"-env:UserInstallation={(case / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"),
            *("--outdir", str(case / "pdf"), *map(str, documents)),
        ],
        check=False,
        capture_output=True,
        timeout=240,
    )
    if b"source file could not be loaded" in finished.stderr:
        pytest.skip("LibreOffice has no Writer here")
    assert sorted(path.stem for path in (case / "pdf").iterdir()) == [path.stem for path in documents]
