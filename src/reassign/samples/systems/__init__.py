"""The systems, one file each: figures, units, story."""
