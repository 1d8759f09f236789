"""The shape of a policy and of ``reassign.toml`` on disk (docs/reference/policy.md), strict and closed."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, Self, TypeAlias

from pydantic import BaseModel, ConfigDict, Discriminator, Field, PlainValidator, Tag, model_validator
from pydantic_core import PydanticCustomError

LARGEST_INTEGER = 1_000_000
"""Largest weight, limit or threshold; keeps every level far below what an engine can count."""

PriorityName: TypeAlias = Literal[
    "in_charge", "special", "residence", "needs", "committee", "posts", "continuity", "balance", "distance"
]
Integer: TypeAlias = Annotated[int, Field(ge=0, le=LARGEST_INTEGER)]


def _maximum(value: object) -> int | Literal["none"]:
    if value == "none":
        return "none"
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= LARGEST_INTEGER:
        raise PydanticCustomError("maximum", "neither an integer nor none")
    return value


Maximum: TypeAlias = Annotated[int | Literal["none"], PlainValidator(_maximum)]


def _level_form(value: object) -> Literal["name", "table"]:
    return "table" if isinstance(value, dict) else "name"


LevelEntry: TypeAlias = Annotated[
    Annotated[PriorityName, Tag("name")] | Annotated[dict[PriorityName, Integer], Tag("table")],
    Discriminator(_level_form),
]


class Table(BaseModel):
    """A TOML table: no unknown key, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class BranchLimitTable(Table):
    """``[policy.limits.branch."id"]``: wins over the roster's row."""

    min: Integer | None = None
    max: Maximum | None = None

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if isinstance(self.max, int) and self.min is not None and self.min > self.max:
            raise PydanticCustomError("min_above_max", "min above max", {"minimum": self.min, "maximum": self.max})
        return self


class LimitsTable(Table):
    """``[policy.limits]``: received members per branch."""

    min: Integer = 1
    max: Maximum = 7
    branch: dict[str, BranchLimitTable] = {}

    @model_validator(mode="after")
    def _check_order(self) -> Self:
        if isinstance(self.max, int) and self.min > self.max:
            raise PydanticCustomError("min_above_max", "min above max", {"minimum": self.min, "maximum": self.max})
        return self


class ScopeTable(Table):
    """``[policy.scope]``: which branches are candidates at all."""

    within: Literal["unit", "any"] = "unit"


class PrioritiesTable(Table):
    """``[policy.priorities]``: the strictly ordered levels."""

    order: list[LevelEntry] | None = None


class NeedsTable(Table):
    """``[policy.needs]``: weights of needed fields, 1 where absent."""

    weights: dict[str, Integer] = {}


class MemberFilterTable(Table):
    """Members that match every attribute; a list attribute matches if it contains the value."""

    id: str | None = None
    name: str | None = None
    birth_date: str | None = None
    sex: Literal["male", "female"] | None = None
    ethnicity: str | None = None
    joined: str | None = None
    official_date: str | None = None
    card_number: str | None = None
    status: Literal["official", "probationary"] | None = None
    post: str | None = None
    organisation: str | None = None
    unit: str | None = None
    registered_residence: str | None = None
    current_residence: str | None = None
    residence_unit: str | None = None
    residence_area: str | None = None
    fields_: Annotated[str | None, Field(alias="fields")] = None
    in_charge_of: str | None = None
    key_cadre: bool | None = None
    committee_eligible: bool | None = None
    eligible_posts: str | None = None
    exempt: bool | None = None
    current_branch: str | None = None
    together: str | None = None
    apart: str | None = None
    note: str | None = None

    @model_validator(mode="after")
    def _check_attributes(self) -> Self:
        if not self.model_fields_set:
            raise PydanticCustomError("empty", "a filter needs an attribute")
        return self


