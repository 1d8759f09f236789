"""The seeded generator of synthetic cases."""
