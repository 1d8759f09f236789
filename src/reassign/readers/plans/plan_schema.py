"""The document of a plan (plan.json of docs/reference/files.md), type by type."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from reassign.domain.plan import Proof


class Entry(BaseModel):
    """An object of the document: no unknown key, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class ToolEntry(Entry):
    """Who wrote the plan."""

    name: Literal["reassign"]
    version: str


class InputEntry(Entry):
    """A file the plan depends on."""

    role: Literal[
        "members",
        "branches",
        "current",
        "lineage",
        "pins",
        "forbids",
        "distances",
        "lots",
        "holidays",
        "crosswalk",
        "events",
        "policy",
    ]
    file: str
    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    sheet: str = ""
    encoding: Literal["", "utf-8", "utf-16", "cp1258", "tcvn3", "vni"] = ""


class LevelEntry(Entry):
    """A level with its proof."""

    names: list[str] = Field(min_length=1)
    sense: Literal["max", "min"]
    value: int
    bound: int
    proof: Literal["certificate", "solver", "none"]

    @property
    def proof_kind(self) -> Proof:
        """The proof as a domain value."""
        return Proof(self.proof)


class PlacementEntry(Entry):
    """A member in a branch."""

    member: str
    name: str
    unit: str
    branch: str
    from_branch: str | None
    pinned: bool
    moved: bool
    reasons: list[str]
    tasks: list[str]
    interchangeable_with: list[str]


class BranchEntry(Entry):
    """What a branch receives."""

    branch: str
    name: str
    unit: str
    received: int
    min: int
    max: int | None
    covered: dict[str, str]
    uncovered: list[str]
    committee_candidates: list[str]
    posts: dict[str, list[str]]


class ReviewEntry(Entry):
    """What a person has to decide."""

    code: str
    member: str | None
    branch: str | None
    parameters: dict[str, str | int]
    message: str


class MoveEntry(Entry):
    """A member who leaves an incumbent branch."""

    member: str
    origin: str = Field(alias="from")
    to: str
    reason: Literal[
        "edited",
        "pinned",
        "closed",
        "unit",
        "excluded",
        "minimum",
        "maximum",
        "quota",
        "together",
        "apart",
        "limits",
        "unknown",
        "raises",
        "draw",
    ]
    subject: str | None
    amount: int
    need: str | None
    post_changed: bool


class PricedLevelEntry(Entry):
    """One level with an edit and without it."""

    names: list[str]
    here: int = Field(alias="with")
    without: int


class EditEntry(Entry):
    """An edit of the workbook and what it costs."""

    member: str
    kind: Literal["branch", "pin", "unpin"]
    branch: str | None
    cell: str
    sheet: str
    before: str
    after: str
    levels: list[PricedLevelEntry]
    first_loss: list[str] | None
    is_needed: bool
    proof: Literal["certificate", "solver", "none"]


class PinEntry(Entry):
    """A pin that stands in no file."""

    member: str
    branch: str


class LostOwnerEntry(Entry):
    """A need that lost its owner."""

    branch: str
    need: str
    before: str
    after: str | None


class StrengthEntry(Entry):
    """Members of a branch before the re-plan."""

    members: int | None
    officials: int | None


class ClosedEntry(Entry):
    """A member whose old branch is gone and has no successor."""

    member: str
    origin: str = Field(alias="from")
    to: str


class ReplanEntry(Entry):
    """How a plan differs from the one it was made from."""

    moves: list[MoveEntry]
    stayed: int
    closed: list[ClosedEntry] = []
    joiners: list[str]
    leavers: list[str]
    fewest_moves: int | None
    fewest_proof: Literal["certificate", "solver", "none"]
    edits: list[EditEntry]
    pins: list[PinEntry]
    changed: list[str]
    as_of: str | None
    lost_owners: list[LostOwnerEntry]
    strength: dict[str, StrengthEntry]


class CurveLevelEntry(Entry):
    """A level of a point of the curve."""

    names: list[str]
    sense: Literal["max", "min"]
    value: int


class CurvePointEntry(Entry):
    """The best that at most so many moves allow."""

    moves: int
    levels: list[CurveLevelEntry]
    proof: Literal["certificate", "solver", "none"]


class PlanDocument(Entry):
    """The whole plan."""

    schema_version: Literal[1]
    tool: ToolEntry
    status: Literal["optimal", "feasible"]
    inputs: list[InputEntry]
    policy: dict[str, JsonValue]
    seed: int = Field(ge=0)
    priorities: list[LevelEntry]
    placements: list[PlacementEntry]
    branches: list[BranchEntry]
    review: list[ReviewEntry]
    certificate: dict[str, Any]
    replan: ReplanEntry | None = None
    curve: list[CurvePointEntry] | None = None
