from __future__ import annotations

from collections.abc import Sequence

import pytest

from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.readers.grids.grid import Grid
from reassign.readers.tables.header_words import branch_headings, header_key, member_headings
from reassign.readers.tables.headers import Header, column_names, find_header, header_findings


def header(*rows: Sequence[str], aliases: dict[str, str] | None = None) -> Header | None:
    return find_header(Grid("members.csv", "", rows), member_headings(), aliases or {})


def test_canonical_keys_are_always_read() -> None:
    assert [member_headings()[header_key(key)] for key in MEMBER_KEYS] == list(MEMBER_KEYS)
    assert [branch_headings()[header_key(key)] for key in BRANCH_KEYS] == list(BRANCH_KEYS)


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        pytest.param("HỌ VÀ TÊN", "name", id="capitals"),
        pytest.param("Ngày, tháng,\nnăm sinh", "birth_date", id="signs and line breaks"),
        pytest.param("Hộ khẩu thường trú", "registered_residence", id="as officers write it"),
        pytest.param("Full name", "name", id="English"),
        pytest.param("Nơi đăng ký hộ khẩu thường trú", "registered_residence", id="registered at length"),
        pytest.param("Địa chỉ nhà", "current_residence", id="home"),
        pytest.param("Nơi ở hiện nay (số nhà, đường, khu phố)", "current_residence", id="note in brackets"),
        pytest.param("Nơi cư trú (hộ khẩu thường trú)", "registered_residence", id="note that tells the kind"),
        pytest.param("Ngày vào Đảng (chính thức)", "official_date", id="note that tells the date"),
        pytest.param("Chức vụ (đơn vị công tác)", "post", id="note of another thing"),
    ],
)
def test_headings_are_understood(heading: str, key: str) -> None:
    found = header([heading, "unit"], ["a", "b"])

    assert found is not None
    assert found.keys == (key, "unit")


@pytest.mark.parametrize(
    ("heading", "meant"),
    [
        pytest.param("Hộ khẩu thường trúu", "Hộ khẩu thường trú", id="slip"),
        pytest.param("Nơi đã đăng ký hộ khẩu thường trú", "Hộ khẩu thường trú", id="known words inside"),
        pytest.param("Nghề nghiệp", None, id="another thing"),
        pytest.param("Ghi chú 2", None, id="second column"),
    ],
)
def test_a_heading_that_is_not_understood_is_told_where_it_resembles_one(heading: str, meant: str | None) -> None:
    grid = Grid("members.csv", "", [["Họ và tên", "Phường", heading], ["a", "b", "c"]])
    found = find_header(grid, member_headings(), {})
    assert found is not None
    told = [
        (finding.code, finding.suggestions) for finding in header_findings(grid, found, (("name",),), member_headings())
    ]
    assert told == ([] if meant is None else [("R100", (meant,))])


def test_titles_above_are_passed_over() -> None:
    found = header(["ĐẢNG ỦY PHƯỜNG 2"], [], ["DANH SÁCH"], ["STT", "Họ và tên", "Phường"], ["1", "Lê An", "2"])

    assert found is not None
    assert (found.row, found.first_row, found.keys) == (3, 4, ("", "name", "unit"))


def test_a_merged_heading_of_two_lines_is_read_as_one() -> None:
    found = header(
        ["STT", "Họ và tên", "Ngày sinh", "", "Phường"],
        ["", "", "Nam", "Nữ", ""],
        ["1", "Lê An", "1975", "", "2"],
    )

    assert found is not None
    assert found.keys == ("", "name", "birth_date_male", "birth_date_female", "unit")
    assert found.titles[2:4] == ("Ngày sinh Nam", "Ngày sinh Nữ")
    assert found.first_row == 2


def test_a_line_of_column_numbers_is_no_entry() -> None:
    found = header(["STT", "Họ và tên", "Phường"], ["(1)", "(2)", "(3)"], ["1", "Lê An", "2"])

    assert found is not None
    assert found.first_row == 2


def test_the_officer_can_name_a_heading() -> None:
    found = header(["Tên gọi", "unit"], ["Lê An", "2"], aliases={"Tên gọi": "name"})

    assert found is not None
    assert found.keys == ("name", "unit")


def test_rows_without_known_headings_are_no_header() -> None:
    assert header(["1", "2"], ["3", "4"]) is None


def test_carried_columns_have_different_names() -> None:
    found = header(["id", "name", "Tổ", "Tổ", "", ""], ["m1", "Lê An", "1", "2", "", "x"])

    assert found is not None
    names = column_names(found, [True, True, True, True, False, True])
    assert names == ((0, "id"), (1, "name"), (2, "Tổ"), (3, "Tổ (2)"), (5, "F"))
