"""Values of single cells."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

VALUES: Mapping[str, FindingText] = {
    "R040": finding_text(
        ("“{value}” không phải số nguyên", "“{value}” is not a whole number"),
        ("Cột này cần số nguyên không âm.", "The column takes whole numbers from zero on."),
        ("Sửa thành số nguyên, hoặc để trống.", "Write a whole number, or leave the cell empty."),
    ),
    "R041": finding_text(
        ("“{value}” là số âm", "“{value}” is negative"),
        ("Cột này cần số nguyên không âm.", "The column takes whole numbers from zero on."),
        ("Sửa thành số không âm.", "Write zero or more."),
    ),
    "R042": finding_text(
        ("tối thiểu {minimum} lớn hơn tối đa {maximum}", "the minimum {minimum} is above the maximum {maximum}"),
        ("Không số nào nằm giữa hai giới hạn.", "No number lies between the two."),
        ("Sửa một trong hai số.", "Correct one of them."),
    ),
    "R156": finding_text(
        (
            "số khuyết cấp ủy {value} lớn hơn số cấp ủy viên {seats}",
            "{value} free committee seats are more than its {seats} {seats:seat|seats}",
        ),
        (
            "Số khuyết là một phần của số cấp ủy viên; nếu không thì tỷ lệ bổ sung không có nghĩa.",
            "Free seats are some of the seats; otherwise the share that a plan fills has no meaning.",
        ),
        ("Sửa một trong hai số.", "Correct one of the two numbers."),
    ),
    "R165": finding_text(
        ("lá thăm {value} lớn hơn {limit}", "the lot {value} is above {limit}"),
        ("Lá thăm có 20 bit.", "A lot has 20 bits."),
        ("Lấy lại bảng thăm từ nơi đã gửi hồ sơ.", "Ask the sender of the case for the table of lots again."),
    ),
    "R043": finding_text(
        ("“{value}” không phải ngày tháng", "“{value}” is not a date"),
        ("Ngày viết dd/mm/yyyy; biết mỗi năm thì viết 1975.", "Dates are dd/mm/yyyy; 1975 if only the year is known."),
        ("Sửa ngày.", "Correct the date."),
    ),
    "R044": finding_text(
        ("“{value}” không phải có hoặc không", "“{value}” is neither yes nor no"),
        ("Có: x, có, yes, true, 1; không: để trống.", "Yes is x, có, yes, true or 1; no is an empty cell."),
        ("Ghi x hoặc để trống.", "Write x or leave it empty."),
    ),
    "R045": finding_text(
        ("“{value}” không phải tọa độ", "“{value}” is not a coordinate"),
        ("Tọa độ là số độ thập phân, ví dụ 10.7769.", "Coordinates are decimal degrees such as 10.7769."),
        ("Sửa số, hoặc để trống.", "Correct the number, or leave it empty."),
    ),
    "R046": finding_text(
        ("tọa độ {value} vượt quá {limit} độ", "the coordinate {value} is beyond {limit} degrees"),
        ("Vĩ độ đến 90, kinh độ đến 180.", "Latitudes go to 90, longitudes to 180."),
        ("Sửa số.", "Correct the number."),
    ),
    "R047": finding_text(
        ("vĩ độ {value} và kinh độ bị đổi chỗ", "the latitude {value} and the longitude are swapped"),
        ("Đổi chỗ thì điểm này nằm ở Việt Nam.", "The other way round the point lies in Viet Nam."),
        ("Đổi chỗ hai ô.", "Swap the two cells."),
    ),
    "R048": finding_text(
        ("không hiểu loại đảng viên “{value}”", "unknown status “{value}”"),
        ("Cần chính thức hoặc dự bị.", "It is official or probationary."),
        ("Ghi chính thức hoặc dự bị.", "Write official or probationary."),
    ),
    "R049": finding_text(
        ("không hiểu giới tính “{value}”", "unknown sex “{value}”"),
        ("Cần nam hoặc nữ.", "It is male or female."),
        ("Ghi nam, nữ, hoặc để trống.", "Write male, female, or leave it empty."),
    ),
    "R050": finding_text(
        ("ô báo lỗi {value}", "the cell shows the error {value}"),
        ("Công thức trong ô bị lỗi nên không có giá trị.", "The formula failed, so there is no value."),
        ("Sửa công thức, hoặc gõ giá trị.", "Mend the formula, or type the value."),
    ),
    "R051": finding_text(
        ("công thức trong ô chưa được tính", "the formula in the cell was never calculated"),
        ("Tệp lưu công thức mà không lưu kết quả.", "The file holds the formula but not its result."),
        ("Mở tệp bằng Excel hoặc LibreOffice rồi lưu lại.", "Open the file in Excel or LibreOffice and save it."),
    ),
    "R053": finding_text(
        ("chỉ có một trong hai tọa độ", "only one of the two coordinates is given"),
        ("Cần cả vĩ độ và kinh độ.", "Latitude and longitude go together."),
        ("Điền ô còn lại, hoặc xóa cả hai.", "Fill the other cell, or clear both."),
    ),
    "R054": finding_text(
        ("“{value}” được đọc là một lĩnh vực", "“{value}” was read as one field"),
        ("Các lĩnh vực cách nhau bằng dấu chấm phẩy.", "Fields are separated by semicolons."),
        ("Thay dấu phẩy bằng dấu chấm phẩy nếu là nhiều lĩnh vực.", "Use semicolons if several are meant."),
    ),
    "R055": finding_text(
        ("ngày sinh trong cột nam/nữ mâu thuẫn: {value}", "the birth date contradicts another column: {value}"),
        ("Ngày sinh hoặc giới tính được ghi hai lần khác nhau.", "Birth date or sex is given twice, differently."),
        ("Giữ lại một.", "Keep one of them."),
    ),
    "R169": finding_text(
        ("họ tên có ký tự “{character}”: {value}", "the name has the sign “{character}” in it: {value}"),
        (
            "Họ tên không có ký tự này; có thể ô bị dán nhầm công thức, đường dẫn hoặc mã.",
            "No name has this sign; a formula, a path or code may have been pasted into the cell.",
        ),
        (
            "Sửa nếu không đúng; họ tên được giữ như đã ghi.",
            "Correct the name; it is kept as it is written.",
        ),
    ),
    "R170": finding_text(
        ("ngày {value} ở sau ngày của phương án ({date})", "{value} is after the day of the plan ({date})"),
        (
            "Ngày sinh hoặc ngày vào Đảng chưa tới vào ngày của phương án.",
            "The birth or the admission is still to come on the day of the plan.",
        ),
        ("Sửa ngày trong ô, hoặc effective trong quy định.", "Correct the date, or effective in the policy."),
    ),
    "R171": finding_text(
        ("ngày sinh {value} ở sau ngày vào Đảng {joined}", "born on {value}, after the admission on {joined}"),
        ("Một trong hai ngày ghi sai.", "One of the two days is wrong."),
        ("Sửa ngày trong ô.", "Correct the date."),
    ),
    "R056": finding_text(
        (
            "thiếu cột phường, xã mà danh sách chi bộ có nhiều phường, xã",
            "no unit column, but the branches have several units",
        ),
        ("Không biết ai thuộc phường, xã nào.", "It is not known who belongs to which unit."),
        ("Thêm cột phường, xã.", "Add the column `unit`."),
    ),
    "R057": finding_text(
        ("thiếu “{heading}”", "“{heading}” is missing"),
        ("Dòng này thiếu một ô bắt buộc.", "A required cell of the row is empty."),
        ("Điền ô, hoặc xóa dòng.", "Fill the cell, or delete the row."),
    ),
}
