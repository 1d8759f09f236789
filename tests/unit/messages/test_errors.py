"""Whoever raises an error that a user can meet has words for it, and no words wait for nobody."""

from __future__ import annotations

import ast
from pathlib import Path

import reassign
from reassign.messages.errors import ERRORS
from reassign.messages.review import REVIEWS

SOURCES = [path for path in Path(reassign.__file__).parent.rglob("*.py") if path.parent.name != "messages"]
TREES = [ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES]
TEXTS = {node.value for tree in TREES for node in ast.walk(tree) if isinstance(node, ast.Constant)}


def raised_keys() -> set[str]:
    """Keys written where an error of the user or of the disk is made."""
    return {
        call.args[0].value
        for tree in TREES
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in {"UsageError", "OutputError"}
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    }


def test_every_error_has_words() -> None:
    keys = raised_keys()
    assert "output-exists" in keys
    assert keys - set(ERRORS) == set()


def test_no_words_wait_for_an_error_that_nobody_raises() -> None:
    assert [key for key in ERRORS if key not in TEXTS] == []


def test_every_point_of_the_review_list_can_come_up() -> None:
    assert [code for code in REVIEWS if code not in TEXTS] == []
