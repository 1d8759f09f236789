"""Grids → tables: where the header is, what its columns mean, which rows are entries."""
