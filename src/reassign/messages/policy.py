"""What can be wrong with a policy or ``reassign.toml`` (codes P…)."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

POLICY_FINDINGS: Mapping[str, Text] = {
    "P001": Text(
        vi="không có khóa “{key}” trong {table}; được dùng: {known}",
        en="there is no key “{key}” in {table}; known keys: {known}",
    ),
    "P002": Text(
        vi="giá trị của {key} sai kiểu; cần {form}",
        en="the value of {key} has the wrong type; expected {form}",
    ),
    "P003": Text(
        vi="{key} phải là số nguyên từ {minimum} đến {maximum}",
        en="{key} must be a whole number from {minimum} to {maximum}",
    ),
    "P004": Text(
        vi='{key} phải là số nguyên từ {minimum} đến {maximum}, hoặc "none" nếu không giới hạn',
        en='{key} must be a whole number from {minimum} to {maximum}, or "none" for no limit',
    ),
    "P005": Text(
        vi="giá trị của {key} không hợp lệ; được dùng: {known}",
        en="the value of {key} is not known; expected one of: {known}",
    ),
    "P006": Text(
        vi="mỗi thứ tự ưu tiên chỉ được nêu một lần; {key} lặp lại",
        en="a priority may stand only once; {key} repeats it",
    ),
    "P007": Text(
        vi="{key}: min ({minimum}) lớn hơn max ({maximum})",
        en="{key}: min ({minimum}) is above max ({maximum})",
    ),
    "P008": Text(
        vi="{key}: chỉ tiêu cần ít nhất một trong hai khóa min, max",
        en="{key}: a quota needs min, max or both",
    ),
    "P009": Text(
        vi="thiếu {key} hoặc {key} để trống",
        en="{key} is missing or empty",
    ),
    "P010": Text(
        vi="tệp không phải TOML hợp lệ: {detail}",
        en="not a valid TOML file: {detail}",
    ),
    "P011": Text(
        vi="{key}: danh sách chi bộ không có mã chi bộ này",
        en="{key}: the branch roster has no branch with this id",
    ),
    "P012": Text(
        vi="{key}: không chi bộ nào còn hạn chế ở lĩnh vực này; trọng số không có tác dụng",
        en="{key}: no branch needs this field; the weight has no effect",
    ),
}
"""Texts by code."""

FORMS: Mapping[str, Text] = {
    "text": Text(vi="chuỗi ký tự trong dấu ngoặc kép", en="text in quotes"),
    "yes-or-no": Text(vi="true hoặc false", en="true or false"),
    "list": Text(vi="danh sách [ … ]", en="a list [ … ]"),
    "table": Text(vi="một bảng", en="a table"),
    "date": Text(vi="ngày dạng 2019-05-16, không có ngoặc kép", en="a date such as 2019-05-16, without quotes"),
    "other": Text(vi="giá trị khác", en="another value"),
}
"""Words for the placeholder ``form`` of P002."""
