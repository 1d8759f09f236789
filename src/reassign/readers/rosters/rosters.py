"""Everything a plan is made from, read in one go with every problem at once."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity, in_reading_order
from reassign.domain.policy import Aliases, Policy
from reassign.domain.replanning import Revision
from reassign.domain.roster import InputFile, Rosters
from reassign.readers.grids.files import FileBytes
from reassign.readers.grids.sources import RosterSources
from reassign.readers.places.references import BranchReferences
from reassign.readers.rosters.branches import field_spellings, read_branches
from reassign.readers.rosters.crosswalk import read_crosswalk
from reassign.readers.rosters.distances import DistanceReading, read_distances, read_lots
from reassign.readers.rosters.events import EventReading, read_events
from reassign.readers.rosters.holidays import HolidayReading, read_holidays
from reassign.readers.rosters.incumbent import IncumbentReading, former_names, read_incumbent, settle_incumbents
from reassign.readers.rosters.lineage import LineageReading, check_origins, read_lineage
from reassign.readers.rosters.member_context import MemberContext
from reassign.readers.rosters.member_references import old_spellings
from reassign.readers.rosters.members import read_members
from reassign.readers.rosters.missing_distances import missing_distances
from reassign.readers.rosters.pairs import PairReading, contradictions, read_pairs
from reassign.readers.rosters.revision import read_revision
from reassign.readers.rosters.same_people import check_same_people
from reassign.readers.rosters.swapped import swapped


@dataclass(frozen=True, slots=True)
class Replan:
    """That the rosters are read to re-plan the plan that ``current`` names: its edits and pins count.

    Attributes:
        until: Last day whose events count; None for all.
    """

    until: datetime.date | None = None


def read_rosters(
    sources: RosterSources, policy: Policy, aliases: Aliases | None = None, replan: Replan | None = None
) -> tuple[Rosters | None, tuple[Finding, ...]]:
    """Read the rosters and every smaller table, and let the events happen.

    Args:
        sources: The files.
        policy: Chooses the residence column and says whether pins may cross units.
        aliases: Spellings the officer has decided on.
        replan: Whether a plan is re-planned. Else events count up to the date of the policy.

    Returns:
        What could be read, None if there are no members or no branches at all; and every finding in reading
        order. Rosters with error findings are not fit for planning.
    """
    aliases = aliases or Aliases()
    if _is_same(sources):
        address = CellAddress(sources.branches.name, sources.branches.sheet)
        return None, (Finding("R028", Severity.ERROR, address, sources.branches.name),)
    branch_reading = read_branches(sources.branches, aliases, apart_from(sources, "branches"))
    branches = branch_reading.branches
    lineage = read_lineage(sources.lineage, branches, aliases) if sources.lineage else LineageReading(None, (), ())
    old_branches = tuple(dict.fromkeys(line.from_branch for line in lineage.lineage))
    fields = field_spellings(branches, aliases.field_name)
    crosswalk = read_crosswalk(sources.crosswalk, aliases.columns)
    context = MemberContext(branches, old_branches, policy, aliases, fields, crosswalk.changes)
    member_reading = read_members(sources.members, context, apart_from(sources, "members"))
    everybody = {member.id: member for member in member_reading.members}
    findings = [*branch_reading.findings, *lineage.findings, *crosswalk.findings, *member_reading.findings]
    files: list[tuple[str, FileBytes | None]] = [("members", file) for file in member_reading.files]
    files += [
        *(("branches", file) for file in branch_reading.files),
        ("lineage", lineage.file),
        ("crosswalk", crosswalk.file),
    ]
    wrong_way_round = swapped(sources, aliases, member_reading.columns, branch_reading.columns)
    if wrong_way_round or not everybody or not branches:
        return None, wrong_way_round or in_reading_order(findings)
    references = BranchReferences(branches, aliases.branch)
    events = EventReading(None, (), member_reading.members, ())
    if sources.events:
        until = policy.effective if replan is None else replan.until
        events = read_events(sources.events, member_reading.members, fields, aliases, until)
    members = {member.id: member for member in events.members}
    nothing = PairReading(None, (), ())
    pins = read_pairs(sources.pins, everybody, references, aliases.columns) if sources.pins else nothing
    forbids = read_pairs(sources.forbids, everybody, references, aliases.columns) if sources.forbids else nothing
    distances = (
        read_distances(sources.distances, everybody, {branch.id: branch for branch in branches}, aliases.columns)
        if sources.distances
        else DistanceReading(None, None, ())
    )
    lots = (
        read_lots(sources.lots, everybody, {branch.id: branch for branch in branches}, aliases.columns)
        if sources.lots
        else DistanceReading(None, None, ())
    )
    incumbent = (
        read_incumbent(sources.current, aliases.columns, is_edit_welcome=replan is not None)
        if sources.current
        else IncumbentReading(None, None, ())
    )
    findings += check_same_people(incumbent, everybody)
    findings += check_origins(lineage, incumbent, everybody.values(), branches)
    # Whoever has left needs neither a pin nor a place ruled out.
    pairs = tuple(pin for pin in pins.pairs if pin.member in members)
    ruled_out = tuple(forbid for forbid in forbids.pairs if forbid.member in members)
    revision = None
    if replan is not None:
        revision = Revision()
        if incumbent.document is not None:
            revised = read_revision(incumbent.document, members, references, lineage.lineage, pairs)
            members, pairs, revision = dict(revised.members), revised.pins, revised.revision
            findings += revised.findings
    findings += events.findings
    findings += (*pins.findings, *forbids.findings, *distances.findings, *lots.findings, *incumbent.findings)
    holidays = read_holidays(sources.holidays, aliases) if sources.holidays else HolidayReading(None, (), ())
    findings += holidays.findings
    findings += (
        *missing_distances(members.values(), branches, distances.distances, policy),
        *contradictions(pairs, ruled_out, members, references, policy),
    )
    current, names = settle_incumbents(incumbent.branches or {}, members, references, old_spellings(old_branches))
    files += [("current", incumbent.file), ("pins", pins.file), ("forbids", forbids.file)]
    files += [("distances", distances.file), ("lots", lots.file), ("holidays", holidays.file), ("events", events.file)]
    rosters = Rosters(
        members=tuple(members.values()),
        branches=branches,
        member_columns=member_reading.columns,
        branch_columns=branch_reading.columns,
        pins=pairs,
        forbids=ruled_out,
        lineage=lineage.lineage,
        current=None if incumbent.branches is None else current,
        current_names=names,
        former_names=former_names(incumbent, branches),
        distances=distances.distances,
        lots=lots.distances,
        holidays=holidays.holidays,
        events=events.events,
        revision=revision,
        files=_input_files(files),
    )
    return rosters, in_reading_order(findings)


def apart_from(sources: RosterSources, role: str) -> tuple[Path, ...]:
    """Files of the other inputs, which are no part of a folder of rosters."""
    others = (getattr(sources, name) for name in sources.__slots__ if name != role)
    return tuple(other.path for other in others if other is not None)


def _is_same(sources: RosterSources) -> bool:
    """Whether one sheet was named as both rosters."""
    members, branches = sources.members, sources.branches
    if members.sheet != branches.sheet:
        return False
    return members.path == branches.path or members.path.absolute() == branches.path.absolute()


def _input_files(files: Iterable[tuple[str, FileBytes | None]]) -> tuple[InputFile, ...]:
    return tuple(
        InputFile(
            role,
            str(file.source.path),
            file.sha256,
            file.source.sheet,
            file.source.encoding if file.kind == "csv" else "",
        )
        for role, file in files
        if file is not None
    )
