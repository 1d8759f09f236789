"""What the terminal shows besides findings and errors."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.levels import LEVEL_WORDS
from reassign.messages.text import Text

CONSOLE: Mapping[str, Text] = {
    # findings
    "severity-warning": Text(vi="cảnh báo", en="warning"),
    "perhaps": Text(vi="; có phải “{first}”?", en="; did you mean “{first}”?"),
    "perhaps-several": Text(vi="; có phải “{first}” ({others})?", en="; did you mean “{first}” ({others})?"),
    "counts": Text(vi="{errors} lỗi, {warnings} cảnh báo", en="errors: {errors}, warnings: {warnings}"),
    "more-warnings": Text(
        vi="… và {count} cảnh báo khác (thêm -v để xem hết)", en="… more warnings: {count} (add -v to see all)"
    ),
    "clean": Text(vi="không có lỗi, không có cảnh báo", en="no errors, no warnings"),
    # letters
    "letters-written": Text(vi="Đã ghi {count} tệp:", en="Files written ({count}):"),
    "templates-clean": Text(vi="{count} mẫu văn bản không có lỗi.", en="Templates without errors: {count}."),
    # check
    "read": Text(
        vi="Đã đọc {members} người, {branches} chi bộ, {units} phường, xã.",
        en="Read {members} {members:member|members}, {branches} {branches:branch|branches}, "
        "{units} {units:unit|units}.",
    ),
    # plan table
    "column-branch": Text(vi="Chi bộ", en="Branch"),
    "column-load": Text(vi="Nhận", en="Gets"),
    "column-member": Text(vi="Đảng viên", en="Member"),
    "column-reason": Text(vi="Căn cứ phân công", en="Reason"),
    "unit-title": Text(
        vi="{unit} – {members} người, {branches} chi bộ",
        en="{unit} – {members} {members:member|members}, {branches} {branches:branch|branches}",
    ),
    "residence-unknown": Text(vi="chưa rõ nơi cư trú", en="residence unknown"),
    "non-resident": Text(vi="cư trú nơi khác", en="lives elsewhere"),
    # summary
    "summary": Text(vi="TÓM TẮT", en="SUMMARY"),
    "placed": Text(vi="Đã phân công: {placed}/{members} người", en="Placed: {placed}/{members} members"),
    "within": Text(vi="Chi bộ trong giới hạn: {within}/{branches}", en="Branches within limits: {within}/{branches}"),
    "leaving": Text(
        vi="Rời nơi đang sinh hoạt: {leaving}, trong đó chuyển giữa các chi bộ trong danh sách: {moved}",
        en="Leave where they are now: {leaving}, of whom between branches of the roster: {moved}",
    ),
    "ask-progress": Text(vi="Câu {number}/{of} (số dòng: {count})", en="Question {number} of {of} (rows: {count})"),
    "ask-meaning": Text(vi="“{spelling}” nghĩa là:", en="“{spelling}” means:"),
    "ask-other": Text(vi="một nơi khác, ngoài danh sách chi bộ", en="another place, outside the branch roster"),
    "ask-how": Text(
        vi="Gõ số hoặc tên; Enter để bỏ qua; q để dừng.", en="Type a number or a name; Enter to leave it; q to stop."
    ),
    "ask-again": Text(vi="Không có “{value}” trong danh sách.", en="There is no “{value}” to choose."),
    "ask-kept": Text(
        vi="Đã ghi {count} câu trả lời vào {file} (bản cũ được giữ lại).",
        en="Answers kept in {file}: {count} (the old file stays as a backup).",
    ),
    "ask-none": Text(vi="Không có gì phải hỏi.", en="There is nothing to ask."),
    "non-residents": Text(
        vi="Cư trú ngoài phường, xã nhận: {count}; chưa rõ nơi cư trú: {unknown}",
        en="Living outside the receiving unit: {count}; residence unknown: {unknown}",
    ),
    "uncovered": Text(
        vi="Lĩnh vực còn thiếu người: {count} (ở {branches} chi bộ)",
        en="Needs nobody covers: {count} (in {branches} {branches:branch|branches})",
    ),
    "to-review": Text(vi="Việc cần người quyết định: {count}", en="For a person to decide: {count}"),
    "column-level": LEVEL_WORDS["level"],
    "column-value": LEVEL_WORDS["value"],
    "column-bound": LEVEL_WORDS["bound"],
    "column-proof": LEVEL_WORDS["proof"],
    "gap": Text(vi="; còn có thể hơn tới {gap}", en="; up to {gap} better may exist"),
    "status-optimal": Text(
        vi="Phương án tốt nhất theo thứ tự ưu tiên, đã chứng minh ở mọi mức.",
        en="The best plan in the order of the priorities, proved on every level.",
    ),
    "status-feasible": Text(
        vi="Phương án hợp lệ, nhưng chưa chứng minh được là tốt nhất trong thời gian cho phép.",
        en="A valid plan, but not proved to be the best in the time given.",
    ),
    "written": Text(vi="Đã ghi:", en="Written:"),
    "shared": Text(vi="Gửi đi được (không còn tên, mã, địa chỉ):", en="To share (no names, ids or addresses left):"),
    "shared-key": Text(vi="Khóa, giữ riêng, không gửi kèm:", en="The key; keep it, never send it along:"),
    "shared-remark": Text(
        vi="Bản sao không có tên người. Chạy ở thư mục này: `reassign plan{options}`",
        en="A copy without people. Run in this folder: `reassign plan{options}`",
    ),
    "shared-no-plan": Text(
        vi="Hồ sơ không có phương án; bản sao cũng vậy.", en="The case has no plan; neither has the copy."
    ),
    "shared-unproved": Text(
        vi="Phương án chưa được chứng minh trong thời gian cho phép; bản sao có thể ra phương án tốt hơn.",
        en="The plan was not proved in the time given; the copy may lead to a better one.",
    ),
    "identified": Text(
        vi="Đã đổi {count} bí danh; còn {unknown} không có trong khóa.",
        en="{count} {count:pseudonym|pseudonyms} put back; {unknown} not in the key.",
    ),
    "dry-run": Text(vi="Chạy thử: không ghi tệp nào.", en="Dry run: nothing was written."),
    # no plan
    "infeasible": Text(vi="Không có phương án nào thỏa mọi quy định bắt buộc:", en="No plan satisfies the hard rules:"),
    # verify
    "verified": Text(
        vi="Phương án đúng: mọi quy định, số liệu và bằng chứng đã được tính lại.",
        en="The plan is right: every rule, figure and proof was worked out again.",
    ),
    "refuted": Text(vi="Phương án không đúng ({count}):", en="The plan is wrong ({count}):"),
    "column-checked": Text(vi="Kiểm tra", en="Check"),
    "checked": Text(vi="đã kiểm", en="checked"),
    "value-checked": Text(vi="chỉ kiểm giá trị", en="value only"),
    "refuted-level": Text(vi="không đúng", en="wrong"),
    # init
    "case-begun": Text(
        vi="Điền members.xlsx và branches.xlsx, rồi chạy: reassign check",
        en="Fill in members.xlsx and branches.xlsx, then run: reassign check",
    ),
    # samples
    "sample-written": Text(
        vi="Dữ liệu mẫu, mọi tên người đều là hư cấu.", en="Synthetic sample; every person in it is invented."
    ),
}
"""Texts by key."""

STAGES: Mapping[str, Text] = {
    "reading": Text(vi="Đọc dữ liệu", en="Reading"),
    "solving": Text(vi="Tìm phương án", en="Solving"),
    "curve": Text(vi="Tính cái giá của từng lượt chuyển", en="Pricing the moves"),
    "moves": Text(vi="Tìm lý do từng lượt chuyển", en="Finding the reason of each move"),
    "edits": Text(vi="Tính cái giá của từng chỗ sửa", en="Pricing the edits"),
    "explaining": Text(vi="Thử từng nơi khác", en="Trying every other place"),
    "sweep": Text(vi="Thử từng giá trị", en="Trying each value"),
    "writing": Text(vi="Ghi kết quả", en="Writing"),
    "cases": Text(vi="Lập phương án các hồ sơ", en="Planning the cases"),
}
"""Names of the stages that progress reports."""
