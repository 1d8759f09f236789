"""What a re-plan is made from: the old plan, and its case as it is now."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from reassign.domain.errors import InputError, UsageError
from reassign.domain.language import Language
from reassign.domain.policy import MemberFilter
from reassign.readers.grids.sources import RosterSources, Source, in_encoding, source
from reassign.readers.plans.plan_file import PlanFile, read_plan_file
from reassign.readers.policy.case import CASE_FILE, ROLES, CaseFlags, CaseSettings, completed_flags, read_case

TABLES = frozenset({".csv", ".xls", ".ods"})
"""Endings of a plan that tells who is where and nothing else."""


@dataclass(frozen=True, slots=True)
class ReplanFlags:
    """What the command line says beside the case.

    Attributes:
        protect: Who may not move, besides those whom the policy protects; None for nobody.
        max_moves: Most moves [members]; None for no limit.
        as_of: Last day whose events count; None to leave it to the policy.
    """

    protect: MemberFilter | None = None
    max_moves: int | None = None
    as_of: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class ReplanSettings:
    """The old plan and the case as it is now.

    Attributes:
        plan: The old plan; None if it is a table that tells only who is where.
        path: Where the old plan is.
        case: The case; ``current`` is the old plan.
        until: Last day whose events count; None for all.
        protect: Who may not move by the command line alone; None for nobody.
        kept: Files of the old plan that are used although ``reassign.toml`` names others or none, by role.
    """

    plan: PlanFile | None
    path: Path
    case: CaseSettings
    until: datetime.date | None
    protect: MemberFilter | None = None
    kept: Mapping[str, Source] = field(default_factory=dict)


def settle_replan(
    working_folder: Path,
    name: str,
    flags: CaseFlags,
    more: ReplanFlags,
    environment: Mapping[str, str],
    fallback_language: Language,
) -> ReplanSettings:
    """Find everything that a re-plan is made from.

    Files come from the flags and variables, else from ``reassign.toml`` if it was changed since the old plan, else
    from where the old plan says they are, else from ``reassign.toml``.
    The policy is the one that is named, else the old plan's policy file as it is now, else the old plan's own.

    Args:
        working_folder: Where the command runs.
        name: The old plan as the user named it.
        flags: What the command line says about the case.
        more: What it says about the re-plan.
        environment: Environment variables.
        fallback_language: Language when nobody names one.

    Raises:
        InputError: The old plan cannot be read.
        UsageError: A flag or variable has no usable value, or no rosters are named.
        PolicyError: The policy has problems.
    """
    from reassign.insight.replanning import last_day, replanning_policy

    if more.max_moves is not None and more.max_moves < 0:
        raise UsageError("max-moves-negative", {"value": more.max_moves})
    flags = completed_flags(flags, environment)
    path = working_folder / name
    plan: PlanFile | None = None
    if path.suffix.lower() not in TABLES:
        plan, findings = read_plan_file(Source(path, name), is_edit_welcome=True)
        if plan is None:
            raise InputError(findings)
    told = {} if plan is None else _told_files(plan, path.parent)
    case, kept = _case(working_folder, told, plan, flags, fallback_language)
    case = replace(case, sources=replace(case.sources, current=Source(path, name)))
    is_echo = plan is not None and flags.policy is None and ("policy" not in told or not told["policy"].path.is_file())
    written = plan.policy if plan is not None and is_echo else case.policy
    policy = replanning_policy(
        replace(
            written,
            is_shortfall_allowed=flags.is_shortfall_allowed or case.policy.is_shortfall_allowed,
            max_moves=more.max_moves,
            protect=_both(written.protect, more.protect),
        )
    )
    old_day = None if plan is None else plan.policy.effective
    return ReplanSettings(
        plan=plan,
        path=path,
        case=replace(case, policy=policy, policy_file=None if is_echo else case.policy_file),
        until=last_day(more.as_of, policy.effective, old_day),
        protect=more.protect,
        kept=kept,
    )


def _both(first: MemberFilter | None, second: MemberFilter | None) -> MemberFilter | None:
    """Members who match either filter."""
    if first is None or second is None:
        return first or second
    return replace(first, alternatives=(*first.alternatives, second))


def _told_files(plan: PlanFile, folder: Path) -> Mapping[str, Source]:
    """Files by role as the old plan names them; a roster of several files is their folder."""
    found: dict[str, Source] = {}
    for file in plan.inputs:
        path, name = folder / file.path, file.path
        if file.role in found:
            path, name = path.parent, name.rpartition("/")[0] or "."
        known = found.get(file.role)
        encoding = file.encoding or ("" if known is None else known.encoding)
        found[file.role] = Source(path, name, encoding=encoding)
    return found


def _case(
    working_folder: Path,
    told: Mapping[str, Source],
    plan: PlanFile | None,
    flags: CaseFlags,
    fallback_language: Language,
) -> tuple[CaseSettings, Mapping[str, Source]]:
    """The case around the old plan, and what it takes from the old plan against ``reassign.toml``."""
    named = {role: source(working_folder, text) for role, text in flags.files.items()}
    present = {role: each for role, each in told.items() if each.path.exists()}
    folder, policy = _policy_place(working_folder, present, flags.policy)
    seed = plan.seed if flags.seed is None and plan is not None else flags.seed
    files = {role: _absolute(each) for role, each in named.items()}
    settled = replace(flags, files=files, policy=policy, seed=seed)
    try:
        case = read_case(folder, settled, {}, fallback_language)
    except UsageError as error:
        if error.key != "input-not-named" or not {"members", "branches"} <= told.keys():
            raise
        rosters = {role: _absolute(told[role]) for role in ("members", "branches")}
        case = read_case(folder, replace(settled, files=rosters | files), {}, fallback_language)
    is_case_newer = _is_case_newer(plan, told)
    used, kept = _sources(case.sources, named, told, present, is_case_newer=is_case_newer)
    return replace(case, sources=in_encoding(replace(case.sources, **used), case.encoding)), kept


def _is_case_newer(plan: PlanFile | None, told: Mapping[str, Source]) -> bool:
    """Whether the ``reassign.toml`` that the old plan was made by was changed since."""
    beside = told.get("policy")
    if plan is None or beside is None or beside.path.name != CASE_FILE or not beside.path.is_file():
        return False
    digest = sha256(beside.path.read_bytes()).hexdigest()
    return all(file.sha256 != digest for file in plan.inputs if file.role == "policy")


def _policy_place(working_folder: Path, told: Mapping[str, Source], named: str | None) -> tuple[Path, str | None]:
    """The folder whose ``reassign.toml`` counts, and the policy file if it is another one."""
    beside = told.get("policy")
    is_there = beside is not None and beside.path.is_file()
    if beside is not None and is_there and beside.path.name == CASE_FILE:
        folder, policy = beside.path.absolute().parent, None
    else:
        folder = told["members"].path.absolute().parent if "members" in told else working_folder
        policy = str(beside.path.absolute()) if beside is not None and is_there else None
    return folder, policy if named is None else str((working_folder / named).absolute())


def _sources(
    known: RosterSources,
    named: Mapping[str, Source],
    told: Mapping[str, Source],
    present: Mapping[str, Source],
    *,
    is_case_newer: bool,
) -> tuple[Mapping[str, Source], Mapping[str, Source]]:
    """The files to use where they are not simply those of the case, and those kept from the old plan against it.

    The case also knows the sheet of the same file. A plan that was moved away from its files gets those of the case
    it is re-planned in.
    """
    found: dict[str, Source] = {}
    kept: dict[str, Source] = {}
    for role in ROLES:
        own: Source | None = getattr(known, role)
        old = present.get(role)
        if role in named:
            found[role] = named[role]
        elif old is not None and own is not None and _is_same(own.path, old.path):
            found[role] = replace(own, encoding=old.encoding)
        elif old is not None and (own is None or not is_case_newer):
            found[role] = old
            if own is not None or is_case_newer:
                kept[role] = old
        elif role in told and own is None and not is_case_newer:
            found[role] = told[role]
    kept.pop("current", None)
    return found, kept


def _absolute(named: Source) -> str:
    return f"{named.path.absolute()}{'#' + named.sheet if named.sheet else ''}"


def _is_same(first: Path, second: Path) -> bool:
    return first.resolve() == second.resolve()


def next_name(path: Path) -> Path:
    """The workbook that a re-plan is written to when nothing is named: plan.xlsx → plan-2.xlsx → plan-3.xlsx."""
    stem, separator, number = path.stem.rpartition("-")
    if separator and number.isdigit():
        return path.with_name(f"{stem}-{int(number) + 1}.xlsx")
    return path.with_name(f"{path.stem}-2.xlsx")
