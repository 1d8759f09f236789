"""The plan as a JSON document (plan.json of docs/reference/files.md)."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path

from reassign.domain.language import Language
from reassign.domain.plan import BranchLoad, LevelResult, Placement, ReviewItem
from reassign.domain.plan_workbook import PLAN_SCHEMA_VERSION
from reassign.domain.report import Report
from reassign.domain.roster import Branch, InputFile, Member
from reassign.messages.review import say_review
from reassign.writers.json.curve import curve_entries
from reassign.writers.json.policy import policy_document
from reassign.writers.json.replanning import replanning_document


def plan_document(report: Report, folder: Path | None) -> dict[str, object]:
    """The plan as plain JSON values with exactly the keys of docs/reference/files.md; ``replan`` only for a re-plan.

    Args:
        report: The plan and its question.
        folder: Folder of the plan, which the paths of the inputs are relative to; None leaves them as given.
    """
    members = {member.id: member for member in report.instance.members}
    branches = {branch.id: branch for branch in report.instance.branches}
    document: dict[str, object] = {
        "schema_version": PLAN_SCHEMA_VERSION,
        "tool": {"name": "reassign", "version": report.version},
        "status": report.plan.status,
        "inputs": [_input(file, folder) for file in report.rosters.files],
        "policy": policy_document(report.instance.policy),
        "seed": report.instance.seed,
        "priorities": [_level(level) for level in report.plan.levels],
        "placements": [
            _placement(placement, members[placement.member], branches[placement.branch])
            for placement in report.plan.placements
        ],
        "branches": [_branch(load, branches[load.branch]) for load in report.plan.branches],
        "review": [_review(item, report.language) for item in report.plan.review],
        "certificate": dict(report.plan.certificate),
    }
    if report.replanning is not None:
        document["replan"] = replanning_document(report.replanning)
    if report.curve is not None:
        document["curve"] = curve_entries(report.curve)
    return document


def render_json(report: Report, folder: Path | None) -> bytes:
    """The document as UTF-8, one placement, branch or level a line, with a line break at the end."""
    return layout(plan_document(report, folder)).encode()


def layout(document: Mapping[str, object]) -> str:
    """Any document as JSON text that is short, quick to write and readable line by line.

    Top keys and the items of top lists and tables have a line each; what lies deeper stays on that line.
    """
    encode = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode
    parts = []
    for key, value in document.items():
        if isinstance(value, list | tuple) and value:
            lines = ",\n  ".join(encode(item) for item in value)
            text = f"[\n  {lines}\n ]"
        elif isinstance(value, dict) and value:
            lines = ",\n  ".join(f"{encode(name)}: {encode(item)}" for name, item in value.items())
            text = f"{{\n  {lines}\n }}"
        else:
            text = encode(value)
        parts.append(f" {encode(key)}: {text}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _input(file: InputFile, folder: Path | None) -> dict[str, object]:
    asked = {key: value for key, value in (("sheet", file.sheet), ("encoding", file.encoding)) if value}
    return {"role": file.role, "file": _relative(file.path, folder), "sha256": file.sha256, **asked}


def _relative(path: str, folder: Path | None) -> str:
    if folder is None:
        return path
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        # Another drive of Windows: there is no relative path.
        return path


def _level(level: LevelResult) -> dict[str, object]:
    return {
        "names": [str(name) for name in level.names],
        "sense": level.sense,
        "value": level.value,
        "bound": level.bound,
        "proof": level.proof.value,
    }


def _placement(placement: Placement, member: Member, branch: Branch) -> dict[str, object]:
    return {
        "member": placement.member,
        "name": member.name,
        "unit": branch.unit,
        "branch": placement.branch,
        "from_branch": placement.from_branch,
        "pinned": placement.is_pinned,
        "moved": placement.has_moved,
        "reasons": list(placement.reasons),
        "tasks": list(placement.tasks),
        "interchangeable_with": list(placement.interchangeable_with),
    }


def _branch(load: BranchLoad, branch: Branch) -> dict[str, object]:
    return {
        "branch": load.branch,
        "name": branch.name,
        "unit": branch.unit,
        "received": load.received,
        "min": load.min,
        "max": load.max,
        "covered": dict(load.covered),
        "uncovered": list(load.uncovered),
        "committee_candidates": list(load.committee_candidates),
        "posts": {post: list(holders) for post, holders in load.posts.items()},
    }


def _review(item: ReviewItem, language: Language) -> dict[str, object]:
    return {
        "code": item.code,
        "member": item.member or None,
        "branch": item.branch or None,
        "parameters": dict(item.parameters),
        "message": say_review(item, language),
    }
