"""Files and texts with one thing wrong: exact codes, cells and exit codes, nothing written, old files as they were."""

from __future__ import annotations

import io
import json
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

import pytest
import xlsxwriter

from reassign.cli.main import run

Told: TypeAlias = list[tuple[str, str]]

MEMBERS = "id,name,unit\nm1,Nguyễn An,Bến Nghé\nm2,Trần Bình,Đa Kao\n"
BRANCHES = "id,name,unit,areas\nb1,Chi bộ 1,Bến Nghé,Khu phố 1\nb2,Chi bộ 2,Đa Kao,Bình Ân\n"


def book(
    shown: Sequence[str], hidden: Sequence[str] = (), empty: Sequence[str] = (), *, has_chart: bool = False
) -> bytes:
    """A workbook in which every sheet that is not empty holds the list."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as made:
        for name in (*shown, *empty, *hidden):
            page = made.add_worksheet(name)
            for row, line in enumerate(MEMBERS.splitlines() if name not in empty else ()):
                page.write_row(row, 0, line.split(","))
            if name in hidden:
                page.hide()
        if has_chart:
            chart = made.add_chart({"type": "bar"})
            chart.add_series({"values": f"={shown[0]}!$A$1:$A$2"})
            made.add_chartsheet("Biểu đồ").set_chart(chart)
    return stream.getvalue()


def check(folder: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes) -> tuple[int, Told, dict[str, int]]:
    (folder / name).write_bytes(data)
    (folder / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.iterdir()}
    code = run(["check", "--json", "--members", name, "--branches", "branches.csv"], {}, folder)
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    document = json.loads(capsys.readouterr().out)
    return code, [(finding["code"], finding["cell"]) for finding in document["findings"]], document["counts"]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        pytest.param("a.xlsx", b"garbage" + book(["A"]), [("R005", "")], id="garbage before a workbook"),
        pytest.param("a.xlsx", book(["A", "B"]), [("R024", "")], id="several candidate sheets"),
        pytest.param("a.xlsx", book([], ["A"], ["B"]), [("R029", "")], id="a hidden list behind an empty sheet"),
        pytest.param("a.csv", MEMBERS.encode() + b"m3,L\xea C\xfac,\xd0a Kao\n", [("R076", "4")], id="two encodings"),
        pytest.param(
            "a.csv", MEMBERS.encode() + "\ufeffm3,Lê Cúc,Đa Kao\n".encode(), [("R033", "A4")], id="a mark inside"
        ),
        pytest.param("a.csv", MEMBERS.encode() + b'm3,"L,x\nm4,b,c\n', [("R072", "4")], id="an unclosed quote"),
        pytest.param("a.csv", MEMBERS.encode() + b'm3,"L"x,P\n', [("R074", "4")], id="text after a quote"),
        pytest.param("a.csv", MEMBERS.encode() + b"m3,L\0,P\n", [("R071", "4")], id="a NUL"),
        pytest.param(
            "a.csv", MEMBERS.encode() + "m3,L,Đa Kao,x\n".encode(), [("R073", "4")], id="a cell beyond the heading"
        ),
    ],
)
def test_a_bad_file_stops_and_writes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, told: Told
) -> None:
    assert check(tmp_path, capsys, name, data)[:2] == (3, told)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        pytest.param("a.xlsx", book(["A"]) + b"garbage" * 9, [("R086", "")], id="garbage behind a workbook"),
        pytest.param("a.xlsx", book(["A"], ["B"]), [], id="a hidden sheet beside the list"),
        pytest.param("a.xlsx", book(["A"], has_chart=True), [], id="a chart sheet beside the list"),
        pytest.param("a.csv", unicodedata.normalize("NFD", MEMBERS).encode(), [("R123", "B2")], id="split accents"),
        pytest.param("a.csv", b"sep=;\n" + MEMBERS.replace(",", ";").encode(), [], id="a separator line"),
        pytest.param("a.csv", MEMBERS.replace("\n", "\r").encode(), [], id="CR only"),
        pytest.param("a.csv", MEMBERS.replace("An", "An" * 20_000).encode(), [], id="a huge cell"),
        pytest.param("a.csv", MEMBERS.encode("utf-16"), [], id="UTF-16 with a mark"),
        pytest.param("a.csv", MEMBERS.encode("utf-32"), [], id="UTF-32 with a mark"),
        pytest.param(
            "a.csv",
            "id;name;unit;latitude;longitude\nm1;An;Bến Nghé;10,7769;106,7009\nm2;Ba;Đa Kao;;\n".encode(),
            [],
            id="semicolons and decimal commas",
        ),
    ],
)
def test_an_unusual_file_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, told: Told
) -> None:
    assert check(tmp_path, capsys, name, data) == (0, told, {"members": 2, "branches": 2, "units": 2})


def test_a_hidden_list_is_offered_by_its_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.xlsx").write_bytes(book([], ["Cũ"], ["Mới"]))
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    words = ["check", "--json", "--branches", "branches.csv", "--members"]

    assert run([*words, "a.xlsx"], {}, tmp_path) == 3
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["suggestions"] == ["a.xlsx#Cũ"]
    assert run([*words, *finding["suggestions"]], {}, tmp_path) == 0


def test_one_file_as_both_rosters_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.csv").write_text(MEMBERS, encoding="utf-8")

    assert run(["check", "--json", "--members", "a.csv", "--branches", "a.csv"], {}, tmp_path) == 3
    assert [finding["code"] for finding in json.loads(capsys.readouterr().out)["findings"]] == ["R028"]
