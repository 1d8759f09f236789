"""Plain types and the rules of Vietnamese names, which every other room speaks: no file, no solver, no words."""
