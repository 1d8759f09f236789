"""Which word stands for what in one copy of a case."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.policy import MemberFilter, Policy
from reassign.domain.roster import Member, Rosters
from reassign.domain.vietnamese import fold
from reassign.writers.pseudonyms.words import ordered_words_for, words_for

POST_SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class Book:
    """Words by text; one text has one word wherever it stands.

    Attributes:
        members: Word by member id.
        names: Word by name.
        places: Word by the id, name or area of a branch, by unit, by old branch.
        fields: Word by field; words sort as fields do.
        posts: Word by post; words sort as posts do.
        labels: Word by label of ``together`` and ``apart``.
        others: Word by any other text that a filter of the policy reads.
    """

    members: Mapping[str, str]
    names: Mapping[str, str]
    places: Mapping[str, str]
    fields: Mapping[str, str]
    posts: Mapping[str, str]
    labels: Mapping[str, str]
    others: Mapping[str, str]

    def post(self, text: str) -> str:
        """A post as written, perhaps several with semicolons; one that is vacant somewhere keeps being recognised."""
        return "; ".join(self.posts[part.strip()] for part in text.split(POST_SEPARATOR) if part.strip())


def make_book(key: bytes, rosters: Rosters, policy: Policy, groups: Iterable[Sequence[str]] = ()) -> Book:
    """Choose the words for a case.

    Args:
        key: Secret of this copy, 32 random bytes.
        rosters: The case.
        policy: Its policy.
        groups: Member ids that end in one branch. Within a group the words sort as the ids do, because equal
            choices are settled in that order there; nothing else tells the order of the ids.
    """
    members = dict(words_for(key, "M", (member.id for member in rosters.members)))
    for group in groups:
        members.update(zip(sorted(group), sorted(members[member] for member in group), strict=True))
    known = {fold(post): post for branch in rosters.branches for post in branch.vacant_posts}
    exact = {post for branch in rosters.branches for post in branch.vacant_posts}
    exact.update(post for member in rosters.members for post in member.eligible_posts)
    exact.update(_wanted(policy, "eligible_posts"))
    written = {part.strip() for text in _posts_written(rosters, policy) for part in text.split(POST_SEPARATOR)}
    # A post as written is that of the roster if only case or marks differ.
    meant = {part: known.get(fold(part), part) for part in written} | {post: post for post in exact}
    words = ordered_words_for(key, "V", meant.values())
    return Book(
        members=members,
        names=words_for(key, "N", (*(member.name for member in rosters.members), *_wanted(policy, "name"))),
        places=_places(key, rosters, policy),
        fields=ordered_words_for(key, "F", _fields(rosters, policy)),
        posts={part: words[post] for part, post in meant.items()},
        labels=words_for(key, "G", _labels(rosters, policy)),
        others=words_for(key, "W", (str(value) for _, value in attributes(policy))),
    )


def attributes(policy: Policy) -> Iterator[tuple[str, object]]:
    """Every attribute that a filter of the policy reads, with the wanted value."""
    filters = [quota.members for quota in policy.quotas]
    if policy.protect is not None:
        filters.append(policy.protect)
    for each in filters:
        yield from _attributes(each)


def _attributes(wanted: MemberFilter) -> Iterator[tuple[str, object]]:
    yield from wanted.attributes
    for other in wanted.alternatives:
        yield from _attributes(other)


def _wanted(policy: Policy, *keys: str) -> Iterator[str]:
    return (str(value) for key, value in attributes(policy) if key in keys)


def _places(key: bytes, rosters: Rosters, policy: Policy) -> Mapping[str, str]:
    """Units, branches and areas have one word a text, so that what was equal stays equal."""
    units = {branch.unit for branch in rosters.branches}
    units.update(text for member in rosters.members for text in (member.unit, member.residence_unit))
    units.update(_wanted(policy, "unit", "residence_unit"))
    branches = {text for branch in rosters.branches for text in (branch.id, branch.name)}
    branches.update(text for step in rosters.lineage for text in (step.from_branch, step.to_branch))
    branches.update(origin(member, rosters) for member in rosters.members)
    branches.update(_wanted(policy, "current_branch"), policy.limits.branches)
    areas = {area for branch in rosters.branches for area in branch.areas}
    areas.update(text for member in rosters.members for text in (member.residence_area, *member.in_charge_of))
    areas.update(_wanted(policy, "residence_area", "in_charge_of"))
    words = dict(words_for(key, "A", areas - branches - units))
    words.update(words_for(key, "B", branches - units))
    words.update(words_for(key, "U", units))
    return words


def origin(member: Member, rosters: Rosters) -> str:
    """Where a member comes from: a branch id, an old branch, or as written; empty if nowhere."""
    if rosters.current is None:
        return member.current_branch_id or member.current_branch
    return rosters.current.get(member.id) or rosters.current_names.get(member.id, "")


def _fields(rosters: Rosters, policy: Policy) -> Iterator[str]:
    for branch in rosters.branches:
        yield from branch.needs
    for member in rosters.members:
        yield from member.fields
    yield from policy.needs_weights
    yield from _wanted(policy, "fields")


def _labels(rosters: Rosters, policy: Policy) -> Iterator[str]:
    for member in rosters.members:
        yield from (*member.together, *member.apart)
    yield from _wanted(policy, "together", "apart")


def _posts_written(rosters: Rosters, policy: Policy) -> Iterator[str]:
    yield from (member.post for member in rosters.members)
    yield from _wanted(policy, "post")
