"""Plain types that every other room speaks: no file, no solver, no text for people."""
