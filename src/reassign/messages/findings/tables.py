"""The smaller tables and earlier plans."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

TABLES: Mapping[str, FindingText] = {
    "R060": finding_text(
        ("không có đảng viên “{value}”", "there is no member “{value}”"),
        ("Danh sách đảng viên không có mã này.", "The member roster has no such id."),
        ("Dùng mã trong danh sách đảng viên.", "Use an id of the member roster."),
    ),
    "R061": finding_text(
        (
            "“{value}” đã được ấn định về {other} ({cell}), ở đây là {branch}",
            "“{value}” is pinned to {other} ({cell}), here to {branch}",
        ),
        ("Mỗi người chỉ về một chi bộ.", "Everybody goes to one branch."),
        ("Xóa một trong hai.", "Delete one of the pins."),
    ),
    "R062": finding_text(
        (
            "chi bộ “{value}” vừa được ấn định vừa bị loại trừ ({cell})",
            "the branch “{value}” is both pinned and ruled out ({cell})",
        ),
        ("Hai yêu cầu mâu thuẫn nhau.", "The two demands contradict each other."),
        ("Xóa một trong hai.", "Delete one of them."),
    ),
    "R063": finding_text(
        (
            "khoảng cách {value} khác với {other} đã ghi cho cùng cặp",
            "the distance {value} differs from {other}, given for the same pair",
        ),
        ("Một cặp có hai khoảng cách.", "One pair has two distances."),
        ("Giữ lại một.", "Keep one of them."),
    ),
    "R064": finding_text(
        ("“{value}” thuộc {unit}, khác phường, xã của đảng viên", "“{value}” lies in {unit}, not in the member's unit"),
        ("Ấn định ra ngoài phường, xã vẫn được thực hiện.", "A pin may cross units and is obeyed."),
        ("Kiểm tra lại nếu không cố ý.", "Check that it is meant."),
    ),
    "R065": finding_text(
        (
            "không có đảng viên “{value}”; khoảng cách bị bỏ qua",
            "there is no member “{value}”; the distances are left out",
        ),
        ("Bảng khoảng cách có người ngoài danh sách.", "The table knows somebody who is not in the roster."),
        ("Không cần sửa nếu người đó đã rời đi.", "Nothing to do if the person has left."),
    ),
    "R066": finding_text(
        ("tệp không phải phương án của chương trình này", "the file is not a plan of this program"),
        ("Thiếu danh sách phân công, hoặc JSON bị hỏng.", "The placements are missing, or the JSON is broken."),
        ("Dùng plan.json do chương trình ghi ra.", "Use a plan.json that the program wrote."),
    ),
    "R067": finding_text(
        (
            "phương án có phiên bản {value}, chỉ đọc được đến {known}",
            "the plan has version {value}; versions up to {known} are read",
        ),
        ("Phương án do bản mới hơn ghi ra.", "A newer version of the program wrote the plan."),
        ("Cập nhật chương trình.", "Update the program."),
    ),
    "R068": finding_text(
        ("“{value}” có hai chi bộ: {other} và {branch}", "“{value}” has two branches: {other} and {branch}"),
        ("Mỗi người chỉ ở một chi bộ.", "Everybody is in one branch."),
        ("Xóa một dòng.", "Delete one row."),
    ),
    "R069": finding_text(
        (
            "ô đã được sửa bằng tay: “{before}” thành “{value}”; dùng `reassign replan` để nhận sửa đổi",
            "the cell was edited by hand: “{before}” became “{value}”; `reassign replan` takes edits over",
        ),
        (
            "Sổ phương án không còn như khi ghi ra, nên lệnh này không dùng được.",
            "The plan workbook is not as it was written, so this command cannot use it.",
        ),
        ("Dùng `reassign replan` để nhận các sửa đổi.", "Use `reassign replan` to take the edits over."),
    ),
    "R090": finding_text(
        (
            "tệp {role_name} “{value}” đã thay đổi sau khi lập phương án",
            "the {role_name} “{value}” has changed since the plan was made",
        ),
        (
            "Phương án ghi mã băm của từng tệp dữ liệu; tệp hiện nay khác.",
            "A plan holds a digest of each input; the file is another one now.",
        ),
        (
            "Đặt lại tệp cũ, hoặc lập phương án mới từ tệp hiện nay.",
            "Put the old file back, or make a new plan from the present one.",
        ),
    ),
    "R091": finding_text(
        (
            "phương án bị hỏng ở “{place}”",
            "the plan is damaged at “{place}”",
        ),
        (
            "Một khóa bị thiếu, thừa hoặc có kiểu sai.",
            "A key is missing, is too many, or has a value of the wrong type.",
        ),
        ("Dùng plan.json do chương trình ghi ra.", "Use a plan.json that the program wrote."),
    ),
}
