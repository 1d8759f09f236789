"""The files of a sample as bytes by relative path."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from reassign.domain.roster import BRANCH_KEYS, MEMBER_KEYS
from reassign.messages.columns import BRANCH_HEADERS, MEMBER_HEADERS
from reassign.samples.case import Case, Cases
from reassign.samples.officer_workbook import officer_workbook
from reassign.samples.policy import case_text
from reassign.samples.tables import roster_csv, small_csv
from reassign.samples.workbook import roster_workbook

RosterFormat: TypeAlias = Literal["xlsx", "csv"]


def sample_files(cases: Cases, roster_format: RosterFormat) -> Mapping[str, bytes]:
    """Every file of a sample; the small tables are csv whatever the format of the rosters."""
    files: dict[str, bytes] = {}
    for folder, case in cases.items():
        prefix = f"{folder}/" if folder else ""
        files.update({prefix + name: content for name, content in _case_files(case, roster_format).items()})
    return files


def _case_files(case: Case, roster_format: RosterFormat) -> Mapping[str, bytes]:
    inputs = {"members": "members", "branches": "branches", **case.inputs}
    # A roster is named without its ending, so that a case can borrow the one of another folder.
    inputs.update({role: f"{inputs[role]}.{roster_format}" for role in ("members", "branches")})
    files = {"reassign.toml": case_text(inputs, case.policy, case.policy_file).encode()}
    if case.members:
        files[f"members.{roster_format}"] = _members(case, roster_format)
    files[f"branches.{roster_format}"] = (
        roster_csv(BRANCH_KEYS, case.branches)
        if roster_format == "csv"
        else roster_workbook("Chi bộ", BRANCH_HEADERS, case.branches)
    )
    files.update({name: small_csv(table) for name, table in case.tables.items()})
    files.update({name: text.encode() for name, text in case.texts.items()})
    return files


def _members(case: Case, roster_format: RosterFormat) -> bytes:
    if roster_format == "csv":
        return roster_csv(MEMBER_KEYS, case.members)
    if case.is_as_kept_by_officers:
        return officer_workbook(case.titles, case.members)
    return roster_workbook("Đảng viên", MEMBER_HEADERS, case.members)
