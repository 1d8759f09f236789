"""The price curve as a picture: one small step plot per level that changes."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from reassign.domain.curve import Curve
from reassign.domain.language import Language
from reassign.messages.curve import CURVE, LEVEL_SENSES
from reassign.messages.reasons import say_level

_WIDTH, _HEIGHT = 640, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 16, 30, 26


def curve_svg(curve: Curve, language: Language) -> str:
    """An ``svg`` element that needs no style sheet, script or font of its own; empty if no level changes."""
    panels = [_panel(curve, index, number, language) for number, index in enumerate(curve.varying)]
    if not panels:
        return ""
    height = _HEIGHT * len(panels)
    title = escape(CURVE["title"].say(language))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="11"><title>{title}</title>{"".join(panels)}</svg>'
    )


def _panel(curve: Curve, index: int, number: int, language: Language) -> str:
    """One level over the moves, a step for every point: between two numbers of moves there is nothing."""
    points = curve.points
    level = points[0].levels[index]
    values = [point.levels[index].value for point in points]
    low, high = min(values), max(values)
    bottom = _HEIGHT - _BOTTOM
    across = _spaced([point.moves for point in points], _LEFT, _WIDTH - _RIGHT)
    up = [bottom - round((value - low) * (bottom - _TOP) / (high - low), 1) for value in values]
    path = f"M{across[0]:g} {up[0]:g}" + "".join(f"H{x:g}V{y:g}" for x, y in zip(across[1:], up[1:], strict=True))
    heading = escape(LEVEL_SENSES[level.sense].say(language, {"level": say_level(level.names, language)}))
    ends = "".join(
        f'<text x="{x:g}" y="{bottom + 14}" text-anchor="{anchor}">{moves}</text>'
        for x, moves, anchor in ((across[0], points[0].moves, "start"), (across[-1], points[-1].moves, "end"))
    )
    sides = "".join(
        f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{value}</text>'
        for y, value in ((_TOP, high), (bottom, low))
    )
    return (
        f'<g transform="translate(0 {number * _HEIGHT})"><text x="{_LEFT}" y="18" font-weight="bold">{heading}</text>'
        f'<path d="M{_LEFT} {_TOP}V{bottom}H{_WIDTH - _RIGHT}" fill="none" stroke="#888"/>'
        f'<path d="{path}" fill="none" stroke="#b3261e" stroke-width="2"/>{ends}{sides}</g>'
    )


def _spaced(moves: Sequence[int], left: int, right: int) -> list[float]:
    reach = max(moves[-1] - moves[0], 1)
    return [round(left + (one - moves[0]) * (right - left) / reach, 1) for one in moves]
