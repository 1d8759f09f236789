"""A policy as a file that an officer can read, change and use again."""

from __future__ import annotations

import json
from collections.abc import Mapping

from reassign.domain.policy import Policy
from reassign.writers.json.policy import policy_document


def render_policy(policy: Policy, remark: str) -> bytes:
    """A policy file (docs/reference/policy.md) as UTF-8; reading it gives the same policy back.

    Args:
        policy: The policy.
        remark: What the first line says.
    """
    document = policy_document(policy)
    lines = [f"# {line}" for line in remark.splitlines()]
    if policy.name:
        lines.append(f"name = {_value(policy.name)}")
    if policy.effective is not None:
        lines.append(f"effective = {policy.effective.isoformat()}")
    for key in ("limits", "scope", "priorities", "needs", "residence", "balance", "distance"):
        lines += _table(key, document[key])
    quotas = document["quota"]
    for quota in quotas if isinstance(quotas, list) else []:
        lines += ["", "[[quota]]", *(f"{_key(name)} = {_value(value)}" for name, value in quota.items())]
    for key in ("repair", "replan", "thresholds", "deadlines"):
        lines += _table(key, document[key])
    return ("\n".join(lines) + "\n").encode()


def _table(key: str, content: object) -> list[str]:
    if not isinstance(content, Mapping):
        raise TypeError(key)
    # What a run decides beside the policy is no part of a policy file.
    kept = {
        name: value for name, value in content.items() if value is not None and name not in {"is_default", "max_moves"}
    }
    if content.get("is_default"):
        kept.pop("order")
    below = kept.pop("branch", {}) if key == "limits" else {}
    lines = ["", f"[{key}]", *(f"{_key(name)} = {_value(value)}" for name, value in kept.items())] if kept else []
    for branch, limit in below.items():
        if limit:
            lines += ["", f"[limits.branch.{_text(branch)}]"]
            lines += [f"{_key(name)} = {_value(value)}" for name, value in limit.items()]
    return lines


def _key(name: str) -> str:
    is_bare = name.isascii() and name.replace("_", "").replace("-", "").isalnum()
    return name if is_bare else _text(name)


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Mapping):
        return (
            "{ " + ", ".join(f"{_key(str(name))} = {_value(each)}" for name, each in value.items()) + " }"
            if value
            else "{}"
        )
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return _text(str(value))


def _text(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON; DEL is the one character more that must be escaped."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
