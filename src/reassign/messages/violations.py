"""What the checker finds wrong with a plan, in words."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.text import Text

VIOLATIONS: Mapping[str, Text] = {
    # the shape of the placements
    "unknown_member": Text(vi="{member}: không có trong danh sách đảng viên", en="{member}: not in the member roster"),
    "unknown_branch": Text(
        vi="{member}: chi bộ {branch} không có trong danh sách", en="{member}: branch {branch} is not in the roster"
    ),
    "placed_twice": Text(vi="{member}: được phân công hai lần", en="{member}: placed twice"),
    "not_placed": Text(vi="{member}: chưa được phân công", en="{member}: not placed"),
    # hard rules
    "candidate": Text(vi="{member}: không được phép về {branch}", en="{member}: may not be placed in {branch}"),
    "branch_quota": Text(
        vi="{branch}: nhận {received} người, ngoài giới hạn", en="{branch}: receives {received}, outside its limits"
    ),
    "quota": Text(
        vi="{branch}: {received} người tính vào chỉ tiêu {number}, ngoài giới hạn",
        en="{branch}: {received} {received:member counts|members count} for quota {number}, outside its bounds",
    ),
    "together": Text(
        vi="nhóm cùng chỗ “{label}” bị chia: {members}", en="the together group “{label}” is split: {members}"
    ),
    "apart": Text(
        vi="{branch}: hai người của nhóm tách “{label}” ở cùng một chi bộ",
        en="{branch}: two members of the apart group “{label}” are in it",
    ),
    "max_moves": Text(
        vi="{moves} người phải chuyển, tối đa {max}",
        en="{moves} {moves:move|moves}, at most {max} {max:is|are} allowed",
    ),
    "protect": Text(vi="{member}: không được chuyển đi", en="{member}: protected, but moved"),
    # what is told about members
    "placement_order": Text(vi="thứ tự các dòng phân công không đúng", en="the placements are not in order"),
    "pinned_mark": Text(vi="{member}: dấu ấn định không đúng", en="{member}: wrongly marked as pinned or not"),
    "moved_mark": Text(vi="{member}: dấu chuyển chi bộ không đúng", en="{member}: wrongly marked as moved or not"),
    "from_branch": Text(vi="{member}: chi bộ đi không đúng", en="{member}: the branch of origin is wrong"),
    "reasons": Text(vi="{member}: căn cứ phân công không đúng", en="{member}: the reasons are wrong"),
    "tasks": Text(
        vi="{member}: nhiệm vụ khác với danh sách của chi bộ", en="{member}: the tasks are not those of the branch"
    ),
    "interchangeable": Text(
        vi="{member}: danh sách người có thể đổi chỗ không đúng", en="{member}: interchangeable_with is wrong"
    ),
    "member_name": Text(
        vi="{member}: họ tên hoặc phường, xã khác với danh sách", en="{member}: name or unit is not that of the roster"
    ),
    "review_item": Text(
        vi="mục cần xem xét “{code}” bị thiếu hoặc thừa ({member} {branch})",
        en="the review item “{code}” is missing or too many ({member} {branch})",
    ),
    "replan": Text(
        vi="“{place}” không khớp với phương án cũ", en="“{place}” does not fit the plan that was re-planned"
    ),
    # what is told about branches
    "branch_list": Text(vi="danh sách chi bộ không đúng", en="the list of branches is wrong"),
    "branch_name": Text(
        vi="{branch}: tên hoặc phường, xã khác với danh sách", en="{branch}: name or unit is not that of the roster"
    ),
    "load": Text(vi="{branch}: số nhận hoặc giới hạn không đúng", en="{branch}: received or limits are wrong"),
    "covered": Text(vi="{branch}: người phụ trách lĩnh vực không đúng", en="{branch}: covered is wrong"),
    "uncovered": Text(vi="{branch}: lĩnh vực còn thiếu không đúng", en="{branch}: uncovered is wrong"),
    "task_spread": Text(vi="{branch}: nhiệm vụ có thể chia đều hơn", en="{branch}: tasks can be spread better"),
    "committee_candidates": Text(
        vi="{branch}: danh sách giới thiệu cấp ủy không đúng", en="{branch}: committee_candidates is wrong"
    ),
    "posts_held": Text(vi="{branch}: chức danh không đúng", en="{branch}: posts are wrong"),
    # levels and proofs
    "level_list": Text(
        vi="các mức ưu tiên không phải là của quy định", en="the levels are not those that the policy asks for"
    ),
    "level_value": Text(
        vi="mức {level}: ghi {told}, tính lại được {found}", en="level {level}: told {told}, found {found}"
    ),
    "level_bound": Text(
        vi="mức {level}: tốt nhất có thể được ghi là {told}, không khớp với {found} đạt được",
        en="level {level}: bound {told} does not fit value {found}",
    ),
    "level_proof": Text(
        vi="mức {level}: ghi bằng chứng “{told}”, chứng chỉ cho “{found}”",
        en="level {level}: told proof “{told}”, the certificate gives “{found}”",
    ),
    "status": Text(
        vi="trạng thái “{told}” không khớp với các bằng chứng", en="status “{told}” does not fit the proofs"
    ),
    "certificate": Text(
        vi="mức {level}: chứng chỉ không chứng minh được (thành phần {component}, {why})",
        en="level {level}: the certificate proves nothing (component {component}, {why})",
    ),
    "sheet": Text(
        vi="trang tính “{sheet}”, ô {cell}: không phải là điều phương án nói",
        en="sheet “{sheet}”, {cell}: not what the plan says",
    ),
    "policy": Text(
        vi="quy định trong phương án khác với tệp quy định", en="the policy in the plan is not that of the policy file"
    ),
}
"""Texts by the code of the violation."""


def say_violation(code: str, member: str, branch: str, parameters: Mapping[str, str | int], language: Language) -> str:
    """A violation in words; a code without a text is shown as it is.

    Quotas are counted from one, as they stand in the policy; the parameter ``quota`` is an index.
    """
    text = VIOLATIONS.get(code)
    number = int(parameters.get("quota", -1)) + 1
    return text.say(language, {"member": member, "branch": branch, "number": number, **parameters}) if text else code
