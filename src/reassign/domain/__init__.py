"""Plain types and the rules of Vietnamese names that every other room speaks: no file, no solver, no text for people."""
