"""Priorities, each written again from the text of the policy."""
