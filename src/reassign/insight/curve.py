"""The price curve: the best level vector with at most k moves, for every k that matters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.curve import Curve, CurveLevel, CurvePoint
from reassign.domain.instance import Instance
from reassign.domain.plan import LevelResult, Proof, weakest
from reassign.domain.policy import Level, Policy, Priority, single_level
from reassign.domain.progress import NoProgress, Progress
from reassign.model.component import Component, split
from reassign.model.instance import is_move
from reassign.model.priorities.registry import levels_of
from reassign.solve.clock import Clock
from reassign.solve.solve import Solution, Unsolvable, solve


@dataclass(frozen=True, slots=True)
class _Part:
    """The curve of one component.

    Attributes:
        fewest: Moves of its first point.
        gains: Gain of each level (a value of sense min counts negatively) by point, one more move each, ascending.
        proofs: Weakest proof of each point and those before it.
    """

    fewest: int
    gains: tuple[tuple[int, ...], ...]
    proofs: tuple[Proof, ...]


def price_curve(instance: Instance, clock: Clock, progress: Progress) -> Curve | Unsolvable:
    """For k from the fewest possible moves to those of the best plan: the best that k moves allow.

    The levels are the policy's without continuity, which is what the moves are counted by, and the draw. A limit
    on the moves in the policy is left out, for it would only cut the curve; protected members stay. Each component
    has a curve of its own, and the curve of the whole is their convolution: moves add up, levels add up,
    and the best sum is taken in the order of the levels.

    Args:
        instance: The question, with incumbents; joiners never move.
        clock: When to stop proving. Points that are not reached in time keep the values of fewer moves.
        progress: Told of each component that is done.
    """
    free = replace(instance, policy=_without_continuity(instance.policy))
    levels = levels_of(free)
    components = split(free)
    parts: list[_Part] = []
    failed: list[Component] = []
    progress.stage("curve", len(components))
    for component in components:
        part = _part(component, levels, clock)
        if isinstance(part, Unsolvable):
            failed.extend(part.components)
        else:
            parts.append(part)
        progress.advance()
    if failed:
        return Unsolvable(tuple(failed))
    return _combined(parts, levels)


def _without_continuity(policy: Policy) -> Policy:
    """The policy with free moves: no limit on them, no level that counts them."""
    kept = []
    for level in policy.order:
        terms = tuple(term for term in level.terms if term[0] is not Priority.CONTINUITY)
        if terms:
            kept.append(replace(level, terms=terms))
    return replace(policy, order=tuple(kept), max_moves=None)


def _part(component: Component, levels: Sequence[Level], clock: Clock) -> _Part | Unsolvable:
    """The curve of one component, found from its far end: a plan that needs fewer moves than allowed settles them all.

    Each point is one plan of the component with a limit on the moves.
    """
    best = solve((component,), levels, NoProgress(), clock)
    if isinstance(best, Unsolvable):
        return best
    stayers = solve((component,), (single_level(Priority.CONTINUITY), *levels), NoProgress(), clock)
    if isinstance(stayers, Unsolvable):
        return stayers
    last = _moves(component, best.branch_of)
    # Without a proof the plan that should move the fewest may move more than the other.
    fewest = min(_moves(component, stayers.branch_of), last)
    reached = {last: (_gains(best.levels), weakest(level.proof for level in best.levels))}
    if fewest < last:
        reached[fewest] = (_gains(stayers.levels[1:]), weakest(level.proof for level in stayers.levels))
    allowed = last - 1
    while allowed > fewest and not clock.is_over():
        solution = solve((_limited(component, allowed),), levels, NoProgress(), clock)
        if not isinstance(solution, Solution):
            return solution
        point = _gains(solution.levels), weakest(level.proof for level in solution.levels)
        moves = max(fewest, _moves(component, solution.branch_of))
        reached.update(dict.fromkeys(range(max(moves, fewest + 1), allowed + 1), point))
        allowed = moves - 1
    return _monotone(fewest, last, reached)


def _monotone(fewest: int, last: int, reached: Mapping[int, tuple[tuple[int, ...], Proof]]) -> _Part:
    """Points without a hole: what was not solved, or not proved, is at least as good as with one move less."""
    gains, proof = reached[fewest]
    points, proofs = [gains], [proof]
    for moves in range(fewest + 1, last + 1):
        gains, proof = reached.get(moves, (points[-1], Proof.NONE))
        points.append(max(gains, points[-1]))
        proofs.append(weakest((proof, proofs[-1])))
    while len(points) > 1 and points[-1] == points[-2] and proofs[-1] == proofs[-2]:
        # Only where two plans draw equal lots: the best values are reached earlier.
        del points[-1], proofs[-1]
    return _Part(fewest, tuple(points), tuple(proofs))


def _limited(component: Component, moves: int) -> Component:
    """The component with at most so many moves."""
    instance = component.instance
    return replace(component, instance=replace(instance, policy=replace(instance.policy, max_moves=moves)))


def _moves(component: Component, branch_of: Mapping[str, str]) -> int:
    """Members of the component who move."""
    return sum(is_move(component.instance, member.id, branch_of[member.id]) for member in component.members)


def _gains(levels: Sequence[LevelResult]) -> tuple[int, ...]:
    return tuple(level.value if level.sense == "max" else -level.value for level in levels)


def _combined(parts: Sequence[_Part], levels: Sequence[Level]) -> Curve:
    """The convolution of the curves.

    A vector is written as one integer whose digits have room for the largest sum, so that adding and comparing
    integers adds vectors and compares them in the order of the levels.
    """
    floors = [tuple(min(column) for column in zip(*part.gains, strict=True)) for part in parts]
    tops = [tuple(max(column) for column in zip(*part.gains, strict=True)) for part in parts]
    reaches = [
        1 + sum(top[index] - floor[index] for top, floor in zip(tops, floors, strict=True))
        for index in range(len(levels))
    ]
    sums = [0]
    for part, floor in zip(parts, floors, strict=True):
        codes = [_code(gains, floor, reaches) for gains in part.gains]
        sums = _convolved(sums, codes)
    base = [sum(floor[index] for floor in floors) for index in range(len(levels))]
    fewest = sum(part.fewest for part in parts)
    points = []
    for extra, code in enumerate(sums):
        gains = _decoded(code, base, reaches)
        proof = weakest(part.proofs[min(extra, len(part.proofs) - 1)] for part in parts)
        values = tuple(
            CurveLevel(tuple(level.names), level.sense, gain if level.sense == "max" else -gain)
            for level, gain in zip(levels, gains, strict=True)
        )
        points.append(CurvePoint(fewest + extra, values, proof))
    return Curve(tuple(points))


def _code(gains: Sequence[int], floor: Sequence[int], reaches: Sequence[int]) -> int:
    code = 0
    for gain, least, reach in zip(gains, floor, reaches, strict=True):
        code = code * reach + gain - least
    return code


def _decoded(code: int, base: Sequence[int], reaches: Sequence[int]) -> list[int]:
    digits = []
    for reach in reversed(reaches):
        code, digit = divmod(code, reach)
        digits.append(digit)
    return [least + digit for least, digit in zip(base, reversed(digits), strict=True)]


def _convolved(first: Sequence[int], second: Sequence[int]) -> list[int]:
    """``result[k] = max over i + j = k of first[i] + second[j]``."""
    result = [0] * (len(first) + len(second) - 1)
    for shift, gain in enumerate(second):
        reached = [known + gain for known in first]
        window = slice(shift, shift + len(first))
        result[window] = map(max, result[window], reached)
    return result
