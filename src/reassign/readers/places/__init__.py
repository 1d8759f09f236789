"""What a text names: a unit, an area, a branch, a home."""
