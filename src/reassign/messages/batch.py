"""Words of the batch: on the terminal and in its summary workbook."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.messages.levels import LEVEL_WORDS
from reassign.messages.text import Text

BATCH: Mapping[str, Text] = {
    # terminal
    "done": Text(
        vi="{done} hồ sơ: {optimal} tốt nhất đã chứng minh, {feasible} hợp lệ, {failed} không có phương án.",
        en="{done} {done:case|cases}: {optimal} proved best, {feasible} valid, {failed} without a plan.",
    ),
    "kept": Text(
        vi="{kept} hồ sơ đã xong từ lần chạy trước, không làm lại.",
        en="{kept} {kept:case was|cases were} done by an earlier run and not repeated.",
    ),
    "left": Text(vi="{left} hồ sơ chưa làm.", en="{left} {left:case was|cases were} not begun."),
    "failed": Text(vi="Không có phương án:", en="Without a plan:"),
    "summary": Text(vi="Bảng tổng hợp:", en="Summary:"),
    # statuses
    "optimal": Text(vi="tốt nhất, đã chứng minh", en="proved best"),
    "feasible": Text(vi="hợp lệ, chưa chứng minh hết", en="valid, not all proved"),
    "infeasible": Text(vi="không có phương án", en="no plan exists"),
    "error": Text(vi="có lỗi", en="failed"),
    "lost": Text(vi="chương trình con bị dừng đột ngột", en="the worker died"),
    # sheets
    "sheet-cases": Text(vi="Hồ sơ", en="Cases"),
    "sheet-levels": Text(vi="Mức ưu tiên", en="Levels"),
    "sheet-needs": Text(vi="Nhu cầu còn thiếu", en="Open needs"),
    "sheet-findings": Text(vi="Lỗi, cảnh báo", en="Findings"),
    "title": Text(vi="TỔNG HỢP CÁC PHƯƠNG ÁN", en="SUMMARY OF ALL PLANS"),
    "title-levels": Text(vi="KẾT QUẢ TỪNG MỨC ƯU TIÊN", en="EVERY LEVEL OF EVERY CASE"),
    "title-needs": Text(vi="LĨNH VỰC CÒN HẠN CHẾ CHƯA CÓ NGƯỜI", en="NEEDS THAT NOBODY COVERS"),
    "title-findings": Text(vi="LỖI VÀ CẢNH BÁO", en="ERRORS AND WARNINGS"),
    "page": Text(vi="Trang &P/&N", en="Page &P of &N"),
    "none": Text(vi="Không có.", en="None."),
    # columns
    "case": Text(vi="Hồ sơ", en="Case"),
    "name": Text(vi="Tên", en="Name"),
    "status": Text(vi="Kết quả", en="Outcome"),
    "members": Text(vi="Đảng viên", en="Members"),
    "branches": Text(vi="Chi bộ", en="Branches"),
    "placed": Text(vi="Đã phân công", en="Placed"),
    "moved": Text(vi="Chuyển giữa các chi bộ", en="Between branches"),
    "to_review": Text(vi="Cần quyết định", en="To decide"),
    "open_needs": Text(vi="Nhu cầu còn thiếu", en="Open needs"),
    "proved": Text(vi="Mức có chứng minh", en="Levels proved"),
    "errors": Text(vi="Lỗi", en="Errors"),
    "warnings": Text(vi="Cảnh báo", en="Warnings"),
    "total": Text(vi="Cộng", en="Total"),
    "level": Text(vi="Mức ưu tiên", en="Level"),
    "value": LEVEL_WORDS["value"],
    "bound": LEVEL_WORDS["bound"],
    "proof": LEVEL_WORDS["proof"],
    "unit": Text(vi="Phường, xã", en="Unit"),
    "branch": Text(vi="Chi bộ", en="Branch"),
    "need": Text(vi="Lĩnh vực", en="Field"),
    "place": Text(vi="Ô", en="Cell"),
    "code": Text(vi="Mã", en="Code"),
    "message": Text(vi="Nội dung", en="Message"),
}
"""Texts by key."""
