"""Words of the plan workbook: sheet names, headings, columns, remarks."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.domain.plan import LevelResult, Proof
from reassign.messages.levels import LEVEL_WORDS
from reassign.messages.text import Text

SHEETS: Mapping[str, Text] = {
    "plan": Text("Phương án", "Plan"),
    "branches": Text("Theo chi bộ", "Branches"),
    "strength": Text("Trước và sau", "Before and after"),
    "changes": Text("Thay đổi", "Changes"),
    "review": Text("Cần xem xét", "To decide"),
    "contact": Text("Liên hệ nơi cư trú", "Residence contact"),
    "deadlines": Text("Thời hạn", "Deadlines"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "summary": Text("Tổng hợp", "Summary"),
}
"""Names of the visible sheets, at most 31 characters, in their order."""

TITLES: Mapping[str, Text] = {
    "superior": Text("ĐẢNG BỘ ……………………………", "PARTY ORGANISATION ……………………………"),
    "issuer": Text("ĐẢNG ỦY {unit}", "PARTY COMMITTEE {unit}"),
    "party": Text("ĐẢNG CỘNG SẢN VIỆT NAM", "COMMUNIST PARTY OF VIET NAM"),
    "number": Text("Số ………-………/ĐU", "No. ………-………/ĐU"),
    "date": Text("……………, ngày …… tháng …… năm ………", "……………, date ……………………"),
    "plan": Text(
        "DANH SÁCH PHÂN CÔNG ĐẢNG VIÊN VỀ SINH HOẠT TẠI CÁC CHI BỘ", "LIST OF MEMBERS ASSIGNED TO PARTY BRANCHES"
    ),
    "draft": Text("DỰ THẢO", "DRAFT"),
    "effective": Text("thực hiện từ ngày {date}", "effective {date}"),
    "preparer": Text("NGƯỜI LẬP", "PREPARED BY"),
    "signer": Text("T/M BAN THƯỜNG VỤ", "FOR THE STANDING COMMITTEE"),
    "branches": Text("SỐ LƯỢNG ĐẢNG VIÊN TỪNG CHI BỘ", "LOADS OF THE BRANCHES"),
    "strength": Text("ĐẢNG VIÊN CỦA TỪNG CHI BỘ TRƯỚC VÀ SAU PHÂN CÔNG", "MEMBERS OF EACH BRANCH BEFORE AND AFTER"),
    "deadlines": Text("THỜI HẠN CHUYỂN SINH HOẠT ĐẢNG", "TERMS OF THE TRANSFERS"),
    "changes": Text("ĐẢNG VIÊN THAY ĐỔI NƠI SINH HOẠT", "MEMBERS WHO CHANGE THEIR BRANCH"),
    "review": Text("NHỮNG ĐIỂM CẦN XEM XÉT, QUYẾT ĐỊNH", "POINTS TO DECIDE"),
    "contact": Text("DANH SÁCH GIỮ MỐI LIÊN HỆ VỚI CHI BỘ NƠI CƯ TRÚ", "RESIDENCE-CONTACT LIST"),
    "uncovered": Text("LĨNH VỰC CÒN HẠN CHẾ CHƯA CÓ NGƯỜI PHỤ TRÁCH", "NEEDED FIELDS WITHOUT AN OWNER"),
    "idle": Text("ĐẢNG VIÊN CHƯA ĐƯỢC GIAO NHIỆM VỤ", "MEMBERS WITHOUT A TASK"),
    "summary": Text("TỔNG HỢP PHƯƠNG ÁN", "SUMMARY OF THE PLAN"),
    "levels": Text(
        "Các ưu tiên, từ quan trọng nhất (ưu tiên trên không bị đánh đổi cho ưu tiên dưới)",
        "Levels, most important first (none is traded for one below it)",
    ),
    "units": Text("Theo đơn vị", "By unit"),
    "page": Text("Trang &P/&N", "Page &P of &N"),
    "none": Text("Không có.", "None."),
}

COLUMNS: Mapping[str, Text] = {
    "number": Text("STT", "No."),
    "name": Text("Họ và tên", "Name"),
    "birth_male": Text("Ngày sinh (nam)", "Birth date (male)"),
    "birth_female": Text("Ngày sinh (nữ)", "Birth date (female)"),
    "birth": Text("Ngày sinh", "Birth date"),
    "sex": Text("Giới tính", "Sex"),
    "post": Text("Chức vụ", "Post"),
    "fields": Text("Lĩnh vực phụ trách", "Portfolio"),
    "residence": Text("Nơi cư trú", "Residence"),
    "joined": Text("Ngày vào Đảng", "Joined"),
    "official": Text("Ngày chính thức", "Official since"),
    "from": Text("Chi bộ đi", "From branch"),
    "earlier": Text("Theo phương án cũ", "In the old plan"),
    "unit": Text("Đơn vị", "Unit"),
    "to": Text("Chi bộ đến", "To branch"),
    "pin": Text("Ghim", "Pin"),
    "comment": Text("Ý kiến", "Comment"),
    "why": Text("Vì sao chuyển", "Why the move"),
    "reasons": Text("Căn cứ phân công", "Reason"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "note": Text("Ghi chú", "Note"),
    "id": Text("Mã", "Id"),
    "branch": Text("Chi bộ", "Branch"),
    "received": Text("Nhận về", "Received"),
    "min": Text("Tối thiểu", "Min"),
    "max": Text("Tối đa", "Max"),
    "members_before": Text("Đảng viên trước", "Members before"),
    "members_after": Text("Đảng viên sau", "Members after"),
    "officials_before": Text("Chính thức trước", "Officials before"),
    "officials_after": Text("Chính thức sau", "Officials after"),
    "probationary": Text("Dự bị nhận về", "Probationary received"),
    "exempt": Text("Miễn sinh hoạt nhận về", "Exempt received"),
    "non_residents": Text("Cư trú ngoài phường, xã", "Live outside the ward"),
    "who": Text("Đảng viên nhận về", "Members received"),
    "covered": Text("Lĩnh vực đã có người phụ trách", "Fields with an owner"),
    "uncovered": Text("Lĩnh vực còn thiếu", "Fields still lacking"),
    "flags": Text("Lưu ý", "Flags"),
    "subject": Text("Đối tượng", "About"),
    "matter": Text("Nội dung", "Matter"),
    "place": Text("Vị trí trong tệp", "Place in the file"),
    "decision": Text("Ý kiến quyết định", "Decision"),
    "home": Text("Chi bộ nơi cư trú", "Branch at home"),
    "remark": Text("Lý do", "Why"),
    "field": Text("Lĩnh vực", "Field"),
    "level": LEVEL_WORDS["level"],
    "value": LEVEL_WORDS["value"],
    "bound": LEVEL_WORDS["bound"],
    "counted": Text("Đơn vị tính", "Counted in"),
    "proof": LEVEL_WORDS["proof"],
    "branch_count": Text("Số chi bộ", "Branches"),
    "lowest": Text("Ít nhất", "Lowest"),
    "mean": Text("Bình quân", "Mean"),
    "highest": Text("Nhiều nhất", "Highest"),
    "residents": Text("Cư trú trong phường, xã", "Live in the ward"),
    "women": Text("Nữ", "Women"),
    "young": Text("Dưới 40 tuổi", "Under 40"),
    "minorities": Text("Dân tộc thiểu số", "Ethnic minority"),
    "total": Text("Cộng", "Total"),
    "probationary_before": Text("Dự bị trước", "Probationary before"),
    "probationary_after": Text("Dự bị sau", "Probationary after"),
    "exempt_before": Text("Miễn sinh hoạt trước", "Exempt before"),
    "exempt_after": Text("Miễn sinh hoạt sau", "Exempt after"),
    "start": Text("Bắt đầu chuyển chậm nhất", "Transfer begins by"),
    "present": Text("Nộp giấy giới thiệu chậm nhất", "Letter presented by"),
    "done": Text("Ngày thực hiện", "Done on"),
}

REMARKS: Mapping[str, Text] = {
    "whole_plan": Text("cả phương án", "the whole plan"),
    "male": Text("Nam", "Male"),
    "female": Text("Nữ", "Female"),
    "no_limit": Text("không", "none"),
    "few_officials": Text("dưới {limit} chính thức", "fewer than {limit} officials"),
    "committee": Text("từ {limit} chính thức: bầu chi ủy", "{limit} officials or more: elects a committee"),
    "large": Text("từ {limit} đảng viên trở lên", "{limit} members or more"),
    "below_min": Text("thiếu {count} so với tối thiểu", "{count} below the minimum"),
    "special": Text("địa bàn đặc thù", "special area"),
    "candidates": Text("nguồn cấp ủy: {names}", "committee candidates: {names}"),
    "posts": Text("{post}: {names}", "{post}: {names}"),
    "other_unit": Text("cư trú ngoài đơn vị", "lives outside the unit"),
    "other_area": Text("cư trú ở địa bàn khác", "lives in another area"),
    "office": Text("sinh hoạt tại chi bộ cơ quan", "member of an office branch"),
    "area_unknown": Text("chưa rõ địa bàn cư trú", "area of residence unknown"),
    "residence_unknown": Text("chưa rõ nơi cư trú", "residence unknown"),
    "exempt": Text("miễn sinh hoạt hoặc đi vắng", "exempt or away"),
    "choose_title": Text("Chi bộ đến", "To branch"),
    "choose": Text(
        "Hãy chọn một chi bộ trong danh sách; đánh x ở cột Ghim để giữ cố định.",
        "Choose a branch from the list; x in the pin column keeps it.",
    ),
    "optimal": Text(
        "Phương án tốt nhất theo thứ tự ưu tiên: mọi ưu tiên đều đã được chứng minh.",
        "Best plan in the order of the levels: every level is proved.",
    ),
    "feasible": Text(
        "Phương án hợp lệ nhưng chưa chứng minh là tốt nhất trong thời gian cho phép.",
        "A valid plan, not proved to be the best in the time given.",
    ),
    "facts": Text(
        "{members} đảng viên về {branches} chi bộ của {units} đơn vị; {leaving} rời nơi đang sinh hoạt, "
        "{moved} chuyển giữa các chi bộ trong danh sách; "
        "{idle} chưa được giao nhiệm vụ; {uncovered} lĩnh vực chưa có người phụ trách.",
        "{members} {members:member|members} in {branches} {branches:branch|branches} of {units} {units:unit|units}; "
        "{leaving} {leaving:leaves|leave} where they are now, "
        "{moved} {moved:moves|move} between branches of the roster; "
        "{idle} without a task; {uncovered} {uncovered:needed field|needed fields} without an owner.",
    ),
    "seed": Text("Số bốc thăm: {seed}. Phần mềm reassign {version}.", "Seed of the draw: {seed}. reassign {version}."),
    "no_date": Text(
        "Quy định chưa có ngày (effective), nên chưa tính được thời hạn.",
        "The policy has no date (effective), so no term can be counted.",
    ),
    "terms": Text(
        "Từ ngày {date}: {start_days} ngày làm việc để bắt đầu, {present_days} ngày làm việc để nộp giấy giới thiệu, "
        "không kể thứ bảy, chủ nhật và {holidays} ngày nghỉ lễ.",
        "From {date}: {start_days} working days to begin, {present_days} working days to present the letter, "
        "weekends and {holidays} holidays not counted.",
    ),
    "terms_without_holidays": Text(
        "Từ ngày {date}: {start_days} ngày làm việc để bắt đầu, {present_days} ngày làm việc để nộp giấy giới thiệu, "
        "không kể thứ bảy, chủ nhật; chưa trừ ngày nghỉ lễ vì không có danh sách ngày nghỉ.",
        "From {date}: {start_days} working days to begin, {present_days} working days to present the letter, "
        "weekends not counted; holidays are counted, since no list of them was given.",
    ),
    "born": Text("sinh {mark}", "born {mark}"),
    "card": Text("thẻ {mark}", "card {mark}"),
    "unknown_figures": Text("Chưa đủ dữ liệu: {figures}.", "Not known: {figures}."),
    "no_strength": Text(
        "{count} chi bộ không ghi số đảng viên hiện có", "{count} {count:branch has|branches have} no present strength"
    ),
    "no_officials": Text(
        "{count} chi bộ không ghi số chính thức hiện có",
        "{count} {count:branch has|branches have} no present number of officials",
    ),
    "no_standing": Text(
        "{count} người không rõ chính thức hay dự bị, không tính vào cả hai",
        "of {count} {count:member|members} it is unknown whether they are official; counted as neither",
    ),
    "no_birth_date": Text(
        "{count} người không có ngày sinh, không tính là dưới 40 tuổi",
        "{count} {count:member has|members have} no birth date, not counted as under 40",
    ),
    "no_sex": Text(
        "{count} người không rõ giới tính, không tính là nữ",
        "the sex of {count} {count:member|members} is not known, not counted as women",
    ),
    "no_ethnicity": Text(
        "{count} người không ghi dân tộc, không tính là dân tộc thiểu số",
        "{count} {count:member has|members have} no ethnicity, not counted as a minority",
    ),
    "no_day_for_age": Text(
        "quy định chưa có ngày (effective) nên không tính được tuổi",
        "the policy has no date (effective), so no age can be told",
    ),
    "look_homes": Text(
        "{count} đảng viên cư trú ngoài đơn vị: xem danh sách giữ mối liên hệ với chi bộ nơi cư trú",
        "{count} {count:member lives|members live} outside the unit: see the residence-contact list",
    ),
    "look_note": Text(
        "Ghi chú trong danh sách cần xem xét: “{note}”", "The note in the roster asks for a look: “{note}”"
    ),
    "look_namesakes": Text(
        "{count} người trùng họ tên ({who}): đối chiếu trước khi ban hành văn bản",
        "{count} people have this name ({who}): make sure who is meant before papers go out",
    ),
    "loads_chart": Text("Số đảng viên nhận về của mỗi chi bộ", "Members received per branch"),
    "residents_chart": Text("Nơi cư trú của đảng viên nhận về", "Residence of the received members"),
}

_PROOFS: Mapping[Proof, Text] = {
    Proof.CERTIFICATE: Text(
        "Tốt nhất; có chứng cứ để người khác kiểm tra lại", "Best possible; the proof can be checked by anyone"
    ),
    Proof.SOLVER: Text("Tốt nhất theo bộ giải", "Best possible according to the solver"),
    Proof.NONE: Text(
        "Hết thời gian; có thể còn tốt hơn, nhiều nhất là {gap}", "Time ran out; perhaps better, by {gap} at most"
    ),
}


def say_proof(level: LevelResult, language: Language) -> str:
    """How sure it is that the level cannot be better, in plain words."""
    return _PROOFS[level.proof].say(language, {"gap": abs(level.bound - level.value)})
