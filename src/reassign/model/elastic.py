"""A component whose bounds may give way at a price: one priced slack per bound, pin and forbid that may flex."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from reassign.domain.plan import RepairChange
from reassign.model.component import Component
from reassign.model.formulate import Formulation
from reassign.model.rows import Row, RuleId
from reassign.model.rules.registry import RULES

_LOT_BITS = 20


@dataclass(frozen=True, slots=True)
class Flex:
    """One thing that may give way, and the column that tells by how much.

    Attributes:
        change: What would be changed, with ``after`` equal to ``before``.
        column: A slack column; for a pin the column of its pair, which is left when the pin is dropped; for a forbid
            the column of its pair, which is taken when the forbid is dropped.
    """

    change: RepairChange
    column: int

    def amount(self, values: NDArray[np.int64]) -> int:
        """How far it gives way at a point."""
        value = int(values[self.column])
        return 1 - value if self.change.what == "pin" else value

    def changed(self, amount: int) -> RepairChange:
        """The change by an amount."""
        grows = (self.change.bound or self.change.what) == "max"
        return replace(self.change, after=self.change.before + (amount if grows else -amount))


@dataclass(frozen=True, slots=True)
class Elastic:
    """The linear form with slacks.

    Attributes:
        formulation: Columns and rows; the objectives are for the caller to choose.
        flexes: What may give way.
    """

    formulation: Formulation
    flexes: tuple[Flex, ...]

    def gains(self, kinds: Collection[str]) -> NDArray[np.int64]:
        """Gain of each column, shape (columns,): minus the change of what is of these kinds, up to a constant."""
        return self._priced(dict.fromkeys(kinds, 1), is_lot=False)

    def lots(self) -> NDArray[np.int64]:
        """Gain of each column by which equally small changes are told apart, the same on every machine."""
        return self._priced({}, is_lot=True)

    def _priced(self, price: Mapping[str, int], *, is_lot: bool) -> NDArray[np.int64]:
        gains = np.zeros(self.formulation.columns, dtype=np.int64)
        for flex in self.flexes:
            cost = _lot(flex.change) if is_lot else price.get(flex.change.what, 0)
            gains[flex.column] += cost if flex.change.what == "pin" else -cost
        return gains


def make_elastic(
    component: Component, flexible: Collection[str], pins: Mapping[str, str], exclusions: Collection[tuple[str, str]]
) -> Elastic:
    """Linear form of a component in which bounds may give way.

    Args:
        component: Candidates as if every pin and forbid that may flex were dropped already.
        flexible: Kinds of changes: ``min``, ``max``, ``pin``, ``forbid``, ``quota``.
        pins: Branch id by member id of the pins that may be dropped.
        exclusions: Pairs of the forbids that may be dropped.
    """
    flexes = list(_pair_flexes(component, pins, exclusions))
    rows: list[Row] = []
    uppers = [1] * component.pairs
    labels: list[tuple[str, ...]] = []
    for row in (row for rule in RULES for row in rule.rows(component)):
        sides = _sides(component, row)
        if not sides:
            rows.append(row)
            continue
        for side in sides:
            part, change, most = side
            kind = change.what
            if kind not in flexible or most <= 0:
                rows.append(part)
                continue
            sign = 1 if part.lower is not None else -1
            rows.append(
                replace(
                    part,
                    columns=np.append(part.columns, len(uppers)).astype(np.intp),
                    coefficients=np.append(part.coefficients, sign).astype(np.int64),
                )
            )
            flexes.append(Flex(change, len(uppers)))
            uppers.append(most)
            labels.append((kind, *row.subject))
    formulation = Formulation(component, np.array(uppers, dtype=np.int64), tuple(labels), tuple(rows), ())
    return Elastic(formulation, tuple(flexes))


def _pair_flexes(
    component: Component, pins: Mapping[str, str], exclusions: Collection[tuple[str, str]]
) -> Iterator[Flex]:
    pairs = zip(component.pair_member.tolist(), component.pair_branch.tolist(), strict=True)
    for column, (member_index, branch_index) in enumerate(pairs):
        member, branch = component.members[member_index].id, component.branches[branch_index].id
        if pins.get(member) == branch:
            yield Flex(RepairChange("pin", branch, 1, 1, member=member), column)
        elif (member, branch) in exclusions:
            yield Flex(RepairChange("forbid", branch, 1, 1, member=member), column)


def _sides(component: Component, row: Row) -> Sequence[tuple[Row, RepairChange, int]]:
    """Each side of a bounded row by itself, what giving way there changes, and how far that makes sense."""
    found = []
    members = len(component.members)
    quota = int(row.subject[0]) if row.rule is RuleId.QUOTA else None
    if row.rule not in (RuleId.QUOTA, RuleId.BRANCH_QUOTA):
        return ()
    branch = row.subject[-1]
    if row.lower is not None:
        change = (
            RepairChange("min", branch, row.lower, row.lower)
            if quota is None
            else RepairChange("quota", branch, row.lower, row.lower, quota=quota, bound="min")
        )
        found.append((replace(row, upper=None), change, row.lower))
    if row.upper is not None:
        change = (
            RepairChange("max", branch, row.upper, row.upper)
            if quota is None
            else RepairChange("quota", branch, row.upper, row.upper, quota=quota, bound="max")
        )
        found.append((replace(row, lower=None), change, max(0, members - row.upper)))
    return found


def _lot(change: RepairChange) -> int:
    """The first 20 bits of SHA-256 of what is changed; it only tells equal changes apart."""
    text = "|".join([change.what, change.branch, change.member, str(change.quota), str(change.bound)])
    return int.from_bytes(sha256(text.encode()).digest()[:4], "big") >> (32 - _LOT_BITS)
