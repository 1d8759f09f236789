"""Which members a filter of the policy speaks about."""

from __future__ import annotations

from reassign.domain.policy import MemberFilter, Quota
from reassign.domain.roster import Branch, Member

_RESOLVED = {"pinned_branch": "pinned_branch_id", "excluded_branches": "excluded_branch_ids"}


def is_matching(member: Member, wanted: MemberFilter) -> bool:
    """Whether the member has every wanted value; a list attribute matches if it contains the value."""
    return _has_all(member, wanted) or any(is_matching(member, other) for other in wanted.alternatives)


def _has_all(member: Member, wanted: MemberFilter) -> bool:
    for key, value in wanted.attributes:
        held = getattr(member, _RESOLVED.get(key, key))
        if value not in held if isinstance(held, tuple) else held != value:
            return False
    return True


def is_concerned(branch: Branch, quota: Quota) -> bool:
    """Whether the quota speaks about the branch."""
    if quota.branches == "all":
        return True
    if quota.branches == "special":
        return branch.special
    return branch.id in quota.branches
