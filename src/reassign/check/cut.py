"""The row that a cut stands for: a sum of rows, divided and rounded (docs/reference/certificate.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.check.linear import Key
from reassign.check.proof_shape import Cut, Damaged
from reassign.check.region import Region, add_up


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of a component: their coefficients, and within which sides of them points are still possible.

    Attributes:
        keys: Names, in the order of all multipliers.
        coefficients: Coefficients of each row.
        region: What is possible.
    """

    keys: Sequence[Key]
    coefficients: tuple[Mapping[Key, int], ...]
    region: Region


def add_cuts(rows: Rows, cuts: Sequence[Cut], first: int) -> Rows:
    """The rows with those of the cuts filled in, one after the other.

    Args:
        rows: Rows; a cut that is not yet known has no coefficients and no sides, so it cannot be used.
        cuts: Cuts, each built on rows before it.
        first: Number of the first of them in its component.

    Raises:
        Damaged: A cut has no row, or is built on a side that a row does not have, or on unknown members or columns.
    """
    for number, cut in enumerate(cuts, start=first):
        key: Key = ("cut", number)
        if key not in rows.keys:
            raise Damaged("cut")
        place = rows.keys.index(key)
        coefficients, upper = _derive(rows, cut)
        sides = (*rows.region.sides[:place], (None, upper), *rows.region.sides[place + 1 :])
        known = (*rows.coefficients[:place], coefficients, *rows.coefficients[place + 1 :])
        rows = Rows(rows.keys, known, replace(rows.region, sides=sides))
    return rows


def _derive(rows: Rows, cut: Cut) -> tuple[Mapping[Key, int], int]:
    """Coefficients and upper side of a cut: it holds for every whole point of the region."""
    region, denominator = rows.region, cut.sum.denominator
    upper, total = add_up(region, rows.coefficients, cut.sum)
    if not cut.members.keys() <= region.choices.keys() or not cut.up <= total.keys():
        raise Damaged("cut")
    upper += sum(cut.members.values())
    for member, multiplier in cut.members.items():
        for key in region.choices[member]:
            total[key] += multiplier
    rounded = {
        key: -(-amount // denominator) if key in cut.up else amount // denominator for key, amount in total.items()
    }
    for key, amount in total.items():
        low, high = region.boxes.get(key, (0, 1))
        upper += (rounded[key] * denominator - amount) * (high if key in cut.up else low)
    return rounded, upper // denominator
