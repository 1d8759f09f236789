"""The policy as a document that mirrors ``[policy]`` of ``reassign.toml``, every effective value written out."""

from __future__ import annotations

from reassign.domain.policy import BranchLimit, Level, MemberFilter, Policy, Quota


def policy_document(policy: Policy) -> dict[str, object]:
    """Plain JSON values under the keys of ``[policy]`` (docs/reference/policy.md); a reader gets the same policy back.

    Three things that a run decides beside the policy stand with it, because a checker needs them:
    ``priorities.is_default`` (the order was not given, constant priorities are skipped), ``replan.max_moves``
    and ``allow_shortfall``. ``effective`` is ISO 8601 or null, a limit without a maximum is ``"none"``.
    """
    return {
        "name": policy.name,
        "effective": None if policy.effective is None else policy.effective.isoformat(),
        "limits": {
            "min": policy.limits.min,
            "max": "none" if policy.limits.max is None else policy.limits.max,
            "branch": {branch: _limit(limit) for branch, limit in sorted(policy.limits.branches.items())},
        },
        "scope": {"within": policy.scope},
        "priorities": {"order": [_level(level) for level in policy.order], "is_default": not policy.is_order_given},
        "needs": {"weights": dict(sorted(policy.needs_weights.items()))},
        "residence": {"basis": policy.residence_basis},
        "balance": {"count": policy.balance_count},
        "distance": {"missing": policy.distance_missing},
        "quota": [_quota(quota) for quota in policy.quotas],
        "repair": _repair(policy),
        "replan": {
            "protect": None if policy.protect is None else _any_filter(policy.protect),
            "max_moves": policy.max_moves,
        },
        "thresholds": {
            "branch": policy.thresholds.branch,
            "committee": policy.thresholds.committee,
            "large": policy.thresholds.large,
        },
        "deadlines": {"start": policy.deadlines.start, "present": policy.deadlines.present},
        "allow_shortfall": policy.is_shortfall_allowed,
    }


def _repair(policy: Policy) -> dict[str, object]:
    """What may flex, and what was dropped; a policy that drops nothing does not speak of it."""
    document: dict[str, object] = {"flex": list(policy.repair_flex)}
    if policy.dropped:
        document["drop"] = [
            {"what": each.what, "member": each.member, "branch": each.branch} for each in policy.dropped
        ]
    return document


def _limit(limit: BranchLimit) -> dict[str, object]:
    document: dict[str, object] = {}
    if limit.min is not None:
        document["min"] = limit.min
    if limit.is_unlimited:
        document["max"] = "none"
    elif limit.max is not None:
        document["max"] = limit.max
    return document


def _level(level: Level) -> str | dict[str, int]:
    if level.is_weighted:
        return {priority.value: weight for priority, weight in level.terms}
    return level.terms[0][0].value


def _filter(wanted: MemberFilter) -> dict[str, object]:
    return dict(wanted.attributes)


def _any_filter(wanted: MemberFilter) -> object:
    """One table, or a list of them if there are alternatives."""
    filters = [_filter(wanted), *(_filter(other) for other in wanted.alternatives)]
    return filters[0] if len(filters) == 1 else filters


def _quota(quota: Quota) -> dict[str, object]:
    document: dict[str, object] = {
        "members": _filter(quota.members),
        "branches": quota.branches if isinstance(quota.branches, str) else list(quota.branches),
    }
    if quota.min is not None:
        document["min"] = quota.min
    if quota.max is not None:
        document["max"] = quota.max
    return document
