"""Words of the page that shows a plan in a browser."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.levels import LEVEL_WORDS
from reassign.messages.text import Text

PAGE: Mapping[str, Text] = {
    "title": Text("Phương án phân công đảng viên", "Plan of assignments"),
    "skip": Text("Đến bảng phân công", "Skip to the table of placements"),
    "draft": Text("DỰ THẢO – dữ liệu nội bộ về đảng viên", "DRAFT – internal data about party members"),
    "effective": Text("Thực hiện từ ngày {date}", "Effective {date}"),
    "contents": Text("Nội dung", "Contents"),
    "summary": Text("Tóm tắt", "Summary"),
    "optimal": Text(
        "Không có phương án nào tốt hơn theo thứ tự ưu tiên đã chọn: điều này đã được chứng minh cho từng ưu tiên.",
        "No plan is better in the chosen order of priorities: this is proved for every one of them.",
    ),
    "feasible": Text(
        "Phương án đúng mọi quy định, nhưng chưa chứng minh được là tốt nhất trong thời gian cho phép.",
        "The plan keeps every rule; within the time given it was not proved to be the best.",
    ),
    "members": Text("đảng viên", "members"),
    "branches": Text("chi bộ", "branches"),
    "units": Text("đơn vị", "units"),
    "leaving": Text("rời nơi đang sinh hoạt", "leave where they are now"),
    "moved": Text("chuyển giữa các chi bộ trong danh sách", "move between branches of the roster"),
    "residents": Text("cư trú trong đơn vị nhận", "live in the unit of their branch"),
    "needs_covered": Text("lĩnh vực có người phụ trách", "needed fields with an owner"),
    "committee_seats": Text("chỗ khuyết cấp ủy có nguồn bổ sung", "free committee seats with a candidate"),
    "committee_share": Text("số cấp ủy viên được bổ sung", "of all committee seats newly filled"),
    "level": Text("Ưu tiên, quan trọng nhất trước", "Priority, most important first"),
    "value": LEVEL_WORDS["value"],
    "bound": LEVEL_WORDS["bound"],
    "proof": LEVEL_WORDS["proof"],
    "levels_caption": Text(
        "Một ưu tiên ở trên không bao giờ bị đánh đổi cho ưu tiên ở dưới.",
        "A priority is never traded for one below it.",
    ),
    "sense_max": Text("càng nhiều càng tốt", "the more the better"),
    "sense_min": Text("càng ít càng tốt", "the less the better"),
    "loads": Text("Số đảng viên nhận về", "Loads of the branches"),
    "loads_caption": Text(
        "Thanh đậm là số nhận về; hai vạch là mức tối thiểu và tối đa.",
        "The bar is what a branch receives; the two marks are its minimum and maximum.",
    ),
    "no_limit": Text("không giới hạn", "no limit"),
    "homes": Text("Nơi cư trú và nơi sinh hoạt", "Where members live and where they are placed"),
    "homes_caption": Text("Nơi cư trú của đảng viên mà mỗi đơn vị nhận", "Where the members of each unit live"),
    "home_area": Text("Trong địa bàn chi bộ", "In the branch's area"),
    "home_unit": Text("Trong đơn vị, địa bàn khác", "In the unit, another area"),
    "home_other": Text("Đơn vị khác", "Another unit"),
    "home_unknown": Text("Chưa rõ", "Unknown"),
    "share": Text("Tỷ lệ", "Share"),
    "share_of": Text("{count} trên {total} trong đơn vị", "{count} of {total} in the unit"),
    "map": Text("Sơ đồ từ nơi ở đến chi bộ", "From home to branch"),
    "map_about": Text(
        "Sơ đồ vẽ theo tọa độ: {branches} chi bộ (ô vuông, càng lớn nhận càng nhiều) và {members} nơi ở (chấm tròn), "
        "nối với chi bộ được phân công. Nét liền: cư trú trong đơn vị nhận; nét đứt: cư trú nơi khác. "
        "{missing} đảng viên không có tọa độ. Hướng bắc ở trên; thước: {scale}.",
        "Drawn from coordinates: {branches} {branches:branch|branches} (squares, the larger the more they receive) and "
        "{members} {members:home|homes} "
        "(dots), joined to the branch of the plan. Solid: lives in the unit of the branch; dashed: lives elsewhere. "
        "{missing} {missing:member has|members have} no coordinates. North is up; the scale shows {scale}.",
    ),
    "matrix": Text(
        "Từ đơn vị cư trú (hàng) đến đơn vị sinh hoạt (cột)", "From unit of residence (row) to unit (column)"
    ),
    "outside": Text("Ngoài các đơn vị này", "Outside these units"),
    "needs": Text("Lĩnh vực còn hạn chế", "Needed fields"),
    "needs_caption": Text("Lĩnh vực cần, đã có và chưa có người phụ trách", "Fields needed, with and without an owner"),
    "field": Text("Lĩnh vực", "Field"),
    "needed": Text("Số chi bộ cần", "Branches in need"),
    "covered": Text("Đã có", "With an owner"),
    "open": Text("Còn thiếu", "Still open"),
    "open_where": Text("Chi bộ còn thiếu", "Where it is open"),
    "more": Text("… và {count} nữa", "… and {count} more"),
    "review": Text("Những điểm cần xem xét, quyết định", "Points to decide"),
    "curve": Text("Mỗi lần thay đổi đem lại điều gì", "What each move buys"),
    "changes": Text("Thay đổi so với phương án cũ", "What changed since the old plan"),
    "changes_caption": Text(
        "Ai phải chuyển và vì sao, như lúc lập lại phương án đã tìm ra.",
        "Who moves and why, as the re-plan found it.",
    ),
    "earlier": Text("Chi bộ theo phương án cũ", "Branch in the old plan"),
    "why": Text("Vì sao chuyển", "Why the move"),
    "edits": Text("Cái giá của từng chỗ sửa trong sổ phương án", "What each edit of the workbook costs"),
    "cell": Text("Ô", "Cell"),
    "edit": Text("Chỗ sửa", "Edit"),
    "price": Text("Cái giá", "Price"),
    "placements": Text("Bảng phân công", "Placements"),
    "search": Text("Tìm (không cần dấu)", "Search (diacritics do not matter)"),
    "show": Text("Hiện", "Show"),
    "show_all": Text("tất cả", "all"),
    "show_moved": Text("thay đổi nơi sinh hoạt", "those who change their branch"),
    "show_away": Text("không cư trú trong đơn vị", "those who live elsewhere"),
    "show_pinned": Text("được chỉ định trước", "those who are pinned"),
    "show_idle": Text("chưa có nhiệm vụ", "those without a task"),
    "show_short": Text("nhận ít hơn tối thiểu", "those below their minimum"),
    "show_open": Text("còn lĩnh vực thiếu", "those with an open field"),
    "count": Text("{{shown}} trên {{total}} dòng", "{{shown}} of {{total}} rows"),
    "pages": Text("Dòng {{first}}–{{last}}", "Rows {{first}}–{{last}}"),
    "previous": Text("Trang trước", "Previous"),
    "next": Text("Trang sau", "Next"),
    "no_script": Text(
        "Trình duyệt không chạy được đoạn mã của trang, nên các bảng dưới đây trống; hãy xem sổ phương án (.xlsx).",
        "This browser does not run the page's script, so the tables below stay empty; see the plan workbook (.xlsx).",
    ),
    "name": Text("Họ và tên", "Name"),
    "id": Text("Mã", "Id"),
    "unit": Text("Đơn vị", "Unit"),
    "branch": Text("Chi bộ", "Branch"),
    "to": Text("Chi bộ đến", "To branch"),
    "from": Text("Chi bộ đi", "From branch"),
    "home": Text("Nơi cư trú", "Lives in"),
    "reasons": Text("Căn cứ phân công", "Reason"),
    "tasks": Text("Nhiệm vụ", "Tasks"),
    "marks": Text("Lưu ý", "Marks"),
    "fields_covered": Text("Lĩnh vực đã có người", "Fields with an owner"),
    "fields_open": Text("Lĩnh vực còn thiếu", "Fields still open"),
    "received": Text("Nhận về", "Received"),
    "limits": Text("Giới hạn", "Limits"),
    "after": Text("Đảng viên trước → sau", "Members before → after"),
    "mark_moved": Text("chuyển", "moves"),
    "mark_away": Text("ở nơi khác", "lives elsewhere"),
    "mark_unknown": Text("chưa rõ nơi ở", "home unknown"),
    "mark_pinned": Text("chỉ định", "pinned"),
    "origin": Text("Nguồn gốc", "Where this comes from"),
    "origin_text": Text(
        "Số bốc thăm {seed}; phần mềm reassign {version}. Trang này không tải gì từ mạng và không gửi gì đi.",
        "Seed of the draw {seed}; reassign {version}. This page loads nothing and sends nothing.",
    ),
    "role": Text("Vai trò", "Role"),
    "file": Text("Tệp", "File"),
    "digest": Text("SHA-256", "SHA-256"),
}
"""Texts by key; ``{{shown}}`` and the like are filled in by the page itself."""
