"""Why there is no plan and what would make one possible, on a terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Sequence

from reassign.cli.screen import write_message, write_result
from reassign.cli.visible import visible
from reassign.domain.cells import CellAddress
from reassign.domain.instance import Instance
from reassign.domain.language import Language
from reassign.domain.plan import Infeasible
from reassign.messages.console import CONSOLE
from reassign.messages.infeasible import Teller
from reassign.messages.repairs import REPAIRS

_WIDEST = 120
_SHOWN = 6
"""Cells that are named below a conflict."""


def show_infeasible(infeasible: Infeasible, instance: Instance, language: Language) -> None:
    """Print every conflict with the cells to look at, then the repairs by number."""
    teller = Teller(instance, language)
    write_result(CONSOLE["infeasible"].say(language))
    for conflict in infeasible.conflicts:
        _write(teller.conflict(conflict), "  • ")
        if conflict.cells:
            _write(REPAIRS["cells"].say(language, {"cells": _cells(conflict.cells, language)}), "    → ")
    if not infeasible.repairs:
        _write(teller.no_repair(infeasible), "")
        return
    write_result(REPAIRS["head"].say(language))
    for number, repair in enumerate(infeasible.repairs, start=1):
        changes = teller.changes(repair)
        if len(changes) == 1:
            _write(changes[0], f"  {number}. ")
            continue
        _write(REPAIRS["total"].say(language, {"total": repair.total_change}), f"  {number}. ")
        for change in changes:
            _write(change, "     – ")
    write_message(REPAIRS["apply"].say(language))


def _cells(cells: Sequence[CellAddress], language: Language) -> str:
    """The first cells, a file and sheet named once for the cells that follow in it."""
    named: list[str] = []
    for index, cell in enumerate(cells[:_SHOWN]):
        named.append(cell.seen_from(cells[index - 1]) if index else str(cell))
    shown = ", ".join(named)
    if len(cells) <= _SHOWN:
        return shown
    return REPAIRS["more-cells"].say(language, {"cells": shown, "count": len(cells) - _SHOWN})


def _write(text: str, first: str) -> None:
    """A paragraph that hangs from its mark."""
    width = min(shutil.get_terminal_size((_WIDEST, 24)).columns, _WIDEST)
    lines = textwrap.wrap(
        visible(text),
        max(width, 40),
        initial_indent=first,
        subsequent_indent=" " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in lines:
        write_result(line)
