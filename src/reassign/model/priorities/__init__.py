"""Priorities: each emits the integer coefficients of its level (docs/reference/model.md)."""
