"""A small plan made by hand, with names that try to be formulas."""

from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.domain.plan import BranchLoad, LevelResult, Placement, Plan, Proof, ReviewItem
from reassign.domain.policy import Policy
from reassign.domain.report import Report
from reassign.domain.roster import InputFile
from tests.builders import branch, instance_of, member, rosters

FORMULA = "=1+2"


@pytest.fixture
def report() -> Report:
    """Three members in two branches of P1 and one in P2; one pin, one move, one need without an owner."""
    members = (
        member("m1", name="Nguyễn Văn An", sex="male", birth_date="1975-03-02", residence_unit="P1", cells=(FORMULA,)),
        member("m2", name=FORMULA, sex="female", fields=("môi trường",), pinned_branch_id="b2", cells=("",)),
        member("m3", name="Trần Thị Ánh", sex="female", current_branch="b1", current_branch_id="b1", cells=("+84 9",)),
        member("m4", "P2", name="Lê Đức", sex="male", birth_date="1990", exempt=True, cells=("x",)),
    )
    branches = (
        branch("b1", name="Khu phố 1", members_now=31, officials_now=2),
        branch("b2", name="Khu phố 2", needs=("môi trường", "an ninh")),
        branch("b3", "P2", name="Khu phố 1"),
    )
    read = replace(
        rosters(members, branches),
        member_columns=("=Ghi chú riêng",),
        files=(InputFile("members", "case/members.csv", "ab" * 32),),
    )
    policy = Policy(name="Thử", effective=datetime.date(2019, 5, 16))
    plan = Plan(
        status="optimal",
        levels=(
            LevelResult(("needs",), "max", 1, 1, Proof.CERTIFICATE),
            LevelResult(("draw",), "min", 90, 80, Proof.NONE),
        ),
        placements=(
            Placement("m1", "b1", reasons=("residence_unit", "draw"), interchangeable_with=("m3",)),
            Placement("m2", "b2", is_pinned=True, reasons=("pinned", "need:môi trường"), tasks=("môi trường",)),
            Placement("m3", "b2", from_branch="b1", has_moved=True, reasons=("balance",)),
            Placement("m4", "b3", reasons=("minimum",)),
        ),
        branches=(
            BranchLoad("b1", 1, 1, 7),
            BranchLoad(
                "b2", 2, 1, None, covered={"môi trường": "m2"}, uncovered=("an ninh",), posts={"bí thư": ("m2",)}
            ),
            BranchLoad("b3", 1, 1, 7),
        ),
        review=(ReviewItem("residence_unknown", "m2", "b2"), ReviewItem("another_day", parameters={"gap": 3})),
    )
    warning = Finding("X999", Severity.WARNING, CellAddress("/home/an/members.csv", "", 3, 2), "=x", {}, ("y",))
    return Report(plan, instance_of(read, policy, 7), read, (warning,), "vi", "1.2.3")
