"""An earlier plan, whole, from plan.json or from the hidden sheet of a plan workbook."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reassign.domain.cells import CellAddress
from reassign.domain.curve import Curve, CurveLevel, CurvePoint
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan import BranchLoad, LevelResult, Placement, Plan, Proof, ReviewItem
from reassign.domain.plan_workbook import KEY_SEAL
from reassign.domain.policy import Policy
from reassign.domain.replanning import Edit, EditPrice, LostOwner, Move, PricedLevel, Strength, ToldReplan
from reassign.domain.roster import InputFile
from reassign.readers.grids.sources import Source
from reassign.readers.plans.plan_desk import read_desk
from reassign.readers.plans.plan_document import DocumentReading, read_document
from reassign.readers.policy.policy import read_policy
from reassign.readers.policy.toml_file import TomlFile

if TYPE_CHECKING:
    from pydantic import ValidationError

    from reassign.readers.plans.plan_schema import EditEntry, MoveEntry, PlanDocument

KINDS = frozenset({"json", "xlsx"})


@dataclass(frozen=True, slots=True)
class PlanFile:
    """A plan with what it was made from.

    Attributes:
        plan: The plan.
        policy: The policy in force, flags included.
        seed: Seed of the draw.
        inputs: Files it was made from; paths relative to the folder of the plan.
        replan: What it tells about the plan that it was made from; None for a plan of its own.
        curve: What each move buys, as it tells; None if it does not.
        names: Name and unit as told, by kind (``member``, ``branch``) and id; of a member the unit of the branch.
    """

    plan: Plan
    policy: Policy
    seed: int
    inputs: tuple[InputFile, ...]
    names: Mapping[tuple[str, str], tuple[str, str]]
    replan: ToldReplan | None = None
    curve: Curve | None = None


def read_plan_file(
    source: Source, *, is_edit_welcome: bool = False, is_compared: bool = False
) -> tuple[PlanFile | None, tuple[Finding, ...]]:
    """Read a plan that this program wrote.

    A workbook that was edited by hand is refused, every edited cell named. The bytes are trusted in nothing: every
    key and type is checked.

    Args:
        source: ``plan.json`` or a plan workbook.
        is_edit_welcome: Whether a workbook may have been edited; the plan is as it was before.
        is_compared: Whether every cell is compared with the plan later on, which names those that nobody takes over.

    Returns:
        The plan, None if it cannot be used, and why.
    """
    reading = read_document(source, KINDS)
    if reading.document is None:
        not_ours = Finding("R066", Severity.ERROR, CellAddress(source.name))
        return None, reading.findings or (not_ours,)
    is_looked_at = reading.facts is not None and not is_edit_welcome
    edited = edit_findings(reading, is_compared=is_compared) if is_looked_at else ()
    if edited:
        return None, edited
    return _parse(reading.document, source)


def edit_findings(reading: DocumentReading, *, is_compared: bool = False) -> tuple[Finding, ...]:
    """The cells of a plan workbook that do not say what was written, one finding each.

    Args:
        reading: The workbook.
        is_compared: See ``read_plan_file``.
    """
    desk = read_desk(reading)
    # What no command takes over must not be mistaken for something that it did.
    untaken = () if is_compared else (finding for finding in desk.findings if finding.code == "R159")
    ignored = tuple(replace(finding, severity=Severity.ERROR) for finding in untaken)
    if desk.seal() == dict(reading.facts or ()).get(KEY_SEAL):
        return ignored
    changed = tuple(
        Finding("R069", Severity.ERROR, change.address, change.after, {"before": change.before})
        for change in desk.changes()
    )
    # An added sheet and a note change nothing about the plan.
    told = (finding for finding in desk.findings if finding.code not in {"R138", "R159", "R160"})
    return (*changed, *ignored) or tuple(replace(finding, severity=Severity.ERROR) for finding in told)


def _parse(document: Mapping[str, object], source: Source) -> tuple[PlanFile | None, tuple[Finding, ...]]:
    from pydantic import ValidationError

    from reassign.readers.plans.plan_schema import PlanDocument

    address = CellAddress(source.name)
    try:
        parsed = PlanDocument.model_validate(document)
    except ValidationError as error:
        return None, (_damage(_place(error), address),)
    except RecursionError:
        return None, (_damage("certificate", address),)
    if parsed.replan is not None and not _is_day(parsed.replan.as_of):
        return None, (_damage("replan.as_of", address),)
    if len({len(point.levels) for point in parsed.curve or ()}) > 1:
        return None, (_damage("curve", address),)
    policy = _policy(parsed.policy, source)
    if policy is None:
        return None, (_damage("policy", address),)
    return _plan_file(parsed, policy), ()


def _is_day(text: str | None) -> bool:
    try:
        datetime.date.fromisoformat(text or "2000-01-01")
    except ValueError:
        return False
    return True


def _damage(place: str, address: CellAddress) -> Finding:
    return Finding("R091", Severity.ERROR, address, place, {"place": place})


def _place(error: ValidationError) -> str:
    """Where the first error is; never the value, which may name a person."""
    return ".".join(str(part) for part in error.errors(include_url=False, include_input=False)[0]["loc"])


def _policy(document: Mapping[str, object], source: Source) -> Policy | None:
    """The policy of the document; what a run decides beside it is taken out first and put back."""
    priorities, replan = document.get("priorities"), document.get("replan")
    is_allowed, effective = document.get("allow_shortfall"), document.get("effective")
    if not isinstance(priorities, dict) or not isinstance(replan, dict) or not isinstance(is_allowed, bool):
        return None
    is_default, max_moves = priorities.get("is_default"), replan.get("max_moves")
    if not isinstance(is_default, bool) or isinstance(max_moves, bool) or not isinstance(max_moves, int | None):
        return None
    table: dict[str, object] = {key: value for key, value in document.items() if key != "allow_shortfall"}
    table["priorities"] = {key: value for key, value in priorities.items() if key != "is_default"}
    table["replan"] = {key: value for key, value in replan.items() if key != "max_moves" and value is not None}
    if effective is None:
        table.pop("effective", None)
    else:
        try:
            table["effective"] = datetime.date.fromisoformat(str(effective))
        except ValueError:
            return None
    policy, findings = read_policy(TomlFile(source.name, "", {}), table, ("policy",))
    if policy is None or findings:
        return None
    return replace(policy, is_order_given=not is_default, is_shortfall_allowed=is_allowed, max_moves=max_moves)


def _plan_file(document: PlanDocument, policy: Policy) -> PlanFile:
    plan = Plan(
        status=document.status,
        levels=tuple(
            LevelResult(tuple(level.names), level.sense, level.value, level.bound, level.proof_kind)
            for level in document.priorities
        ),
        placements=tuple(
            Placement(
                member=placement.member,
                branch=placement.branch,
                from_branch=placement.from_branch,
                is_pinned=placement.pinned,
                has_moved=placement.moved,
                reasons=tuple(placement.reasons),
                tasks=tuple(placement.tasks),
                interchangeable_with=tuple(placement.interchangeable_with),
            )
            for placement in document.placements
        ),
        branches=tuple(
            BranchLoad(
                branch=load.branch,
                received=load.received,
                min=load.min,
                max=load.max,
                covered=load.covered,
                uncovered=tuple(load.uncovered),
                committee_candidates=tuple(load.committee_candidates),
                posts={post: tuple(holders) for post, holders in load.posts.items()},
            )
            for load in document.branches
        ),
        review=tuple(
            ReviewItem(item.code, item.member or "", item.branch or "", item.parameters) for item in document.review
        ),
        certificate=dict(document.certificate),
    )
    names = {("member", entry.member): (entry.name, entry.unit) for entry in document.placements}
    names |= {("branch", entry.branch): (entry.name, entry.unit) for entry in document.branches}
    inputs = tuple(
        InputFile(entry.role, entry.file, entry.sha256, entry.sheet, entry.encoding) for entry in document.inputs
    )
    return PlanFile(plan, policy, document.seed, inputs, names, _told(document), _curve(document))


def _told(document: PlanDocument) -> ToldReplan | None:
    told = document.replan
    if told is None:
        return None
    return ToldReplan(
        moves=tuple((move.member, move.origin, move.to) for move in told.moves),
        stayed=told.stayed,
        joiners=tuple(told.joiners),
        leavers=tuple(told.leavers),
        pins={pin.member: pin.branch for pin in told.pins},
        as_of=None if told.as_of is None else datetime.date.fromisoformat(told.as_of),
        lost=tuple(LostOwner(lost.branch, lost.need, lost.before, lost.after or "") for lost in told.lost_owners),
        closed=tuple((each.member, each.origin, each.to) for each in told.closed),
        strength={branch: Strength(each.members, each.officials) for branch, each in told.strength.items()},
        reasons=tuple(map(_move, told.moves)),
        prices=tuple(_price(edit, document) for edit in told.edits),
        fewest=told.fewest_moves,
        fewest_proof=Proof(told.fewest_proof),
    )


def _move(told: MoveEntry) -> Move:
    return Move(
        told.member,
        told.origin,
        told.to,
        told.reason,
        told.subject or "",
        told.amount,
        told.need or "",
        told.post_changed,
    )


def _price(told: EditEntry, document: PlanDocument) -> EditPrice:
    """What an edit cost; whether a level is to be large or small is what the plan says of its own levels."""
    senses = {tuple(level.names): level.sense for level in document.priorities}
    levels = tuple(
        PricedLevel(tuple(level.names), senses.get(tuple(level.names), "max"), level.here, level.without)
        for level in told.levels
    )
    place = re.fullmatch(r"([A-Z]{1,3})([1-9]\d{0,6})", told.cell)
    column = 0
    for letter in place[1] if place else "":
        column = column * 26 + ord(letter) - ord("A") + 1
    address = CellAddress("", told.sheet, int(place[2]) if place else 0, column)
    edit = Edit(told.kind, told.member, told.branch or "", told.before, told.after, address)
    return EditPrice(edit, levels, Proof(told.proof), told.is_needed)


def _curve(document: PlanDocument) -> Curve | None:
    if not document.curve:
        return None
    return Curve(
        tuple(
            CurvePoint(
                point.moves,
                tuple(CurveLevel(tuple(level.names), level.sense, level.value) for level in point.levels),
                Proof(point.proof),
            )
            for point in document.curve
        )
    )
