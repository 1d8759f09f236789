"""What can be wrong with a policy or ``reassign.toml`` (codes P…)."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text
from reassign.messages.text import Text

POLICY_FINDINGS: Mapping[str, FindingText] = {
    "P001": finding_text(
        (
            "không có khóa “{key}” trong {table}; được dùng: {known}",
            "there is no key “{key}” in {table}; known keys: {known}",
        ),
        (
            "Khóa lạ không có tác dụng, nên thường là gõ nhầm.",
            "A key nobody knows has no effect, so it is mostly a slip.",
        ),
        ("Sửa tên khóa, hoặc xóa dòng.", "Correct the key, or delete the line."),
    ),
    "P002": finding_text(
        ("giá trị của {key} sai kiểu; cần {form}", "the value of {key} has the wrong type; expected {form}"),
        ("Giá trị không đọc được theo kiểu của khóa.", "The value cannot be read as this key needs it."),
        ("Viết lại giá trị theo kiểu được nêu.", "Write the value in the form that is named."),
    ),
    "P003": finding_text(
        (
            "{key} phải là số nguyên từ {minimum} đến {maximum}",
            "{key} must be a whole number from {minimum} to {maximum}",
        ),
        (
            "Số nằm ngoài khoảng được dùng, hoặc không phải số nguyên.",
            "The number is outside its range, or no whole number.",
        ),
        ("Sửa số.", "Correct the number."),
    ),
    "P004": finding_text(
        (
            '{key} phải là số nguyên từ {minimum} đến {maximum}, hoặc "none" nếu không giới hạn',
            '{key} must be a whole number from {minimum} to {maximum}, or "none" for no limit',
        ),
        (
            "Giới hạn là số nguyên không âm, hoặc không giới hạn.",
            "A limit is a whole number from zero on, or none at all.",
        ),
        ('Sửa số, hoặc ghi "none".', 'Correct the number, or write "none".'),
    ),
    "P005": finding_text(
        (
            "{key} không thể là “{value}”; được dùng: {known}",
            "{key} cannot be “{value}”; expected one of: {known}",
        ),
        ("Khóa này chỉ nhận các giá trị được nêu.", "The key takes the values named and no others."),
        ("Chọn một trong các giá trị đó.", "Choose one of them."),
    ),
    "P006": finding_text(
        ("mỗi thứ tự ưu tiên chỉ được nêu một lần; {key} lặp lại", "a priority may stand only once; {key} repeats it"),
        ("Một ưu tiên không thể đứng ở hai bậc.", "One priority cannot stand on two levels."),
        ("Xóa một trong hai chỗ.", "Delete one of the two."),
    ),
    "P007": finding_text(
        ("{key}: min ({minimum}) lớn hơn max ({maximum})", "{key}: min ({minimum}) is above max ({maximum})"),
        ("Không số nào nằm giữa hai giới hạn.", "No number lies between the two."),
        ("Sửa một trong hai số.", "Correct one of them."),
    ),
    "P008": finding_text(
        ("{key}: chỉ tiêu cần ít nhất một trong hai khóa min, max", "{key}: a quota needs min, max or both"),
        ("Chỉ tiêu không có giới hạn thì không đòi hỏi gì.", "A quota without a bound asks for nothing."),
        ("Thêm min, max hoặc cả hai.", "Add min, max or both."),
    ),
    "P009": finding_text(
        ("thiếu {key} hoặc {key} để trống", "{key} is missing or empty"),
        ("Khóa này phải có giá trị.", "This key needs a value."),
        ("Điền giá trị.", "Give it a value."),
    ),
    "P010": finding_text(
        ("tệp không phải TOML hợp lệ: {detail}", "not a valid TOML file: {detail}"),
        ("Tệp sai cú pháp nên không đọc được dòng nào.", "The file breaks the rules of TOML, so none of it is read."),
        ("Sửa dòng được nêu; chữ phải nằm trong ngoặc kép.", "Mend the line named; texts stand in quotes."),
    ),
    "P011": finding_text(
        ("{key}: danh sách chi bộ không có mã chi bộ này", "{key}: the branch roster has no branch with this id"),
        (
            "Giới hạn hoặc chỉ tiêu nêu một chi bộ không có trong danh sách chi bộ.",
            "A limit or quota names a branch that the roster does not have.",
        ),
        ("Dùng mã trong danh sách chi bộ.", "Use an id of the branch roster."),
    ),
    "P012": finding_text(
        (
            "{key}: không chi bộ nào còn hạn chế ở lĩnh vực này; trọng số không có tác dụng",
            "{key}: no branch needs this field; the weight has no effect",
        ),
        (
            "Trọng số chỉ có tác dụng với lĩnh vực mà một chi bộ đang cần.",
            "A weight counts only for a field that some branch needs.",
        ),
        ("Sửa tên lĩnh vực, hoặc xóa dòng.", "Correct the field, or delete the line."),
    ),
    "P013": finding_text(
        (
            "{key}: danh sách không có đảng viên mã “{value}”; mục này không có tác dụng",
            "{key}: the roster has no member with the id “{value}”; the entry has no effect",
        ),
        (
            "Mục này bỏ một ghim hoặc một loại trừ của đảng viên đó; người đó đã rời đi, hoặc mã bị viết sai.",
            "The entry lifts a pin or an exclusion of that member, who has left or whose id is misspelt.",
        ),
        ("Sửa mã, hoặc xóa mục.", "Correct the id, or delete the entry."),
    ),
    "P014": finding_text(
        (
            "{key} = {value} không có tác dụng: mọi chi bộ đều có giới hạn riêng trong danh sách chi bộ",
            "{key} = {value} has no effect: every branch has a limit of its own in the branch roster",
        ),
        (
            "Số tối thiểu, tối đa ghi ở dòng của chi bộ được ưu tiên hơn giới hạn chung.",
            "A minimum or maximum in the row of a branch wins over the common limit.",
        ),
        (
            "Để trống cột đó trong danh sách chi bộ, hoặc xóa giới hạn chung.",
            "Empty that column of the branch roster, or delete the common limit.",
        ),
    ),
}
"""What is said about every code of a policy."""

FORMS: Mapping[str, Text] = {
    "text": Text(vi="chuỗi ký tự trong dấu ngoặc kép", en="text in quotes"),
    "yes-or-no": Text(vi="true hoặc false", en="true or false"),
    "list": Text(vi="danh sách [ … ]", en="a list [ … ]"),
    "table": Text(vi="một bảng", en="a table"),
    "date": Text(vi="ngày dạng 2019-05-16, không có ngoặc kép", en="a date such as 2019-05-16, without quotes"),
    "other": Text(vi="giá trị khác", en="another value"),
}
"""Words for the placeholder ``form`` of P002."""
