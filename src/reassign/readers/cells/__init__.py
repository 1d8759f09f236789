"""Text of a cell → value, identity or finding; the cell is always named."""
