"""Check the certificate of a plan with nothing but whole numbers (docs/reference/certificate.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.check.cut import Rows, add_cuts
from reassign.check.levels import level_value
from reassign.check.linear import Key, Part, Row, pair, part_of
from reassign.check.priorities.registry import PRIORITIES
from reassign.check.proof_shape import ComponentProof, Damaged, Multipliers, Node, Split, Stage, read_certificate
from reassign.check.question import Question
from reassign.check.region import Region, halves, narrow, price
from reassign.check.rules.registry import RULES
from reassign.domain.plan import Proof
from reassign.domain.policy import Level
from reassign.domain.roster import Member

STRENGTH = {Proof.CERTIFICATE: 2, Proof.SOLVER: 1, Proof.NONE: 0}


@dataclass(frozen=True, slots=True)
class Failure:
    """Where a certificate proves nothing.

    Attributes:
        component: Index of the component; -1 for the whole.
        levels: Indices of the levels that are not proved; empty if all.
        why: What is wrong: ``format``, ``keys``, ``partition``, ``weights``, ``value``, ``bound`` …
    """

    component: int
    levels: tuple[int, ...]
    why: str


@dataclass(frozen=True, slots=True)
class CertificateResult:
    """What a certificate proves.

    Attributes:
        proofs: Weakest proof that the stages of any component claim, by level.
        failures: Where it does not hold.
    """

    proofs: tuple[Proof, ...]
    failures: tuple[Failure, ...]


@dataclass(frozen=True, slots=True)
class Objective:
    """A level in one component: gain of each column, gain of the plan."""

    gain: Mapping[Key, int]
    reached: int


def check_certificate(
    question: Question,
    levels: Sequence[Level],
    received: Mapping[str, Sequence[Member]],
    certificate: Mapping[str, object],
) -> CertificateResult:
    """Check every stage of every component against rows and columns built here from the policy.

    Args:
        question: The question.
        levels: The levels of the plan, the draw last.
        received: Members placed in every branch.
        certificate: The proof as plain JSON values.
    """
    nothing = (Proof.NONE,) * len(levels)
    try:
        components = read_certificate(certificate)
        _check_partition(question, components)
    except Damaged as error:
        return CertificateResult(nothing, (Failure(-1, (), str(error)),))
    proofs = [Proof.CERTIFICATE] * len(levels)
    failures = []
    for index, component in enumerate(components):
        told = [level for stage in component.stages for level in stage.levels]
        if told != list(range(len(levels)))[: len(told)]:
            failures.append(Failure(index, (), "levels"))
            continue
        # Time was over before the last levels of this component: they are told without proof.
        proofs[len(told) :] = [Proof.NONE] * (len(levels) - len(told))
        failures += _check_component(question, levels, received, component, index)
        for stage in component.stages:
            for level in stage.levels:
                proofs[level] = min(proofs[level], stage.proof, key=STRENGTH.__getitem__)
    # Below a level without proof nobody knows which plans count.
    first = next((level for level, proof in enumerate(proofs) if proof is Proof.NONE), len(proofs))
    proofs[first:] = [Proof.NONE] * (len(proofs) - first)
    return CertificateResult(tuple(proofs), tuple(failures))


def _check_partition(question: Question, components: Sequence[ComponentProof]) -> None:
    """Each member and branch is in one component, and no candidate, group or limit on moves crosses."""
    home: dict[str, int] = {}
    for index, component in enumerate(components):
        home |= dict.fromkeys(component.members, index)
    branches = {branch: index for index, component in enumerate(components) for branch in component.branches}
    is_once = sum(len(component.members) for component in components) == len(home) and sum(
        len(component.branches) for component in components
    ) == len(branches)
    if not is_once or set(home) != set(question.members) or set(branches) != set(question.branches):
        raise Damaged("partition")
    labels: dict[str, int] = {}
    movers = set()
    for member, index in home.items():
        if any(branches[branch] != index for branch in question.candidates(member)):
            raise Damaged("partition")
        if any(labels.setdefault(label, index) != index for label in question.members[member].together):
            raise Damaged("partition")
        if any(question.is_move(member, branch) for branch in question.candidates(member)):
            movers.add(index)
    if question.policy.max_moves is not None and len(movers) > 1:
        raise Damaged("partition")


def _check_component(
    question: Question,
    levels: Sequence[Level],
    received: Mapping[str, Sequence[Member]],
    component: ComponentProof,
    index: int,
) -> list[Failure]:
    """Go through the stages in order; stop at the first that fails, since later ones build on it."""
    part = part_of(question, tuple(sorted(component.members)), tuple(sorted(component.branches)))
    boxes, named_rows = _formulate(question, levels, part)
    objectives = [_objective(question, level, part, received) for level in levels]
    settled: tuple[int, ...] = ()
    try:
        rows = [_row(key, named_rows, objectives) for key in component.rows]
    except Damaged as error:
        return [Failure(index, (), str(error))]
    region = Region(
        {member: tuple(pair(member, branch) for branch in question.candidates(member)) for member in part.members},
        boxes,
        tuple((row.lower, row.upper) for row in rows),
    )
    known = Rows(component.rows, tuple(row.coefficients for row in rows), region)
    cuts = 0
    for stage in component.stages:
        try:
            _refuse_unsettled(component.rows, stage, settled)
            known = add_cuts(known, stage.cuts, cuts)
            cuts += len(stage.cuts)
            chosen = [objectives[level] for level in stage.levels]
            known = replace(known, region=_check_stage(stage, chosen, known.region, known.coefficients))
        except Damaged as error:
            unproved = tuple(level for level in range(len(levels)) if level not in settled)
            return [Failure(index, unproved, str(error))]
        settled += stage.levels
    return []


def _formulate(
    question: Question, levels: Sequence[Level], part: Part
) -> tuple[dict[Key, tuple[int, int]], dict[Key, Row]]:
    """Boxes of the auxiliary columns and all rows by name, except those of the levels."""
    boxes: dict[Key, tuple[int, int]] = {}
    rows = {row.key: row for rule in RULES.values() for row in rule.rows(question, part)}
    for name, factor in (term for level in levels for term in level.signed_terms):
        if not factor:
            continue
        for branch, candidates in part.candidates_of.items():
            members = [question.members[member] for member in candidates]
            auxiliary = PRIORITIES[name].auxiliary(question, question.branches[branch], members)
            boxes |= {column.key: (0, column.high) for column in auxiliary.columns}
            rows |= {row.key: row for row in auxiliary.rows}
    return boxes, rows


def _objective(question: Question, level: Level, part: Part, received: Mapping[str, Sequence[Member]]) -> Objective:
    """Gains of one level; larger is always better."""
    sign = 1 if level.sense == "max" else -1
    gain: dict[Key, int] = {}
    constant = 0
    for name, factor in level.signed_terms:
        if not factor:
            continue
        twin = PRIORITIES[name]
        for branch, candidates in part.candidates_of.items():
            place = question.branches[branch]
            members = [question.members[member] for member in candidates]
            auxiliary = twin.auxiliary(question, place, members)
            constant += factor * auxiliary.constant
            for column in auxiliary.columns:
                gain[column.key] = sign * factor * column.worth
            for member in members:
                worth = twin.worth(question, member, place)
                if worth:
                    key = pair(member.id, branch)
                    gain[key] = gain.get(key, 0) + sign * factor * worth
    value = level_value(question, level, received, part.branches)
    return Objective(gain, sign * (value - constant))


def _row(key: Key, rows: Mapping[Key, Row], objectives: Sequence[Objective]) -> Row:
    """A row of the component by its name."""
    if key in rows:
        return rows[key]
    if len(key) == 2 and key[0] == "cut":
        return Row(key, {}, None, None)
    level = key[1] if len(key) == 2 and key[0] == "level" else None
    if not isinstance(level, int) or not 0 <= level < len(objectives):
        raise Damaged("row")
    objective = objectives[level]
    return Row(key, objective.gain, objective.reached, objective.reached)


def _refuse_unsettled(keys: Sequence[Key], stage: Stage, settled: Sequence[int]) -> None:
    """The row of a level may be used only after the stage that settles it."""
    unsettled = [place for place, key in enumerate(keys) if key[0] == "level" and key[1] not in settled]
    used = [stage.own, *(cut.sum for cut in stage.cuts)] + ([] if stage.tree is None else _all_multipliers(stage.tree))
    if any(multipliers.values[place] for multipliers in used for place in unsettled):
        raise Damaged("unsettled")


def _all_multipliers(node: Node) -> list[Multipliers]:
    found = list(node.narrow)
    if isinstance(node.end, Split):
        return found + _all_multipliers(node.end.low) + _all_multipliers(node.end.high)
    return found if node.end is None else [*found, node.end]


def _check_stage(
    stage: Stage, objectives: Sequence[Objective], region: Region, rows: Sequence[Mapping[Key, int]]
) -> Region:
    """Weights, value and bound of one stage; the region narrowed by it."""
    if region.is_empty or len(stage.weights) != len(objectives) or not stage.levels:
        raise Damaged("weights")
    below = 0
    for weight, objective in reversed(list(zip(stage.weights, objectives, strict=True))):
        if weight <= below:
            raise Damaged("weights")
        below += weight * _range(region, objective.gain)
    if stage.value != sum(
        weight * objective.reached for weight, objective in zip(stage.weights, objectives, strict=True)
    ):
        raise Damaged("value")
    gain: dict[Key, int] = {}
    for weight, objective in zip(stage.weights, objectives, strict=True):
        for key, amount in objective.gain.items():
            gain[key] = gain.get(key, 0) + weight * amount
    if stage.proof is Proof.CERTIFICATE:
        tree = Node((), stage.own) if stage.tree is None else stage.tree
        if not _is_proved(tree, gain, region, rows, stage.value):
            raise Damaged("bound")
    return narrow(region, gain, rows, stage.own, stage.value)


def _range(region: Region, gain: Mapping[Key, int]) -> int:
    """How much a level can vary."""
    total = 0
    for keys in region.choices.values():
        gains = [gain.get(key, 0) for key in keys]
        total += max(gains) - min(gains)
    return total + sum(abs(gain.get(key, 0)) * (high - low) for key, (low, high) in region.boxes.items())


def _is_proved(
    node: Node, gain: Mapping[Key, int], region: Region, rows: Sequence[Mapping[Key, int]], value: int
) -> bool:
    """Whether no point of the region gains more than ``value``."""
    for multipliers in node.narrow:
        region = narrow(region, gain, rows, multipliers, value + 1)
    if region.is_empty:
        return True
    if isinstance(node.end, Split):
        low, high = halves(region, node.end.column, node.end.at)
        return _is_proved(node.end.low, gain, low, rows, value) and _is_proved(node.end.high, gain, high, rows, value)
    if node.end is None:
        return False
    return price(region, gain, rows, node.end).bound // node.end.denominator <= value
