"""Units, areas, branches and other names."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

PLACES: Mapping[str, FindingText] = {
    "R010": finding_text(
        ("không nhận ra phường, xã “{value}”", "unknown ward or commune “{value}”"),
        ("Danh sách chi bộ không có phường, xã này.", "The branch roster has no such unit."),
        (
            "Sửa tên cho khớp với danh sách chi bộ, hoặc thêm vào [aliases.unit].",
            "Write it as the branch roster does, or add it to [aliases.unit].",
        ),
    ),
    "R011": finding_text(
        (
            "“{value}” gần giống một phường, xã trong danh sách chi bộ",
            "“{value}” resembles a unit of the branch roster",
        ),
        ("Tên chỉ khác về dấu nên được coi là nơi khác.", "It differs in diacritics only and counts as another place."),
        ("Nếu là cùng một nơi, sửa lại tên.", "If the same place is meant, correct the spelling."),
    ),
    "R012": finding_text(
        ("không nhận ra địa bàn “{value}” của {unit}", "unknown area “{value}” of {unit}"),
        ("Không chi bộ nào của phường, xã này có địa bàn đó.", "No branch of the unit covers such an area."),
        (
            "Sửa tên cho khớp với danh sách chi bộ, hoặc thêm vào [aliases.area].",
            "Write it as the branch roster does, or add it to [aliases.area].",
        ),
    ),
    "R013": finding_text(
        ("địa chỉ ghi “{value}”, không có ở {unit}", "the address says “{value}”, which {unit} does not have"),
        (
            "Chỉ nhận được phường, xã; địa bàn để trống.",
            "Only the unit is taken from the address; the area stays empty.",
        ),
        (
            "Điền cột địa bàn nơi cư trú, hoặc thêm vào [aliases.area].",
            "Fill residence_area, or add it to [aliases.area].",
        ),
    ),
    "R014": finding_text(
        ("không rõ nơi cư trú từ “{value}”", "the place of residence is not clear from “{value}”"),
        (
            "Địa chỉ không nêu phường, xã; đảng viên được tính là không có nơi cư trú.",
            "The address names no ward or commune; the member counts as living nowhere.",
        ),
        ("Điền cột phường, xã nơi cư trú.", "Fill residence_unit."),
    ),
    "R015": finding_text(
        (
            "“{value}” không phải chi bộ hay địa bàn của {unit}",
            "“{value}” is neither a branch nor an area of {unit}",
        ),
        ("Địa bàn phụ trách không khớp với nơi nào.", "The area in charge of matches nothing and has no effect."),
        ("Sửa tên cho khớp với danh sách chi bộ.", "Write it as the branch roster does."),
    ),
    "R016": finding_text(
        ("thiếu phường, xã", "the ward or commune is missing"),
        ("Không biết dòng này thuộc phường, xã nào.", "It is not known which unit the row belongs to."),
        ("Điền tên phường, xã.", "Fill in the unit."),
    ),
    "R017": finding_text(
        (
            "địa chỉ nêu quận, huyện khác với địa chỉ khác cùng tên phường, xã",
            "the address names another district than other addresses of the same units do",
        ),
        (
            "Hai quận có thể có phường trùng tên; một trong hai không phải phường trong danh sách.",
            "Two districts can have wards of one name; one of them is not the ward of the roster.",
        ),
        ("Điền cột phường, xã nơi cư trú.", "Fill residence_unit."),
    ),
    "R018": finding_text(
        ("không có chi bộ “{value}”", "there is no branch “{value}”"),
        (
            "Chi bộ được gọi bằng mã, hoặc bằng tên nếu tên là duy nhất trong phường, xã của đảng viên.",
            "A branch is named by its id, or by its name if the name is unique in the member's unit.",
        ),
        ("Dùng mã chi bộ trong danh sách chi bộ.", "Use the id from the branch roster."),
    ),
    "R019": finding_text(
        ("“{value}” có thể là nhiều nơi", "“{value}” can mean several places"),
        ("Nhiều mục trong danh sách chi bộ khớp như nhau.", "Several entries of the branch roster fit equally."),
        ("Ghi mã, hoặc ghi đủ tên.", "Write the id, or the full name."),
    ),
}
