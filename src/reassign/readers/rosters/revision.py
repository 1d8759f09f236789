"""What a plan that is re-planned decides about the next one: edited cells and pins, owners of tasks, comments."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.replanning import Desk, Edit, EditKind, Revision
from reassign.domain.roster import Member, PairDecision, Succession
from reassign.domain.vietnamese import tidy
from reassign.readers.places.references import BranchReferences
from reassign.readers.plans.plan_desk import DeskReading, DeskRow, Written, read_desk
from reassign.readers.plans.plan_document import DocumentReading


@dataclass(frozen=True, slots=True)
class RevisionReading:
    """A plan's decisions, held against the rosters of today.

    Attributes:
        revision: The decisions.
        members: The members; whom an edit pins elsewhere, or lets go, the roster pins no more.
        pins: Pins of the file and of the workbook.
        findings: What is wrong with the edits.
    """

    revision: Revision
    members: Mapping[str, Member]
    pins: tuple[PairDecision, ...]
    findings: tuple[Finding, ...]


def read_revision(
    reading: DocumentReading,
    members: Mapping[str, Member],
    references: BranchReferences,
    lineage: Sequence[Succession],
    pins: Sequence[PairDecision],
) -> RevisionReading:
    """Settle the edits and pins of a plan.

    An edited branch cell pins its member there, a pin that was set pins them where they are, and a pin that was taken
    away frees them, whatever the rosters said when the plan was made. A pin that the rosters have got since
    contradicts an edit. Pins that stand in the workbook alone are kept until they are taken away.

    Args:
        reading: The plan; None of its edits is refused.
        members: Members by id.
        references: The branches.
        lineage: Old and new branches.
        pins: Pins of the pins file.
    """
    settling = _Settling(reading, members, references, lineage, pins)
    desk = Desk()
    if reading.facts is None:
        settling.take_stored(settling.stored)
    else:
        sheet = read_desk(reading)
        settling.take_sheet(sheet)
        desk = sheet.desk
    return settling.result(desk)


class _Settling:
    """One decision after another; later ones never undo earlier ones, for each member has one row."""

    def __init__(
        self,
        reading: DocumentReading,
        members: Mapping[str, Member],
        references: BranchReferences,
        lineage: Sequence[Succession],
        pins: Sequence[PairDecision],
    ) -> None:
        self._members = dict(members)
        self._references = references
        self._file = CellAddress(reading.file.source.name if reading.file else "")
        self._heirs: dict[str, list[str]] = {}
        for step in lineage:
            self._heirs.setdefault(step.from_branch, []).append(step.to_branch)
        self._document = reading.document or {}
        self._pins = list(pins)
        self._own: dict[str, PairDecision] = {}
        self._edits: list[Edit] = []
        self._findings: list[Finding] = []

    @property
    def stored(self) -> Mapping[str, str]:
        """Pins that the plan has from older workbooks."""
        told = self._document.get("replan")
        listed = told.get("pins") if isinstance(told, dict) else None
        return {
            entry["member"]: entry["branch"]
            for entry in (listed if isinstance(listed, list) else ())
            if isinstance(entry, dict) and isinstance(entry.get("member"), str) and isinstance(entry.get("branch"), str)
        }

    def take_stored(self, stored: Mapping[str, str]) -> None:
        """Keep older pins."""
        for member, branch in stored.items():
            self._keep(member, branch, branch, self._file, member)

    def take_sheet(self, sheet: DeskReading) -> None:
        """Take every row as it is now."""
        self._findings += sheet.findings
        for row in sheet.rows.values():
            written = sheet.written[row.member]
            is_moved = tidy(row.branch) != tidy(written.label)
            if not is_moved and row.is_pinned == written.is_pinned:
                if row.is_pinned:
                    self._keep(row.member, written.branch, written.label, row.pin_cell, written.called)
            elif row.member not in self._members:
                cell = row.branch_cell if is_moved else row.pin_cell
                text = row.branch if is_moved else _mark(row.is_pinned)
                self._findings.append(Finding("R137", Severity.ERROR, cell, text, {"member": written.called}))
            elif is_moved:
                self._take_branch(row, written, sheet.labels)
            elif row.is_pinned:
                self._pin(row, written, written.label, (written.branch,), is_edited=False)
            else:
                self._release(row, written)

    def result(self, desk: Desk) -> RevisionReading:
        """Everything that was settled."""
        return RevisionReading(
            Revision(
                edits=tuple(self._edits),
                pins={member: pin.branch for member, pin in self._own.items()},
                task_owners=self._owners(),
                placed=self._placed(),
                desk=desk,
            ),
            self._members,
            (*self._pins, *self._own.values()),
            tuple(self._findings),
        )

    def _keep(self, member: str, branch: str, label: str, cell: CellAddress, called: str) -> None:
        """An older pin: the rosters go before it, and it needs a branch to hold on to."""
        if member not in self._members or self._told(member) is not None:
            return
        heirs = self._heirs_of(branch)
        if len(heirs) == 1:
            self._own[member] = PairDecision(member, heirs[0], "", cell)
        else:
            self._findings.append(Finding("R141", Severity.WARNING, cell, label, {"member": called}))

    def _take_branch(self, row: DeskRow, written: Written, labels: Mapping[str, tuple[str, ...]]) -> None:
        if not row.branch:
            if row.is_pinned:
                self._findings.append(Finding("R136", Severity.ERROR, row.branch_cell, "", {"member": written.called}))
                return
            self._findings.append(Finding("R135", Severity.WARNING, row.branch_cell, "", {"member": written.called}))
            if written.is_pinned:
                self._release(row, written)
            return
        self._pin(row, written, row.branch, self._meant(row, labels), is_edited=True)

    def _meant(self, row: DeskRow, labels: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        """Branches of the old plan or of today that the text can mean to the member, nearest first."""
        unit = self._members[row.member].unit
        called = labels.get(tidy(row.branch), ())
        units = self._units()
        # A label is unique among the branches that a member can choose, not over all units.
        own = tuple(branch for branch in called if units.get(branch) == unit)
        if len(own or called) == 1:
            return own or called
        return self._references.typed(row.branch, unit) or own or called

    def _pin(self, row: DeskRow, written: Written, text: str, meant: Sequence[str], *, is_edited: bool) -> None:
        """Pin a member by an edit, if the branch is clear and no new decision speaks against it."""
        cell = row.branch_cell if is_edited else row.pin_cell
        heirs = self._heirs_of(meant[0]) if len(meant) == 1 else ()
        if len(heirs) != 1:
            self._refuse(row, written, cell, text, meant, heirs)
            return
        branch = heirs[0]
        told = self._told(row.member)
        if told is not None and told[0] != branch:
            if not (written.is_pinned and told[0] in self._heirs_of(written.branch)):
                parameters: dict[str, str | int] = {
                    "member": written.called,
                    "branch": branch,
                    "other": told[0],
                    "cell": told[1].seen_from(cell),
                }
                self._findings.append(Finding("R142", Severity.ERROR, cell, text, parameters))
                return
            self._drop(row.member)
        if told is None or told[0] != branch:
            self._own[row.member] = PairDecision(row.member, branch, "", cell)
        before, after = (written.label, row.branch) if is_edited else (_mark(written.is_pinned), _mark(row.is_pinned))
        kind: EditKind = "branch" if is_edited else "pin"
        self._edits.append(Edit(kind, row.member, branch, before, after, cell, self._undone(written)))

    def _refuse(
        self,
        row: DeskRow,
        written: Written,
        cell: CellAddress,
        text: str,
        meant: Sequence[str],
        heirs: Sequence[str],
    ) -> None:
        """Name the branches that an unclear text may mean."""
        if len(heirs) > 1:
            self._findings.append(Finding("R140", Severity.ERROR, cell, text, {"member": written.called}, tuple(heirs)))
            return
        near = tuple(meant) if len(meant) > 1 else self._references.offers(text, self._members[row.member].unit)
        self._findings.append(Finding("R019" if len(meant) > 1 else "R018", Severity.ERROR, cell, text, {}, near))

    def _release(self, row: DeskRow, written: Written) -> None:
        """Free a member whose pin was taken away; a pin that the rosters have got since stands."""
        told = self._told(row.member)
        if told is not None:
            if told[0] not in self._heirs_of(written.branch):
                return
            self._drop(row.member)
        self._edits.append(
            Edit("unpin", row.member, "", _mark(written.is_pinned), "", row.pin_cell, self._undone(written))
        )

    def _undone(self, written: Written) -> str:
        """Where the member would be pinned if the row had been left as it was; empty for nowhere."""
        heirs = self._heirs_of(written.branch)
        return heirs[0] if written.is_pinned and len(heirs) == 1 else ""

    def _told(self, member: str) -> tuple[str, CellAddress] | None:
        """Where roster or pins file pin a member."""
        person = self._members[member]
        if person.pinned_branch_id is not None:
            return person.pinned_branch_id, person.address
        return next(((pin.branch, pin.address) for pin in self._pins if pin.member == member), None)

    def _drop(self, member: str) -> None:
        """Take back what roster and pins file said when the old plan was made."""
        self._members[member] = replace(self._members[member], pinned_branch_id=None)
        self._pins = [pin for pin in self._pins if pin.member != member]

    def _heirs_of(self, branch: str) -> tuple[str, ...]:
        """The branch itself if there still is one, else its successors."""
        if self._references.match(branch, "").name == branch:
            return (branch,)
        return tuple(dict.fromkeys(self._heirs.get(branch, ())))

    def _units(self) -> Mapping[str, str]:
        branches = self._document.get("branches")
        return {
            str(entry.get("branch")): str(entry.get("unit"))
            for entry in (branches if isinstance(branches, list) else ())
            if isinstance(entry, dict)
        }

    def _owners(self) -> Mapping[tuple[str, str], str]:
        """Who answers for which need, under the branches of today."""
        found: dict[tuple[str, str], str] = {}
        branches = self._document.get("branches")
        for entry in branches if isinstance(branches, list) else ():
            covered = entry.get("covered") if isinstance(entry, dict) else None
            for need, member in (covered if isinstance(covered, dict) else {}).items():
                for heir in self._heirs_of(str(entry.get("branch"))):
                    found[heir, str(need)] = str(member)
        return found

    def _placed(self) -> Mapping[str, str]:
        placements = self._document.get("placements")
        return {
            str(entry.get("member")): str(entry.get("branch"))
            for entry in (placements if isinstance(placements, list) else ())
            if isinstance(entry, dict)
        }


def _mark(is_pinned: bool) -> str:  # noqa: FBT001 - a private word for a value
    return "x" if is_pinned else ""
