from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reassign.domain.policy import Aliases, Policy
from reassign.domain.roster import Branch, Member, Rosters
from reassign.readers.grids.sources import RosterSources, Source, source
from reassign.readers.rosters.rosters import read_rosters

BRANCHES = """id,name,unit,areas,min,max,needs,special,vacant_posts,latitude,longitude
b1,Chi bộ Khu phố 1,Tân Định,,,,an ninh;môi trường,x,Bí thư;Bí thư,"10,5",106.5
b2,Chi bộ 2,Tân Định,"Khu phố 2, Khu phố 3",2,5,,,,,
b3,Chi bộ Khu phố 1,Đa Kao,,,,,,,,
"""


def read(folder: Path, **tables: str) -> Rosters:
    found = {}
    for role, text in {"branches": BRANCHES, **tables}.items():
        (folder / f"{role}.csv").write_text(text, encoding="utf-8")
        found[role] = Source(folder / f"{role}.csv", f"{role}.csv")
    rosters, findings = read_rosters(RosterSources(**found), Policy())
    assert [(finding.code, finding.address.cell) for finding in findings if finding.is_error] == []
    assert rosters is not None
    return rosters


def only_member(folder: Path, header: str, row: str, **tables: str) -> Member:
    (member,) = read(folder, members=f"{header}\n{row}\n", **tables).members
    return member


def branches(folder: Path) -> tuple[Branch, ...]:
    return read(folder, members="id,name,unit\nm1,Lê An,Tân Định\n").branches


def test_a_branch_without_areas_stands_for_its_own_name(tmp_path: Path) -> None:
    assert [branch.areas for branch in branches(tmp_path)] == [
        ("Chi bộ Khu phố 1",),
        ("Khu phố 2", "Khu phố 3"),
        ("Chi bộ Khu phố 1",),
    ]


def test_values_of_a_branch(tmp_path: Path) -> None:
    first, second, _ = branches(tmp_path)

    assert (first.min, first.max, second.min, second.max) == (None, None, 2, 5)
    assert first.needs == ("an ninh", "môi trường")
    assert first.vacant_posts == ("Bí thư", "Bí thư")
    assert (first.special, second.special) == (True, False)
    assert (first.latitude, first.longitude) == (10.5, 106.5)


@pytest.mark.parametrize(
    ("header", "row", "identity"),
    [
        pytest.param("id,name,unit,card_number", "007,Lê An,Tân Định,99.1", "007", id="id"),
        pytest.param("name,unit,card_number", "Lê An,Tân Định,99.1", "99.1", id="card number"),
        pytest.param("name,unit,birth_date", "Lê An,Tân Định,03/02/1975", "Lê An|1975-02-03", id="name and birth date"),
        pytest.param("id,name,unit,card_number", ",Lê An,Tân Định,99.1", "99.1", id="an empty column of ids"),
    ],
)
def test_the_identity_is_the_id_else_the_card_number_else_name_and_birth_date(
    tmp_path: Path, header: str, row: str, identity: str
) -> None:
    assert only_member(tmp_path, header, row).id == identity


@pytest.mark.parametrize(
    ("header", "row", "status"),
    [
        pytest.param("id,name,unit,status", "m1,Lê An,Tân Định,dự bị", "probationary", id="said"),
        pytest.param("id,name,unit", "m1,Lê An,Tân Định", "official", id="no dates"),
        pytest.param(
            "id,name,unit,joined,official_date", "m1,Lê An,Tân Định,2019,", "probationary", id="no official day yet"
        ),
        pytest.param("id,name,unit,joined,official_date", "m1,Lê An,Tân Định,2018,2019", "official", id="both days"),
    ],
)
def test_the_status_is_what_the_column_or_the_dates_say(tmp_path: Path, header: str, row: str, status: str) -> None:
    assert only_member(tmp_path, header, row).status == status


