"""Who is who: ids, names and people told apart."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

IDENTITY: Mapping[str, FindingText] = {
    "R030": finding_text(
        ("thiếu mã ({name})", "the id is missing ({name})"),
        ("Danh sách có cột mã nên mỗi dòng phải có mã.", "The list has ids, so every row needs one."),
        ("Điền mã.", "Fill in the id."),
    ),
    "R031": finding_text(
        ("“{value}” đã có ở ô {cell}", "“{value}” stands already in {cell}"),
        (
            "Mã phải khác nhau; danh sách không có mã thì số thẻ, hoặc họ tên cùng ngày sinh.",
            "Ids have to be different; without ids card numbers, or names with birth dates.",
        ),
        ("Sửa một trong hai mã, hoặc xóa dòng trùng.", "Change one of them, or delete the double row."),
    ),
    "R032": finding_text(
        ("thiếu họ tên", "the name is missing"),
        ("Mỗi đảng viên phải có họ tên.", "Every member needs a name."),
        ("Điền họ tên.", "Fill in the name."),
    ),
    "R033": finding_text(
        ("mã chứa ký tự không nhìn thấy {character}", "the id holds the invisible character {character}"),
        ("Mã không được chứa ký tự ẩn; mã không bao giờ bị sửa.", "Ids are never changed, so they may hide nothing."),
        ("Gõ lại mã.", "Type the id again."),
    ),
    "R034": finding_text(
        ("mã “{value}” rất giống “{other}” ở ô {cell}", "the id “{value}” looks like “{other}” in {cell}"),
        (
            "Hai mã chỉ khác chữ hoa, dấu hoặc ký tự trông giống nhau; vẫn là hai người.",
            "They differ in case, marks or look-alike letters only; they stay two.",
        ),
        ("Nếu là một người, sửa lại mã.", "If one person is meant, correct the id."),
    ),
    "R035": finding_text(
        ("mã “{value}” là số đã bị làm tròn", "the id “{value}” is a number that lost digits"),
        ("Bảng tính chỉ giữ 15 chữ số.", "A spreadsheet keeps 15 digits only."),
        ("Định dạng cột là Văn bản rồi gõ lại mã.", "Format the column as text and type the id again."),
    ),
    "R036": finding_text(
        (
            "mã “{value}” là ngày tháng hoặc đúng/sai, không phải chữ",
            "the id “{value}” is a date or a truth value, no text",
        ),
        ("Bảng tính có thể đã tự đổi mã, ví dụ 1-12.", "The spreadsheet may have changed it, as it does with 1-12."),
        ("Định dạng cột là Văn bản rồi gõ lại mã.", "Format the column as text and type the id again."),
    ),
    "R037": finding_text(
        ("“{value}” trùng họ tên và ngày sinh với ô {cell}", "“{value}” has the name and birth date of {cell}"),
        ("Có thể là một người được ghi hai lần.", "It may be one person listed twice."),
        ("Xóa một dòng nếu là cùng một người.", "Delete one row if it is."),
    ),
    "R038": finding_text(
        ("khoảng trắng thừa quanh mã “{value}” đã được bỏ", "spaces around the id “{value}” were taken away"),
        ("Khoảng trắng ở đầu hoặc cuối mã không được tính.", "Spaces at the ends of an id do not count."),
        ("Xóa khoảng trắng để khỏi nhầm.", "Delete the spaces."),
    ),
    "R039": finding_text(
        ("“{value}” không có mã, số thẻ hay ngày sinh", "“{value}” has no id, card number or birth date"),
        (
            "Cần mã, hoặc số thẻ đảng, hoặc họ tên và ngày sinh để phân biệt mọi người.",
            "People are told apart by id, else card number, else name and birth date.",
        ),
        ("Điền một trong các cột đó.", "Fill one of these columns."),
    ),
    "R120": finding_text(
        (
            "mã “{value}” có lẽ đã mất số 0 ở đầu; các mã khác có {width} chữ số",
            "the id “{value}” has probably lost leading zeros; other ids have {width} digits",
        ),
        (
            "Bảng tính bỏ số 0 ở đầu khi coi mã là số.",
            "A spreadsheet drops leading zeros when it takes an id for a number.",
        ),
        ("Định dạng cột là Văn bản rồi gõ lại mã.", "Format the column as text and type the id again."),
    ),
    "R121": finding_text(
        (
            "số thẻ “{value}” đã có ở ô {cell} với mã khác ({other})",
            "the card number “{value}” stands in {cell} with another id ({other})",
        ),
        ("Có thể một người được ghi dưới hai mã.", "It may be one person under two ids."),
        ("Xóa một dòng nếu là cùng một người.", "Delete one row if it is."),
    ),
    "R122": finding_text(
        ("ô chứa ký tự điều khiển {character}", "the cell holds the control character {character}"),
        ("Ký tự này không nhìn thấy và không thuộc về chữ viết.", "It cannot be seen and belongs to no writing."),
        ("Gõ lại nội dung ô.", "Type the cell again."),
    ),
    "R123": finding_text(
        (
            "{count} ô có dấu tách rời, chữ Ð lạ hoặc ký tự ẩn; được đọc như chữ thường gặp",
            (
                "{count} {count:cell holds|cells hold} split accents, a foreign Ð or hidden characters; "
                "read as ordinary letters"
            ),
        ),
        (
            "Chữ trông giống nhau nhưng ghi khác nhau; được so sánh và lưu theo một cách.",
            "Such letters look the same but are written differently; they are kept in one way.",
        ),
        ("Không cần sửa.", "Nothing to do."),
    ),
}
