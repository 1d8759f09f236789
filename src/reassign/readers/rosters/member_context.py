"""What the member roster is read against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from reassign.domain.policy import Aliases, Policy
from reassign.domain.roster import Branch
from reassign.readers.places.crosswalk import Change


@dataclass(frozen=True, slots=True)
class MemberContext:
    """What a member's cells are resolved against.

    Attributes:
        branches: The branch roster; empty if it could not be read.
        old_branches: Old branches of the lineage.
        policy: Which residence column counts.
        aliases: Spellings the officer has decided on.
        fields: How the branch roster spells a field, by comparison key.
        changes: Lines of the crosswalk of old and new units.
    """

    branches: tuple[Branch, ...]
    old_branches: tuple[str, ...]
    policy: Policy
    aliases: Aliases
    fields: Mapping[str, str]
    changes: tuple[Change, ...] = ()
