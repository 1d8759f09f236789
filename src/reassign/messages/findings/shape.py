"""How a list is laid out: sheets, headers, rows and columns."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

SHAPE: Mapping[str, FindingText] = {
    "R020": finding_text(
        ("không tìm thấy dòng tiêu đề", "no header row was found"),
        ("Không dòng nào trong 30 dòng đầu giống dòng tiêu đề.", "None of the first 30 rows looks like a header."),
        (
            "Thêm dòng tiêu đề; `reassign init` tạo sẵn mẫu.",
            "Add a header row; `reassign init` makes a template.",
        ),
    ),
    "R021": finding_text(
        ("thiếu cột bắt buộc “{key}”", "the required column “{key}” is missing"),
        ("Không tiêu đề nào được hiểu là cột này.", "No heading is understood as this column."),
        ("Đổi tiêu đề, hoặc thêm vào [columns].", "Rename the heading, or add it to [columns]."),
    ),
    "R022": finding_text(
        ("cột “{value}” lặp lại cột ở ô {other}", "the column “{value}” repeats the one at {other}"),
        ("Hai tiêu đề có cùng nghĩa; chỉ cột đầu được dùng.", "Two headings mean the same; only the first is used."),
        ("Xóa hoặc đổi tên một cột.", "Remove or rename one of them."),
    ),
    "R023": finding_text(
        ("không có dòng nào dưới tiêu đề", "there are no rows below the header"),
        ("Danh sách chỉ có tiêu đề.", "The list has a header only."),
        ("Điền danh sách rồi lưu lại.", "Fill in the list."),
    ),
    "R024": finding_text(
        ("nhiều trang có thể là danh sách: {sheets}", "several sheets could be the list: {sheets}"),
        ("Không tự chọn giữa các trang.", "No choice is made between them."),
        ("Ghi tên trang sau dấu #: tệp.xlsx#Trang.", "Name the sheet after #: file.xlsx#Sheet."),
    ),
    "R025": finding_text(
        ("không có trang “{value}”; có: {sheets}", "there is no sheet “{value}”; there are: {sheets}"),
        ("Tên trang không đúng.", "The sheet is called otherwise."),
        ("Sửa tên sau dấu #.", "Correct the name after #."),
    ),
    "R026": finding_text(
        ("dòng này không có tên nên bị bỏ qua: {value}", "the row has no name and is left out: {value}"),
        ("Dòng có nhiều ô được điền nhưng thiếu họ tên.", "Several cells are filled, but the name is not."),
        ("Điền họ tên, hoặc xóa dòng.", "Fill in the name, or delete the row."),
    ),
    "R027": finding_text(
        ("dòng phân nhóm, không phải đảng viên: {value}", "a section line, not an entry: {value}"),
        (
            "Dòng chỉ có một ô chữ; nếu nêu phường, xã hoặc chi bộ thì có giá trị cho các dòng bên dưới.",
            "The row says one thing only; a unit or a branch that it names counts for the rows below.",
        ),
        ("Không cần sửa nếu đúng là dòng phân nhóm.", "Nothing to do if it is a section line."),
    ),
    "R028": finding_text(
        (
            "cùng một tệp được dùng làm danh sách đảng viên và danh sách chi bộ",
            "one file was given as members and as branches",
        ),
        ("Hai danh sách phải khác nhau.", "The two rosters have to be different."),
        ("Ghi hai tệp, hoặc hai trang với dấu #.", "Name two files, or two sheets with #."),
    ),
    "R029": finding_text(
        ("không có ô nào được điền", "no cell is filled"),
        ("Trang tính trống.", "The sheet is empty."),
        ("Chọn trang khác hoặc điền danh sách.", "Choose another sheet or fill it."),
    ),
    "R100": finding_text(
        ("không hiểu tiêu đề “{value}”", "the heading “{value}” is unknown"),
        (
            "Cột chỉ được chép lại; nếu tiêu đề viết sai thì dữ liệu của cột không có tác dụng.",
            "The column is only carried along; if the heading is misspelt, its data has no effect.",
        ),
        ("Sửa tiêu đề, hoặc thêm vào [columns].", "Correct the heading, or add it to [columns]."),
    ),
    "R101": finding_text(
        (
            "không có cột phường, xã; danh sách được hiểu là của {unit}, theo “{value}” (số dòng: {count})",
            "there is no unit column; the list is taken as that of {unit}, as “{value}” says (rows: {count})",
        ),
        (
            "Phường, xã được lấy từ dòng tiêu đề, tên trang tính hoặc tên tệp.",
            "The unit was taken from a title line, the name of the sheet or that of the file.",
        ),
        (
            "Không cần sửa nếu đúng; nếu không, thêm cột phường, xã.",
            "Nothing to do if right; else add the column unit.",
        ),
    ),
    "R102": finding_text(
        (
            "trang “{value}” không được đọc: không có các cột cần thiết",
            "the sheet “{value}” is left out: no such columns",
        ),
        (
            "Các trang khác của tệp được gộp thành một danh sách; trang này không giống chúng.",
            "The other sheets of the file were put together as one list; this one is unlike them.",
        ),
        (
            "Không cần sửa nếu trang không phải danh sách; nếu phải, sửa dòng tiêu đề.",
            "Nothing to do if it is no list; else mend its header.",
        ),
    ),
    "R103": finding_text(
        ("tệp trong thư mục không được đọc: {value}", "a file of the folder is left out: {value}"),
        (
            "Trong thư mục chỉ đọc các tệp xlsx, xls, ods và csv.",
            "Of a folder, xlsx, xls, ods and csv files are read.",
        ),
        (
            "Không cần sửa nếu tệp không phải danh sách; nếu phải, lưu thành .xlsx.",
            "Nothing to do if it is no list; else save it as .xlsx.",
        ),
    ),
    "R104": finding_text(
        (
            "ô gộp {range}: “{value}” được hiểu là của mọi dòng trong ô",
            "merged cells {range}: “{value}” counts for every row",
        ),
        (
            "Bảng tính chỉ ghi giá trị ở ô đầu của các ô gộp.",
            "A spreadsheet keeps the value of merged cells in the first of them only.",
        ),
        ("Bỏ gộp ô và điền từng dòng nếu không đúng.", "Unmerge and fill each row if that is not meant."),
    ),
    "R105": finding_text(
        ("thư mục không có tệp danh sách nào", "the folder holds no roster"),
        (
            "Trong thư mục chỉ đọc các tệp xlsx, xls, ods và csv.",
            "Of a folder, xlsx, xls, ods and csv files are read.",
        ),
        ("Đặt các danh sách vào thư mục, hoặc ghi tên tệp.", "Put the rosters into the folder, or name a file."),
    ),
    "R106": finding_text(
        ("ô gộp {range} trong cột phải khác nhau ở từng dòng", "merged cells {range} in a column that differs by row"),
        (
            "Mỗi dòng phải có mã, họ tên riêng; ô gộp chỉ cho một giá trị.",
            "Every row needs its own id and name; merged cells give one value only.",
        ),
        ("Bỏ gộp ô và điền từng dòng.", "Unmerge the cells and fill each row."),
    ),
}