class QuotaTable(Table):
    """``[[policy.quota]]``: bounds on the matching members in each branch of a set."""

    members: MemberFilterTable
    branches: Annotated[Literal["all", "special"], Tag("word")] | Annotated[list[str], Tag("list")] = Field(
        default="all", discriminator=Discriminator(lambda value: "list" if isinstance(value, list) else "word")
    )
    min: Integer | None = None
    max: Integer | None = None

    @model_validator(mode="after")
    def _check_bounds(self) -> Self:
        if self.min is None and self.max is None:
            raise PydanticCustomError("quota_without_bounds", "neither min nor max")
        if self.min is not None and self.max is not None and self.min > self.max:
            raise PydanticCustomError("min_above_max", "min above max", {"minimum": self.min, "maximum": self.max})
        return self


class DroppedTable(Table):
    """One entry of ``drop``: a pin or a forbid of the rosters that does not hold."""

    what: Literal["pin", "forbid"]
    member: str
    branch: str


class RepairTable(Table):
    """``[policy.repair]``: what a repair may flex, the first most readily; pins and forbids that were dropped."""

    flex: list[Literal["min", "max", "pin", "forbid", "quota"]] = ["min", "max"]
    drop: list[DroppedTable] = []


class ReplanTable(Table):
    """``[policy.replan]``: members who may not move; a list means those who match any of its filters."""

    protect: Annotated[MemberFilterTable, Tag("table")] | Annotated[list[MemberFilterTable], Tag("list")] = Field(
        default=[], discriminator=Discriminator(lambda value: "list" if isinstance(value, list) else "table")
    )


class ResidenceTable(Table):
    """``[policy.residence]``: which residence column is parsed."""

    basis: Literal["registered", "current"] = "registered"


class BalanceTable(Table):
    """``[policy.balance]``: what is balanced."""

    count: Literal["received", "total"] = "received"


class DistanceTable(Table):
    """``[policy.distance]``: what a pair without a distance means."""

    missing: Literal["zero", "forbidden"] = "zero"


class ThresholdsTable(Table):
    """``[policy.thresholds]``: flags in the summary [official members]."""

    branch: Integer = 3
    committee: Integer = 9
    large: Integer = 30


class DeadlinesTable(Table):
    """``[policy.deadlines]``: working days from the plan's date."""

    start: Integer = 60
    present: Integer = 30


class PolicyTable(Table):
    """``[policy]``, or the whole of a policy file."""

    name: str = ""
    effective: datetime.date | None = None
    limits: LimitsTable = LimitsTable()
    scope: ScopeTable = ScopeTable()
    priorities: PrioritiesTable = PrioritiesTable()
    needs: NeedsTable = NeedsTable()
    quota: list[QuotaTable] = []
    repair: RepairTable = RepairTable()
    replan: ReplanTable = ReplanTable()
    residence: ResidenceTable = ResidenceTable()
    balance: BalanceTable = BalanceTable()
    distance: DistanceTable = DistanceTable()
    thresholds: ThresholdsTable = ThresholdsTable()
    deadlines: DeadlinesTable = DeadlinesTable()


class InputsTable(Table):
    """``[inputs]``: the files of a case, relative to its folder; ``file.xlsx#Sheet`` names a sheet."""

    members: str | None = None
    branches: str | None = None
    current: str | None = None
    lineage: str | None = None
    pins: str | None = None
    forbids: str | None = None
    distances: str | None = None
    lots: str | None = None
    events: str | None = None
    holidays: str | None = None
    crosswalk: str | None = None


class AliasesTable(Table):
    """``[aliases.*]``: spelling → the name in the branch roster."""

    area: dict[str, str] = {}
    unit: dict[str, str] = {}
    field: dict[str, str] = {}
    branch: dict[str, str] = {}


class OutputTable(Table):
    """``[output]``: language of the documents."""

    language: Literal["vi", "en"] | None = None


class CaseTable(Table):
    """``reassign.toml``: ``seed`` and ``time_limit`` [seconds] at the top, ``[columns]`` from header to key."""

    policy: object = None
    seed: Annotated[int, Field(ge=0)] | None = None
    time_limit: Annotated[int | float, Field(gt=0)] | None = None
    inputs: InputsTable = InputsTable()
    aliases: AliasesTable = AliasesTable()
    columns: dict[str, str] = {}
    output: OutputTable = OutputTable()
