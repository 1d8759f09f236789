"""Placement planner: civil-servant members into neighbourhood branches."""

__version__ = "0.1.0"
