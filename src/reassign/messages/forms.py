"""Words of the forms that ``init`` writes: what goes into each column, and the commented policy."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.text import Text

MEMBER_NOTES: Mapping[str, Text] = {
    "id": Text(
        "Mã để nhận ra từng người, giữ nguyên như chữ. Bỏ trống thì dùng số thẻ đảng, rồi họ tên và ngày sinh.",
        "Tells people apart, kept as text. If empty, the card number counts, then name and date of birth.",
    ),
    "name": Text("Bắt buộc.", "Required."),
    "birth_date": Text("dd/mm/yyyy; chỉ biết năm thì ghi năm.", "dd/mm/yyyy, or the year alone."),
    "sex": Text("Nam hoặc Nữ.", "Male or Female."),
    "ethnicity": Text("Kinh, Hoa, Khmer …; chỉ để thống kê.", "Only counted in the summary."),
    "joined": Text("Ngày kết nạp, dd/mm/yyyy.", "Day of admission, dd/mm/yyyy."),
    "official_date": Text("dd/mm/yyyy; bỏ trống nếu còn dự bị.", "dd/mm/yyyy; empty while probationary."),
    "card_number": Text("Giữ nguyên số 0 ở đầu.", "Leading zeros are kept."),
    "status": Text("Chính thức hoặc Dự bị.", "Official or Probationary."),
    "post": Text("Chức vụ đang giữ.", "Present post."),
    "organisation": Text("Nơi công tác.", "Where the member works."),
    "unit": Text(
        "Bắt buộc: phường, xã sẽ phân công người này.", "Required: the ward or commune that places this member."
    ),
    "registered_residence": Text("Ghi đủ: số nhà, khu phố, phường, quận.", "In full: house, neighbourhood, ward."),
    "current_residence": Text(
        "Như trên; chỉ dùng khi quy định chọn nơi ở hiện nay.",
        "Likewise; used when the policy chooses current residence.",
    ),
    "residence_unit": Text(
        "Phường, xã nơi cư trú; có cột này thì không cần đọc địa chỉ.",
        "Ward of residence; wins over the address.",
    ),
    "residence_area": Text(
        "Khu phố, ấp, chung cư nơi cư trú, đúng tên trong danh sách chi bộ.",
        "Neighbourhood of residence, as in the branch roster.",
    ),
    "fields": Text("Nhiều lĩnh vực cách nhau bằng dấu chấm phẩy.", "Several fields are separated by semicolons."),
    "in_charge_of": Text(
        "Chi bộ hoặc địa bàn được giao phụ trách; cách nhau bằng dấu chấm phẩy.",
        "Branches or areas the member is in charge of; semicolons between them.",
    ),
    "key_cadre": Text("x nếu là cán bộ chủ chốt.", "x for key cadres."),
    "committee_eligible": Text("x nếu có thể bổ sung vào cấp ủy.", "x if the member can join a committee."),
    "eligible_posts": Text(
        "Chức danh có thể đảm nhiệm; cách nhau bằng dấu chấm phẩy.", "Posts the member can take; semicolons."
    ),
    "exempt": Text("x nếu được miễn sinh hoạt hoặc đi xa.", "x if exempt or away."),
    "current_branch": Text("Chi bộ đang sinh hoạt.", "Present branch."),
    "pinned_branch": Text("Chi bộ đã quyết định trước cho người này.", "The branch that is already decided."),
    "excluded_branches": Text("Chi bộ không được phân công đến.", "Branches that are ruled out."),
    "together": Text(
        "Những người cùng một chữ trong cột này về cùng chi bộ.", "Members who share a word here get one branch."
    ),
    "apart": Text(
        "Những người cùng một chữ trong cột này về các chi bộ khác nhau.",
        "Members who share a word here get different branches.",
    ),
    "latitude": Text("Vĩ độ, ví dụ 10.7769.", "Degrees north, such as 10.7769."),
    "longitude": Text("Kinh độ, ví dụ 106.7009.", "Degrees east, such as 106.7009."),
    "note": Text("Ghi chú; cột thêm nào cũng được chép sang phương án.", "Notes; further columns are carried along."),
}
"""What goes into a column of the member roster, by key."""

BRANCH_NOTES: Mapping[str, Text] = {
    "id": Text("Mã chi bộ; bỏ trống thì dùng tên.", "If empty, the name counts."),
    "name": Text("Bắt buộc nếu không có mã.", "Required without an ID."),
    "unit": Text("Bắt buộc: phường, xã của chi bộ.", "Required: the ward or commune of the branch."),
    "areas": Text(
        "Khu phố, ấp, chung cư mà chi bộ bao quát; cách nhau bằng dấu chấm phẩy. Bỏ trống thì là tên chi bộ.",
        "Neighbourhoods it covers; semicolons between them. If empty, its own name.",
    ),
    "kind": Text("Khu phố, ấp, chung cư …", "Neighbourhood, hamlet, apartment block …"),
    "min": Text("Số người ít nhất được nhận; bỏ trống thì theo quy định.", "Fewest received; empty: the policy."),
    "max": Text("Số người nhiều nhất được nhận; bỏ trống thì theo quy định.", "Most received; empty: the policy."),
    "members_now": Text("Số đảng viên hiện có.", "Present strength."),
    "officials_now": Text("Trong đó chính thức.", "Official members among them."),
    "needs": Text("Lĩnh vực chi bộ còn yếu; cách nhau bằng dấu chấm phẩy.", "Weak fields; semicolons between them."),
    "special": Text("x nếu là địa bàn đặc thù.", "x for a special area."),
    "committee_size": Text("Số cấp ủy viên theo quy định.", "Seats of its committee."),
    "committee_vacancies": Text("Số cấp ủy viên còn thiếu.", "Free seats of its committee."),
    "vacant_posts": Text("Chức danh còn khuyết; cách nhau bằng dấu chấm phẩy.", "Posts to fill; semicolons."),
    "latitude": MEMBER_NOTES["latitude"],
    "longitude": MEMBER_NOTES["longitude"],
    "note": MEMBER_NOTES["note"],
}
"""What goes into a column of the branch roster, by key."""

FORM: Mapping[str, Text] = {
    "members": Text("Đảng viên", "Members"),
    "branches": Text("Chi bộ", "Branches"),
    "guide": Text("Hướng dẫn", "Guide"),
    "column": Text("Cột", "Column"),
    "content": Text("Cách ghi", "What goes in"),
    "welcome": Text(
        "Điền trang bên cạnh, mỗi người hoặc mỗi chi bộ một dòng. Cột không dùng có thể xóa; cột khác có thể thêm.",
        "Fill in the other sheet, a row for each. Columns that you do not need may go; others may be added.",
    ),
    "required": Text("Cột bắt buộc được tô màu.", "Required columns are shaded."),
    "choice-title": Text("Giá trị không có trong danh sách", "Not in the list"),
    "choice": Text("Hãy chọn một trong các giá trị của danh sách.", "Choose one of the values of the list."),
    "number-title": Text("Cần số nguyên", "A whole number"),
    "number": Text("Hãy ghi số nguyên từ 0 trở lên.", "Write a whole number, 0 or more."),
}
"""Other words of the forms by key."""

CASE: Mapping[str, Text] = {
    "head": Text(
        "Hồ sơ phân công. Dòng bắt đầu bằng # là chú thích; bỏ dấu # để dùng.",
        "A case. Lines that begin with # are remarks; take the # away to use them.",
    ),
    "inputs": Text("Danh sách đầu vào, nằm cùng thư mục.", "The rosters, in this folder."),
    "optional": Text("Tùy chọn:", "Optional:"),
    "limits": Text("Mỗi chi bộ nhận từ min đến max người.", "Each branch receives min to max members."),
    "order": Text(
        "Thứ tự ưu tiên, quan trọng nhất trước; mức trên không bao giờ bị đánh đổi cho mức dưới.",
        "Priorities, the most important first; none is ever traded for one below it.",
    ),
    "own-order": Text(
        "Đây là thứ tự mặc định. Bỏ dấu # ở hai dòng dưới để tự chọn; khi đó `replan` cũng theo đúng thứ tự này.",
        "This is the default order. Take the # away from the two lines for your own; `replan` then follows it too.",
    ),
    "replan-order": Text(
        "Nếu để nguyên, `replan` đặt continuity (ít người phải chuyển nhất) lên đầu.",
        "As it is, `replan` puts continuity (fewest people move) first.",
    ),
    "basis": Text(
        'Nơi cư trú tính theo hộ khẩu ("registered") hay nơi ở hiện nay ("current").',
        'Residence counts as registered ("registered") or current ("current").',
    ),
    "weights": Text("Trọng số lĩnh vực, mặc định 1.", "Weights of needed fields; 1 where absent."),
    "quota": Text(
        "Ví dụ: mỗi chi bộ nhận ít nhất một đảng viên chính thức.",
        "Example: at least one official member in each branch.",
    ),
    "name": Text("Tên phương án, in trên đầu tài liệu.", "Title of the plan, printed on its documents."),
    "effective": Text("Ngày thực hiện.", "Date of the plan."),
}
"""Remarks of the ``reassign.toml`` that ``init`` writes, by key."""
