"""The policy: TOML (docs/reference/policy.md) → ``Policy``, every problem at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from reassign.domain.findings import Finding, Severity
from reassign.domain.policy import (
    DEFAULT_ORDER,
    BranchLimit,
    Deadlines,
    Dropped,
    Level,
    Limits,
    MemberFilter,
    Policy,
    Priority,
    Quota,
    Thresholds,
    single_level,
)
from reassign.readers.policy.toml_file import TomlFile
from reassign.readers.policy.toml_lines import KeyPath

if TYPE_CHECKING:
    from reassign.readers.policy.policy_findings import TomlPlaces
    from reassign.readers.policy.policy_schema import (
        BranchLimitTable,
        LevelEntry,
        LimitsTable,
        MemberFilterTable,
        PolicyTable,
    )


def read_policy_file(file: TomlFile) -> tuple[Policy | None, tuple[Finding, ...]]:
    """A policy in a file of its own, its keys under ``[policy]`` or at the top level.

    Returns:
        The policy, None if there are errors, and the findings (codes P…).
    """
    if "policy" in file.data:
        return read_policy(file, file.data["policy"], ("policy",), file.data)
    return read_policy(file, file.data, ())


def read_policy(
    file: TomlFile, table: object, prefix: KeyPath, surroundings: Mapping[str, object] | None = None
) -> tuple[Policy | None, tuple[Finding, ...]]:
    """A policy from one table of a TOML file.

    Args:
        file: The file, for addresses.
        table: The table as parsed.
        prefix: Where the table stands in the file.
        surroundings: The tables of a file that may hold nothing but ``policy``; None to allow others.
    """
    from pydantic import ValidationError

    from reassign.readers.policy.policy_findings import TomlPlaces, schema_findings
    from reassign.readers.policy.policy_schema import PolicyTable

    places = TomlPlaces(file.name, file.text, prefix)
    findings = [*_strangers(surroundings or {}, TomlPlaces(file.name, file.text))]
    parsed: PolicyTable | None = None
    try:
        parsed = PolicyTable.model_validate(table)
    except ValidationError as error:
        findings.extend(schema_findings(error.errors(include_url=False), PolicyTable, places))
    findings.extend(_repeated_priorities(table, places))
    if parsed is None or findings:
        return None, tuple(findings)
    return _policy(parsed), ()


_OF_A_CASE = frozenset({"policy", "inputs", "aliases", "columns", "output"})
"""Tables of a case: its whole ``reassign.toml`` may be named for the policy in it."""


def _strangers(surroundings: Mapping[str, object], places: TomlPlaces) -> list[Finding]:
    """Keys beside ``[policy]`` in a policy file."""
    return [
        Finding(
            "P001",
            Severity.ERROR,
            places.address((key,)),
            value=key,
            parameters={"key": key, "table": places.table(()), "known": "policy"},
            suggestions=(places.dotted(("policy", key)),),
        )
        for key, told in surroundings.items()
        if key not in _OF_A_CASE or (key != "policy" and not isinstance(told, Mapping))
    ]


def _repeated_priorities(table: object, places: TomlPlaces) -> list[Finding]:
    """A priority may stand once in the order, weighted levels included."""
    priorities = table.get("priorities") if isinstance(table, dict) else None
    order = priorities.get("order") if isinstance(priorities, dict) else None
    seen: set[str] = set()
    findings: list[Finding] = []
    for index, entry in enumerate(order if isinstance(order, list) else ()):
        for name in entry if isinstance(entry, dict) else (entry,):
            if not isinstance(name, str):
                continue
            if name in seen:
                path: KeyPath = ("priorities", "order", index)
                findings.append(
                    Finding("P006", Severity.ERROR, places.address(path), name, {"key": places.dotted(path)})
                )
            seen.add(name)
    return findings


def _policy(table: PolicyTable) -> Policy:
    order = table.priorities.order
    return Policy(
        name=table.name,
        effective=table.effective,
        scope=table.scope.within,
        limits=_limits(table.limits),
        order=tuple(map(single_level, DEFAULT_ORDER)) if order is None else tuple(_level(entry) for entry in order),
        is_order_given=order is not None,
        needs_weights=dict(table.needs.weights),
        residence_basis=table.residence.basis,
        balance_count=table.balance.count,
        distance_missing=table.distance.missing,
        quotas=tuple(
            Quota(
                members=_filter(quota.members),
                branches=quota.branches if isinstance(quota.branches, str) else tuple(quota.branches),
                min=quota.min,
                max=quota.max,
            )
            for quota in table.quota
        ),
        repair_flex=tuple(table.repair.flex),
        dropped=tuple(Dropped(entry.what, entry.member, entry.branch) for entry in table.repair.drop),
        protect=_any_filter(table.replan.protect),
        thresholds=Thresholds(table.thresholds.branch, table.thresholds.committee, table.thresholds.large),
        deadlines=Deadlines(table.deadlines.start, table.deadlines.present),
    )


def _level(entry: LevelEntry) -> Level:
    if isinstance(entry, str):
        return single_level(Priority(entry))
    return Level(tuple((Priority(name), weight) for name, weight in entry.items()), is_weighted=True)


def _limits(table: LimitsTable) -> Limits:
    return Limits(
        min=table.min,
        max=None if table.max == "none" else table.max,
        branches={branch: _branch_limit(limit) for branch, limit in table.branch.items()},
    )


def _branch_limit(table: BranchLimitTable) -> BranchLimit:
    if table.max == "none":
        return BranchLimit(table.min, None, is_unlimited=True)
    return BranchLimit(table.min, table.max)


def _any_filter(tables: MemberFilterTable | list[MemberFilterTable]) -> MemberFilter | None:
    filters = [_filter(table) for table in (tables if isinstance(tables, list) else [tables])]
    return replace(filters[0], alternatives=tuple(filters[1:])) if filters else None


def _filter(table: MemberFilterTable) -> MemberFilter:
    written = table.model_dump(by_alias=True, exclude_unset=True)
    return MemberFilter(tuple((key, cast("str | bool | int", value)) for key, value in written.items()))
