"""Words of the letters: file names, and the default templates in the manner of party papers (36-HD/VPTW, 2018)."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.letters import LetterKind
from reassign.messages.text import Text

KINDS: Mapping[LetterKind, Text] = {
    LetterKind.APPENDIX: Text("phụ lục phương án", "appendix"),
    LetterKind.DECISION: Text("quyết định", "decision"),
    LetterKind.NOTICE: Text("thông báo", "notice"),
    LetterKind.LIST: Text("danh sách", "list"),
    LetterKind.SUMMARY: Text("tổng hợp", "summary"),
    LetterKind.CONTACT: Text("liên hệ nơi cư trú", "residence contact"),
    LetterKind.REVIEW: Text("cần xem xét", "to decide"),
    LetterKind.DEADLINES: Text("thời hạn", "deadlines"),
    LetterKind.MERGE: Text("dữ liệu trộn thư", "merge data"),
}
"""What each kind is called; the names of the files begin with it."""

ALL_BRANCHES = Text("tất cả chi bộ", "all branches")
"""Stands in the file name for the branch when one file holds all."""

PAPERS: Mapping[str, Text] = {
    "superior": Text("ĐẢNG BỘ ……………………………", "PARTY ORGANISATION …………………"),
    "issuer": Text("ĐẢNG ỦY {unit}", "PARTY COMMITTEE {unit}"),
    "nobody": Text("……………………………", "……………………………"),
    "party": Text("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIET NAM"),
    "date": Text("…………, ngày …… tháng …… năm ……", "…………, date …………………"),
    "number_decision": Text("Số ………-QĐ/ĐU", "No. ………-QĐ/ĐU"),
    "number_notice": Text("Số ………-TB/ĐU", "No. ………-TB/ĐU"),
    "number_list": Text("Số ………-DS/ĐU", "No. ………-DS/ĐU"),
    "draft": Text("DỰ THẢO", "DRAFT"),
    "blank_date": Text("……/……/………", "……/……/………"),
    "recipients": Text("Nơi nhận:", "Recipients:"),
    "recipient_branch": Text("- {branch_name},", "- {branch_name},"),
    "recipient_listed": Text("- Các đồng chí có tên ở Điều 1,", "- the members named in Article 1,"),
    "recipient_member": Text("- Đồng chí {name},", "- {name},"),
    "recipient_file": Text("- Lưu Văn phòng Đảng ủy.", "- the office of the party committee (file)."),
    "signer": Text("T/M BAN THƯỜNG VỤ", "FOR THE STANDING COMMITTEE"),
    "preparer": Text("NGƯỜI LẬP BIỂU", "PREPARED BY"),
    # decision
    "decision": Text("QUYẾT ĐỊNH", "DECISION"),
    "decision_about": Text(
        "phân công đảng viên về sinh hoạt tại {branch_name}", "assigning members to the branch {branch_name}"
    ),
    "decision_charter": Text(
        "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam và quy định thi hành Điều lệ Đảng;",
        "- Considering the Charter of the Communist Party of Viet Nam and the regulations that implement it;",
    ),
    "decision_rules": Text(
        "- Căn cứ Quy chế làm việc của Ban Chấp hành Đảng bộ;",
        "- Considering the working rules of the party organisation's executive committee;",
    ),
    "decision_plan": Text(
        "- Xét phương án phân công đảng viên{plan_name},", "- Considering the plan of assignment{plan_name},"
    ),
    "decision_body": Text("BAN THƯỜNG VỤ ĐẢNG ỦY QUYẾT ĐỊNH", "THE STANDING COMMITTEE DECIDES"),
    "article_1": Text(
        "**Điều 1.** Phân công {received} đồng chí có tên sau đây về sinh hoạt tại {branch_name}, {branch_unit}:",
        "**Article 1.** The following {received} members are assigned to {branch_name}, {branch_unit}:",
    ),
    "article_2": Text(
        "**Điều 2.** Việc chuyển sinh hoạt đảng bắt đầu chậm nhất ngày {start}; giấy giới thiệu được nộp cho nơi nhận "
        "trong {present_days} ngày làm việc từ ngày giới thiệu.",
        "**Article 2.** Transfers begin by {start} at the latest; letters of introduction are presented within "
        "{present_days} working days of their date.",
    ),
    "article_3": Text(
        "**Điều 3.** {branch_name}, các chi bộ có liên quan và các đồng chí có tên ở Điều 1 chịu trách nhiệm thi hành "
        "Quyết định này.",
        "**Article 3.** {branch_name}, the branches concerned and the members named in Article 1 carry out this "
        "decision.",
    ),
    # notice
    "notice": Text("THÔNG BÁO", "NOTICE"),
    "notice_about": Text("về việc phân công sinh hoạt đảng", "of assignment to a party branch"),
    "notice_opening": Text(
        "Ban Thường vụ Đảng ủy thông báo việc phân công đồng chí:",
        "The standing committee gives notice of the assignment of:",
    ),
    "notice_name": Text("Họ và tên: **{name}**", "Name: **{name}**"),
    "notice_birth": Text("Ngày sinh: {birth}", "Date of birth: {birth}"),
    "notice_post": Text("Chức vụ, đơn vị công tác: {post}", "Post and organisation: {post}"),
    "notice_joined": Text(
        "Ngày vào Đảng: {joined}; ngày chính thức: {official}", "Joined: {joined}; official member since: {official}"
    ),
    "notice_from": Text("Nơi sinh hoạt hiện nay: {from_branch}", "Present branch: {from_branch}"),
    "notice_to": Text(
        "Được phân công về sinh hoạt tại: **{branch_name}**, {branch_unit}",
        "Assigned to: **{branch_name}**, {branch_unit}",
    ),
    "notice_reasons": Text("Căn cứ phân công: {reasons}", "Reason: {reasons}"),
    "notice_tasks": Text("Nhiệm vụ: {tasks}", "Tasks: {tasks}"),
    "notice_terms": Text(
        "Đề nghị đồng chí bắt đầu làm thủ tục chuyển sinh hoạt đảng chậm nhất ngày {start} và nộp giấy giới thiệu cho "
        "{branch_name} trong {present_days} ngày làm việc từ ngày giới thiệu.",
        "Please begin the transfer by {start} at the latest and present the letter of introduction to {branch_name} "
        "within {present_days} working days of its date.",
    ),
    "notice_contact": Text(
        "Đồng chí tiếp tục giữ mối liên hệ với tổ chức đảng nơi cư trú ({residence}).",
        "Please keep contact with the party organisation where you live ({residence}).",
    ),
    # lists
    "list": Text("DANH SÁCH", "LIST"),
    "list_about": Text(
        "đảng viên được phân công về sinh hoạt tại {branch_name}, {branch_unit}",
        "of members assigned to {branch_name}, {branch_unit}",
    ),
    "list_total": Text(
        "Tổng số: {received} đồng chí. Lĩnh vực còn thiếu: {uncovered}.",
        "Members: {received}. Fields still lacking: {uncovered}.",
    ),
    "nothing": Text("không", "none"),
    "appendix": Text("PHỤ LỤC", "APPENDIX"),
    "appendix_about": Text(
        "danh sách phân công đảng viên về sinh hoạt tại các chi bộ{plan_name}",
        "members assigned to branches{plan_name}",
    ),
    "appendix_total": Text("Tổng số: {received} đồng chí.", "Members: {received}."),
    "summary": Text("TỔNG HỢP", "SUMMARY"),
    "summary_about": Text("kết quả phân công đảng viên về các chi bộ{plan_name}", "of the assignment{plan_name}"),
    "contact": Text("DANH SÁCH", "LIST"),
    "contact_about": Text(
        "đảng viên giữ mối liên hệ với tổ chức đảng nơi cư trú", "of members who keep contact with their residence"
    ),
    "review": Text("NHỮNG ĐIỂM CẦN XEM XÉT, QUYẾT ĐỊNH", "POINTS TO DECIDE"),
    "review_about": Text("khi thực hiện phương án phân công đảng viên", "before the assignment is carried out"),
    "deadlines": Text("DANH SÁCH", "LIST"),
    "deadlines_about": Text("thời hạn chuyển sinh hoạt đảng", "of the terms for transfers"),
    "empty": Text("Không có.", "None."),
}
"""Sentences of the default templates; what stands in braces becomes a placeholder of the template."""

TABLE_HEADERS: Mapping[str, Text] = {
    "number": Text("STT", "No."),
    "name": Text("Họ và tên", "Name"),
    "name_alone": Text("Họ và tên", "Name"),
    "birth": Text("Ngày sinh", "Date of birth"),
    "birth_male": Text("Ngày sinh (nam)", "Born (male)"),
    "birth_female": Text("Ngày sinh (nữ)", "Born (female)"),
    "post": Text("Chức vụ", "Post"),
    "fields": Text("Lĩnh vực", "Fields"),
    "residence": Text("Nơi cư trú", "Residence"),
    "joined": Text("Ngày vào Đảng", "Joined"),
    "official": Text("Ngày chính thức", "Official since"),
    "from_branch": Text("Chi bộ đi", "From branch"),
    "to_branch": Text("Chi bộ đến", "To branch"),
    "to_branch_and_unit": Text("Chi bộ đến", "To branch"),
    "unit": Text("Đơn vị", "Unit"),
    "reasons": Text("Căn cứ phân công", "Reason"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "note": Text("Ghi chú", "Note"),
    "home_branch": Text("Chi bộ nơi cư trú", "Branch at home"),
    "why": Text("Lý do", "Why"),
    "subject": Text("Đối tượng", "About"),
    "matter": Text("Nội dung", "Matter"),
    "decision": Text("Ý kiến quyết định", "Decision"),
    "start": Text("Bắt đầu chậm nhất", "Begin by"),
    "present": Text("Nộp giấy chậm nhất", "Present letter by"),
    "done": Text("Ngày thực hiện", "Done on"),
    "branch": Text("Chi bộ", "Branch"),
    "received": Text("Nhận về", "Placed"),
    "officials": Text("Chính thức trước → sau", "Officials before → after"),
    "probationary": Text("Dự bị trước → sau", "On probation before → after"),
    "exempt": Text("Miễn sinh hoạt trước → sau", "Exempt before → after"),
    "non_residents": Text("Cư trú ngoài phường, xã", "Live outside the ward"),
    "women": Text("Nữ", "Women"),
    "young": Text("Dưới 40 tuổi", "Under 40"),
    "minorities": Text("Dân tộc thiểu số", "Minority"),
    "uncovered": Text("Lĩnh vực còn thiếu", "Fields lacking"),
    "flags": Text("Lưu ý", "Flags"),
}
"""Headings of the tables in the default templates, by the name of the placeholder in the column."""
