"""The systems of the domain page, one file each: figures, units, story."""
