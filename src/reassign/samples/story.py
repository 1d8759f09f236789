"""What is typical for the members and branches of one system."""

from __future__ import annotations

import datetime
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """Shares are percentages of members or branches.

    Attributes:
        effective: Date of the plan.
        basis: Residence that counts: ``registered`` or ``current``.
        area_word: What an area is called: Khu phố or Ấp.
        is_one_area_each: Whether every branch covers exactly one numbered area.
        residents: Members living in their own unit.
        neighbours: Members living in another unit of the system.
        key_cadres: Key cadres per unit, fewest and most.
        in_charge: Members in charge of an area, key cadres not counted.
        probationary: Probationary members.
        eligible: Official members eligible for a committee.
        post_holders: Official members who could take a post of a neighbourhood.
        needy: Branches weak in at least one field.
        special: Special branches.
        vacancies: Branches with a free seat in the committee.
        vacant_posts: Branches with a vacant post.
        exempt: Exempt members.
    """

    effective: datetime.date
    basis: str = "registered"
    area_word: str = "Khu phố"
    is_one_area_each: bool = False
    residents: int = 40
    neighbours: int = 25
    key_cadres: tuple[int, int] = (2, 4)
    in_charge: int = 12
    probationary: int = 8
    eligible: int = 35
    post_holders: int = 35
    needy: int = 70
    special: int = 12
    vacancies: int = 35
    vacant_posts: int = 15
    exempt: int = 2
