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
        (
            "Tên chỉ khác về dấu, một chữ hoặc là chữ viết tắt, nên được coi là nơi khác.",
            "It differs in diacritics or one letter, or is made of initials, and counts as another place.",
        ),
        (
            "Nếu là cùng một nơi, sửa lại tên; `reassign check --interactive` hỏi và ghi lại câu trả lời.",
            "If the same place is meant, correct it; `reassign check --interactive` asks and keeps the answer.",
        ),
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
    "R110": finding_text(
        (
            (
                "cột “{value}” không được đọc: quy định lấy nơi cư trú từ cột “{column}”, danh sách không có cột đó, "
                'nên không ai có nơi cư trú; muốn dùng cột này, ghi basis = "{basis}" dưới [policy.residence]'
            ),
            (
                "the column “{value}” is not read: the policy takes residence from “{column}”, which the list does "
                'not have, so nobody has a residence; basis = "{basis}" below [policy.residence] would use this column'
            ),
        ),
        (
            "Không ai có nơi cư trú, nên mức ưu tiên nơi cư trú không có tác dụng.",
            "Nobody has a residence, so that priority has no effect.",
        ),
        (
            "Thêm cột còn thiếu, hoặc đổi basis trong quy định.",
            "Add the missing column, or change basis in the policy.",
        ),
    ),
    "R111": finding_text(
        (
            "“{value}” không nêu phường, xã; được hiểu là ở {unit}, nơi công tác (số dòng như vậy: {count})",
            "“{value}” names no unit; read as in {unit}, the member's own (such rows: {count})",
        ),
        (
            "Địa chỉ chỉ ghi địa bàn, nên được tìm trong phường, xã của chính đảng viên.",
            "The address names an area only, so it is looked for in the member's own unit.",
        ),
        ("Điền cột phường, xã nơi cư trú nếu ở nơi khác.", "Fill residence_unit if it lies elsewhere."),
    ),
    "R112": finding_text(
        (
            "“{value}” là phường, xã trước ngày {date}, không chắc nay là nơi nào",
            "“{value}” is a unit of before {date}; it is not certain which one it is now",
        ),
        (
            "Phường, xã cũ đã chia vào nhiều nơi, hoặc nhiều quận, huyện có tên này; không tự chọn.",
            "It was divided among several units, or several districts had one of that name; none is chosen.",
        ),
        (
            "Điền phường, xã mới, hoặc ghi cả địa chỉ vào [aliases.unit].",
            "Fill in the new unit, or add the whole address to [aliases.unit].",
        ),
    ),
    "R113": finding_text(
        (
            "“{value}” nay là {unit} từ ngày {date} (số dòng: {count})",
            "“{value}” has been {unit} since {date} (rows: {count})",
        ),
        (
            "Toàn bộ phường, xã cũ nhập vào một phường, xã mới, nên được hiểu là nơi đó.",
            "The whole of the old unit went into one new unit, so it is read as that.",
        ),
        ("Không cần sửa.", "Nothing to do."),
    ),
    "R114": finding_text(
        ("{unit} có hai chi bộ cùng tên “{value}” (ô {cell})", "{unit} has two branches called “{value}” ({cell})"),
        (
            "Tên không đủ để biết chi bộ nào; phải dùng mã chi bộ.",
            "The name does not say which branch is meant; only the id does.",
        ),
        (
            "Đặt tên khác nhau, hoặc kiểm tra xem có dòng thừa.",
            "Name them differently, or see whether a row is double.",
        ),
    ),
    "R115": finding_text(
        ("dòng này của bảng chuyển đổi phường, xã không dùng được: “{value}”", "the crosswalk cannot use “{value}”"),
        (
            "Mỗi dòng cần phường, xã cũ, phường, xã mới, ngày yyyy-mm-dd và phần: whole hoặc part.",
            "A row needs old_unit, new_unit, valid_from as yyyy-mm-dd, and whole or part as its share.",
        ),
        ("Sửa dòng theo mẫu trong docs/reference/files.md.", "Mend the row as docs/reference/files.md says."),
    ),
    "R116": finding_text(
        (
            "“{value}” nay được ghép từ nhiều phường, xã cũ (từ {date})",
            "“{value}” was made of several old units on {date}",
        ),
        (
            "Địa chỉ ghi tên mới, danh sách chi bộ ghi tên cũ; không tự chọn.",
            "The address has the new name, the branch roster the old ones; none is chosen.",
        ),
        (
            "Điền phường, xã cũ, hoặc ghi cả địa chỉ vào [aliases.unit].",
            "Fill in the old unit, or add the whole address to [aliases.unit].",
        ),
    ),
    "R117": finding_text(
        ("chưa ghi nơi cư trú", "no residence is given"),
        (
            "Không biết đảng viên ở đâu, nên được tính là không ở địa bàn nào.",
            "It is not known where the member lives, so they count as living nowhere.",
        ),
        ("Điền nơi cư trú.", "Fill in the residence."),
    ),
    "R119": finding_text(
        (
            "“{value}” không phải là lĩnh vực chi bộ nào đang cần; người này không được tính cho lĩnh vực gần giống",
            "no branch needs the field “{value}”; it is not counted for the one that it resembles",
        ),
        (
            "Lĩnh vực phải viết giống như trong danh sách chi bộ. Cách viết này được báo một lần, ở dòng đầu tiên.",
            "A field has to be written as in the branch roster. Each spelling is told once, where it first stands.",
        ),
        (
            "Sửa trong ô, hoặc ghi dưới [aliases.field] của reassign.toml.",
            "Correct the cell, or write the spelling below [aliases.field] of reassign.toml.",
        ),
    ),
    "R118": finding_text(
        (
            "không cột nào được hiểu là nơi cư trú, nên không ai được tính là ở địa bàn nào; cột chưa đọc: {value}",
            "no column is understood as the residence, so nobody counts as living anywhere; not read: {value}",
        ),
        (
            "Ưu tiên nơi cư trú không có tác dụng với bất kỳ ai.",
            "The priority of residence has no effect for anybody.",
        ),
        (
            "Đặt tiêu đề cột nơi cư trú là “{column}”, hoặc ghi tiêu đề của cột dưới [columns] của reassign.toml.",
            "Head the column of residences “{column}”, or name its heading below [columns] of reassign.toml.",
        ),
    ),
    "R167": finding_text(
        (
            "{count} đảng viên không có tọa độ; đường đi của họ được tính là 0 m, như ở ngay cạnh chi bộ: {value}",
            "no coordinates for {count} {count:member|members}; their way counts as 0 m, as if next door: {value}",
        ),
        (
            "Khoảng cách là một ưu tiên, nhưng không tính được cho những người này. Báo một lần, ở dòng đầu tiên.",
            "Distance is a priority that cannot be worked out for these people. Told once, at the first row.",
        ),
        (
            "Ghi tọa độ, hoặc bỏ distance khỏi order dưới [policy.priorities].",
            "Fill in the coordinates, or take distance out of order below [policy.priorities].",
        ),
    ),
    "R168": finding_text(
        (
            "{count} chi bộ không có tọa độ; đường đến đó được tính là 0 m, gần hơn mọi chi bộ khác: {value}",
            "no coordinates for {count} {count:branch|branches}; it counts as 0 m away, the nearest of all: {value}",
        ),
        (
            "Chi bộ không có tọa độ được coi là gần nhất với mọi người, nên có thể được chọn nhầm.",
            "A branch without coordinates counts as the nearest one for everybody, and may be chosen for that alone.",
        ),
        (
            "Ghi tọa độ của chi bộ, hoặc dùng bảng khoảng cách (distances).",
            "Fill in the coordinates of the branch, or give a table of distances.",
        ),
    ),
}
