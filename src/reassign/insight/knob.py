"""Figures of a policy that can be turned: limits, weights, quotas."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from reassign.domain.errors import UsageError
from reassign.domain.policy import BranchLimit, Level, Policy, Priority
from reassign.domain.roster import Rosters

LARGEST_VALUE = 1_000_000
"""The largest figure a policy may hold."""

MOST_VALUES = 200
"""Most values of one range; each is a whole plan."""

_INDEXED = re.compile(r"^(quota|priorities\.order)(?:\[(\d+)\]|\.(\d+))\.(.+)$")
_LIMIT = re.compile(r"^limits\.branch\.(.+)\.(min|max)$")
_STEP = re.compile(r"^(\d+)\.\.(\d+)(?:/(\d+))?$")
_NO_LIMIT = frozenset({"none", "không"})


@dataclass(frozen=True, slots=True)
class Knob:
    """One figure of a policy.

    Attributes:
        key: The key as in ``[policy]`` of ``reassign.toml``.
        current: What the policy says; None for no limit.
        is_limit: Whether None, no limit, is a value.
        turned: The policy with another value.
        measured: Priorities whose value depends on the figure itself and not only on the plan.
        field_name: The needed field that the figure weighs; empty otherwise.
    """

    key: str
    current: int | None
    is_limit: bool
    turned: Callable[[int | None], Policy]
    measured: tuple[Priority, ...] = ()
    field_name: str = ""


def find_knob(key: str, policy: Policy, rosters: Rosters) -> Knob:
    """The figure that a key names.

    Keys are those of ``[policy]``: ``limits.min``, ``limits.max``, ``limits.branch.ID.min``, ``limits.branch.ID.max``,
    ``needs.weights.FIELD``, ``quota[N].min``, ``quota[N].max``, ``priorities.order[N].NAME``; N counts from 1,
    quotation marks may stay away, and ``policy.`` may stand before.

    Raises:
        UsageError: There is no such key or figure; the nearest are named.
    """
    name = key.removeprefix("policy.").replace('"', "")
    if name in ("limits.min", "limits.max"):
        return _limit("min" if name.endswith("min") else "max", policy)
    if matched := _LIMIT.match(name):
        return _branch_limit(matched[1], "min" if matched[2] == "min" else "max", policy, rosters)
    if name.startswith("needs.weights."):
        return _weight(name.removeprefix("needs.weights."), policy, rosters)
    if matched := _INDEXED.match(name):
        index = int(matched[2] or matched[3]) - 1
        if matched[1] == "quota":
            return _quota(index, matched[4], key, policy)
        return _level_weight(index, matched[4], key, policy)
    raise _unknown(key, name, known_keys(policy, rosters))


def known_keys(policy: Policy, rosters: Rosters) -> tuple[str, ...]:
    """Keys that can be turned in this policy over these rosters; limits of single branches by one example."""
    fields = sorted({need for branch in rosters.branches for need in branch.needs})
    branches = [branch.id for branch in rosters.branches[:1]]
    return (
        "limits.min",
        "limits.max",
        *(f"limits.branch.{branch}.{side}" for branch in branches for side in ("min", "max")),
        *(f"needs.weights.{name}" for name in fields),
        *(
            f"quota[{index}].{side}"
            for index, quota in enumerate(policy.quotas, start=1)
            for side in ("min", "max")
            if getattr(quota, side) is not None
        ),
        *(
            f"priorities.order[{index}].{priority.value}"
            for index, level in enumerate(policy.order, start=1)
            if level.is_weighted
            for priority in level.names
        ),
    )


def parse_values(text: str, knob: Knob) -> tuple[int | None, ...]:
    """Values of a range: ``3..9``, ``10..100/10`` in steps, ``1,3,5``, several with commas; ``none`` for no limit.

    Raises:
        UsageError: It is no range of whole numbers, too long, or ``none`` where a number is needed.
    """
    values: list[int | None] = []
    for part in (part.strip() for part in text.split(",")):
        if part.casefold() in _NO_LIMIT and knob.is_limit:
            values.append(None)
        elif matched := _STEP.match(part):
            first, last, step = int(matched[1]), int(matched[2]), int(matched[3] or 1)
            if first > last or step == 0:
                raise UsageError("sweep-range", {"range": text})
            if (last - first) // step >= MOST_VALUES:
                raise UsageError("sweep-too-long", {"range": text, "most": MOST_VALUES})
            values.extend(range(first, last + 1, step))
        elif part.isdecimal() and part.isascii():
            values.append(int(part))
        else:
            raise UsageError("sweep-range", {"range": text})
    values = list(dict.fromkeys(values))
    if len(values) > MOST_VALUES:
        raise UsageError("sweep-too-long", {"range": text, "most": MOST_VALUES})
    if any(value is not None and value > LARGEST_VALUE for value in values):
        raise UsageError("sweep-too-large", {"range": text, "most": LARGEST_VALUE})
    return tuple(values)


def _limit(side: Literal["min", "max"], policy: Policy) -> Knob:
    limits = policy.limits

    def turned(value: int | None) -> Policy:
        if side == "min":
            return replace(policy, limits=replace(limits, min=value or 0))
        return replace(policy, limits=replace(limits, max=value))

    return Knob(f"limits.{side}", limits.min if side == "min" else limits.max, side == "max", turned)


def _branch_limit(branch: str, side: Literal["min", "max"], policy: Policy, rosters: Rosters) -> Knob:
    """The exception of one branch; it wins over the roster's row."""
    rows = {row.id: row for row in rosters.branches}
    if branch not in rows:
        raise _unknown(branch, branch, tuple(rows), "sweep-branch")
    limits = policy.limits
    known = limits.branches.get(branch, BranchLimit())
    row = rows[branch]

    def turned(value: int | None) -> Policy:
        is_least = side == "min"
        limit = replace(known, min=value) if is_least else replace(known, max=value, is_unlimited=value is None)
        return replace(policy, limits=replace(limits, branches={**limits.branches, branch: limit}))

    stated: tuple[int | None, ...]
    if side == "min":
        stated = (known.min, row.min, limits.min)
    else:
        stated = (known.max, None if known.is_unlimited else row.max, None if known.is_unlimited else limits.max)
    current = next((value for value in stated if value is not None), None)
    return Knob(f"limits.branch.{branch}.{side}", current, side == "max", turned)


