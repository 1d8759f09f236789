"""Templates of letters."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.findings.finding_text import FindingText, finding_text

TEMPLATES: Mapping[str, FindingText] = {
    "R150": finding_text(
        ("“{value}” không phải tài liệu Word (docx)", "“{value}” is no Word document (docx)"),
        ("Mẫu văn bản phải là tệp .docx có nội dung.", "A template is a .docx file with a text."),
        ("Mở mẫu bằng Word và lưu lại dưới dạng .docx.", "Open the template in Word and save it as .docx."),
    ),
    "R151": finding_text(
        ("đoạn {paragraph}: không hiểu được “{value}”", "paragraph {paragraph}: cannot understand “{value}”"),
        (
            "Dấu ngoặc chưa đóng, hoặc for, if chưa có endfor, endif.",
            "Braces are not closed, or a for or if has no endfor or endif.",
        ),
        (
            "So với mẫu mặc định (reassign letters --write-template THƯ_MỤC).",
            "Compare with the default template (reassign letters --write-template DIR).",
        ),
    ),
    "R152": finding_text(
        ("đoạn {paragraph}: không có chỗ điền “{value}”", "paragraph {paragraph}: there is no placeholder “{value}”"),
        (
            "Mẫu chỉ dùng được những tên có trong dữ liệu của loại văn bản này.",
            "A template can use only the names that its kind of document has values for.",
        ),
        ("Dùng tên gần nhất được nêu, hoặc xóa chỗ điền này.", "Use the nearest name, or delete the placeholder."),
    ),
    "R153": finding_text(
        ("“{value}” có chứa chương trình (macro)", "“{value}” holds programs (macros or embedded objects)"),
        ("Văn bản làm từ mẫu không được mang theo chương trình.", "Letters must not carry programs along."),
        ("Lưu mẫu lại dưới dạng .docx không có macro và đối tượng nhúng.", "Save the template as .docx without them."),
    ),
    "R154": finding_text(
        ("không điền được mẫu ({value})", "the template cannot be filled ({value})"),
        (
            "Mẫu đúng cú pháp nhưng không dùng được với dữ liệu, hoặc làm hỏng văn bản.",
            "The template can be read but does not work with the data, or spoils the document.",
        ),
        (
            "Bỏ phần tính toán trong mẫu; so với mẫu mặc định.",
            "Take calculations out; compare with the default template.",
        ),
    ),
}
