"""A case as values, before it becomes files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Row: TypeAlias = Mapping[str, str]
"""One row of a roster: text by canonical key; an absent key is an empty cell."""


@dataclass(frozen=True, slots=True)
class SmallTable:
    """A table besides the rosters, always written as csv.

    Attributes:
        header: Canonical column names.
        rows: Cells in the order of the header.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One folder of a sample.

    Attributes:
        members: Member roster; empty if the case borrows one by ``inputs``.
        branches: Branch roster.
        policy: Everything of ``reassign.toml`` after ``[inputs]``.
        inputs: Further or replaced entries of ``[inputs]``: key → file.
        policy_file: Policy file that stands in place of ``[policy]``; empty for none.
        tables: Small tables by file name.
        texts: Other files by name, such as a second policy.
        is_as_kept_by_officers: Whether the workbook of members has titles, a merged header and signatures.
        titles: Issuing body (two lines) and title of such a workbook.
    """

    members: tuple[Row, ...]
    branches: tuple[Row, ...]
    policy: str
    inputs: Mapping[str, str] = field(default_factory=dict)
    policy_file: str = ""
    tables: Mapping[str, SmallTable] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    is_as_kept_by_officers: bool = False
    titles: tuple[str, str, str] = ("", "", "")


Cases: TypeAlias = Mapping[str, Case]
"""The cases of a sample by folder; the empty folder is the sample's own."""
