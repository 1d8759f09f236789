"""The text of ``reassign.toml`` and of policy files."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence

DEFAULT_ORDER = (
    *("in_charge", "special", "residence", "needs", "committee"),
    *("posts", "continuity", "balance", "distance"),
)

_REPLAN_REMARK = (
    "# replan cũng theo thứ tự này; bỏ dòng order thì replan đặt continuity (ít người phải chuyển nhất) lên đầu."
)


def policy_text(
    name: str,
    effective: datetime.date,
    *,
    order: Sequence[str] = DEFAULT_ORDER,
    limits: tuple[int, int | None] = (1, 7),
    basis: str = "registered",
    weights: Mapping[str, int] | None = None,
    is_official_needed: bool = False,
) -> str:
    """The ``[policy]`` table as TOML, for a case or a file of its own.

    Args:
        name: Title of the plan.
        effective: Date of the plan.
        order: Priorities, the most important first.
        limits: Fewest and most received members per branch; None for no maximum.
        basis: Residence that counts.
        weights: Weights of needed fields, 1 where absent.
        is_official_needed: Whether each branch must receive an official member.
    """
    fewest, most = limits
    blocks = [
        ["[policy]", f"name = {_quoted(name)}", f"effective = {effective.isoformat()}"],
        ["[policy.limits]", f"min = {fewest}", f"max = {_quoted('none') if most is None else most}"],
        ["[policy.scope]", 'within = "unit"'],
        ["[policy.priorities]", _REPLAN_REMARK, f"order = [{', '.join(_quoted(priority) for priority in order)}]"],
        ["[policy.residence]", f"basis = {_quoted(basis)}"],
    ]
    if weights:
        pairs = ", ".join(f"{_quoted(need)} = {weight}" for need, weight in weights.items())
        blocks.append(["[policy.needs]", f"weights = {{ {pairs} }}"])
    if is_official_needed:
        blocks.append(["[[policy.quota]]", 'members = { status = "official" }', 'branches = "all"', "min = 1"])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def case_text(inputs: Mapping[str, str], policy: str, policy_file: str) -> str:
    """``reassign.toml``: the inputs, then the policy or the name of its file."""
    files = "\n".join(f"{role} = {_quoted(file)}" for role, file in inputs.items())
    head = f"policy = {_quoted(policy_file)}\n\n" if policy_file else ""
    tail = "" if policy_file else f"\n{policy}"
    return f'{head}[inputs]\n{files}\n{tail}\n[output]\nlanguage = "vi"\n'


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
