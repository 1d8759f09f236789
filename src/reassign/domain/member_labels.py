"""What to call members where two of them have the same name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from reassign.domain.vietnamese import fold


def member_labels(names: Mapping[str, str]) -> dict[str, str]:
    """The name of each member, followed by the id where somebody else has it too.

    Args:
        names: Name by member id; names that differ by case or spaces alone count as the same.

    Returns:
        Label by member id; no two are the same.
    """
    counted = Counter(map(fold, names.values()))
    return {identity: name if counted[fold(name)] == 1 else f"{name} ({identity})" for identity, name in names.items()}
