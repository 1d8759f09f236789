"""The case file and its policy: TOML → settings, every problem at once."""