def test_names_are_stored_composed_and_units_as_the_branch_roster_spells_them(tmp_path: Path) -> None:
    member = only_member(tmp_path, "id,name,unit", "m1,Le\u0302  An,phường tân  định")

    assert (member.name, member.unit) == ("Lê An", "Tân Định")


def test_references_are_resolved_inside_the_unit(tmp_path: Path) -> None:
    header = "id,name,unit,pinned_branch,excluded_branches,in_charge_of,current_branch,fields"
    row = 'm1,Lê An,Tân Định,chi bộ khu phố 1,"Chi bộ 2, b3","KP3; chi bộ 2;b3;nơi khác",Chi bộ cơ quan,AN NINH;y tế'

    member = only_member(tmp_path, header, row)

    assert member.pinned_branch_id == "b1"
    assert member.excluded_branch_ids == ("b2", "b3")
    assert member.in_charge_of == ("Khu phố 3", "Chi bộ 2", "b3", "nơi khác")
    assert (member.current_branch, member.current_branch_id) == ("Chi bộ cơ quan", None)
    assert member.fields == ("an ninh", "y tế")


def test_an_old_branch_of_the_lineage_is_an_incumbent(tmp_path: Path) -> None:
    member = only_member(
        tmp_path,
        "id,name,unit,current_branch",
        "m1,Lê An,Tân Định,chi bộ  CŨ",
        lineage="from_branch,to_branch\nChi bộ cũ,b1\nChi bộ cũ,b2\n",
    )

    assert member.current_branch_id == "Chi bộ cũ"


def test_the_residence_columns_win_over_the_address(tmp_path: Path) -> None:
    header = "id,name,unit,registered_residence,residence_unit,residence_area"

    told = only_member(tmp_path, header, 'm1,Lê An,Đa Kao,"KP2, phường Tân Định",Tân Định,KP3')
    parsed = only_member(tmp_path, header, 'm1,Lê An,Đa Kao,"KP2, phường Tân Định",,')

    assert (told.residence_unit, told.residence_area) == ("Tân Định", "Khu phố 3")
    assert (parsed.residence_unit, parsed.residence_area) == ("Tân Định", "Khu phố 2")


def test_birth_dates_in_a_column_for_men_and_one_for_women(tmp_path: Path) -> None:
    members = read(
        tmp_path,
        members="id,name,unit,Ngày sinh Nam,Ngày sinh Nữ\nm1,Lê An,Tân Định,1975,\nm2,Lê Bê,Tân Định,,02/1980\n",
    ).members

    assert [(member.sex, member.birth_date) for member in members] == [("male", "1975"), ("female", "1980-02")]


def test_every_source_column_is_carried_through(tmp_path: Path) -> None:
    rosters = read(tmp_path, members="STT,Mã,Họ và tên,Phường,Tổ\n1,m1,Lê An,Tân Định, 4 \n")

    assert rosters.member_columns == ("STT", "id", "name", "unit", "Tổ")
    assert rosters.members[0].cells == ("1", "m1", "Lê An", "Tân Định", "4")


def test_totals_and_signatures_below_are_no_members(tmp_path: Path) -> None:
    below = ",Tổng cộng: 1 đảng viên,\n,,\n,Người lập,BÍ THƯ\n,Trần Văn Ký,Lê Văn Đóng\n"

    rosters = read(tmp_path, members=f"Mã,Họ và tên,Phường\nm1,Lê An,Tân Định\n{below}")

    assert [member.id for member in rosters.members] == ["m1"]


def test_a_single_unit_needs_no_column(tmp_path: Path) -> None:
    member = only_member(tmp_path, "id,name", "m1,Lê An", branches="id,name,unit\nb1,Chi bộ 1,Tân Định\n")

    assert member.unit == "Tân Định"


