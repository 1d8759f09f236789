"""Components settled one by one, side by side if there are many, and their levels added up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reassign.domain.plan import LevelResult, Proof, weakest
from reassign.domain.policy import Level
from reassign.domain.progress import Progress
from reassign.model.component import Component
from reassign.solve.certificate import whole_certificate
from reassign.solve.clock import Clock
from reassign.solve.part import Part, free_bound, solve_part

WORTH_SHARING = 100
"""Components from which on more processes than one are quicker, their start included (benchmarks/README.md)."""


@dataclass(frozen=True, slots=True)
class Solution:
    """The best placement found.

    Attributes:
        branch_of: Branch id by member id.
        levels: Value, bound and proof of each level over all components.
        certificate: The proofs as plain JSON values.
    """

    branch_of: Mapping[str, str]
    levels: tuple[LevelResult, ...]
    certificate: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Unsolvable:
    """Components that no placement satisfies."""

    components: tuple[Component, ...]


def solve(
    components: Sequence[Component],
    levels: Sequence[Level],
    progress: Progress,
    clock: Clock,
    *,
    engine: str = "auto",
    jobs: int = 1,
) -> Solution | Unsolvable:
    """Best placement in every level, first to last.

    Args:
        components: All components of the instance.
        levels: Levels, most important first.
        progress: Told of each component that is done.
        clock: When to stop proving.
        engine: See ``settle``.
        jobs: Processes that may share the work where that is quicker; the solution does not depend on it.

    Raises:
        InternalError: An engine's point has another value than the placement it stands for.
    """
    progress.stage("solving", len(components))
    if jobs > 1 and len(components) >= WORTH_SHARING:
        from reassign.solve.side_by_side import solve_side_by_side

        found = solve_side_by_side(components, levels, progress, clock, engine=engine, jobs=jobs)
    else:
        found = tuple(_in_turn(components, levels, progress, clock, engine))
    failed = tuple(component for component, part in zip(components, found, strict=True) if part is None)
    if failed:
        return Unsolvable(failed)
    parts = [part for part in found if part is not None]
    return Solution(
        branch_of={member: branch for part in parts for member, branch in part.branch_of.items()},
        levels=_results(components, parts, levels),
        certificate=whole_certificate([part.certificate for part in parts]),
    )


def _in_turn(
    components: Sequence[Component], levels: Sequence[Level], progress: Progress, clock: Clock, engine: str
) -> list[Part | None]:
    found = []
    for component in components:
        found.append(solve_part(component, levels, clock, engine=engine))
        progress.advance()
    return found


def _results(
    components: Sequence[Component], parts: Sequence[Part], levels: Sequence[Level]
) -> tuple[LevelResult, ...]:
    """Levels summed over the components; below a level without proof only unconditional bounds are honest."""
    results = []
    is_open = False
    for index, level in enumerate(levels):
        proofs = [part.proofs[index] for part in parts]
        proof = Proof.NONE if is_open else weakest(proofs)
        value = bound = sum(part.values[index] for part in parts)
        if proof is Proof.NONE:
            known = [None if is_open else part.bounds[index] for part in parts]
            bound = sum(
                free_bound(component, levels, index) if each is None else each
                for component, each in zip(components, known, strict=True)
            )
            is_open = True
        results.append(LevelResult(tuple(level.names), level.sense, value, bound, proof))
    return tuple(results)
