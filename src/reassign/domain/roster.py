"""Members, branches and the smaller tables as they were read, references resolved, addresses kept."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from reassign.domain.cells import CellAddress
from reassign.domain.replanning import Revision

LIST_SEPARATOR = "; "
"""Between the entries of a list that is written into one cell; the readers split at it."""

MEMBER_KEYS: tuple[str, ...] = (
    "id",
    "name",
    "birth_date",
    "sex",
    "ethnicity",
    "joined",
    "official_date",
    "card_number",
    "status",
    "post",
    "organisation",
    "unit",
    "registered_residence",
    "current_residence",
    "residence_unit",
    "residence_area",
    "fields",
    "in_charge_of",
    "key_cadre",
    "committee_eligible",
    "eligible_posts",
    "exempt",
    "current_branch",
    "pinned_branch",
    "excluded_branches",
    "together",
    "apart",
    "latitude",
    "longitude",
    "note",
)
"""Canonical member columns, in their order (docs/reference/files.md)."""

BRANCH_KEYS: tuple[str, ...] = (
    "id",
    "name",
    "unit",
    "areas",
    "kind",
    "min",
    "max",
    "members_now",
    "officials_now",
    "needs",
    "special",
    "committee_size",
    "committee_vacancies",
    "vacant_posts",
    "latitude",
    "longitude",
    "note",
)
"""Canonical branch columns, in their order (docs/reference/files.md)."""


@dataclass(frozen=True, slots=True)
class Member:
    """A member to be placed. Names of units, areas, fields and branches are already those of the branch roster.

    Attributes:
        id: Identity: the id column, else the card number, else name and birth date. Never changed.
        name: Full name as written (NFC).
        unit: Unit whose branches can receive the member.
        address: The row it was read from.
        birth_date: ISO 8601 with the precision known: ``1975``, ``1975-03``, ``1975-03-02``; empty if unknown.
        sex: ``male``, ``female`` or empty.
        joined: Day of admission, same form as ``birth_date``.
        official_date: Day of becoming an official member, same form.
        status: ``official``, ``probationary`` or empty.
        registered_residence: Hộ khẩu thường trú, as written.
        current_residence: Nơi ở hiện nay, as written.
        residence_unit: Unit where the member lives, by the policy's basis; empty if unknown. May be
            outside the branch roster.
        residence_area: Area where the member lives; empty if unknown.
        fields: Portfolio, in the spelling of the branch needs where they agree.
        in_charge_of: Branch ids, branch names or areas as resolved spellings.
        current_branch: Where the member comes from, as written; empty if nowhere.
        current_branch_id: The same as a branch id, or as the old branch of the lineage; None if it names neither.
        pinned_branch_id: Branch id the roster pins the member to.
        excluded_branch_ids: Branch ids the roster rules out.
        together: Labels; members who share one end in one branch.
        apart: Labels; members who share one end in different branches.
        latitude: Degrees north, WGS 84; None if unknown.
        longitude: Degrees east, WGS 84; None if unknown.
        cells: Text of every source column, as in ``Rosters.member_columns``.
        columns: One-based column of each canonical key in its table, to tell where a value stands; empty if unknown.
    """

    id: str
    name: str
    unit: str
    address: CellAddress
    birth_date: str = ""
    sex: str = ""
    ethnicity: str = ""
    joined: str = ""
    official_date: str = ""
    card_number: str = ""
    status: str = ""
    post: str = ""
    organisation: str = ""
    registered_residence: str = ""
    current_residence: str = ""
    residence_unit: str = ""
    residence_area: str = ""
    fields: tuple[str, ...] = ()
    in_charge_of: tuple[str, ...] = ()
    key_cadre: bool = False
    committee_eligible: bool = False
    eligible_posts: tuple[str, ...] = ()
    exempt: bool = False
    current_branch: str = ""
    current_branch_id: str | None = None
    pinned_branch_id: str | None = None
    excluded_branch_ids: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""
    cells: tuple[str, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)

    @property
    def is_official(self) -> bool:
        """Whether the member is official: by the status, else by a day of becoming official."""
        return self.status == "official" or (not self.status and bool(self.official_date))


@dataclass(frozen=True, slots=True)
class Branch:
    """A receiving branch.

    Attributes:
        id: Identity: the id column, else the name, with the unit behind it where several rows have that name. Never
            changed.
        name: Name as written (NFC).
        unit: Unit it belongs to.
        address: The row it was read from.
        areas: Areas it covers; its own name when the roster gives none.
        kind: Neighbourhood, hamlet, apartment block …; free text.
        min: Fewest received members from the roster's row; None to use the policy.
        max: Most received members from the roster's row; None to use the policy.
        members_now: Strength before the plan [members]; None if unknown.
        officials_now: Official members before the plan [members]; None if unknown.
        needs: Fields in which it is weak.
        special: Whether it is a special area (địa bàn đặc thù).
        committee_size: Seats of its committee; None if unknown.
        committee_vacancies: Free seats of its committee.
        vacant_posts: Posts to fill, one entry per vacancy.
        latitude: Degrees north, WGS 84; None if unknown.
        longitude: Degrees east, WGS 84; None if unknown.
        cells: Text of every source column, as in ``Rosters.branch_columns``.
        columns: One-based column of each canonical key in its table, to tell where a value stands; empty if unknown.
    """

    id: str
    name: str
    unit: str
    address: CellAddress
    areas: tuple[str, ...] = ()
    kind: str = ""
    min: int | None = None
    max: int | None = None
    members_now: int | None = None
    officials_now: int | None = None
    needs: tuple[str, ...] = ()
    special: bool = False
    committee_size: int | None = None
    committee_vacancies: int = 0
    vacant_posts: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""
    cells: tuple[str, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class PairDecision:
    """A pin or a forbid from a file.

    Attributes:
        member: Member id.
        branch: Branch id.
        reason: Why, as written.
        address: The row it was read from.
    """

    member: str
    branch: str
    reason: str
    address: CellAddress


@dataclass(frozen=True, slots=True)
class Succession:
    """One line of the lineage: members of ``from_branch`` may stay in ``to_branch`` without moving."""

    from_branch: str
    to_branch: str


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day off besides weekends, with its name as written."""

    day: datetime.date
    name: str = ""