def test_aliases_come_before_every_other_reading(tmp_path: Path) -> None:
    (tmp_path / "branches.csv").write_text(BRANCHES, encoding="utf-8")
    (tmp_path / "members.csv").write_text("Ký hiệu,name,unit\nm1,Lê An,P.TĐ\n", encoding="utf-8")
    aliases = Aliases(unit={"P.TĐ": "Tân Định"}, columns={"Ký hiệu": "id"})

    rosters, findings = read_rosters(
        RosterSources(source(tmp_path, "members.csv"), source(tmp_path, "branches.csv")), Policy(), aliases
    )

    assert findings == ()
    assert rosters is not None
    assert (rosters.members[0].id, rosters.members[0].unit) == ("m1", "Tân Định")


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("member,branch,distance\nm1,b1,10\nm1,b3,0\n", id="long"),
        pytest.param("member,b1,b2,b3\nm1,10,,0\n", id="matrix"),
        pytest.param("Mã đảng viên;Chi bộ;Khoảng cách (m)\nm1;b1;10\nm1;b3;0\n", id="long, Vietnamese"),
    ],
)
def test_distances_as_a_long_table_or_a_matrix(tmp_path: Path, table: str) -> None:
    rosters = read(tmp_path, members="id,name,unit\nm1,Lê An,Tân Định\n", distances=table)

    assert rosters.distances == {"m1": {"b1": 10, "b3": 0}}


def test_pins_and_forbids(tmp_path: Path) -> None:
    rosters = read(
        tmp_path,
        members="id,name,unit\nm1,Lê An,Tân Định\n",
        pins="member,branch,reason\nm1,Chi bộ 2,gần nhà\n",
        forbids="member,branch\nm1,b1\n",
    )

    (pin,) = rosters.pins
    assert (pin.member, pin.branch, pin.reason, pin.address.cell) == ("m1", "b2", "gần nhà", "2")
    assert [(forbid.member, forbid.branch) for forbid in rosters.forbids] == [("m1", "b1")]


def test_an_incumbent_table_keeps_what_it_names_and_forgets_who_left(tmp_path: Path) -> None:
    rosters = read(
        tmp_path,
        members="id,name,unit\nm1,Lê An,Tân Định\nm2,Lê Bê,Tân Định\nm3,Lê Cê,Tân Định\n",
        current="member,branch\nm1,b2\nm2,Chi bộ giải thể\nm9,b1\n",
    )

    assert rosters.current == {"m1": "b2", "m2": None}
    assert rosters.current_names == {"m1": "b2", "m2": "Chi bộ giải thể"}


