"""What can be wrong with a roster or one of the smaller tables (codes R…): message, meaning and fix."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.messages.text import Text


@dataclass(frozen=True, slots=True)
class Rule:
    """Everything that is said about one code.

    Attributes:
        message: One line about the value at hand; ``{value}`` is the value as read.
        meaning: Why the value cannot be used, or is doubtful.
        fix: What the officer can do.
    """

    message: Text
    meaning: Text
    fix: Text


def _rule(message: tuple[str, str], meaning: tuple[str, str], fix: tuple[str, str]) -> Rule:
    return Rule(Text(*message), Text(*meaning), Text(*fix))


_FILES: Mapping[str, Rule] = {
    "R001": _rule(
        ("không tìm thấy tệp", "there is no such file"),
        ("Không có tệp này ở đường dẫn đã cho.", "Nothing lies at the path given."),
        ("Kiểm tra tên tệp và thư mục.", "Check the name and the folder."),
    ),
    "R002": _rule(
        ("đây là thư mục, cần một tệp", "this is a folder; a file is needed"),
        ("Đường dẫn trỏ tới thư mục.", "The path leads to a folder."),
        ("Ghi tên tệp nằm trong thư mục đó.", "Name the file inside the folder."),
    ),
    "R003": _rule(
        ("không đọc được tệp", "the file cannot be read"),
        ("Hệ điều hành không cho đọc tệp.", "The operating system refuses to read the file."),
        ("Kiểm tra quyền đọc, hoặc sao chép tệp sang nơi khác.", "Check the permissions, or copy the file elsewhere."),
    ),
    "R004": _rule(
        ("tệp rỗng", "the file is empty"),
        ("Tệp không có byte nào.", "The file holds no bytes."),
        ("Lưu lại danh sách rồi thử lại.", "Save the list again."),
    ),
    "R005": _rule(
        ("tệp mang đuôi {value} nhưng thật ra là {kind}", "the file is called {value} but is in fact {kind}"),
        ("Nội dung tệp không khớp với đuôi tệp.", "The content does not fit the extension."),
        ("Đổi đuôi tệp, hoặc mở và lưu lại đúng kiểu.", "Rename the file, or save it again as what it is called."),
    ),
    "R006": _rule(
        (
            "không đọc loại tệp {kind}; dùng xlsx, xls, ods hoặc csv",
            "{kind} files are not read; use xlsx, xls, ods or csv",
        ),
        ("Loại tệp này không được hỗ trợ.", "This kind of file is not supported."),
        ("Mở tệp và lưu thành .xlsx.", "Open the file and save it as .xlsx."),
    ),
    "R007": _rule(
        ("đây là tệp khóa của Excel, không phải danh sách", "this is a lock file of Excel, not the roster"),
        ("Excel tạo tệp ~$… khi một sổ tính đang mở.", "Excel makes a ~$… file while a workbook is open."),
        ("Ghi tên tệp không có ~$.", "Name the file without ~$."),
    ),
    "R008": _rule(
        ("tệp có mật khẩu", "the file is protected by a password"),
        ("Tệp được mã hóa nên không đọc được.", "The file is encrypted and cannot be read."),
        ("Mở tệp, bỏ mật khẩu rồi lưu lại.", "Open it, remove the password and save it."),
    ),
    "R009": _rule(
        ("tệp bị hỏng, không đọc được", "the file is damaged and cannot be read"),
        ("Cấu trúc của sổ tính bị hỏng hoặc thiếu.", "The structure of the workbook is broken or incomplete."),
        (
            "Mở bằng Excel hoặc LibreOffice rồi lưu thành tệp mới.",
            "Open it in Excel or LibreOffice and save a new file.",
        ),
    ),
}

_PLACES: Mapping[str, Rule] = {
    "R010": _rule(
        ("không nhận ra phường, xã “{value}”", "unknown ward or commune “{value}”"),
        ("Danh sách chi bộ không có phường, xã này.", "The branch roster has no such unit."),
        (
            "Sửa tên cho khớp với danh sách chi bộ, hoặc thêm vào [aliases.unit].",
            "Write it as the branch roster does, or add it to [aliases.unit].",
        ),
    ),
    "R011": _rule(
        (
            "“{value}” gần giống một phường, xã trong danh sách chi bộ",
            "“{value}” resembles a unit of the branch roster",
        ),
        ("Tên chỉ khác về dấu nên được coi là nơi khác.", "It differs in diacritics only and counts as another place."),
        ("Nếu là cùng một nơi, sửa lại tên.", "If the same place is meant, correct the spelling."),
    ),
    "R012": _rule(
        ("không nhận ra địa bàn “{value}” của {unit}", "unknown area “{value}” of {unit}"),
        ("Không chi bộ nào của phường, xã này có địa bàn đó.", "No branch of the unit covers such an area."),
        (
            "Sửa tên cho khớp với danh sách chi bộ, hoặc thêm vào [aliases.area].",
            "Write it as the branch roster does, or add it to [aliases.area].",
        ),
    ),
    "R013": _rule(
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
    "R014": _rule(
        ("không rõ nơi cư trú từ “{value}”", "the place of residence is not clear from “{value}”"),
        (
            "Địa chỉ không nêu phường, xã; đảng viên được tính là không có nơi cư trú.",
            "The address names no ward or commune; the member counts as living nowhere.",
        ),
        ("Điền cột phường, xã nơi cư trú.", "Fill residence_unit."),
    ),
    "R015": _rule(
        (
            "“{value}” không phải chi bộ hay địa bàn của {unit}",
            "“{value}” is neither a branch nor an area of {unit}",
        ),
        ("Địa bàn phụ trách không khớp với nơi nào.", "The area in charge of matches nothing and has no effect."),
        ("Sửa tên cho khớp với danh sách chi bộ.", "Write it as the branch roster does."),
    ),
    "R016": _rule(
        ("thiếu phường, xã", "the ward or commune is missing"),
        ("Không biết dòng này thuộc phường, xã nào.", "It is not known which unit the row belongs to."),
        ("Điền tên phường, xã.", "Fill in the unit."),
    ),
    "R017": _rule(
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
    "R018": _rule(
        ("không có chi bộ “{value}”", "there is no branch “{value}”"),
        (
            "Chi bộ được gọi bằng mã, hoặc bằng tên nếu tên là duy nhất trong phường, xã của đảng viên.",
            "A branch is named by its id, or by its name if the name is unique in the member's unit.",
        ),
        ("Dùng mã chi bộ trong danh sách chi bộ.", "Use the id from the branch roster."),
    ),
    "R019": _rule(
        ("“{value}” có thể là nhiều nơi", "“{value}” can mean several places"),
        ("Nhiều mục trong danh sách chi bộ khớp như nhau.", "Several entries of the branch roster fit equally."),
        ("Ghi mã, hoặc ghi đủ tên.", "Write the id, or the full name."),
    ),
}

_SHAPE: Mapping[str, Rule] = {
    "R020": _rule(
        ("không tìm thấy dòng tiêu đề", "no header row was found"),
        ("Không dòng nào trong 30 dòng đầu giống dòng tiêu đề.", "None of the first 30 rows looks like a header."),
        (
            "Thêm dòng tiêu đề; `reassign init` tạo sẵn mẫu.",
            "Add a header row; `reassign init` makes a template.",
        ),
    ),
    "R021": _rule(
        ("thiếu cột bắt buộc “{key}”", "the required column “{key}” is missing"),
        ("Không tiêu đề nào được hiểu là cột này.", "No heading is understood as this column."),
        ("Đổi tiêu đề, hoặc thêm vào [columns].", "Rename the heading, or add it to [columns]."),
    ),
    "R022": _rule(
        ("cột “{value}” lặp lại cột ở ô {other}", "the column “{value}” repeats the one at {other}"),
        ("Hai tiêu đề có cùng nghĩa; chỉ cột đầu được dùng.", "Two headings mean the same; only the first is used."),
        ("Xóa hoặc đổi tên một cột.", "Remove or rename one of them."),
    ),
    "R023": _rule(
        ("không có dòng nào dưới tiêu đề", "there are no rows below the header"),
        ("Danh sách chỉ có tiêu đề.", "The list has a header only."),
        ("Điền danh sách rồi lưu lại.", "Fill in the list."),
    ),
    "R024": _rule(
        ("nhiều trang có thể là danh sách: {sheets}", "several sheets could be the list: {sheets}"),
        ("Không tự chọn giữa các trang.", "No choice is made between them."),
        ("Ghi tên trang sau dấu #: tệp.xlsx#Trang.", "Name the sheet after #: file.xlsx#Sheet."),
    ),
    "R025": _rule(
        ("không có trang “{value}”; có: {sheets}", "there is no sheet “{value}”; there are: {sheets}"),
        ("Tên trang không đúng.", "The sheet is called otherwise."),
        ("Sửa tên sau dấu #.", "Correct the name after #."),
    ),
    "R026": _rule(
        ("dòng này không có tên nên bị bỏ qua: {value}", "the row has no name and is left out: {value}"),
        ("Dòng có nhiều ô được điền nhưng thiếu họ tên.", "Several cells are filled, but the name is not."),
        ("Điền họ tên, hoặc xóa dòng.", "Fill in the name, or delete the row."),
    ),
    "R027": _rule(
        ("dòng phân nhóm, không phải đảng viên: {value}", "a section line, not an entry: {value}"),
        ("Dòng chỉ có một ô chữ nên bị bỏ qua.", "The row says one thing only and is left out."),
        ("Không cần sửa nếu đúng là dòng phân nhóm.", "Nothing to do if it is a section line."),
    ),
    "R028": _rule(
        (
            "cùng một tệp được dùng làm danh sách đảng viên và danh sách chi bộ",
            "one file was given as members and as branches",
        ),
        ("Hai danh sách phải khác nhau.", "The two rosters have to be different."),
        ("Ghi hai tệp, hoặc hai trang với dấu #.", "Name two files, or two sheets with #."),
    ),
    "R029": _rule(
        ("không có ô nào được điền", "no cell is filled"),
        ("Trang tính trống.", "The sheet is empty."),
        ("Chọn trang khác hoặc điền danh sách.", "Choose another sheet or fill it."),
    ),
}

_IDENTITY: Mapping[str, Rule] = {
    "R030": _rule(
        ("thiếu mã ({name})", "the id is missing ({name})"),
        ("Danh sách có cột mã nên mỗi dòng phải có mã.", "The list has ids, so every row needs one."),
        ("Điền mã.", "Fill in the id."),
    ),
    "R031": _rule(
        ("mã “{value}” đã có ở ô {cell}", "the id “{value}” stands already in {cell}"),
        ("Mã phải khác nhau.", "Ids have to be different."),
        ("Sửa một trong hai mã, hoặc xóa dòng trùng.", "Change one of them, or delete the double row."),
    ),
    "R032": _rule(
        ("thiếu họ tên", "the name is missing"),
        ("Mỗi đảng viên phải có họ tên.", "Every member needs a name."),
        ("Điền họ tên.", "Fill in the name."),
    ),
    "R033": _rule(
        ("mã chứa ký tự không nhìn thấy {character}", "the id holds the invisible character {character}"),
        ("Mã không được chứa ký tự ẩn; mã không bao giờ bị sửa.", "Ids are never changed, so they may hide nothing."),
        ("Gõ lại mã.", "Type the id again."),
    ),
    "R034": _rule(
        ("mã “{value}” rất giống “{other}” ở ô {cell}", "the id “{value}” looks like “{other}” in {cell}"),
        (
            "Hai mã chỉ khác chữ hoa, dấu hoặc ký tự trông giống nhau; vẫn là hai người.",
            "They differ in case, marks or look-alike letters only; they stay two.",
        ),
        ("Nếu là một người, sửa lại mã.", "If one person is meant, correct the id."),
    ),
    "R035": _rule(
        ("mã “{value}” là số đã bị làm tròn", "the id “{value}” is a number that lost digits"),
        ("Bảng tính chỉ giữ 15 chữ số.", "A spreadsheet keeps 15 digits only."),
        ("Định dạng cột là Văn bản rồi gõ lại mã.", "Format the column as text and type the id again."),
    ),
    "R036": _rule(
        (
            "mã “{value}” là ngày tháng hoặc đúng/sai, không phải chữ",
            "the id “{value}” is a date or a truth value, no text",
        ),
        ("Bảng tính có thể đã tự đổi mã, ví dụ 1-12.", "The spreadsheet may have changed it, as it does with 1-12."),
        ("Định dạng cột là Văn bản rồi gõ lại mã.", "Format the column as text and type the id again."),
    ),
    "R037": _rule(
        ("“{value}” trùng họ tên và ngày sinh với ô {cell}", "“{value}” has the name and birth date of {cell}"),
        ("Có thể là một người được ghi hai lần.", "It may be one person listed twice."),
        ("Xóa một dòng nếu là cùng một người.", "Delete one row if it is."),
    ),
    "R038": _rule(
        ("khoảng trắng thừa quanh mã “{value}” đã được bỏ", "spaces around the id “{value}” were taken away"),
        ("Khoảng trắng ở đầu hoặc cuối mã không được tính.", "Spaces at the ends of an id do not count."),
        ("Xóa khoảng trắng để khỏi nhầm.", "Delete the spaces."),
    ),
    "R039": _rule(
        ("“{value}” không có mã, số thẻ hay ngày sinh", "“{value}” has no id, card number or birth date"),
        (
            "Cần mã, hoặc số thẻ đảng, hoặc họ tên và ngày sinh để phân biệt mọi người.",
            "People are told apart by id, else card number, else name and birth date.",
        ),
        ("Điền một trong các cột đó.", "Fill one of these columns."),
    ),
}

_VALUES: Mapping[str, Rule] = {
    "R040": _rule(
        ("“{value}” không phải số nguyên", "“{value}” is not a whole number"),
        ("Cột này cần số nguyên không âm.", "The column takes whole numbers from zero on."),
        ("Sửa thành số nguyên, hoặc để trống.", "Write a whole number, or leave the cell empty."),
    ),
    "R041": _rule(
        ("“{value}” là số âm", "“{value}” is negative"),
        ("Cột này cần số nguyên không âm.", "The column takes whole numbers from zero on."),
        ("Sửa thành số không âm.", "Write zero or more."),
    ),
    "R042": _rule(
        ("tối thiểu {minimum} lớn hơn tối đa {maximum}", "the minimum {minimum} is above the maximum {maximum}"),
        ("Không số nào nằm giữa hai giới hạn.", "No number lies between the two."),
        ("Sửa một trong hai số.", "Correct one of them."),
    ),
    "R043": _rule(
        ("“{value}” không phải ngày tháng", "“{value}” is not a date"),
        ("Ngày viết dd/mm/yyyy; biết mỗi năm thì viết 1975.", "Dates are dd/mm/yyyy; 1975 if only the year is known."),
        ("Sửa ngày.", "Correct the date."),
    ),
    "R044": _rule(
        ("“{value}” không phải có hoặc không", "“{value}” is neither yes nor no"),
        ("Có: x, có, yes, true, 1; không: để trống.", "Yes is x, có, yes, true or 1; no is an empty cell."),
        ("Ghi x hoặc để trống.", "Write x or leave it empty."),
    ),
    "R045": _rule(
        ("“{value}” không phải tọa độ", "“{value}” is not a coordinate"),
        ("Tọa độ là số độ thập phân, ví dụ 10.7769.", "Coordinates are decimal degrees such as 10.7769."),
        ("Sửa số, hoặc để trống.", "Correct the number, or leave it empty."),
    ),
    "R046": _rule(
        ("tọa độ {value} vượt quá {limit} độ", "the coordinate {value} is beyond {limit} degrees"),
        ("Vĩ độ đến 90, kinh độ đến 180.", "Latitudes go to 90, longitudes to 180."),
        ("Sửa số.", "Correct the number."),
    ),
    "R047": _rule(
        ("vĩ độ {value} và kinh độ bị đổi chỗ", "the latitude {value} and the longitude are swapped"),
        ("Đổi chỗ thì điểm này nằm ở Việt Nam.", "The other way round the point lies in Viet Nam."),
        ("Đổi chỗ hai ô.", "Swap the two cells."),
    ),
    "R048": _rule(
        ("không hiểu loại đảng viên “{value}”", "unknown status “{value}”"),
        ("Cần chính thức hoặc dự bị.", "It is official or probationary."),
        ("Ghi chính thức hoặc dự bị.", "Write official or probationary."),
    ),
    "R049": _rule(
        ("không hiểu giới tính “{value}”", "unknown sex “{value}”"),
        ("Cần nam hoặc nữ.", "It is male or female."),
        ("Ghi nam, nữ, hoặc để trống.", "Write male, female, or leave it empty."),
    ),
    "R050": _rule(
        ("ô báo lỗi {value}", "the cell shows the error {value}"),
        ("Công thức trong ô bị lỗi nên không có giá trị.", "The formula failed, so there is no value."),
        ("Sửa công thức, hoặc gõ giá trị.", "Mend the formula, or type the value."),
    ),
    "R051": _rule(
        ("công thức trong ô chưa được tính", "the formula in the cell was never calculated"),
        ("Tệp lưu công thức mà không lưu kết quả.", "The file holds the formula but not its result."),
        ("Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.", "Open the file in Excel or LibreOffice and save it."),
    ),
    "R053": _rule(
        ("chỉ có một trong hai tọa độ", "only one of the two coordinates is given"),
        ("Cần cả vĩ độ và kinh độ.", "Latitude and longitude go together."),
        ("Điền ô còn lại, hoặc xóa cả hai.", "Fill the other cell, or clear both."),
    ),
    "R054": _rule(
        ("“{value}” được đọc là một lĩnh vực", "“{value}” was read as one field"),
        ("Các lĩnh vực cách nhau bằng dấu chấm phẩy.", "Fields are separated by semicolons."),
        ("Thay dấu phẩy bằng dấu chấm phẩy nếu là nhiều lĩnh vực.", "Use semicolons if several are meant."),
    ),
    "R055": _rule(
        ("ngày sinh trong cột nam/nữ mâu thuẫn: {value}", "the birth date contradicts another column: {value}"),
        ("Ngày sinh hoặc giới tính được ghi hai lần khác nhau.", "Birth date or sex is given twice, differently."),
        ("Giữ lại một.", "Keep one of them."),
    ),
    "R056": _rule(
        (
            "thiếu cột phường, xã mà danh sách chi bộ có nhiều phường, xã",
            "no unit column, but the branches have several units",
        ),
        ("Không biết ai thuộc phường, xã nào.", "It is not known who belongs to which unit."),
        ("Thêm cột phường, xã.", "Add the column `unit`."),
    ),
    "R057": _rule(
        ("thiếu “{heading}”", "“{heading}” is missing"),
        ("Dòng này thiếu một ô bắt buộc.", "A required cell of the row is empty."),
        ("Điền ô, hoặc xóa dòng.", "Fill the cell, or delete the row."),
    ),
}

_TABLES: Mapping[str, Rule] = {
    "R060": _rule(
        ("không có đảng viên “{value}”", "there is no member “{value}”"),
        ("Danh sách đảng viên không có mã này.", "The member roster has no such id."),
        ("Dùng mã trong danh sách đảng viên.", "Use an id of the member roster."),
    ),
    "R061": _rule(
        (
            "“{value}” đã được ấn định về {other} ({cell}), ở đây là {branch}",
            "“{value}” is pinned to {other} ({cell}), here to {branch}",
        ),
        ("Mỗi người chỉ về một chi bộ.", "Everybody goes to one branch."),
        ("Xóa một trong hai.", "Delete one of the pins."),
    ),
    "R062": _rule(
        (
            "chi bộ “{value}” vừa được ấn định vừa bị loại trừ ({cell})",
            "the branch “{value}” is both pinned and ruled out ({cell})",
        ),
        ("Hai yêu cầu mâu thuẫn nhau.", "The two demands contradict each other."),
        ("Xóa một trong hai.", "Delete one of them."),
    ),
    "R063": _rule(
        (
            "khoảng cách {value} khác với {other} đã ghi cho cùng cặp",
            "the distance {value} differs from {other}, given for the same pair",
        ),
        ("Một cặp có hai khoảng cách.", "One pair has two distances."),
        ("Giữ lại một.", "Keep one of them."),
    ),
    "R064": _rule(
        ("“{value}” thuộc {unit}, khác phường, xã của đảng viên", "“{value}” lies in {unit}, not in the member's unit"),
        ("Ấn định ra ngoài phường, xã vẫn được thực hiện.", "A pin may cross units and is obeyed."),
        ("Kiểm tra lại nếu không cố ý.", "Check that it is meant."),
    ),
    "R065": _rule(
        (
            "không có đảng viên “{value}”; khoảng cách bị bỏ qua",
            "there is no member “{value}”; the distances are left out",
        ),
        ("Bảng khoảng cách có người ngoài danh sách.", "The table knows somebody who is not in the roster."),
        ("Không cần sửa nếu người đó đã rời đi.", "Nothing to do if the person has left."),
    ),
    "R066": _rule(
        ("tệp không phải phương án của chương trình này", "the file is not a plan of this program"),
        ("Thiếu danh sách phân công, hoặc JSON bị hỏng.", "The placements are missing, or the JSON is broken."),
        ("Dùng plan.json do chương trình ghi ra.", "Use a plan.json that the program wrote."),
    ),
    "R067": _rule(
        (
            "phương án có phiên bản {value}, chỉ đọc được đến {known}",
            "the plan has version {value}; versions up to {known} are read",
        ),
        ("Phương án do bản mới hơn ghi ra.", "A newer version of the program wrote the plan."),
        ("Cập nhật chương trình.", "Update the program."),
    ),
    "R068": _rule(
        ("“{value}” có hai chi bộ: {other} và {branch}", "“{value}” has two branches: {other} and {branch}"),
        ("Mỗi người chỉ ở một chi bộ.", "Everybody is in one branch."),
        ("Xóa một dòng.", "Delete one row."),
    ),
    "R069": _rule(
        ("phương án đã được sửa bằng tay", "the plan was edited by hand"),
        ("Ô trong sổ phương án khác với khi ghi ra.", "Cells of the plan workbook are not as they were written."),
        ("Dùng `reassign replan` để nhận các sửa đổi.", "Use `reassign replan` to take the edits over."),
    ),
    "R090": _rule(
        (
            "tệp {role} “{value}” đã thay đổi sau khi lập phương án",
            "the {role} file “{value}” has changed since the plan was made",
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
    "R091": _rule(
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

_TEXTS: Mapping[str, Rule] = {
    "R070": _rule(
        ("bảng mã không phải UTF-8; có thể là {encoding}", "the text is not UTF-8; it is probably {encoding}"),
        ("Đọc sai bảng mã sẽ làm hỏng tên người.", "Reading a wrong encoding would spoil names."),
        ("Lưu lại thành CSV UTF-8.", "Save it as CSV UTF-8."),
    ),
    "R071": _rule(
        ("văn bản chứa ký tự NUL", "the text holds a NUL character"),
        ("Tệp có thể bị hỏng, hoặc không phải văn bản.", "The file may be damaged, or no text."),
        ("Lưu lại thành CSV UTF-8.", "Save it as CSV UTF-8."),
    ),
    "R072": _rule(
        ("dấu ngoặc kép mở ở dòng này không được đóng", "the quotation mark opened in this row is never closed"),
        ("Các dòng sau sẽ bị nuốt vào một ô.", "The rows after it would vanish in one cell."),
        ("Đóng hoặc xóa dấu ngoặc kép.", "Close or delete the mark."),
    ),
    "R073": _rule(
        ("dòng có {cells} ô, tiêu đề có {width}", "the row has {cells} cells, the header {width}"),
        ("Có thể thiếu hoặc thừa dấu phân cách.", "A delimiter may be missing or too many."),
        (
            "Sửa dòng; ô chứa dấu phân cách phải nằm trong ngoặc kép.",
            "Mend the row; quote cells that hold the delimiter.",
        ),
    ),
    "R074": _rule(
        ("có chữ sau dấu ngoặc kép đóng", "text follows a closing quotation mark"),
        ("Dấu ngoặc kép trong ô phải viết hai lần.", "Quotation marks inside a cell are doubled."),
        ("Sửa dấu ngoặc kép trong dòng.", "Mend the marks in the row."),
    ),
    "R075": _rule(
        ("không đọc được dòng này", "the row cannot be read"),
        ("Dòng không đúng quy tắc CSV, hoặc có ô quá dài.", "It breaks the rules of CSV, or a cell is too long."),
        ("Sửa dòng.", "Mend the row."),
    ),
    "R080": _rule(
        (
            "tệp quá lớn (trên {limit} MB) hoặc nén bất thường",
            "the file is too large (above {limit} MB) or packed unusually",
        ),
        ("Tệp như vậy có thể làm treo máy.", "Such a file could exhaust the machine."),
        ("Lưu danh sách thành tệp mới, gọn hơn.", "Save the list as a new, smaller file."),
    ),
    "R081": _rule(
        ("tệp chứa khai báo DOCTYPE", "the file holds a DOCTYPE declaration"),
        ("Sổ tính bình thường không có khai báo này.", "Ordinary workbooks have none; it can be an attack."),
        ("Mở và lưu lại thành tệp mới.", "Open it and save a new file."),
    ),
    "R082": _rule(
        ("tệp nén có tên phần bất thường “{value}”", "the packed file has an odd part “{value}”"),
        ("Tên trùng hoặc trỏ ra ngoài tệp.", "The name stands twice or leads outside."),
        ("Mở và lưu lại thành tệp mới.", "Open it and save a new file."),
    ),
    "R083": _rule(
        ("một ô nằm quá xa: vùng dữ liệu có {cells} ô", "a cell lies too far away: the area has {cells} cells"),
        ("Đọc vùng lớn như vậy sẽ hết bộ nhớ.", "Reading such an area would exhaust the memory."),
        ("Xóa các dòng, cột thừa rồi lưu lại.", "Delete the rows and columns beyond the list and save it."),
    ),
}

RULES: Mapping[str, Rule] = {**_FILES, **_PLACES, **_SHAPE, **_IDENTITY, **_VALUES, **_TABLES, **_TEXTS}
"""What is said about every code of the rosters."""

ROSTER_FINDINGS: Mapping[str, Text] = {code: rule.message for code, rule in RULES.items()}
"""The message of every code of the rosters."""
