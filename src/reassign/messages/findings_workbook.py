"""Words of the workbook that ``check --report`` writes."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

FINDINGS_WORKBOOK: Mapping[str, Text] = {
    "sheet": Text("Kết quả kiểm tra", "Findings"),
    "title": Text("KẾT QUẢ KIỂM TRA DỮ LIỆU", "WHAT WAS FOUND IN THE DATA"),
    "clean": Text("Không có lỗi, không có cảnh báo.", "No errors, no warnings."),
    "how": Text(
        "Lỗi tô đỏ, cảnh báo tô vàng; bấm vào tên ô để đến chỗ cần sửa. Các trang sau là bản sao: hãy sửa tệp gốc.",
        "Errors are red, warnings yellow; click a cell to go there. The sheets behind are copies: mend your own files.",
    ),
    "number": Text("STT", "No."),
    "severity": Text("Mức độ", "Severity"),
    "code": Text("Mã", "Code"),
    "file": Text("Tệp", "File"),
    "in-sheet": Text("Trang tính", "Sheet"),
    "cell": Text("Ô", "Cell"),
    "value": Text("Giá trị", "Value"),
    "sentence": Text("Vấn đề", "What is wrong"),
    "suggestion": Text("Gợi ý", "Suggestion"),
    "fix": Text("Cách sửa", "How to mend it"),
    "error": Text("Lỗi", "Error"),
    "warning": Text("Cảnh báo", "Warning"),
    "row": Text("Dòng {row}", "Row {row}"),
    "note": Text("{severity} {code}: {sentence}", "{severity} {code}: {sentence}"),
    "note-suggestion": Text("Có phải: {suggestions}?", "Did you mean: {suggestions}?"),
    "note-fix": Text("Cách sửa: {fix}", "To mend it: {fix}"),
    "note-more": Text("… và {count} điều khác, xem trang đầu.", "… and {count} more, see the first sheet."),
    "page": Text("Trang &P/&N", "Page &P of &N"),
}
"""Texts by key."""
