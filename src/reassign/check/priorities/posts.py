"""Vacant posts that placed members can hold, one each."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.check.linear import Auxiliary, Column, Row, pair
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Priority
from reassign.domain.roster import Branch, Member


class Posts(Twin):
    """The largest matching of vacancies and eligible members in each branch."""

    name = Priority.POSTS
    is_coverage = True

    def has_data(self, question: Question) -> bool:
        """Whether any post is vacant."""
        return any(branch.vacant_posts for branch in question.branches.values())

    def value_in(self, question: Question, branch: Branch, received: Sequence[Member]) -> int:
        """Vacancies filled by augmenting paths (Kuhn 1955)."""
        del question
        holder: dict[int, Member] = {}

        def find_post(member: Member, tried: set[int]) -> bool:
            for vacancy, post in enumerate(branch.vacant_posts):
                if post in member.eligible_posts and vacancy not in tried:
                    tried.add(vacancy)
                    if vacancy not in holder or find_post(holder[vacancy], tried):
                        holder[vacancy] = member
                        return True
            return False

        return sum(find_post(member, set()) for member in received)

    def auxiliary(self, question: Question, branch: Branch, candidates: Sequence[Member]) -> Auxiliary:
        """One column per candidate and different post; one post per member, one member per vacancy."""
        del question
        columns, rows = [], []
        holders: dict[str, list[Column]] = {post: [] for post in branch.vacant_posts}
        for member in candidates:
            own = [
                Column((self.name.value, branch.id, member.id, post), 1, 1)
                for post in holders
                if post in member.eligible_posts
            ]
            for column in own:
                holders[str(column.key[-1])].append(column)
            if own:
                columns += own
                coefficients = {pair(member.id, branch.id): 1, **{column.key: -1 for column in own}}
                rows.append(Row(("link", self.name.value, branch.id, "member", member.id), coefficients, 0, None))
        for post, able in holders.items():
            vacancies = branch.vacant_posts.count(post)
            if len(able) > vacancies:
                key = ("link", self.name.value, branch.id, "post", post)
                rows.append(Row(key, {column.key: 1 for column in able}, None, vacancies))
        return Auxiliary(tuple(columns), tuple(rows))
