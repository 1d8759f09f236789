"""What SECURITY.md promises is held by tests that exist, and every library stands on the page of libraries."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
PROMISES = sorted(set(NAMED.findall((ROOT / "SECURITY.md").read_text("utf-8"))))


@pytest.mark.parametrize(("file", "name"), [pytest.param(*promise, id="::".join(promise)) for promise in PROMISES])
def test_a_promise_names_a_test_that_exists(file: str, name: str) -> None:
    tree = ast.parse((ROOT / file).read_text("utf-8"))
    assert name in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_row_of_promises_and_threats_names_a_test() -> None:
    rows = [line for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines() if line.startswith("| ")]
    headings = [row for row in rows if "held by" in row]
    assert len(headings) == 2
    assert [row for row in rows if row not in headings and not NAMED.search(row)] == []


def plain(name: str) -> str:
    return re.split(r"[<>=~!;\[ ]", name, maxsplit=1)[0].lower()


def test_every_library_stands_on_the_page_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    asked = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    asked += [library for group in project["dependency-groups"].values() for library in group]
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    told = {
        name.strip() for line in page.splitlines() if line.startswith("| ") for name in line.split("|")[1].split(",")
    }
    assert {plain(library) for library in asked} <= told


def test_every_library_of_the_program_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    locked = {
        plain(line) for line in (ROOT / "requirements" / "run.txt").read_text("utf-8").splitlines() if "==" in line
    }
    assert {plain(library) for library in project["project"]["dependencies"]} <= locked
