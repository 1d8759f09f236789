"""Every priority by name, and the levels that a plan must report."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.check.priorities.balance import Balance
from reassign.check.priorities.committee import Committee
from reassign.check.priorities.continuity import Continuity
from reassign.check.priorities.distance import Distance
from reassign.check.priorities.draw import Draw
from reassign.check.priorities.in_charge import InCharge
from reassign.check.priorities.needs import Needs
from reassign.check.priorities.posts import Posts
from reassign.check.priorities.residence import Residence
from reassign.check.priorities.shortfall import Shortfall
from reassign.check.priorities.special import Special
from reassign.check.priorities.twin import Twin
from reassign.check.question import Question
from reassign.domain.policy import Level, Priority, single_level

PRIORITIES: Mapping[Priority, Twin] = {
    twin.name: twin
    for twin in (
        InCharge(),
        Special(),
        Residence(),
        Needs(),
        Committee(),
        Posts(),
        Continuity(),
        Balance(),
        Distance(),
        Shortfall(),
        Draw(),
    )
}


def reported_levels(question: Question) -> tuple[Level, ...]:
    """Shortfall if allowed; the policy's order, without levels that have no data unless it was named; the draw."""
    policy = question.policy
    shortfall = (single_level(Priority.SHORTFALL),) if policy.is_shortfall_allowed else ()
    named = tuple(
        level
        for level in policy.order
        if policy.is_order_given or any(PRIORITIES[name].has_data(question) for name in level.names)
    )
    return (*shortfall, *named, single_level(Priority.DRAW))
