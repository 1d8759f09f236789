"""Words of the price curve: on the terminal, in the workbook, in the picture."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.policy import Sense
from reassign.messages.levels import LEVEL_WORDS
from reassign.messages.text import Text

CURVE: Mapping[str, Text] = {
    "sheet": Text(vi="Giá của lượt chuyển", en="Price of moves"),
    "title": Text(vi="MỖI LƯỢT CHUYỂN ĐỔI ĐƯỢC GÌ", en="WHAT EACH MOVE BUYS"),
    "range": Text(
        vi="Từ {fewest} lượt chuyển (ít nhất có thể) đến {most} (nếu không hạn chế), phương án tốt nhất đạt:",
        en="From {fewest} {fewest:move|moves} (the fewest possible) to {most} (no limit), the best plan reaches:",
    ),
    "single": Text(
        vi="Phương án tốt nhất chỉ cần {fewest} lượt chuyển, cũng là ít nhất có thể: thêm lượt chuyển không được gì.",
        en="The best plan needs {fewest} {fewest:move|moves}, which is also the fewest possible: "
        "more moves buy nothing.",
    ),
    "draw-only": Text(
        vi="Từ {fewest} lượt chuyển (ít nhất có thể) mọi mức đã tốt nhất: thêm lượt chuyển chỉ thay kết quả bốc thăm.",
        en="With {fewest} {fewest:move|moves} (the fewest possible) every level is at its best: "
        "more moves change the draw alone.",
    ),
    "moves": Text(vi="Nhiều nhất", en="At most"),
    "moves-long": Text(vi="Số lượt chuyển nhiều nhất", en="Moves at most"),
    "level-max": Text(vi="{level} (càng nhiều càng tốt)", en="{level} (more is better)"),
    "level-min": Text(vi="{level} (càng ít càng tốt)", en="{level} (less is better)"),
    "constant": Text(vi="Không đổi: {levels}", en="The same throughout: {levels}"),
    "level-value": Text(vi="{level} {value}", en="{level} {value}"),
    "left-out": Text(
        vi="… {shown} trong {count} bước được in (thêm -v để xem hết)",
        en="… {shown} of {count} steps shown (add -v to see all)",
    ),
    "plot": Text(
        vi="Từ trái sang phải: {fewest} → {most} lượt chuyển; càng cao càng tốt",
        en="Left to right: {fewest} → {most} moves; higher is better",
    ),
    "proved": Text(vi="Mọi điểm đã được chứng minh.", en="Every point is proved."),
    "unproved": Text(
        vi="Hết thời gian: {count} điểm chưa chứng minh, có thể còn tốt hơn.",
        en="Time ran out: {count} points are not proved, they may be better.",
    ),
    "proof": LEVEL_WORDS["proof"],
    "page": Text(vi="Trang &P/&N", en="Page &P of &N"),
}
"""Texts by key."""

LEVEL_SENSES: Mapping[Sense, Text] = {"max": CURVE["level-max"], "min": CURVE["level-min"]}
"""A level with what is better, by its sense."""
