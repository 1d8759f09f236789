"""Merged cells of OpenDocument sheets."""

from __future__ import annotations

from reassign.readers.grids.spans import merged_cells

CONTENT = b"""<office:spreadsheet><table:table table:name="Danh s\xc3\xa1ch">
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="3"/></table:table-row>
<table:table-row><table:table-cell/>
<table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="3"><text:p>A</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row>
</table:table><table:table table:name="x">
<table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"/></table:table-row>
</table:table></office:spreadsheet>"""


def test_ranges_of_several_rows_are_found_behind_repeated_rows_and_columns() -> None:
    assert merged_cells(CONTENT) == {"Danh sách": ((2, 1, 4, 2),)}


def test_a_sheet_without_merged_cells_has_none() -> None:
    assert merged_cells(b"<table:table table:name='x'/>") == {}
