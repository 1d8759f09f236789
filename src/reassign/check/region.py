"""Boxes and rows of one component, and what multipliers say about them (weak duality, exact integers)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.check.linear import Key
from reassign.check.proof_shape import Damaged, Multipliers


@dataclass(frozen=True, slots=True)
class Region:
    """What is still possible.

    Attributes:
        choices: Open pairs by member id; one of them holds. A single one is settled.
        boxes: Lowest and highest value of each auxiliary column.
        sides: Lower and upper side of each row of the certificate; None where unlimited.
    """

    choices: Mapping[str, tuple[Key, ...]]
    boxes: Mapping[Key, tuple[int, int]]
    sides: tuple[tuple[int | None, int | None], ...]

    @property
    def is_empty(self) -> bool:
        """Whether a member has no open pair, or a box or row is empty."""
        return (
            not all(self.choices.values())
            or any(low > high for low, high in self.boxes.values())
            or any(lower is not None and upper is not None and lower > upper for lower, upper in self.sides)
        )


@dataclass(frozen=True, slots=True)
class Priced:
    """A bound on ``denominator`` times the gain, and the surplus of each column that led to it."""

    bound: int
    surplus: Mapping[Key, int]


def price(
    region: Region, gain: Mapping[Key, int], rows: Sequence[Mapping[Key, int]], multipliers: Multipliers
) -> Priced:
    """Bound the gain over a region that is not empty.

    Args:
        region: Where.
        gain: Gain of each column; absent is 0.
        rows: Coefficients by row.
        multipliers: One per row.

    Raises:
        Damaged: A multiplier prices a side that a row does not have.
    """
    denominator = multipliers.denominator
    surplus = {key: denominator * gain.get(key, 0) for keys in region.choices.values() for key in keys}
    surplus |= {key: denominator * gain.get(key, 0) for key in region.boxes}
    bound, total = add_up(region, rows, multipliers)
    for key, amount in total.items():
        surplus[key] -= amount
    bound += sum(max(surplus[key] for key in keys) for keys in region.choices.values())
    for key, (low, high) in region.boxes.items():
        bound += max(surplus[key] * low, surplus[key] * high)
    return Priced(bound, surplus)


def add_up(region: Region, rows: Sequence[Mapping[Key, int]], multipliers: Multipliers) -> tuple[int, dict[Key, int]]:
    """The sum of the rows times their multipliers: its upper side, and its coefficient on each column of the region.

    Args:
        region: Where; columns that are closed there are left out.
        rows: Coefficients by row.
        multipliers: One per row; a negative one takes the row's lower side.

    Raises:
        Damaged: A multiplier prices a side that a row does not have.
    """
    total = dict.fromkeys((key for keys in region.choices.values() for key in keys), 0) | dict.fromkeys(region.boxes, 0)
    side_total = 0
    for coefficients, (lower, upper), multiplier in zip(rows, region.sides, multipliers.values, strict=True):
        if not multiplier:
            continue
        side = upper if multiplier > 0 else lower
        if side is None:
            raise Damaged("side")
        side_total += multiplier * side
        for key, coefficient in coefficients.items():
            if key in total:
                total[key] += multiplier * coefficient
    return side_total, total


def narrow(
    region: Region,
    gain: Mapping[Key, int],
    rows: Sequence[Mapping[Key, int]],
    multipliers: Multipliers,
    target: int,
) -> Region:
    """The region without what cannot occur where the gain is at least ``target``."""
    if region.is_empty:
        return region
    priced = price(region, gain, rows, multipliers)
    gap = priced.bound - multipliers.denominator * target
    choices = {}
    for member, keys in region.choices.items():
        best = max(priced.surplus[key] for key in keys)
        choices[member] = tuple(key for key in keys if best - priced.surplus[key] <= gap)
    boxes = {key: _narrow_box(box, priced.surplus[key], gap) for key, box in region.boxes.items()}
    sides = tuple(
        _narrow_side(side, multiplier, gap) for side, multiplier in zip(region.sides, multipliers.values, strict=True)
    )
    return Region(choices, boxes, sides)


def _narrow_box(box: tuple[int, int], surplus: int, gap: int) -> tuple[int, int]:
    low, high = box
    if surplus > 0:
        return max(low, high - gap // surplus), high
    if surplus < 0:
        return low, min(high, low + gap // -surplus)
    return box


def _narrow_side(side: tuple[int | None, int | None], multiplier: int, gap: int) -> tuple[int | None, int | None]:
    lower, upper = side
    if multiplier > 0 and upper is not None:
        least = upper - gap // multiplier
        return (least if lower is None else max(lower, least)), upper
    if multiplier < 0 and lower is not None:
        most = lower + gap // -multiplier
        return lower, (most if upper is None else min(upper, most))
    return side


def halves(region: Region, column: Key, at: int) -> tuple[Region, Region]:
    """The region with ``column <= at`` and the one with ``column >= at + 1``.

    Raises:
        Damaged: There is no such column.
    """
    if column in region.boxes:
        low, high = region.boxes[column]
        return (
            replace(region, boxes={**region.boxes, column: (low, min(high, at))}),
            replace(region, boxes={**region.boxes, column: (max(low, at + 1), high)}),
        )
    if len(column) != 3 or column[0] != "pair" or column[1] not in region.choices or at != 0:
        raise Damaged("split")
    member = str(column[1])
    keys = region.choices[member]
    closed = tuple(key for key in keys if key != column)
    settled = tuple(key for key in keys if key == column)
    return (
        replace(region, choices={**region.choices, member: closed}),
        replace(region, choices={**region.choices, member: settled}),
    )
