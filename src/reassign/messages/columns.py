"""Headings of the roster columns: what an officer writes above a column, by canonical key."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

MEMBER_HEADERS: Mapping[str, Text] = {
    "id": Text("Mã", "ID"),
    "name": Text("Họ và tên", "Full name"),
    "birth_date": Text("Ngày sinh", "Date of birth"),
    "sex": Text("Giới tính", "Sex"),
    "ethnicity": Text("Dân tộc", "Ethnicity"),
    "joined": Text("Ngày vào Đảng", "Date of admission"),
    "official_date": Text("Ngày chính thức", "Date of official membership"),
    "card_number": Text("Số thẻ đảng", "Card number"),
    "status": Text("Loại đảng viên", "Status"),
    "post": Text("Chức vụ", "Post"),
    "organisation": Text("Đơn vị công tác", "Organisation"),
    "unit": Text("Phường, xã", "Ward or commune"),
    "registered_residence": Text("Hộ khẩu thường trú", "Registered residence"),
    "current_residence": Text("Nơi ở hiện nay", "Current residence"),
    "residence_unit": Text("Phường, xã nơi cư trú", "Ward or commune of residence"),
    "residence_area": Text("Địa bàn nơi cư trú", "Area of residence"),
    "fields": Text("Lĩnh vực phụ trách", "Portfolio"),
    "in_charge_of": Text("Địa bàn phụ trách", "In charge of"),
    "key_cadre": Text("Chủ chốt", "Key cadre"),
    "committee_eligible": Text("Đủ điều kiện cấp ủy", "Eligible for the committee"),
    "eligible_posts": Text("Chức danh có thể đảm nhiệm", "Eligible posts"),
    "exempt": Text("Miễn sinh hoạt", "Exempt"),
    "current_branch": Text("Chi bộ hiện nay", "Current branch"),
    "pinned_branch": Text("Chi bộ chỉ định", "Pinned branch"),
    "excluded_branches": Text("Chi bộ không phân công", "Excluded branches"),
    "together": Text("Phân công cùng chi bộ", "Together"),
    "apart": Text("Phân công khác chi bộ", "Apart"),
    "latitude": Text("Vĩ độ", "Latitude"),
    "longitude": Text("Kinh độ", "Longitude"),
    "note": Text("Ghi chú", "Note"),
}
"""Headings of the member roster, one for each of ``domain.roster.MEMBER_KEYS``."""

BRANCH_HEADERS: Mapping[str, Text] = {
    "id": Text("Mã chi bộ", "Branch ID"),
    "name": Text("Tên chi bộ", "Branch name"),
    "unit": Text("Phường, xã", "Ward or commune"),
    "areas": Text("Địa bàn", "Areas"),
    "kind": Text("Loại hình", "Kind"),
    "min": Text("Tối thiểu", "Minimum"),
    "max": Text("Tối đa", "Maximum"),
    "members_now": Text("Số đảng viên", "Members now"),
    "officials_now": Text("Số chính thức", "Official members now"),
    "needs": Text("Lĩnh vực còn hạn chế", "Needs"),
    "special": Text("Địa bàn đặc thù", "Special area"),
    "committee_size": Text("Số cấp ủy viên", "Committee size"),
    "committee_vacancies": Text("Khuyết cấp ủy", "Committee vacancies"),
    "vacant_posts": Text("Chức danh còn khuyết", "Vacant posts"),
    "latitude": Text("Vĩ độ", "Latitude"),
    "longitude": Text("Kinh độ", "Longitude"),
    "note": Text("Ghi chú", "Note"),
}
"""Headings of the branch roster, one for each of ``domain.roster.BRANCH_KEYS``."""

STATUS_WORDS: Mapping[str, Text] = {
    "official": Text("Chính thức", "Official"),
    "probationary": Text("Dự bị", "Probationary"),
}
"""Words in the status column."""

SEX_WORDS: Mapping[str, Text] = {"male": Text("Nam", "Male"), "female": Text("Nữ", "Female")}
"""Words in the sex column."""

YES = Text("x", "x")
"""What stands in a yes/no column for yes; no is an empty cell."""

TABLE_HEADERS: Mapping[str, Text] = {
    "member": Text("Đảng viên", "Member"),
    "branch": Text("Chi bộ", "Branch"),
    "reason": Text("Lý do", "Reason"),
    "distance": Text("Khoảng cách", "Distance"),
    "from_branch": Text("Chi bộ cũ", "Old branch"),
    "to_branch": Text("Chi bộ mới", "New branch"),
    "date": Text("Ngày", "Date"),
    "event": Text("Biến động", "Event"),
    "value": Text("Giá trị", "Value"),
    "old_unit": Text("Phường, xã cũ", "Old unit"),
    "new_unit": Text("Phường, xã mới", "New unit"),
}
"""Headings of the smaller tables by canonical key."""

COLUMN_HEADERS: Mapping[str, Text] = {**TABLE_HEADERS, **BRANCH_HEADERS, **MEMBER_HEADERS}
"""What a column is called, whichever table it belongs to."""