def test_one_file_cannot_be_both_rosters(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(BRANCHES, encoding="utf-8")

    rosters, findings = read_rosters(RosterSources(source(tmp_path, "a.csv"), source(tmp_path, "a.csv")), Policy())

    assert rosters is None
    assert [finding.code for finding in findings] == ["R028"]


def test_files_are_kept_with_their_digests(tmp_path: Path) -> None:
    rosters = read(tmp_path, members="id,name,unit\nm1,Lê An,Tân Định\n")

    assert [(file.role, len(file.sha256)) for file in rosters.files] == [("members", 64), ("branches", 64)]


def test_every_file_that_was_read_is_kept_with_its_role_and_digest(tmp_path: Path) -> None:
    texts = {
        "members": "id,name,unit,current_branch\nm1,Lê An,Tân Định,b0\nm2,Lê Ba,Tân Định,b1\n",
        "lineage": "from_branch,to_branch\nb0,b1\n",
        "current": "member,branch\nm1,b0\nm2,b2\n",
        "pins": "member,branch\nm1,b2\n",
        "forbids": "member,branch\nm2,b1\n",
        "distances": "member,branch,distance\n"
        + "".join(f"m{who},b{where},{who + where}\n" for who in (1, 2) for where in (1, 2)),
        "lots": "member,branch,lot\n"
        + "".join(f"m{who},b{where},{10 * who + where}\n" for who in (1, 2) for where in (1, 2)),
        "crosswalk": "old_unit,new_unit,valid_from,share\nBến Nghé,Tân Định,2020-01-01,whole\n",
        "holidays": "date,name\n2024-09-02,Quốc khánh\n",
        "events": "date,member,event\n2024-01-01,m2,away\n",
    }
    rosters = read(tmp_path, **texts)
    assert [(each.role, Path(each.path).name) for each in rosters.files] == [
        (role, f"{role}.csv")
        for role in (
            *("members", "branches", "lineage", "crosswalk", "current", "pins", "forbids", "distances", "lots"),
            *("holidays", "events"),
        )
    ]
    for each in rosters.files:
        assert each.sha256 == hashlib.sha256((tmp_path / Path(each.path).name).read_bytes()).hexdigest()
    assert [(pin.member, pin.branch) for pin in rosters.pins] == [("m1", "b2")]
    assert [(forbid.member, forbid.branch) for forbid in rosters.forbids] == [("m2", "b1")]
    assert rosters.distances is not None
    assert rosters.distances["m1"] == {"b1": 2, "b2": 3}
    assert rosters.lots is not None
    assert rosters.lots["m2"] == {"b1": 21, "b2": 22}
    assert [each.name for each in rosters.holidays] == ["Quốc khánh"]
    assert [(event.member, event.kind) for event in rosters.events] == [("m2", "away")]
    assert [member.exempt for member in rosters.members] == [False, True]
    assert rosters.current == {"m1": "b0", "m2": "b2"}
    assert [(step.from_branch, step.to_branch) for step in rosters.lineage] == [("b0", "b1")]


def test_who_left_takes_their_pin_with_them(tmp_path: Path) -> None:
    rosters = read(
        tmp_path,
        members="id,name,unit\nm1,Lê An,Tân Định\nm2,Lê Ba,Tân Định\n",
        pins="member,branch\nm1,b1\nm2,b1\n",
        forbids="member,branch\nm1,b2\nm2,b2\n",
        events="date,member,event\n2024-01-01,m2,left\n",
    )
    assert [pin.member for pin in rosters.pins] == ["m1"]
    assert [forbid.member for forbid in rosters.forbids] == ["m1"]
    assert [member.id for member in rosters.members] == ["m1"]


def test_without_ids_wards_tell_branches_of_one_name_apart_and_a_name_of_its_own_stays(tmp_path: Path) -> None:
    rows = ("Khu phố 1,Đa Kao", "Khu phố 2,Đa Kao", "Khu phố 1,Tân Định")
    people = "id,name,unit,pinned_branch,residence_unit,residence_area\nm1,Lê An,Tân Định,Khu phố 1,Đa Kao,Khu phố 1\n"
    for order in (rows, rows[::-1]):
        found = read(tmp_path, branches="\n".join(["name,unit", *order, ""]), members=people)
        assert {branch.id: branch.unit for branch in found.branches} == {
            "Khu phố 1|Đa Kao": "Đa Kao",
            "Khu phố 2": "Đa Kao",
            "Khu phố 1|Tân Định": "Tân Định",
        }
        (member,) = found.members
        assert member.pinned_branch_id == "Khu phố 1|Tân Định"
        assert (member.residence_unit, member.residence_area) == ("Đa Kao", "Khu phố 1")


def test_two_branches_of_one_name_in_one_ward_are_one_too_many(tmp_path: Path) -> None:
    (tmp_path / "branches.csv").write_text("name,unit\nKhu phố 1,Đa Kao\nKhu phố 1,Đa Kao\n", encoding="utf-8")
    (tmp_path / "members.csv").write_text("id,name,unit\nm1,Lê An,Đa Kao\n", encoding="utf-8")
    files = {role: Source(tmp_path / f"{role}.csv", f"{role}.csv") for role in ("members", "branches")}
    _, findings = read_rosters(RosterSources(**files), Policy())
    assert [(finding.code, finding.address.cell) for finding in findings if finding.is_error] == [("R031", "A3")]
