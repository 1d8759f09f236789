"""Words of a sweep: on the terminal, in the workbook, in the picture."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.language import Language
from reassign.messages.reasons import PRIORITIES
from reassign.messages.text import Text

SWEEP: Mapping[str, Text] = {
    "sheet": Text(vi="Thử các giá trị", en="Sweep"),
    "sheet-conflicts": Text(vi="Vì sao không có", en="Why there is none"),
    "title": Text(vi="THỬ {key} = {values}", en="TRYING {key} = {values}"),
    "current": Text(vi="(* là giá trị hiện nay: {value})", en="(* is the value now: {value})"),
    "no-limit": Text(vi="không hạn chế", en="none"),
    "moved": Text(vi="Chuyển", en="Moved"),
    "moved-long": Text(vi="Chuyển giữa các chi bộ trong danh sách", en="Move between branches of the roster"),
    "changed": Text(vi="Khác", en="Other"),
    "changed-long": Text(
        vi="Số người ở chi bộ khác so với giá trị trước", en="Members elsewhere than with the value before"
    ),
    "uncovered": Text(vi="Thiếu", en="Lack"),
    "uncovered-long": Text(vi="Lĩnh vực còn thiếu người", en="Needs nobody covers"),
    "loads": Text(vi="Nhận", en="Gets"),
    "loads-long": Text(vi="Ít nhất – nhiều nhất mỗi chi bộ nhận", en="Fewest – most that a branch receives"),
    "measure-priority": Text(
        vi="{priority} (tính theo trọng số hiện nay)", en="{priority} (by the weights as they are)"
    ),
    "measure-field": Text(vi="Chi bộ có người phụ trách {field}", en="Branches where {field} is covered"),
    "columns": Text(
        vi="Chuyển: số người phải chuyển chi bộ; Khác: số người ở chi bộ khác so với dòng trên; Thiếu: lĩnh vực còn "
        "thiếu người; Nhận: ít nhất–nhiều nhất mỗi chi bộ nhận.",
        en="Moved: members who leave their branch; Other: members elsewhere than in the row above; Lack: needs nobody "
        "covers; Gets: fewest–most that a branch receives.",
    ),
    "constant": Text(vi="Như nhau ở mọi giá trị: {levels}", en="The same with every value: {levels}"),
    "infeasible": Text(vi="không có phương án", en="no plan"),
    "why": Text(vi="{key} = {value}: {conflict}", en="{key} = {value}: {conflict}"),
    "more-conflicts": Text(vi=" … và {count} chỗ khác", en=" … and {count} more"),
    "plot": Text(
        vi="Từ trái sang phải: {first} → {last}; càng cao càng tốt; · là không có phương án",
        en="Left to right: {first} → {last}; higher is better; · is no plan",
    ),
    "proved": Text(
        vi="Mọi giá trị: phương án tốt nhất đã chứng minh, hoặc chắc chắn không có phương án nào.",
        en="With every value: the best plan, proved, or certainly no plan at all.",
    ),
    "unproved": Text(
        vi="Hết thời gian: {count} giá trị chưa chứng minh xong, có thể còn tốt hơn.",
        en="Time ran out: {count} values are not proved, they may be better.",
    ),
    "none": Text(vi="Không giá trị nào có phương án.", en="No value has a plan."),
    "value": Text(vi="Giá trị", en="Value"),
    "status": Text(vi="Kết quả", en="Outcome"),
    "conflict": Text(vi="Vì sao không có phương án", en="Why there is no plan"),
    "optimal": Text(vi="tốt nhất, đã chứng minh", en="proved best"),
    "feasible": Text(vi="hợp lệ, chưa chứng minh hết", en="valid, not all proved"),
    "page": Text(vi="Trang &P/&N", en="Page &P of &N"),
}
"""Texts by key."""


def say_point(value: int | None, language: Language) -> str:
    """A value as people read it; None is no limit."""
    return SWEEP["no-limit"].say(language) if value is None else str(value)


def say_measure(key: str, language: Language) -> str:
    """What a measure counts."""
    kind, _, name = key.partition(":")
    if kind == "field":
        return SWEEP["measure-field"].say(language, {"field": name})
    priority = PRIORITIES[kind].say(language) if kind in PRIORITIES else kind
    return SWEEP["measure-priority"].say(language, {"priority": priority})
