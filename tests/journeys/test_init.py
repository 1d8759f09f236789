"""A new case: what it holds, that it can be filled in and planned, that nothing is written over."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path

import openpyxl
import pytest

from reassign.cli.main import run
from reassign.domain.policy import Policy
from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS
from reassign.readers.policy.case import CaseFlags, read_case


def fill(path: Path, headers: dict[str, str], rows: list[dict[str, object]]) -> None:
    """Type rows below the headings, as an officer would."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    column = {cell.value: cell.column for cell in sheet[1]}
    for line, row in enumerate(rows, start=2):
        for key, value in row.items():
            sheet.cell(line, column[headers[key]], value)
    book.save(path)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_new_case_has_sound_templates_of_what_is_sent_out(tmp_path: Path, language: str) -> None:
    assert run(["init", "case", "--lang", language], {}, tmp_path) == 0
    templates = tmp_path / "case" / "templates"
    assert sorted(path.name for path in templates.iterdir()) == ["decision.docx", "notice.docx"]
    assert run(["letters", "--check", "--template", "templates"], {}, tmp_path / "case") == 0


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_case_that_was_begun_can_be_filled_in_and_planned(tmp_path: Path, language: str) -> None:
    assert run(["init", "case", "--lang", language], {}, tmp_path) == 0
    folder = tmp_path / "case"
    members = {key: text.vi if language == "vi" else text.en for key, text in MEMBER_HEADERS.items()}
    branches = {key: text.vi if language == "vi" else text.en for key, text in BRANCH_HEADERS.items()}
    fill(
        folder / "members.xlsx",
        members,
        [
            {"id": "001", "name": "Nguyễn An", "unit": "Đa Kao", "residence_area": "KP 2", "residence_unit": "Đa Kao"},
            {
                "id": "002",
                "name": "Trần Bình",
                "unit": "Đa Kao",
                "sex": "Nữ",
                "key_cadre": "x",
            },
        ],
    )
    fill(
        folder / "branches.xlsx",
        branches,
        [{"name": "KP 1", "unit": "Đa Kao"}, {"name": "KP 2", "unit": "Đa Kao", "min": 1, "max": 3, "special": "x"}],
    )
    assert run(["check"], {}, folder) == 0
    assert run(["plan", "-o", "plan.csv"], {}, folder) == 0
    with (folder / "plan.csv").open(encoding="utf-8", newline="") as stream:
        placed = {row["member"]: row["branch_name"] for row in csv.DictReader(stream)}
    # Nobody else lives anywhere that is known, and the key cadre is wanted where An lives: above residence.
    assert placed == {"001": "KP 1", "002": "KP 2"}


def test_an_empty_form_says_that_nobody_is_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["init"], {}, tmp_path)
    capsys.readouterr()
    assert run(["check", "--lang", "en"], {}, tmp_path) == 3
    assert capsys.readouterr().err.count("[R023]") == 2


def test_the_forms_have_every_column_with_a_note_and_keep_ids_as_text(tmp_path: Path) -> None:
    run(["init", "--lang", "vi"], {}, tmp_path)
    for name, keys, headers in (
        ("members.xlsx", MEMBER_KEYS, MEMBER_HEADERS),
        ("branches.xlsx", BRANCH_KEYS, BRANCH_HEADERS),
    ):
        sheet = openpyxl.load_workbook(tmp_path / name).worksheets[0]
        assert [cell.value for cell in sheet[1]] == [headers[key].vi for key in keys]
        assert all(cell.comment is not None and cell.comment.text for cell in sheet[1])
        assert sheet.column_dimensions["A"].width > 0
        assert len(sheet.data_validations.dataValidation) > 3


def test_the_policy_of_a_new_case_is_the_default_one(tmp_path: Path) -> None:
    run(["init", "--lang", "en"], {}, tmp_path)
    settings = read_case(tmp_path, CaseFlags(), {}, "vi")
    # Without an order of its own, so that a re-plan puts continuity first.
    assert settings.policy == Policy()
    assert settings.language == "en"


def test_the_remarks_of_the_policy_are_valid_when_they_are_used(tmp_path: Path) -> None:
    run(["init"], {}, tmp_path)
    file = tmp_path / "reassign.toml"
    lines = file.read_text(encoding="utf-8").splitlines()
    used = [line.removeprefix("# ") if "=" in line or "[" in line else line for line in lines]
    tomllib.loads("\n".join(used))
    file.write_text("\n".join(used), encoding="utf-8")
    policy = read_case(tmp_path, CaseFlags(), {}, "vi").policy
    assert policy.needs_weights == {"an ninh trật tự": 3}
    assert policy.quotas[0].min == 1


def test_nothing_that_exists_is_replaced_unasked(tmp_path: Path) -> None:
    run(["init"], {}, tmp_path)
    (tmp_path / "members.xlsx").write_bytes(b"mine")
    (tmp_path / "branches.xlsx").unlink()
    assert run(["init"], {}, tmp_path) == 6
    assert not (tmp_path / "branches.xlsx").exists()
    assert run(["init", "--force"], {}, tmp_path) == 0
    assert (tmp_path / "members.xlsx.bak").read_bytes() == b"mine"


def test_the_same_language_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("a", "b"):
        run(["init", name, "--lang", "vi"], {}, tmp_path)
    for file in ("reassign.toml", "members.xlsx", "branches.xlsx"):
        assert (tmp_path / "a" / file).read_bytes() == (tmp_path / "b" / file).read_bytes()
