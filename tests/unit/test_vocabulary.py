"""Whatever has a name has it everywhere: in the program, in both languages, on the pages."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import get_args, get_type_hints

import pytest

import reassign
from reassign.check.reasons import COMPARED, JUDGED
from reassign.check.rules.registry import RULES
from reassign.cli.app import make_app
from reassign.domain import exit_codes
from reassign.domain.plan import Cause, Conflict
from reassign.domain.policy import SENSES, Priority
from reassign.messages.conflicts import CAUSES, CONFLICTS
from reassign.messages.finding import finding_texts
from reassign.messages.reasons import COUNTED, PRIORITIES, REASONS
from reassign.messages.violations import VIOLATIONS
from reassign.model.rows import RuleId

ROOT = Path(__file__).parents[2]
ROOMS = Path(reassign.__file__).parent
READMES = [pytest.param(ROOT / name, id=name) for name in ("README.md", "README.vi.md")]


def constants(*rooms: str) -> set[str]:
    """Every text that stands in the code of some rooms."""
    files = [path for room in rooms for path in (ROOMS / room).rglob("*.py")]
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in files]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_code_of_a_finding_is_said_and_every_text_is_of_one() -> None:
    code = re.compile(r"[A-Z]\d{3}")
    used = {text for text in constants("readers", "workflows", "writers", "cli") if code.fullmatch(text)}

    assert used == set(finding_texts())


def test_every_violation_can_be_raised_and_has_words() -> None:
    named = constants("check")

    assert [code for code in VIOLATIONS if code not in named] == []
    assert set(RULES) <= set(VIOLATIONS)


def test_every_rule_of_the_rows_is_one_of_the_checker() -> None:
    # That everybody gets one branch is judged by the shape of the placements; links only bind auxiliary columns.
    assert {rule.value for rule in RuleId} - set(RULES) == {"one_branch", "link"}


def test_every_rule_of_a_conflict_has_words() -> None:
    rules = set(get_args(get_type_hints(Cause)["rule"]))

    assert {key.partition("-")[0] for key in CAUSES} == rules
    assert {"quota-min", "quota-max"} <= set(CAUSES)


def test_every_kind_of_conflict_has_words() -> None:
    assert set(get_args(get_type_hints(Conflict)["kind"])) <= set(CONFLICTS)


def test_every_priority_has_a_sense_and_a_name() -> None:
    assert set(SENSES) == set(Priority)
    assert set(PRIORITIES) == set(COUNTED) == {priority.value for priority in Priority}


def test_every_reason_is_judged_by_the_checker() -> None:
    assert set(REASONS) == {"pinned", *JUDGED, *COMPARED, "draw"}


@pytest.mark.parametrize("page", READMES)
def test_both_first_pages_name_every_command(page: Path) -> None:
    told = set(re.findall(r"`reassign (\w+)", page.read_text(encoding="utf-8")))

    assert set(make_app("en").commands) - told == set()


@pytest.mark.parametrize("page", READMES)
def test_both_first_pages_name_every_exit_code(page: Path) -> None:
    known = [value for value in vars(exit_codes).values() if isinstance(value, int)]
    line = page.read_text(encoding="utf-8").partition("\n0 ")[2].partition("\n\n")[0]

    assert [0, *map(int, re.findall(r" (?:·|code) (\d+) ", f"0 {line}".replace("\n", " ")))] == sorted(known)


def test_both_first_pages_have_the_same_tables() -> None:
    english, vietnamese = (
        [row.count("|") for row in (ROOT / name).read_text(encoding="utf-8").splitlines() if row.startswith("|")]
        for name in ("README.md", "README.vi.md")
    )

    assert english == vietnamese
