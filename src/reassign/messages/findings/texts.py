"""Texts and packed files that may be damaged."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

TEXTS: Mapping[str, FindingText] = {
    "R070": finding_text(
        (
            "bảng mã không phải UTF-8; có thể là {encoding}: “{value}” – nếu đúng, thêm --encoding {flag}",
            "the text is not UTF-8; it is probably {encoding}: “{value}” – if that is right, add --encoding {flag}",
        ),
        ("Đọc sai bảng mã sẽ làm hỏng tên người.", "Reading a wrong encoding would spoil names."),
        (
            "Nếu dòng ấy đọc đúng tiếng Việt, thêm --encoding {flag}; nếu không, lưu lại thành CSV UTF-8.",
            "If the line reads right, add --encoding {flag}; if not, save the list as CSV UTF-8.",
        ),
    ),
    "R071": finding_text(
        ("văn bản chứa ký tự NUL", "the text holds a NUL character"),
        ("Tệp có thể bị hỏng, hoặc không phải văn bản.", "The file may be damaged, or no text."),
        ("Lưu lại thành CSV UTF-8.", "Save it as CSV UTF-8."),
    ),
    "R072": finding_text(
        ("dấu ngoặc kép mở ở dòng này không được đóng", "the quotation mark opened in this row is never closed"),
        ("Các dòng sau sẽ bị nuốt vào một ô.", "The rows after it would vanish in one cell."),
        ("Đóng hoặc xóa dấu ngoặc kép.", "Close or delete the mark."),
    ),
    "R073": finding_text(
        ("dòng có {cells} ô, tiêu đề có {width}", "the row has {cells} cells, the header {width}"),
        ("Có thể thiếu hoặc thừa dấu phân cách.", "A delimiter may be missing or too many."),
        (
            "Sửa dòng; ô chứa dấu phân cách phải nằm trong ngoặc kép.",
            "Mend the row; quote cells that hold the delimiter.",
        ),
    ),
    "R074": finding_text(
        ("có chữ sau dấu ngoặc kép đóng", "text follows a closing quotation mark"),
        ("Dấu ngoặc kép trong ô phải viết hai lần.", "Quotation marks inside a cell are doubled."),
        ("Sửa dấu ngoặc kép trong dòng.", "Mend the marks in the row."),
    ),
    "R075": finding_text(
        ("không đọc được dòng này", "the row cannot be read"),
        ("Dòng không đúng quy tắc CSV, hoặc có ô quá dài.", "It breaks the rules of CSV, or a cell is too long."),
        ("Sửa dòng.", "Mend the row."),
    ),
    "R076": finding_text(
        ("không đọc được văn bản theo bảng mã {encoding}", "the text cannot be read as {encoding}"),
        ("Có byte không ứng với chữ nào của bảng mã.", "A byte stands for no letter of that encoding."),
        (
            "Lưu lại thành CSV UTF-8, hoặc ghi bảng mã khác: --encoding utf-16, cp1258, tcvn3 hay vni.",
            "Save it as CSV UTF-8, or name another encoding: --encoding utf-16, cp1258, tcvn3 or vni.",
        ),
    ),
    "R080": finding_text(
        (
            "tệp quá lớn (trên {limit} MB) hoặc nén bất thường",
            "the file is too large (above {limit} MB) or packed unusually",
        ),
        ("Tệp như vậy có thể làm treo máy.", "Such a file could exhaust the machine."),
        ("Lưu danh sách thành tệp mới, gọn hơn.", "Save the list as a new, smaller file."),
    ),
    "R081": finding_text(
        ("tệp chứa khai báo DOCTYPE", "the file holds a DOCTYPE declaration"),
        ("Sổ tính bình thường không có khai báo này.", "Ordinary workbooks have none; it can be an attack."),
        ("Mở và lưu lại thành tệp mới.", "Open it and save a new file."),
    ),
    "R082": finding_text(
        ("tệp nén có tên phần bất thường “{value}”", "the packed file has an odd part “{value}”"),
        ("Tên trùng hoặc trỏ ra ngoài tệp.", "The name stands twice or leads outside."),
        ("Mở và lưu lại thành tệp mới.", "Open it and save a new file."),
    ),
    "R083": finding_text(
        ("một ô nằm quá xa: vùng dữ liệu có {cells} ô", "a cell lies too far away: the area has {cells} cells"),
        ("Đọc vùng lớn như vậy sẽ hết bộ nhớ.", "Reading such an area would exhaust the memory."),
        ("Xóa các dòng, cột thừa rồi lưu lại.", "Delete the rows and columns beyond the list and save it."),
    ),
}
