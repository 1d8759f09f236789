"""What happened after the roster was written changes its members, day by day."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from reassign.domain.findings import Finding
from reassign.domain.policy import Aliases
from reassign.domain.roster import Member
from reassign.readers.grids.sources import Source
from reassign.readers.rosters.events import EventReading, read_events
from tests.builders import member

MEMBERS = (
    member("m1", name="Nguyễn An", post="Bí thư", fields=("y tế",)),
    member("m2", name="Trần Bình"),
    member("m3", name="Lê Cúc"),
    member("m4", name="Lê Cúc"),
)
FIELDS = {"an ninh": "An ninh"}


def reading(folder: Path, *lines: str, until: datetime.date | None = None) -> EventReading:
    """Events of a file with these lines, on the four members."""
    path = folder / "events.csv"
    path.write_text("\n".join(("date,member,event,value", *lines)) + "\n", encoding="utf-8")
    return read_events(Source(path, "events.csv"), MEMBERS, FIELDS, Aliases(), until)


def after(read: EventReading, identity: str) -> Member:
    return next(each for each in read.members if each.id == identity)


def told(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.address.cell, finding.value) for finding in findings]


@pytest.mark.parametrize("word", ["left", "Rời đi", "chuyển đi", "nghỉ hưu", "chuyển sinh hoạt"])
def test_who_left_is_gone(tmp_path: Path, word: str) -> None:
    read = reading(tmp_path, f"2024-05-16,m2,{word},")
    assert [each.id for each in read.members] == ["m1", "m3", "m4"]
    assert [(event.member, event.kind) for event in read.events] == [("m2", "left")]


@pytest.mark.parametrize("word", ["struck_off", "struck off", "xoá tên", "khai trừ"])
def test_who_was_struck_off_is_gone(tmp_path: Path, word: str) -> None:
    read = reading(tmp_path, f"16/05/2024,m2,{word},")
    assert [each.id for each in read.members] == ["m1", "m3", "m4"]
    assert read.events[0].kind == "struck_off"


@pytest.mark.parametrize("word", ["away", "đi vắng", "đi xa", "vắng", "miễn sinh hoạt"])
@pytest.mark.parametrize("back", ["back", "trở lại", "trở về", "về"])
def test_who_is_away_is_exempt_until_they_are_back(tmp_path: Path, word: str, back: str) -> None:
    away = reading(tmp_path, f"2024-05-16,m2,{word},")
    assert after(away, "m2").exempt
    # By their days and not by their lines.
    again = reading(tmp_path, f"2024-06-01,m2,{back},", f"2024-05-16,m2,{word},")
    assert not after(again, "m2").exempt
    assert [event.kind for event in again.events] == ["away", "back"]


@pytest.mark.parametrize("word", ["post", "đổi chức vụ", "thay đổi chức vụ", "Chức vụ"])
@pytest.mark.parametrize(
    ("value", "post", "fields"),
    [
        pytest.param("Phó bí thư", "Phó bí thư", ("y tế",), id="the portfolio stays"),
        pytest.param("Phó bí thư | an ninh; xây dựng", "Phó bí thư", ("An ninh", "xây dựng"), id="another portfolio"),
        pytest.param("Phó bí thư | an ninh; An ninh", "Phó bí thư", ("An ninh",), id="a field named twice"),
        pytest.param("Phó bí thư|", "Phó bí thư", (), id="no portfolio any more"),
    ],
)
def test_a_new_post_may_bring_a_new_portfolio(
    tmp_path: Path, word: str, value: str, post: str, fields: tuple[str, ...]
) -> None:
    changed = after(reading(tmp_path, f"2024-05-16,m1,{word},{value}"), "m1")
    assert (changed.post, changed.fields) == (post, fields)


def test_a_member_may_be_named_by_a_name_that_one_has_alone(tmp_path: Path) -> None:
    assert [each.id for each in reading(tmp_path, "2024-05-16,TRẦN BÌNH,left,").members] == ["m1", "m3", "m4"]


@pytest.mark.parametrize(
    ("line", "findings"),
    [
        pytest.param("2024-05-16,Lê Cúc,left,", [("R164", "B2", "Lê Cúc")], id="a name of two"),
        pytest.param("2024-05-16,Trần Binh,left,", [("R148", "B2", "Trần Binh")], id="nobody's name"),
        pytest.param("2024-05,m2,left,", [("R043", "A2", "2024-05")], id="no whole day"),
        pytest.param("hôm qua,m2,left,", [("R043", "A2", "hôm qua")], id="no day"),
        pytest.param("2024-05-16,m2,biến mất,", [("R145", "C2", "biến mất")], id="no event"),
        pytest.param("2024-05-16,m2,post,", [("R146", "D2", "m2")], id="no post"),
        pytest.param("2024-05-16,m2,post,| an ninh", [("R146", "D2", "m2")], id="a portfolio without a post"),
        pytest.param(",m2,left,", [("R057", "A2", "")], id="an empty day"),
        pytest.param("2024-05-16,m2,,", [("R057", "C2", "")], id="an empty event"),
    ],
)
def test_what_cannot_be_understood_is_told_and_changes_nobody(
    tmp_path: Path, line: str, findings: list[tuple[str, str, str]]
) -> None:
    read = reading(tmp_path, line, "2024-05-17,m1,away,")
    assert told(read.findings) == findings
    assert [each.id for each in read.members] == ["m1", "m2", "m3", "m4"]
    # The line below is read in any case.
    assert [event.member for event in read.events] == ["m1"]
    assert after(read, "m1").exempt


def test_nothing_happens_to_who_left(tmp_path: Path) -> None:
    read = reading(tmp_path, "2024-05-16,m2,left,", "2024-05-17,m2,away,", "2024-05-18,m1,away,")
    assert told(read.findings) == [("R147", "B3", "m2")]
    assert read.findings[0].parameters["cell"] == "B2"
    assert [(event.member, event.kind) for event in read.events] == [("m2", "left"), ("m1", "away")]


def test_events_after_the_last_day_are_counted_and_do_not_count(tmp_path: Path) -> None:
    lines = ("2024-05-16,m1,away,", "2024-05-17,m2,left,", "2024-05-18,m3,left,")
    read = reading(tmp_path, *lines, until=datetime.date(2024, 5, 16))
    assert [event.member for event in read.events] == ["m1"]
    assert len(read.members) == 4
    assert [(each.code, dict(each.parameters)) for each in read.findings] == [
        ("R149", {"count": 2, "date": "16/05/2024"})
    ]
    assert reading(tmp_path, *lines, until=datetime.date(2024, 5, 18)).findings == ()
    assert len(reading(tmp_path, *lines).events) == 3


def test_a_file_that_is_not_there_changes_nobody(tmp_path: Path) -> None:
    read = read_events(Source(tmp_path / "none.csv", "none.csv"), MEMBERS, FIELDS, Aliases(), None)
    assert (read.file, read.events, read.members) == (None, (), MEMBERS)
    assert len(read.findings) == 1
