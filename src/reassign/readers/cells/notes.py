"""Collecting findings about the cells of one table."""

from __future__ import annotations

from collections.abc import Mapping

from reassign.domain.cells import CellAddress
from reassign.domain.findings import Finding, Severity
from reassign.readers.grids.grid import Grid


class Notes:
    """The findings of one table, in the order they were made."""

    def __init__(self, grid: Grid, columns: Mapping[str, int]) -> None:
        self._grid = grid
        self._columns = columns
        self._found: list[Finding] = []

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Everything noted so far."""
        return tuple(self._found)

    def error(
        self, code: str, row: int, key: str, value: str = "", near: tuple[str, ...] = (), **parameters: str | int
    ) -> None:
        """Note an error in the column ``key`` of a zero-based row; the whole row if there is no such column."""
        self._add(Severity.ERROR, code, row, key, value, near, parameters)

    def warning(
        self, code: str, row: int, key: str, value: str = "", near: tuple[str, ...] = (), **parameters: str | int
    ) -> None:
        """Note a warning, likewise."""
        self._add(Severity.WARNING, code, row, key, value, near, parameters)

    def _add(
        self,
        severity: Severity,
        code: str,
        row: int,
        key: str,
        value: str,
        near: tuple[str, ...],
        parameters: Mapping[str, str | int],
    ) -> None:
        address = self._grid.address(row, self._columns.get(key))
        self._found.append(Finding(code, severity, address, value, dict(parameters), near))

    def cell(self, row: int, key: str) -> str:
        """How a spreadsheet names a cell of the table."""
        return self.address(row, key).cell

    def address(self, row: int, key: str) -> CellAddress:
        """The address of the column ``key`` in a zero-based row; of the row if there is no such column."""
        return self._grid.address(row, self._columns.get(key))

    def add(self, finding: Finding) -> None:
        """Note a finding that was made elsewhere."""
        self._found.append(finding)
