"""What can be wrong with rosters and smaller tables (codes R…): message, meaning and fix."""
