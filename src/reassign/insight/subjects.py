"""Which member or branch somebody means: by id, or by a name that only one has."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from reassign.domain.errors import UsageError
from reassign.domain.instance import Instance
from reassign.domain.roster import Branch, Member
from reassign.domain.typed_branch import branches_meant, branches_to_offer, printed_branch
from reassign.domain.vietnamese import fold, plain, tidy

_SHOWN = 5

_Item = TypeVar("_Item", Member, Branch)


def find_member(instance: Instance, written: str) -> Member:
    """The member of an id, or of a name that only one has; letter case, spacing and the place of tones are ignored.

    Raises:
        UsageError: Nobody is meant, the nearest are named; or several are, all are named with what tells them apart.
    """
    members = instance.members
    known = next((member for member in members if member.id == tidy(written)), None)
    if known is not None:
        return known
    named = [member for member in members if fold(member.name) == fold(written)]
    if len(named) == 1:
        return named[0]
    if named:
        told = "; ".join(_told(member) for member in named)
        raise UsageError("explain-member-several", {"name": written, "count": len(named), "members": told})
    nearest = _nearest(written, members, lambda member: (member.id, member.name))
    told = "; ".join(_told(member) for member in nearest) or "–"
    raise UsageError("explain-member-unknown", {"name": written, "known": told})


def find_branch(instance: Instance, member: Member, written: str) -> Branch:
    """The branch of an id, or of a name or area that only one has in the member's unit, else only one anywhere.

    Raises:
        UsageError: No branch is meant, the nearest are named; or several are.
    """
    branches = instance.branches
    meant = branches_meant(branches, written, member.unit)
    if len(meant) == 1:
        return meant[0]
    if meant:
        told = "; ".join(map(printed_branch, meant))
        raise UsageError("explain-branch-several", {"name": written, "count": len(meant), "branches": told})
    word, own = branches_to_offer(branches, written, member.unit)
    nearest = _nearest(word, own, _names_of) or _nearest(word, branches, _names_of) or own[:_SHOWN]
    told = "; ".join(map(printed_branch, nearest)) or "–"
    raise UsageError("explain-branch-unknown", {"name": written, "known": told})


def _names_of(branch: Branch) -> tuple[str, ...]:
    return branch.id, branch.name, *branch.areas


def _nearest(written: str, items: Sequence[_Item], names: Callable[[_Item], Iterable[str]]) -> list[_Item]:
    """Items with a name that looks like the one written, best first; diacritics count little."""
    holders: dict[str, list[_Item]] = {}
    for item in items:
        for name in names(item):
            holders.setdefault(plain(name), []).append(item)
    wanted: str = plain(written)
    # A given name alone, as people are called, is far from a full name by letters but not by words.
    partly: list[str] = [name for name in holders if f" {wanted} " in f" {name} "]
    matches = [*difflib.get_close_matches(wanted, list(holders), n=_SHOWN, cutoff=0.6), *partly]
    found: list[_Item] = []
    for match in dict.fromkeys(matches):
        found.extend(item for item in holders[match] if item not in found)
    return found[:_SHOWN]


def _told(member: Member) -> str:
    """``Nguyễn Văn An (m12, 02/03/1975, Phường 1)``."""
    born = "/".join(reversed(member.birth_date.split("-")))
    return f"{member.name} ({', '.join(part for part in (member.id, born, member.unit) if part)})"
