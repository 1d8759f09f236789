from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from reassign.domain.plan import Plan
from reassign.writers.json.plan import layout, plan_document, render_json

if TYPE_CHECKING:
    from reassign.domain.report import Report


def test_the_document_has_exactly_the_keys_of_the_contract_in_its_order(report: Report) -> None:
    assert list(plan_document(report, None)) == [
        "schema_version",
        "tool",
        "status",
        "inputs",
        "policy",
        "seed",
        "priorities",
        "placements",
        "branches",
        "review",
        "certificate",
    ]


def test_a_placement_says_who_where_and_why(report: Report) -> None:
    assert json.loads(render_json(report, None))["placements"][1] == {
        "member": "m2",
        "name": "=1+2",
        "unit": "P1",
        "branch": "b2",
        "from_branch": None,
        "pinned": True,
        "moved": False,
        "reasons": ["pinned", "need:môi trường"],
        "tasks": ["môi trường"],
        "interchangeable_with": [],
    }


def test_a_branch_says_what_it_receives_against_its_limits(report: Report) -> None:
    assert json.loads(render_json(report, None))["branches"][1] == {
        "branch": "b2",
        "name": "Khu phố 2",
        "unit": "P1",
        "received": 2,
        "min": 1,
        "max": None,
        "covered": {"môi trường": "m2"},
        "uncovered": ["an ninh"],
        "committee_candidates": [],
        "posts": {"bí thư": ["m2"]},
    }


def test_a_level_says_value_bound_and_proof(report: Report) -> None:
    assert json.loads(render_json(report, None))["priorities"][-1] == {
        "names": ["draw"],
        "sense": "min",
        "value": 90,
        "bound": 80,
        "proof": "none",
    }


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        pytest.param(None, "case/members.csv", id="no-folder"),
        pytest.param(Path("case"), "members.csv", id="same-folder"),
        pytest.param(Path("case/out"), "../members.csv", id="below"),
        pytest.param(Path("elsewhere"), "../case/members.csv", id="beside"),
    ],
)
def test_inputs_are_named_from_the_folder_of_the_plan(report: Report, folder: Path | None, file: str) -> None:
    assert plan_document(report, folder)["inputs"] == [{"role": "members", "file": file, "sha256": "ab" * 32}]


def test_an_unknown_review_code_is_shown_with_its_parameters(report: Report) -> None:
    assert json.loads(render_json(report, None))["review"][1]["message"] == "another_day: gap = 3"


def test_a_certificate_is_passed_on_as_it_is(report: Report) -> None:
    proved: Plan = replace(report.plan, certificate={"components": [{"duals": [1, -2]}]})
    document = json.loads(render_json(replace(report, plan=proved), None))
    assert document["certificate"] == {"components": [{"duals": [1, -2]}]}


def test_the_file_is_utf8_with_a_line_for_every_placement(report: Report) -> None:
    text = render_json(report, None).decode()
    assert text.endswith("}\n")
    assert sum(line.startswith('  {"member": ') for line in text.splitlines()) == 4
    assert "Trần Thị Ánh" in text


@pytest.mark.parametrize(
    "document",
    [
        pytest.param({}, id="nothing"),
        pytest.param({"a": [], "b": {}, "c": None}, id="empty-parts"),
        pytest.param({"a": [1, [2, {"x": []}]], "b": {"k": {"l": "m"}}, "d": "é\n"}, id="nested"),
    ],
)
def test_the_layout_is_json_whatever_the_document(document: dict[str, object]) -> None:
    assert json.loads(layout(document)) == document
