"""Priorities: each emits the integer coefficients of its level."""
