"""Vacant posts that placed members can hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member
from reassign.model.component import Component
from reassign.model.matching import largest_matching
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, no_pairs


def fill_posts(branch: Branch, members: Sequence[Member]) -> Mapping[str, tuple[str, ...]]:
    """Holders (member ids) by post: as many vacancies as can be filled, one post per member."""
    vacancies = sorted(branch.vacant_posts)
    ordered = sorted(members, key=lambda member: member.id)
    choices = [[index for index, post in enumerate(vacancies) if post in member.eligible_posts] for member in ordered]
    holders: dict[str, tuple[str, ...]] = {}
    for post, left in zip(vacancies, largest_matching(choices, len(vacancies)), strict=True):
        if left is not None:
            holders[post] = (*holders.get(post, ()), ordered[left].id)
    return holders


class Posts(SumOverBranches):
    """Sum over branches of the most vacant posts that can be filled."""

    name = Priority.POSTS

    def has_data(self, instance: Instance) -> bool:
        """Whether any post is vacant."""
        return any(branch.vacant_posts for branch in instance.branches)

    def terms(self, component: Component) -> Terms:
        """One column per member, branch and post: a member placed there holds at most one post."""
        builder = TermsBuilder(no_pairs(component))
        for branch, columns in component.by_branch():
            vacancies = Counter(branch.vacant_posts)
            holding: dict[str, list[int]] = {post: [] for post in vacancies}
            for column in columns.tolist() if vacancies else ():
                member = component.members[component.pair_member[column]]
                posts = sorted(set(member.eligible_posts) & vacancies.keys())
                held = [builder.auxiliary((branch.id, member.id, post), 1, 1) for post in posts]
                for post, auxiliary in zip(posts, held, strict=True):
                    holding[post].append(auxiliary)
                if held:
                    pair = np.array([column], dtype=np.intp)
                    taken = tuple((auxiliary, -1) for auxiliary in held)
                    builder.links.append(Link((branch.id, "member", member.id), pair, taken, 0, None))
            for post in sorted(holding):
                if len(holding[post]) > vacancies[post]:
                    taken = tuple((auxiliary, 1) for auxiliary in holding[post])
                    nobody = np.empty(0, dtype=np.intp)
                    builder.links.append(Link((branch.id, "post", post), nobody, taken, None, vacancies[post]))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Count the posts filled by a largest matching."""
        place = component.branches[branch]
        if not place.vacant_posts:
            return 0
        return sum(map(len, fill_posts(place, [component.members[member] for member in members]).values()))
