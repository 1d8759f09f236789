"""Files that cannot be opened or read."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

FILES: Mapping[str, FindingText] = {
    "R001": finding_text(
        ("không tìm thấy tệp", "there is no such file"),
        ("Không có tệp này ở đường dẫn đã cho.", "Nothing lies at the path given."),
        ("Kiểm tra tên tệp và thư mục.", "Check the name and the folder."),
    ),
    "R002": finding_text(
        ("đây là thư mục, cần một tệp", "this is a folder; a file is needed"),
        ("Đường dẫn trỏ tới thư mục.", "The path leads to a folder."),
        ("Ghi tên tệp nằm trong thư mục đó.", "Name the file inside the folder."),
    ),
    "R166": finding_text(
        ("đây không phải tệp khóa", "this is no key file"),
        (
            "Tệp khóa được ghi cùng bản sao (--pseudonymise); tệp này không phải, hoặc đã bị sửa.",
            "A key is written by plan --pseudonymise; this file is another, or was changed.",
        ),
        ("Chọn đúng tệp khóa của lần gửi đó.", "Name the key that was written with the copy."),
    ),
    "R003": finding_text(
        ("không đọc được tệp", "the file cannot be read"),
        ("Hệ điều hành không cho đọc tệp.", "The operating system refuses to read the file."),
        ("Kiểm tra quyền đọc, hoặc sao chép tệp sang nơi khác.", "Check the permissions, or copy the file elsewhere."),
    ),
    "R004": finding_text(
        ("tệp rỗng", "the file is empty"),
        ("Tệp không có byte nào.", "The file holds no bytes."),
        ("Lưu lại danh sách rồi thử lại.", "Save the list again."),
    ),
    "R005": finding_text(
        ("tệp mang đuôi {value} nhưng thật ra là {kind}", "the file is called {value} but is in fact {kind}"),
        ("Nội dung tệp không khớp với đuôi tệp.", "The content does not fit the extension."),
        ("Đổi đuôi tệp, hoặc mở và lưu lại đúng kiểu.", "Rename the file, or save it again as what it is called."),
    ),
    "R006": finding_text(
        (
            "không đọc loại tệp {kind}; dùng xlsx, xls, ods hoặc csv",
            "{kind} files are not read; use xlsx, xls, ods or csv",
        ),
        ("Loại tệp này không được hỗ trợ.", "This kind of file is not supported."),
        ("Mở tệp và lưu thành .xlsx.", "Open the file and save it as .xlsx."),
    ),
    "R007": finding_text(
        ("đây là tệp khóa của Excel, không phải danh sách", "this is a lock file of Excel, not the roster"),
        ("Excel tạo tệp ~$… khi một sổ tính đang mở.", "Excel makes a ~$… file while a workbook is open."),
        ("Ghi tên tệp không có ~$.", "Name the file without ~$."),
    ),
    "R008": finding_text(
        ("tệp có mật khẩu", "the file is protected by a password"),
        ("Tệp được mã hóa nên không đọc được.", "The file is encrypted and cannot be read."),
        ("Mở tệp, bỏ mật khẩu rồi lưu lại.", "Open it, remove the password and save it."),
    ),
    "R009": finding_text(
        ("tệp bị hỏng, không đọc được", "the file is damaged and cannot be read"),
        ("Cấu trúc của sổ tính bị hỏng hoặc thiếu.", "The structure of the workbook is broken or incomplete."),
        (
            "Mở bằng Excel hoặc LibreOffice rồi lưu thành tệp mới.",
            "Open it in Excel or LibreOffice and save a new file.",
        ),
    ),
    "R085": finding_text(
        ("tệp bị thay đổi trong khi đang đọc", "the file was changed while it was being read"),
        (
            "Một chương trình khác ghi vào tệp đúng lúc đó, nên không chắc đã đọc đủ bản nào.",
            "Another program wrote to it meanwhile, so it is not certain which version was read.",
        ),
        ("Lưu và đóng tệp rồi chạy lại.", "Save and close the file, then run again."),
    ),
    "R087": finding_text(
        (
            "hai danh sách bị đưa nhầm chỗ: đây là danh sách chi bộ, còn {other} là danh sách đảng viên",
            "the lists are the wrong way round: this one holds branches, and {other} holds members",
        ),
        (
            "Mỗi danh sách có những cột chỉ danh sách kia mới có.",
            "Each list has columns that only the other one has.",
        ),
        ("Đổi chỗ hai tệp: --members, --branches hoặc [inputs].", "Swap the files: --members, --branches or [inputs]."),
    ),
    "R086": finding_text(
        (
            "có {count} byte thừa sau phần cuối của sổ tính; phần thừa không được đọc",
            "{count} bytes follow the end of the workbook; they are not read",
        ),
        (
            "Tệp có thể bị nối thêm khi sao chép hoặc tải về; danh sách vẫn đọc được.",
            "Something was added to the file when it was copied or downloaded; the list itself could be read.",
        ),
        (
            "Kiểm tra đúng là tệp cần dùng, rồi mở bằng Excel hoặc LibreOffice và lưu lại.",
            "Make sure that it is the right file; open it in Excel or LibreOffice and save it again.",
        ),
    ),
    "R084": finding_text(
        (
            "phải dừng đọc tệp: tệp làm hỏng trình đọc hoặc cần quá nhiều thời gian, bộ nhớ",
            "reading the file had to be stopped: it breaks the reader or takes too much time or memory",
        ),
        (
            "Sổ tính hỏng hoặc được làm ra để gây hại có thể làm treo máy; vì vậy được đọc riêng và có giới hạn.",
            "A damaged or hostile workbook could exhaust the machine, so it is read apart, within limits.",
        ),
        (
            "Mở bằng Excel hoặc LibreOffice, chép danh sách sang sổ tính mới rồi lưu thành .xlsx.",
            "Open it in Excel or LibreOffice, copy the list into a new workbook and save it as .xlsx.",
        ),
    ),
}
