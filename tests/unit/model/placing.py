"""A placement made by hand, without a solver."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.instance import Instance
from reassign.model.component import split
from reassign.model.placed import Placed, place
from reassign.model.priorities.registry import levels_of


def put(asked: Instance, branch_of: Mapping[str, str]) -> Placed:
    """The placement with its components and levels."""
    return place(asked, split(asked), levels_of(asked), branch_of)
