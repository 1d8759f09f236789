"""Which unit a whole list says it is of: in a title line, in the name of its sheet, or in that of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from reassign.domain.cells import CellAddress
from reassign.domain.place_names import UNIT_KINDS, bare_key, unit_key
from reassign.domain.vietnamese import fold, ordinary, tidy
from reassign.readers.places.names import Names
from reassign.readers.places.places import Places
from reassign.readers.tables.tables import Table

_KINDS = "|".join(UNIT_KINDS)
_SIGNS = re.compile(r"[_\-–]+")
_TITLED = re.compile(rf"(?:.*\s)?(?P<unit>(?:{_KINDS})\s+(?:\S+\s?){{1,4}})")
_SHORT = re.compile(r"[pf]\s*\.?\s*[0-9]+|(?:p|f|tt|x)\.\s*\S.*")


@dataclass(frozen=True, slots=True)
class ToldUnit:
    """The unit of a whole list.

    Attributes:
        unit: The unit, as the branch roster spells it if there is one.
        text: Where it says so.
        address: The title cell, the sheet or the file.
    """

    unit: str
    text: str
    address: CellAddress


def told_unit(table: Table, units: Names) -> ToldUnit | None:
    """The only unit of the branch roster that the title lines name, else the sheet, else the file."""
    titles = list(_titles(table))
    named = [ToldUnit(unit, text, address) for text, address in titles for unit in units_named(text, units)]
    if named:
        return named[0] if len({told.unit for told in named}) == 1 else None
    for text, address in _names(table):
        match = units.match(text)
        found = (match.name,) if match.name is not None else units_named(text, units)
        if len(found) == 1:
            return ToldUnit(found[0], text, address)
    return None


def nearly_told(table: Table, places: Places) -> tuple[str, ...]:
    """Units that the name of the sheet or the file looks like, as ``ben-nghe.xlsx`` does; to be asked, not taken."""
    found = (unit for text, _ in _names(table) for unit in places.resembles(text))
    return tuple(dict.fromkeys(found))[:3]


def told_new_unit(table: Table) -> ToldUnit | None:
    """The unit that a list of branches says it is of. No roster knows it yet, so only plain words count.

    A title line counts if it ends with the unit (``ĐẢNG ỦY PHƯỜNG TÂN ĐỊNH``), the name of a sheet if it is one.
    """
    found: dict[str, ToldUnit] = {}
    for text, address in _titles(table):
        match = _TITLED.fullmatch(fold(text))
        if match:
            words = len(match.group("unit").split())
            name = in_title_case(" ".join(tidy(text).split(" ")[-words:]))
            found.setdefault(unit_key(name), ToldUnit(name, text, address))
    if found:
        return next(iter(found.values())) if len(found) == 1 else None
    for text, address in _names(table):
        key = fold(text)
        if key.startswith(tuple(f"{kind} " for kind in UNIT_KINDS)) or _SHORT.fullmatch(key):
            return ToldUnit(in_title_case(text), text, address)
    return None


def units_named(text: str, units: Names) -> tuple[str, ...]:
    """The units of the roster that stand somewhere in a text with the word for their kind before them."""
    key = fold(text)
    found: list[str] = []
    for name in units.names:
        full = unit_key(name)
        bare = bare_key(full)
        kinds = _KINDS if bare == full else full[: -len(bare)].strip()
        if re.search(rf"(?<!\w)(?:{kinds})\s+0*{re.escape(bare)}(?!\w)", key):
            found.append(name)
    return tuple(found)


def in_title_case(text: str) -> str:
    """A name in capitals as a name: ``PHƯỜNG TÂN ĐỊNH`` → ``Phường Tân Định``; anything else as it is."""
    text = tidy(text)
    if text != text.upper():
        return text
    return " ".join(word[:1] + word[1:].lower() for word in text.split(" "))


def _titles(table: Table) -> Iterator[tuple[str, CellAddress]]:
    grid = table.grid
    for row in range(table.header.row):
        for column, cell in enumerate(grid.rows[row]):
            for line in ordinary(cell).splitlines():
                if line.strip():
                    yield tidy(line), grid.address(row, column)


def _names(table: Table) -> Sequence[tuple[str, CellAddress]]:
    """Names of sheet and file as words."""
    grid = table.grid
    stem = PurePath(grid.file).stem
    found = [(tidy(_SIGNS.sub(" ", stem)), CellAddress(grid.file))]
    if grid.sheet:
        found.insert(0, (tidy(_SIGNS.sub(" ", grid.sheet)), grid.whole()))
    return tuple(found)
