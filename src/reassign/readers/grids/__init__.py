"""Files → grids: which kind of file, which encoding, which sheets, and every cell with its kind."""
