"""Every priority by its name."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.instance import Instance
from reassign.domain.policy import Level, Priority, single_level
from reassign.model.priorities.balance import Balance
from reassign.model.priorities.committee import Committee
from reassign.model.priorities.continuity import Continuity
from reassign.model.priorities.distance import Distance
from reassign.model.priorities.draw import Draw
from reassign.model.priorities.in_charge import InCharge
from reassign.model.priorities.needs import Needs
from reassign.model.priorities.posts import Posts
from reassign.model.priorities.residence import Residence
from reassign.model.priorities.shortfall import Shortfall
from reassign.model.priorities.special import Special
from reassign.model.priorities.terms import PriorityModel

PRIORITIES: Mapping[Priority, PriorityModel] = {
    priority.name: priority
    for priority in (
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


def levels_of(instance: Instance) -> tuple[Level, ...]:
    """The levels of a plan, first to last: the shortfall if allowed, the policy's, the draw.

    Levels of the default order without data are left out; what the policy names itself is kept.
    """
    policy = instance.policy
    first = (single_level(Priority.SHORTFALL),) if policy.is_shortfall_allowed else ()
    ordered = (
        level
        for level in policy.order
        if policy.is_order_given or any(PRIORITIES[name].has_data(instance) for name in level.names)
    )
    return (*first, *ordered, single_level(Priority.DRAW))
