"""Curves and sweeps as pictures: one small step plot per level that changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from reassign.domain.curve import Curve
from reassign.domain.language import Language
from reassign.domain.sweep import Sweep
from reassign.messages.curve import CURVE, LEVEL_SENSES
from reassign.messages.reasons import say_level
from reassign.messages.sweep import SWEEP, say_point

_WIDTH, _HEIGHT = 640, 150
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 16, 30, 26


@dataclass(frozen=True, slots=True)
class _Panel:
    """One level over all points.

    Attributes:
        heading: What is plotted.
        values: Its value at each point; None where there is no plan.
        ends: What the first and the last point are called.
        places: Where the points stand from left to right, in any unit, ascending.
        gap: What a point without a plan is called.
    """

    heading: str
    values: Sequence[int | None]
    ends: tuple[str, str]
    places: Sequence[int]
    gap: str


def curve_svg(curve: Curve, language: Language) -> str:
    """An ``svg`` element that needs no style sheet, script or font of its own; empty if no level changes."""
    moves = [point.moves for point in curve.points]
    panels = [
        _Panel(
            heading=LEVEL_SENSES[curve.points[0].levels[index].sense].say(
                language, {"level": say_level(curve.points[0].levels[index].names, language)}
            ),
            values=[point.levels[index].value for point in curve.points],
            ends=(str(moves[0]), str(moves[-1])),
            places=moves,
            gap="",
        )
        for index in curve.varying
    ]
    return _svg(CURVE["title"].say(language), panels) if panels else ""


def sweep_svg(sweep: Sweep, language: Language) -> str:
    """The same of a sweep: points at equal distances in their order, grey where there is no plan."""
    ends = say_point(sweep.points[0].value, language), say_point(sweep.points[-1].value, language)
    levels = sweep.feasible[0].levels if sweep.feasible else ()
    panels = [
        _Panel(
            heading=LEVEL_SENSES[levels[index].sense].say(
                language, {"level": say_level(levels[index].names, language)}
            ),
            values=[point.levels[index].value if point.is_feasible else None for point in sweep.points],
            ends=ends,
            places=range(len(sweep.points)),
            gap=SWEEP["infeasible"].say(language),
        )
        # Where nothing changes, the first level still shows which values have a plan.
        for index in sweep.varying or tuple(range(min(1, len(levels))))
    ]
    return _svg(SWEEP["title"].say(language, {"key": sweep.key, "values": " … ".join(ends)}), panels)


def _svg(title: str, panels: Sequence[_Panel]) -> str:
    height = 24 + _HEIGHT * max(len(panels), 1)
    drawn = "".join(_drawn(panel, 24 + number * _HEIGHT) for number, panel in enumerate(panels))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" font-family="sans-serif" font-size="11"><title>{escape(title)}</title>'
        f'<text x="{_LEFT}" y="16" font-size="13" font-weight="bold">{escape(title)}</text>{drawn}</svg>\n'
    )


def _drawn(panel: _Panel, top: int) -> str:
    """A step for every point: between two points there is nothing."""
    bottom = _HEIGHT - _BOTTOM
    known = [value for value in panel.values if value is not None]
    low, high = min(known), max(known)
    across = _spaced(panel.places)

    def up(value: int) -> float:
        return bottom if high == low else round(bottom - (value - low) * (bottom - _TOP) / (high - low), 1)

    path, gaps = "", ""
    half = (across[1] - across[0]) / 2 if len(across) > 1 else 0.0
    is_drawing = False
    for x, value in zip(across, panel.values, strict=True):
        if value is None:
            gaps += (
                f'<rect x="{x - half:g}" y="{_TOP}" width="{max(2 * half, 4):g}" height="{bottom - _TOP}" fill="#ddd"/>'
            )
            gaps += f'<text x="{x:g}" y="{bottom - 4}" text-anchor="middle" fill="#555">×</text>'
        elif is_drawing:
            path += f"H{x:g}V{up(value):g}"
        else:
            path += f"M{x:g} {up(value):g}"
        is_drawing = value is not None
    dots = "".join(
        f'<circle cx="{x:g}" cy="{up(value):g}" r="2.5" fill="#b3261e"/>'
        for x, value in zip(across, panel.values, strict=True)
        if value is not None and len(across) <= 60
    )
    named = "".join(
        f'<text x="{x:g}" y="{bottom + 14}" text-anchor="{anchor}">{escape(end)}</text>'
        for x, end, anchor in zip((across[0], across[-1]), panel.ends, ("start", "end"), strict=True)
    )
    sides = "".join(
        f'<text x="{_LEFT - 6}" y="{y + 4}" text-anchor="end">{value}</text>'
        for y, value in dict.fromkeys(((bottom, low), (_TOP, high)) if high > low else ((bottom, low),))
    )
    key = f' <tspan fill="#555" font-weight="normal">× {escape(panel.gap)}</tspan>' if gaps else ""
    return (
        f'<g transform="translate(0 {top})">{gaps}'
        f'<text x="{_LEFT}" y="18" font-weight="bold">{escape(panel.heading)}{key}</text>'
        f'<path d="M{_LEFT} {_TOP}V{bottom}H{_WIDTH - _RIGHT}" fill="none" stroke="#888"/>'
        f'<path d="{path}" fill="none" stroke="#b3261e" stroke-width="2"/>{dots}{named}{sides}</g>'
    )


def _spaced(places: Sequence[int]) -> list[float]:
    """Places stretched over the width; a single one stands in the middle."""
    reach = places[-1] - places[0]
    width = _WIDTH - _RIGHT - _LEFT
    if not reach:
        return [_LEFT + width / 2 for _ in places]
    return [round(_LEFT + (place - places[0]) * width / reach, 1) for place in places]