def _weight(field_name: str, policy: Policy, rosters: Rosters) -> Knob:
    """The weight of a needed field, 1 unless the policy says otherwise."""
    needed = tuple(sorted({need for branch in rosters.branches for need in branch.needs}))
    if field_name not in needed:
        raise _unknown(field_name, field_name, needed, "sweep-field")

    def turned(value: int | None) -> Policy:
        return replace(policy, needs_weights={**policy.needs_weights, field_name: value or 0})

    key = f'needs.weights."{field_name}"'
    current = policy.needs_weights.get(field_name, 1)
    return Knob(key, current, is_limit=False, turned=turned, measured=(Priority.NEEDS,), field_name=field_name)


def _quota(index: int, side: str, key: str, policy: Policy) -> Knob:
    quotas = policy.quotas
    if not 0 <= index < len(quotas) or side not in ("min", "max"):
        known = tuple(f"quota[{number}].{one}" for number in range(1, len(quotas) + 1) for one in ("min", "max"))
        raise _unknown(key, key, known)

    def turned(value: int | None) -> Policy:
        quota = replace(quotas[index], min=value) if side == "min" else replace(quotas[index], max=value)
        return replace(policy, quotas=(*quotas[:index], quota, *quotas[index + 1 :]))

    current = quotas[index].min if side == "min" else quotas[index].max
    return Knob(f"quota[{index + 1}].{side}", current, is_limit=True, turned=turned)


def _level_weight(index: int, name: str, key: str, policy: Policy) -> Knob:
    """The weight of a priority within a weighted level."""
    order = policy.order
    weighted = {
        f"priorities.order[{number}].{priority.value}": (number - 1, priority)
        for number, level in enumerate(order, start=1)
        if level.is_weighted
        for priority in level.names
    }
    found = weighted.get(f"priorities.order[{index + 1}].{name}")
    if found is None:
        raise _unknown(key, key, tuple(weighted), "sweep-level")
    place, priority = found

    def turned(value: int | None) -> Policy:
        terms = tuple((one, (value or 0) if one is priority else weight) for one, weight in order[place].terms)
        return replace(policy, order=(*order[:place], Level(terms, is_weighted=True), *order[place + 1 :]))

    current = dict(order[place].terms)[priority]
    key = f"priorities.order[{index + 1}].{name}"
    return Knob(key, current, is_limit=False, turned=turned, measured=order[place].names)


def _unknown(written: str, compared: str, known: Sequence[str], key: str = "sweep-key") -> UsageError:
    nearest = difflib.get_close_matches(compared, known, n=3, cutoff=0.5) or list(known[:8])
    return UsageError(key, {"key": written, "known": ", ".join(nearest) or "–"})
