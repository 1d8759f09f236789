"""What every document has in common."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict


class Entry(BaseModel):
    """An object: no key that is not described, no silent conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class Document(Entry):
    """A whole document; a number that rises when a script would have to be changed."""

    schema_version: Literal[1]


class LevelEntry(Entry):
    """A level of a plan with its proof."""

    names: list[str]
    sense: Literal["max", "min"]
    value: int
    bound: int
    proof: Literal["certificate", "solver", "none"]
