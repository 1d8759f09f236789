"""Workbook, csv and json from one report, and safe writing of files."""
