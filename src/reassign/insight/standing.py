"""A plan taken apart into its components, so that a change is settled where it happens and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.explanation import ComparedLevel, Relocation
from reassign.domain.instance import Instance
from reassign.domain.policy import Level
from reassign.model.component import Component, split
from reassign.model.formulate import level_values
from reassign.model.priorities.registry import levels_of


@dataclass(frozen=True, slots=True)
class Standing:
    """Where everybody is, and what each component adds to the levels.

    Attributes:
        instance: The question.
        levels: Levels, the draw last.
        components: The components of the question.
        branch_of: Branch id by member id.
        values: Value of each level by component.
        component_of: Index of the component by member id.
        component_at: Index of the component by branch id.
    """

    instance: Instance
    levels: tuple[Level, ...]
    components: tuple[Component, ...]
    branch_of: Mapping[str, str]
    values: tuple[tuple[int, ...], ...]
    component_of: Mapping[str, int]
    component_at: Mapping[str, int]

    def compared(self, there: Mapping[int, Sequence[int]]) -> tuple[ComparedLevel, ...]:
        """Levels of the whole plan, here and with other values in some components."""
        compared = []
        for index, level in enumerate(self.levels):
            here = sum(values[index] for values in self.values)
            change = sum(values[index] - self.values[number][index] for number, values in there.items())
            compared.append(ComparedLevel(tuple(level.names), level.sense, here, here + change))
        return tuple(compared)

    def moved(self, there: Mapping[str, str], *, besides: str = "") -> tuple[Relocation, ...]:
        """Who is elsewhere in another placement, by member id, one member left out."""
        return tuple(
            Relocation(member, self.branch_of[member], branch)
            for member, branch in sorted(there.items())
            if member != besides and branch != self.branch_of[member]
        )


def stand(instance: Instance, branch_of: Mapping[str, str]) -> Standing:
    """Take a placement apart."""
    levels = levels_of(instance)
    components = split(instance)
    return Standing(
        instance=instance,
        levels=levels,
        components=components,
        branch_of=branch_of,
        values=tuple(_values(component, levels, branch_of) for component in components),
        component_of={member.id: index for index, part in enumerate(components) for member in part.members},
        component_at={branch.id: index for index, part in enumerate(components) for branch in part.branches},
    )


def _values(component: Component, levels: Sequence[Level], branch_of: Mapping[str, str]) -> tuple[int, ...]:
    """Value of each level in one component, counted from the placement."""
    place = {branch.id: index for index, branch in enumerate(component.branches)}
    received: list[list[int]] = [[] for _ in component.branches]
    for index, member in enumerate(component.members):
        received[place[branch_of[member.id]]].append(index)
    return level_values(component, levels, received)
