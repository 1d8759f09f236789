"""Engines, level by level, component by component. The only room with OR-Tools."""