EventKind: TypeAlias = Literal["left", "struck_off", "post", "away", "back"]
"""What can happen to a member after the roster was written."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened to a member.

    Attributes:
        day: When.
        member: Member id.
        kind: What.
        value: The new post, as written; for other kinds a remark.
    """

    day: datetime.date
    member: str
    kind: EventKind
    value: str = ""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file the plan depends on.

    Attributes:
        role: ``members``, ``branches``, ``current``, ``lineage``, ``pins``, ``forbids``,
            ``distances``, ``lots``, ``holidays``, ``crosswalk``, ``events`` or ``policy``. A roster that is a folder
            has one for each file.
        path: Path as the user gave it, or found from the case folder.
        sha256: Hexadecimal digest of its bytes.
        sheet: Sheet that was asked for; empty if it was chosen by its content.
        encoding: Encoding that was asked for; empty for workbooks, and where none was.
    """

    role: str
    path: str
    sha256: str
    sheet: str = ""
    encoding: str = ""


@dataclass(frozen=True, slots=True)
class Rosters:
    """Everything that was read besides the policy.

    Attributes:
        members: Members in the order of the file.
        branches: Branches in the order of the file.
        member_columns: Source columns of the members: canonical key, else the header as written.
        branch_columns: Source columns of the branches, likewise.
        pins: Pins from the pins file.
        forbids: Pairs ruled out by the forbids file.
        lineage: Old branch → new branch, n:m.
        current: Incumbent branch by member id if an incumbent plan was given (branch id, old branch of
            the lineage, or None if it names neither); None if no such plan was given.
        current_names: The same as written in the incumbent plan.
        former_names: Names of branches by id, as the incumbent plan tells them, of those that the roster has no more.
        distances: Distance by member id and branch id, any non-negative unit; None without a table.
        lots: Lot by member id and branch id where a table holds the draw; None if the seed draws.
        holidays: Days off for the deadlines, by date.
        events: Events that count, in the order of their dates; the members are as they are after them.
        revision: What the plan says that is re-planned; None when nothing is re-planned.
        files: What was read, with digests.
    """

    members: tuple[Member, ...]
    branches: tuple[Branch, ...]
    member_columns: tuple[str, ...] = ()
    branch_columns: tuple[str, ...] = ()
    pins: tuple[PairDecision, ...] = ()
    forbids: tuple[PairDecision, ...] = ()
    lineage: tuple[Succession, ...] = ()
    current: Mapping[str, str | None] | None = None
    current_names: Mapping[str, str] = field(default_factory=dict)
    former_names: Mapping[str, str] = field(default_factory=dict)
    distances: Mapping[str, Mapping[str, int]] | None = None
    lots: Mapping[str, Mapping[str, int]] | None = None
    holidays: tuple[Holiday, ...] = ()
    events: tuple[Event, ...] = ()
    revision: Revision | None = None
    files: tuple[InputFile, ...] = ()
