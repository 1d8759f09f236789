"""A case: which files, which policy, which seed — from flags, variables and ``reassign.toml``."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reassign.domain.errors import PolicyError, UsageError
from reassign.domain.findings import Finding, in_reading_order
from reassign.domain.policy import Aliases, Policy
from reassign.domain.report import Language
from reassign.readers.grids.encodings import ENCODINGS
from reassign.readers.grids.sources import RosterSources, Source, in_encoding, source
from reassign.readers.policy.policy import read_policy, read_policy_file
from reassign.readers.policy.toml_file import TomlFile, read_toml

if TYPE_CHECKING:
    from reassign.readers.policy.policy_schema import CaseTable

CASE_FILE = "reassign.toml"

ROLES: tuple[str, ...] = (
    *("members", "branches", "current", "lineage", "pins", "forbids", "distances", "lots"),
    *("holidays", "crosswalk", "events"),
)
"""Inputs that can be named by a flag, a variable or ``[inputs]``."""

_YES = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False, "": False}
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class CaseFlags:
    """What the command line says; everything may be absent.

    Attributes:
        files: File by role (``ROLES``), relative to the working folder, ``file.xlsx#Sheet`` allowed.
        policy: Policy file, relative to the working folder.
        is_shortfall_allowed: Whether minima become the first level.
        seed: Seed of the draw, >= 0.
        time_limit: Longest solving time [seconds], > 0.
        language: Language of messages and documents.
        encoding: What text files that are no UTF-8 are read in (``encodings.ENCODINGS``).
    """

    files: Mapping[str, str] = field(default_factory=dict)
    policy: str | None = None
    is_shortfall_allowed: bool = False
    seed: int | None = None
    time_limit: float | None = None
    language: Language | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class CaseSettings:
    """Everything that is settled before a roster is opened.

    Attributes:
        folder: Folder of ``reassign.toml``, else the working folder.
        sources: The rosters and smaller tables.
        policy: The policy.
        policy_file: File the policy was read from; None for the defaults.
        aliases: Spellings the officer has decided on.
        language: Language of documents.
        seed: Seed of the draw.
        time_limit: Longest solving time [seconds]; None for no limit.
        encoding: What text files that are no UTF-8 are read in; empty if nobody said. The sources know it.
    """

    folder: Path
    sources: RosterSources
    policy: Policy = field(default_factory=Policy)
    policy_file: Path | None = None
    aliases: Aliases = field(default_factory=Aliases)
    language: Language = "en"
    seed: int = 0
    time_limit: float | None = None
    encoding: str = ""


def read_case(
    working_folder: Path, flags: CaseFlags, environment: Mapping[str, str], fallback_language: Language
) -> CaseSettings:
    """Settle a case: flags, then ``REASSIGN_*`` variables, then ``reassign.toml``, then defaults.

    Args:
        working_folder: Where the command runs; ``reassign.toml`` is looked for there and above.
        flags: What the command line says.
        environment: Environment variables.
        fallback_language: Language when nobody names one.

    Raises:
        UsageError: A flag or variable has no usable value, or no rosters are named.
        PolicyError: The policy or ``reassign.toml`` has problems; all of them are told at once.
    """
    flags = completed_flags(flags, environment)
    case_file = find_case_file(working_folder)
    file = read_toml(case_file, CASE_FILE) if case_file else TomlFile(CASE_FILE, "", {})
    folder = case_file.parent if case_file else working_folder
    table, findings = _read_table(file)
    policy, policy_file, policy_findings = _read_policy(file, case_file, working_folder, flags.policy)
    findings += policy_findings
    if table is None or policy is None:
        raise PolicyError(in_reading_order(findings))
    return CaseSettings(
        folder=folder,
        sources=in_encoding(_sources(flags, table, working_folder, folder), flags.encoding or ""),
        policy=replace(policy, is_shortfall_allowed=flags.is_shortfall_allowed),
        policy_file=policy_file,
        aliases=_aliases(table),
        language=flags.language or table.output.language or fallback_language,
        seed=_first(flags.seed, table.seed, 0),
        time_limit=table.time_limit if flags.time_limit is None else flags.time_limit,
        encoding=flags.encoding or "",
    )


def find_case_file(working_folder: Path) -> Path | None:
    """``reassign.toml`` in a folder or the nearest one above it."""
    for folder in (working_folder, *working_folder.parents):
        if (folder / CASE_FILE).is_file():
            return folder / CASE_FILE
    return None


def output_language(case_file: Path) -> Language | None:
    """The language that ``reassign.toml`` names; None if it names none or cannot be read."""
    try:
        output = read_toml(case_file, CASE_FILE).data.get("output")
        named = output.get("language") if isinstance(output, Mapping) else None
        return parse_language(named) if isinstance(named, str) else None
    except (PolicyError, UsageError, ValueError, RecursionError):
        return None


def completed_flags(flags: CaseFlags, environment: Mapping[str, str]) -> CaseFlags:
    """The flags with ``REASSIGN_*`` variables in the place of what is absent.

    Raises:
        UsageError: A flag or variable has no usable value.
    """

    def variable(name: str, convert: Callable[[str], _Value]) -> _Value | None:
        text = environment.get(f"REASSIGN_{name}", "")
        if not text:
            return None
        try:
            return convert(text)
        except (KeyError, ValueError):
            raise UsageError("variable-value", {"name": f"REASSIGN_{name}", "value": text}) from None

    files = {role: flags.files.get(role) or environment.get(f"REASSIGN_{role.upper()}", "") for role in ROLES}
    completed = CaseFlags(
        files={role: name for role, name in files.items() if name},
        policy=flags.policy or environment.get("REASSIGN_POLICY") or None,
        is_shortfall_allowed=flags.is_shortfall_allowed or bool(variable("ALLOW_SHORTFALL", _YES.__getitem__)),
        seed=variable("SEED", int) if flags.seed is None else flags.seed,
        time_limit=variable("TIME_LIMIT", float) if flags.time_limit is None else flags.time_limit,
        language=flags.language or variable("LANG", parse_language),
        encoding=flags.encoding or variable("ENCODING", _encoding),
    )
    if completed.seed is not None and completed.seed < 0:
        raise UsageError("seed-negative", {"value": completed.seed})
    limit = completed.time_limit
    if limit is not None and not (limit > 0 and math.isfinite(limit)):
        raise UsageError("time-limit", {"value": f"{limit:g}"})
    return completed


def parse_language(text: str) -> Language:
    """``vi`` or ``en``.

    Raises:
        ValueError: It is neither.
    """
    if text == "vi":
        return "vi"
    if text == "en":
        return "en"
    raise ValueError(text)


def _encoding(text: str) -> str:
    if text not in ENCODINGS:
        raise ValueError(text)
    return text


def _read_table(file: TomlFile) -> tuple[CaseTable | None, tuple[Finding, ...]]:
    from pydantic import ValidationError

    from reassign.readers.policy.policy_findings import TomlPlaces, schema_findings
    from reassign.readers.policy.policy_schema import CaseTable

    try:
        return CaseTable.model_validate(file.data), ()
    except ValidationError as error:
        places = TomlPlaces(file.name, file.text)
        return None, schema_findings(error.errors(include_url=False), CaseTable, places)


def _read_policy(
    file: TomlFile, case_file: Path | None, working_folder: Path, flag: str | None
) -> tuple[Policy | None, Path | None, tuple[Finding, ...]]:
    """The policy, the file it stands in, and its problems."""
    named = file.data.get("policy")
    if flag is not None:
        path, name = working_folder / flag, flag
    elif isinstance(named, str) and case_file is not None:
        path, name = case_file.parent / named, named
    elif named is not None:
        policy, findings = read_policy(file, named, ("policy",))
        return policy, case_file, findings
    else:
        return Policy(), None, ()
    try:
        policy_file = read_toml(path, name)
    except PolicyError as error:
        return None, path, error.findings
    policy, findings = read_policy_file(policy_file)
    return policy, path, findings


def _sources(flags: CaseFlags, table: CaseTable, working_folder: Path, folder: Path) -> RosterSources:
    """Files from flags and variables relative to the working folder, those of the table to its own."""
    found: dict[str, Source] = {}
    for role in ROLES:
        written: str | None = getattr(table.inputs, role)
        if role in flags.files:
            found[role] = source(working_folder, flags.files[role])
        elif written:
            found[role] = source(folder, written)
    missing = [role for role in ("members", "branches") if role not in found]
    if missing:
        raise UsageError("input-not-named", {"role": missing[0]})
    return RosterSources(**found)


def _aliases(table: CaseTable) -> Aliases:
    written = table.aliases
    return Aliases(
        area=dict(written.area),
        unit=dict(written.unit),
        field_name=dict(written.field),
        branch=dict(written.branch),
        columns=dict(table.columns),
    )


def _first(*values: int | None) -> int:
    return next(value for value in values if value is not None)
