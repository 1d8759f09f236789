"""Plans and answers as plain JSON values, and the schemas that describe them (docs/reference/files.md)."""
