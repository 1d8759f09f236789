"""The plan workbook, one file per sheet."""
