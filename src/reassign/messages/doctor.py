"""Words of the self-test."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

DOCTOR: Mapping[str, Text] = {
    "program": Text(vi="Chương trình", en="Program"),
    "python": Text(vi="Python", en="Python"),
    "system": Text(vi="Hệ điều hành", en="System"),
    "library": Text(vi="Thư viện", en="Library"),
    "terminal": Text(vi="Bảng mã của cửa sổ lệnh", en="Encoding of the terminal"),
    "folder": Text(vi="Ghi tệp vào thư mục này", en="Writing into this folder"),
    "plan": Text(
        vi="Lập, ghi, đọc lại và kiểm tra một phương án thử", en="Making, writing, reading and checking a trial plan"
    ),
    "fine": Text(vi="tốt", en="fine"),
    "ill": Text(vi="HỎNG", en="BROKEN"),
    "all-fine": Text(vi="Mọi thứ hoạt động tốt.", en="Everything works."),
    "not-fine": Text(
        vi="Có thứ không hoạt động. Cài lại chương trình (pipx reinstall reassign), rồi chạy lại reassign doctor.",
        en="Something does not work. Install the program again (pipx reinstall reassign), then try once more.",
    ),
    "not-here": Text(
        vi="Không ghi được vào thư mục này; chuyển sang thư mục của bạn rồi chạy lại.",
        en="This folder cannot be written; change to one of your own and run again.",
    ),
}
"""Texts by key."""
