"""Committee vacancies that placed members can fill."""

from __future__ import annotations

from collections.abc import Sequence

from reassign.domain.instance import Instance
from reassign.domain.policy import Priority
from reassign.model.component import Component
from reassign.model.priorities.terms import Link, SumOverBranches, Terms, TermsBuilder, columns_of, flags, no_pairs


class Committee(SumOverBranches):
    """Sum over branches of min(vacancies, placed eligible members)."""

    name = Priority.COMMITTEE

    def has_data(self, instance: Instance) -> bool:
        """Whether any committee has a vacancy."""
        return any(branch.committee_vacancies for branch in instance.branches)

    def terms(self, component: Component) -> Terms:
        """One column per branch with vacancies, at most the eligible members placed there."""
        builder = TermsBuilder(no_pairs(component))
        is_eligible = flags(component.members, "committee_eligible")
        for branch, columns in component.by_branch():
            eligible = columns_of(component, columns, is_eligible)
            seats = min(branch.committee_vacancies, len(eligible))
            if seats:
                filled = builder.auxiliary((branch.id,), seats, 1)
                builder.links.append(Link((branch.id,), eligible, ((filled, -1),), 0, None))
        return builder.terms()

    def branch_value(self, component: Component, branch: int, members: Sequence[int]) -> int:
        """Count the seats that can be filled."""
        vacancies = component.branches[branch].committee_vacancies
        if not vacancies:
            return 0
        return min(vacancies, sum(component.members[member].committee_eligible for member in members))
