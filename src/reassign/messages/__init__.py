"""Vietnamese and English texts and how they are filled in. One file per subject."""
