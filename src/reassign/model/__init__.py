"""Candidates, rules, priorities and their linear form; knows no solver."""
