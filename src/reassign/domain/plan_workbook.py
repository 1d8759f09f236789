"""What a plan workbook promises its readers: names, hidden rows, labels and the seal over editable cells."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from hashlib import sha256
from zlib import crc32

from reassign.domain.roster import Branch
from reassign.domain.vietnamese import tidy

PLAN_SCHEMA_VERSION = 1
"""Version of ``plan.json`` and of the hidden sheet."""

HIDDEN_SHEET = "_reassign"
"""Rows of key and value, from the first row on; the plan's document lies there in ``document`` rows."""

LIST_SHEET = "_lists"
"""Rows of label and branch id; the dropdowns of the plan sheet point into the first column."""

CHUNK = 16_000
"""Longest text in one hidden cell [characters]; a cell holds 32,767 UTF-16 units, two a character at worst."""

PIN_MARK = "x"
"""What the pin column holds for a pinned member; empty otherwise."""

KEY_SCHEMA = "schema_version"
KEY_VERSION = "tool_version"
KEY_SEED = "seed"
KEY_LANGUAGE = "language"
KEY_POLICY = "policy"
KEY_INPUT = "input"
KEY_SHEET = "plan_sheet"
KEY_HEADER_ROW = "header_row"
KEY_MEMBER_COLUMN = "member_column"
KEY_BRANCH_COLUMN = "branch_column"
KEY_PIN_COLUMN = "pin_column"
KEY_HEADING = "heading"
"""One row for each heading of the plan sheet; any other column was added by hand."""
KEY_ID_HEADING = "member_heading"
KEY_NAME_HEADING = "name_heading"
KEY_BRANCH_HEADING = "branch_heading"
KEY_PIN_HEADING = "pin_heading"
KEY_COMMENT_HEADING = "comment_heading"
KEY_SEAL = "edit_sha256"
KEY_CELLS = "cells"
"""Text in pieces: what the cells said that nothing is taken from, as ``cell_marks`` of each member."""
KEY_DOCUMENT = "document"


def seal(rows: Iterable[tuple[str, str, str]]) -> str:
    """Digest of the cells an officer may edit, in any order of rows.

    Args:
        rows: Member id, text of the new-branch cell and text of the pin cell of every row.

    Returns:
        Hexadecimal SHA-256; it changes when a member, a branch or a pin changes.
    """
    text = json.dumps(sorted(rows), ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


UNMARKED = "0000"
"""Mark of a cell that is not compared: a number, which programs write in many ways."""


def cell_mark(text: object) -> str:
    """Four hexadecimal digits that tell whether somebody wrote something else into a cell.

    White space does not count, since programs change it. One edit in 65,000 is missed, which is the price of a hidden
    sheet that stays small; where people may edit, the texts themselves are compared.

    Args:
        text: What the cell holds; nothing is the empty text.
    """
    if text is not None and not isinstance(text, str):
        return UNMARKED
    return f"{crc32(tidy(text or '').encode()) % 0xFFFF + 1:04x}"


def branch_labels(branches: Iterable[Branch], *, is_across_units: bool) -> dict[str, str]:
    """How the plan sheet calls each branch: by name, with its unit or id where the name is not enough.

    Args:
        branches: Every branch of the roster.
        is_across_units: Whether a member may be placed outside their unit, so that names have to be told
            apart over all units instead of within one.

    Returns:
        Label by branch id; different branches that a member can choose between have different labels.
    """
    places = tuple(branches)
    counted = Counter(_name_scope(place, is_across_units=is_across_units) for place in places)
    labels = {
        place.id: place.name
        if counted[_name_scope(place, is_across_units=is_across_units)] == 1
        # A name that occurs twice is told apart by the unit first, it reads better than an id.
        else f"{place.name} ({place.unit})"
        for place in places
    }
    repeated = Counter((labels[place.id], "" if is_across_units else place.unit) for place in places)
    return {
        place.id: labels[place.id]
        if repeated[(labels[place.id], "" if is_across_units else place.unit)] == 1
        else f"{place.name} [{place.id}]"
        for place in places
    }


def _name_scope(place: Branch, *, is_across_units: bool) -> tuple[str, str]:
    return place.name, "" if is_across_units else place.unit
